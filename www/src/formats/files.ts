import { AppError } from "../core/errors.js";
import { importOrFail } from "./import.js";

/** The largest file that is opened, in bytes. */
const MAX_SIZE = 60_000_000;
/** How much of a file is looked at to tell text from other data, and to find its encoding, in bytes. */
const BINARY_PROBE = 4000;
const CHARSET_PROBE = 2000;

const OLD_FORMATS = ["doc", "odt", "rtf", "pages"];

/** What files begin with, whatever their names say. */
const SIGNATURES: readonly [kind: "pdf" | "docx" | "old", bytes: string][] = [
  ["pdf", "%PDF-"],
  ["docx", "PK\x03\x04"],
  ["old", "{\\rtf"],
  ["old", "\xd0\xcf\x11\xe0"],
];

/**
 * The text of a file, each paragraph on a line of its own.
 *
 * The reader of a format is loaded when it is needed. Rejects with an {@link AppError}.
 */
export async function textOf(file: File): Promise<string> {
  const { name } = file;
  if (file.size > MAX_SIZE) throw new AppError("fileTooLarge", { name });
  const text = await read(file);
  if (text.trim() === "") throw new AppError("fileEmpty", { name });
  return text;
}

async function read(file: File): Promise<string> {
  const { name } = file;
  const extension = name.toLowerCase().match(/\.([a-z]+)$/)?.[1] ?? "";
  const type = file.type.split(";")[0] ?? "";
  const begins = String.fromCharCode(...new Uint8Array(await file.slice(0, 8).arrayBuffer()));
  const kind = SIGNATURES.find(([, bytes]) => begins.startsWith(bytes))?.[0];
  const isOld = kind === "old" || (kind === "docx" && OLD_FORMATS.includes(extension));
  if (isOld) throw new AppError("fileOldFormat", { name });
  if (kind === "pdf" || (!kind && (extension === "pdf" || type === "application/pdf"))) {
    const { textOfPdf } = await importOrFail(() => import("./pdf.js"));
    return textOfPdf(file);
  }
  if (kind === "docx" || extension === "docx" || type.endsWith("wordprocessingml.document")) {
    const { textOfWord } = await importOrFail(() => import("./word.js"));
    return textOfWord(file);
  }
  if (OLD_FORMATS.includes(extension)) throw new AppError("fileOldFormat", { name });
  if (["html", "htm"].includes(extension) || type === "text/html" || type === "application/xhtml+xml") {
    const { textOfHtml } = await importOrFail(() => import("./html.js"));
    return textOfHtml(await decode(file), name);
  }
  if (["md", "markdown"].includes(extension) || type === "text/markdown") {
    const { textOfMarkdown } = await importOrFail(() => import("./markdown.js"));
    return textOfMarkdown(await decode(file));
  }
  if (["txt", "text", ""].includes(extension) || type.startsWith("text/")) return decode(file);
  throw new AppError("fileUnsupported", { name });
}

/** UTF-16 without a byte order mark, which has a NUL in every other byte of English text; null for anything else. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 2) {
    const [first = 0, second = 0] = bytes.subarray(index, index + 2);
    if (first === 0) even++;
    if (second === 0) odd++;
    // Control characters other than tabs and line ends are no text.
    if (
      (first === 0 || second === 0) &&
      first + second < 32 &&
      !/[\t\n\r]/.test(String.fromCharCode(first + second))
    )
      return null;
  }
  const most = bytes.length / 3;
  if (odd > most && even === 0) return "utf-16le";
  return even > most && odd === 0 ? "utf-16be" : null;
}

/** Decodes UTF-16 with a byte order mark or clearly without one, UTF-8, the declared encoding, or Windows-1252, in this order. */
async function decode(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const utf16 = guessUtf16(bytes.subarray(0, BINARY_PROBE));
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) throw new AppError("fileBinary", { name: file.name });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, CHARSET_PROBE));
    const declared = head.match(/charset=["']?([\w-]+)/i)?.[1] ?? "windows-1252";
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}
