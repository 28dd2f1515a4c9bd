import { Card, highlightOf } from "./card.js";
import { anchor, type Correction, History } from "./corrections.js";
import { count, get, makeButton } from "./elements.js";
import { Engine, Stopped } from "./engine.js";
import { exported, FORMATS, type Format } from "./exports.js";
import { ACCEPTED, textOf } from "./files.js";
import { Legend } from "./legend.js";
import { forget, fromLink, keep, kept, linkTo } from "./link.js";
import { drawPanel } from "./panel.js";
import { drawArticle, drawMirror } from "./reading.js";
import { drawRuler } from "./ruler.js";
import { SAMPLE } from "./sample.js";
import { selected } from "./selection.js";
import { makeTabs } from "./tabs.js";
import { type Article, articleOf } from "./voices.js";
import type { Report } from "./wasm/whosaid.js";

const field = get<HTMLTextAreaElement>("text");
const mirror = get("mirror");
const reading = get("reading");
const ruler = get("ruler");
const panel = get("panel");
const lists = { speakers: get("speakers"), quotes: get("quotes"), names: get("names") };
const keeps = get<HTMLInputElement>("keep");
const undoButton = get<HTMLButtonElement>("undo");
const redoButton = get<HTMLButtonElement>("redo");
const addButton = get<HTMLButtonElement>("add");
const file = get<HTMLInputElement>("file");
const menu = get<HTMLDetailsElement>("save");

/** Longer texts are coloured in the reading view only, in UTF-16 units. */
const MIRRORED = 60_000;
/** Typing in longer texts is answered after a pause, in UTF-16 units. */
const AT_ONCE = 30_000;
/** That pause, and how long the reader is quiet before a result is spoken, in milliseconds. */
const PAUSE = 250;
const QUIET = 1200;
/** How long an analysis takes before its progress shows, in milliseconds. */
const SLOW = 350;

const engine = new Engine(
  new URL("whosaid.wasm", document.baseURI),
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
);
const legend = new Legend(get("legend"), reading);
const history = new History();
const tabs = makeTabs(panel);
const card = new Card(get("card"), reading, { article: () => article, correct, say: announce });

let report: Report | null = null;
let article: Article | null = null;
let analyzed = "";
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let quiet: ReturnType<typeof setTimeout> | undefined;
let drawing = new AbortController();
let drawn: Article | null = null;

/** Shows a message below the article. */
function say(message: string, failed = false): void {
  const status = get("status");
  status.textContent = message;
  status.classList.toggle("failed", failed);
  clearTimeout(quiet);
  if (failed) get("heard").textContent = message;
  else quiet = setTimeout(() => (get("heard").textContent = message), QUIET);
}

/** Shows a message and has it read out at once. */
function announce(message: string): void {
  say(message);
  clearTimeout(quiet);
  get("heard").textContent = message;
}

function isReading(): boolean {
  return !reading.hidden;
}

function show(view: "write" | "read"): void {
  const reads = view === "read";
  field.closest<HTMLElement>(".editor")?.toggleAttribute("hidden", reads);
  reading.hidden = !reads;
  ruler.hidden = !reads;
  get("write").setAttribute("aria-pressed", String(!reads));
  get("read").setAttribute("aria-pressed", String(reads));
  document.body.dataset.view = view;
  card.hide();
  selectionChanged();
  if (reads) void drawReading();
}

function empty(): void {
  report = article = null;
  drawn = null;
  drawing.abort();
  reading.replaceChildren();
  ruler.replaceChildren();
  get("legend").hidden = true;
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Paste an article: who speaks in it, how much and what they say will stand here.";
  lists.speakers.replaceChildren(hint);
  lists.quotes.replaceChildren(hint.cloneNode(true));
  lists.names.replaceChildren(hint.cloneNode(true));
}

function busy(share: number | null): void {
  get("working").hidden = share === null;
  get<HTMLProgressElement>("progress").value = share ?? 0;
}

async function analyze(then?: () => void): Promise<void> {
  const text = field.value;
  const number = ++asked;
  clearTimeout(timer);
  plainMirror(text);
  const none = text.trim() === "";
  get<HTMLButtonElement>("read").disabled = get<HTMLButtonElement>("clear").disabled = none;
  if (none) {
    busy(null);
    analyzed = text;
    empty();
    say("");
    store();
    return;
  }
  let share = 0;
  const slow = setTimeout(() => number === asked && busy(share), SLOW);
  const progress = (done: number) => {
    share = done;
    if (number === asked && !get("working").hidden) busy(share);
  };
  try {
    const found = await engine.analyze(text, progress);
    if (number !== asked) return;
    report = found;
    analyzed = text;
    redraw();
    then?.();
    store();
  } catch (error) {
    if (number !== asked) return;
    if (error instanceof Stopped) say("Stopped. The text is still here; change it, or reload to read it.");
    else say(error instanceof Error ? error.message : String(error), true);
  } finally {
    clearTimeout(slow);
    if (number === asked) busy(null);
  }
}

