/** The circles and names on a map, which stay as large as they are however close the map is looked at. */

interface Mark {
  circle: SVGCircleElement;
  x: number;
  y: number;
  radius: number;
  text: { element: SVGTextElement; x: number; y: number; size: number } | undefined;
}

/** Reads them from the map as the server drew it: names belong to the first circles, in the same order. */
export function marks(map: SVGSVGElement): Mark[] {
  const names = [...map.querySelectorAll<SVGTextElement>("text")];
  return [...map.querySelectorAll("circle")].map((circle, place) => {
    const element = names[place];
    const text = element && {
      element,
      x: number(element, "x"),
      y: number(element, "y"),
      size: number(element, "font-size"),
    };
    return { circle, x: number(circle, "cx"), y: number(circle, "cy"), radius: number(circle, "r"), text };
  });
}

/** Draws them for a map that shows this share of what it showed at first. */
export function redraw(drawn: Mark[], share: number): void {
  for (const { circle, x, y, radius, text } of drawn) {
    circle.setAttribute("r", String(radius * share));
    if (!text) continue;
    text.element.setAttribute("x", String(x + (text.x - x) * share));
    text.element.setAttribute("y", String(y + (text.y - y) * share));
    text.element.setAttribute("font-size", String(text.size * share));
  }
}

function number(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}
