import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DRAFT, eventsOf, openDrafts, selected, sidebar, write } from "./draft-page.mjs";
import { openSite } from "./harness.mjs";

const withDraft = openDrafts(openSite(before, after));

/** @typedef {import("playwright-core").Page} Page */

const FAULTY = `${DRAFT}\n\n"We are glad,” claimed Tom Hale.`;

/** Opens the check. @param {Page} page */
async function openCheck(page) {
  await sidebar(page).getByRole("tab", { name: "Check" }).click();
  await sidebar(page).locator("#check .findings li").first().waitFor();
}

test("nothing of it is loaded before it is opened; then findings are shown in the text", () =>
  withDraft(
    async (page, seen) => {
      const loaded = () => seen.requests.filter((url) => /check/.test(url)).length;
      assert.equal(loaded(), 0);
      await openCheck(page);
      assert.ok(loaded() > 0);
      const finding = sidebar(page).locator("#check li").first();
      await finding.getByRole("button").first().click();
      const words = await selected(page);
      assert.ok(words.length > 0 && FAULTY.includes(words), words);
    },
    { draft: FAULTY },
  ));

test("findings follow the text, and a fix is one that the host can make", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      const fix = sidebar(page).locator("#check").getByRole("button", { name: /^Fix/ });
      await fix.first().click();
      const [asked] = await eventsOf(page, "who-said-fix");
      assert.equal(typeof asked.replacement, "string");
      const text = await page.inputValue("textarea");
      const fixed = text.slice(0, asked.start) + asked.replacement + text.slice(asked.end);
      assert.notEqual(fixed, text);
      const before = await fix.count();
      await write(page, fixed);
      await page.waitForFunction((before) => {
        const root = document.querySelector("who-said-editor")?.shadowRoot;
        return (root?.querySelectorAll("#check .accept").length ?? before) < before;
      }, before);
    },
    { draft: FAULTY },
  ));

test("the house's settings count", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await page.evaluate(() => {
        const rules = Object.fromEntries(
          [
            "unattributed-quote",
            "full-name",
            "missing-role",
            "name-spelling",
            "quotation-marks",
            "repeated-quote",
            "anonymous-source",
            "single-source",
            "dominant-speaker",
            "loaded-verb",
            "ambiguous-pronoun",
            "headline-quote",
            "conflicting-details",
            "paraphrase-mismatch",
          ].map((rule) => [rule, "off"]),
        );
        Object.assign(document.querySelector("who-said-editor") ?? {}, { checkSettings: { rules } });
      });
      await sidebar(page).getByText("Nothing to mend.").waitFor();
    },
    { draft: FAULTY },
  ));

test("a check that cannot be loaded says so, and is tried again", () =>
  withDraft(
    async (page, seen) => {
      await page.route("**/check-*.wasm", (route) => route.abort());
      await sidebar(page).getByRole("tab", { name: "Check" }).click();
      await sidebar(page).getByText("The check could not be loaded").waitFor();
      await page.unroute("**/check-*.wasm");
      await sidebar(page).locator("#check").getByRole("button", { name: "Try again" }).click();
      await sidebar(page).locator("#check .findings li").first().waitFor();
      seen.errors.splice(
        0,
        seen.errors.length,
        ...seen.errors.filter((error) => !/Failed to load resource/.test(error)),
      );
    },
    { draft: FAULTY },
  ));
