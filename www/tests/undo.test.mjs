import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, enter, findViolations, openSite, quoteWith, sample, speakers } from "./harness.mjs";

const { withPage, origin } = openSite(before, after);
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const OWN = "“Yes,” said Ada Byron. “No,” said Tom Hale. “Well,” said Karl Berg.";

/** @param {import("playwright-core").Page} page @param {string} words @param {string} action */
async function act(page, words, action) {
  await (await quoteWith(page, words)).click();
  await page.locator("#card").getByRole("button", { name: action, exact: false }).click();
}

/** The user's own article, with one correction. @param {import("playwright-core").Page} page */
async function own(page) {
  await enter(page, OWN);
  await page.click("#show-reading");
  await act(page, "Yes", "Not a quote");
  assert.deepEqual((await speakers(page)).toSorted(), ["Karl Berg", "Tom Hale"]);
}

/** @param {import("playwright-core").Page} page @param {string[]} names */
async function expectSpeakers(page, ...names) {
  await page.waitForFunction(
    (names) =>
      [...document.querySelectorAll("#speakers h3")]
        .map((name) => name.textContent)
        .sort()
        .join() === names,
    names.toSorted().join(),
  );
}

for (const [
  what,
  replace,
] of /** @type {[string, (page: import("playwright-core").Page) => Promise<void>][]} */ ([
  ["Clear", (page) => page.click("#clear")],
  ["Try a sample", (page) => page.click("#sample")],
])) {
  test(`undo brings back text and corrections after ${what}, and goes on to those before`, () =>
    withPage(async (page) => {
      await own(page);
      await replace(page);
      await page.waitForFunction(
        () => !document.getElementById("speakers")?.textContent?.includes("Karl Berg"),
      );
      await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
      await expectSpeakers(page, "Karl Berg", "Tom Hale");
      assert.equal(await page.inputValue("#text"), OWN);
      await page.keyboard.press("Control+z");
      await expectSpeakers(page, "Ada Byron", "Karl Berg", "Tom Hale");
      await page.keyboard.press("Control+y");
      await expectSpeakers(page, "Karl Berg", "Tom Hale");
      await page.keyboard.press("Control+y");
      await page.waitForFunction(
        () => !document.getElementById("speakers")?.textContent?.includes("Karl Berg"),
      );
    }));
}

test("Ctrl+Z right after Clear brings the article back, though the text field has the focus", () =>
  withPage(async (page) => {
    await own(page);
    await page.click("#clear");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "text");
    await page.keyboard.press("Control+z");
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
  }));

test("typing is undone by the text field itself", () =>
  withPage(async (page) => {
    await sample(page);
    await page.click("#show-text");
    const before = await page.inputValue("#text");
    await page.keyboard.type("a");
    assert.notEqual(await page.inputValue("#text"), before);
    await page.keyboard.press("Control+z");
    assert.equal(await page.inputValue("#text"), before);
  }));

/** @param {import("playwright-core").Page} page */
async function keep(page) {
  await page.click("#save summary");
  await page.check("#remember");
}

test("corrections of a kept article are undone after a reload", () =>
  withPage(async (page) => {
    await own(page);
    await keep(page);
    await page.reload();
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
    await page.click("#undo");
    await expectSpeakers(page, "Ada Byron", "Karl Berg", "Tom Hale");
  }));

test("a sample leaves the kept article where it is", () =>
  withPage(async (page) => {
    await own(page);
    await keep(page);
    await page.click("#sample");
    await page.locator("#speakers", { hasText: "Solheim" }).waitFor();
    assert.ok(!(await page.isChecked("#remember")));
    await page.reload();
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
  }));

test("an article that is cleared by mistake is kept again after undo", () =>
  withPage(async (page) => {
    await own(page);
    await keep(page);
    await page.click("#clear");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
    await page.reload();
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
  }));

test("keeping another article says so, and can be taken back", () =>
  withPage(async (page) => {
    await own(page);
    await keep(page);
    await page.click("#sample");
    await page.locator("#speakers", { hasText: "Solheim" }).waitFor();
    await keep(page);
    await page.locator("#toast", { hasText: "in place of an earlier article" }).waitFor();
    await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
    await page.reload();
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
  }));

test("a link that is opened leaves the kept article, and undo leads back to it", () =>
  withPage(async (page) => {
    await sample(page);
    await page.click("#save summary");
    await page.click("#link");
    await page.locator("#toast", { hasText: "Link copied" }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.click("#clear");
    await own(page);
    await keep(page);
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator("#speakers", { hasText: "Solheim" }).waitFor();
    await page.locator("#toast", { hasText: "Article opened from the link" }).waitFor();
    await page.click("#undo");
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
    await page.goto(`${origin()}/site/`);
    await expectSpeakers(page, "Karl Berg", "Tom Hale");
  }, CLIPBOARD));

test("all corrections are listed, and each is taken back alone", () =>
  withPage(async (page) => {
    await enter(page, OWN);
    await page.click("#show-reading");
    assert.ok(await page.locator("#tab-corrections").isHidden());
    await act(page, "Yes", "Change speaker");
    await answer(page, "Tom Hale");
    await act(page, "Well", "Not a quote");
    await page.click("#tab-corrections");
    assert.equal(await page.textContent("#tab-corrections"), "Corrections 2");
    assert.deepEqual(await page.locator("#corrections li > span").allTextContents(), [
      "“Well”: not a quote",
      "“Yes”: said by Tom Hale",
    ]);
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("button", { name: "Revert: “Yes”: said by Tom Hale" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#corrections li").length === 1);
    assert.deepEqual(await page.locator("#corrections li > span").allTextContents(), ["“Well”: not a quote"]);
    // The focus goes to what is left of the list, then to the tabs.
    await page.keyboard.press("Enter");
    await expectSpeakers(page, "Ada Byron", "Karl Berg", "Tom Hale");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "tab-speakers");
    assert.ok(await page.locator("#speakers").isVisible());
    await page.keyboard.press("Control+z");
    await expectSpeakers(page, "Ada Byron", "Tom Hale");
  }));

test("a correction does not change the colours of other speakers", () =>
  withPage(async (page) => {
    await sample(page);
    const colors = () =>
      page
        .locator("#speakers .speaker")
        .evaluateAll((all) =>
          Object.fromEntries(all.map((one) => [one.querySelector("h3")?.textContent, one.className])),
        );
    const before = await colors();
    const [most] = Object.keys(before);
    // The one with the most words loses them to somebody new.
    await act(page, "daylight", "Change speaker");
    await answer(page, "Mona Ray");
    await act(page, "thirty years", "Not a quote");
    const { "Mona Ray": added, ...others } = await colors();
    for (const [name, color] of Object.entries(others)) assert.equal(color, before[name], name);
    assert.ok(most && added && !Object.values(before).includes(added));
  }));

test("a correction leads the focus back to the quote's words, without a card", () =>
  withPage(async (page) => {
    await sample(page);
    const quote = await quoteWith(page, "thirty years");
    const id = await quote.getAttribute("data-quote");
    await quote.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await answer(page, "Mona Ray");
    await page.waitForFunction(
      (id) => /** @type {HTMLElement} */ (document.activeElement).dataset.quote === id,
      id,
    );
    assert.ok(await page.locator("#card").isHidden());
    assert.equal(await page.locator("#reading .corrected-end").count(), 1);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(
      (id) => /** @type {HTMLElement} */ (document.activeElement).dataset.quote === id,
      id,
    );
  }));
