/** The questions that come with the program: a form for the parameters of one, which opens it in the editor. */

import { el } from "../dom.js";
import { fetched } from "../values.js";
import type { NamedQuery, Parameter } from "../values.js";

type Open = (name: string, query: string, run: boolean) => void;

export class Questions {
  readonly form = el("form", { class: "card named", hidden: true });
  readonly #told = el("p", { role: "status" });

  constructor(
    readonly all: NamedQuery[],
    readonly open: Open,
  ) {}

  /** The links to questions of a page; where there are none, a list of them. */
  listen(list: Element | null): Element {
    const links = [...(list?.querySelectorAll<HTMLAnchorElement>("a[href]") ?? [])];
    for (const link of links) {
      const name = new URL(link.href).searchParams.get("name");
      link.addEventListener("click", (event) => {
        if (!name || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        for (const other of links) other.removeAttribute("aria-current");
        link.setAttribute("aria-current", "page");
        history.replaceState(history.state, "", link.href);
        this.choose(name, {});
      });
    }
    if (list) return list;
    const items = this.all.map(({ name, question }) =>
      el("li", {}, el("a", { href: `/query?name=${encodeURIComponent(name)}` }, question)),
    );
    return this.listen(el("nav", { class: "questions", "aria-label": "Questions" }, el("ul", {}, ...items)));
  }

  /** Shows the parameters of a question, and its text in the editor; runs it if asked to. */
  choose(name: string, values: Record<string, string>, run = false): void {
    const one = this.all.find((query) => query.name === name);
    if (!one) return;
    this.form.replaceChildren(
      el("h2", {}, one.question),
      el("div", { class: "params" }, ...one.params.map((parameter) => field(parameter, values[parameter.name]))),
      el("p", { class: "go" }, el("button", { type: "submit" }, "Run")),
      this.#told,
    );
    this.#told.textContent = "";
    this.form.hidden = false;
    this.form.onsubmit = (event): void => {
      event.preventDefault();
      this.#keep(one);
      void this.#bind(one, true);
    };
    void this.#bind(one, run);
  }

  /** Puts what is asked into the address of the page, so that a link to it asks the same. */
  #keep(one: NamedQuery): void {
    const given = [...new FormData(this.form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
    const address = new URLSearchParams([["name", one.name], ...given, ["run", "1"]]);
    history.replaceState(history.state, "", `?${address}`);
  }

  /** Has the server put the values into the text, which knows how to write each type. */
  async #bind(one: NamedQuery, run: boolean): Promise<void> {
    const given = [...new FormData(this.form)].map(([name, value]): [string, string] => [
      name.replace(/^p-/, ""),
      String(value).trim(),
    ]);
    const values = given.filter(([, value]) => value);
    const lacking = one.params.some(({ name, required }) => required && !values.some(([there]) => there === name));
    if (lacking) return this.open(one.question, one.text, false);
    try {
      const bound = await fetched<{ text: string }>(
        `/api/queries/${encodeURIComponent(one.name)}?${new URLSearchParams(values)}`,
      );
      this.#told.textContent = "";
      this.open(one.question, bound.text, run);
    } catch (error) {
      this.#told.textContent = error instanceof Error ? error.message : String(error);
    }
  }
}

function field(parameter: Parameter, value: string | undefined): HTMLElement {
  const id = `p-${parameter.name}`;
  const input = el("input", { id, name: id, required: parameter.required, value: value ?? parameter.default ?? "" });
  if (parameter.type === "integer") input.inputMode = "numeric";
  if (parameter.type === "date") input.placeholder = "2022-01-31";
  const words = parameter.meaning.slice(0, 1).toUpperCase() + parameter.meaning.slice(1);
  const must = parameter.required ? [el("span", { class: "small" }, " (must be given)")] : [];
  return el("div", { class: "field" }, el("label", { for: id }, words, ...must), input);
}
