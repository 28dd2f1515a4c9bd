import mammoth from "mammoth/mammoth.browser.min.js";
import { AppError } from "../core/errors.js";

/** The text of a .docx file. */
export async function textOfWord(file: File): Promise<string> {
  try {
    const { value } = await mammoth.extractRawText({ arrayBuffer: await file.arrayBuffer() });
    return value.replace(/\n{3,}/g, "\n\n").trim();
  } catch {
    throw new AppError("fileDamaged", { name: file.name, format: ".docx" });
  }
}
