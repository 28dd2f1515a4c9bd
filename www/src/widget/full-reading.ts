import search from "approx-string-match";
import { ArticleParts } from "./article-parts.js";
import { findRepeated } from "./pull-quotes.js";
import type { Reading } from "./script-parts.js";

/** Reads the article's own words only, and finds those that have been edited. */
export const fullReading: Reading = {
  makeParts: (root, choice) => Object.assign(new ArticleParts(root, choice), { findRepeated }),
  search,
};
