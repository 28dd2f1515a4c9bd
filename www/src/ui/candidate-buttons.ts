import type { Quote } from "../core/report.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import type { Article } from "./article.js";
import { candidatesOf, guessOf } from "./candidates.js";
import { describeCandidate } from "./describe.js";
import { make, makeButton } from "./elements.js";

/**
 * The card's buttons that make somebody the speaker of a quote who may have said it: a row for the guess, and one for
 * the others.
 */
export function makeCandidateRows(
  words: Words,
  article: Article,
  quote: Quote,
  setSpeaker: (name: string) => void,
): HTMLElement[] {
  const { card } = words.texts;
  const button = (label: string, name: string, speaker: string) => {
    const element = makeButton("plain", label, () => setSpeaker(speaker));
    element.setAttribute("aria-label", fill(card.acceptSpeaker, { name }));
    return element;
  };
  const guess = guessOf(article, quote)?.entity.name;
  const others = candidatesOf(article, quote)
    .slice(guess ? 1 : 0)
    .map((candidate) => {
      const label = describeCandidate(words, candidate);
      return button(label, label, candidate.entity.name);
    });
  const rows = [
    guess ? [button(card.accept, guess, guess)] : [],
    others.length > 0 ? [make("span", "", card.or), ...others] : [],
  ];
  return rows.filter(({ length }) => length > 0).map(makeRow);
}

function makeRow(content: HTMLElement[]): HTMLElement {
  const row = make("div", "actions candidates");
  row.append(...content);
  return row;
}
