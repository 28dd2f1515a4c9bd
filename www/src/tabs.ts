/** Makes tabs of buttons with role `tab`: one shows, arrow keys move (WAI-ARIA Authoring Practices). */
export function makeTabs(list: HTMLElement): { show(tab: HTMLElement): void } {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const show = (shown: HTMLElement) => {
    for (const tab of tabs) {
      const own = tab === shown;
      tab.setAttribute("aria-selected", String(own));
      tab.tabIndex = own ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !own;
    }
  };
  list.addEventListener("click", (event) => {
    const tab = (event.target as Element).closest<HTMLElement>("[role=tab]");
    if (tab) show(tab);
  });
  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || step === undefined) return;
    const next = tabs[(at + step + tabs.length) % tabs.length] as HTMLElement;
    event.preventDefault();
    show(next);
    next.focus();
  });
  return { show };
}
