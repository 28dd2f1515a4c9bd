import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DRAFT, eventsOf, openDrafts, selected, sidebar, write } from "./draft-page.mjs";
import { findViolations, openSite } from "./harness.mjs";

const withDraft = openDrafts(openSite(before, after));

/** @typedef {import("playwright-core").Page} Page */

/** A straight mark, a misspelled name that stands twice, a source without a reason. */
const FAULTY = `Old cinema to open again

“We have waited for this for years," said Maria Hernandez, the manager of the cinema.

Hernandez said that 300 seats had been sold, and Hernandez thanked the town. Hernandes will open the doors herself.

“Nobody knows whether it will last until winter,” a source at the company said.`;

const NAMES = "Name in two spellings";
const SOURCES = "Anonymous source";

/** @param {Page} page */
const check = (page) => sidebar(page).locator("#check");

/** @param {Page} page @param {string} rule */
const findingsOf = (page, rule) => check(page).locator(`h3:text-is("${rule}") + .reason + ul > li`);

/** Waits until the tab tells how many findings there are. @param {Page} page @param {number} count */
const countBecomes = (page, count) =>
  page.waitForFunction((count) => {
    const root = document.querySelector("who-said-editor")?.shadowRoot;
    return root?.getElementById("tab-check")?.textContent === `Check ${count}`;
  }, count);

/** Opens the check. @param {Page} page */
async function openCheck(page) {
  await sidebar(page).getByRole("tab", { name: "Check" }).click();
  await page.waitForFunction(() => {
    const root = document.querySelector("who-said-editor")?.shadowRoot;
    return /\d/.test(root?.getElementById("tab-check")?.textContent ?? "");
  });
}

/** @param {Page} page @param {string} rule */
const dismiss = (page, rule) =>
  check(page)
    .getByRole("button", { name: `Dismiss: ${rule}` })
    .first()
    .click();

/** What the host would store. @param {Page} page */
const kept = (page) => page.evaluate(() => document.querySelector("who-said-editor")?.dismissedFindings);

/** Sets what the host has stored. @param {Page} page @param {unknown} findings */
const setKept = (page, findings) =>
  page.evaluate(
    (findings) =>
      Object.assign(document.querySelector("who-said-editor") ?? {}, { dismissedFindings: findings }),
    findings,
  );

/** What has the focus in the sidebar. @param {Page} page */
const focused = (page) =>
  page.evaluate(
    () => document.querySelector("who-said-editor")?.shadowRoot?.activeElement?.textContent ?? "",
  );

/** @param {import("./harness.mjs").Seen} seen */
const forgetFailedLoads = (seen) => {
  const others = seen.errors.filter((error) => !/Failed to load resource/.test(error));
  seen.errors.splice(0, seen.errors.length, ...others);
};

test("nothing of it is loaded before it is opened; then findings stand by severity and rule, and are counted", () =>
  withDraft(
    async (page, seen) => {
      const loaded = () => seen.requests.filter((url) => /check/.test(url)).length;
      assert.equal(loaded(), 0);
      await openCheck(page);
      assert.ok(loaded() > 0);
      await countBecomes(page, 3);
      assert.deepEqual(await check(page).locator("h2, h3").allTextContents(), [
        "Errors 2",
        NAMES,
        "Quotation marks",
        "Warnings 1",
        SOURCES,
      ]);
      const item = findingsOf(page, NAMES);
      assert.match(String(await item.textContent()), /^HernandesHernandes is spelled Hernandez elsewhere\./);
      assert.deepEqual(await check(page).locator(".reason").allTextContents(), [
        "A name has one spelling.",
        "Readers must see where a quote starts and ends.",
        "Readers are told why a source is not named.",
      ]);
    },
    { draft: FAULTY },
  ));

test("a finding is shown in the text", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      for (const [rule, words] of [
        [NAMES, "Hernandes"],
        ["Quotation marks", '"'],
        [SOURCES, "a source at the company"],
      ]) {
        await findingsOf(page, rule ?? "")
          .getByRole("button")
          .first()
          .click();
        assert.equal(await selected(page), words);
      }
    },
    { draft: FAULTY },
  ));

