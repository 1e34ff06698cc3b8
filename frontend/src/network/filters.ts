/** The form that narrows the network: kinds, types and time. */

import { el } from "../dom.js";
import { kindWords, typeWords } from "../words.js";
import type { Asked, Known } from "./known.js";
import { sign } from "./signs.js";

/** Stands for no kind at all, since an empty list asks for all of them. */
const NONE = "none";

type Counts = Map<string, number>;

export class Filters {
  readonly form = el("form", { class: "network-filters", "aria-label": "Narrow the network" });
  readonly #kinds = el("fieldset", {}, el("legend", {}, "Kinds"));
  readonly #types = el("details", {}, el("summary", {}, "Types"));
  readonly #from = el("input", { type: "date", name: "from" });
  readonly #to = el("input", { type: "date", name: "to" });

  constructor(
    private asked: Asked,
    changed: (asked: Asked) => void,
  ) {
    this.#from.value = asked.from;
    this.#to.value = asked.to;
    this.#types.open = asked.types.length > 0;
    const days = el("fieldset", {}, el("legend", {}, "Time"), labelled("From", this.#from), labelled("To", this.#to));
    this.form.append(this.#kinds, this.#types, days, el("button", { type: "reset" }, "Show all"));
    this.form.addEventListener("change", () => changed(this.#read()));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.#from.value = this.#to.value = "";
      for (const box of this.form.querySelectorAll<HTMLInputElement>("[type=checkbox]"))
        box.checked = box.name === "kind";
      changed(this.#read());
    });
  }

  /** Offers what there is to choose from. */
  offer(known: Known): void {
    const kinds = counts([...known.nodes.values()].map((node) => node.kind));
    const types = counts([...known.edges.values()].map((edge) => edge.fact.type));
    this.#fill(this.#kinds, "kind", kinds, this.asked.kinds, kindWords);
    this.#fill(this.#types, "type", types, this.asked.types, typeWords);
  }

  #fill(holder: HTMLElement, name: string, there: Counts, chosen: string[], words: (value: string) => string): void {
    const held = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null;
    for (const value of chosen) if (value !== NONE && !there.has(value)) there.set(value, 0);
    const sorted = [...there].sort(([a], [b]) => words(a).localeCompare(words(b)));
    const boxes = sorted.map(([value, count]) => {
      const box = el("input", { type: "checkbox", name, value });
      box.checked = chosen.includes(value) || (name === "kind" && !chosen.length);
      return el("label", {}, box, ...(name === "kind" ? [sign(value)] : []), ` ${words(value)} (${count})`);
    });
    holder.replaceChildren(holder.firstElementChild ?? "", ...boxes);
    if (held) [...holder.querySelectorAll("input")].find((box) => box.value === held)?.focus();
  }

  #read(): Asked {
    const data = new FormData(this.form);
    const all = (name: string): string[] => data.getAll(name).map(String);
    const kinds = all("kind");
    const every = this.#kinds.querySelectorAll("input").length === kinds.length;
    this.asked = {
      kinds: every ? [] : kinds.length ? kinds : [NONE],
      types: all("type"),
      from: this.#from.value,
      to: this.#to.value,
    };
    return this.asked;
  }
}

function labelled(words: string, input: HTMLElement): HTMLElement {
  return el("label", {}, `${words} `, input);
}

function counts(values: string[]): Counts {
  const found: Counts = new Map();
  for (const value of values) if (value) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
