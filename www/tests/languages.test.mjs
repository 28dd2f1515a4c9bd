import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, quoteWith, sample } from "./harness.mjs";

const { withPage } = openSite(before, after);

/** @type {[string, string, string, RegExp, RegExp][]} */
const LANGUAGES = [
  ["en-GB", "en", "Try a sample", /^\d+ quotes, \d+ speakers\.$/, /quote \d+%/],
  ["de-AT", "de", "Beispiel ansehen", /^\d+ Zitate, \d+ Sprecher\.$/, /Zitat \d+\u00a0%/],
  ["fr", "fr", "Voir un exemple", /^\d+ citations, \d+ locuteurs\.$/, /citation \d+[\u00a0\u202f]%/],
  ["es-MX", "es", "Ver un ejemplo", /^\d+ citas, \d+ hablantes\.$/, /cita \d+[\u00a0\u202f]?%/],
  ["nl", "en", "Try a sample", /^\d+ quotes, /, /quote \d+%/],
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
