import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { answer, enter, findViolations, openArticle, openSite, quoteWith, sample } from "./harness.mjs";

const { withPage } = openSite(before, after);

/** A draft with faults: a straight mark, a misspelled name, a source without a reason, a quote that nobody says. */
const DRAFT = `Old cinema to open again 🎬

The old cinema in Wexley opens again on Friday, its owners said.

“We have waited for this for years," said Maria Hernandez, the manager of the cinema.

Hernandez said that 300 seats had been sold, and Hernandez thanked the town. Hernandes will open the doors herself.

“Nobody knows whether it will last until winter,” a source at the company said.

The roof was mended in May. The floor is new.

“There was never a better place to be young in this town.”
`;

/**
 * Opens the check, and waits for its findings.
 * @param {import("playwright-core").Page} page
 */
async function openCheck(page) {
  const lists = page.locator("#show-lists");
  if (await lists.isVisible()) await lists.click();
  await page.click("#tab-check");
  await page.waitForFunction(() => /\d/.test(document.getElementById("tab-check")?.textContent ?? ""));
}

/** @param {import("playwright-core").Page} page @param {string} rule */
const findingsOf = (page, rule) => page.locator(`#check h3:text-is("${rule}") + .reason + ul > li`);

/** @param {import("playwright-core").Page} page */
const headings = (page) => page.locator("#check h2, #check h3").allTextContents();

/** @param {import("playwright-core").Page} page @param {string} count */
const countBecomes = (page, count) =>
  page.waitForFunction(
    (count) => document.getElementById("tab-check")?.textContent === `Check ${count}`,
    count,
  );

/** What the article shows as the place of a finding. @param {import("playwright-core").Page} page */
const shownPlace = (page) =>
  page.evaluate(() => [...(CSS.highlights.get("finding") ?? [])].map(String).join("|"));

test("nothing of the check is loaded before its tab is opened", () =>
  withPage(async (page, { requests }) => {
    const loaded = () => requests.filter((url) => /check/.test(url));
    await openArticle(page, DRAFT);
    assert.equal(await page.textContent("#tab-check"), "Check");
    assert.deepEqual(loaded(), []);
    await openCheck(page);
    assert.equal(loaded().filter((url) => /\/check-[0-9a-f]{10}\.wasm$/.test(url)).length, 1);
  }));

test("findings stand by severity and rule, with the reason, and are counted at the tab", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await openCheck(page);
    assert.deepEqual(await headings(page), [
      "Errors 3",
      "Quote without a speaker",
      "Name in two spellings",
      "Quotation marks",
      "Warnings 1",
      "Anonymous source",
    ]);
    await countBecomes(page, "4");
    const item = findingsOf(page, "Name in two spellings");
    assert.match(String(await item.textContent()), /^HernandesHernandes is spelled Hernandez elsewhere\./);
    assert.equal(
      await page.locator('#check h3:text-is("Name in two spellings") + .reason').textContent(),
      "A name has one spelling.",
    );
  }));

test("a finding leads to its place in the article, by click and by key", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await openCheck(page);
    await findingsOf(page, "Name in two spellings").locator("button").first().click();
    await page.waitForFunction(() => CSS.highlights.has("finding"));
    assert.equal(await shownPlace(page), "Hernandes");
    assert.match(String(await page.textContent("#check [aria-current]")), /^Hernandes/);
    assert.ok(await page.evaluate(() => document.activeElement?.closest("#reading") !== null));
    // A quote has the focus itself, so that its card is near.
    await findingsOf(page, "Quote without a speaker").locator("button").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("#reading .quote"));
    assert.equal(await shownPlace(page), "“There was never a better place to be young in this town.”");
    // After characters of two units.
    await findingsOf(page, "Quotation marks").locator("button").first().click();
    await page.waitForFunction(() => String([...(CSS.highlights.get("finding") ?? [])]) === '"');
  }));

test("while writing, a finding leads to its place in the text field", () =>
  withPage(async (page) => {
    await enter(page, `${"A line about nothing much.\n\n".repeat(60)}${DRAFT}`);
    await openCheck(page);
    await findingsOf(page, "Name in two spellings").locator("button").first().click();
    const [words, isFocused] = await page.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
      return [field.value.slice(field.selectionStart, field.selectionEnd), document.activeElement === field];
    });
    assert.deepEqual([words, isFocused], ["Hernandes", true]);
    assert.ok((await page.evaluate(() => scrollY)) > 300);
  }));

