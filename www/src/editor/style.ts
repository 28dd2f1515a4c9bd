import { COLOR_COUNT } from "../ui/article.js";
import lists from "../ui/styles/lists.css?inline";
import picker from "../ui/styles/picker.css?inline";
import colors from "../ui/styles/speaker-colors.css?inline";

/** A host may give each of the first speakers a colour of its own. */
function speakerRules(): string {
  let rules = "";
  for (let index = 0; index < COLOR_COUNT; index++) {
    const edge = `light-dark(oklch(55% 0.13 var(--hue)), oklch(74% 0.11 var(--hue)))`;
    rules += `.speaker.color-${index}:not(.repeated) { --edge: var(--whosaid-speaker-${index + 1}, ${edge}); }\n`;
  }
  return rules;
}

/** The style inside the shadow root; a host changes it by custom properties and parts. */
export const STYLES = `* { box-sizing: border-box; }
[hidden] { display: none !important; }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button { font: inherit; color: inherit; cursor: pointer; }
${colors}
${lists}
${picker}
${speakerRules()}
:host { display: block; color-scheme: light dark; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
section.report-lists {
  --paper: var(--whosaid-paper, light-dark(#fff, #1d2024));
  --sheet: var(--paper);
  --ink: var(--whosaid-ink, light-dark(#1f2328, #e6e4df));
  --soft: light-dark(#5b6168, #a3a7ad);
  --line: var(--whosaid-line, light-dark(#dfdcd4, #343941));
  --accent: var(--whosaid-accent, light-dark(#0b5d6b, #74c7d4));
  --sans: system-ui, sans-serif;
  --serif: system-ui, sans-serif;
  display: flex; flex-direction: column; block-size: 100%; min-block-size: 0;
  border: 1px solid var(--line); border-radius: var(--whosaid-radius, 0.5rem);
  background: var(--paper); color: var(--ink);
  font: var(--whosaid-font, 0.9rem/1.5 system-ui, sans-serif);
  overflow-wrap: anywhere;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.report-lists .tabs { position: static; flex: none; margin: 0; padding: 0.2rem 0.5rem 0; background: none; }
.report-lists .tabs small { color: var(--soft); font-size: 0.8em; }
.scroll { flex: 1 1 auto; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding: 0.8rem 0.75rem 0.5rem; }
.status { flex: none; margin: 0; padding: 0.45rem 0.75rem; color: var(--soft); font-size: 0.85rem; border-block-end: 1px solid var(--line); }
.status[data-kind="busy"]::before { content: ""; display: inline-block; inline-size: 0.7em; block-size: 0.7em; margin-inline-end: 0.45em; border: 2px solid var(--line); border-block-start-color: var(--accent); border-radius: 50%; animation: turn 0.9s linear infinite; }
.status[data-kind="error"] { color: var(--ink); background: light-dark(#fdf0ec, #3a2320); border-inline-start: 4px solid light-dark(#b3402a, #ef8f78); }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { .status::before { animation: none !important; } }
.plain { padding: 0.25rem 0.6rem; border: 1px solid transparent; border-radius: 0.35rem; background: none; color: var(--accent); }
.plain:hover { background: color-mix(in oklab, var(--accent) 10%, transparent); }
.status .plain { border-color: currentColor; }
.foot { flex: none; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.3rem; padding: 0.2rem 0.75rem; font-size: 0.85rem; border-block-start: 1px solid var(--line); }
.foot span { flex: 1 1 8rem; }
.foot:not(:has(button:not([hidden]))):has(span:empty) { border: 0; padding: 0; }
.hint, .disclaimer { margin: 0 0 0.6rem; color: var(--soft); font-size: 0.85rem; }
.disclaimer { margin: 1.2rem 0 0; padding-block-start: 0.6rem; border-block-start: 1px solid var(--line); font-size: 0.78rem; }
[role="tabpanel"]:not([hidden]):has(> .hint:only-child) ~ .disclaimer { display: none; }
.speaker { padding-inline-start: 0.6rem; }
.speaker h3 { font: inherit; font-weight: 600; font-size: 1.08em; }
.report-lists li > button:not(.more), .report-lists li > span { font: inherit; line-height: 1.4; text-align: start; padding: 0.3rem 0.4rem; }
.report-lists li small { font: inherit; font-size: 0.82em; line-height: 1.35; }
.report-lists li button b { font: inherit; font-weight: 600; font-size: 0.95em; }
.report-lists li.with-tools { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; }
.report-lists li > button.correct { inline-size: 1.75rem; min-block-size: 1.75rem; padding: 0; color: var(--soft); text-align: center; line-height: 1; }
.report-lists li > button.correct[aria-expanded="true"], .report-lists li > button.correct:hover { color: var(--accent); }
.report-lists li > button.accept { grid-column: 1; inline-size: auto; justify-self: start; padding: 0.05rem 0.6rem; margin: 0 0 0.35rem 0.4rem; border: 1px solid currentColor; color: var(--accent); font-size: 0.85em; }
.tools { grid-column: 1 / -1; padding: 0 0.4rem 0.6rem; font-size: 0.9em; }
.tools .actions { gap: 0.2rem; margin-inline-start: 0; }
.tools .actions .plain { padding: 0.05rem 0.55rem; border-color: var(--line); border-radius: 1rem; }
.report-lists .names-found li { display: flex; gap: 0 0.4rem; }
.report-lists .names-found li > span { display: inline; inline-size: auto; padding: 0; }
.report-lists .names-found li small { display: inline; color: inherit; }
.report-lists .corrections li { border-block-end: 1px solid var(--line); }
#check:not([hidden]) ~ .disclaimer,
#corrections:not([hidden]) ~ .disclaimer { display: none; }
@media (forced-colors: active) {
  .tabs button[aria-selected="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .bar > i { forced-color-adjust: none; background: CanvasText; }
  [data-number]:not([data-number=""])::before { content: attr(data-number) " "; font-size: 0.75em; }
  button[aria-current="true"] { outline: 2px solid Highlight; }
}
`;
