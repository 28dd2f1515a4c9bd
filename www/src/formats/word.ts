import mammoth from "mammoth/mammoth.browser.min.js";

/** The words of a .docx file. */
export async function textOfWord(file: File): Promise<string> {
  try {
    const { value } = await mammoth.extractRawText({ arrayBuffer: await file.arrayBuffer() });
    return value.replace(/\n{3,}/g, "\n\n").trim();
  } catch {
    throw new Error(
      `${file.name} cannot be read: it is damaged, or no .docx. Save it anew, or paste the text.`,
    );
  }
}
