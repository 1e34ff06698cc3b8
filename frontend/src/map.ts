/** The page /map: lets the map that the server drew be zoomed and moved. */

import { adopt, el } from "./dom.js";
import { listen } from "./worldmap/hands.js";
import rules from "./worldmap/map.panel.css";
import { marks, redraw } from "./worldmap/marks.js";
import { moved, read, WORLD, written, zoomed } from "./worldmap/view.js";
import type { View } from "./worldmap/view.js";

const STEP = 1.5;
const KEYS: Record<string, (view: View) => View> = {
  "+": (view) => zoomed(view, STEP),
  "=": (view) => zoomed(view, STEP),
  "-": (view) => zoomed(view, 1 / STEP),
  ArrowLeft: (view) => moved(view, -0.15, 0),
  ArrowRight: (view) => moved(view, 0.15, 0),
  ArrowUp: (view) => moved(view, 0, -0.15),
  ArrowDown: (view) => moved(view, 0, 0.15),
};

function start(map: SVGSVGElement): void {
  const first = read(map.getAttribute("viewBox") ?? "");
  const drawn = marks(map);
  let view = first;
  const show = (next: View): void => {
    view = next;
    map.setAttribute("viewBox", written(view));
    redraw(drawn, view.width / first.width);
  };

  map.setAttribute("tabindex", "0");
  map.addEventListener("keydown", (event) => {
    const act = event.key === "0" || event.key === "Home" ? () => first : KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(act(view));
  });
  listen(map, () => view, show);
  const button = (sign: string, name: string, act: () => View): HTMLElement =>
    el("button", { type: "button", "aria-label": name, title: name, click: () => show(act()) }, sign);
  const buttons = [
    button("+", "Zoom in", () => zoomed(view, STEP)),
    button("−", "Zoom out", () => zoomed(view, 1 / STEP)),
    button("⤢", "As it was at first", () => first),
    button("⊕", "The whole world", () => WORLD),
  ];
  const hint = el("span", { class: "small" }, "Drag to move; keys + − 0 and arrows; Ctrl and the wheel to zoom");
  map.before(el("div", { class: "map-controls", role: "group", "aria-label": "Map" }, ...buttons, hint));
}

const map = document.querySelector<SVGSVGElement>("svg#world, #map svg");
if (map) {
  adopt(rules);
  start(map);
}
