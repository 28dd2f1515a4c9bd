import { Pacer } from "../ui/tasks.js";
import type { Block } from "./pull-quotes.js";

/** A document or a shadow tree. */
export type Tree = Document | ShadowRoot;

/** What a website says about the parts of its articles. */
export interface PartChoice {
  /** Selectors of what is left out besides. */
  readonly exclude: string | null;
  /** Selectors of what is read nevertheless. */
  readonly include: string | null;
}

/** Tells the parts of an article from what else stands inside its element. */
export interface Parts {
  /** Whether a part is read although it would be left out. */
  isIncluded(element: Element): boolean;
  /** Whether something inside an element is. */
  hasIncluded(element: Element): boolean;
  /** Whether a part is not the article's. */
  isForeign(element: Element): boolean;
  mayBePullQuote(element: Element): boolean;
  /** The blocks whose words the rest of the text has as well. */
  findRepeated<Candidate extends Block>(text: string, candidates: readonly Candidate[]): Candidate[];
}

/** A stretch of the text that stands unbroken in one text node. */
interface Piece {
  /** Its place in the text, in UTF-16 units. */
  start: number;
  length: number;
  node: Text;
  /** The unit of the node it begins with. */
  offset: number;
  /** Pieces of one run have nothing but them between them, and stand in one tree. */
  run: number;
}

/** What may be a pull quote, with the numbers of its pieces. */
interface Candidate extends Block {
  firstPiece: number;
  endPiece: number;
}

/** What is owed before the next character. */
const NO_GAP = 0;
const BLANK = 1;
const LINE_END = 2;

