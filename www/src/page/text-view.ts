import type { Actions } from "./actions.js";
import type { Analysis } from "./analysis.js";
import { get } from "./dom.js";
import { drawMirror } from "./mirror.js";
import { editText, isBlank, replaceText, type State } from "./state.js";
import type { Store } from "./store.js";

/** Longer texts are coloured in the reading view only, in UTF-16 units. */
const LONGEST_MIRRORED = 60_000;

/** The text field, over a copy of its text that shows the quotes' colours. */
export function connectTextView(
  store: Store<State>,
  analysis: Analysis,
  actions: Actions,
): HTMLTextAreaElement {
  const field = get<HTMLTextAreaElement>("text");
  const mirror = get("mirror");
  const editor = get("editor");

  const showText = (text: string) => {
    if (field.value !== text) {
      field.value = text;
      field.dataset.typed = "no";
    }
    const isLong = text.length > LONGEST_MIRRORED;
    field.classList.toggle("long", isLong);
    // The copy gives the field its height, before it has colours too.
    if (isLong) mirror.replaceChildren();
    else if (mirror.textContent !== `${text}\n`) mirror.replaceChildren(`${text}\n`);
  };

  field.addEventListener("input", () => {
    field.dataset.typed = "yes";
    store.update((state) => editText(state, field.value));
    analysis.schedule();
  });
  field.addEventListener("paste", (event) => {
    const replacesAll =
      field.value === "" || field.selectionEnd - field.selectionStart === field.value.length;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (replacesAll && !isBlank(pasted)) {
      event.preventDefault();
      void actions.openText(pasted);
      return;
    }
    // The browser inserts the text after this event.
    setTimeout(() => {
      store.update((state) => (replacesAll ? replaceText : editText)(state, field.value));
      void (replacesAll ? actions.showResult() : analysis.run());
    });
  });

  store.watch(({ text }) => text, showText);
  let mirrored: State["article"] = null;
  const showColors = () => {
    const { article, text, view } = store.state;
    if (view !== "text" || article === mirrored || article?.text !== text) return;
    mirrored = article;
    if (article.text.length <= LONGEST_MIRRORED) drawMirror(mirror, article);
  };
  store.watch(({ article }) => article, showColors);
  store.watch(
    ({ view }) => view,
    (view) => {
      editor.hidden = view !== "text";
      showColors();
    },
  );
  return field;
}
