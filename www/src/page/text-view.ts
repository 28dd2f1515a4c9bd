import type { Actions } from "./actions.js";
import type { Analysis } from "./analysis.js";
import { get } from "./dom.js";
import type { ArticleField } from "./field/article-field.js";
import { LONGEST_MIRRORED } from "./field/plain-field.js";
import { drawMirror } from "./mirror.js";
import { editText, isBlank, replaceText, type State } from "./state.js";
import type { Store } from "./store.js";

/** Keeps the text field and the store equal, and shows the quotes' colours behind the field. */
export function connectTextView(
  store: Store<State>,
  analysis: Analysis,
  actions: Actions,
  field: ArticleField,
): void {
  const mirror = get("mirror");
  const editor = get("editor");

  field.onInput = () => {
    // The field itself undoes what was done last; otherwise the page does.
    field.current.element.dataset.typed = "yes";
    const edit = (state: State) => editText(state, field.value);
    if (field.isLong) store.postpone(edit);
    else store.update(edit);
    analysis.schedule(field.current.length);
  };
  field.onPaste = (event) => {
    const { selection, length } = field.current;
    const replacesAll = selection.end - selection.start === length;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (replacesAll && !isBlank(pasted)) {
      void actions.openText(pasted);
      return true;
    }
    // The text is inserted after this event.
    setTimeout(() => {
      store.update((state) => (replacesAll ? replaceText : editText)(state, field.value));
      void (replacesAll ? actions.showResult() : analysis.run());
    });
    return false;
  };

  store.watch(
    ({ text }) => text,
    (text) => field.show(text),
  );
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
}
