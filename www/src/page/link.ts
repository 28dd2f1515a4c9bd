import { AppError } from "../core/errors.js";
import { type Correction, NEW_KINDS } from "./corrections/apply.js";
import type { Passage } from "./corrections/passage.js";

/** An article with its corrections, as links and this device keep it. */
export interface SavedArticle {
  text: string;
  corrections: Correction[];
}

/** A saved article as it was read. */
export interface RestoredArticle extends SavedArticle {
  /** Whether it had corrections that this version of the page does not know. */
  hasUnknown: boolean;
}

const STORAGE_KEY = "whosaid";
const FRAGMENT = "#article=";
/** The largest article that is read from a link, in bytes; some links are made to fill the memory. */
const MAX_SIZE = 60_000_000;

/** Makes a link with the article in its fragment, which browsers do not send to servers. */
export async function createLink(saved: SavedArticle, page: URL): Promise<URL> {
  const link = new URL(page);
  link.hash = FRAGMENT.slice(1) + (await compress(JSON.stringify(saved)));
  return link;
}

/** Reads the article from a link; null where it has none. Rejects with an {@link AppError} where it is damaged. */
export async function readLink(page: URL): Promise<RestoredArticle | null> {
  if (!page.hash.startsWith(FRAGMENT)) return null;
  try {
    return validate(JSON.parse(await decompress(page.hash.slice(FRAGMENT.length))));
  } catch {
    throw new AppError("linkDamaged");
  }
}

/** Keeps an article on this device. Throws an {@link AppError} where that is not possible. */
export function keepArticle(saved: SavedArticle): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(saved));
  } catch {
    throw new AppError("storageUnavailable");
  }
}

/** The article kept on this device, or null. Throws an {@link AppError} where it is damaged. */
export function keptArticle(): RestoredArticle | null {
  let found: string | null;
  try {
    found = localStorage.getItem(STORAGE_KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
    return null;
  }
  try {
    return found === null ? null : validate(JSON.parse(found));
  } catch {
    throw new AppError("keptDamaged");
  }
}

/** Removes the kept article. */
export function forgetArticle(): void {
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}

function validate(value: unknown): RestoredArticle {
  const { text, corrections } = value as SavedArticle;
  if (typeof text !== "string" || !Array.isArray(corrections)) throw new TypeError("not a saved article");
  const known = corrections.filter(isCorrection);
  return { text, corrections: known, hasUnknown: known.length < corrections.length };
}

/** Whether a value has the fields of a correction; links may come from anybody. */
function isCorrection(value: unknown): value is Correction {
  if (typeof value !== "object" || value === null) return false;
  const { kind, quote, pieces, mention, name, as, from, to, into } = value as Record<string, unknown>;
  const isName = (field: unknown) => typeof field === "string";
  const isNewKind = as === undefined || NEW_KINDS.some((kind) => kind === as);
  switch (kind) {
    case "speaker":
      return isPassage(quote) && (name === null || isName(name)) && isNewKind;
    case "quote":
      return isPassage(quote) && (name === null || isName(name));
    case "not-quote":
      return isPassage(quote);
    case "edges":
      return isPassage(quote) && Array.isArray(pieces) && pieces.length > 0 && pieces.every(isPassage);
    case "rename":
      return isName(from) && isName(to);
    case "join":
      return isName(name) && isName(into);
    case "part":
      return isPassage(mention) && isName(name) && isNewKind;
    default:
      return false;
  }
}

function isPassage(value: unknown): value is Passage {
  if (typeof value !== "object" || value === null) return false;
  const { exact, before, after, at } = value as Record<string, unknown>;
  return [exact, before, after].every((field) => typeof field === "string") && typeof at === "number";
}

async function compress(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function decompress(base64: string): Promise<string> {
  const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  let left = MAX_SIZE;
  const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left < 0) controller.error(new RangeError("too much text"));
      else controller.enqueue(chunk);
    },
  });
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream.pipeThrough(limit)).text();
}
