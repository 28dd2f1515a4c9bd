import type { Entity, EntityKind, Mention, Quote, TextRange } from "../core/report.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { type Article, quoteColorClasses, speakerOf } from "../ui/article.js";
import { makeCandidateRows } from "../ui/candidate-buttons.js";
import { confidenceIn, isDrawnUncertain } from "../ui/candidates.js";
import type { Correction, NewKind } from "../ui/corrections/apply.js";
import { type Edge, moveEdge } from "../ui/corrections/edges.js";
import { describePassage } from "../ui/corrections/passage.js";
import { describeMentions, describeRoles, describeSpeaker, explainQuote } from "../ui/describe.js";
import { make, makeButton } from "../ui/elements.js";
import { type NameAnswer, NamePicker, type NameQuestion } from "../ui/name-picker.js";
import { wordsAt } from "../ui/words.js";
import { citation } from "./exports/citation.js";
import { firstFocusable } from "./focus-order.js";
import { offsetOf } from "./selection.js";

/** What the buttons of the card do. */
export interface CardActions {
  /** Makes a correction; `message` says what has changed. The card closes, or shows what is open in it anew. */
  correct(correction: Correction, message: string, open?: OpenPart): void;
  /** Copies text to the clipboard. */
  copy(text: string): void;
  /** Called when the card's content has changed its size. */
  resized(): void;
}

/** What is open in the card of a quote: the question who speaks, or the buttons that move its edges, by the last one. */
export type OpenPart = "speaker" | { readonly edge: Edge; readonly step: 1 | -1 };

/** The card's part about a quote. */
export function makeQuoteSection(
  words: Words,
  article: Article,
  quote: Quote,
  actions: CardActions,
  open?: OpenPart,
): HTMLElement {
  const { texts } = words;
  const speaker = speakerOf(article, quote);
  const passage = describePassage(article.text, quote.content[0] as TextRange);
  const setSpeaker = (name: string, as?: NewKind) =>
    actions.correct(
      { kind: "speaker", quote: passage, name, ...(as && { as }) },
      fill(texts.changes.speakerSet, { name }),
    );
  const removeSpeaker = () =>
    actions.correct({ kind: "speaker", quote: passage, name: null }, texts.changes.speakerRemoved);
  const askSpeaker = () => {
    const question: NameQuestion = {
      label: texts.card.askSpeaker,
      mode: "known or new",
      self: speaker,
      nobody: speaker !== undefined && texts.speakerUnknown,
    };
    askName(words, article, section, actions, question, (answer) => {
      if (answer.kind === "nobody") removeSpeaker();
      else setSpeaker(nameIn(answer), answer.kind === "new" ? answer.as : undefined);
    });
  };
  const section = make("section", `speaker ${quoteColorClasses(article, quote)}`);
  section.append(make("h2", "", describeSpeaker(words, article, quote)));
  const roles = speaker ? words.format.list(speaker.roles) : "";
  if (roles) section.append(make("p", "role", roles));
  const explanation = explainQuote(words, article, quote);
  section.append(
    ...makeCandidateRows(words, article, quote, setSpeaker),
    make("p", "", texts.card.quoteKinds[quote.kind]),
    labelled("explanation", texts.card.howWeKnow, explanation),
  );
  const confidence = article.correctedIds.has(quote.id) ? null : confidenceIn(article, quote);
  if (confidence !== null) {
    const uncertain = isDrawnUncertain(article, quote) && texts.uncertain;
    const facts = words.format.list([uncertain, words.format.percent(confidence)]);
    section.append(labelled("confidence", texts.card.confidence, facts));
  }

  const buttons = make("div", "actions");
  buttons.append(
    makeButton("plain", texts.card.copy, () => actions.copy(citation(words, article, quote))),
    makeButton("plain", texts.card.changeSpeaker, askSpeaker),
    makeButton("plain", texts.card.edges, () => {
      closeParts(section);
      const row = makeEdgeButtons(words, article, quote, actions);
      section.append(row);
      actions.resized();
      firstFocusable(row)?.focus();
    }),
    makeButton("plain", texts.card.notQuote, () =>
      actions.correct({ kind: "not-quote", quote: passage }, texts.changes.quoteRemoved),
    ),
  );
  section.append(buttons);
  if (open === "speaker") askSpeaker();
  else if (open) section.append(makeEdgeButtons(words, article, quote, actions, open));
  return section;
}

