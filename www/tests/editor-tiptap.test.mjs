import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findViolations, openSite } from "./harness.mjs";

const { withPage } = openSite(before, after);

/** @typedef {import("playwright-core").Page} Page */

/**
 * The example, once its draft is analyzed.
 * @param {(page: Page) => Promise<void>} use
 */
const withExample = (use) =>
  withPage(
    async (page) => {
      await page.locator("#editor .said", { hasText: "insurance" }).waitFor();
      await use(page);
    },
    { path: "/site/examples/tiptap/" },
  );

/** @param {Page} page */
const sidebar = (page) => page.locator("who-said-editor");

/** The words that are highlighted. @param {Page} page */
const highlighted = (page) => page.locator("#editor .said").allTextContents();

/** Puts the caret before words of the draft. @param {Page} page @param {string} words */
async function placeCaret(page, words) {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(
      /** @type {Node} */ (document.querySelector("#editor")),
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      /** @type {HTMLElement} */ (document.querySelector(".ProseMirror")).focus();
      getSelection()?.collapse(node, at);
      return;
    }
  }, words);
}

const QUOTES = [
  "“It is the quietest room we have,”",
  "that the hives were “a costly hobby.”",
  "who would answer for stings",
  "“We have insurance for that,”",
];

test("quotes are highlighted in the editor, and move with what is typed before them", () =>
  withExample(async (page) => {
    assert.deepEqual(await highlighted(page), QUOTES);
    await placeCaret(page, "The town library");
    await page.keyboard.type("“Bees are welcome,” said the mayor, Ann Roe. ");
    await page.locator("#editor .said", { hasText: "Bees are welcome" }).waitFor();
    assert.deepEqual(await highlighted(page), ["“Bees are welcome,”", ...QUOTES]);
    const colors = await page.locator("#editor .said").evaluateAll((all) => all.map((one) => one.className));
    assert.equal(colors[1], colors[4]);
    assert.notEqual(colors[1], colors[2]);
  }));

test("a click in the list selects the quote in the editor, the caret marks the quote in the list", () =>
  withExample(async (page) => {
    await sidebar(page).locator("#speakers li", { hasText: "insurance" }).locator("[data-quote]").click();
    assert.equal(await page.evaluate(() => String(getSelection())), "“We have insurance for that,”");
    assert.ok(await page.evaluate(() => document.activeElement?.matches(".ProseMirror")));
    await placeCaret(page, "quietest");
    const marked = sidebar(page).locator("#speakers [aria-current=true]", { hasText: "quietest" });
    await marked.waitFor();
  }));

test("bold words, lists and line breaks do not move the highlights", () =>
  withExample(async (page) => {
    await placeCaret(page, "quietest");
    await page.keyboard.press("Shift+Enter");
    await placeCaret(page, "The town library");
    await page.keyboard.type("- Bees");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+b");
    await page.waitForTimeout(1500);
    const found = await highlighted(page);
    assert.ok(
      found.some((words) => words.endsWith("insurance for that,”")),
      found.join("|"),
    );
    for (const words of found) assert.match(words, /^(“|that|who|quietest)/);
  }));

test("a draft is saved with its corrections and opened with them", () =>
  withExample(async (page) => {
    const entry = sidebar(page).locator("#speakers li", { hasText: "insurance" });
    await entry.getByRole("button", { name: /^Correct/ }).click();
    await entry.getByRole("button", { name: "Unknown speaker" }).click();
    await page.locator("#editor .said-by-nobody", { hasText: "insurance" }).waitFor();
    await page.waitForFunction(
      () => document.querySelector("who-said-editor")?.reviewedReport?.review.extent === "some",
    );
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.reload();
    await page.locator("#editor .said", { hasText: "insurance" }).waitFor();
    assert.equal(await page.locator("#editor .said-by-nobody").count(), 0);
    await page.getByRole("button", { name: "Open saved draft" }).click();
    await page.locator("#editor .said-by-nobody", { hasText: "insurance" }).waitFor();
  }));

test("a finding of the check is mended in the editor", () =>
  withExample(async (page) => {
    await placeCaret(page, "The town library");
    await page.keyboard.type('"Bees are welcome,” said the mayor, Ann Roe. ');
    await sidebar(page).locator("h3", { hasText: "Ann Roe" }).waitFor();
    await sidebar(page).getByRole("tab", { name: "Check" }).click();
    await sidebar(page).getByRole("button", { name: /^Fix/ }).first().click();
    await page.locator("#editor p", { hasText: "“Bees are welcome,” said" }).waitFor();
    await sidebar(page).getByRole("button", { name: /^Fix/ }).waitFor({ state: "detached" });
  }));

test("a finding that was dismissed is saved with the draft", () =>
  withExample(async (page) => {
    const check = sidebar(page).locator("#check");
    const open = async () => {
      await sidebar(page).getByRole("tab", { name: "Check" }).click();
      await sidebar(page).locator("#tab-check", { hasText: /\d/ }).waitFor();
    };
    await placeCaret(page, "The town library");
    await page.keyboard.type('"Bees are welcome,” said the mayor, Ann Roe. ');
    await sidebar(page).locator("h3", { hasText: "Ann Roe" }).waitFor();
    await open();
    await check.getByRole("button", { name: "Dismiss: Quotation marks" }).click();
    await check.getByText("1 dismissed finding").waitFor();
    await page.getByRole("button", { name: "Save draft" }).click();
    await page.reload();
    await page.locator("#editor .said", { hasText: "insurance" }).waitFor();
    await page.getByRole("button", { name: "Open saved draft" }).click();
    await page.locator("#editor .said", { hasText: "Bees are welcome" }).waitFor();
    await open();
    await check.getByText("1 dismissed finding").waitFor();
    assert.equal(await check.getByRole("button", { name: /^Fix/ }).count(), 0);
  }));

test("axe finds nothing in the example", () =>
  withExample(async (page) => {
    const found = (await findViolations(page)).filter((one) => !/^(region|page-has-heading)/.test(one));
    assert.deepEqual(found, []);
  }));
