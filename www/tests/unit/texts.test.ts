import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fillStaticTexts } from "../../scripts/static-texts.js";
import { AppError } from "../../src/core/errors.js";
import { ENGLISH_EDITOR, loadEditorWords } from "../../src/texts/editor.js";
import { LANGUAGES } from "../../src/texts/languages.js";
import { loadWords, messageFor, textAt } from "../../src/texts/page.js";
import { addAllLabels, labelsFor } from "../../src/texts/widget.js";
import { explain } from "../../src/ui/explanation.js";

addAllLabels();
const www = join(import.meta.dirname, "../..");

/** Each text with its path; plural forms count as one, since languages have different ones. */
function entries(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  const object = value as Record<string, unknown>;
  if (typeof object.other === "string") return [[path, object.other]];
  return Object.entries(object).flatMap(([key, inner]) => entries(inner, path ? `${path}.${key}` : key));
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(LANGUAGES)("%s", (language) => {
  test("the page has the same texts as in English, with the same placeholders", async () => {
    const english = new Map(entries((await loadWords(["en"])).texts));
    const { texts } = await loadWords([language]);
    const translated = entries(texts);
    expect(texts.language).toBe(language);
    expect(translated.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
    for (const [path, text] of translated) {
      expect(text.trim(), path).not.toBe("");
      expect(placeholders(text), path).toEqual(placeholders(english.get(path) as string));
    }
  });

  test("the sidebar for editors has the same texts as in English, with the same placeholders", async () => {
    const english = new Map(entries(ENGLISH_EDITOR.editor));
    const { editor, texts } = await loadEditorWords(`${language}-XX`);
    expect(texts.language).toBe(language);
    const translated = entries(editor);
    expect(translated.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
    for (const [path, text] of translated)
      expect(placeholders(text), path).toEqual(placeholders(english.get(path) as string));
  });

  test("the widget has the same labels as in English", () => {
    const paths = (tag: string) => entries(labelsFor(tag).labels).map(([path]) => path);
    expect(paths(language)).toEqual(paths("en"));
    expect(labelsFor(language).language).toBe(language);
  });
});

test("the browser's first known language is chosen, otherwise English", async () => {
  const languageFor = async (...preferred: string[]) => (await loadWords(preferred)).texts.language;
  expect(await languageFor("nl", "FR-ca", "de")).toBe("fr");
  expect(await languageFor("nl")).toBe("en");
  expect(await languageFor()).toBe("en");
  expect(labelsFor("xx").language).toBe("en");
  expect(labelsFor(null).language).toBe("en");
});

test("errors have messages with their details", async () => {
  const words = await loadWords(["en"]);
  expect(messageFor(words, new AppError("fileUnsupported", { name: "a.jpg" }))).toMatch(
    /^a\.jpg: unsupported file type\. /,
  );
  expect(messageFor(words, new Error("other"))).toBe("other");
});

test("the rule that found the speaker explains a quote, or else the basis", async () => {
  const { texts } = await loadWords(["en"]);
  expect(explain(texts, { basis: "role", rule: "unique-role", speaker: "e1" })).toBe(
    "the only one in the article with this role",
  );
  expect(explain(texts, { basis: "named", rule: "name", speaker: "e1" })).toBe(texts.basis.named);
  expect(explain(texts, { basis: "role", rule: "toString", speaker: "e1" })).toBe(texts.basis.role);
  expect(explain(texts, { basis: "ambiguous", rule: "speaker-ranking", speaker: null })).toBe(
    texts.basis.ambiguous,
  );
});

test("index.html has no words of its own, and the build fills in every one it names", async () => {
  const source = readFileSync(join(www, "index.html"), "utf8");
  const words = source.replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ").match(/[\p{L}]+/gu);
  expect(new Set(words)).toEqual(new Set(["who", "said", "Enter", "Esc", "j", "k", "q", "Ctrl", "Z", "Y"]));
  expect(source).not.toMatch(/(?<!data-text-)(aria-label|placeholder|title|alt)="/);

  const { texts } = await loadWords(["en"]);
  const html = fillStaticTexts(source, texts);
  for (const [, key] of source.matchAll(/data-text="([^"]+)"/g))
    expect(html).toContain(`data-text="${key}">${textAt(texts, key as string)}<`);
  expect(html).toContain(`placeholder="${texts.article.placeholder}"`);
  expect(html).not.toMatch(/data-text="[^"]*"[^<>]*><\//);
});

test("the manifest of the app has the English texts", async () => {
  const manifest = JSON.parse(readFileSync(join(www, "public/manifest.webmanifest"), "utf8"));
  const { texts } = await loadWords(["en"]);
  expect([manifest.name, manifest.description]).toEqual([texts.title, texts.description]);
});

test("sentences stand in the texts only", () => {
  const files = readdirSync(join(www, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && !/^(texts|core[/\\]wasm)[/\\]|^sample\.ts$|\.d\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((file) => {
    const code = readFileSync(join(www, "src", file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/^\s*\/\/.*$/gm, "")
      // Messages for developers about a broken build.
      .replace(/new (Type)?Error\([^)]*\)/g, "");
    const literals = code.match(/"[^"\n]*"|`[^`]*`/g) ?? [];
    return literals
      .filter((literal) => /^.\s*\p{Lu}\p{Ll}+ \p{L}/u.test(literal))
      .map((text) => `${file}: ${text}`);
  });
  expect(found).toEqual([]);
});
