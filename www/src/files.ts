/** The largest file that is opened, in bytes. */
const LARGEST = 60_000_000;

/** What `accept` of a file field holds. */
export const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.docx,.pdf,text/plain,text/html,text/markdown";

/**
 * The text of a file, its paragraphs on lines of their own.
 *
 * Fails with a message that tells the reader what to do. What reads a format is loaded when one is opened.
 */
export async function textOf(file: File): Promise<string> {
  if (file.size > LARGEST)
    throw new Error(`${file.name} is larger than 60 MB. Copy the part that you need and paste it.`);
  const text = await read(file);
  if (text.trim() === "")
    throw new Error(`${file.name} holds no text. Open another file, or paste the text.`);
  return text;
}

async function read(file: File): Promise<string> {
  const ending = file.name.toLowerCase().match(/\.([a-z]+)$/)?.[1] ?? "";
  const kind = file.type.split(";")[0] ?? "";
  if (ending === "pdf" || kind === "application/pdf") {
    const { textOfPdf } = await load(() => import("./formats/pdf.js"));
    return textOfPdf(file);
  }
  if (ending === "docx" || kind.endsWith("wordprocessingml.document")) {
    const { textOfWord } = await load(() => import("./formats/word.js"));
    return textOfWord(file);
  }
  if (ending === "doc" || ending === "odt" || ending === "rtf" || ending === "pages")
    throw new Error(`${file.name}: save it as .docx, .pdf or plain text first, then open that.`);
  if (ending === "html" || ending === "htm" || kind === "text/html" || kind === "application/xhtml+xml") {
    const { textOfHtml } = await load(() => import("./formats/html.js"));
    return textOfHtml(await decode(file), file.name);
  }
  if (ending === "md" || ending === "markdown" || kind === "text/markdown") {
    const { textOfMarkdown } = await load(() => import("./formats/markdown.js"));
    return textOfMarkdown(await decode(file));
  }
  if (ending === "txt" || ending === "text" || ending === "" || kind.startsWith("text/")) return decode(file);
  throw new Error(`${file.name} is of no kind that can be opened: use text, Markdown, HTML, .docx or .pdf.`);
}

async function load<Module>(module: () => Promise<Module>): Promise<Module> {
  try {
    return await module();
  } catch {
    throw new Error("What reads this kind of file could not be loaded. Check the connection and try again.");
  }
}

/** UTF-8 or UTF-16 by its mark, otherwise UTF-8, or Windows-1252 where the bytes are no UTF-8. */
async function decode(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4000).includes(0))
    throw new Error(`${file.name} is no text. Open a text, Markdown, HTML, .docx or .pdf file.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2000));
    const named = head.match(/charset=["']?([\w-]+)/i)?.[1] ?? "windows-1252";
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}
