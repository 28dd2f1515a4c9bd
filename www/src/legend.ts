import { make } from "./elements.js";
import { type Article, KINDS } from "./voices.js";
import type { EntityKind } from "./wasm/whosaid.js";

const PARTS: readonly [string, string][] = [
  ["direct", "Direct quotes"],
  ["mixed", "Mixed quotes"],
  ["indirect", "Indirect quotes"],
  ["source", "Who is said to speak"],
  ["cue", "Reporting words"],
];

/** Kinds that are many and say little at first sight. */
const HIDDEN_AT_FIRST = new Set<string>(["date", "time", "money", "language"]);

/** The legend below the article, which switches what is shown in it. */
export class Legend {
  #element: HTMLElement;
  #reading: HTMLElement;
  #hidden = new Set(HIDDEN_AT_FIRST);

  constructor(element: HTMLElement, reading: HTMLElement) {
    this.#element = element;
    this.#reading = reading;
    element.addEventListener("change", (event) => {
      const box = event.target as HTMLInputElement;
      if (box.checked) this.#hidden.delete(box.value);
      else this.#hidden.add(box.value);
      this.#apply();
    });
    this.#apply();
  }

  /** Shows a switch for each kind that the article has. */
  draw({ report }: Article): void {
    const held = this.#element.contains(document.activeElement)
      ? (document.activeElement as HTMLInputElement).value
      : null;
    const kinds = new Set<EntityKind>(report.entities.map((entity) => entity.kind));
    const quotes = new Set<string>(report.quotes.map((quote) => quote.kind));
    if (report.quotes.some((quote) => quote.source)) quotes.add("source");
    if (report.quotes.some((quote) => quote.cue)) quotes.add("cue");
    const parts = PARTS.filter(([name]) => quotes.has(name)).map(([name, label]) => this.#box(name, label));
    const named = (Object.keys(KINDS) as EntityKind[]).filter((kind) => kinds.has(kind));
    const entities = named.map((kind) => this.#box(kind, KINDS[kind][1]));
    this.#element.replaceChildren(make("legend", "visually-hidden", "What is marked"), ...parts, ...entities);
    this.#element.hidden = parts.length + entities.length === 0;
    if (held) this.#element.querySelector<HTMLElement>(`[value="${held}"]`)?.focus();
  }

  #box(name: string, label: string): HTMLElement {
    const field = make("label", "kind-switch");
    const box = make("input");
    box.type = "checkbox";
    box.value = name;
    box.checked = !this.#hidden.has(name);
    const isQuote = PARTS.some(([part]) => part === name) && name !== "source" && name !== "cue";
    const look = isQuote ? "quote nobody" : name === "source" || name === "cue" ? "" : "entity";
    field.append(box, make("span", `${look} ${name}`.trim(), label));
    return field;
  }

  #apply(): void {
    this.#reading.dataset.hidden = [...this.#hidden].join(" ");
  }
}
