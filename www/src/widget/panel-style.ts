import { swatchRules } from "../ui/speaker-colors.js";

/** The style of the panel inside the shadow root; a website changes it by custom properties and parts. */
export const STYLES = `${swatchRules()}
:host { display: block; }
section, .opener { font: var(--whosaid-font, 0.95rem/1.5 system-ui, sans-serif); text-align: start; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme]) section { color: var(--whosaid-ink, light-dark(#1f2328, #e6e4df)); background: var(--whosaid-paper, light-dark(#fff, #1d2024)); }
section { box-sizing: border-box; border: 1px solid var(--whosaid-line, color-mix(in srgb, currentColor 20%, transparent)); border-radius: var(--whosaid-radius, 0.5rem); padding: 0.75rem 1rem; }
h2 { font-size: 1rem; margin: 0 0 0.5rem; }
h3 { font-size: 0.95rem; margin: 0.6rem 0 0.1rem; }
h2, h3, p, small, button { text-align: -webkit-match-parent; text-align: match-parent; unicode-bidi: isolate; }
ul { list-style: none; margin: 0; padding: 0; }
section button { font: inherit; }
button { color: inherit; width: 100%; border: 0; border-radius: 0.3rem; background: none; padding: 0.25rem 0.4rem; cursor: pointer; }
button.start, button.opener { width: auto; border: 1px solid currentColor; padding: 0.4rem 0.9rem; }
button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
button:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
ul, li { content-visibility: auto; }
li { contain-intrinsic-block-size: auto 3.5rem; }
.uncertain { border-inline-start: 2px dashed currentColor; border-start-start-radius: 0; border-end-start-radius: 0; }
small { display: block; opacity: 0.8; }
p { margin: 0.2rem 0; }
.scroll { overflow: auto; overscroll-behavior: contain; }
.corner { position: relative; z-index: 1; }
.corner > :not([popover]) { position: absolute; inset-block-start: 0; inset-inline-end: 0; color: var(--whosaid-ink, CanvasText); background: var(--whosaid-paper, Canvas); }
.corner > section:not([popover]) { padding: 0.25rem; border: 0; }
.corner > section:not([popover]) h2 { display: none; }
.swatch { text-decoration: underline var(--line, none) 2px; text-decoration-color: var(--color, transparent); text-underline-offset: 0.2em; background: var(--tint, none); }
h3.swatch { inline-size: fit-content; }
fieldset { border: 0; margin: 0.4rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 0.8rem; max-block-size: 9rem; overflow: auto; }
legend { padding: 0; font-size: 0.85em; }
label { cursor: pointer; }
input { margin: 0 0.3em 0 0; accent-color: currentColor; }
a { color: inherit; }
section[popover] { inline-size: min(36rem, 92vw); max-block-size: 80vh; overflow: auto; color: var(--whosaid-ink, CanvasText); background: var(--whosaid-paper, Canvas); }
`;
