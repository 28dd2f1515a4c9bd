import type { Entity, Mention, Quote, TextRange } from "../core/report.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import { make, makeButton } from "../ui/elements.js";
import { isUncertain } from "../ui/speakers.js";
import { wordsAt } from "../ui/words.js";
import { type Article, quoteColorClasses, speakerOf } from "./article.js";
import { makeCandidateRows } from "./card-candidates.js";
import type { Correction } from "./corrections/apply.js";
import { describePassage } from "./corrections/passage.js";
import {
  describeCandidate,
  describeMentions,
  describeRoles,
  describeSpeaker,
  explainQuote,
} from "./describe.js";
import { citation } from "./exports/citation.js";
import { offsetOf } from "./selection.js";

/** What the buttons of the card do. */
export interface CardActions {
  /** Makes a correction; `message` says what has changed. */
  correct(correction: Correction, message: string): void;
  /** Copies text to the clipboard. */
  copy(text: string): void;
  close(): void;
  /** Called when the card's content has changed its size. */
  resized(): void;
}

/** How many names a field suggests. */
const MAX_SUGGESTIONS = 200;

/** The card's part about a quote. */
export function makeQuoteSection(
  words: Words,
  article: Article,
  quote: Quote,
  actions: CardActions,
): HTMLElement {
  const { texts } = words;
  const speaker = speakerOf(article, quote);
  const passage = describePassage(article.text, quote.content[0] as TextRange);
  const setSpeaker = (name: string) => {
    actions.close();
    actions.correct(
      { kind: "speaker", quote: passage, name: name || null },
      name ? fill(texts.changes.speakerSet, { name }) : texts.changes.speakerRemoved,
    );
  };
  const section = make("section", `speaker ${quoteColorClasses(article, quote)}`);
  const title = describeSpeaker(words, article, quote, (guess) => describeCandidate(words, guess));
  section.append(make("h2", "", title));
  const roles = speaker ? words.format.list(speaker.roles) : "";
  if (roles) section.append(make("p", "role", roles));
  const explanation = explainQuote(words, article, quote);
  section.append(
    ...makeCandidateRows(words, article, quote, setSpeaker),
    make("p", "", texts.card.quoteKinds[quote.kind]),
    labelled("explanation", texts.card.howWeKnow, explanation),
  );
  if (!article.correctedIds.has(quote.id)) section.append(describeConfidence(words, article, quote));

  const buttons = make("div", "actions");
  buttons.append(
    makeButton("plain", texts.card.copy, () => actions.copy(citation(words, article, quote))),
    makeButton("plain", texts.card.changeSpeaker, () =>
      askName(words, article, section, actions, texts.card.askSpeaker, speaker?.name ?? "", setSpeaker),
    ),
    makeButton("plain", texts.card.notQuote, () => {
      actions.close();
      actions.correct({ kind: "not-quote", quote: passage }, texts.changes.quoteRemoved);
    }),
  );
  section.append(buttons);
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
  const add = (label: string, question: string, value: string, correct: (name: string) => void) =>
    buttons.append(
      makeButton("plain", label, () =>
        askName(words, article, section, actions, question, value, (name) => name && correct(name)),
      ),
    );
  add(texts.card.rename, texts.card.askName, entity.name, (name) =>
    actions.correct({ kind: "rename", from: entity.name, to: name }, fill(texts.changes.renamed, { name })),
  );
  add(texts.card.merge, texts.card.askMerge, "", (name) =>
    actions.correct({ kind: "join", name: entity.name, into: name }, fill(texts.changes.merged, { name })),
  );
  const range = mentionAt(entity, target);
  if (range && entity.mentions.length > 1) {
    const mention = wordsAt(article, range);
    add(texts.card.split, fill(texts.card.askSplit, { mention }), "", (name) =>
      actions.correct(
        { kind: "part", mention: describePassage(article.text, range), name },
        fill(texts.changes.split, { mention, name }),
      ),
    );
  }
  section.append(buttons);
  return section;
}

/** A paragraph that begins with a label in bold. */
function labelled(className: string, label: string, text: string): HTMLElement {
  const paragraph = make("p", className);
  paragraph.append(make("b", "", label), ` ${text}`);
  return paragraph;
}

function describeConfidence({ texts, format }: Words, article: Article, quote: Quote): HTMLElement {
  const { card } = texts;
  const ofSpeaker = quote.speaker_confidence;
  const parts = [
    fill(card.quoteConfidence, { confidence: format.percent(quote.confidence) }),
    ofSpeaker !== null && fill(card.speakerConfidence, { confidence: format.percent(ofSpeaker) }),
  ];
  const label = isUncertain(quote, article.correctedIds) ? card.lowConfidence : card.confidence;
  return labelled("confidence", label, format.list(parts));
}

/** Asks for a name below the buttons, with the article's names as suggestions. */
function askName(
  { texts }: Words,
  article: Article,
  section: HTMLElement,
  actions: CardActions,
  question: string,
  value: string,
  done: (name: string) => void,
): void {
  section.querySelector("form")?.remove();
  const form = make("form", "ask");
  const label = make("label", "", question);
  const field = make("input");
  field.value = value;
  field.setAttribute("list", "suggestions");
  field.autocomplete = "off";
  const suggestions = make("datalist");
  suggestions.id = "suggestions";
  const named = article.report.entities.filter((entity) => entity.named).slice(0, MAX_SUGGESTIONS);
  for (const { name } of named) suggestions.append(Object.assign(make("option"), { value: name }));
  label.append(field, suggestions);
  form.append(label, make("button", "", texts.card.save));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    actions.close();
    done(field.value.trim());
  });
  section.append(form);
  actions.resized();
  field.focus();
  field.select();
}

/** The mention of an entity that a highlight shows; pronouns cannot be told apart by their words. */
function mentionAt(entity: Entity, target: HTMLElement): Mention | null {
  const offset = offsetOf(target);
  const mention = entity.mentions.find(({ start, end }) => start <= offset && offset < end);
  return mention && mention.form !== "pronoun" ? mention : null;
}
