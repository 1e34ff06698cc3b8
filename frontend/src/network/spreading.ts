/** Boxes that do not lie on each other. */

/** A thing with its label: where it is, and how far it reaches from there. */
export interface Box {
  x: number;
  y: number;
  left: number;
  right: number;
  up: number;
  down: number;
}

/** Widens or flattens a picture by as much as it needs to have the shape of its frame, at most by half. */
export function shaped(boxes: Box[], ratio: number): void {
  const [xs, ys] = [boxes.map(({ x }) => x), boxes.map(({ y }) => y)];
  const [width, height] = [xs, ys].map((all) => Math.max(...all) - Math.min(...all)) as [number, number];
  if (!width || !height) return;
  const factor = Math.min(1.5, Math.max(1 / 1.5, Math.sqrt((ratio * height) / width)));
  for (const box of boxes) {
    box.x *= factor;
    box.y /= factor;
  }
}

/** Pushes boxes apart, each pair the shorter way and as little as may be, until none lies on another. */
export function apart(boxes: Box[], rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    boxes.forEach((one, place) => {
      for (const other of boxes.slice(place + 1)) moved = pushed(one, other) || moved;
    });
    if (!moved) return;
  }
}

function pushed(one: Box, other: Box): boolean {
  const [right, left] = [one.x + one.right - other.x + other.left, other.x + other.right - one.x + one.left];
  const [below, above] = [one.y + one.down - other.y + other.up, other.y + other.down - one.y + one.up];
  const across = Math.min(right, left);
  const down = Math.min(below, above);
  if (across <= 0 || down <= 0) return false;
  // A little more than needed, so that a picture comes to rest.
  if (across < down) move(one, other, "x", ((right < left ? -1 : 1) * (across + 1)) / 2);
  else move(one, other, "y", ((below < above ? -1 : 1) * (down + 1)) / 2);
  return true;
}

function move(one: Box, other: Box, axis: "x" | "y", by: number): void {
  one[axis] += by;
  other[axis] -= by;
}
