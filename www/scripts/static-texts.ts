import { textAt } from "../src/texts/page.js";
import type { PageTexts } from "../src/texts/types.js";

/**
 * Fills in the texts of an HTML page: `data-text="key"` on an empty element, `data-text-name="key"` for an attribute.
 *
 * The keys stay, so that the page can change its language.
 */
export function fillStaticTexts(html: string, texts: PageTexts): string {
  return html
    .replace(
      /(data-text="([\w.]+)"[^<>]*>)(?=<)/g,
      (_, tag: string, key: string) => tag + escapeHtml(textAt(texts, key)),
    )
    .replace(
      /data-text-([a-z-]+)="([\w.]+)"/g,
      (marker, name: string, key: string) => `${name}="${escapeHtml(textAt(texts, key))}" ${marker}`,
    );
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
