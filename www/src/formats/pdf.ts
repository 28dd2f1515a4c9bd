import * as pdfjs from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";

pdfjs.GlobalWorkerOptions.workerSrc = worker;

interface Line {
  text: string;
  top: number;
  height: number;
  left: number;
}

/** The words of a PDF, lines joined into paragraphs. */
export async function textOfPdf(file: File): Promise<string> {
  const task = pdfjs.getDocument({ data: await file.arrayBuffer(), disableFontFace: true });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw new Error(
        error.name === "PasswordException"
          ? `${file.name} is locked by a password. Save a copy without one, or paste the text.`
          : `${file.name} cannot be read: it is damaged, or no PDF. Save it anew, or paste the text.`,
      );
    });
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(paragraphs(lines((await page.getTextContent()).items)));
    }
    const text = pages.join("\n\n").trim();
    if (text.replace(/\s/g, "").length < 10 * document.numPages)
      throw new Error(
        `${file.name} holds pictures of pages, not text. Run text recognition (OCR) on it, or paste the text.`,
      );
    return text;
  } finally {
    await task.destroy();
  }
}

function lines(items: readonly unknown[]): Line[] {
  const found: Line[] = [];
  let open: Line | null = null;
  for (const item of items as { str?: string; hasEOL?: boolean; transform?: number[]; height?: number }[]) {
    if (item.str === undefined) continue;
    const top = item.transform?.[5] ?? 0;
    open ??= { text: "", top, height: 0, left: item.transform?.[4] ?? 0 };
    open.text += item.str;
    open.height = Math.max(open.height, item.height ?? 0);
    if (item.hasEOL) {
      if (open.text.trim()) found.push(open);
      open = null;
    }
  }
  if (open?.text.trim()) found.push(open);
  return found;
}

/** A wider gap, an indented line or other type begins a paragraph; a word parted at a line's end is joined. */
function paragraphs(lines: Line[]): string {
  let text = "";
  let before: Line | null = null;
  for (const line of lines) {
    const piece = line.text.trim();
    const gap = before ? before.top - line.top : 0;
    const size = Math.max(line.height, 1);
    const begins =
      before &&
      (gap > 1.7 * size ||
        gap < -size ||
        line.left - before.left > 0.8 * size ||
        Math.abs(line.height - before.height) > 0.15 * size);
    if (!before) text = piece;
    else if (begins) text += `\n\n${piece}`;
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(piece)) text = text.slice(0, -1) + piece;
    else text += ` ${piece}`;
    before = line;
  }
  return text;
}