test("a fix edits the text, and undo takes it back", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await openCheck(page);
    await countBecomes(page, "4");
    await page.getByRole("button", { name: "Fix: write years,”" }).click();
    await countBecomes(page, "3");
    assert.equal(await page.inputValue("#text"), DRAFT.replace('years,"', "years,”"));
    assert.match(String(await page.textContent("#toast-text")), /years,”/);
    await page.getByRole("button", { name: "Fix: write Hernandez" }).click();
    await countBecomes(page, "2");
    assert.equal(await findingsOf(page, "Name in two spellings").count(), 0);
    // The focus stays in the list, on the finding that is now in this place.
    assert.ok(await page.evaluate(() => document.activeElement?.closest("#check") !== null));
    await page.click("#undo");
    await countBecomes(page, "3");
    await page.click("#undo");
    await countBecomes(page, "4");
    assert.equal(await page.inputValue("#text"), DRAFT);
    await page.click("#redo");
    await countBecomes(page, "3");
  }));

test("a fix keeps the corrections", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await (await quoteWith(page, "Nobody knows")).click();
    await page.locator("#card .speaker").getByRole("button", { name: "Change speaker" }).click();
    await answer(page, "Paul Ames");
    await page.keyboard.press("Escape");
    await openCheck(page);
    await page.getByRole("button", { name: "Fix: write years,”" }).click();
    await page.waitForFunction(() => /years,”/.test(document.getElementById("reading")?.textContent ?? ""));
    await page.waitForSelector("#reading .quote.corrected");
    assert.equal(await page.textContent("#tab-corrections"), "Corrections 1");
  }));

test("the list follows what is written, and corrections", () =>
  withPage(async (page) => {
    await enter(page, DRAFT);
    await openCheck(page);
    await countBecomes(page, "4");
    await page.click("#tab-speakers");
    await enter(page, DRAFT.replace("Hernandes", "Hernandez"));
    await countBecomes(page, "3");
    await page.click("#show-reading");
    await (await quoteWith(page, "There was never")).click();
    await page.locator("#card .speaker").getByRole("button", { name: "Not a quote" }).click();
    await countBecomes(page, "2");
    await page.click("#undo");
    await countBecomes(page, "3");
    await enter(page, "");
    await page.waitForFunction(() => document.getElementById("tab-check")?.textContent === "Check");
  }));

test("a dismissed finding stays dismissed for this text, and comes back when it is asked for", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await openCheck(page);
    await page.getByRole("button", { name: "Dismiss: Anonymous source, a source at the company" }).click();
    await countBecomes(page, "3");
    assert.ok(await page.evaluate(() => document.activeElement?.closest("#check") !== null));
    await page.getByRole("button", { name: "Fix: write Hernandez" }).click();
    await countBecomes(page, "2");
    assert.match(String(await page.textContent("#check")), /1 dismissed finding/);
    await page.getByRole("button", { name: "Show again" }).click();
    await countBecomes(page, "3");
    assert.equal(await findingsOf(page, "Anonymous source").count(), 1);
  }));

test("what was dismissed is kept on the device only together with the article", () =>
  withPage(async (page) => {
    const stored = () => page.evaluate(() => localStorage.getItem("whosaid-check-dismissed"));
    await openArticle(page, DRAFT);
    await openCheck(page);
    await page.getByRole("button", { name: "Dismiss: Anonymous source" }).click();
    assert.equal(await stored(), null);
    await page.click("#save summary");
    await page.check("#remember");
    assert.match(String(await stored()), /anonymous-source/);
    await page.reload();
    await page.waitForSelector("#reading .quote");
    await openCheck(page);
    await countBecomes(page, "3");
    await page.click("#clear");
    assert.equal(await stored(), null);
  }));

test("rules are turned off and limits tuned, for this browser", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await openCheck(page);
    await countBecomes(page, "4");
    await page.click("#check summary");
    await page.locator("[data-rule=anonymous-source]").selectOption("off");
    await countBecomes(page, "3");
    await page.focus("[data-rule=name-spelling]");
    await page.locator("[data-rule=name-spelling]").selectOption("suggestion");
    await page.locator("#check h2", { hasText: "Suggestions" }).waitFor();
    // The form keeps the focus while the list is drawn anew.
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SELECT");
    await page.getByLabel("Loaded verbs").fill("thank, say");
    await page.getByLabel("Loaded verbs").blur();
    await page.locator("#check h3", { hasText: "Loaded verb" }).waitFor();
    await page.getByLabel("Largest share").fill("500");
    await page.getByLabel("Largest share").blur();
    assert.equal(await page.getByLabel("Largest share").inputValue(), "100");

    await page.reload();
    await openArticle(page, DRAFT);
    await openCheck(page);
    await page.locator("#check h3", { hasText: "Loaded verb" }).waitFor();
    assert.equal(await page.locator("[data-rule=anonymous-source]").inputValue(), "off");
    await page.click("#check summary");
    await page.getByRole("button", { name: "Reset" }).click();
    await countBecomes(page, "4");
    assert.equal(await page.evaluate(() => localStorage.getItem("whosaid-check")), null);
  }));

