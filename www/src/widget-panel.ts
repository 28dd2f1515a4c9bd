import { count, make, makeButton } from "./elements.js";
import { contentOf } from "./ranges.js";
import { certainty, SURE, type Voice, voicesOf } from "./voices.js";
import type { Quote, Report } from "./wasm/whosaid.js";
import type { Labels } from "./widget-labels.js";

/** The widget's own style, in its shadow; a host reaches it through custom properties and parts. */
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
.unsure { border-inline-start: 2px dashed currentColor; border-start-start-radius: 0; border-end-start-radius: 0; }
small { display: block; opacity: 0.8; }
p { margin: 0.2rem 0; }
`;

/** The list of who says what; `point` is called with the quote that the reader picks. */
export function drawWidget(
  text: string,
  report: Report,
  labels: Labels,
  point: (quote: Quote) => void,
): HTMLElement {
  const voices = voicesOf(text, report);
  const section = framed(labels);
  if (voices.length === 0) section.append(make("p", "", labels.noQuotes));
  for (const voice of voices) section.append(...drawVoice(text, voice, labels, point));
  return section;
}

/** A button that starts the analysis, or a note that it is under way. */
export function drawStart(labels: Labels, start: (() => void) | null): HTMLElement {
  const section = framed(labels);
  const button = makeButton("start", labels.read, () => start?.());
  button.part.add("start");
  section.append(start ? button : make("p", "", labels.reading));
  return section;
}

function framed(labels: Labels): HTMLElement {
  const section = make("section");
  section.part.add("panel");
  const title = make("h2", "", labels.title);
  title.part.add("title");
  section.append(title);
  section.setAttribute("aria-label", labels.title);
  return section;
}

function drawVoice(text: string, voice: Voice, labels: Labels, point: (quote: Quote) => void): HTMLElement[] {
  const name = make("h3", "", voice.speaker?.name ?? labels.nobody);
  name.part.add("speaker");
  const number = voice.quotes.length;
  const about = [voice.speaker?.roles.join("; "), count(number, labels.quote, labels.quotes)];
  const role = make("small", "", about.filter(Boolean).join(" · "));
  role.part.add("role");
  const list = make("ul");
  for (const quote of voice.quotes) {
    const button = makeButton("", contentOf(text, quote), () => point(quote));
    button.part.add("quote");
    button.dir = "auto";
    const unsure = quote.speaker !== null && certainty(quote) < SURE;
    button.classList.toggle("unsure", unsure);
    const note = [labels.basis[quote.basis], unsure && labels.unsure].filter(Boolean).join(" · ");
    button.append(make("small", "", note));
    const item = make("li");
    item.append(button);
    list.append(item);
  }
  return [name, role, list];
}
