import { history, insertNewline, isolateHistory, redo, standardKeymap, undo } from "@codemirror/commands";
import { Compartment, EditorState, type Extension, Transaction } from "@codemirror/state";
import { EditorView, type KeyBinding, keymap, placeholder } from "@codemirror/view";
import type { TextRange } from "../../core/report.js";
import { findEdit } from "../../ui/edits.js";
import { make } from "../../ui/elements.js";
import { findBar } from "./find-bar.js";
import style from "./long-field.css?inline";
import type { PlainField } from "./plain-field.js";
import type { FieldEvents, TextField } from "./text-field.js";

// The page's content policy allows style sheets that scripts construct, which document and editor only take inside a shadow tree.
// Browsers without them fail here, and the page keeps its `<textarea>`.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** The keys of a `<textarea>`; Tab leaves the field. */
const KEYS: readonly KeyBinding[] = [
  { key: "Enter", run: insertNewline, shift: insertNewline },
  { key: "Mod-z", run: undo, preventDefault: true },
  { key: "Mod-y", run: redo, preventDefault: true },
  { key: "Mod-Shift-z", run: redo, preventDefault: true },
  ...standardKeymap,
];

/** CodeMirror, in the place of the `<textarea>`. */
export class LongField implements TextField {
  readonly element = make("div", "long-field");
  #plain: PlainField;
  #view: EditorView;
  #history = new Compartment();
  /** The text as it was last asked for. */
  #made: { doc: EditorState["doc"]; text: string } | undefined;

  /** Takes the place of a `<textarea>`; undo leads from what was typed there to the text `before`. */
  constructor(events: FieldEvents, plain: PlainField, before: string) {
    this.#plain = plain;
    const { element, value } = plain;
    const { typed } = element.dataset;
    const root = this.element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    element.after(this.element);
    if (typed) this.element.dataset.typed = typed;
    this.#view = new EditorView({
      root,
      parent: root,
      state: this.#createState(events, plain, typed === "yes" ? before : value),
    });
    const { head } = this.#view.state.selection.main;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(head, { y: "center" }) });
    if (document.activeElement === element) this.#view.focus();
    element.hidden = true;
    plain.value = "";
    addEventListener("pagehide", this.#keep);
  }

  /** Browsers keep what a `<textarea>` contains, for those who come back to the page. */
  #keep = () => {
    this.#plain.value = this.value;
  };

  close(): void {
    const hadFocus = document.activeElement === this.element;
    removeEventListener("pagehide", this.#keep);
    this.#plain.element.hidden = false;
    if (hadFocus) this.#plain.focus({ preventScroll: true });
    this.element.remove();
    this.#view.destroy();
  }

  get value(): string {
    const { doc } = this.#view.state;
    if (this.#made?.doc !== doc) this.#made = { doc, text: doc.toString() };
    return this.#made.text;
  }

  set value(text: string) {
    const edit = findEdit(this.value, text);
    if (!edit) return;
    // Another text is shown from its top.
    const isOther = edit.end - edit.start > this.length / 2;
    this.#view.dispatch({
      changes: { from: edit.start, to: edit.end, insert: text.slice(edit.start, edit.newEnd) },
      ...(isOther && { selection: { anchor: 0 }, scrollIntoView: true }),
      annotations: Transaction.addToHistory.of(false),
      effects: this.#history.reconfigure([]),
    });
    this.#view.dispatch({ effects: this.#history.reconfigure(history()) });
  }

  get length(): number {
    return this.#view.state.doc.length;
  }

  get selection(): TextRange {
    const { from: start, to: end } = this.#view.state.selection.main;
    return { start, end };
  }

  focus(options?: FocusOptions): void {
    this.#view.focus();
    if (!options?.preventScroll) this.element.scrollIntoView({ block: "nearest" });
  }

  reveal({ start, end }: TextRange): void {
    const anchor = Math.min(start, this.length);
    const head = Math.min(end, this.length);
    this.#view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.#view.focus();
  }

  selectionBox(): DOMRect | undefined {
    const box = this.#view.coordsAtPos(this.selection.end, -1);
    const shown = this.element.getBoundingClientRect();
    if (!box || box.top < shown.top || box.bottom > shown.bottom) return undefined;
    return new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  }

  #createState(events: FieldEvents, plain: PlainField, before: string): EditorState {
    const { value, selection, element } = plain;
    const extensions = [
      EditorView.lineWrapping,
      this.#history.of(history()),
      keymap.of(KEYS),
      findBar(() => this.value),
      placeholder(element.placeholder),
      EditorView.contentAttributes.of({
        tabindex: "0",
        "aria-label": element.labels[0]?.textContent ?? "",
        autocapitalize: "sentences",
      }),
      tell(events, () => this.element.dispatchEvent(new Event("select", { bubbles: true }))),
    ];
    const state = EditorState.create({ doc: before, extensions });
    const edit = findEdit(before, value);
    // A text that was opened is shown from its top.
    const { start: anchor, end: head } = element.dataset.typed === "no" ? { start: 0, end: 0 } : selection;
    return state.update({
      ...(edit && {
        changes: { from: edit.start, to: edit.end, insert: value.slice(edit.start, edit.newEnd) },
      }),
      selection: { anchor, head },
      annotations: isolateHistory.of("full"),
    }).state;
  }
}

/** Tells of what happens in the editor, and leaves to the page what a `<textarea>` does. */
function tell(events: FieldEvents, onSelect: () => void): Extension {
  const hasFiles = (data: DataTransfer | null) => (data?.files.length ?? 0) > 0;
  // The editor would take the line where nothing is selected.
  const isEmpty = (_: ClipboardEvent, { state }: EditorView) => state.selection.main.empty;
  return [
    EditorView.updateListener.of(({ docChanged, selectionSet, transactions }) => {
      if (docChanged && transactions.some((made) => made.annotation(Transaction.addToHistory) !== false))
        events.onInput();
      if (selectionSet) onSelect();
    }),
    EditorView.domEventHandlers({
      copy: isEmpty,
      cut: isEmpty,
      // Files are opened.
      drop: ({ dataTransfer }) => hasFiles(dataTransfer),
      paste: (event) => events.onPaste(event) || event.clipboardData?.getData("text/plain") === "",
    }),
    EditorView.domEventObservers({ scroll: onSelect }),
  ];
}
