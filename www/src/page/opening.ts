import { ACCEPTED } from "../formats/accepted.js";
import { SAMPLE } from "../sample.js";
import type { Words } from "../texts/page.js";
import type { Actions } from "./actions.js";
import { get } from "./dom.js";

/** Connects the ways in: the file dialog, the sample, files that are dropped and texts that are pasted anywhere. */
export function connectOpening({ texts }: Words, actions: Actions): void {
  const input = get<HTMLInputElement>("file");
  input.accept = ACCEPTED;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) void actions.openFile(file);
  });
  get("open").addEventListener("click", () => input.click());
  // The sample is not the user's: what is kept on this device stays.
  get("sample").addEventListener(
    "click",
    () => void actions.openText(SAMPLE, { remember: false, message: texts.status.sampleOpened }),
  );
  connectDrop(actions);
  document.addEventListener("paste", (event) => {
    const isField = (event.target as Element | null)?.closest("textarea, .long-field, input");
    const { files, text } = readClipboard(event);
    if (files[0]) void actions.openFile(files[0]);
    else if (isField || text.trim() === "") return;
    else void actions.openText(text);
    event.preventDefault();
  });
}

/** Files are pasted where the clipboard has no text, which copied words from Word come with too. */
function readClipboard({ clipboardData }: ClipboardEvent): { files: File[]; text: string } {
  const text = clipboardData?.getData("text/plain") ?? "";
  return { files: text === "" ? [...(clipboardData?.files ?? [])] : [], text };
}

/** Shows where to drop a file while one is dragged over the page, and opens it. */
function connectDrop(actions: Actions): void {
  const place = get("drop");
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    place.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) place.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    place.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void actions.openFile(file);
  });
}
