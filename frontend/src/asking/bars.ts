/** Bars of numbers as an SVG: lying beside their labels, or standing where the labels are dates. */

import { svg } from "../dom.js";

export interface Bar {
  label: string;
  value: number;
}

const WIDTH = 900;
const ROW = 22;
const NAMES = 260;
const HEIGHT = 260;

export function bars(all: Bar[], title: string): SVGSVGElement {
  const dates = all.length > 1 && all.every(({ label }) => /^-?\d{4}(-\d{2}(-\d{2})?)?/.test(label));
  return dates
    ? standing(
        [...all].sort((a, b) => (a.label < b.label ? -1 : 1)),
        title,
      )
    : lying(all, title);
}

function lying(all: Bar[], title: string): SVGSVGElement {
  const { low, span } = scale(all);
  const at = (value: number): number => NAMES + ((value - low) / span) * (WIDTH - NAMES - 70);
  const rows = all.flatMap(({ label, value }, row) => {
    const y = row * ROW;
    const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
    return [
      svg("text", { x: NAMES - 8, y: y + 15, "text-anchor": "end" }, cut(label, 38), svg("title", {}, label)),
      svg(
        "rect",
        { x: from, y: y + 3, width: Math.max(to - from, 1), height: ROW - 6 },
        svg("title", {}, `${label}: ${value}`),
      ),
      svg("text", { x: to + 6, y: y + 15 }, value.toLocaleString("en")),
    ];
  });
  return framed(all.length * ROW, title, rows);
}

function standing(all: Bar[], title: string): SVGSVGElement {
  const { low, span } = scale(all);
  const step = (WIDTH - 60) / all.length;
  const at = (value: number): number => HEIGHT - ((value - low) / span) * (HEIGHT - 20);
  const every = Math.ceil(80 / step);
  const columns = all.flatMap(({ label, value }, place) => {
    const x = 60 + place * step;
    const [top, bottom] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
    const bar = svg(
      "rect",
      { x, y: top, width: Math.max(step - 2, 1), height: Math.max(bottom - top, 1) },
      svg("title", {}, `${label}: ${value}`),
    );
    return place % every ? [bar] : [bar, svg("text", { x, y: HEIGHT + 16 }, label.slice(0, 10))];
  });
  const ends = [low, low + span].map((value) =>
    svg("text", { x: 52, y: at(value) + 4, "text-anchor": "end" }, value.toLocaleString("en")),
  );
  return framed(HEIGHT + 24, title, [...ends, ...columns]);
}

function scale(all: Bar[]): { low: number; span: number } {
  const low = Math.min(0, ...all.map(({ value }) => value));
  return { low, span: Math.max(0, ...all.map(({ value }) => value)) - low || 1 };
}

function framed(height: number, title: string, shapes: SVGElement[]): SVGSVGElement {
  return svg(
    "svg",
    {
      class: "asking-bars",
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      "aria-label": title,
      "font-size": 12,
      "font-family": "sans-serif",
    },
    ...shapes,
  );
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