/** Draws everything anew from the report and the corrections. */
function redraw(): void {
  if (!report) return;
  article = articleOf(analyzed, report, history.current);
  drawPanel(lists, article);
  legend.draw(article);
  if (analyzed.length <= MIRRORED && analyzed === field.value) drawMirror(mirror, article);
  if (isReading()) void drawReading();
  showSteps();
  const speakers = article.voices.filter((voice) => voice.speaker).length;
  const quotes = article.report.quotes.length;
  const both = `${count(quotes, "quote")}, ${count(speakers, "speaker")} named.`;
  say(quotes === 0 ? "Nobody is quoted in this text." : both);
}

/** Draws the article, once for each report. */
async function drawReading(): Promise<void> {
  if (!article || drawn === article) return;
  drawn = article;
  drawing.abort();
  drawing = new AbortController();
  drawRuler(ruler, article);
  await drawArticle(reading, article, drawing.signal);
}

/** The text without colours, which gives the field its height until there are some. */
function plainMirror(text: string): void {
  const long = text.length > MIRRORED;
  field.classList.toggle("long", long);
  if (long) mirror.replaceChildren();
  else if (mirror.textContent !== `${text}\n`) mirror.replaceChildren(`${text}\n`);
}

function correct(correction: Correction, what: string): void {
  history.add(correction);
  redraw();
  announce(`${what} Undo with the arrow above the article.`);
  store();
}

function step(back: boolean): void {
  if (back) history.undo();
  else history.redo();
  redraw();
  announce(back ? "Correction undone." : "Correction made again.");
  store();
}

/** The arrows are there once there is a correction. */
function showSteps(): void {
  undoButton.hidden = redoButton.hidden = !history.canUndo && !history.canRedo;
  undoButton.disabled = !history.canUndo;
  redoButton.disabled = !history.canRedo;
}

function saved() {
  return { text: field.value, corrections: [...history.current] };
}

function store(): void {
  if (!keeps.checked) return;
  try {
    keep(saved());
  } catch (error) {
    keeps.checked = false;
    say((error as Error).message, true);
  }
}

/** Replaces the whole text and shows what is said in it. */
function take(text: string, corrections: readonly Correction[] = []): void {
  field.value = text;
  history.reset(corrections);
  void analyze(() => show("read"));
}

async function openFile(chosen: File): Promise<void> {
  const number = ++asked;
  say(`Opening ${chosen.name} …`);
  try {
    const text = await textOf(chosen);
    if (number === asked) take(text);
  } catch (error) {
    if (number === asked) say(error instanceof Error ? error.message : String(error), true);
  }
}

/** Marks one quote or entity in the article and in the panel, and brings the other side into view. */
async function point(kind: "quote" | "entity", id: string, fromPanel: boolean): Promise<void> {
  if (fromPanel && !isReading()) show("read");
  const selector = `[data-${kind}="${CSS.escape(id)}"]`;
  // A long article may still be being drawn.
  for (let tries = 0; tries < 200 && !reading.querySelector(selector); tries++)
    await new Promise((later) => setTimeout(later, 25));
  for (const element of document.querySelectorAll(".here")) element.classList.remove("here");
  for (const element of panel.querySelectorAll("[aria-current]")) element.removeAttribute("aria-current");
  const inText = [...reading.querySelectorAll<HTMLElement>(selector)];
  for (const element of inText) element.classList.add("here");
  const inPanel = [...panel.querySelectorAll<HTMLElement>(selector)];
  for (const element of inPanel) element.setAttribute("aria-current", "true");
  if (!fromPanel) {
    const entry = inPanel.find((element) => element.checkVisibility());
    if (entry) bringIntoPanel(entry);
    return;
  }
  const target = inText.find((element) => element.tabIndex === 0) ?? inText[0];
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  card.show(target);
}

/** Scrolls the panel alone: the article must stay where the reader looks. */
function bringIntoPanel(entry: HTMLElement): void {
  const [own, around] = [entry.getBoundingClientRect(), panel.getBoundingClientRect()];
  const tabs = 56;
  if (own.top < around.top + tabs) panel.scrollTop += own.top - around.top - tabs;
  else if (own.bottom > around.bottom) panel.scrollTop += own.bottom - around.bottom;
}

/** The quote before or behind the one in focus. */
function jump(by: 1 | -1): void {
  const quotes = article?.report.quotes;
  if (!quotes || quotes.length === 0) return;
  const here = reading.querySelector<HTMLElement>(".quote.here")?.dataset.quote;
  const at = quotes.findIndex((quote) => quote.id === here);
  const next = at < 0 ? (by > 0 ? 0 : quotes.length - 1) : at + by;
  const quote = quotes[next];
  if (quote) void point("quote", quote.id, true);
  else announce(by > 0 ? "This is the last quote." : "This is the first quote.");
}

function selectionChanged(): void {
  addButton.hidden = !article || analyzed !== field.value || !selected(field, reading);
}

