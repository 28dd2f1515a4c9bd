import mammoth from "mammoth/mammoth.browser.min.js";
import { AppError } from "../core/errors.js";
import { hasMoreXmlThan } from "./zip.js";

/** How much XML a document may have, in bytes; a novel has about 5 MB. */
const MAX_XML = 64_000_000;

/** The text of a .docx file. */
export async function textOfWord(file: File): Promise<string> {
  const { name } = file;
  try {
    const arrayBuffer = await file.arrayBuffer();
    if (await hasMoreXmlThan(arrayBuffer, MAX_XML)) throw new AppError("fileExpands", { name });
    const { value } = await mammoth.extractRawText({ arrayBuffer });
    return value.replace(/\n{3,}/g, "\n\n").trim();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("fileDamaged", { name, format: ".docx" });
  }
}
