import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite } from "./harness.mjs";
import { compare, makePage, STRUCTURES } from "./sites/site.mjs";

const { browser, origin } = openSite(before, after);

describe("of a page, the article's own words are read", () => {
  for (const structure of STRUCTURES) {
    test(structure.name, async () => {
      const made = makePage(structure);
      const page = await browser().newPage();
      try {
        await page.route("**/made.html", (route) =>
          route.fulfill({ contentType: "text/html; charset=utf-8", body: made.html }),
        );
        await page.goto(`${origin()}/pages/made.html`);
        const text = await page.waitForFunction(
          () => /** @type {any} */ (document.querySelector("who-said"))?.text,
          null,
          { timeout: 20_000 },
        );
        assert.deepEqual(compare(String(await text.jsonValue()), made), { missing: [], foreign: [] });
      } finally {
        await page.close();
      }
    });
  }
});