function addQuote(): void {
  const range = selected(field, reading);
  if (!range || !article) return;
  correct({ kind: "quote", quote: anchor(analyzed, range), name: null }, "Added as a quote.");
  if (!isReading()) show("read");
  const added = article.report.quotes.find(({ content }) => content[0]?.start === range.start);
  if (added) void point("quote", added.id, true);
}

function save({ name, type, body }: { name: string; type: string; body: string }): void {
  const url = URL.createObjectURL(new Blob([body], { type: `${type};charset=utf-8` }));
  const anchor = Object.assign(document.createElement("a"), { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  announce(`${name} was saved.`);
}

async function copyLink(): Promise<void> {
  try {
    const link = await linkTo(saved(), new URL(location.href));
    await navigator.clipboard.writeText(link.href);
    const long = link.href.length > 8000 ? " It is long: some mail programs may cut it." : "";
    announce(`The link was copied. The article is in the link itself; no server sees it.${long}`);
  } catch {
    say("This browser does not let the page copy a link.", true);
  }
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  plainMirror(field.value);
  selectionChanged();
  timer = setTimeout(analyze, field.value.length <= AT_ONCE ? 0 : PAUSE);
});
field.addEventListener("paste", () => {
  // After the browser has put the text in, an empty field's paste is shown at once.
  const whole = field.value === "" || field.selectionEnd - field.selectionStart === field.value.length;
  if (whole) history.reset();
  setTimeout(() => void analyze(whole ? () => show("read") : undefined));
});
document.addEventListener("selectionchange", selectionChanged);
field.addEventListener("select", selectionChanged);
get("write").addEventListener("click", () => {
  show("write");
  field.focus();
});
get("read").addEventListener("click", () => show("read"));
get("clear").addEventListener("click", () => {
  field.value = "";
  history.reset();
  showSteps();
  keeps.checked = false;
  forget();
  show("write");
  field.focus();
  void analyze();
});
get("sample").addEventListener("click", () => take(SAMPLE));
get("open").addEventListener("click", () => file.click());
file.accept = ACCEPTED;
file.addEventListener("change", () => {
  const chosen = file.files?.[0];
  file.value = "";
  if (chosen) void openFile(chosen);
});
document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const dropped = event.dataTransfer?.files[0];
  if (!dropped) return;
  event.preventDefault();
  void openFile(dropped);
});
get("stop").addEventListener("click", () => void engine.stop());
undoButton.addEventListener("click", () => step(true));
redoButton.addEventListener("click", () => step(false));
addButton.addEventListener("click", addQuote);
// The press must not take the selection away.
addButton.addEventListener("pointerdown", (event) => event.preventDefault());
keeps.addEventListener("change", () => {
  if (keeps.checked) store();
  else forget();
});
get("link").addEventListener("click", () => void copyLink());
get("print").addEventListener("click", () => {
  menu.open = false;
  show("read");
  print();
});
for (const [format, label] of Object.entries(FORMATS) as [Format, string][]) {
  const button = makeButton("plain", label, async () => {
    if (!article) return announce("There is no article to save yet.");
    await drawReading();
    save(exported(format, article, reading));
    menu.open = false;
  });
  button.dataset.format = format;
  get("link").before(button);
}
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target as Node)) menu.open = false;
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

reading.addEventListener("click", (event) => {
  const target = highlightOf(event.target);
  if (!target) return card.hide();
  if (getSelection()?.isCollapsed === false) return;
  card.show(target);
  const { quote, entity } = target.dataset;
  if (quote) void point("quote", quote, false);
  else if (entity) void point("entity", entity, false);
});
reading.addEventListener("keydown", (event) => {
  const target = highlightOf(event.target);
  if (!target || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  card.show(target, true);
});
for (const side of [panel, ruler]) {
  side.addEventListener("click", (event) => {
    const target = (event.target as HTMLElement).closest<HTMLElement>("[data-quote], [data-entity]");
    const { quote, entity } = target?.dataset ?? {};
    if (quote) void point("quote", quote, true);
    else if (entity) void point("entity", entity, true);
  });
}
document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  const writes = target.matches("textarea, input:not([type=checkbox]), select");
  if (writes || event.altKey) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() === "z") {
    event.preventDefault();
    if (event.shiftKey ? history.canRedo : history.canUndo) step(!event.shiftKey);
  } else if (!command && event.key === "j") jump(1);
  else if (!command && event.key === "k") jump(-1);
});

async function begin(): Promise<void> {
  empty();
  show("write");
  tabs.show(get("tab-speakers"));
  try {
    const linked = await fromLink(new URL(location.href));
    if (linked) return take(linked.text, linked.corrections);
  } catch (error) {
    say((error as Error).message, true);
  }
  const found = kept();
  if (found) {
    keeps.checked = true;
    return take(found.text, found.corrections);
  }
  plainMirror(field.value);
  if (field.value.trim()) void analyze();
}

void begin();
window.addEventListener("hashchange", () => void begin());
if ("serviceWorker" in navigator && import.meta.env.PROD) {
  window.addEventListener("load", () => void navigator.serviceWorker.register("offline.js").catch(() => {}));
}
