import { languageName } from "../texts/format.js";
import type { Labels } from "../texts/types.js";
import { make, makeButton } from "../ui/elements.js";
import { describeLanguage } from "../ui/language.js";
import type { Review } from "../ui/reviewed-report.js";
import { colorName } from "../ui/speaker-colors.js";
import { isUncertain, type SpeakerSummary } from "../ui/speakers.js";
import { Pacer } from "../ui/tasks.js";
import { makeLegend } from "./legend.js";
import type { Placement } from "./placement.js";
import type { ArticleReport } from "./types.js";

/** The words of the panel, and their language. */
export interface PanelWords {
  readonly labels: Labels;
  readonly language: string;
}

/** What the list of speakers shows besides the report, and what it does. */
export interface PanelOptions {
  readonly speakers: readonly SpeakerSummary[];
  /** Null for a report that was made in the page. */
  readonly review: Review | null;
  /** The address of the website's own words about the list. */
  readonly about: string | null;
  /** The one speaker whose quotes are shown; null is the unknown one, undefined stands for all. */
  readonly only: string | null | undefined;
  choose(only: string | null | undefined): void;
  /** Receives the number of the quote that the user picks. */
  select(index: number): void;
}

/** Makes the list of speakers and their quotes. */
export async function makePanel(
  report: ArticleReport,
  words: PanelWords,
  { speakers: summaries, review, about, only, choose, select }: PanelOptions,
): Promise<HTMLElement> {
  const { labels, language } = words;
  const section = makeFrame(labels);
  const names = { languageName: (tag: string) => languageName(tag, language) };
  const note = describeLanguage(labels.otherLanguage, names, report);
  const pacer = new Pacer();
  await pacer.pause();
  if (summaries.length === 0) section.append(makeLine("p", note ?? labels.noQuotes));
  else section.append(makeOrigin(labels, review, about));
  const lists = make("div");
  const legend = makeLegend(summaries, labels, only, (speaker) => {
    showOnly(lists, summaries, speaker);
    choose(speaker);
  });
  if (legend) section.append(legend);
  section.append(lists);
  const numbers = new Map(report.quotes.map((quote, index) => [quote.id, index]));
  for (const summary of summaries) {
    const list = makeSpeaker(lists, summary, words);
    for (const quote of summary.quotes) {
      if (pacer.isDue) await pacer.pause();
      const index = numbers.get(quote.id) ?? 0;
      list.append(makeQuote(report, index, words, () => select(index)));
    }
  }
  showOnly(lists, summaries, only);
  return section;
}

/** Says whether somebody has checked the report, with a link to the website's own words about that. */
function makeOrigin(labels: Labels, review: Review | null, about: string | null): HTMLElement {
  const texts = { all: labels.checked, some: labels.checkedPart, none: labels.automatic };
  const line = makeLine("p", texts[review?.extent ?? "none"]);
  line.part.add("origin");
  if (about) {
    const link = make("a", "", labels.about);
    link.href = about;
    line.append(" ", link);
  }
  return line;
}

/** Hides the lists of all speakers but one. */
function showOnly(
  lists: HTMLElement,
  summaries: readonly SpeakerSummary[],
  only: string | null | undefined,
): void {
  for (const [index, { speaker }] of summaries.entries()) {
    const group = lists.children[index] as HTMLElement | undefined;
    if (group) group.hidden = only !== undefined && (speaker?.id ?? null) !== only;
  }
}

/** Makes the button that starts the analysis, with a note above it where an earlier one has failed. */
export function makeStartPanel(labels: Labels, hasFailed: boolean, start: () => void): HTMLElement {
  const section = makeFrame(labels);
  if (hasFailed) section.append(makeStatus(labels.failed));
  const button = makeButton("start", labels.read, start);
  button.dir = "auto";
  button.part.add("start");
  section.append(button);
  return section;
}

/** Makes a note that the analysis is running. */
export function makeReadingPanel(labels: Labels): HTMLElement {
  const section = makeFrame(labels);
  section.append(makeStatus(labels.reading));
  return section;
}

/** Stands a panel as {@link Placement} says, and returns what is to be drawn. */
export function arrange(section: HTMLElement, labels: Labels, how: Placement, height: number): HTMLElement {
  section.popover = null;
  section.classList.toggle("scroll", how === "scroll");
  section.style.blockSize = how === "scroll" ? `${height}px` : "";
  if (how !== "overlay") return section;
  const corner = make("div", "corner");
  corner.style.blockSize = `${height}px`;
  if (section.querySelector("h3, p:not([role])")) {
    section.popover = "auto";
    const opener = makeButton("opener", labels.title);
    opener.dir = "auto";
    opener.part.add("opener");
    opener.popoverTargetElement = section;
    corner.append(opener);
  }
  corner.append(section);
  return corner;
}

function makeFrame(labels: Labels): HTMLElement {
  const section = make("section");
  section.part.add("panel");
  const title = makeLine("h2", labels.title);
  title.part.add("title");
  section.append(title);
  section.setAttribute("aria-label", labels.title);
  return section;
}

/** A line that runs in the direction of its own words, also in a page that runs in the other one. */
export function makeLine(name: "h2" | "h3" | "p" | "small", text: string): HTMLElement {
  const line = make(name, "", text);
  line.dir = "auto";
  return line;
}

function makeStatus(text: string): HTMLElement {
  const status = makeLine("p", text);
  status.role = "status";
  return status;
}

/** Adds a speaker's name and roles to a panel, with a list for the quotes. */
function makeSpeaker(lists: HTMLElement, summary: SpeakerSummary, { labels }: PanelWords): HTMLElement {
  const { speaker, quotes } = summary;
  const group = make("div", colorName(summary));
  const name = makeLine("h3", speaker?.name ?? labels.nobody);
  name.className = "swatch";
  name.part.add("speaker");
  // The roles are in the article's English. To load how a language writes lists and numbers would hold the page up.
  const counted = `${quotes.length} ${quotes.length === 1 ? labels.quote : labels.quotes}`;
  const about = [speaker?.roles.join(", "), counted];
  const role = makeLine("small", about.filter(Boolean).join(" · "));
  role.part.add("role");
  const list = make("ul");
  // What is not in view is not laid out.
  list.style.containIntrinsicBlockSize = `auto ${quotes.length * 3.5}rem`;
  group.append(name, role, list);
  lists.append(group);
  return list;
}

function makeQuote(
  report: ArticleReport,
  index: number,
  { labels }: PanelWords,
  select: () => void,
): HTMLElement {
  const quote = report.quotes[index] as ArticleReport["quotes"][number];
  const button = makeButton("", quote.words, select);
  button.part.add("quote");
  button.dir = "auto";
  const uncertain = quote.speaker !== null && isUncertain(quote);
  button.classList.toggle("uncertain", uncertain);
  const notes = [labels.basis[quote.basis], uncertain && labels.unsure];
  button.append(makeLine("small", notes.filter(Boolean).join(" · ")));
  const item = make("li");
  item.append(button);
  return item;
}
