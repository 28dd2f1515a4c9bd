/**
 * Leads from documents of ProseMirror, and of editors that are made with it such as TipTap, to the plain text of `<who-said-editor>`
 * and back.
 *
 * Blocks are joined by an empty line, hard breaks are line ends. It needs nothing of ProseMirror itself.
 */
/** The part of a ProseMirror node that is read. */
export interface DocumentNode {
  readonly isText: boolean;
  readonly isTextblock: boolean;
  readonly isLeaf: boolean;
  readonly text?: string | undefined;
  readonly nodeSize: number;
  readonly type: {
    readonly name: string;
    readonly spec: {
      readonly leafText?: ((node: never) => string) | undefined;
    };
  };
  forEach(act: (node: DocumentNode, offset: number, index: number) => void): void;
}
/** A range of positions in a document. */
export interface PositionRange {
  from: number;
  to: number;
}
/** Text that stands in the document in one piece. */
interface Piece {
  /** Where it is in the text. */
  readonly start: number;
  readonly end: number;
  /** Where it is in the document; of an inline leaf such as a mention, its place. */
  readonly from: number;
  readonly to: number;
  /** Pieces of one block have the same number. */
  readonly block: number;
}
/** The plain text of a document, with the way back. */
export interface DocumentText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}
/** The plain text of a document. */
export declare function textOf(doc: DocumentNode): string;
/** The plain text of a document, with what {@link rangesAt} and {@link offsetAt} need. */
export declare function mapText(doc: DocumentNode): DocumentText;
/** Where a range of the text is in the document: one range for each block that it touches. */
export declare function rangesAt({ pieces }: DocumentText, start: number, end: number): PositionRange[];
/** Where an offset of the text is in the document; between blocks, the end of the one before. */
export declare function positionAt({ pieces }: DocumentText, offset: number): number;
/** Where a position of the document is in the text; between blocks, the end of the one before. */
export declare function offsetAt({ pieces }: DocumentText, position: number): number;
