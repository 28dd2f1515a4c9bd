/** A file to save. */
export interface ExportedFile {
  name: string;
  type: string;
  body: string;
}

/** The export formats, in the order of the menu. */
export const EXPORT_FORMATS = ["json", "csv", "annotations", "html", "markdown", "quotations"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
