import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite } from "./harness.mjs";
import { reports, withMadePage } from "./made-page.mjs";
import { compare, makePage, STRUCTURES } from "./sites/site.mjs";

const site = openSite(before, after);
const { browser, origin } = site;

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

test("names and words like those of what is left out are read where they are the article's", () => {
  const lines = {
    "<h1>{}</h1>": "Share prices fall",
    "<p class=intro>{}</p>": "Comments by the chairman sent the shares down.",
    "<div class='wrapper share-story'><p>{}</p></div>": "“We are shocked,” said Clara Boyle.",
    "<p><a href=/x>{}</a></p>": "“This is a whole sentence in a link,” said Tom Hale.",
    "<p>{}<em></em></p>": "Related: the mayor said that “nothing is related”.",
    "<blockquote><p>{}</p></blockquote>":
      "“A block quote that stands once only in the text,” wrote Ada Byron.",
    "<ul><li>{} <a href=/p>Photo</a>.</li></ul>": "“First,” said Peter Holm.",
    "<p><span aria-hidden=true class=drop>T</span>{}</p>": "he spokesman said “no comment”.",
  };
  const noise = [
    '<div class="ob-widget OUTBRAIN"><p>“Buy,” said Ad Man.</p></div>',
    '<div class="c-ad__inline" data-placement="mpu"><p>“Buy,” said Ad Man.</p></div>',
    '<section aria-label="Comments"><p>“Bad,” said Reader One.</p></section>',
    '<div style="width:300px;height:600px"><p>“Buy,” said Ad Man.</p></div>',
    '<div role="complementary"><p>“Buy,” said Ad Man.</p></div>',
  ];
  const own = Object.entries(lines).map(([markup, words]) => markup.replace("{}", words));
  const body = `<article class="sponsored-by-none">${own.join("")}${noise.join("")}</article><who-said for="article"></who-said>`;
  return withMadePage(site, body, async (page) => {
    await reports(page);
    const text = await page.evaluate(() => /** @type {any} */ (document.querySelector("who-said")).text);
    const expected = Object.values(lines).map((line) =>
      line.startsWith("he ") ? `T${line}` : line.startsWith("“First") ? `${line} Photo.` : line,
    );
    assert.deepEqual(text.split("\n"), expected);
  });
});