test("a clean article has no findings, a text in another language has a note", () =>
  withPage(async (page) => {
    const clean = await readFile(
      new URL("../../crates/check/tests/drafts/own/clean-01-bridge.txt", import.meta.url),
      "utf8",
    );
    await openArticle(page, clean);
    await openCheck(page);
    await countBecomes(page, "0");
    assert.match(String(await page.textContent("#check")), /^No findings\. The rules know only some kinds/);
    await enter(
      page,
      "Der Bürgermeister sagte, dass die Brücke am Freitag wieder geöffnet wird und es keine Maut gibt.",
    );
    await page.locator("#check", { hasText: "German" }).waitFor();
    assert.equal(await page.textContent("#tab-check"), "Check");
  }));

test("the tab is reached by keys, and opens the check", () =>
  withPage(async (page) => {
    await openArticle(page, DRAFT);
    await page.focus("#tab-names");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "tab-check");
    await countBecomes(page, "4");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.closest("#reading") !== null);
  }));

test("a module that cannot be loaded is a message with a way to try again", () =>
  withPage(async (page, seen) => {
    await page.route("**/check-*.wasm", (route) => route.abort());
    await openArticle(page, DRAFT);
    await page.click("#tab-check");
    await page.locator("#check .failed", { hasText: "The check could not be loaded" }).waitFor();
    await page.unroute("**/check-*.wasm");
    await page.getByRole("button", { name: "Try again" }).click();
    await countBecomes(page, "4");
    seen.errors.length = 0;
  }));

test("a script that cannot be loaded is reported, and loaded when the tab is opened again", () =>
  withPage(async (page, seen) => {
    await page.route("**/assets/check-*.js", (route) => route.abort());
    await openArticle(page, DRAFT);
    await page.click("#tab-check");
    await page.locator("#status", { hasText: "The check could not be loaded" }).waitFor();
    await page.unroute("**/assets/check-*.js");
    await page.click("#tab-check");
    await countBecomes(page, "4");
    seen.errors.length = 0;
  }));

test("in other languages, rules and reasons are translated, and messages are marked as English", () =>
  withPage(
    async (page) => {
      await page.fill("#text", DRAFT);
      await page.click("#show-reading");
      await page.waitForSelector("#reading .quote");
      await page.click("#tab-check");
      await page.locator("#check h3", { hasText: "Name in zwei Schreibweisen" }).waitFor();
      assert.match(String(await page.textContent("#tab-check")), /^Prüfung 4$/);
      assert.equal(await page.locator("#check li small:not([lang=en])").count(), 0);
      assert.ok((await page.locator("#check li small[lang=en]").count()) > 0);
    },
    { locale: "de-DE" },
  ));

test("on a phone, a finding leads from the lists to the article", () =>
  withPage(
    async (page) => {
      await openArticle(page, DRAFT);
      await openCheck(page);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await width()) <= 0, `${await width()} px too wide`);
      await page.click("#check summary");
      assert.ok((await width()) <= 0, `${await width()} px too wide with the settings`);
      await findingsOf(page, "Name in two spellings").locator("button").first().click();
      await page.waitForFunction(() => CSS.highlights.has("finding"));
      assert.ok(await page.locator("#reading").isVisible());
      assert.ok(await page.locator("#check").isHidden());
    },
    { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  ));

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing in the check, ${colorScheme}`, () =>
    withPage(
      async (page) => {
        await openArticle(page, DRAFT);
        await openCheck(page);
        await page.getByRole("button", { name: "Dismiss: Anonymous source" }).click();
        await page.click("#check summary");
        assert.deepEqual(await findViolations(page), []);
        await page.waitForSelector("#toast:popover-open", { state: "hidden" });
      },
      { colorScheme },
    ));

test("a long article is checked in a worker of its own, and the first findings of each rule are listed", () =>
  withPage(async (page) => {
    await sample(page);
    await openCheck(page);
    assert.equal(page.workers().filter((worker) => /check-worker/.test(worker.url())).length, 1);
    const drafts = Array.from({ length: 70 }, (_, number) =>
      DRAFT.replaceAll("Hernandez", `Hernandez${number}`),
    );
    await enter(page, drafts.join("\n"));
    await page.waitForFunction(() =>
      /Check \d{3}/.test(document.getElementById("tab-check")?.textContent ?? ""),
    );
    const unsaid = findingsOf(page, "Quote without a speaker");
    await page.locator("#check h2", { hasText: "Errors" }).waitFor();
    assert.equal(await unsaid.count(), 60);
    await page.locator("#check .error .more").first().click();
    assert.equal(await unsaid.count(), 70);
    assert.equal(page.workers().filter((worker) => /check-worker/.test(worker.url())).length, 1);
  }));
