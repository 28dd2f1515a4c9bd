import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openSite, quoteWith, sample, saved } from "./harness.mjs";

const { withPage } = openSite(before, after);

const HEADLINE = "Town council votes to keep its library";
const LONG = `${HEADLINE}\n\n${"“We are glad that it stays,” said Mayor Anna Berg on Monday evening. The council met in the old town hall, and the rain fell until late.\n\n".repeat(60)}`;
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** @param {import("playwright-core").Page} page @param {string} text */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+V");
  await page.waitForSelector("#reading:not([hidden]) .quote");
}

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id);

for (const [device, options] of /** @type {const} */ ([
  ["a computer", {}],
  ["a phone", PHONE],
])) {
  test(`a pasted article is shown from its headline on, on ${device}`, () =>
    withPage(
      async (page) => {
        // The pointer rests where a quote will be.
        await page.mouse.move(200, 300);
        await page.mouse.move(200, 400);
        await page.click("#text");
        await paste(page, LONG);
        await page.waitForTimeout(500);
        const headline = await page.locator("#reading .headline").boundingBox();
        const height = page.viewportSize()?.height ?? 0;
        assert.ok(headline && headline.y > 0 && headline.y < height / 2, JSON.stringify(headline));
        assert.equal(await focused(page), "reading");
        assert.ok(await page.locator("#card").isHidden());
      },
      { ...options, ...CLIPBOARD },
    ));
}

test("a text is pasted without a click right after loading, and in place of another, which undo brings back", () =>
  withPage(async (page) => {
    await paste(page, "“Yes,” said Ada Byron.");
    await paste(page, LONG);
    await page.locator("#reading .headline").waitFor();
    await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
    await page.locator("#reading", { hasText: "Ada Byron" }).waitFor();
  }, CLIPBOARD));

test("messages are shown in view, read out once, and take back what they tell of", () =>
  withPage(async (page) => {
    await enter(page, LONG);
    await page.click("#show-reading");
    await page.evaluate(() => {
      const said = /** @type {string[]} */ ([]);
      Object.assign(window, { said });
      const place = /** @type {Node} */ (document.getElementById("announcement"));
      new MutationObserver(() => said.push(place.textContent ?? "")).observe(place, { childList: true });
    });
    const quote = page.locator("#reading .quote[data-number]").nth(40);
    await quote.click();
    await page.locator("#card").getByRole("button", { name: "Not a quote" }).click();
    const toast = page.locator("#toast");
    await toast.waitFor();
    const box = await toast.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 720, JSON.stringify(box));
    await page.waitForTimeout(1500);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).said), [
      "No longer marked as a quote. Press Ctrl+Z to undo.",
    ]);
    const toolbar = await page.locator("#undo").boundingBox();
    assert.ok(toolbar && toolbar.y >= 0, "the toolbar stays in sight");
    await toast.getByRole("button", { name: "Undo" }).click();
    assert.equal(await page.locator("#reading .quote").count(), 60);
    assert.equal(await focused(page), "reading");
  }));

test("a wrong file is reported in view, until one dismisses it", () =>
  withPage(async (page) => {
    await page.fill("#text", LONG);
    await page.evaluate(() => scrollTo(0, 500));
    await page.setInputFiles("#file", { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") });
    const message = page.locator("#message.failed");
    await message.waitFor();
    const box = await message.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 720, JSON.stringify(box));
    await page.click("#dismiss");
    assert.equal(await page.locator(".failed").count(), 0);
    assert.equal(await focused(page), "text");
  }));

test("a list begins at its top", () =>
  withPage(async (page) => {
    await enter(page, LONG);
    await page.locator("#panel").evaluate((panel) => panel.scrollTo(0, 1e6));
    await page.click("#tab-quotes");
    assert.equal(await page.locator("#panel").evaluate(({ scrollTop }) => scrollTop), 0);
  }));

test("on a phone, a list begins below its tabs and the toolbar", () =>
  withPage(async (page) => {
    await sample(page);
    await page.tap("#show-lists");
    await page.tap("#tab-quotes");
    await page.tap("#tab-speakers");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.tap("#tab-names");
    const first = await page.locator("#names h2").first().boundingBox();
    const tabs = await page.locator(".tabs").boundingBox();
    assert.ok(first && tabs && first.y >= tabs.y + tabs.height - 1, JSON.stringify([first, tabs]));
  }, PHONE));

test("the save menu closes after use and says what it did; an empty page copies no link", () =>
  withPage(async (page) => {
    const use = async (/** @type {string} */ selector) => {
      await page.click("#save summary");
      await page.click(selector);
      assert.equal(await page.locator("#save[open]").count(), 0, selector);
      return page.locator("#toast");
    };
    assert.match((await (await use("#link")).textContent()) ?? "", /no article yet/);
    await sample(page);
    await (await use("#link")).filter({ hasText: "Link copied" }).waitFor();
    await (await use("#remember")).filter({ hasText: "Kept on this device." }).waitFor();
    await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.ok(!(await page.isChecked("#remember")));
  }, CLIPBOARD));

test("a file dragged over the page shows where to drop it", () =>
  withPage(async (page) => {
    const drag = (/** @type {string} */ type) =>
      page.evaluate((type) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["“Yes,” said Ada Byron."], "a.txt", { type: "text/plain" }));
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }, type);
    await drag("dragover");
    assert.ok(await page.getByText("Drop the file to open it").isVisible());
    await drag("dragleave");
    assert.ok(await page.locator("#drop").isHidden());
    await drag("dragover");
    await drag("drop");
    assert.ok(await page.locator("#drop").isHidden());
    await page.waitForSelector("#reading:not([hidden]) .quote");
  }));

test("files are named after the headline, and tables have round percentages", () =>
  withPage(async (page) => {
    await enter(page, LONG.replace(HEADLINE, "Council votes: no new/old library?"));
    await page.click("#save summary");
    const download = page.waitForEvent("download");
    await page.click("[data-format=csv]");
    assert.equal((await download).suggestedFilename(), "Council votes no new old library.csv");
    assert.match(await saved(page, "csv"), /,Anna Berg,.*,\d\d%,\d\d%,named,/);
  }));

test("a pointer at rest opens no card; one that moves does", () =>
  withPage(async (page) => {
    await sample(page);
    const box = await (await quoteWith(page, "daylight")).boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 20, box.y + 4);
    await page.mouse.move(box.x + 24, box.y + 5);
    await page.locator("#card").waitFor();
  }));
