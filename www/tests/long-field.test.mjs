import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, fieldText, findViolations, openSite, quoteWith, reloadOffline } from "./harness.mjs";
import { longArticle } from "./long-text.mjs";

const { withPage, origin } = openSite(before, after);

/** @typedef {import("playwright-core").Page} Page */

/** Longer than what a `<textarea>` is used for. */
const TEXT = longArticle(3000);
/** The same with few quotes, whose lists are short. */
const QUIET = `“Yes,” said Ada Byron.\n\n${"The rain fell on the roof of the old hall until it was late in the evening.\n\n".repeat(7000)}`;
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/**
 * A file as it is chosen in the dialog.
 * @param {string} text
 */
function file(text) {
  return { name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
}

/** @param {Page} page */
function editorOf(page) {
  return page.getByRole("textbox", { name: "Article text" });
}

/**
 * Opens a long text and shows it in the editor.
 * @param {Page} page
 */
async function openLong(page, text = TEXT) {
  await page.setInputFiles("#file", file(text));
  await page.waitForSelector("#reading .quote", { timeout: 60_000 });
  await page.click("#show-text");
  await page.waitForSelector(".long-field");
}

/**
 * Compares the article with a text; a failure tells where they differ, without all of both.
 * @param {Page} page
 * @param {string} text
 */
async function expectText(page, text) {
  const found = await fieldText(page);
  let at = 0;
  while (at < text.length && found[at] === text[at]) at++;
  assert.ok(found === text, `differs at ${at}: ${JSON.stringify(found.slice(at, at + 200))}`);
}

/**
 * Takes typing back, which is more steps where the machine is slow, until the article is a text again.
 * @param {Page} page
 * @param {string} text
 */
async function undoTo(page, text) {
  for (let step = 0; step < 6 && (await fieldText(page)).length !== text.length; step++)
    await page.keyboard.press("Control+z");
  await expectText(page, text);
}

/**
 * What has the focus: the editor, or the id of another element.
 * @param {Page} page
 */
function focused(page) {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.shadowRoot?.activeElement ? activeElement.className : activeElement?.id;
  });
}

/**
 * Puts words on the clipboard and pastes them.
 * @param {Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

test("a long text is shown from its top, edited, and undone by the editor itself", () =>
  withPage(async (page) => {
    await openLong(page);
    assert.equal(await focused(page), "long-field");
    await expectText(page, TEXT);
    assert.ok((await page.locator(".cm-line").count()) < 200);
    await page.keyboard.type("New ");
    await expectText(page, `New ${TEXT}`);
    await page.keyboard.press("Enter");
    await expectText(page, `New \n${TEXT}`);
    await undoTo(page, `New ${TEXT}`);
    await undoTo(page, TEXT);
    await page.keyboard.press("Control+y");
    assert.notEqual((await fieldText(page)).length, TEXT.length);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("“Late,” said Zoe Quist.\n\n");
    await page.click("#tab-quotes");
    await page.locator("#quotes", { hasText: "“Late,”" }).waitFor({ timeout: 60_000 });
  }));

test("Tab leaves the editor, and its keys are those of a text field", () =>
  withPage(async (page) => {
    await openLong(page);
    await page.keyboard.press("Shift+Tab");
    assert.notEqual(await focused(page), "long-field");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "long-field");
    // The letters are no shortcuts here.
    await page.keyboard.type("jkq");
    await expectText(page, `jkq${TEXT}`);
    assert.ok(await page.locator("#reading").isHidden());
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(page), "long-field");
  }));

test("a text that grows long moves to the editor with focus, caret and undo", () =>
  withPage(async (page) => {
    const own = "“Yes,” said Ada Byron.\n\nThe end.";
    await enter(page, own);
    await page.locator("#text").click();
    await page.keyboard.press("Control+End");
    for (let key = 0; key < 4; key++) await page.keyboard.press("ArrowLeft");
    await paste(page, TEXT);
    await page.waitForSelector(".long-field");
    const grown = `“Yes,” said Ada Byron.\n\nThe ${TEXT}end.`;
    await expectText(page, grown);
    assert.equal(await focused(page), "long-field");
    await page.keyboard.type("very ");
    await expectText(page, `“Yes,” said Ada Byron.\n\nThe ${TEXT}very end.`);
    await undoTo(page, grown);
    await undoTo(page, own);
    await page.keyboard.press("Control+y");
    await expectText(page, grown);
  }, CLIPBOARD));

test("what is pasted over all of a long text replaces it, and the page undoes that", () =>
  withPage(async (page) => {
    await openLong(page);
    await page.keyboard.press("Control+a");
    await paste(page, "“Short,” said Ada Byron.\r\n");
    await page.waitForFunction(() => document.querySelector("#speakers h3")?.textContent === "Ada Byron");
    assert.equal(await page.locator(".long-field").count(), 0);
    assert.equal(await page.inputValue("#text"), "“Short,” said Ada Byron.\n");
    await page.keyboard.press("Control+z");
    await page.waitForSelector(".long-field");
    await expectText(page, TEXT);
  }, CLIPBOARD));

test("Clear leads back to the short field, and undo to the editor", () =>
  withPage(async (page) => {
    await openLong(page);
    await page.click("#clear");
    assert.equal(await focused(page), "text");
    assert.equal(await page.inputValue("#text"), "");
    assert.equal(await page.locator(".long-field").count(), 0);
    await page.keyboard.press("Control+z");
    await page.waitForSelector(".long-field");
    await expectText(page, TEXT);
    assert.equal(await focused(page), "long-field");
    // Nothing was typed since: the page has the next step, too.
    await page.keyboard.press("Control+y");
    assert.equal(await page.locator(".long-field").count(), 0);
  }));

test("an emptied editor asks for a text, and words can be typed into it", () =>
  withPage(async (page) => {
    await openLong(page);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.locator(".cm-placeholder").waitFor();
    await page.waitForFunction(
      () => /** @type {HTMLButtonElement} */ (document.getElementById("clear")).disabled,
    );
    await page.keyboard.type("“Yes,” said Ada Byron.");
    await page.waitForFunction(() => document.querySelector("#speakers h3")?.textContent === "Ada Byron");
    await undoTo(page, TEXT);
  }));

