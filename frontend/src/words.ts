/** How values read. */

import type { Span } from "./values.js";

const KINDS: Record<string, string> = {
  person: "Person",
  organization: "Organisation",
  group: "Group",
  place: "Place",
  office: "Office",
  thing: "Thing",
  event: "Event",
  told: "Told, no fact",
  relation: "Relation",
  figure: "Figure",
  claim: "Claim",
  article: "Article",
  resource: "Other",
};

export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** "TroopDeployment" as "troop deployment"; a run of capitals stays one word. */
export function typeWords(type: string): string {
  const words = type
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(" ");
  return words.map((word) => (/^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word)).join(" ");
}

export function spanWords(when: Span): string {
  const start = day(when.start);
  const end = day(when.end);
  const dates = start && end && start !== end ? `${start} to ${end}` : start || (end && `until ${end}`);
  return dates && when.words ? `${dates} (“${when.words}”)` : dates || (when.words ?? "");
}

function day(value: string | null): string {
  return (value ?? "").replace("T", " ");
}

/** "1 node", "2 nodes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
