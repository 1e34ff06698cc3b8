/** The page /query: an editor for SPARQL, and the questions that come with the program. */

import { Editor } from "./asking/editor.js";
import { Questions } from "./asking/questions.js";
import { fetched } from "./values.js";
import type { NamedQuery } from "./values.js";

async function start(holder: HTMLElement): Promise<void> {
  const [prefixes, named] = await Promise.all([
    fetched<Record<string, string>>("/api/prefixes"),
    fetched<NamedQuery[]>(holder.dataset["queries"] || "/api/queries"),
  ]);
  const plain = document.querySelector<HTMLFormElement>("#plain-query");
  const text = plain?.querySelector("textarea")?.value.trim() ?? "";
  const given = new URLSearchParams(location.search);
  const endpoint = new URL(holder.dataset["endpoint"] ?? "/sparql", location.href).href;
  // What the server answered gives way to what the editor shows.
  const editor = new Editor(holder, endpoint, prefixes, () => document.getElementById("answer")?.remove());
  const questions = new Questions(named, (name, query, run) => editor.open(name, query, run));
  const list = questions.listen(document.querySelector("nav.questions"));

  // What the page does without scripts gives way to what it does with them.
  plain?.remove();
  document.querySelector("form.named")?.remove();
  holder.closest("details")?.setAttribute("open", "");
  (holder.closest("details") ?? holder).before(...(list.isConnected ? [] : [list]), questions.form);
  const linked = new URLSearchParams(location.hash.slice(1)).get("query");
  const name = given.get("name");
  if (linked) editor.open("From a link", linked, false);
  else if (name) questions.choose(name, values(given), given.has("run"));
  else if (given.get("q") && text) editor.open("From a link", text, false);
}

function values(given: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...given].filter(([name]) => name.startsWith("p-")).map(([name, value]) => [name.slice(2), value]),
  );
}

const holder = document.getElementById("yasgui");
if (holder) void start(holder);
