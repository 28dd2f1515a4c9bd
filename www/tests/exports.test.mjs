import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { answer, countQuotes, openSite, quoteWith, sample, saved } from "./harness.mjs";
import { noted, reports, withMadePage } from "./made-page.mjs";

const { browser, origin, withPage } = openSite(before, after);

/**
 * The sample with one correction.
 * @param {(page: import("playwright-core").Page) => Promise<void>} use
 */
function withCorrected(use) {
  return withPage(async (page) => {
    await sample(page);
    await (await quoteWith(page, "thirty years")).focus();
    await page.keyboard.press("Enter");
    await page.locator("#card").getByRole("button", { name: "Change speaker" }).click();
    await answer(page, '=Mona "Mo" Ray');
    await use(page);
  });
}

test("the report as JSON, corrections marked", () =>
  withCorrected(async (page) => {
    const report = JSON.parse(await saved(page, "json"));
    const text = await page.inputValue("#text");
    assert.equal(report.text, text);
    const corrected = report.quotes.filter((/** @type {any} */ quote) => quote.corrected_by === "reader");
    assert.equal(corrected.length, 1);
    assert.ok(text.slice(corrected[0].content[0].start).startsWith("“I have taken"));
  }));

test("a row for each quote as CSV, formulas disarmed", () =>
  withCorrected(async (page) => {
    const rows = (await saved(page, "csv")).trim().split("\r\n");
    assert.equal(rows.length, 1 + (await countQuotes(page)));
    const corrected = rows.find((row) => row.includes("thirty years")) ?? "";
    assert.ok(corrected.includes('"\'=Mona ""Mo"" Ray"') && corrected.endsWith(",reader"), corrected);
  }));

test("Web Annotations whose selectors find their words", () =>
  withCorrected(async (page) => {
    const annotations = JSON.parse(await saved(page, "annotations"));
    const points = [...(await page.inputValue("#text"))];
    assert.equal(annotations["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert.ok(annotations.items.length > 20);
    for (const item of annotations.items) {
      for (const target of [item.target].flat()) {
        const [quote, position] = target.selector;
        assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
      }
    }
    assert.equal(
      annotations.items.filter(
        (/** @type {any} */ item) => item.creator.name === "reader" && item.id.includes("q"),
      ).length,
      1,
    );
  }));

test("a page that stands alone", () =>
  withCorrected(async (page) => {
    const html = await saved(page, "html");
    assert.ok(!/<script|src=|href=|tabindex/.test(html));
    const shown = await page.context().newPage();
    await shown.setContent(html);
    assert.equal(
      await shown.locator("main .quote", { hasText: "thirty years" }).getAttribute("title"),
      "corrected by the reader",
    );
    assert.match((await shown.locator("table").textContent()) ?? "", /Ingrid Solheim/);
  }));

test("a list in Markdown", () =>
  withCorrected(async (page) => {
    const list = await saved(page, "markdown");
    assert.match(list, /^# Who said what\n\n## Ingrid Solheim\n/);
    assert.match(list, /thirty years.*corrected by the reader/);
  }));

test("a quote is copied with its attribution", () =>
  withPage(
    async (page) => {
      await sample(page);
      await (await quoteWith(page, "daylight")).click();
      await page.locator("#card").getByRole("button", { name: "Copy" }).click();
      await page.locator("#toast", { hasText: "Copied" }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^“People here do not live by daylight alone,”.* — Ingrid Solheim, Mayor$/);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

test("a reviewed report, after the question what was checked, is what the widget shows", () =>
  withCorrected(async (page) => {
    await page.click("#save summary");
    await page.click("#publish");
    const dialog = page.getByRole("dialog", { name: "Publish beside the article" });
    assert.ok(await dialog.getByLabel("Some of the quotes").isChecked());
    await dialog.getByLabel("Every quote and its speaker").check();
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save the file" }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), "article.whosaid.json");
    const report = await readFile(await file.path(), "utf8");
    assert.equal(JSON.parse(report).review.extent, "all");
    assert.match(JSON.parse(report).text.sha256, /^[0-9a-f]{64}$/);
    const text = await page.inputValue("#text");
    await withMadePage(
      { browser, origin },
      `<article>${text
        .split("\n")
        .map((line) => `<p>${line}</p>`)
        .join(
          "",
        )}</article><who-said for="article" mode="reviewed-only"><script type="application/json">${report.replaceAll("<", "\\u003c")}</script></who-said>`,
      async (site) => {
        await reports(site);
        const [shown] = /** @type {any[]} */ ((await noted(site)).reports);
        assert.deepEqual(shown.lost, []);
        assert.equal(shown.quotes.length, JSON.parse(report).report.quotes.length);
        assert.ok(
          (await site.locator("who-said h3").allTextContents()).includes('=Mona "Mo" Ray'),
          "the correction is lost",
        );
      },
      { script: '<script src="/site/who-said-reviewed.js"></script>' },
    );
  }));

test("quotes for search engines", () =>
  withCorrected(async (page) => {
    const graph = JSON.parse(await saved(page, "quotations"))["@graph"];
    assert.ok(graph.length > 0);
    for (const quotation of graph) {
      assert.equal(quotation["@type"], "Quotation");
      assert.ok(quotation.creator.name && !quotation.text.startsWith("“"));
    }
  }));
