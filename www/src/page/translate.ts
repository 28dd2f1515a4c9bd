import { textAt } from "../texts/page.js";
import type { PageTexts } from "../texts/types.js";

/** `data-text` names the text of an element, `data-text-…` that of an attribute; the build fills in English. */
const ATTRIBUTES = ["aria-label", "placeholder", "content"];

/** Puts the static words of the page into another language. */
export function translate(root: ParentNode, texts: PageTexts): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-text]"))
    element.textContent = textAt(texts, element.dataset.text as string);
  for (const attribute of ATTRIBUTES) {
    const key = `data-text-${attribute}`;
    for (const element of root.querySelectorAll(`[${key}]`))
      element.setAttribute(attribute, textAt(texts, element.getAttribute(key) as string));
  }
}
