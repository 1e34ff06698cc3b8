/** Yasr's table with IRIs that lead to their pages here, and with text that stays text. */

import Yasgui from "@zazuko/yasgui";

import { BASE, page } from "../addresses.js";
import { el } from "../dom.js";
import { shortened } from "./results.js";
import type { Term, Yasr } from "./results.js";

type Cell = Term & { "xml:lang"?: string };

interface Column {
  name: string;
  render?: (cell: Cell | "", use: string) => string;
}

interface Table {
  yasr: Yasr;
  persistentConfig: { compact?: boolean; isEllipsed?: boolean };
  getColumns(): Column[];
}

interface TableClass {
  new (yasr: Yasr): Table;
  defaults: object;
}

const Base = (Yasgui as unknown as { Yasr: { plugins: { table: TableClass } } }).Yasr.plugins.table;

export class LinkedTable extends Base {
  static override defaults = Base.defaults;

  /** Types of values are shown to those who ask for them, and text is shown whole. */
  constructor(yasr: Yasr) {
    super(yasr);
    this.persistentConfig = { compact: true, isEllipsed: false };
  }

  /**
   * The table takes what a column renders for HTML, be it to show it or to sort by it. So nothing gets there unescaped:
   * the columns of the base class hand on the text of answers as it is when they are sorted or looked through.
   */
  override getColumns(): Column[] {
    const prefixes = this.yasr.getPrefixes();
    const render = (cell: Cell | "", use: string): string => {
      if (!cell) return "";
      return use === "display" ? this.#shown(cell, prefixes).outerHTML : escaped(cell.value);
    };
    return super
      .getColumns()
      .map((column, place) => (place ? { ...column, title: escaped(column.name), render } : column));
  }

  #shown(cell: Cell, prefixes: Record<string, string>): HTMLElement {
    if (cell.type === "uri") return el("div", {}, link(cell.value, prefixes));
    const kind = cell["xml:lang"]
      ? [`@${cell["xml:lang"]}`]
      : cell.datatype
        ? [`^^${shortened(cell.datatype, prefixes)}`]
        : [];
    const more = this.persistentConfig.compact ? [] : kind.map((words) => el("sup", {}, words));
    return el("div", {}, el("span", { class: "nonIri" }, el("bdi", {}, cell.value), ...more));
  }
}

function link(iri: string, prefixes: Record<string, string>): HTMLElement {
  const words = iri.startsWith(BASE) ? iri.slice(BASE.length) : shortened(iri, prefixes);
  return el("a", { class: "iri", href: page(iri), title: iri }, words);
}

function escaped(text: string): string {
  return el("span", {}, text).innerHTML;
}