test("a fix tells what it writes, is one that the host can make, and the list follows the text", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await check(page).getByRole("button", { name: "Fix: write years,”" }).click();
      const [asked] = await eventsOf(page, "who-said-fix");
      assert.equal(asked.rule, "quotation-marks");
      const text = await page.inputValue("textarea");
      const fixed = text.slice(0, asked.start) + asked.replacement + text.slice(asked.end);
      assert.equal(fixed, FAULTY.replace('years,"', "years,”"));
      await write(page, fixed);
      await countBecomes(page, 2);
      assert.equal(await findingsOf(page, "Quotation marks").count(), 0);
      // Words that have changed since are not replaced.
      const fix = check(page).getByRole("button", { name: "Fix: write Hernandez" });
      await page.evaluate(() => {
        const editor = document.querySelector("who-said-editor");
        if (editor) editor.text = editor.text.replace("Hernandes", "Fernandes");
        editor?.shadowRoot?.querySelector(".fix")?.dispatchEvent(new MouseEvent("click"));
      });
      assert.equal((await eventsOf(page, "who-said-fix")).length, 1);
      await fix.waitFor({ state: "detached" });
    },
    { draft: FAULTY },
  ));

test("a dismissed finding stays dismissed while the draft is edited around it, and can be shown again", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await dismiss(page, NAMES);
      await countBecomes(page, 2);
      assert.equal(await findingsOf(page, NAMES).count(), 0);
      // Word by word, all that stood around it is replaced.
      const steps = /** @type {const} */ ([
        ["Old cinema", "A headline.\n\nOld cinema"],
        [" said that 300 seats had been sold, and Hernandez thanked the town. ", " sold all of the seats. "],
        ["Hernandez sold all of the seats.", "It was Hernandez."],
        ["open the doors herself.", "be there."],
        ["“Nobody knows", "“No one can know"],
      ]);
      let text = FAULTY;
      for (const [before, after] of steps) {
        assert.ok(text.includes(before));
        text = text.replace(before, after);
        await write(page, text);
        await check(page)
          .getByText(/^1 dismissed finding/)
          .waitFor();
        await countBecomes(page, 2);
        assert.equal(await findingsOf(page, NAMES).count(), 0, text);
      }
      await check(page).getByRole("button", { name: "Show again" }).click();
      await countBecomes(page, 3);
      assert.equal(await findingsOf(page, NAMES).count(), 1);
      assert.deepEqual(await kept(page), []);
    },
    { draft: FAULTY },
  ));

test("the same words at another place are a finding of their own", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await dismiss(page, "Quotation marks");
      await countBecomes(page, 2);
      await write(page, `“It is late," said Tom Hale, a baker.\n\n${FAULTY}`);
      await countBecomes(page, 3);
      assert.equal(await findingsOf(page, "Quotation marks").count(), 1);
      assert.match(String(await findingsOf(page, "Quotation marks").textContent()), /^late,"/);
    },
    { draft: FAULTY },
  ));

test("words that are cut and put back are still dismissed", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await dismiss(page, NAMES);
      await countBecomes(page, 2);
      await write(page, FAULTY.replace(" Hernandes will open the doors herself.", ""));
      await countBecomes(page, 2);
      await page.fill("textarea", "");
      await check(page).getByText("Mistakes in quotes and names will appear here.").waitFor();
      await write(page, FAULTY);
      await countBecomes(page, 2);
      assert.equal(await findingsOf(page, NAMES).count(), 0);
    },
    { draft: FAULTY },
  ));

