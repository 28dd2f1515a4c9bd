import type { Quote } from "../core/report.js";
import type { Format } from "../texts/format.js";
import type { Labels } from "../texts/types.js";
import { make, makeButton } from "../ui/elements.js";
import { explain } from "../ui/explanation.js";
import { describeLanguage } from "../ui/language.js";
import { isUncertain, type SpeakerSummary, summarizeSpeakers } from "../ui/speakers.js";
import { type AnalyzedText, contentOf } from "../ui/words.js";

/** The style of the panel inside the shadow root; a website changes it by custom properties and parts. */
export const STYLES = `
:host { display: block; font: var(--whosaid-font, 0.95rem/1.5 system-ui, sans-serif); text-align: start; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme]) section { color: var(--whosaid-ink, light-dark(#1f2328, #e6e4df)); background: var(--whosaid-paper, light-dark(#fff, #1d2024)); }
section { border: 1px solid var(--whosaid-line, color-mix(in srgb, currentColor 20%, transparent)); border-radius: var(--whosaid-radius, 0.5rem); padding: 0.75rem 1rem; }
h2 { font-size: 1rem; margin: 0 0 0.5rem; }
h3 { font-size: 0.95rem; margin: 0.6rem 0 0.1rem; }
ul { list-style: none; margin: 0; padding: 0; }
button { font: inherit; color: inherit; text-align: start; width: 100%; border: 0; border-radius: 0.3rem; background: none; padding: 0.25rem 0.4rem; cursor: pointer; }
button.start { width: auto; border: 1px solid currentColor; padding: 0.4rem 0.9rem; }
button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
button:focus-visible { outline: 2px solid currentColor; }
.uncertain { border-inline-start: 2px dashed currentColor; border-start-start-radius: 0; border-end-start-radius: 0; }
small { display: block; opacity: 0.8; }
p { margin: 0.2rem 0; }
`;

/** The words of the panel, and how their language writes numbers. */
export interface PanelWords {
  readonly labels: Labels;
  readonly format: Format;
}

/** Makes the list of speakers and their quotes; `select` receives the quote that the user picks. */
export function makePanel(
  analyzed: AnalyzedText,
  words: PanelWords,
  select: (quote: Quote) => void,
): HTMLElement {
  const { labels, format } = words;
  const section = makeFrame(labels);
  const note = describeLanguage(labels.otherLanguage, format, analyzed.report);
  const summaries = summarizeSpeakers(analyzed.text, analyzed.report);
  if (summaries.length === 0) section.append(make("p", "", note ?? labels.noQuotes));
  for (const summary of summaries) section.append(...makeSpeaker(analyzed, summary, words, select));
  return section;
}

/** Makes the button that starts the analysis or, without `start`, a note that the analysis is running. */
export function makeStartPanel(labels: Labels, start: (() => void) | null): HTMLElement {
  const section = makeFrame(labels);
  if (start) {
    const button = makeButton("start", labels.read, start);
    button.part.add("start");
    section.append(button);
  } else section.append(make("p", "", labels.reading));
  return section;
}

function makeFrame(labels: Labels): HTMLElement {
  const section = make("section");
  section.part.add("panel");
  const title = make("h2", "", labels.title);
  title.part.add("title");
  section.append(title);
  section.setAttribute("aria-label", labels.title);
  return section;
}

function makeSpeaker(
  analyzed: AnalyzedText,
  { speaker, quotes }: SpeakerSummary,
  { labels, format }: PanelWords,
  select: (quote: Quote) => void,
): HTMLElement[] {
  const name = make("h3", "", speaker?.name ?? labels.nobody);
  name.part.add("speaker");
  const forms = { one: `{count} ${labels.quote}`, other: `{count} ${labels.quotes}` };
  const about = [speaker && format.list(speaker.roles), format.plural(forms, quotes.length)];
  const role = make("small", "", about.filter(Boolean).join(" · "));
  role.part.add("role");
  const list = make("ul");
  for (const quote of quotes) {
    const button = makeButton("", contentOf(analyzed, quote), () => select(quote));
    button.part.add("quote");
    button.dir = "auto";
    const uncertain = quote.speaker !== null && isUncertain(quote);
    button.classList.toggle("uncertain", uncertain);
    const notes = [explain({ ...labels, rules: {} }, quote), uncertain && labels.unsure];
    button.append(make("small", "", notes.filter(Boolean).join(" · ")));
    const item = make("li");
    item.append(button);
    list.append(item);
  }
  return [name, role, list];
}
