import { Engine } from "./engine.js";
import { canHighlight, Highlights } from "./highlights.js";
import { contentOf } from "./ranges.js";
import { certainty, reason, SURE, type Voice, voicesOf } from "./voices.js";
import init, { PageText, type Report, type TextRange } from "./wasm/whosaid.js";
import InlineWorker from "./worker.ts?worker&inline";

/** The script's own place: the core lies beside it. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

let shared: Engine | undefined;

/** One engine serves every widget of a page. */
function engine(): Engine {
  const found = script || document.querySelector<HTMLScriptElement>('script[src*="who-said.js"]')?.src;
  shared ??= new Engine(new URL("whosaid.wasm", found || document.baseURI), () => new InlineWorker());
  return shared;
}

const STYLES = `
:host { display: block; font: 0.95rem/1.5 system-ui, sans-serif; }
:host([hidden]), :host([panel="off"]) { display: none; }
section { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 0.5rem; padding: 0.75rem 1rem; }
h2 { font-size: 1rem; margin: 0 0 0.5rem; }
h3 { font-size: 0.95rem; margin: 0.6rem 0 0.1rem; }
ul { list-style: none; margin: 0; padding: 0; }
button { font: inherit; color: inherit; text-align: start; width: 100%; border: 0; border-radius: 0.3rem; background: none; padding: 0.25rem 0.4rem; cursor: pointer; }
button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
button:focus-visible { outline: 2px solid currentColor; }
small { display: block; opacity: 0.75; }
p { margin: 0.2rem 0; }
`;

/** What has been read of one article, and what it gave. */
interface Reading {
  page: PageText;
  text: string;
  report: Report;
}

/**
 * `<who-said for="article">` highlights who said what in the first element
 * that the selector finds; without `for`, in what it encloses. The page's own
 * elements stay as they are. Fires `whosaid-report` and `whosaid-error`.
 */
export class WhoSaid extends HTMLElement {
  static observedAttributes = ["for"];

  #highlights = new Highlights();
  #reading: Reading | undefined;
  #number = 0;

  /** The report on the article, once there is one. */
  get report(): Report | undefined {
    return this.#reading?.report;
  }

  connectedCallback(): void {
    // Elements that follow in the document may not be there yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && void this.analyze(), {
        once: true,
      });
    } else {
      void this.analyze();
    }
  }

  disconnectedCallback(): void {
    this.#number++;
    this.#clear();
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.#number > 0) void this.analyze();
  }

  /** Reads the article as it is now and highlights it. */
  async analyze(): Promise<void> {
    const number = ++this.#number;
    try {
      if (!canHighlight()) throw new Error("This browser cannot highlight text without altering the page.");
      const selector = this.getAttribute("for");
      const article = selector ? document.querySelector(selector) : this;
      if (!article) throw new Error(`<who-said> finds no element “${selector}” on this page.`);
      const core = engine();
      await init({ module_or_path: await core.module });
      if (number !== this.#number) return;
      const page = new PageText(article);
      const text = page.text;
      const report = await core.analyze(text);
      if (number !== this.#number) {
        page.free();
        return;
      }
      this.#clear();
      this.#reading = { page, text, report };
      this.#highlight(page, report);
      this.#draw(text, report);
      this.dispatchEvent(
        new CustomEvent("whosaid-report", { detail: report, bubbles: true, composed: true }),
      );
    } catch (error) {
      if (number !== this.#number) return;
      this.#clear();
      this.dispatchEvent(new CustomEvent("whosaid-error", { detail: error, bubbles: true, composed: true }));
    }
  }

  #clear(): void {
    this.#highlights.clear();
    this.#reading?.page.free();
    this.#reading = undefined;
  }

  #highlight(page: PageText, report: Report): void {
    const add = (name: string, place: TextRange, priority: number) => {
      const range = page.range(place.start, place.end);
      if (range) this.#highlights.add(name, range, priority);
    };
    for (const quote of report.quotes) {
      for (const piece of quote.content) add(quote.kind, piece, 1);
      if (quote.cue) add("cue", quote.cue, 2);
      if (quote.source) add("source", quote.source, 3);
    }
    for (const entity of report.entities) {
      for (const mention of entity.mentions) add("entity", mention, 0);
    }
  }

  #draw(text: string, report: Report): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    const section = document.createElement("section");
    section.part.add("panel");
    const title = document.createElement("h2");
    title.textContent = "Who said what";
    section.append(title, ...voicesOf(text, report).flatMap((voice) => this.#drawVoice(text, voice)));
    root.replaceChildren(section);
    if (!this.hasAttribute("for")) root.prepend(document.createElement("slot"));
  }

  #drawVoice(text: string, voice: Voice): HTMLElement[] {
    const name = document.createElement("h3");
    name.textContent = voice.speaker?.name ?? "Nobody named";
    const role = document.createElement("small");
    role.textContent = voice.speaker?.roles.join("; ") ?? "";
    const list = document.createElement("ul");
    for (const quote of voice.quotes) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = contentOf(text, quote);
      const note = document.createElement("small");
      note.textContent = reason(quote) + (quote.speaker && certainty(quote) < SURE ? " · unsure" : "");
      button.append(note);
      button.addEventListener("click", () => this.#point(quote.content));
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
    return [name, role, list];
  }

  /** Shows where in the page a quote stands. */
  #point(content: TextRange[]): void {
    this.#highlights.clearOne("active");
    for (const { start, end } of content) {
      const range = this.#reading?.page.range(start, end);
      if (range) this.#highlights.add("active", range, 4);
    }
    const first = content[0];
    const range = first && this.#reading?.page.range(first.start, first.end);
    range?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }
}

if (!customElements.get("who-said")) customElements.define("who-said", WhoSaid);
