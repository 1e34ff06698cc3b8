// The licences of all packages that stand in the built files, as one text.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const named = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/** What package-lock.json lists for more than building, in the order of its names. */
export function licences(lock, root) {
  const folders = Object.keys(lock.packages)
    .filter((path) => path && !lock.packages[path].dev)
    .sort();
  return folders
    .filter((path) => existsSync(join(root, path)))
    .map((path) => licence(join(root, path)))
    .join("\n");
}

function licence(folder) {
  const { name, version, license, licenses, author, homepage } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const files = readdirSync(folder)
    .filter((file) => named.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  const by = typeof author === "string" ? author : author?.name;
  const head = [`${name} ${version}`, `Licence: ${spdx(license ?? licenses?.[0])}`, by && `By: ${by}`, homepage];
  return [...head.filter(Boolean), "", ...texts, "", "-".repeat(80), ""].join("\n");
}

function spdx(license) {
  return typeof license === "string" ? license : (license?.type ?? "as follows");
}
