import type { Reading } from "./script-parts.js";

const NO_TEXT =
  "script, style, noscript, template, textarea, select, button, iframe, svg, object, audio, video, nav, aside, form, dialog, [hidden], [aria-hidden=true], amp-ad";

/** Reads whatever an article shows but what a site leaves out, since the words to look for are known. */
export const plainReading: Reading = {
  makeParts: (_, { exclude, include }) => ({
    isIncluded: (element) => include !== null && element.matches(include),
    hasIncluded: (element) => include !== null && element.querySelector(include) !== null,
    isForeign: (element) => element.matches(exclude ? `${NO_TEXT}, ${exclude}` : NO_TEXT),
    mayBePullQuote: () => false,
    findRepeated: () => [],
  }),
  search: null,
};
