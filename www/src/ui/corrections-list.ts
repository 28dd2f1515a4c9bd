import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import type { Correction } from "./corrections/apply.js";
import { findPassage, type Passage } from "./corrections/passage.js";
import { make, makeButton } from "./elements.js";

/** Longer passages are shortened, in UTF-16 units. */
const LONGEST_PASSAGE = 60;

/** The list of corrections in effect, the last one first, each of which can be taken back. */
export function listCorrections(
  { texts }: Words,
  corrections: readonly Correction[],
  isGone: (correction: Correction) => boolean,
  revert: (index: number) => void,
): HTMLElement[] {
  const list = make("ul", "corrections");
  for (const [index, correction] of corrections.entries()) {
    const item = make("li");
    const words = describeCorrection(texts, correction);
    const line = make("span", "", words);
    if (isGone(correction)) line.append(make("small", "", texts.corrections.gone));
    const button = makeButton("plain", texts.corrections.revert, () => revert(index));
    button.setAttribute("aria-label", fill(texts.corrections.revertOne, { change: words }));
    item.append(line, button);
    list.prepend(item);
  }
  return [list];
}

function describeCorrection({ corrections }: Words["texts"], correction: Correction): string {
  switch (correction.kind) {
    case "speaker":
    case "quote": {
      const quote = shorten(correction.quote.exact);
      const { name, kind } = correction;
      if (name !== null) return fill(corrections.speaker, { quote, name });
      return fill(kind === "quote" ? corrections.quote : corrections.noSpeaker, { quote });
    }
    case "not-quote":
      return fill(corrections.notQuote, { quote: shorten(correction.quote.exact) });
    case "edges": {
      const quote = shorten(correction.pieces.map(({ exact }) => exact).join(" … "));
      return fill(corrections.edges, { quote });
    }
    case "rename":
      return fill(corrections.rename, { from: correction.from, to: correction.to });
    case "join":
      return fill(corrections.merge, { name: correction.name, into: correction.into });
    case "part":
      return fill(corrections.split, { mention: correction.mention.exact, name: correction.name });
  }
}

/** Whether the words of a correction are not in the text. */
export function isGoneFrom(text: string, correction: Correction): boolean {
  const passage = passageOf(correction);
  return passage !== null && findPassage(text, passage) === null;
}

function passageOf(correction: Correction): Passage | null {
  if (correction.kind === "part") return correction.mention;
  return "quote" in correction ? correction.quote : null;
}

/** The beginning of a passage, without quotation marks around it. */
function shorten(passage: string): string {
  const words = passage
    .replace(/\s+/g, " ")
    .replace(/^["“”«»„‘]+|,?["“”«»’]+$/g, "")
    .trim();
  return words.length <= LONGEST_PASSAGE
    ? words
    : `${words.slice(0, LONGEST_PASSAGE).replace(/\s+\S*$/, "")} …`;
}
