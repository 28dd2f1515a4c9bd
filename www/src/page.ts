import { Engine } from "./engine.js";
import { drawPanel } from "./panel.js";
import { drawArticle } from "./reading.js";
import { SAMPLE } from "./sample.js";
import { voicesOf } from "./voices.js";
import type { Report } from "./wasm/whosaid.js";

function get<Type extends HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as Type;
}

const field = get<HTMLTextAreaElement>("text");
const reading = get("reading");
const panel = get("panel");
const status = get("status");
const writeButton = get<HTMLButtonElement>("write");
const readButton = get<HTMLButtonElement>("read");
const clearButton = get<HTMLButtonElement>("clear");

const engine = new Engine(
  new URL("whosaid.wasm", document.baseURI),
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);

/** How long the reader pauses before the text is analyzed, in milliseconds. */
const PAUSE = 250;

let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function say(message: string, failed = false): void {
  status.textContent = message;
  status.classList.toggle("failed", failed);
}

function show(view: "write" | "read"): void {
  const reads = view === "read";
  field.hidden = reads;
  reading.hidden = !reads;
  writeButton.setAttribute("aria-pressed", String(!reads));
  readButton.setAttribute("aria-pressed", String(reads));
}

function empty(): void {
  reading.replaceChildren();
  panel.replaceChildren();
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Paste an article: who speaks in it, how much and what they say will stand here.";
  panel.append(hint);
}

async function analyze(then?: () => void): Promise<void> {
  const text = field.value;
  const number = ++asked;
  clearTimeout(timer);
  readButton.disabled = clearButton.disabled = text.trim() === "";
  if (text.trim() === "") {
    empty();
    say("");
    return;
  }
  const slow = setTimeout(() => number === asked && say("Reading …"), 200);
  try {
    const report = await engine.analyze(text);
    if (number !== asked) return;
    draw(text, report);
    then?.();
  } catch (error) {
    if (number === asked) say(error instanceof Error ? error.message : String(error), true);
  } finally {
    clearTimeout(slow);
  }
}

function draw(text: string, report: Report): void {
  const voices = voicesOf(text, report);
  drawArticle(reading, text, report, voices);
  drawPanel(panel, text, report, voices);
  const speakers = voices.filter((voice) => voice.speaker).length;
  const quotes = report.quotes.length;
  say(
    quotes === 0
      ? "Nobody is quoted in this text."
      : `${quotes} ${quotes === 1 ? "quote" : "quotes"}, ${speakers} ${speakers === 1 ? "speaker" : "speakers"} named.`,
  );
}

/** Marks one quote or entity in the article and in the panel, and brings the other side into view. */
function point(kind: "quote" | "entity", id: string, from: HTMLElement): void {
  for (const element of document.querySelectorAll(".here")) element.classList.remove("here");
  for (const element of panel.querySelectorAll("[aria-current]")) element.removeAttribute("aria-current");
  const selector = `[data-${kind}="${CSS.escape(id)}"]`;
  const inText = reading.querySelectorAll<HTMLElement>(selector);
  for (const element of inText) element.classList.add("here");
  const inPanel = panel.querySelector<HTMLElement>(selector);
  inPanel?.setAttribute("aria-current", "true");
  if (panel.contains(from)) {
    show("read");
    const target = [...inText].find((element) => element.tabIndex === 0) ?? inText[0];
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  } else {
    inPanel?.scrollIntoView({ block: "nearest" });
    inPanel?.focus({ preventScroll: true });
  }
}

function pointFrom(event: Event): void {
  const target = (event.target as HTMLElement).closest<HTMLElement>("[data-quote], [data-entity]");
  if (!target) return;
  if (target.dataset.quote) point("quote", target.dataset.quote, target);
  else if (target.dataset.entity) point("entity", target.dataset.entity, target);
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(analyze, PAUSE);
});
field.addEventListener("paste", () => {
  // After the browser has put the text in, an empty field's paste is shown at once.
  const whole = field.value === "" || field.selectionEnd - field.selectionStart === field.value.length;
  setTimeout(() => void analyze(whole ? () => show("read") : undefined));
});
writeButton.addEventListener("click", () => {
  show("write");
  field.focus();
});
readButton.addEventListener("click", () => show("read"));
clearButton.addEventListener("click", () => {
  field.value = "";
  show("write");
  field.focus();
  void analyze();
});
get("sample").addEventListener("click", () => {
  field.value = SAMPLE;
  void analyze(() => show("read"));
});
reading.addEventListener("click", pointFrom);
panel.addEventListener("click", pointFrom);
reading.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  pointFrom(event);
});

empty();
if (field.value.trim()) void analyze();