test("the host is told what was dismissed, with the report as it is, and stores it as JSON", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      const dismissals = async () =>
        (await eventsOf(page, "who-said-change")).filter(
          (/** @type {any} */ { reason }) => reason === "dismissed",
        );
      await dismiss(page, SOURCES);
      await countBecomes(page, 2);
      await page.waitForFunction(() => /** @type {any} */ (window).events.at(-1)?.reason === "dismissed");
      const [event] = await dismissals();
      assert.equal(event.dismissedFindings.length, 1);
      assert.equal(event.dismissedFindings[0].rule, "anonymous-source");
      assert.equal(event.dismissedFindings[0].passage.exact, "a source at the company");
      assert.equal(event.report.text, FAULTY);
      assert.deepEqual(
        event.reviewedReport,
        await page.evaluate(() => document.querySelector("who-said-editor")?.reviewedReport),
      );
      assert.deepEqual(await kept(page), event.dismissedFindings);
      // What stands around the words moves with them; the host stores that as well.
      const longer = `“It is over,” said Ann Roe, a baker.\n\n${FAULTY}`;
      await write(page, longer);
      await page.waitForFunction(
        (at) => document.querySelector("who-said-editor")?.dismissedFindings[0]?.passage.at === at,
        longer.indexOf("a source"),
      );
      await page.waitForFunction(
        () =>
          /** @type {any} */ (window).events.filter((/** @type {any} */ { reason }) => reason === "dismissed")
            .length === 2,
      );
      const stored = JSON.parse(JSON.stringify(await kept(page)));
      assert.deepEqual((await dismissals()).at(-1).dismissedFindings, stored);

      // Another day: the draft was edited elsewhere in the meantime.
      await page.reload();
      await setKept(page, stored);
      assert.deepEqual(await kept(page), stored);
      await write(page, longer.replace("Nobody knows", "No one can know"));
      await openCheck(page);
      assert.equal(await findingsOf(page, SOURCES).count(), 0);
      await countBecomes(page, 2);
      assert.deepEqual(await dismissals(), []);
    },
    { draft: FAULTY },
  ));

test("what a host sets counts at once, also what is none of it", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await countBecomes(page, 3);
      await dismiss(page, NAMES);
      await dismiss(page, SOURCES);
      await countBecomes(page, 1);
      const stored = await kept(page);
      await setKept(page, null);
      await countBecomes(page, 3);
      await setKept(page, [
        null,
        7,
        "x",
        {},
        { rule: "name-spelling", message: "x", passage: {} },
        stored?.[0],
      ]);
      await countBecomes(page, 2);
      assert.deepEqual(await kept(page), [stored?.[0]]);
      await setKept(page, "nothing");
      await countBecomes(page, 3);
      assert.deepEqual(await kept(page), []);
    },
    { draft: FAULTY },
  ));

test("what a host sets before the script is loaded counts", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await dismiss(page, NAMES);
      await countBecomes(page, 2);
      const stored = await kept(page);
      const answers = await page.evaluate(async (stored) => {
        const editor = document.querySelector("who-said-editor");
        const other = document.createElement("div");
        // Elements of another document know no script until they come into this one.
        const page = document.implementation.createHTMLDocument();
        const early = page.createElement("who-said-editor");
        Object.assign(early, { text: editor?.text, dismissedFindings: stored });
        other.append(document.adoptNode(early));
        document.querySelector("main")?.replaceChildren(other);
        return /** @type {any} */ (early).dismissedFindings;
      }, stored);
      assert.deepEqual(answers, stored);
      await openCheck(page);
      await countBecomes(page, 2);
    },
    { draft: FAULTY },
  ));

test("by keys, the focus stays in the list, on the finding that takes the place", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      const button = check(page).getByRole("button", { name: `Dismiss: ${NAMES}` });
      await button.focus();
      await page.keyboard.press("Enter");
      await countBecomes(page, 2);
      assert.match(await focused(page), /^years,"This mark is straight/);
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "Fix: write years,”");
      // A new check leaves it where it is.
      await page.evaluate(() => {
        const editor = document.querySelector("who-said-editor");
        if (editor) editor.text = `${editor.text}\n\nAn end.`;
      });
      await page.waitForFunction(() =>
        document.querySelector("who-said-editor")?.report?.text.endsWith("An end."),
      );
      await page.waitForTimeout(500);
      assert.equal(await focused(page), "Fix: write years,”");
      for (const rule of ["Quotation marks", SOURCES]) {
        await check(page)
          .getByRole("button", { name: `Dismiss: ${rule}` })
          .focus();
        await page.keyboard.press("Enter");
      }
      await countBecomes(page, 0);
      assert.equal(await focused(page), "Check 0");
      assert.match(String(await check(page).textContent()), /^All findings are dismissed\./);
    },
    { draft: FAULTY },
  ));

