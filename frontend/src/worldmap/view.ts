/** The part of a map that is seen, in the map's own units: its left upper corner and its width; twice as wide as high. */

export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const WORLD: View = { x: 0, y: 0, width: 1000, height: 500 };
/** The shapes of countries are too coarse to look at them closer than this. */
const CLOSEST = 20;

export function read(box: string): View {
  const [x = 0, y = 0, width = WORLD.width, height = WORLD.height] = box.split(/[\s,]+/).map(Number);
  return { x, y, width, height };
}

export function written({ x, y, width, height }: View): string {
  return [x, y, width, height].map((value) => Math.round(value * 1000) / 1000).join(" ");
}

/** Zooms by a factor (above 1: closer) so that a point of the map stays where it is. */
export function zoomed(view: View, factor: number, at = middle(view)): View {
  const width = Math.min(WORLD.width, Math.max(CLOSEST, view.width / factor));
  const share = width / view.width;
  return kept({
    x: at.x - (at.x - view.x) * share,
    y: at.y - (at.y - view.y) * share,
    width,
    height: view.height * share,
  });
}

/** Moves by shares of what is seen. */
export function moved(view: View, across: number, down: number): View {
  return kept({ ...view, x: view.x + across * view.width, y: view.y + down * view.height });
}

function middle(view: View): { x: number; y: number } {
  return { x: view.x + view.width / 2, y: view.y + view.height / 2 };
}

function kept(view: View): View {
  const within = (low: number, size: number, whole: number): number =>
    Math.min(Math.max(low, 0), Math.max(whole - size, 0));
  return { ...view, x: within(view.x, view.width, WORLD.width), y: within(view.y, view.height, WORLD.height) };
}
