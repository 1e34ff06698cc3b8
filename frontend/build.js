// Builds the scripts of the explorer into ../src/newsgraph/web/static/built, the same bytes each time.

import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { licences } from "./licences.js";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "newsgraph", "web", "static", "built");

// The pages allow no inline style, so what packages put into <style> elements stands in src/query.css, and stubs take
// the place of those elements (the code that made one removes the last child of <head> again).
const changes = [
  {
    file: /yasgui[\\/]build[\\/]yasgui\.esm\.js$/,
    pairs: [
      ['a = e.querySelectorAll("style")', 'a = e.querySelectorAll("meta")'],
      ['var o = document.createElement("style")', 'var o = document.createElement("meta")'],
      ["<strong style='text-decoration:underline'>", "<strong>"],
      // What has no name for screen readers.
      ["extraKeys: { Tab: !1 }", 'extraKeys: { Tab: !1 }, screenReaderLabel: "Response"'],
      ['.className = "tableSizer"', '.className = "tableSizer", this.tableSizeField.ariaLabel = "Page size"'],
    ],
  },
  {
    file: /cytoscape[\\/]dist[\\/]cytoscape\.esm\.mjs$/,
    pairs: [["var stylesheet = document.createElement('style')", "var stylesheet = document.createElement('meta')"]],
  },
];

const strict = {
  name: "no-inline-styles",
  setup(building) {
    for (const { file, pairs } of changes) {
      building.onLoad({ filter: file }, async ({ path }) => ({
        contents: changed(await readFile(path, "utf8"), pairs, path),
      }));
    }
  },
};

function changed(text, pairs, path) {
  for (const [from, to] of pairs) {
    if (text.split(from).length !== 2) throw new Error(`${path} does not hold once what is to be changed: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ["src/graph.ts", "src/map.ts", "src/query.ts", "src/page.ts", "src/query.css"],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  chunkNames: "[name]-[hash]",
  loader: { ".panel.css": "text" },
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [strict],
  logLevel: "warning",
});
const lock = JSON.parse(readFileSync(join(here, "package-lock.json"), "utf8"));
await writeFile(join(out, "THIRD-PARTY-LICENSES.txt"), licences(lock, here));
