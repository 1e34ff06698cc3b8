/** The shapes of the picture, small, for the legend and the list. */

import { svg } from "../dom.js";
import { colour, look } from "./looks.js";

const POINTS: Record<string, string> = {
  "round-rectangle": "1,2 9,2 9,8 1,8",
  rectangle: "1,1 9,1 9,9 1,9",
  hexagon: "3,1 7,1 9.5,5 7,9 3,9 0.5,5",
  triangle: "5,0.5 9.5,9.5 0.5,9.5",
  pentagon: "5,0.5 9.7,4 8,9.5 2,9.5 0.3,4",
  diamond: "5,0 10,5 5,10 0,5",
  rhomboid: "0,2 7,2 10,8 3,8",
  octagon: "3,0.5 7,0.5 9.5,3 9.5,7 7,9.5 3,9.5 0.5,7 0.5,3",
};
const NAMES = ["person", "organization", "group", "place", "office", "event", "told", "relation", "article", "other"];

export function sign(kind: string): SVGSVGElement {
  const points = POINTS[look(kind).shape];
  const shape = points ? svg("polygon", { points }) : svg("circle", { cx: 5, cy: 5, r: 4.5 });
  return svg(
    "svg",
    {
      class: `network-sign network-${NAMES.includes(kind) ? kind : "other"}`,
      viewBox: "0 0 10 10",
      "aria-hidden": "true",
    },
    shape,
  );
}

/** Their colours, in light and in dark. */
export function colours(): string {
  const rules = (dark: boolean): string => NAMES.map((kind) => `.network-${kind}{fill:${colour(kind, dark)}}`).join("");
  return `${rules(false)}@media (prefers-color-scheme:dark){${rules(true)}}`;
}
