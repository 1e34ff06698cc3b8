/** The editor and the tables of answers: Yasgui with what is ours, asking nobody but this server. */

import Yasgui from "@zazuko/yasgui";

import { el } from "../dom.js";
import { reason } from "../values.js";
import { ChartPlugin } from "./chart-plugin.js";
import { declared } from "./declaring.js";
import { GraphPlugin } from "./graph-plugin.js";
import { LinkedTable } from "./linked-table.js";

type Prefixes = Record<string, string>;

const FIRST = `SELECT ?event ?what ?who WHERE {
  ?event ng:agent ?agent ; rdfs:label ?what .
  ?agent rdfs:label ?who .
}
LIMIT 20`;

/** One editor for an endpoint, which tells when something is asked; what stands in its tabs is kept in this browser. */
export class Editor {
  readonly #gui: Yasgui;

  constructor(
    holder: HTMLElement,
    endpoint: string,
    readonly prefixes: Prefixes,
    asked: () => void,
  ) {
    prepare(prefixes);
    this.#gui = new Yasgui(holder, {
      requestConfig: { endpoint, method: "POST" },
      copyEndpointOnNewTab: false,
      // A link could otherwise have somebody run whatever it says.
      populateFromUrl: false,
      persistenceId: "newsgraph",
      endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [], renderItem: () => undefined },
      yasqe: { value: declared(FIRST, prefixes), editorHeight: "15rem", screenReaderLabel: "SPARQL query" } as never,
      yasr: { prefixes, defaultPlugin: "table" } as never,
      autofocus: false,
    });
    for (const tab of Object.values(this.#gui._tabs)) tab.setEndpoint(endpoint);
    this.#gui.on("query", asked);
    // It stands among the tabs, and the arrow keys reach it as one of them.
    const more = holder.querySelector(".tabsList .addTab");
    more?.setAttribute("role", "tab");
    more?.setAttribute("aria-selected", "false");
  }

  /** Opens a tab of that name with a query, and runs it if asked to. */
  open(name: string, text: string, run: boolean): void {
    const query = declared(text, this.prefixes);
    const there = Object.values(this.#gui._tabs).find((tab) => tab.getName() === name);
    const tab = there ?? this.#gui.addTab(true, { name, yasqe: { value: query } });
    this.#gui.selectTabId(tab.getId());
    tab.setQuery(query);
    if (run) void tab.query().catch(() => undefined); // Yasr shows what went wrong
  }
}

const { Yasqe, Yasr } = Yasgui as unknown as {
  Yasqe: {
    defaults: { autocompleters: string[]; extraKeys: Record<string, unknown> };
    forkAutocompleter(from: string, to: object, enable: boolean): void;
  };
  Yasr: {
    defaults: { pluginOrder: string[]; errorRenderers?: unknown[] };
    registerPlugin(name: string, plugin: unknown): void;
  };
};

/** What the server says is wrong, in its own words; anything else is left to Yasr. */
async function told(error: { text: string }): Promise<HTMLElement | undefined> {
  const words = reason(error.text);
  return words ? el("p", { role: "alert" }, words) : undefined;
}

function prepare(prefixes: Prefixes): void {
  const get = (): string[] =>
    Object.entries(prefixes)
      .map(([name, iri]) => `${name}: <${iri}>`)
      .sort();
  Yasqe.forkAutocompleter("prefixes", { name: "own-prefixes", persistenceId: null, get }, false);
  Yasqe.defaults.autocompleters = ["own-prefixes", "variables"];
  // Who moves by keyboard must get out of the editor again.
  Object.assign(Yasqe.defaults.extraKeys, { Tab: false, "Shift-Tab": false });
  Yasr.registerPlugin("table", LinkedTable);
  Yasr.registerPlugin("graph", GraphPlugin);
  Yasr.registerPlugin("chart", ChartPlugin);
  Yasr.defaults.errorRenderers = [told];
  Yasr.defaults.pluginOrder = ["table", "graph", "chart", "response", "boolean", "error"];
}
