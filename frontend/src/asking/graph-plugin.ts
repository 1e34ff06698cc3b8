/** Answers that are graphs, as a picture. */

import { page } from "../addresses.js";
import { el, svg } from "../dom.js";
import type { Edge, Thing } from "../values.js";
import { counted } from "../words.js";
import { shortened, triples } from "./results.js";
import type { Term, Triple, Yasr } from "./results.js";

const MOST = 300;
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const NOWHERE = { start: null, end: null, words: null };

export class GraphPlugin {
  readonly priority = 5;
  readonly label = "Graph";

  constructor(readonly yasr: Yasr) {}

  canHandleResults(): boolean {
    return triples(this.yasr.results).length > 0;
  }

  getIcon(): Element {
    const shapes = [
      svg("path", { d: "M4 12 8 4l5 6" }),
      svg("circle", { cx: 4, cy: 12, r: 2 }),
      svg("circle", { cx: 8, cy: 4, r: 2 }),
      svg("circle", { cx: 13, cy: 10, r: 2 }),
    ];
    return el("div", { class: "asking-icon" }, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, ...shapes));
  }

  async draw(): Promise<void> {
    const all = triples(this.yasr.results);
    const { nodes, edges } = network(all.slice(0, MOST), this.yasr.getPrefixes());
    const frame = el("div", { class: "asking-picture", "aria-hidden": "true" });
    const said = el(
      "p",
      { role: "status" },
      `${counted(nodes.length, "node")}, ${counted(edges.length, "edge")}${all.length > MOST ? `; of ${all.length} triples the first ${MOST}` : ""}.`,
    );
    this.yasr.resultsEl.replaceChildren(said, frame);
    const { Picture } = await import("../network/picture.js");
    const labels = new Map(nodes.map((node) => [node.iri, node]));
    const picture = new Picture(frame, "", (id) => {
      const node = labels.get(id);
      if (node) said.replaceChildren(...named(node));
      picture.choose(id);
    });
    picture.add("", nodes, edges);
    picture.arrange();
  }
}

function named(node: Thing): Node[] {
  const label = el("bdi", {}, node.label);
  return [node.kind === "article" ? label : el("a", { href: page(node.iri) }, label)];
}

/** Triples as nodes and edges; a label becomes the name of its node, any other literal a node of its own. */
function network(listed: Triple[], prefixes: Record<string, string>): { nodes: Thing[]; edges: Edge[] } {
  const labels = new Map(
    listed.filter(({ predicate }) => predicate.value === LABEL).map((one) => [one.subject.value, one.object.value]),
  );
  const nodes = new Map<string, Thing>();
  const node = (term: Term): string => {
    const isText = term.type !== "uri" && term.type !== "bnode";
    const iri = isText ? `"${term.value}"` : term.value;
    const label = isText ? term.value : (labels.get(term.value) ?? shortened(term.value, prefixes));
    nodes.set(iri, { iri, label, kind: isText ? "article" : kindOf(term.value), type: "", status: null });
    return iri;
  };
  const edges = listed
    .filter(({ predicate }) => predicate.value !== LABEL)
    .map(({ subject, predicate, object }): Edge => {
      const label = shortened(predicate.value, prefixes);
      const fact = { iri: predicate.value, label, kind: "resource", type: "", status: null };
      return { source: node(subject), target: node(object), label, fact, when: NOWHERE };
    });
  for (const iri of labels.keys()) if (!nodes.has(iri)) node({ value: iri, type: "uri" });
  return {
    nodes: [...nodes.values()],
    edges: [...new Map(edges.map((edge) => [`${edge.source} ${edge.label} ${edge.target}`, edge])).values()],
  };
}

function kindOf(iri: string): string {
  const kind = /\/(event|relation|article)\/[^/]+$/.exec(iri)?.[1];
  return kind === "article" ? "resource" : (kind ?? "resource");
}
