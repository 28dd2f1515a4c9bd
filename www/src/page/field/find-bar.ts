import { type Extension, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type KeyBinding,
  keymap,
  type Panel,
  showPanel,
} from "@codemirror/view";
import type { TextRange } from "../../core/report.js";
import { findTexts } from "../../texts/find.js";
import { make, makeButton } from "../../ui/elements.js";
import { findWords } from "./find-words.js";

const setOpen = StateEffect.define<boolean>();
const setFound = StateEffect.define<TextRange | null>();

/**
 * Finds words in the editor's text, of which the browser's own search sees only what is in view.
 *
 * `textOf` returns the whole text.
 */
export function findBar(textOf: () => string): Extension {
  const panel = StateField.define<boolean>({
    create: () => false,
    update: (isOpen, { effects }) => effects.find((effect) => effect.is(setOpen))?.value ?? isOpen,
    provide: (field) => showPanel.from(field, (isOpen) => (isOpen ? (view) => draw(view, textOf) : null)),
  });
  const open = (view: EditorView) => {
    view.dispatch({ effects: setOpen.of(true) });
    const input = view.dom.querySelector<HTMLInputElement>(".find input");
    input?.focus();
    input?.select();
    return true;
  };
  const keys: readonly KeyBinding[] = [{ key: "Mod-f", run: open }];
  return [panel, found, keymap.of(keys)];
}

/** The words that were found last, which have no selection while the bar has the focus. */
const found = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    for (const effect of effects) {
      if (effect.is(setFound)) {
        const { value } = effect;
        return value
          ? Decoration.set(Decoration.mark({ class: "found" }).range(value.start, value.end))
          : Decoration.none;
      }
      if (effect.is(setOpen) && !effect.value) return Decoration.none;
    }
    return marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function draw(view: EditorView, textOf: () => string): Panel {
  const texts = findTexts(document.documentElement.lang);
  const dom = make("div", "find");
  dom.setAttribute("role", "search");
  const input = make("input");
  input.type = "search";
  input.setAttribute("aria-label", texts.field);
  const message = make("span");
  message.setAttribute("role", "status");
  const find = (from: "here" | "next" | "previous") => {
    const { from: start, to: end } = view.state.selection.main;
    const range = findWords(textOf(), input.value, { start, end }, from);
    message.textContent = range || input.value === "" ? "" : texts.nothing;
    view.dispatch({
      effects: range
        ? [setFound.of(range), EditorView.scrollIntoView(range.start, { y: "center" })]
        : setFound.of(null),
      ...(range && { selection: { anchor: range.start, head: range.end } }),
    });
  };
  const close = () => {
    view.dispatch({ effects: setOpen.of(false) });
    view.focus();
  };
  const button = (sign: string, name: string, act: () => void) => {
    const made = makeButton("", sign, act);
    made.setAttribute("aria-label", name);
    return made;
  };
  dom.append(
    input,
    button("↑", texts.previous, () => find("previous")),
    button("↓", texts.next, () => find("next")),
    message,
    button("×", texts.close, close),
  );
  input.addEventListener("input", () => find("here"));
  dom.addEventListener("keydown", (event) => {
    // These keys are none of the page's.
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === input) find(event.shiftKey ? "previous" : "next");
    else if (event.key === "f" && (event.ctrlKey || event.metaKey)) input.select();
    else return;
    event.preventDefault();
  });
  return { dom, top: true };
}
