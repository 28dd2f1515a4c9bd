/** Puts parts in place of a list of findings. A focus in the list stays on its finding, or goes to the one that has its place now. */
export function redrawFindings(
  list: HTMLElement,
  parts: readonly HTMLElement[],
  otherwise: HTMLElement,
): void {
  const { activeElement } = list.getRootNode() as Document | ShadowRoot;
  const items = () => [...list.querySelectorAll<HTMLElement>("li")];
  const buttons = (item: HTMLElement) => [...item.querySelectorAll("button")];
  const had = list.contains(activeElement);
  const index = items().findIndex((item) => item.contains(activeElement));
  const item = items()[index];
  const button = item ? buttons(item).indexOf(activeElement as HTMLButtonElement) : 0;
  list.replaceChildren(...parts);
  if (!had) return;
  const next = items()[index] ?? items().at(-1);
  const isSame = next !== undefined && next.textContent === item?.textContent;
  const target = next && buttons(next)[isSame ? button : 0];
  (target ?? otherwise).focus({ preventScroll: true });
}