test("rules and reasons are in the language of the sidebar, also when that changes; messages are English", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await page.evaluate(() => document.querySelector("who-said-editor")?.setAttribute("lang", "de"));
      await sidebar(page).getByRole("tab", { name: "Prüfung" }).click();
      await check(page).locator("h3", { hasText: "Name in zwei Schreibweisen" }).waitFor();
      await check(page).locator(".reason", { hasText: "Ein Name wird immer gleich geschrieben." }).waitFor();
      assert.equal(await sidebar(page).locator("#tab-check").textContent(), "Prüfung 3");
      assert.equal(await check(page).locator("li small:not([lang=en])").count(), 0);
      await check(page)
        .getByRole("button", { name: /^Verwerfen: Anonyme Quelle/ })
        .click();
      await check(page).getByText("1 verworfener Fund").waitFor();
    },
    { draft: FAULTY },
  ));

test("the house's settings count, and a draft without findings is no proof", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await page.evaluate(() => {
        const rules = { "name-spelling": "off", "quotation-marks": "suggestion", "anonymous-source": "off" };
        Object.assign(document.querySelector("who-said-editor") ?? {}, { checkSettings: { rules } });
      });
      await countBecomes(page, 1);
      assert.equal(await check(page).locator("h2").textContent(), "Suggestions 1");
      await write(page, FAULTY.replace('years,"', "years,”"));
      await countBecomes(page, 0);
      assert.match(String(await check(page).textContent()), /^No findings\. The rules know only some kinds/);
      await write(
        page,
        "Der Bürgermeister sagte, dass die Brücke am Freitag geöffnet wird und es keine Maut gibt.",
      );
      await check(page).getByText("German").waitFor();
      assert.equal(await sidebar(page).locator("#tab-check").textContent(), "Check");
    },
    { draft: FAULTY },
  ));

for (const [what, files] of /** @type {const} */ ([
  ["a check", "**/check-*.wasm"],
  ["a script of the check", "**/check-part-*.js"],
]))
  test(`${what} that cannot be loaded says so, and is tried again`, () =>
    withDraft(
      async (page, seen) => {
        await page.route(files, (route) => route.abort());
        await sidebar(page).getByRole("tab", { name: "Check" }).click();
        await check(page).getByText("The check could not be loaded").waitFor();
        await page.unroute(files);
        await check(page).getByRole("button", { name: "Try again" }).click();
        await countBecomes(page, 3);
        forgetFailedLoads(seen);
      },
      { draft: FAULTY },
    ));

test("a sidebar that is taken out of the page and put back checks again, and knows what was dismissed", () =>
  withDraft(
    async (page) => {
      await openCheck(page);
      await dismiss(page, NAMES);
      await countBecomes(page, 2);
      await page.evaluate(() => {
        const editor = /** @type {HTMLElement} */ (document.querySelector("who-said-editor"));
        const place = /** @type {HTMLElement} */ (editor.parentElement);
        editor.remove();
        place.append(editor);
      });
      await write(page, FAULTY.replace('years,"', "years,”"));
      await countBecomes(page, 1);
      assert.equal(await findingsOf(page, SOURCES).count(), 1);
    },
    { draft: FAULTY },
  ));

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing in the check, and nothing is too wide, ${colorScheme}`, () =>
    withDraft(
      async (page) => {
        await page.addStyleTag({ content: ":root { --width: 280px; }" });
        await openCheck(page);
        await dismiss(page, SOURCES);
        const found = (await findViolations(page)).filter((one) => !/^(region|page-has-heading)/.test(one));
        assert.deepEqual(found, []);
        const tooWide = await page.evaluate(() => {
          const root = document.querySelector("who-said-editor")?.shadowRoot;
          const scroll = root?.querySelector(".scroll");
          return scroll ? scroll.scrollWidth - scroll.clientWidth : -1;
        });
        assert.ok(tooWide <= 0 && tooWide > -1, `${tooWide} px`);
      },
      { draft: `${FAULTY}\n\n${DRAFT}`, colorScheme },
    ));
