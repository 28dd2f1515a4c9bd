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
    readonly spec: { readonly leafText?: ((node: never) => string) | undefined };
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

/** Between blocks. */
const BLOCK_SEPARATOR = "\n\n";

/** Names that editors give to line breaks. */
const BREAK = /^(hard_?break|break|br)$/i;

/** The plain text of a document. */
export function textOf(doc: DocumentNode): string {
  return mapText(doc).text;
}

/** The plain text of a document, with what {@link rangesAt} and {@link offsetAt} need. */
export function mapText(doc: DocumentNode): DocumentText {
  let text = "";
  let block = 0;
  const pieces: Piece[] = [];
  const addBlock = (node: DocumentNode, inside: number) => {
    if (block > 0) text += BLOCK_SEPARATOR;
    block++;
    // An empty piece, so that an empty block has a place too.
    pieces.push({ start: text.length, end: text.length, from: inside, to: inside, block });
    addInline(node, inside);
  };
  const addInline = (node: DocumentNode, inside: number) => {
    node.forEach((child, offset) => {
      const from = inside + offset;
      if (!child.isText && !child.isLeaf) {
        addInline(child, from + 1);
        return;
      }
      const words = wordsOf(child);
      const start = text.length;
      text += words;
      pieces.push({ start, end: text.length, from, to: from + child.nodeSize, block });
    });
  };
  const visit = (node: DocumentNode, inside: number) => {
    if (node.isTextblock) return addBlock(node, inside);
    node.forEach((child, offset) => {
      if (!child.isLeaf || child.isTextblock) visit(child, inside + offset + 1);
    });
  };
  visit(doc, 0);
  return { text, pieces };
}

/** Where a range of the text is in the document: one range for each block that it touches. */
export function rangesAt({ pieces }: DocumentText, start: number, end: number): PositionRange[] {
  const ranges: (PositionRange & { block: number })[] = [];
  for (const piece of pieces) {
    if (piece.end <= start || piece.start >= end) continue;
    const from = positionIn(piece, Math.max(start, piece.start), "from");
    const to = positionIn(piece, Math.min(end, piece.end), "to");
    const last = ranges.at(-1);
    if (last?.block === piece.block) last.to = to;
    else ranges.push({ from, to, block: piece.block });
  }
  return ranges.map(({ from, to }) => ({ from, to }));
}

/** Where an offset of the text is in the document; between blocks, the end of the one before. */
export function positionAt({ pieces }: DocumentText, offset: number): number {
  let position = 0;
  for (const piece of pieces) {
    if (piece.start > offset) break;
    position = positionIn(piece, Math.min(offset, piece.end), offset < piece.end ? "from" : "to");
  }
  return position;
}

/** Where a position of the document is in the text; between blocks, the end of the one before. */
export function offsetAt({ pieces }: DocumentText, position: number): number {
  let offset = 0;
  for (const piece of pieces) {
    if (piece.from > position) break;
    const isText = piece.end - piece.start === piece.to - piece.from;
    offset = isText
      ? Math.min(piece.start + position - piece.from, piece.end)
      : position >= piece.to
        ? piece.end
        : piece.start;
  }
  return offset;
}

function positionIn({ start, end, from, to }: Piece, offset: number, edge: "from" | "to"): number {
  return end - start === to - from ? from + offset - start : edge === "from" ? from : to;
}

function wordsOf(node: DocumentNode): string {
  if (node.isText) return node.text ?? "";
  const { name, spec } = node.type;
  if (spec.leafText) return spec.leafText(node as never);
  return BREAK.test(name) ? "\n" : "";
}
