import type { Entity } from "../core/report.js";
import { fill } from "../texts/format.js";
import type { Words } from "../texts/page.js";
import type { Article } from "./article.js";
import { NEW_KINDS, type NewKind } from "./corrections/apply.js";
import { findNames, findSimilar, foldName, namesOf } from "./corrections/names.js";
import { describeRoles } from "./describe.js";
import { make, makeButton } from "./elements.js";

/** What a picker asks. */
export interface NameQuestion {
  readonly label: string;
  /** What the field contains at first. */
  readonly value?: string;
  /** Who is no answer, since it is who the question is about. */
  readonly self?: Entity | undefined;
  /** Whether somebody who is not in the article is an answer, or the name is to be corrected. */
  readonly mode: "known" | "known or new" | "rename";
  /** Offers the answer that nobody is known, in these words. */
  readonly nobody?: string | false;
}

export type NameAnswer =
  | { readonly kind: "known"; readonly entity: Entity }
  | { readonly kind: "new"; readonly name: string; readonly as: NewKind }
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "nobody" };

/** More names are found by typing. */
const MAX_OPTIONS = 30;

let lastPicker = 0;

/**
 * A field that finds names of the article while one types (the combobox of the WAI-ARIA Authoring Practices).
 *
 * A name that is not in the article is an answer only after the user has said what it names; `resized` is called when
 * the picker has changed its size.
 */
export class NamePicker {
  readonly element = make("form", "ask");
  #words: Words;
  #question: NameQuestion;
  #answer: (answer: NameAnswer) => void;
  #resized: () => void;
  #names: Entity[];
  #field = make("input");
  #list = make("ul", "names-found");
  #note = make("p", "note");
  #choices = make("div", "actions");
  #options: { element: HTMLElement; choose: () => void }[] = [];
  #active = -1;

  constructor(
    words: Words,
    article: Article,
    question: NameQuestion,
    answer: (answer: NameAnswer) => void,
    resized: () => void,
  ) {
    this.#words = words;
    this.#question = question;
    this.#answer = answer;
    this.#resized = resized;
    this.#names = namesOf(article).filter((entity) => entity !== question.self);
    this.#build();
    this.#find();
  }

  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  #build(): void {
    const id = `picker-${++lastPicker}`;
    const { label: text, value = "" } = this.#question;
    const label = make("label", "", text);
    const field = this.#field;
    field.value = value;
    field.autocomplete = "off";
    field.spellcheck = false;
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-controls", id],
      ["aria-describedby", `${id}-note`],
    ] as const)
      field.setAttribute(name, value);
    this.#list.id = id;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", text);
    this.#note.id = `${id}-note`;
    this.#note.setAttribute("role", "status");
    label.append(field);
    this.element.append(
      label,
      make("button", "", this.#words.texts.card.save),
      this.#list,
      this.#note,
      this.#choices,
    );
    field.addEventListener("input", () => this.#find());
    field.addEventListener("keydown", (event) => this.#moveActive(event));
    // The field keeps the focus, and with it the keyboard of a phone.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** Lists the names that match what is typed; the first one is what the Enter key picks. */
  #find(): void {
    const { mode, nobody, value = "" } = this.#question;
    const { picker } = this.#words.texts;
    const typed = this.#field.value.trim();
    const isRename = mode === "rename";
    const found = isRename && typed === value ? [] : findNames(this.#names, typed);
    const similar = found.length === 0 && typed !== "" && !isRename ? findSimilar(this.#names, typed) : [];
    this.#options = [...found, ...similar].slice(0, MAX_OPTIONS).map((entity) => this.#knownOption(entity));
    const isKnown = [...this.#names, this.#question.self].some(
      (entity) => entity && foldName(entity.name) === foldName(typed),
    );
    if (mode === "known or new" && typed !== "" && !isKnown)
      this.#options.push(
        makeOption(fill(picker.add, { name: typed }), "", () => this.#askKind(typed), "add"),
      );
    if (nobody && typed === "")
      this.#options.push(makeOption(nobody, "", () => this.#answer({ kind: "nobody" }), "add"));
    for (const [index, { element }] of this.#options.entries()) element.id = `${this.#list.id}-${index}`;
    this.#list.replaceChildren(...this.#options.map(({ element }) => element));
    this.#list.hidden = this.#options.length === 0;
    this.#field.setAttribute("aria-expanded", String(!this.#list.hidden));
    this.#tell("");
    this.#activate(!isRename && typed !== "" && found.length > 0 ? 0 : -1);
    this.#resized();
  }

  #knownOption(entity: Entity): { element: HTMLElement; choose: () => void } {
    const { texts, format } = this.#words;
    const about = format.list([texts.kinds[entity.kind][0], describeRoles(this.#words, entity)]);
    return makeOption(entity.name, about, () => {
      if (this.#question.mode === "rename") this.#askMerge(entity);
      else this.#answer({ kind: "known", entity });
    });
  }

  #moveActive(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.#options.length;
    if (step === undefined || count === 0 || event.isComposing) return;
    event.preventDefault();
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#activate((from + step + count) % count);
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [other, { element }] of this.#options.entries())
      element.setAttribute("aria-selected", String(other === index));
    const active = this.#options[index]?.element;
    if (active) this.#field.setAttribute("aria-activedescendant", active.id);
    else this.#field.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  #submit(): void {
    const active = this.#options[this.#active];
    if (active) active.choose();
    else this.#useTyped();
  }

  /** Takes what is typed for the answer, or asks more, or says why it is none. */
  #useTyped(): void {
    const { mode, self, value } = this.#question;
    const { picker } = this.#words.texts;
    const typed = this.#field.value.trim();
    const isTyped = ({ name }: Entity) => foldName(name) === foldName(typed);
    const known = this.#names.find(isTyped);
    if (typed === "") this.#tell(picker.empty);
    else if (mode === "rename") {
      if (typed === value) this.#tell(fill(picker.same, { name: typed }));
      else if (known) this.#askMerge(known);
      else this.#answer({ kind: "rename", name: typed });
    } else if (known) this.#answer({ kind: "known", entity: known });
    else if (self && isTyped(self)) this.#tell(fill(picker.same, { name: self.name }));
    else if (mode === "known") this.#tell(fill(picker.unknown, { name: typed }));
    else this.#askKind(typed);
  }

  /** Asks what a name that is not in the article is the name of. */
  #askKind(name: string): void {
    const { picker, kinds } = this.#words.texts;
    this.#tell(
      fill(picker.askKind, { name }),
      NEW_KINDS.map((as) => makeButton("plain", kinds[as][0], () => this.#answer({ kind: "new", name, as }))),
    );
  }

  #askMerge(entity: Entity): void {
    const { picker } = this.#words.texts;
    const merge = makeButton("plain", picker.merge, () => this.#answer({ kind: "known", entity }));
    this.#tell(fill(picker.askMerge, { name: entity.name }), [merge]);
  }

  /** Shows a message, and what can be chosen then. */
  #tell(message: string, choices: HTMLElement[] = []): void {
    this.#note.textContent = message;
    this.#choices.replaceChildren(...choices);
    this.#choices.hidden = choices.length === 0;
    this.#resized();
    choices[0]?.focus();
  }
}

function makeOption(name: string, about: string, choose: () => void, className = "") {
  const element = make("li", className);
  element.setAttribute("role", "option");
  element.append(make("span", "", name));
  if (about) element.append(make("small", "", about));
  element.addEventListener("click", choose);
  return { element, choose };
}
