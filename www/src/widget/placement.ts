/** The least height in which a list can be read, in CSS pixels. */
const LEAST_HEIGHT = 96;

/** How many elements around the widget are looked at. */
const MOST_PROBES = 60;

/** How the panel stands in the page. */
export type Placement = "flow" | "scroll" | "overlay";

/**
 * Draws a panel without moving anything that the reader sees.
 *
 * The panel stands in the flow of the page where that moves nothing that is in view. Otherwise it scrolls within the
 * height that the widget has had, if a website has kept enough for it, or it is an overlay behind a button.
 * `place` draws it in the given way; `height` is the widget's before.
 */
export function placeQuietly(host: HTMLElement, place: (how: Placement, height: number) => void): void {
  const { height } = host.getBoundingClientRect();
  const before = positions(host);
  place("flow", 0);
  // Before anything has been painted, nothing moves.
  if (before.size === 0 || performance.getEntriesByType("paint").length === 0) return;
  const moved = (): boolean => {
    for (const [element, top] of before) {
      const rect = element.getBoundingClientRect();
      if (Math.abs(rect.top - top) >= 1 && (isInView(rect) || (top >= 0 && top < innerHeight))) return true;
    }
    return false;
  };
  if (!moved()) return;
  if (height >= LEAST_HEIGHT) {
    place("scroll", height);
    if (!moved()) return;
  }
  place("overlay", height);
}

/** Where the elements in view stand that follow or hold the widget. */
function positions(host: HTMLElement): Map<Element, number> {
  const found = new Map<Element, number>();
  let element: Element | null = host;
  while (element && element !== document.documentElement && found.size < MOST_PROBES) {
    for (const sibling of element.parentElement?.children ?? []) {
      if (sibling === element || found.size >= MOST_PROBES) continue;
      const rect = sibling.getBoundingClientRect();
      if (rect.height > 0) found.set(sibling, rect.top);
    }
    const tree = element.getRootNode();
    element = element.parentElement ?? ("host" in tree ? (tree as ShadowRoot).host : null);
  }
  return found;
}

const isInView = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight;
