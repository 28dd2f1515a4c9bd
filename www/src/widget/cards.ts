import { showCard } from "./card.js";
import { pickQuote } from "./pick.js";
import type { Cards } from "./script-parts.js";

/** What opens cards, in one part that can be loaded later. */
export const cards: Cards = { showCard, pickQuote };
