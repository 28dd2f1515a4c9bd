import { Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import StarterKit from "@tiptap/starter-kit";
import type { WhoSaidEditorElement } from "../../public/who-said-editor.js";
import { type DocumentText, mapText, offsetAt, positionAt, rangesAt } from "../../src/editor/prosemirror.js";

const DRAFT = `<h1>Beehives for the library’s roof</h1>
<p>The town library of Ostby will keep four hives on its roof, the council decided on Thursday.</p>
<p>“It is the quietest room we have,” said the librarian, Maja Lund.</p>
<p>Not everybody is pleased. Councillor Peter Holm said that the hives were “a costly hobby.” He asked who would answer for stings.</p>
<p>“We have insurance for that,” Lund replied.</p>`;

/** How many colours style.css has. */
const COLORS = 8;

const sidebar = document.getElementById("sidebar") as WhoSaidEditorElement;
const quotes = new PluginKey<DecorationSet>("quotes");

/** Highlights the quotes of the sidebar's report; while somebody writes, they move with the text. */
const Quotes = Extension.create({
  name: "quotes",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: quotes,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, set) =>
          transaction.getMeta(quotes) ?? set.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => quotes.getState(state) },
    }),
  ],
});

let map: DocumentText;

const editor = new Editor({
  element: document.getElementById("editor"),
  extensions: [StarterKit, Quotes],
  content: DRAFT,
  editorProps: { attributes: { "aria-label": "Draft", "aria-multiline": "true", role: "textbox" } },
  onCreate: ({ editor }) => read(editor),
  onUpdate: ({ editor }) => read(editor),
  onSelectionUpdate: ({ editor }) => {
    sidebar.select?.(offsetAt(map, editor.state.selection.head));
  },
});

/** Hands the text on. */
function read({ state }: Editor): void {
  map = mapText(state.doc);
  sidebar.text = map.text;
}

function highlight(): void {
  const { state, view } = editor;
  const colors = new Map(sidebar.speakers.map(({ id, color }) => [id, color]));
  const decorations = (sidebar.report?.quotes ?? []).flatMap((quote) => {
    const color = colors.get(quote.speaker) ?? null;
    const by = color === null ? "said-by-nobody" : `said-by-${color % COLORS}`;
    const attributes = { class: `said ${by}${quote.uncertain ? " uncertain" : ""}` };
    return sidebar
      .ranges(quote)
      .flatMap(({ start, end }) => rangesAt(map, start, end))
      .map(({ from, to }) => Decoration.inline(from, to, attributes));
  });
  view.dispatch(state.tr.setMeta(quotes, DecorationSet.create(state.doc, decorations)));
}

sidebar.addEventListener("who-said-change", highlight);

sidebar.addEventListener("who-said-show", ({ detail }) => {
  const { state, view } = editor;
  const places = detail.ranges.flatMap(({ start, end }) => rangesAt(map, start, end));
  const [first] = places;
  if (!first) return;
  // Of several places, the first one is selected.
  const selection = TextSelection.create(state.doc, first.from, first.to);
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  view.focus();
});

sidebar.addEventListener("who-said-fix", ({ detail: { start, end, replacement } }) => {
  const { state, view } = editor;
  const [place] = rangesAt(map, start, end);
  const from = place?.from ?? positionAt(map, start);
  view.dispatch(state.tr.insertText(replacement, from, place?.to ?? from).scrollIntoView());
});

// A store of documents; here, it is this device's.
const KEY = "whosaid-tiptap-example";
const say = (message: string) => {
  (document.getElementById("saved") as HTMLElement).textContent = message;
};

document.getElementById("save")?.addEventListener("click", () => {
  const { reviewedReport, dismissedFindings } = sidebar;
  localStorage.setItem(KEY, JSON.stringify({ content: editor.getJSON(), reviewedReport, dismissedFindings }));
  say("Saved on this device.");
});

document.getElementById("open")?.addEventListener("click", () => {
  const stored = localStorage.getItem(KEY);
  if (!stored) return say("Nothing has been saved yet.");
  const { content, reviewedReport, dismissedFindings } = JSON.parse(stored);
  editor.commands.setContent(content, { emitUpdate: true });
  sidebar.reviewedReport = reviewedReport;
  sidebar.dismissedFindings = dismissedFindings;
  say("Opened.");
});

const script = document.createElement("script");
script.src = "../../who-said-editor.js";
document.head.append(script);
