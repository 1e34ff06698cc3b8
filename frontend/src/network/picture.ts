/** The picture of the network. */

import cytoscape from "cytoscape";
import type { Core, ElementDefinition, NodeCollection } from "cytoscape";

import { calm, dark } from "../dom.js";
import type { Edge, Thing } from "../values.js";
import { identity } from "./known.js";
import { look, looks } from "./looks.js";
import { apart, shaped } from "./spreading.js";

const LONGEST = 40;
const MARGIN = 15;
/** Free room between labels. */
const GAP = 3;
/** A network of few nodes is not blown up to fill its frame. */
const CLOSEST = 1.5;
/** Signs that turn the direction of a text around; what a picture says must read as it is. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export class Picture {
  readonly #core: Core;

  constructor(
    readonly frame: HTMLElement,
    readonly centre: string,
    chosen: (id: string, isNode: boolean) => void,
  ) {
    const style = looks(dark((now) => this.#core.style(looks(now))));
    this.#core = cytoscape({ container: frame, style, minZoom: 0.15, maxZoom: 4, boxSelectionEnabled: false });
    this.#core.on("tap", "node", (event) => chosen(event.target.id(), true));
    this.#core.on("tap", "edge", (event) => chosen(event.target.id(), false));
  }

  /** Adds what is new, its nodes in a circle around the one that they belong to. */
  add(around: string, nodes: Thing[], edges: Edge[]): void {
    const middle = this.#core.getElementById(around);
    const { x, y } = middle.nonempty() ? middle.position() : { x: 0, y: 0 };
    const placed = nodes.map((node, place): ElementDefinition => {
      const turn = (2 * Math.PI * place) / nodes.length;
      const out = node.iri === around ? 0 : 140;
      const position = { x: x + out * Math.cos(turn), y: y + out * Math.sin(turn) };
      return { group: "nodes", data: pictured(node), position, classes: node.iri === this.centre ? "centre" : "" };
    });
    this.#core.add([...placed, ...edges.map(drawn)]);
  }

  show(nodes: Set<string>, edges: Set<string>): void {
    this.#core.batch(() => {
      this.#core.nodes().forEach((node) => void node.toggleClass("hidden", !nodes.has(node.id())));
      this.#core.edges().forEach((edge) => void edge.toggleClass("hidden", !edges.has(edge.id())));
    });
  }

  choose(id: string): void {
    this.#core.elements().removeClass("chosen");
    this.#core.getElementById(id).addClass("chosen");
  }

  arrange(): void {
    const shown = this.#core.elements().not(".hidden");
    const layout = shown.layout({
      name: "cose",
      animate: false,
      randomize: false,
      fit: false,
      nodeDimensionsIncludeLabels: true,
      nodeRepulsion: () => 25_000,
      idealEdgeLength: () => 60,
      gravity: 1,
      numIter: shown.nodes().length > 150 ? 300 : 900,
    });
    layout.one("layoutstop", () => {
      this.#spread(shown.nodes());
      this.fit();
    });
    layout.run();
  }

  /** Gives the picture the shape of its frame, and each label a place of its own. */
  #spread(nodes: NodeCollection): void {
    const boxes = nodes.map((node) => {
      const { x, y } = node.position();
      const { x1, x2, y1, y2 } = node.boundingBox({ includeOverlays: false });
      return { node, x, y, left: x - x1 + GAP, right: x2 - x + GAP, up: y - y1 + GAP, down: y2 - y + GAP };
    });
    const { width, height } = this.frame.getBoundingClientRect();
    shaped(boxes, width / Math.max(height, 1));
    apart(boxes, 200);
    this.#core.batch(() => boxes.forEach(({ node, x, y }) => void node.position({ x, y })));
  }

  fit(): void {
    const shown = this.#core.elements().not(".hidden");
    this.#core.resize();
    const { w, h } = shown.boundingBox();
    const room = this.frame.getBoundingClientRect();
    const level = Math.min(
      CLOSEST,
      (room.width - 2 * MARGIN) / Math.max(w, 1),
      (room.height - 2 * MARGIN) / Math.max(h, 1),
    );
    if (calm()) {
      this.#core.zoom(level);
      this.#core.center(shown);
    } else this.#core.animate({ zoom: level, center: { eles: shown }, duration: 200 });
  }

  zoom(factor: number): void {
    const { width, height } = this.frame.getBoundingClientRect();
    this.#core.zoom({ level: this.#core.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
  }
}

function pictured(node: Thing): Record<string, unknown> {
  const label = node.label.replace(TURNING, "");
  const short = label.length > LONGEST ? `${label.slice(0, LONGEST).replace(/\s+\S*$/, "")}…` : label;
  return { id: node.iri, short, kind: node.kind, status: node.status ?? "", shape: look(node.kind).shape };
}

function drawn(edge: Edge): ElementDefinition {
  const { source, target, label, fact } = edge;
  return { group: "edges", data: { id: identity(edge), source, target, label, kind: fact.kind } };
}
