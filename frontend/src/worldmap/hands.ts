/** What a pointer or a wheel does to a map: drag to move it, two fingers or the wheel to zoom. */

import { moved, zoomed } from "./view.js";
import type { View } from "./view.js";

/** Less than this many pixels is a click, not a drag. */
const SLIGHT = 5;

export function listen(map: SVGSVGElement, view: () => View, show: (view: View) => void): void {
  const fingers = new Map<number, PointerEvent>();
  let far = 0;

  map.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event);
    far = 0;
  });
  map.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    far += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (far > SLIGHT) {
      map.setPointerCapture(event.pointerId);
      show(dragged(map, view(), fingers, before, event));
    }
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"] as const)
    map.addEventListener(end, (event) => void fingers.delete(event.pointerId));
  // A drag that ends on a circle does not follow its link.
  map.addEventListener("click", (event) => far > SLIGHT && event.preventDefault(), { capture: true });
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !map.contains(document.activeElement)) return;
      event.preventDefault();
      show(zoomed(view(), Math.exp(-event.deltaY / 400), point(map, view(), event)));
    },
    { passive: false },
  );
}

function dragged(
  map: Element,
  view: View,
  fingers: Map<number, PointerEvent>,
  before: PointerEvent,
  now: PointerEvent,
): View {
  const { width, height } = map.getBoundingClientRect();
  const other = [...fingers.values()].find((finger) => finger.pointerId !== now.pointerId);
  if (!other) return moved(view, (before.clientX - now.clientX) / width, (before.clientY - now.clientY) / height);
  const apart = (finger: PointerEvent): number =>
    Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
  return zoomed(view, apart(now) / Math.max(apart(before), 1), point(map, view, now));
}

/** Where on the map an event was. */
function point(map: Element, view: View, event: MouseEvent): { x: number; y: number } {
  const { left, top, width, height } = map.getBoundingClientRect();
  return {
    x: view.x + ((event.clientX - left) / width) * view.width,
    y: view.y + ((event.clientY - top) / height) * view.height,
  };
}
