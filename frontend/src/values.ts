/** What the API gives out: the values of newsgraph.model.explorer as JSON. */

export interface Thing {
  iri: string;
  label: string;
  kind: string;
  type: string;
  status: string | null;
}

export interface Span {
  start: string | null;
  end: string | null;
  words: string | null;
}

export interface Edge {
  source: string;
  target: string;
  label: string;
  fact: Thing;
  when: Span;
}

export interface Network {
  nodes: Thing[];
  edges: Edge[];
  left_out: number;
}

export interface Parameter {
  name: string;
  type: string;
  meaning: string;
  default: string | null;
  required: boolean;
}

export interface NamedQuery {
  name: string;
  question: string;
  params: Parameter[];
  text: string;
}

/** JSON from the server that served the page; an answer that is no success is an error that says why. */
export async function fetched<T>(address: string | URL, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: signal ?? null });
  if (!answer.ok) {
    const text = await answer.text();
    throw new Error(reason(text) ?? (text.slice(0, 300) || answer.statusText));
  }
  return (await answer.json()) as T;
}

/** What a description of a problem (RFC 9457) says. */
export function reason(text: string): string | undefined {
  try {
    const problem = JSON.parse(text) as { title?: unknown; detail?: unknown };
    const words = problem.detail ?? problem.title;
    return words ? String(words) : undefined;
  } catch {
    return undefined; // another sort of text
  }
}
