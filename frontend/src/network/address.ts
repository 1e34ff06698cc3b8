/** The network as parameters of the page's address, so that a link to it shows the same. */

import type { Asked } from "./known.js";

const OPEN = "open";

export function read(search: string): { asked: Asked; open: string[] } {
  const given = new URLSearchParams(search);
  const asked = {
    kinds: given.getAll("kind").filter(Boolean),
    types: given.getAll("type").filter(Boolean),
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
  };
  return { asked, open: given.getAll(OPEN).slice(0, 20) };
}

export function keep(asked: Asked, open: string[]): void {
  const address = new URL(location.href);
  put(address.searchParams, "kind", asked.kinds);
  put(address.searchParams, OPEN, open);
  narrow(address, asked);
  history.replaceState(history.state, "", address);
}

/** Asks an address for what is asked for only; kinds are the page's own business. */
export function narrow(address: URL, asked: Asked): URL {
  put(address.searchParams, "type", asked.types);
  put(address.searchParams, "from", asked.from ? [asked.from] : []);
  put(address.searchParams, "to", asked.to ? [asked.to] : []);
  return address;
}

function put(parameters: URLSearchParams, name: string, values: string[]): void {
  parameters.delete(name);
  for (const value of values) parameters.append(name, value);
}
