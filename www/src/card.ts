import { anchor, type Correction } from "./corrections.js";
import { make, makeButton } from "./elements.js";
import { citation } from "./exports.js";
import { type Article, hueClass, isUnsure, KINDS, reason } from "./voices.js";
import type { Entity, Quote } from "./wasm/whosaid.js";

/** How long a pointer rests on a highlight before its card shows, in milliseconds. */
const REST = 260;

/** Narrower windows have the card at their foot, in CSS pixels. */
const NARROW = 560;

/** What the card needs from the page. */
export interface CardHost {
  article(): Article | null;
  correct(correction: Correction, what: string): void;
  say(message: string): void;
}

/** The card that tells of one highlight who speaks, how we know, and how sure that is. */
export class Card {
  #element: HTMLElement;
  #host: CardHost;
  #target: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, reading: HTMLElement, host: CardHost) {
    this.#element = element;

    this.#host = host;
    reading.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch" || this.#busy()) return;
      const target = highlightOf(event.target);
      this.#later(() => (target ? this.show(target) : this.hide()), target ? REST : 2 * REST);
    });
    reading.addEventListener("pointerleave", () => !this.#busy() && this.#later(() => this.hide(), REST));
    element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    element.addEventListener("pointerleave", () => !this.#busy() && this.#later(() => this.hide(), 2 * REST));
    reading.addEventListener("focusin", (event) => {
      const target = highlightOf(event.target);
      if (target) this.show(target);
    });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      // Focus alone would show the card again.
      this.#target?.focus();
      this.hide();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
    document.addEventListener("pointerdown", (event) => {
      const at = event.target as Node;
      if (!element.contains(at) && !reading.contains(at)) this.hide();
    });
    window.addEventListener("resize", () => this.hide());
    document.addEventListener("scroll", () => this.#place(), { passive: true });
  }

  /** Shows the card of a highlight; `enter` moves the focus into it. */
  show(target: HTMLElement, enter = false): void {
    clearTimeout(this.#timer);
    const article = this.#host.article();
    if (!article) return;
    const quote = article.quotes.get(target.dataset.quote ?? "");
    const entity = article.entities.get(target.dataset.entity ?? "");
    if (!quote && !entity) return;
    this.#target?.removeAttribute("aria-expanded");
    this.#target = target;
    const parts: HTMLElement[] = [];
    if (entity && !(quote && entity.id === quote.speaker))
      parts.push(this.#aboutEntity(article, entity, target));
    if (quote) parts.push(this.#aboutQuote(article, quote));
    this.#element.replaceChildren(...parts);
    this.#element.hidden = false;
    const name = quote?.speaker ? article.entities.get(quote.speaker)?.name : entity?.name;
    this.#element.setAttribute("aria-label", name ?? "Speaker not named");
    if (target.getAttribute("role") === "button") target.setAttribute("aria-expanded", "true");
    this.#place();
    if (enter) this.#element.querySelector<HTMLElement>("button")?.focus();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#target?.removeAttribute("aria-expanded");
    this.#target = null;
    this.#element.hidden = true;
  }

  /** Whether the reader is at work in the card. */
  #busy(): boolean {
    return this.#element.contains(document.activeElement);
  }

  /** Acts in a while, unless the reader is at work in the card by then. */
  #later(act: () => void, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => !this.#busy() && act(), wait);
  }

  /** Below the highlight, or above it where there is no room; always inside the window. */
  #place(): void {
    if (!this.#target || this.#element.hidden) return;
    // On a narrow screen it lies at the foot, by its style.
    if (innerWidth < NARROW) {
      this.#element.removeAttribute("style");
      return;
    }
    const box = this.#target.getClientRects()[0];
    if (!box) return;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const below = box.bottom + 6;
    const fits = below + height <= innerHeight || box.top - height - 6 < 0;
    const wanted = fits ? below : box.top - height - 6;
    const top = Math.max(8, Math.min(wanted, innerHeight - height - 8));
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    this.#element.style.left = `${left}px`;
    this.#element.style.top = `${top}px`;
  }

  #aboutQuote(article: Article, quote: Quote): HTMLElement {
    const speaker = quote.speaker ? article.entities.get(quote.speaker) : undefined;
    const section = make("section", `voice ${hueClass(article, quote.speaker)}`);
    section.append(make("h3", "", speaker?.name ?? "Speaker not named"));
    const roles = speaker?.roles.join("; ");
    if (roles) section.append(make("p", "role", roles));
    const kind = {
      direct: "Direct quote",
      mixed: "Partly in the speaker’s words",
      indirect: "In the reporter’s words",
    };
    section.append(make("p", "", `${kind[quote.kind]} – ${reason(quote, article.touched)}.`));
    if (!article.touched.has(quote.id)) section.append(sureness(article, quote));
    const place = quote.content[0];
    const actions = make("div", "actions");
    actions.append(makeButton("plain", "Copy", () => this.#copy(citation(article, quote))));
    if (place) {
      const where = anchor(article.text, place);
      actions.append(
        makeButton("plain", "Another speaker …", () =>
          this.#ask(section, article, "Who says this?", speaker?.name ?? "", (name) =>
            this.#host.correct(
              { kind: "speaker", quote: where, name: name || null },
              name ? `Now said by ${name}.` : "Now said by nobody named.",
            ),
          ),
        ),
        makeButton("plain", "Not a quote", () => {
          this.hide();
          this.#host.correct({ kind: "not-quote", quote: where }, "No longer a quote.");
        }),
      );
    }
    section.append(actions);
    return section;
  }

  #aboutEntity(article: Article, entity: Entity, target: HTMLElement): HTMLElement {
    const section = make("section", "about");
    section.append(make("h3", "", entity.name));
    const facts = [KINDS[entity.kind][0], ...entity.roles, entity.party, entity.age && `aged ${entity.age}`];
    section.append(make("p", "role", facts.filter(Boolean).join("; ")));
    const quotes = article.report.quotes.filter((quote) => quote.speaker === entity.id).length;
    const named = `Meant ${entity.mentions.length} × here${quotes > 0 ? `, quoted ${quotes} ×` : ""}`;
    const sure = article.touched.has(entity.id)
      ? "as you corrected it"
      : `sure to ${percent(entity.confidence)}`;
    section.append(make("p", "", `${named}; ${sure}.`));
    const actions = make("div", "actions");
    const mention = mentionOf(article, entity, target);
    actions.append(
      makeButton("plain", "Rename …", () =>
        this.#ask(section, article, "The right name", entity.name, (name) => {
          if (name)
            this.#host.correct({ kind: "rename", from: entity.name, to: name }, `Now called ${name}.`);
        }),
      ),
      makeButton("plain", "Same as …", () =>
        this.#ask(section, article, "Is the same as", "", (name) => {
          if (name)
            this.#host.correct({ kind: "join", name: entity.name, into: name }, `Joined with ${name}.`);
        }),
      ),
    );
    if (mention && entity.mentions.length > 1) {
      actions.append(
        makeButton("plain", "Somebody else …", () =>
          this.#ask(section, article, `Who is meant by “${mention.exact}”?`, "", (name) => {
            if (name)
              this.#host.correct({ kind: "part", mention, name }, `“${mention.exact}” is now ${name}.`);
          }),
        ),
      );
    }
    section.append(actions);
    return section;
  }

  /** Asks for a name in the card, with the names of the article at hand. */
  #ask(
    section: HTMLElement,
    article: Article,
    question: string,
    value: string,
    done: (name: string) => void,
  ): void {
    section.querySelector("form")?.remove();
    const form = make("form", "ask");
    const label = make("label", "", question);
    const field = make("input");
    field.value = value;
    field.setAttribute("list", "people");
    field.autocomplete = "off";
    const names = make("datalist");
    names.id = "people";
    for (const entity of article.report.entities.filter((entity) => entity.named).slice(0, 200))
      names.append(Object.assign(make("option"), { value: entity.name }));
    label.append(field, names);
    const save = make("button", "", "Save");
    form.append(label, save);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.hide();
      done(field.value.trim());
    });
    section.append(form);
    this.#place();
    field.focus();
    field.select();
  }

  async #copy(words: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      this.#host.say("Copied with its attribution.");
    } catch {
      this.#host.say("This browser does not let the page copy. Select the words and copy them.");
    }
  }
}

/** The highlight that an event happened on. */
export function highlightOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element
    ? target.closest<HTMLElement>("#reading [data-quote], #reading [data-entity]")
    : null;
}

function mentionOf({ text }: Article, entity: Entity, target: HTMLElement) {
  const start = placeOf(target);
  const mention = entity.mentions.find((mention) => mention.start <= start && start < mention.end);
  return mention && mention.form !== "pronoun" ? anchor(text, mention) : null;
}

/** Where in the text a node of the drawn article begins. */
export function placeOf(node: Node): number {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]");
  if (!paragraph) return 0;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEndBefore(node);
  return Number(paragraph.dataset.start) + before.toString().length;
}

function sureness(article: Article, quote: Quote): HTMLElement {
  const line = make("p", "sure");
  const speaker = quote.speaker_confidence;
  const parts = [`quote ${percent(quote.confidence)}`, speaker !== null && `speaker ${percent(speaker)}`];
  const word = isUnsure(quote, article.touched) ? "Unsure" : "How sure";
  line.append(make("b", "", `${word}: `), parts.filter(Boolean).join(", "));
  return line;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
