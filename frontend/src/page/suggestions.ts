/** A field that suggests things by their names, as a combobox with a list (ARIA Authoring Practices). */

import { page } from "../addresses.js";
import { adopt, el } from "../dom.js";
import { fetched } from "../values.js";
import type { Thing } from "../values.js";
import { counted, kindWords } from "../words.js";
import rules from "./suggestions.panel.css";

const PAUSE = 150;

export class Suggestions {
  readonly #list = el("div", { id: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
  readonly #told = el("p", { class: "suggestions-told", role: "status" });
  #timer = 0;
  #asking = new AbortController();
  #at = -1;

  constructor(readonly field: HTMLInputElement) {
    adopt(rules);
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "suggestions",
      autocomplete: "off",
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    const place = el("div", { class: "suggestions" }, this.#list, this.#told);
    (field.form ?? field).append(place);
    field.addEventListener("input", () => this.#later());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#close());
    // A press on a suggestion must not take the focus away before its click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const letters = this.field.value.trim();
    if (letters.length < 2) this.#close();
    else this.#timer = window.setTimeout(() => void this.#ask(letters), PAUSE);
  }

  async #ask(letters: string): Promise<void> {
    this.#asking = new AbortController();
    try {
      this.#show(await fetched<Thing[]>(`/api/suggest?q=${encodeURIComponent(letters)}`, this.#asking.signal));
    } catch {
      this.#close(); // the search itself still works, and tells what is wrong
    }
  }

  #show(things: Thing[]): void {
    this.#at = -1;
    this.#list.replaceChildren(...things.map((thing, place) => option(thing, place)));
    const open = things.length > 0 && document.activeElement === this.field;
    this.#list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    this.field.removeAttribute("aria-activedescendant");
    this.#told.textContent = open ? counted(things.length, "suggestion") : "";
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#show([]);
  }

  #key(event: KeyboardEvent): void {
    const options = [...this.#list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && options.length) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Enter" && this.#at >= 0) {
      event.preventDefault();
      options[this.#at]?.click();
    } else if (step && options.length) {
      event.preventDefault();
      // One place more than there are options: the field itself.
      this.#at = ((this.#at + 1 + step + options.length + 1) % (options.length + 1)) - 1;
      this.#mark(options);
    }
  }

  #mark(options: Element[]): void {
    options.forEach((one, place) => one.setAttribute("aria-selected", String(place === this.#at)));
    const chosen = options[this.#at];
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id);
    else this.field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }
}

function option(thing: Thing, place: number): HTMLElement {
  return el(
    "a",
    { id: `suggestion-${place}`, role: "option", "aria-selected": "false", href: page(thing.iri), tabindex: -1 },
    el("bdi", {}, thing.label),
    el("small", {}, ` ${kindWords(thing.kind)}`),
  );
}