/** The card's part about an entity, which `target` mentions. */
export function makeEntitySection(
  words: Words,
  article: Article,
  entity: Entity,
  target: HTMLElement,
  actions: CardActions,
): HTMLElement {
  const { texts } = words;
  const section = make("section", "about");
  const facts = words.format.list([texts.kinds[entity.kind][0], describeRoles(words, entity)]);
  section.append(
    make("h2", "", entity.name),
    make("p", "role", facts),
    make("p", "", describeMentions(words, article, entity)),
  );

  const buttons = make("div", "actions");
  const add = (label: string, question: NameQuestion, answer: (answer: NameAnswer) => void) =>
    buttons.append(
      makeButton("plain", label, () => askName(words, article, section, actions, question, answer)),
    );
  const merge = (into: string) =>
    actions.correct(
      { kind: "join", name: entity.name, into },
      fill(texts.changes.merged, { name: entity.name, into }),
    );
  const { name } = entity;
  add(
    texts.card.rename,
    { label: texts.card.askName, value: name, mode: "rename", self: entity },
    (answer) => {
      const to = nameIn(answer);
      if (answer.kind === "known") merge(to);
      else actions.correct({ kind: "rename", from: name, to }, fill(texts.changes.renamed, { name: to }));
    },
  );
  add(
    texts.card.merge,
    { label: fill(texts.card.askMerge, { name }), mode: "known", self: entity },
    (answer) => merge(nameIn(answer)),
  );
  const mention = IS_SOMEBODY.has(entity.kind) ? mentionAt(entity, target) : null;
  if (mention && (entity.mentions.length > 1 || mention.form === "pronoun")) {
    const said = wordsAt(article, mention);
    const label = fill(texts.card.askSplit, { mention: said });
    add(texts.card.split, { label, mode: "known or new", self: entity }, (answer) => {
      const to = nameIn(answer);
      const as = answer.kind === "new" ? { as: answer.as } : {};
      actions.correct(
        { kind: "part", mention: describePassage(article.text, mention), name: to, ...as },
        fill(texts.changes.split, { mention: said, name: to }),
      );
    });
  }
  section.append(buttons);
  return section;
}

/** Kinds of which one may be taken for another; dates and places are told apart by their words. */
const IS_SOMEBODY: ReadonlySet<EntityKind> = new Set(["person", "organization", "group"]);

function nameIn(answer: NameAnswer): string {
  if (answer.kind === "known") return answer.entity.name;
  return answer.kind === "nobody" ? "" : answer.name;
}

/** The buttons that move the first and the last edge of a quote by a word; `last` is the one that was pressed. */
function makeEdgeButtons(
  { texts }: Words,
  article: Article,
  quote: Quote,
  actions: CardActions,
  last?: { readonly edge: Edge; readonly step: 1 | -1 },
): HTMLElement {
  const row = make("div", "edges");
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", texts.card.edges);
  const passageOf = (range: TextRange) => describePassage(article.text, range);
  for (const edge of ["start", "end"] as const) {
    row.append(make("span", "", texts.card[edge]));
    for (const step of [-1, 1] as const) {
      const pieces = moveEdge(article, quote, edge, step);
      const button = makeButton("plain icon", step < 0 ? "←" : "→", () => {
        if (!pieces) return;
        const [first] = quote.content;
        actions.correct(
          { kind: "edges", quote: passageOf(first as TextRange), pieces: pieces.map(passageOf) },
          texts.changes.edgesMoved,
          { edge, step },
        );
      });
      button.setAttribute("aria-label", texts.card.moveEdge[edge][step < 0 ? 0 : 1]);
      // Still focusable at the limit, so that the focus has a place there.
      button.setAttribute("aria-disabled", String(pieces === null));
      button.autofocus = last?.edge === edge && last.step === step;
      row.append(button);
    }
  }
  return row;
}

/** A paragraph that begins with a label in bold. */
function labelled(className: string, label: string, text: string): HTMLElement {
  const paragraph = make("p", className);
  paragraph.append(make("b", "", label), ` ${text}`);
  return paragraph;
}

/** Asks for a name below the buttons. */
function askName(
  words: Words,
  article: Article,
  section: HTMLElement,
  actions: CardActions,
  question: NameQuestion,
  answer: (answer: NameAnswer) => void,
): void {
  closeParts(section);
  const picker = new NamePicker(words, article, question, answer, actions.resized);
  section.append(picker.element);
  actions.resized();
  picker.focus();
}

/** Closes what buttons of a section have opened. */
function closeParts(section: HTMLElement): void {
  for (const part of section.querySelectorAll(".ask, .edges")) part.remove();
}

/** The mention of an entity that a highlight shows. */
function mentionAt(entity: Entity, target: HTMLElement): Mention | undefined {
  const offset = offsetOf(target);
  return entity.mentions.find(({ start, end }) => start <= offset && offset < end);
}
