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
 * height that it has had, or that a website has kept for it, if that is enough, or it is an overlay behind a button.
 * `place` draws it in the given way, in the given height, and returns it.
 */
export function placeQuietly(
  host: HTMLElement,
  place: (how: Placement, height: number) => HTMLElement,
): void {
  const { height } = host.getBoundingClientRect();
  const before = positions(host);
  const panel = place("flow", 0);
  if (!hasMoved(before)) return;
  const grown = host.getBoundingClientRect().height - height;
  const room = Math.max(0, panel.getBoundingClientRect().height - grown);
  if (room >= LEAST_HEIGHT) {
    place("scroll", room);
    if (!hasMoved(before)) return;
  }
  place("overlay", room);
}

/** Whether something has moved that is, or was, in view. */
function hasMoved(before: ReadonlyMap<Element, number>): boolean {
  for (const [element, top] of before) {
    const rect = element.getBoundingClientRect();
    if (Math.abs(rect.top - top) >= 1 && (isInView(rect) || (top >= 0 && top < innerHeight))) return true;
  }
  return false;
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