/** White space, without the no-break space, which is shown as it is. */
const BLANKS = "\\t\\n\\v\\f\\r \\u0085\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** The text of an article as a reader sees it, and the way back from places in it to the page. */
export class ArticleText {
  readonly text: string;
  /** The documents and shadow trees that hold the text. */
  readonly trees: ReadonlySet<Tree>;
  /** The elements inside the article that are not read. */
  readonly leftOut: WeakSet<Node>;
  #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[], trees: ReadonlySet<Tree>, leftOut: WeakSet<Node>) {
    this.text = text;
    this.trees = trees;
    this.leftOut = leftOut;
    this.#pieces = pieces;
  }

  /** The parts of the page that show the text from `start` to `end`, in UTF-16 units. */
  ranges(start: number, end: number): Range[] {
    const ranges: Range[] = [];
    let range: Range | undefined;
    let run = -1;
    for (let index = this.#firstAfter(start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index] as Piece;
      if (piece.start >= end) break;
      const { node, offset, length } = piece;
      if (!node.isConnected || offset + length > node.length) continue;
      if (!range || piece.run !== run) {
        range = node.ownerDocument.createRange();
        range.setStart(node, offset + Math.max(0, start - piece.start));
        ranges.push(range);
        run = piece.run;
      }
      range.setEnd(node, offset + Math.min(length, end - piece.start));
    }
    return ranges;
  }

  /** Whether another reading found its words in the same nodes, at the same places. */
  hasSameNodesAs(other: ArticleText): boolean {
    return (
      this.#pieces.length === other.#pieces.length &&
      this.#pieces.every(({ node, offset, start }, index) => {
        const piece = other.#pieces[index] as Piece;
        return piece.node === node && piece.offset === offset && piece.start === start;
      })
    );
  }

  /** The index of the first piece that ends after an offset. */
  #firstAfter(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start, length } = this.#pieces[middle] as Piece;
      if (start + length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reads the article in an element as it is now, in tasks that leave the page its turn. */
export async function readArticle(root: Element, parts: Parts): Promise<ArticleText> {
  const reader = new Reader(root, parts);
  const pacer = new Pacer();
  while (reader.step()) if (pacer.isDue) await pacer.pause();
  return reader.finish();
}

/** What the walk through the page has yet to do. */
type Step =
  | { kind: "enter"; node: Node; keepsBlanks: boolean; tree: Tree; isDropped: boolean }
  | { kind: "say"; mark: string }
  | { kind: "end"; candidate: Candidate | null };

/** Walks through an article; a list of steps instead of recursion, since pages nest deeply. */
class Reader {
  #root: Element;
  #parts: Parts;
  #view: Window & typeof globalThis;
  #steps: Step[];
  #text: string[] = [];
  #length = 0;
  #pieces: Piece[] = [];
  #gap = NO_GAP;
  #run = 0;
  #lastTree: Tree | undefined;
  #trees = new Set<Tree>();
  #leftOut = new WeakSet<Node>();
  #candidates: Candidate[] = [];

  constructor(root: Element, parts: Parts) {
    this.#root = root;
    this.#parts = parts;
    this.#view = (root.ownerDocument.defaultView ?? window) as Window & typeof globalThis;
    const tree = root.getRootNode() as Tree;
    this.#steps = [{ kind: "enter", node: root, keepsBlanks: false, tree, isDropped: false }];
  }

  /** Goes on to the next node; false at the end. */
  step(): boolean {
    const step = this.#steps.pop();
    if (!step) return false;
    if (step.kind === "say") this.#say(step.mark);
    else if (step.kind === "end") {
      this.#gap = LINE_END;
      if (step.candidate) {
        Object.assign(step.candidate, { end: this.#length, endPiece: this.#pieces.length });
        if (step.candidate.firstPiece < this.#pieces.length) this.#candidates.push(step.candidate);
      }
    } else if (step.node.nodeType === Node.TEXT_NODE) {
      if (!step.isDropped) this.#readText(step.node as Text, step.keepsBlanks, step.tree);
    } else if (step.node.nodeType === Node.ELEMENT_NODE) this.#enter(step.node as Element, step);
    return true;
  }

  finish(): ArticleText {
    let text = this.#text.join("");
    let pieces = this.#pieces;
    const repeated = this.#parts.findRepeated(text, this.#candidates).sort((a, b) => b.start - a.start);
    for (const { start, end, firstPiece, endPiece } of repeated) {
      const cut = end - start;
      text = text.slice(0, start) + text.slice(end);
      // No range covers a pull quote that is left out.
      const rest = pieces
        .slice(endPiece)
        .map((piece) => ({ ...piece, start: piece.start - cut, run: piece.run + 0.5 }));
      pieces = [...pieces.slice(0, firstPiece), ...rest];
    }
    return new ArticleText(text, pieces, this.#trees, this.#leftOut);
  }

  #enter(element: Element, { keepsBlanks, tree, isDropped }: Extract<Step, { kind: "enter" }>): void {
    const isRoot = element === this.#root;
    const name = element.localName;
    if (name === "br" || name === "hr") {
      this.#gap = LINE_END;
      return;
    }
    let dropped = isDropped;
    if (!isRoot) {
      if (this.#parts.isIncluded(element)) dropped = false;
      else if (!dropped && this.#parts.isForeign(element)) {
        this.#leaveOut(element);
        dropped = true;
      }
      if (dropped && !this.#parts.hasIncluded(element)) return;
    }
    const style = this.#view.getComputedStyle(element);
    const { display } = style;
    if (display === "none" || (!isRoot && isForTheEar(style))) {
      this.#leaveOut(element);
      return;
    }
    const isShown = style.visibility === "visible" || style.visibility === "";
    const keeps = `${style.getPropertyValue("white-space-collapse")} ${style.whiteSpace}`;
    keepsBlanks = /^preserve|\bpre/.test(keeps);
    const isBlock = !(/^(inline|ruby|contents)/.test(display) || display === "");
    if (isBlock) {
      this.#gap = LINE_END;
      let candidate: Candidate | null = null;
      if (!isRoot && !dropped && this.#parts.mayBePullQuote(element))
        candidate = { start: this.#length, end: 0, firstPiece: this.#pieces.length, endPiece: 0 };
      this.#steps.push({ kind: "end", candidate });
    }
    if (name === "q" && !dropped) {
      // The browser draws these marks; no text node holds them.
      this.#say("“");
      this.#steps.push({ kind: "say", mark: "”" });
    }
    this.#pushChildren(element, { keepsBlanks, tree, isDropped: dropped, isShown });
  }

  #pushChildren(
    element: Element,
    {
      isShown,
      tree,
      ...inherited
    }: { keepsBlanks: boolean; tree: Tree; isDropped: boolean; isShown: boolean },
  ): void {
    let children: readonly Node[] | NodeListOf<ChildNode> = element.childNodes;
    // A widget around an article has its list, and no article, in its own tree.
    const shadow = element.localName === "who-said" ? null : element.shadowRoot;
    if (shadow) {
      children = shadow.childNodes;
      tree = shadow;
    } else if (element.localName === "slot" && tree !== element.ownerDocument) {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) {
        children = assigned;
        tree = (assigned[0] as Node).getRootNode() as Tree;
      }
    }
    const isFolded = element.localName === "details" && !element.hasAttribute("open");
    for (let at = children.length - 1; at >= 0; at--) {
      const node = children[at] as Node;
      const isText = node.nodeType === Node.TEXT_NODE;
      if ((isText && !isShown) || (isFolded && (node as Element).localName !== "summary")) continue;
      this.#steps.push({ kind: "enter", node, tree, ...inherited });
    }
    this.#trees.add(tree);
  }

  /** Remembers an element that is not read, so that its changes count nothing and no range covers it. */
  #leaveOut(element: Element): void {
    this.#leftOut.add(element);
    if (element.textContent?.trim()) this.#run++;
  }

  #readText(node: Text, keepsBlanks: boolean, tree: Tree): void {
    const data = node.data;
    if (tree !== this.#lastTree) {
      this.#lastTree = tree;
      this.#run++;
    }
    let at = 0;
    for (const { 0: stretch, index } of data.matchAll(STRETCHES)) {
      this.#readGap(data.slice(at, index), keepsBlanks);
      this.#fillGap();
      this.#pieces.push({ start: this.#length, length: stretch.length, node, offset: index, run: this.#run });
      this.#write(stretch);
      at = index + stretch.length;
    }
    this.#readGap(data.slice(at), keepsBlanks);
  }

  #readGap(blanks: string, keepsBlanks: boolean): void {
    if (blanks === "") return;
    this.#gap = Math.max(this.#gap, keepsBlanks && blanks.includes("\n") ? LINE_END : BLANK);
  }

  #say(mark: string): void {
    if (mark === "”") this.#gap = NO_GAP;
    else this.#fillGap();
    this.#write(mark);
  }

  #fillGap(): void {
    if (this.#gap !== NO_GAP && this.#length > 0) this.#write(this.#gap === LINE_END ? "\n" : " ");
    this.#gap = NO_GAP;
  }

  #write(words: string): void {
    this.#text.push(words);
    this.#length += words.length;
  }
}

/** Words with single spaces between them, which stand in the text as they stand in the node. */
const STRETCHES = new RegExp(`[^${BLANKS}]+(?: [^${BLANKS}]+)*`, "g");

/** Whether an element is there for screen readers only. */
function isForTheEar(style: CSSStyleDeclaration): boolean {
  if (style.position !== "absolute") return false;
  return (
    /^rect\((0px|1px|auto)/.test(style.clip) ||
    /^inset\((50%|100%)/.test(style.clipPath) ||
    (style.overflow === "hidden" && /^[01]px$/.test(style.width) && /^[01]px$/.test(style.height))
  );
}
