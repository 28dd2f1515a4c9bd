import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./harness.mjs";

const { browser, origin } = openSite(before, after);

/** The text under each of our highlights, read in the page. */
function highlighted() {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [name, highlight] of CSS.highlights)
    found[name] = [...highlight].map((range) => String(range).replace(/\s+/g, " "));
  return found;
}

test("one script tag highlights a foreign article and leaves no trace", async () => {
  const page = await browser().newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      const range = document.createRange();
      range.selectNodeContents(/** @type {HTMLElement} */ (document.querySelector("h1")));
      CSS.highlights.set("theirs", new Highlight(range));
      const sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [sheet];
      Object.assign(window, { before: document.documentElement.outerHTML });
    });
  });
  await page.goto(`${origin()}/pages/news.html`);
  await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));

  const marked = await page.evaluate(highlighted);
  assert.deepEqual(marked["whosaid-direct"], ["“We are glad,”"]);
  assert.ok(
    marked["whosaid-mixed"]?.some((text) => text.includes("“slow but honest.”")),
    JSON.stringify(marked),
  );
  assert.ok(marked["whosaid-entity"]?.includes("Clara Boyle"), JSON.stringify(marked));
  assert.ok(!JSON.stringify(marked).includes("Nobody Special"), "hidden text was read");

  const speakers = await page.evaluate(() => {
    const { report } = /** @type {any} */ (document.querySelector("who-said"));
    return report.quotes.map(
      (/** @type {any} */ quote) =>
        report.entities.find((/** @type {any} */ entity) => entity.id === quote.speaker)?.name,
    );
  });
  assert.deepEqual(speakers, ["Clara Boyle", "Clara Boyle"]);
  assert.equal(
    await page.evaluate(() => document.documentElement.outerHTML === /** @type {any} */ (window).before),
    true,
  );

  await page.locator("who-said").getByRole("button").first().click();
  await page.waitForFunction(() => CSS.highlights.has("whosaid-active"));

  await page.evaluate(() => document.querySelector("who-said")?.remove());
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ["theirs"]);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a widget put back highlights again, and two share the page", async () => {
  const page = await browser().newPage();
  await page.goto(`${origin()}/pages/news.html`);
  await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
  await page.evaluate(() => {
    const first = /** @type {HTMLElement} */ (document.querySelector("who-said"));
    const second = /** @type {HTMLElement} */ (first.cloneNode());
    document.body.append(second);
    return new Promise((done) => second.addEventListener("whosaid-report", done, { once: true }));
  });
  await page.evaluate(() => document.querySelector("who-said")?.remove());
  assert.deepEqual((await page.evaluate(highlighted))["whosaid-direct"], ["“We are glad,”"]);
  await page.close();
});

test("a selector that finds nothing is an error event, not a failure of the page", async () => {
  const page = await browser().newPage();
  await page.goto(`${origin()}/pages/news.html`);
  const message = await page.evaluate(() => {
    const widget = document.createElement("who-said");
    widget.setAttribute("for", "#nowhere");
    return new Promise((done) => {
      widget.addEventListener("whosaid-error", (event) =>
        done(String(/** @type {CustomEvent} */ (event).detail)),
      );
      document.body.append(widget);
    });
  });
  assert.match(String(message), /#nowhere/);
  await page.close();
});