test("words are copied as they are, and nothing is taken where nothing is selected", () =>
  withPage(async (page) => {
    await openLong(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    await page.keyboard.press("Control+x");
    assert.equal(await copied(), "before");
    await expectText(page, TEXT);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    assert.equal(await copied(), TEXT);
  }, CLIPBOARD));

test("a file that is dropped on the editor, or pasted into it, is opened", () =>
  withPage(async (page) => {
    for (const type of ["drop", "paste"]) {
      await openLong(page);
      await editorOf(page).evaluate((editor, type) => {
        const data = new DataTransfer();
        data.items.add(new File(["“Short,” said Ada Byron."], "a.txt", { type: "text/plain" }));
        const options = { bubbles: true, cancelable: true, composed: true };
        editor.dispatchEvent(
          type === "drop"
            ? new DragEvent("drop", { ...options, dataTransfer: data })
            : new ClipboardEvent("paste", { ...options, clipboardData: data }),
        );
      }, type);
      await page.waitForSelector(".long-field", { state: "detached" });
      assert.equal(await page.inputValue("#text"), "“Short,” said Ada Byron.");
    }
  }));

test("findings of the check are selected and scrolled to in the editor", () =>
  withPage(async (page) => {
    await openLong(page, `${TEXT}\n“This has no end,” said Zoe Quist. “And this neither, said Tom Hale.\n`);
    await page.click("#tab-check");
    const finding = page.locator("#check li button", { hasText: "This mark is not closed." });
    await finding.click({ timeout: 60_000 });
    await page.locator(".cm-line", { hasText: "And this neither" }).waitFor();
    assert.equal(await focused(page), "long-field");
    await page.waitForFunction(() => {
      const root = /** @type {any} */ (document.querySelector(".long-field")?.shadowRoot);
      const box = root.getSelection().getRangeAt(0).getBoundingClientRect();
      return box.height > 0 && box.top > 0 && box.bottom < innerHeight;
    });
  }));

test("words selected in the editor are marked as a quote, and the mark is kept through edits", () =>
  withPage(async (page) => {
    const words = "Only a remark";
    await openLong(page, `${words} of nobody. ${TEXT}`);
    for (let key = 0; key < words.length; key++) await page.keyboard.press("Shift+ArrowRight");
    await page.locator("#mark-quote").click();
    await page.waitForSelector("#tab-corrections:not([hidden])");
    await page.click("#show-text");
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("More. ");
    await page.click("#show-reading");
    await page.locator("#reading p", { hasText: "More. " }).waitFor({ timeout: 60_000 });
    await (await quoteWith(page, words)).waitFor();
  }));

test("words anywhere in the text are found, which the browser's own search does not see", () =>
  withPage(async (page) => {
    await openLong(page, `${QUIET}The words of Zoe Quist on the coast.\n`);
    await page.keyboard.press("Control+f");
    const find = page.getByRole("search");
    await page.keyboard.type("zoe quist");
    await page.locator(".found", { hasText: "Zoe Quist" }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.type(" was");
    await find.getByText("Not found").waitFor();
    await find.getByRole("searchbox").fill("coast");
    await page.keyboard.press("Enter");
    await page.locator(".found", { hasText: "coast" }).waitFor();
    await find.getByRole("button", { name: "Previous place" }).click();
    await find.getByRole("button", { name: "Close search" }).click();
    assert.equal(await find.count(), 0);
    // The words that were found are selected.
    await page.keyboard.type("beach");
    assert.match(await fieldText(page), /beach/);
  }));

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing wrong with the editor: ${colorScheme}, ${width} px`, () =>
      withPage(
        async (page) => {
          await openLong(page, QUIET);
          assert.deepEqual(await findViolations(page), []);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${wide} px too wide`);
          const colors = await editorOf(page).evaluate((editor) => {
            const of = (/** @type {Element} */ element) => getComputedStyle(element).color;
            return [of(editor), of(document.body)];
          });
          assert.equal(colors[0], colors[1]);
        },
        { colorScheme, viewport: { width, height: 700 } },
      ));
  }
}

test("the editor is there without a network", () =>
  withPage(
    async (page) => {
      await reloadOffline(page);
      await openLong(page);
      await page.keyboard.type("x");
      await expectText(page, `x${TEXT}`);
    },
    { serviceWorkers: "allow" },
  ));

test("where the editor cannot be loaded, the text is in the short field", () =>
  withPage(async (page, seen) => {
    await page.route("**/long-field-*.js", (route) => route.abort());
    await page.setInputFiles("#file", file(TEXT));
    await page.waitForSelector("#reading .quote", { timeout: 60_000 });
    await page.click("#show-text");
    await expectText(page, TEXT);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("x");
    await expectText(page, `x${TEXT}`);
    seen.errors.length = 0;
  }));

test("a long text is still there when one comes back to the page", () =>
  withPage(async (page) => {
    await openLong(page);
    await page.keyboard.type("x");
    await page.goto(`${origin()}/pages/empty.html`);
    await page.goBack();
    await page.waitForFunction(
      (length) =>
        /** @type {HTMLTextAreaElement} */ (document.getElementById("text")).value.length === length,
      TEXT.length + 1,
    );
    await page.locator("#text").click();
    await page.waitForSelector(".long-field");
    await expectText(page, `x${TEXT}`);
  }));
