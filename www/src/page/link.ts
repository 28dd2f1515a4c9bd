import { AppError } from "../core/errors.js";
import { type Correction, NEW_KINDS } from "../ui/corrections/apply.js";

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
/** The longest article that a link may hold, in bytes: a short link can hold very many once they are decompressed. */
const LONGEST = 20_000_000;

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

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isTextOrNull: Check = (value) => value === null || isText(value);
const isNewKind: Check = (value) => value === undefined || NEW_KINDS.some((kind) => kind === value);
const isPassage: Check = (value) => {
  const { exact, before, after, at } = (value ?? {}) as Record<string, unknown>;
  return [exact, before, after].every(isText) && typeof at === "number";
};
const isPieces: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isPassage);

/** The fields of each kind of correction. */
const FIELDS: { [Kind in Correction["kind"]]: Record<string, Check> } = {
  speaker: { quote: isPassage, name: isTextOrNull, as: isNewKind },
  "not-quote": { quote: isPassage },
  quote: { quote: isPassage, name: isTextOrNull },
  edges: { quote: isPassage, pieces: isPieces },
  rename: { from: isText, to: isText },
  join: { name: isText, into: isText },
  part: { mention: isPassage, name: isText, as: isNewKind },
};

/** Returns whether a value is a correction with all of its fields. */
function isCorrection(value: unknown): value is Correction {
  const found = (value ?? {}) as Record<string, unknown>;
  const kind = String(found.kind);
  if (!Object.hasOwn(FIELDS, kind)) return false;
  const checks = Object.entries(FIELDS[kind as Correction["kind"]]);
  return checks.every(([field, check]) => check(found[field]));
}

function validate(value: unknown): RestoredArticle {
  const { text, corrections } = value as SavedArticle;
  if (typeof text !== "string" || !Array.isArray(corrections)) throw new TypeError("not a saved article");
  const known = corrections.filter(isCorrection);
  return { text, corrections: known, hasUnknown: known.length < corrections.length };
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
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let length = 0;
  let text = "";
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > LONGEST) throw new RangeError("the article is too long");
    text += decoder.decode(value, { stream: true });
  }
}
