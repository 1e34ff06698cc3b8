/** What is known of the network so far, and what of it is asked for. */

import type { Edge, Network, Thing } from "../values.js";

/** What is shown. An empty list asks for everything. */
export interface Asked {
  kinds: string[];
  types: string[];
  from: string;
  to: string;
}

export const identity = (edge: Edge): string => JSON.stringify([edge.source, edge.target, edge.label, edge.fact.iri]);

export class Known {
  readonly nodes = new Map<string, Thing>();
  readonly edges = new Map<string, Edge>();
  /** How many more neighbours each expanded node has. */
  readonly expanded = new Map<string, number>();

  constructor(readonly centre: string) {}

  /** Takes in what is around a node, and tells what of it is new. */
  add(around: string, network: Network): { nodes: Thing[]; edges: Edge[] } {
    this.expanded.set(around, network.left_out);
    const nodes = network.nodes.filter((node) => !this.nodes.has(node.iri));
    for (const node of nodes) this.nodes.set(node.iri, node);
    const whole = network.edges.filter((edge) => this.nodes.has(edge.source) && this.nodes.has(edge.target));
    const edges = [...new Map(whole.map((edge) => [identity(edge), edge])).values()].filter(
      (edge) => !this.edges.has(identity(edge)),
    );
    for (const edge of edges) this.edges.set(identity(edge), edge);
    return { nodes, edges };
  }

  /** The identities of the nodes and edges that are asked for. */
  shown(asked: Asked): { nodes: Set<string>; edges: Set<string> } {
    const nodes = new Set([this.centre]);
    const edges = new Set<string>();
    for (const [id, edge] of this.edges) {
      if (
        this.#typed(edge, asked) &&
        timely(edge, asked) &&
        this.#wanted(edge.source, asked) &&
        this.#wanted(edge.target, asked)
      ) {
        edges.add(id);
        nodes.add(edge.source).add(edge.target);
      }
    }
    return { nodes: new Set([...nodes].filter((iri) => this.nodes.has(iri))), edges };
  }

  of(iri: string): Edge[] {
    return [...this.edges.values()].filter((edge) => edge.source === iri || edge.target === iri);
  }

  #typed(edge: Edge, { types }: Asked): boolean {
    const its = [edge.fact.type, this.nodes.get(edge.source)?.type, this.nodes.get(edge.target)?.type];
    return !types.length || its.some((type) => type && types.includes(type));
  }

  #wanted(iri: string, asked: Asked): boolean {
    const kind = this.nodes.get(iri)?.kind ?? "";
    return iri === this.centre || !asked.kinds.length || asked.kinds.includes(kind);
  }
}

/** Dates of any precision compare as text; "~" stands behind all that can follow a date. */
function timely(edge: Edge, { from, to }: Asked): boolean {
  const first = edge.when.start ?? edge.when.end;
  const last = edge.when.end ?? edge.when.start;
  if (from && !(last && `${last}~` >= from)) return false;
  return !to || Boolean(first && first <= `${to}~`);
}
