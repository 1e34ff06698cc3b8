/** Where pages stand, as newsgraph/web/pages/addresses.py has it. */

const PATH =
  /^(?:entity|article|event|relation|figure|claim|activity|agent|attribution|evidence|link|match|mention|selector)\/[A-Za-z0-9._~-]+$/;
export const BASE = "https://w3id.org/newsgraph/data/";

/** The path of the page about an IRI. */
export function page(iri: string, base: string = BASE): string {
  const rest = iri.startsWith(base) ? iri.slice(base.length) : "";
  return PATH.test(rest) && !/\/\.\.?$/.test(rest) ? `/${rest}` : `/resource?iri=${encodeURIComponent(iri)}`;
}
