/** What stands beside the picture: what is chosen, explained. */

import { page } from "../addresses.js";
import { el } from "../dom.js";
import type { Edge, Thing } from "../values.js";
import { counted, kindWords, spanWords, typeWords } from "../words.js";

export interface Ways {
  label(iri: string): string;
  choose(iri: string): void;
}

/** About a node: what it is, and each edge of it with the fact behind. */
export function aboutNode(node: Thing, edges: Edge[], more: number | undefined, ways: Ways): Node[] {
  const left = more
    ? [el("p", {}, `${counted(more, "more neighbour")} not shown. Narrow the network to see others.`)]
    : [];
  return [
    el("h3", {}, el("a", { href: page(node.iri) }, el("bdi", {}, node.label))),
    el("p", {}, described(node)),
    el("p", {}, el("a", { href: `/graph?iri=${encodeURIComponent(node.iri)}` }, "Show the network around this")),
    ...left,
    el("h4", {}, counted(edges.length, "connection")),
    el("ul", {}, ...edges.map((edge) => el("li", {}, ...sentence(edge, ways, node.iri), " ", ...because(edge)))),
  ];
}

/** About an edge: what it says, when, how sure that is, and the page of the fact that it comes from. */
export function aboutEdge(edge: Edge, ways: Ways): Node[] {
  const when = spanWords(edge.when);
  const rows = [
    ["Fact", el("a", { href: page(edge.fact.iri) }, el("bdi", {}, edge.fact.label))],
    ["Kind", described(edge.fact)],
    ...(when ? [["When", when]] : []),
  ] as [string, Node | string][];
  return [
    el("h3", {}, ...sentence(edge, ways)),
    el("dl", {}, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("p", {}, el("a", { href: page(edge.fact.iri) }, "Who says so: open the fact")),
  ];
}

/** An edge in words; the node that is told of anyway is no link. */
function sentence(edge: Edge, ways: Ways, here?: string): (Node | string)[] {
  const [source, target] = [edge.source, edge.target].map((iri) =>
    iri === here ? el("bdi", {}, ways.label(iri)) : end(iri, ways),
  );
  return [source ?? "", ` — ${edge.label} → `, target ?? ""];
}

/** A link to a node's page that chooses the node here, unless it is opened elsewhere. */
function end(iri: string, ways: Ways): HTMLElement {
  const click = (event: Event): void => {
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    ways.choose(iri);
  };
  return el("a", { class: "network-end", href: page(iri), click }, el("bdi", {}, ways.label(iri)));
}

function because(edge: Edge): (Node | string)[] {
  const when = spanWords(edge.when);
  const link = el(
    "a",
    { href: page(edge.fact.iri) },
    "why",
    el("span", { class: "network-unseen" }, `: ${edge.fact.label}`),
  );
  return [
    "(",
    ...(when ? [`${when}, `] : []),
    ...(edge.fact.status ? [`${edge.fact.status.toLowerCase()}, `] : []),
    link,
    ")",
  ];
}

function described(node: Thing): string {
  const type = node.type && typeWords(node.type).toLowerCase() !== node.kind ? typeWords(node.type) : "";
  return [kindWords(node.kind), type, node.status ?? ""].filter(Boolean).join(" · ");
}
