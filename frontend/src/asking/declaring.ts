/** Prefixes that a query uses and does not declare: the server knows them, the editor and other servers do not. */

export function declared(query: string, prefixes: Record<string, string>): string {
  // What may hold a colon that is no prefix's is taken out first.
  const bare = query.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g, " ");
  const there = new Set([...bare.matchAll(/\bPREFIX\s+([\w.-]*):/gi)].map((found) => found[1]));
  const used = new Set([...bare.matchAll(/(?<![\w.?$:-])([A-Za-z][\w.-]*):/g)].map((found) => found[1] ?? ""));
  const lines = Object.entries(prefixes).filter(([name]) => used.has(name) && !there.has(name));
  if (!lines.length) return query;
  return `${lines.map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join("\n")}\n\n${query}`;
}
