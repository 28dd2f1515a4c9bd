import * as pdfjs from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { AppError } from "../core/errors.js";

pdfjs.GlobalWorkerOptions.workerSrc = worker;

/** Pages with fewer characters are taken for images. */
const MIN_CHARACTERS_PER_PAGE = 10;

interface Line {
  text: string;
  top: number;
  height: number;
  left: number;
}

/** The text of a PDF, its lines joined into paragraphs. */
export async function textOfPdf(file: File): Promise<string> {
  const { name } = file;
  const task = pdfjs.getDocument({ data: await file.arrayBuffer(), disableFontFace: true });
  try {
    const document = await task.promise.catch((error: Error) => {
      throw error.name === "PasswordException"
        ? new AppError("pdfLocked", { name })
        : new AppError("fileDamaged", { name, format: ".pdf" });
    });
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(paragraphs(lines((await page.getTextContent()).items)));
    }
    const text = pages.join("\n\n").trim();
    if (text.replace(/\s/g, "").length < MIN_CHARACTERS_PER_PAGE * document.numPages)
      throw new AppError("pdfScanned", { name });
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

/** Joins lines; a wide gap, an indented line or another font size begins a paragraph, hyphenated words are rejoined. */
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
