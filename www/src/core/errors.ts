/** What can fail; the texts have a message for each. */
export type ErrorCode =
  | "engineUnavailable"
  | "engineNotFound"
  | "engineUnsupported"
  | "engineDamaged"
  | "engineMismatch"
  | "engineNotStarted"
  | "engineCrashed"
  | "textTooLong"
  | "analysisFailed"
  | "stopped"
  | "checkUnavailable"
  | "checkRefused"
  | "checkFailed"
  | "fileTooLarge"
  | "fileExpands"
  | "fileEmpty"
  | "fileOldFormat"
  | "fileUnsupported"
  | "fileBinary"
  | "fileDamaged"
  | "fileNoArticle"
  | "readerUnavailable"
  | "pdfLocked"
  | "pdfScanned"
  | "linkDamaged"
  | "linkNewer"
  | "keptDamaged"
  | "storageUnavailable";

/** A failure that a text explains to the user. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  /** What the text's placeholders stand for. */
  readonly details: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
