export const DRAFT = `Beehives for the library’s roof

The town library of Ostby will keep four hives on its roof, the council decided on Thursday.

“It is the quietest room we have,” said the librarian, Maja Lund.

Not everybody is pleased. Councillor Peter Holm said that the hives were “a costly hobby.” He asked who would answer for stings.

“We have insurance for that,” Lund replied.`;

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("../src/editor/types.js").WhoSaidEditorElement} Sidebar */

/**
 * Pages with a text field, the sidebar beside it, and a draft in both.
 * @param {Pick<ReturnType<typeof import("./harness.mjs").openSite>, "withPage">} site
 */
export const openDrafts =
  ({ withPage }) =>
  /**
   * @param {(page: Page, seen: import("./harness.mjs").Seen) => Promise<void>} use
   * @param {Parameters<typeof withPage>[1] & { draft?: string }} [options]
   */
  (use, { draft = DRAFT, ...options } = {}) =>
    withPage(
      async (page, seen) => {
        await write(page, draft);
        await use(page, seen);
      },
      { path: "/pages/editor.html", ...options },
    );

/**
 * Puts a text into the field, and waits for the lists.
 * @param {Page} page
 * @param {string} text
 */
export async function write(page, text) {
  await page.fill("textarea", text);
  await page.waitForFunction(
    (text) => document.querySelector("who-said-editor")?.report?.text === text,
    text,
    { timeout: 60_000 },
  );
}

/** @param {Page} page */
export const sidebar = (page) => page.locator("who-said-editor");

/** @param {Page} page */
export const names = (page) => sidebar(page).locator("#speakers h3").allTextContents();

/**
 * The list's entry of a quote.
 * @param {Page} page
 * @param {string} words
 */
export const entry = (page, words) =>
  sidebar(page).locator("[role=tabpanel]:visible li", { hasText: words }).first();

/**
 * Opens the buttons that correct a quote.
 * @param {Page} page
 * @param {string} words
 */
export async function correct(page, words) {
  await entry(page, words)
    .getByRole("button", { name: /^Correct/ })
    .click();
  return entry(page, words).locator(".tools");
}

/** The words that are selected in the field. @param {Page} page */
export const selected = (page) =>
  page.evaluate(() => {
    const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("textarea"));
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });

/** What the page has noted of the events with a name. @param {Page} page @param {string} name */
export const eventsOf = (page, name) =>
  page.evaluate(
    (name) => /** @type {any} */ (window).events.filter((/** @type {any} */ one) => one.name === name),
    name,
  );

/** @param {Page} page */
export const stored = (page) =>
  page.evaluate(() => document.querySelector("who-said-editor")?.reviewedReport);
