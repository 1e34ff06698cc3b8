/** How kinds of nodes look: a shape and a colour each, so that neither has to be told by colour alone. */

import type { Css, StylesheetJson } from "cytoscape";

interface Look {
  shape: Css.NodeShape;
  light: string;
  dark: string;
}

const LOOKS: Record<string, Look> = {
  person: { shape: "ellipse", light: "#1f77b4", dark: "#6cb4ee" },
  organization: { shape: "round-rectangle", light: "#6a4ea3", dark: "#b79df0" },
  group: { shape: "hexagon", light: "#a1478f", dark: "#e394d2" },
  place: { shape: "triangle", light: "#2c7a3f", dark: "#74cf8b" },
  office: { shape: "pentagon", light: "#7a5c2e", dark: "#d9b77c" },
  event: { shape: "diamond", light: "#c2410c", dark: "#fb9a5b" },
  told: { shape: "diamond", light: "#8a6d5c", dark: "#cbb0a0" },
  relation: { shape: "rhomboid", light: "#0f766e", dark: "#5fd0c5" },
  article: { shape: "rectangle", light: "#4b5563", dark: "#b4bcc8" },
};
const OTHER: Look = { shape: "octagon", light: "#6b7280", dark: "#a3abb8" };

export function look(kind: string): Look {
  return LOOKS[kind] ?? OTHER;
}

export function colour(kind: string, dark: boolean): string {
  return look(kind)[dark ? "dark" : "light"];
}

/** The style of the whole network. */
export function looks(dark: boolean): StylesheetJson {
  const ink = dark ? "#e8eaed" : "#1c2128";
  const paper = dark ? "#15181d" : "#ffffff";
  const line = dark ? "#6b7480" : "#9aa3ad";
  const accent = dark ? "#ffd166" : "#b00068";
  const text = {
    color: ink,
    "text-outline-color": paper,
    "text-outline-width": 2,
    "font-family": "system-ui, sans-serif",
  };
  return [
    {
      selector: "node",
      style: {
        ...text,
        label: "data(short)",
        shape: "data(shape)" as Css.NodeShape,
        "background-color": (node) => colour(String(node.data("kind")), dark),
        width: 24,
        height: 24,
        "font-size": 12,
        "min-zoomed-font-size": 7,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-wrap": "wrap",
        "text-max-width": "110px",
        "border-width": 1,
        "border-color": ink,
      },
    },
    {
      selector: "node[kind = 'told']",
      style: { "border-style": "dashed", "border-width": 2, "background-opacity": 0.45 },
    },
    {
      selector: "node[status = 'Disputed']",
      style: { "border-style": "double", "border-width": 5, "border-color": accent },
    },
    { selector: "node.centre", style: { width: 38, height: 38, "font-size": 14, "font-weight": "bold" } },
    {
      selector: "edge",
      style: {
        ...text,
        label: "data(label)",
        width: 1.5,
        "line-color": line,
        "target-arrow-color": line,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.8,
        "curve-style": "bezier",
        "font-size": 10,
        "text-rotation": "autorotate",
        "min-zoomed-font-size": 8,
      },
    },
    { selector: "edge[kind = 'told']", style: { "line-style": "dashed" } },
    {
      selector: ".chosen",
      style: { "border-color": accent, "border-width": 4, "line-color": accent, "target-arrow-color": accent },
    },
    { selector: ".hidden", style: { display: "none" } },
  ];
}
