import type { ErrorTexts } from "../types.js";

export const errors: ErrorTexts = {
  engineUnavailable: "The analyzer could not be loaded. Check your connection and reload the page.",
  engineNotFound:
    "The analyzer could not be loaded ({status} for {path}). Your text is kept; reload the page in a few minutes.",
  engineUnsupported:
    "The analyzer does not run in this browser. It needs Chrome or Edge 91, Firefox 89, Safari 16.4, or newer; if yours is newer, reload the page.",
  engineDamaged:
    "The analyzer was not downloaded completely, or another file was sent in its place. Your text is kept; reload the page, or try another network.",
  engineMismatch:
    "The page and its analyzer have different versions because whosaid has just been updated. Copy your text and reload the page.",
  engineNotStarted:
    "The analyzer did not start. Your text is kept: change it to try again, or copy it and reload the page.",
  engineCrashed:
    "The analyzer stopped working twice on this text. Your text and corrections are unchanged: shorten or change the text to analyze it again.",
  textTooLong:
    "The text is too long for this browser’s memory. It is still in the text field; try a part of it.",
  analysisFailed: "The text could not be analyzed. It is still in the text field; try a part of it.",
  stopped: "Analysis stopped. Your text is unchanged: edit it, or reload the page to analyze it.",
  checkUnavailable: "The check could not be loaded. Check your connection and open the list again.",
  checkRefused: "The text could not be checked: {reason}",
  checkFailed:
    "The check stopped working on this text. Change the text or the settings of the check to try again; nothing was lost.",
  fileTooLarge: "{name} is larger than 60 MB. Copy the part you need and paste it.",
  fileExpands:
    "{name} contains far more text than an article when decompressed. Copy the part you need and paste it.",
  fileEmpty: "{name}: this file contains no text. Open another file, or paste the text.",
  fileOldFormat: "{name}: save this file as .docx, .pdf or plain text, then open it again.",
  fileUnsupported: "{name}: unsupported file type. Use text, Markdown, HTML, .docx or .pdf.",
  fileBinary: "{name}: this file contains no text. Open a text, Markdown, HTML, .docx or .pdf file.",
  fileDamaged:
    "{name} cannot be read: it is damaged, or not a {format} file. Save it again, or paste the text.",
  fileNoArticle: "{name} contains no article. Copy its text from the browser and paste it.",
  readerUnavailable:
    "The reader for this file type could not be loaded. Check your connection and try again.",
  pdfLocked: "{name} is protected by a password. Save a copy without one, or paste the text.",
  pdfScanned: "{name} contains images of pages, not text. Run text recognition (OCR), or paste the text.",
  linkDamaged: "This link is damaged and its article cannot be read. Ask the sender for a new link.",
  linkNewer:
    "This link was made with a later version of whosaid: some of its corrections cannot be read here. The article is complete; reload the page to get the new version.",
  keptDamaged: "The article kept on this device cannot be read. Paste it again, or open it from a file.",
  storageUnavailable:
    "This browser does not allow the page to store data, or the article is too long to keep. Use “Save and share” to save it as a file.",
};
