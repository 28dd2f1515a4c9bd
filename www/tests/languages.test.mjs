import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openSite, quoteWith, sample } from "./harness.mjs";

const { withPage } = openSite(before, after);

/** @type {[string, string, string, RegExp, RegExp][]} */
const LANGUAGES = [
  ["en-GB", "en", "Try a sample", /^\d+ quotes, \d+ speakers\.$/, /: \d+%/],
  ["de-AT", "de", "Beispiel ansehen", /^\d+ Zitate, \d+ Sprecher\.$/, /: \d+\u00a0%/],
  ["fr", "fr", "Voir un exemple", /^\d+ citations, \d+ locuteurs\.$/, /: \d+[\u00a0\u202f]%/],
  ["es-MX", "es", "Ver un ejemplo", /^\d+ citas, \d+ hablantes\.$/, /: \d+[\u00a0\u202f]?%/],
  ["nl", "en", "Try a sample", /^\d+ quotes, /, /: \d+%/],
];

for (const [locale, lang, button, status, confidence] of LANGUAGES) {
  test(`the page speaks the browser's language: ${locale}`, () =>
    withPage(
      async (page, seen) => {
        await page.getByRole("button", { name: button }).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        await sample(page);
        assert.match((await page.textContent("#status")) ?? "", status);
        assert.equal(await page.getAttribute("#reading", "lang"), "en");
        await (await quoteWith(page, "daylight")).click();
        assert.match((await page.textContent("#card .confidence")) ?? "", confidence);
        const chunks = seen.requests.filter((url) => /\/page-[^/]*\.js$/.test(url));
        assert.equal(chunks.length, lang === "en" ? 0 : 1, chunks.join());
      },
      { locale },
    ));
}

test("where a language cannot be loaded, the page is in English", () =>
  withPage(
    async (page, seen) => {
      await page.route("**/page-*.js", (route) => route.abort());
      await page.reload();
      await sample(page);
      assert.match((await page.textContent("#status")) ?? "", /quotes/);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
      seen.errors.length = 0;
    },
    { locale: "de" },
  ));

/** @param {string} language */
const inLanguage = (language) => ({ changes: { language, entities: [], quotes: [], marked: [] } });

for (const [language, locale, note, ownNote] of /** @type {[string, string, string, string?][]} */ ([
  [
    "de",
    "en",
    "This text seems to be in German. whosaid reads English articles only.",
    "Dieser Text ist anscheinend auf Deutsch. whosaid liest nur englische Artikel.",
  ],
  ["de", "de", "Dieser Text ist anscheinend auf Deutsch. whosaid liest nur englische Artikel."],
  ["fi", "en", "This text seems to be in Finnish. whosaid reads English articles only."],
])) {
  test(`an article in ${language} is told that only English is read, on a page in ${locale}`, () =>
    withPage(
      async (page) => {
        await page.fill("#text", "Der Artikel.");
        await page.click("#show-reading");
        const notes = page.locator("#speakers .hint");
        await notes.getByText(note).waitFor();
        assert.deepEqual(await notes.allTextContents(), ownNote ? [note, ownNote] : [note]);
        if (ownNote) assert.equal(await notes.nth(1).getAttribute("lang"), language);
        assert.equal(await page.textContent("#status"), note);
        assert.equal(await page.getAttribute("#reading", "lang"), language);
      },
      { locale, ...inLanguage(language) },
    ));
}

test("a paragraph in another language says so to screen readers", () =>
  withPage(
    async (page) => {
      await page.fill("#text", "Bonjour.");
      await page.click("#show-reading");
      await page.locator('#reading p[lang="fr"]').waitFor();
    },
    { changes: { language: "en", paragraphs: [{ start: 0, end: 8, role: "body", language: "fr" }] } },
  ));

test("an article whose language is not known gets no note", () =>
  withPage(async (page) => {
    await enter(page, "Ja.");
    assert.equal(await page.textContent("#status"), "No quotes found in this text.");
    assert.deepEqual(await page.locator("#speakers .hint").allTextContents(), [
      "No quotes found in this text.",
    ]);
  }, inLanguage("und")));

test("the widget says that it reads English only", () =>
  withPage(
    async (page) => {
      const panel = page.locator("who-said").locator("section");
      await panel.getByText("This text seems to be in German.").waitFor();
      await page.evaluate(() => document.querySelector("who-said")?.setAttribute("lang", "fr"));
      await panel.getByText("Ce texte semble être en allemand. whosaid ne lit que des articles").waitFor();
      await page.evaluate(() => document.querySelector("who-said")?.setAttribute("lang", "en"));
    },
    { path: "/pages/news.html", ...inLanguage("de") },
  ));
