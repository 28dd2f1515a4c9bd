/**
 * Connects the tabs in an element: one panel shows, from its top; arrow keys move (WAI-ARIA Authoring Practices).
 * `selected` is called when another panel shows, `opened` when the user has chosen a tab.
 *
 * Returns what shows or hides one of the tabs.
 */
export function connectTabs(
  element: HTMLElement,
  { selected, opened }: { selected?: () => void; opened?: (tab: HTMLElement) => void } = {},
): (tab: HTMLElement, shown: boolean) => void {
  const tabs = [...element.querySelectorAll<HTMLElement>("[role=tab]")];
  const visible = () => tabs.filter(({ hidden }) => !hidden);
  const select = (chosen: HTMLElement) => {
    for (const tab of tabs) {
      const isSelected = tab === chosen;
      tab.setAttribute("aria-selected", String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
      const panel = element.querySelector<HTMLElement>(`[id="${tab.getAttribute("aria-controls")}"]`);
      if (panel) panel.hidden = !isSelected;
    }
    selected?.();
  };
  /** Selects a tab, and scrolls to the top of its list where that is out of sight. */
  const open = (tab: HTMLElement) => {
    const isBelow = element.getBoundingClientRect().top < 0;
    select(tab);
    opened?.(tab);
    element.scrollTop = 0;
    if (isBelow) element.scrollIntoView({ block: "start", behavior: "instant" });
  };
  element.addEventListener("click", (event) => {
    const tab = (event.target as Element).closest<HTMLElement>("[role=tab]");
    if (tab) open(tab);
  });
  element.addEventListener("keydown", (event) => {
    const shown = visible();
    const root = element.getRootNode() as Document | ShadowRoot;
    const index = shown.indexOf(root.activeElement as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (index < 0 || step === undefined) return;
    const next = shown[(index + step + shown.length) % shown.length] as HTMLElement;
    event.preventDefault();
    open(next);
    next.focus({ preventScroll: true });
  });
  return (tab, shown) => {
    tab.hidden = !shown;
    const [first] = visible();
    if (!shown && tab.getAttribute("aria-selected") === "true" && first) select(first);
  };
}
