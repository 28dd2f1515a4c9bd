import { AppError } from "../core/errors.js";
import type { Correction } from "./corrections/apply.js";

/** An article with its corrections, as links and this device keep it. */
export interface SavedArticle {
  text: string;
  corrections: Correction[];
}

const STORAGE_KEY = "whosaid";
const FRAGMENT = "#article=";
const KINDS = ["speaker", "not-quote", "quote", "edges", "rename", "join", "part"];

/** Makes a link with the article in its fragment, which browsers do not send to servers. */
export async function createLink(saved: SavedArticle, page: URL): Promise<URL> {
  const link = new URL(page);
  link.hash = FRAGMENT.slice(1) + (await compress(JSON.stringify(saved)));
  return link;
}

/** Reads the article from a link; null where it has none. Rejects with an {@link AppError} where it is damaged. */
export async function readLink(page: URL): Promise<SavedArticle | null> {
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

/** The article kept on this device, or null. */
export function keptArticle(): SavedArticle | null {
  try {
    const found = localStorage.getItem(STORAGE_KEY);
    return found === null ? null : validate(JSON.parse(found));
  } catch {
    return null;
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

function validate(value: unknown): SavedArticle {
  const { text, corrections } = value as SavedArticle;
  if (typeof text !== "string" || !Array.isArray(corrections)) throw new TypeError("not a saved article");
  return { text, corrections: corrections.filter(({ kind }) => KINDS.includes(kind)) };
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
  return new Response(stream).text();
}
