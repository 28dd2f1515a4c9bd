/** Finds the pull quotes of an article that repeat words of its text, by their words alone. */

/** A block of the text, in UTF-16 units. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** A shorter passage can stand in a text twice by chance. */
const LEAST_WORDS = 4;

/** A line that says whose the words are is not longer. */
const MOST_WORDS_OF_ATTRIBUTION = 12;

/** The blocks whose words the rest of the text has as well; of two blocks with the same words, one stays. */
export function findRepeated<Candidate extends Block>(
  text: string,
  candidates: readonly Candidate[],
): Candidate[] {
  const repeated: Candidate[] = [];
  for (const candidate of candidates) {
    if (repeated.some(({ start, end }) => candidate.start >= start && candidate.end <= end)) continue;
    let rest = "";
    let at = 0;
    for (const { start, end } of [...repeated, candidate].sort((a, b) => a.start - b.start)) {
      if (start > at) rest += `${text.slice(at, start)}\n`;
      at = Math.max(at, end);
    }
    if (isRepeated(text.slice(candidate.start, candidate.end), ` ${plainWords(rest + text.slice(at))} `))
      repeated.push(candidate);
  }
  return repeated;
}

/** Whether every line of a block is in the text, or tells whose words they are. */
function isRepeated(block: string, text: string): boolean {
  let found = false;
  for (const line of block.split("\n")) {
    const pieces = line
      .split(/…|\.\.\.|\[[^\]]*\]/)
      .map(plainWords)
      .filter(Boolean);
    const words = pieces.join(" ").split(" ").length;
    const isInText = pieces.length > 0 && pieces.every((piece) => text.includes(` ${piece} `));
    if (isInText && words >= LEAST_WORDS) found = true;
    else if (!isInText && (words > MOST_WORDS_OF_ATTRIBUTION || /["“”«»„]/.test(line))) return false;
  }
  return found;
}

/** The words in small letters, without marks, with one space between them. */
function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
