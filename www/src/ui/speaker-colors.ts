import type { SpeakerSummary } from "./speakers.js";

/**
 * Eight hues of one relative luminance, 0.18, whose lines have a contrast of more than 4.5 both on white and on black
 * (WCAG 2.2, 1.4.11 asks for 3).
 */
export const COLORS = [
  "#2675d1",
  "#ae620d",
  "#02873d",
  "#bd4c89",
  "#797906",
  "#8a5fc9",
  "#138287",
  "#c84b48",
] as const;

/** The lines tell speakers apart for those who do not see the hues. */
const LINES = ["solid", "double", "dashed", "wavy", "dotted"] as const;

/** How many speakers have a look of their own; the next one has that of the first. */
export const LOOKS = COLORS.length * 2;

/** How much of its colour a speaker's background has, in percent: text of a contrast of 5.5 keeps 4.5 (WCAG 2.2, 1.4.3). */
export const TINT = 12;

/** The name of a speaker's highlight; null for quotes whose speaker is not known. */
export const colorName = ({ colorIndex }: SpeakerSummary): string =>
  colorIndex === null ? "speaker-unknown" : `speaker-${(colorIndex % LOOKS) + 1}`;

/** The names of the highlights of a report's speakers. */
export function colorNames(summaries: readonly SpeakerSummary[]): Map<string | null, string> {
  return new Map(summaries.map((summary) => [summary.speaker?.id ?? null, colorName(summary)]));
}

/** Makes a rule for each look; `template` gets its name, the colour, the tint and the line. */
function makeRules(template: (name: string, color: string, tint: string, line: string) => string): string {
  let rules = "";
  for (let look = 0; look <= LOOKS; look++) {
    const isLast = look === LOOKS;
    const name = isLast ? "speaker-unknown" : `speaker-${look + 1}`;
    const color = `var(--whosaid-${name}, ${isLast ? "currentColor" : COLORS[look % COLORS.length]})`;
    const tint = `color-mix(in srgb, ${color} ${TINT}%, transparent)`;
    rules += template(name, color, tint, isLast ? "dotted" : (LINES[look % LINES.length] as string));
  }
  return rules;
}

/** The style of quotes in the colours of their speakers, which take the place of those of the kinds. */
export const highlightRules = (): string =>
  `::highlight(whosaid-direct),::highlight(whosaid-mixed),::highlight(whosaid-indirect){background-color:transparent}
${makeRules((name, color, tint, line) => `::highlight(whosaid-${name}){background-color:${tint};text-decoration:underline ${line} 2px ${color}}`)}
@media (forced-colors:active){${makeRules((name) => `::highlight(whosaid-${name}){background-color:Canvas;color:CanvasText;text-decoration-color:Highlight}`)}}`;

/** The same looks for swatches in the panel. */
export const swatchRules = (): string =>
  makeRules((name, color, tint, line) => `.${name}{--color:${color};--tint:${tint};--line:${line}}`);
