/** What of an answer Yasr's plugins read. The types of Yasr itself need packages that are not there. */

export interface Term {
  value: string;
  type: string;
  datatype?: string;
}

interface RdfTerm {
  termType: string;
  value: string;
}

export interface Results {
  getBindings(): Record<string, Term>[] | undefined;
  getVariables(): string[];
  getStatements(): { subject: RdfTerm; predicate: RdfTerm; object: RdfTerm }[] | undefined;
  getBoolean(): boolean | undefined;
}

export interface Yasr {
  results?: Results;
  resultsEl: HTMLElement;
  getPrefixes(): Record<string, string>;
}

export interface Download {
  contentType: string;
  getData: () => string;
  filename: string;
  title: string;
}

export interface Triple {
  subject: Term;
  predicate: Term;
  object: Term;
}

/** An IRI with its prefix, if it has one. */
export function shortened(iri: string, prefixes: Record<string, string>): string {
  const found = Object.entries(prefixes).find(
    ([, start]) => start && iri.startsWith(start) && iri.length > start.length,
  );
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

const COLUMNS = [
  ["s", "p", "o"],
  ["subject", "predicate", "object"],
  ["source", "label", "target"],
];

/** The triples of an answer: those that it is made of, or its rows where the columns are those of triples. */
export function triples(results: Results | undefined): Triple[] {
  const made = statements(results);
  if (made.length) return made;
  const names = results?.getVariables() ?? [];
  const [s, p, o] = COLUMNS.find((columns) => columns.every((name) => names.includes(name))) ?? [];
  if (!s || !p || !o) return [];
  return (results?.getBindings() ?? []).flatMap((row) => {
    const [subject, predicate, object] = [row[s], row[p], row[o]];
    return subject && predicate && object ? [{ subject, predicate, object }] : [];
  });
}

function statements(results: Results | undefined): Triple[] {
  try {
    const term = ({ termType, value }: RdfTerm): Term => ({ value, type: termType === "Literal" ? "literal" : "uri" });
    return (results?.getStatements() ?? []).map(({ subject, predicate, object }) => ({
      subject: term(subject),
      predicate: term(predicate),
      object: term(object),
    }));
  } catch {
    return []; // an answer that is no graph
  }
}
