import type { Quote } from "../core/report.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { make, makeButton } from "../ui/elements.js";
import type { Article } from "./article.js";
import { candidatesOf, guessOf } from "./candidates.js";
import { describeCandidate } from "./describe.js";

/** The card's buttons that make somebody the speaker of a quote who may have said it: the guess first, then the others. */
export function makeCandidateButtons(
  words: Words,
  article: Article,
  quote: Quote,
  setSpeaker: (name: string) => void,
): HTMLElement[] {
  const { card } = words.texts;
  const candidates = candidatesOf(article, quote);
  if (candidates.length === 0) return [];
  const row = make("div", "actions candidates");
  const add = (label: string, name: string, speaker: string) => {
    const button = makeButton("plain", label, () => setSpeaker(speaker));
    button.setAttribute("aria-label", fill(card.acceptSpeaker, { name }));
    row.append(button);
  };
  const guess = guessOf(article, quote);
  const others = candidates.slice(guess ? 1 : 0);
  if (guess) add(card.accept, guess.entity.name, guess.entity.name);
  if (others.length > 0) row.append(make("span", "", card.or));
  for (const candidate of others) {
    const label = describeCandidate(words, candidate);
    add(label, label, candidate.entity.name);
  }
  return [row];
}
