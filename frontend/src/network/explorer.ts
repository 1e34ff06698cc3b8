/** The network around a thing: fetches it, and keeps picture, list, panel and address in step. */

import { el } from "../dom.js";
import { fetched } from "../values.js";
import type { Network } from "../values.js";
import { counted, kindWords } from "../words.js";
import { keep, narrow, read } from "./address.js";
import { Filters } from "./filters.js";
import { identity, Known } from "./known.js";
import type { Asked } from "./known.js";
import { aboutEdge, aboutNode } from "./panel.js";
import { Picture } from "./picture.js";
import { sign } from "./signs.js";

export class NetworkExplorer {
  readonly #known: Known;
  readonly #picture: Picture;
  readonly #filters: Filters;
  readonly #list = el("ul", { class: "network-list" });
  readonly #panel = el("section", { class: "network-panel", "aria-label": "What is chosen", tabindex: -1 });
  readonly #told = el("p", { class: "network-news", role: "status" });
  readonly #ways = { label: (iri: string) => this.#label(iri), choose: (iri: string) => void this.choose(iri) };
  #asked: Asked;
  #open: string[];
  #chosen = "";

  constructor(
    holder: HTMLElement,
    readonly source: URL,
    readonly centre: string,
  ) {
    ({ asked: this.#asked, open: this.#open } = read(location.search));
    this.#known = new Known(centre);
    this.#filters = new Filters(this.#asked, (asked) => void this.#narrowed(asked));
    const frame = el("div", { class: "network-picture", "aria-hidden": "true" });
    const stage = el("div", { class: "network-stage" }, this.#controls(), frame);
    const names = el("nav", { "aria-label": "Nodes of the network" }, this.#list);
    holder.replaceChildren(
      this.#filters.form,
      this.#told,
      el("div", { class: "network-body" }, stage, names, this.#panel),
    );
    this.#picture = new Picture(frame, centre, (id, isNode) => void (isNode ? this.choose(id) : this.#chooseEdge(id)));
  }

  /** Shows what the address of the page asks for. */
  async start(): Promise<void> {
    for (const iri of [this.centre, ...this.#open]) await this.#load(iri);
    this.#drawn();
    this.#picture.arrange();
    this.#tell("");
  }

  /** Chooses a node, and opens it where it is still closed. */
  async choose(iri: string): Promise<void> {
    if (!this.#known.expanded.has(iri)) await this.#expand(iri);
    this.#chosen = iri;
    this.#explain();
  }

  async #expand(iri: string): Promise<void> {
    this.#told.textContent = `Looking around ${this.#label(iri)} …`;
    const added = await this.#load(iri);
    if (!this.#known.expanded.has(iri)) return;
    this.#open = [...new Set([...this.#open, iri])];
    keep(this.#asked, this.#open);
    this.#drawn();
    if (added) this.#picture.arrange();
    this.#tell(`${added ? `${counted(added, "node")} added` : "Nothing new"} around ${this.#label(iri)}. `);
  }

  /** How many nodes are new; a failure is told and adds nothing. */
  async #load(iri: string): Promise<number> {
    const address = narrow(new URL(this.source), this.#asked);
    address.searchParams.set("iri", iri);
    try {
      const { nodes, edges } = this.#known.add(iri, await fetched<Network>(address));
      this.#picture.add(iri, nodes, edges);
      return nodes.length;
    } catch (error) {
      this.#told.textContent = `The network around ${this.#label(iri)} cannot be shown: ${String(error instanceof Error ? error.message : error)}`;
      return 0;
    }
  }

  async #narrowed(asked: Asked): Promise<void> {
    this.#asked = asked;
    keep(asked, this.#open);
    for (const [iri, more] of [...this.#known.expanded]) if (more) await this.#load(iri);
    this.#drawn();
    this.#picture.arrange();
    this.#tell("");
  }

  #chooseEdge(id: string): void {
    this.#chosen = id;
    this.#explain();
  }

  #drawn(): void {
    const { nodes, edges } = this.#known.shown(this.#asked);
    this.#picture.show(nodes, edges);
    this.#filters.offer(this.#known);
    this.#listed(nodes);
  }

  #listed(shown: Set<string>): void {
    const there = [...shown].flatMap((iri) => this.#known.nodes.get(iri) ?? []);
    there.sort((a, b) => kindWords(a.kind).localeCompare(kindWords(b.kind)) || a.label.localeCompare(b.label));
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["iri"] : undefined;
    const buttons = there.map((node) => {
      const words = [
        sign(node.kind),
        el("bdi", {}, node.label),
        el("span", { class: "network-unseen" }, `, ${kindWords(node.kind)}`),
      ];
      const click = (): void => void this.choose(node.iri);
      return el(
        "li",
        {},
        el("button", { type: "button", "data-iri": node.iri, "aria-pressed": "false", click }, ...words),
      );
    });
    this.#list.replaceChildren(...buttons);
    this.#mark();
    if (held) this.#list.querySelector<HTMLElement>(`[data-iri="${CSS.escape(held)}"]`)?.focus();
  }

  #explain(): void {
    const node = this.#known.nodes.get(this.#chosen);
    const edge = this.#known.edges.get(this.#chosen);
    const { edges } = this.#known.shown(this.#asked);
    const shown = this.#known.of(this.#chosen).filter((one) => edges.has(identity(one)));
    if (node) this.#panel.replaceChildren(...aboutNode(node, shown, this.#known.expanded.get(node.iri), this.#ways));
    else if (edge) this.#panel.replaceChildren(...aboutEdge(edge, this.#ways));
    this.#picture.choose(this.#chosen);
    this.#mark();
  }

  #mark(): void {
    for (const button of this.#list.querySelectorAll<HTMLElement>("button"))
      button.setAttribute("aria-pressed", String(button.dataset["iri"] === this.#chosen));
  }

  #tell(news: string): void {
    const { nodes, edges } = this.#known.shown(this.#asked);
    const more = this.#known.expanded.get(this.centre);
    const left = more ? ` ${counted(more, "more neighbour")} of ${this.#label(this.centre)} left out.` : "";
    if (this.#known.expanded.size)
      this.#told.textContent = `${news}${counted(nodes.size, "node")} and ${counted(edges.size, "edge")} shown.${left}`;
  }

  #label(iri: string): string {
    return this.#known.nodes.get(iri)?.label ?? iri;
  }

  #controls(): HTMLElement {
    const button = (words: string, name: string, act: () => void): HTMLElement =>
      el("button", { type: "button", "aria-label": name, title: name, click: act }, words);
    return el(
      "div",
      { class: "network-controls", role: "group", "aria-label": "Picture" },
      button("+", "Zoom in", () => this.#picture.zoom(1.3)),
      button("−", "Zoom out", () => this.#picture.zoom(1 / 1.3)),
      button("⤢", "Show all of it", () => this.#picture.fit()),
      button("⟲", "Arrange anew", () => this.#picture.arrange()),
    );
  }
}
