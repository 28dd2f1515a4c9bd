/** Connects the tabs in an element: one panel shows, arrow keys move (WAI-ARIA Authoring Practices). */
export function connectTabs(element: HTMLElement): void {
  const tabs = [...element.querySelectorAll<HTMLElement>("[role=tab]")];
  const select = (selected: HTMLElement) => {
    for (const tab of tabs) {
      const isSelected = tab === selected;
      tab.setAttribute("aria-selected", String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !isSelected;
    }
  };
  element.addEventListener("click", (event) => {
    const tab = (event.target as Element).closest<HTMLElement>("[role=tab]");
    if (tab) select(tab);
  });
  element.addEventListener("keydown", (event) => {
    const index = tabs.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (index < 0 || step === undefined) return;
    const next = tabs[(index + step + tabs.length) % tabs.length] as HTMLElement;
    event.preventDefault();
    select(next);
    next.focus();
  });
}
