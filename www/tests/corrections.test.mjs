import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  answer,
  countQuotes,
  enter,
  listsDrawn,
  openArticle,
  openSite,
  quoteWith,
  sample,
  speakers,
} from "./harness.mjs";
import { longArticle } from "./long-text.mjs";

const { withPage, origin } = openSite(before, after);

/**
 * Opens the card of a quote and picks an action in it.
 * @param {import("playwright-core").Page} page
 * @param {string} words
 * @param {string} action
 */
async function act(page, words, action) {
  const quote = await quoteWith(page, words);
  await quote.focus();
  await page.keyboard.press("Enter");
  await page.locator("#card .speaker").getByRole("button", { name: action }).click();
}

/** @param {import("playwright-core").Page} page @param {string} name */
function speaker(page, name) {
  return page.locator("#speakers .speaker", { has: page.locator("h3", { hasText: name }) });
}

test("another speaker, undone and redone", () =>
  withPage(async (page) => {
    await sample(page);
    await act(page, "thirty years", "Change speaker");
    await answer(page, "Mona Ray");
    assert.match((await speaker(page, "Mona Ray").textContent()) ?? "", /thirty years.*corrected by you/s);
    assert.ok(!(await speakers(page)).includes("Jonas Vik"));
    await page.click("#undo");
    assert.ok((await speakers(page)).includes("Jonas Vik"));
    await page.keyboard.press("Control+Shift+Z");
    assert.ok((await speakers(page)).includes("Mona Ray"));
    await page.keyboard.press("Control+Z");
    assert.ok(!(await speakers(page)).includes("Mona Ray"));
  }));

test("a quote that is none, and one that was missed", () =>
  withPage(async (page) => {
    await sample(page);
    const before = await countQuotes(page);
    await act(page, "a very expensive", "Not a quote");
    assert.equal(await countQuotes(page), before - 1);

    const words = "The musical";
    await page.evaluate((words) => {
      const paragraph = [...document.querySelectorAll("#reading p")].find((p) =>
        p.textContent?.includes(words),
      );
      const node = /** @type {Node} */ (paragraph?.firstChild);
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, words.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }, words);
    await page.click("#add-quote");
    assert.equal(await countQuotes(page), before);
    assert.equal(await page.locator("#reading .quote.corrected", { hasText: words }).count(), 1);
  }));

test("a name made right, two that are one, and one that is two", () =>
  withPage(async (page) => {
    await enter(page, "“Yes,” said Anna Berg. “No,” said Tom Hale. “Well,” said Berg.");
    await page.click("#show-reading");
    const entity = async (/** @type {string} */ name, /** @type {string} */ action) => {
      await page.locator("#reading .entity", { hasText: name }).last().click();
      await page
        .locator("#card .about, #card .speaker")
        .first()
        .getByRole("button", { name: action })
        .click();
    };
    await entity("Tom Hale", "Rename");
    await answer(page, "Thomas Hale");
    assert.ok((await speakers(page)).includes("Thomas Hale"));
    await entity("Berg", "Someone else");
    await answer(page, "Karl Berg");
    assert.deepEqual((await speakers(page)).toSorted(), ["Anna Berg", "Karl Berg", "Thomas Hale"]);
    await entity("Berg", "Same as");
    await answer(page, "Thomas Hale");
    assert.deepEqual((await speakers(page)).toSorted(), ["Anna Berg", "Thomas Hale"]);
  }));

test("corrections live through edits elsewhere, and through a reload where the reader keeps them", () =>
  withPage(async (page) => {
    await sample(page);
    await act(page, "thirty years", "Change speaker");
    await answer(page, "Mona Ray");
    await page.click("#save summary");
    await page.check("#remember");
    await page.click("#show-text");
    await enter(page, `A line before.\n\n${await page.inputValue("#text")}`);
    assert.match((await speaker(page, "Mona Ray").textContent()) ?? "", /thirty years/);
    await page.reload();
    await page.waitForSelector("#reading .quote.corrected");
    assert.match((await speaker(page, "Mona Ray").textContent()) ?? "", /thirty years/);
    await page.click("#clear");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  }));

test("nothing is stored unless the reader asks", () =>
  withPage(async (page) => {
    await sample(page);
    await act(page, "thirty years", "Not a quote");
    const stored = () =>
      page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
    assert.equal(await stored(), 0);
    await page.reload();
    assert.equal(await page.inputValue("#text"), "");
  }));

test("a link carries article and corrections, and no server sees it", () =>
  withPage(
    async (page, seen) => {
      await sample(page);
      await act(page, "thirty years", "Change speaker");
      await answer(page, "Mona Ray");
      await page.click("#save summary");
      await page.click("#link");
      await page.locator("#toast", { hasText: "Link copied" }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(link.startsWith(`${origin()}/site/#article=`) && link.length < 3000, String(link.length));
      await page.goto("about:blank");
      await page.goto(link);
      await page.waitForSelector("#reading .quote.corrected");
      assert.ok((await speakers(page)).includes("Mona Ray"));
      assert.ok(seen.requests.every((url) => !url.includes("Mona") && !url.includes("article=")));
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

test("a damaged link is reported and changes nothing", () =>
  withPage(async (page) => {
    await page.goto(`${origin()}/site/#article=garbage!`);
    await page.waitForSelector("#status.failed");
    assert.match((await page.textContent("#status")) ?? "", /damaged/);
  }));

test("a correction leaves in the lists what it does not touch, and the other lists follow when they are shown", () =>
  withPage(async (page) => {
    await sample(page);
    await listsDrawn(page);
    const entries = page.locator("#speakers [data-quote]");
    const before = await entries.count();
    await entries.evaluateAll((all) => {
      for (const entry of all) Object.assign(entry, { isOld: true });
    });
    await act(page, "a very expensive", "Not a quote");
    await listsDrawn(page);
    const old = await entries.evaluateAll((all) => all.filter((entry) => "isOld" in entry).length);
    assert.equal(await entries.count(), before - 1);
    // The entry of the speaker's other quote may be drawn anew, since it is no longer the current one.
    assert.ok(old >= before - 2, `${old} of ${before}`);
    assert.equal(await countQuotes(page), before - 1);
    await page.keyboard.press("Control+Z");
    assert.equal(await countQuotes(page), before);
  }));

test("what a list shows on demand is that of the corrected article", () =>
  withPage(async (page) => {
    await openArticle(page, longArticle(90));
    await page.click("#tab-quotes");
    const total = Number(/\d+/.exec((await page.textContent("#status")) ?? "")?.[0]);
    const last = page.locator("#reading .quote[data-number]").last();
    const words = (await last.textContent()) ?? "";
    await last.click();
    await page.locator("#card").getByRole("button", { name: "Not a quote" }).click();
    await listsDrawn(page);
    await page.locator("#quotes .in-order .more").click();
    assert.equal(await page.locator("#quotes .in-order li").count(), total - 1);
    assert.equal(await page.locator("#quotes .in-order li", { hasText: words }).count(), 0);
  }));
