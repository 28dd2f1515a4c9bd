import type { Correction } from "./corrections.js";

/** What a link or this device can keep: an article with the reader's corrections. */
export interface Saved {
  text: string;
  corrections: Correction[];
}

const KEY = "whosaid";
const FRAGMENT = "#article=";

/** A link that carries all of it behind the `#`, which browsers send to nobody. */
export async function linkTo(saved: Saved, page: URL): Promise<URL> {
  const link = new URL(page);
  link.hash = FRAGMENT.slice(1) + (await pack(JSON.stringify(saved)));
  return link;
}

/** What a link carries; null where it carries nothing, an error where it is damaged. */
export async function fromLink(page: URL): Promise<Saved | null> {
  if (!page.hash.startsWith(FRAGMENT)) return null;
  try {
    return checked(JSON.parse(await unpack(page.hash.slice(FRAGMENT.length))));
  } catch {
    throw new Error("This link is damaged: the article in it cannot be read. Ask for it again.");
  }
}

/** Keeps it on this device, until the reader clears it. */
export function keep(saved: Saved): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(saved));
  } catch {
    throw new Error("This browser keeps nothing here, or the article is too long to be kept.");
  }
}

/** What was kept on this device, if anything was. */
export function kept(): Saved | null {
  try {
    const found = localStorage.getItem(KEY);
    return found === null ? null : checked(JSON.parse(found));
  } catch {
    return null;
  }
}

/** Forgets what was kept. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden, there is nothing to forget.
  }
}

function checked(value: unknown): Saved {
  const { text, corrections } = value as Saved;
  if (typeof text !== "string" || !Array.isArray(corrections)) throw new Error("no article");
  const known = ["speaker", "not-quote", "quote", "rename", "join", "part"];
  return { text, corrections: corrections.filter(({ kind }) => known.includes(kind)) };
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function unpack(packed: string): Promise<string> {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
