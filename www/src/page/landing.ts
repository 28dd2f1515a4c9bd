import { get } from "./dom.js";
import type { ArticleField } from "./field/article-field.js";

/** Shows the article from its headline on, with the focus on it, and the lists from their top. */
export function landOnArticle(): void {
  const reading = get("reading");
  reading.focus({ preventScroll: true });
  get("panel").scrollTop = 0;
  scrollTo({ top: 0, behavior: "instant" });
  // In a low window the header is much of it.
  if (reading.getBoundingClientRect().top > innerHeight / 3)
    reading.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Moves the focus to the text field. */
export function landOnField(field: ArticleField): void {
  field.current.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
}
