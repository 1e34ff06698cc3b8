/** Answers with a column of numbers, as bars. */

import { el, svg } from "../dom.js";
import { bars } from "./bars.js";
import type { Bar } from "./bars.js";
import { shortened } from "./results.js";
import type { Download, Term, Yasr } from "./results.js";

const MOST = 200;

export class ChartPlugin {
  readonly priority = 4;
  readonly label = "Chart";
  #drawn: SVGSVGElement | undefined;

  constructor(readonly yasr: Yasr) {}

  canHandleResults(): boolean {
    const { numbers, others } = this.#columns();
    return numbers.length > 0 && others.length > 0;
  }

  getIcon(): Element {
    return el(
      "div",
      { class: "asking-icon" },
      svg(
        "svg",
        { viewBox: "0 0 16 16", "aria-hidden": "true" },
        svg("path", { d: "M2 14V8M6 14V3M10 14V6M14 14v-4" }),
      ),
    );
  }

  draw(): void {
    const { numbers, others } = this.#columns();
    const value = choice("Numbers", numbers);
    const label = choice("by", others);
    const frame = el("div", { class: "asking-chart" });
    const redraw = (): void => {
      const all = this.#bars(label.list.value, value.list.value);
      this.#drawn = bars(all.slice(0, MOST), `${value.list.value} by ${label.list.value}`);
      frame.replaceChildren(
        this.#drawn,
        ...(all.length > MOST ? [el("p", {}, `Of ${all.length} rows the first ${MOST}.`)] : []),
      );
    };
    for (const { list } of [value, label]) list.addEventListener("change", redraw);
    this.yasr.resultsEl.replaceChildren(el("p", { class: "asking-choices" }, value.whole, " ", label.whole), frame);
    redraw();
  }

  download(name?: string): Download {
    const copy = this.#drawn?.cloneNode(true) as SVGSVGElement | undefined;
    copy?.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    return {
      contentType: "image/svg+xml",
      getData: () => copy?.outerHTML ?? "",
      filename: `${name ?? "chart"}.svg`,
      title: "Download as SVG",
    };
  }

  #columns(): { numbers: string[]; others: string[] } {
    const rows = this.yasr.results?.getBindings() ?? [];
    const names = rows.length ? (this.yasr.results?.getVariables() ?? []) : [];
    const numbers = names.filter((name) => {
      const there = rows.flatMap((row) => row[name] ?? []);
      return there.length > 0 && there.every(isNumber);
    });
    return { numbers, others: names.filter((name) => !numbers.includes(name) && rows.some((row) => row[name])) };
  }

  #bars(label: string, value: string): Bar[] {
    const prefixes = this.yasr.getPrefixes();
    return (this.yasr.results?.getBindings() ?? []).flatMap((row): Bar[] => {
      const [named, counted] = [row[label], row[value]];
      if (!counted) return [];
      const words = named?.type === "uri" ? shortened(named.value, prefixes) : (named?.value ?? "–");
      return [{ label: words, value: Number(counted.value) }];
    });
  }
}

function isNumber({ type, value }: Term): boolean {
  return type !== "uri" && type !== "bnode" && value.trim() !== "" && Number.isFinite(Number(value));
}

function choice(words: string, names: string[]): { whole: HTMLElement; list: HTMLSelectElement } {
  const list = el("select", {}, ...names.map((name) => el("option", { value: name }, name)));
  return { whole: el("label", {}, `${words} `, list), list };
}
