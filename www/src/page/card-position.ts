/** The space between a highlight and its card, and between the card and the window's edge, in CSS pixels. */
const GAP = 6;
const MARGIN = 8;
/** In narrower windows the style sheet puts the card at the foot, in CSS pixels. */
const NARROW = 560;

/** Whether the card is at the foot of the window. */
export function isNarrow(): boolean {
  return innerWidth < NARROW;
}

/** Whether the style sheet can place the card beside its highlight. */
const HAS_ANCHORS = CSS.supports("anchor-name: --card");

/** Places the card below its highlight, or above where there is more room, in browsers without CSS anchors. */
export function placeCard(card: HTMLElement, target: HTMLElement): void {
  if (HAS_ANCHORS) return;
  const box = target.getClientRects()[0];
  if (isNarrow() || !box) {
    card.style.inset = "";
    return;
  }
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = box.bottom + GAP;
  const above = box.top - height - GAP;
  const top = below + height <= innerHeight || above < 0 ? below : above;
  const left = Math.min(box.left, document.documentElement.clientWidth - width - MARGIN);
  const y = Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN));
  card.style.inset = `${y}px auto auto ${Math.max(MARGIN, left)}px`;
}
