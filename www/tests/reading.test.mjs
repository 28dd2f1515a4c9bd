import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, enter, findViolations, openSite, quoteWith, sample, saved } from "./harness.mjs";

const { withPage } = openSite(before, after);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/**
 * What has the focus: the quote, or the words of a button.
 * @param {import("playwright-core").Page} page
 */
function focused(page) {
  return page.evaluate(() => {
    const { dataset, textContent } = /** @type {HTMLElement} */ (document.activeElement);
    return dataset.quote ?? textContent;
  });
}

/** @param {import("playwright-core").Page} page @param {string} name */
function nameOf(page, name) {
  return page.locator("#speakers h3").getByRole("button", { name });
}

test("a speaker's name opens what they say: the others fade, keys step through it, Escape leads back", () =>
  withPage(async (page) => {
    await sample(page);
    await nameOf(page, "Peter Aske").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("#reading .quote"));
    const bar = page.locator("#speaker-bar");
    assert.match((await bar.textContent()) ?? "", /^\s*Peter Aske\s+1 of 2/);
    const background = async (/** @type {string} */ words) =>
      (await quoteWith(page, words)).evaluate((span) => getComputedStyle(span).backgroundColor);
    const NONE = "rgba(0, 0, 0, 0)";
    assert.notEqual(await background("very expensive"), NONE);
    assert.equal(
      await page.locator("#reading .quote", { hasText: "daylight" }).getAttribute("tabindex"),
      "-1",
    );
    assert.equal(
      await page
        .locator("#reading .quote", { hasText: "daylight" })
        .evaluate((span) => getComputedStyle(span).backgroundColor),
      NONE,
    );
    const first = await focused(page);
    await page.keyboard.press("Tab");
    assert.equal(
      await page.locator("#reading .quote:focus").textContent(),
      "“We keep postponing the same decision,”",
    );
    await page.getByRole("button", { name: "Next quote" }).click();
    assert.match((await bar.textContent()) ?? "", /2 of 2/);
    await page.getByRole("button", { name: "Previous quote" }).click();
    await page.keyboard.press("j");
    await page.waitForSelector("#card:popover-open");
    assert.notEqual(await focused(page), first);
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.press("Escape");
    assert.ok(await bar.isVisible());
    await page.keyboard.press("Escape");
    assert.ok(await bar.isHidden());
    assert.equal(await focused(page), "Peter Aske");
    assert.equal(await page.locator("#reading [data-number][tabindex='-1']").count(), 0);
  }));

test("the legend stands above the article and filters text, lists, ruler and the order of the keys", () =>
  withPage(async (page) => {
    await sample(page);
    const legend = await page.locator("#legend").boundingBox();
    const article = await page.locator("#reading").boundingBox();
    assert.ok(legend && article && legend.y + legend.height <= article.y);
    await page.uncheck('#legend [value="direct"]');
    const ids = await page
      .locator("#reading .quote.direct[data-number]")
      .evaluateAll((all) => all.map((one) => one.dataset.quote));
    assert.ok(ids.length >= 3);
    for (const id of ids) {
      assert.ok(await page.locator(`#speakers [data-quote="${id}"]`).isHidden());
      assert.ok(await page.locator(`#ruler [data-quote="${id}"]`).first().isHidden());
    }
    assert.equal(await page.locator("#reading .quote.direct[tabindex='0']").count(), 0);
    await page.keyboard.press("j");
    await page.waitForSelector("#reading .quote.current");
    assert.equal(await page.locator("#reading .direct.current").count(), 0);
    // What is hidden opens no card.
    await page.keyboard.press("Escape");
    await page.locator("#reading .quote.direct", { hasText: "thirty" }).dispatchEvent("click");
    assert.ok(await page.locator("#card").isHidden());
    await page.click("#tab-names");
    assert.ok(await page.locator("#names h2", { hasText: "People" }).isVisible());
    await page.uncheck('#legend [value="person"]');
    assert.ok(await page.locator("#names h2", { hasText: "People" }).isHidden());
    await page.check('#legend [value="direct"]');
    assert.ok((await page.locator("#reading .quote.direct[tabindex='0']").count()) >= 3);
  }));

test("a click on a name inside a quote opens the quote alone where names are not marked", () =>
  withPage(async (page) => {
    await enter(page, "“Anna Berg of Oslo is right,” said Tom Hale.");
    await page.click("#show-reading");
    const inner = page.locator("#reading .quote.entity", { hasText: "Anna Berg" });
    await inner.click();
    assert.deepEqual(await page.locator("#card h2").allTextContents(), ["Anna Berg", "Tom Hale"]);
    await page.locator("#card").getByRole("button", { name: "Close" }).click();
    await page.uncheck('#legend [value="person"]');
    await inner.click();
    assert.deepEqual(await page.locator("#card h2").allTextContents(), ["Tom Hale"]);
  }));

test("a card is closed by its button, which leads back to the words", () =>
  withPage(async (page) => {
    await sample(page);
    const quote = await quoteWith(page, "very expensive");
    await quote.focus();
    await page.keyboard.press("Enter");
    await page.locator("#card").getByRole("button", { name: "Close" }).press("Enter");
    assert.ok(await page.locator("#card").isHidden());
    assert.equal(await focused(page), await quote.getAttribute("data-quote"));
  }));

test("on a phone the lists are one tap away, and what is picked there leads to the article and back", () =>
  withPage(async (page) => {
    await sample(page);
    assert.ok(await page.locator("#panel").isHidden());
    await page.tap("#show-lists");
    assert.ok(await page.locator("#reading").isHidden());
    const name = nameOf(page, "Jonas Vik");
    await name.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await name.tap();
    await page.waitForSelector("#reading .of-speaker.current");
    assert.ok(await page.locator("#panel").isHidden());
    assert.deepEqual(await findViolations(page), []);
    await page.tap("#speaker-close");
    assert.ok(await page.locator("#reading").isHidden());
    assert.equal(await focused(page), "Jonas Vik");
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - top) < 5);
    await page.tap('#speakers [data-quote="q1"]');
    await page.waitForSelector("#card:popover-open");
    const words = await page.locator('#reading [data-quote="q1"][data-number]').boundingBox();
    const sheet = await page.locator("#card").boundingBox();
    assert.ok(words && sheet && words.y > 0 && words.y + words.height <= sheet.y);
  }, PHONE));

/** @type {Pick<import("../src/core/report.js").Quote, "kind" | "cue" | "source" | "within" | "basis" | "rule">} */
const COMMON = { kind: "direct", cue: null, source: null, within: null, basis: "named", rule: "name" };
const SAID = "“Yes,” said Ann Smith. “No,” said Ann Smith. “Well.”";
/** @type {Partial<import("../src/core/report.js").Report>} */
const CONFIDENCES = {
  entities: [
    {
      id: "e1",
      kind: "person",
      name: "Ann Smith",
      named: true,
      roles: [],
      confidence: 0.9,
      mentions: [{ start: 12, end: 21, form: "name" }],
    },
  ],
  quotes: [
    {
      ...COMMON,
      id: "q1",
      content: [{ start: 0, end: 6 }],
      speaker: "e1",
      confidence: 0.69,
      speaker_confidence: 0.58,
    },
    {
      ...COMMON,
      id: "q2",
      content: [{ start: 23, end: 28 }],
      speaker: "e1",
      confidence: 0.55,
      speaker_confidence: 0.96,
    },
    {
      ...COMMON,
      id: "q3",
      content: [{ start: 45, end: 52 }],
      speaker: null,
      confidence: 0.9,
      speaker_confidence: null,
      basis: "unknown",
      rule: "no-source",
    },
  ],
};

test("what is uncertain has one measure and one word in text, card and list; who is unknown has no percentage", () =>
  withPage(
    async (page) => {
      await page.fill("#text", SAID);
      await page.click("#show-reading");
      const expected = [
        ["q1", true, "Confidence: uncertain, 40%"],
        ["q2", false, "Confidence: 53%"],
      ];
      for (const [id, uncertain, confidence] of expected) {
        const quote = page.locator(`#reading [data-quote="${id}"]`).first();
        await quote.click();
        assert.equal(await page.textContent("#card .confidence"), confidence);
        assert.equal(await quote.evaluate((span) => span.classList.contains("uncertain")), uncertain);
        const listed = (await page.locator(`#speakers [data-quote="${id}"]`).textContent()) ?? "";
        assert.equal(listed.includes("uncertain"), uncertain);
      }
      await page.locator('#reading [data-quote="q3"]').click();
      const card = (await page.textContent("#card")) ?? "";
      assert.match(card, /Unknown speaker/);
      assert.match(card, /we could not tell who says this/);
      assert.doesNotMatch(card, /%/);
    },
    { changes: CONFIDENCES },
  ));

test("a screen reader meets the headline as a heading, and the names as buttons", () =>
  withPage(async (page) => {
    await sample(page);
    const headline = page.getByRole("heading", { name: "Harbour town votes to keep its night ferry" });
    assert.ok(await headline.isVisible());
    const name = page.locator("#reading").getByRole("button", { name: "Nora Feld", exact: true });
    await name.click();
    assert.equal(await page.textContent("#card h2"), "Nora Feld");
  }));

test("a name in the list leads to one mention after the other", () =>
  withPage(async (page) => {
    await sample(page);
    await page.click("#tab-names");
    const offsets = [];
    for (let round = 0; round < 3; round++) {
      await page.locator("#names button", { hasText: "Ingrid Solheim" }).click();
      await page.waitForSelector("#card:popover-open");
      offsets.push(await page.locator("#reading .has-card").textContent());
    }
    assert.deepEqual(offsets, ["Ingrid Solheim", "Solheim", "Ingrid Solheim"]);
  }));

test("in forced colours speakers differ by lines and numbers, in article and list alike", () =>
  withPage(async (page) => {
    await sample(page);
    await page.emulateMedia({ forcedColors: "active" });
    const lineOf = (/** @type {string} */ words) =>
      page.locator("#reading .quote[data-number]", { hasText: words }).evaluate((span) => {
        const { borderBottomStyle, borderBottomWidth } = getComputedStyle(span);
        return `${borderBottomStyle} ${borderBottomWidth} ${getComputedStyle(span, "::before").content}`;
      });
    const lines = await Promise.all(["daylight", "postponing", "relieved"].map(lineOf));
    assert.equal(new Set(lines).size, 3, lines.join());
    const listed = await nameOf(page, "Anna Lindqvist").evaluate(
      (name) => getComputedStyle(name, "::before").content,
    );
    assert.ok(lines[2]?.endsWith(listed), `${lines[2]} ${listed}`);
  }));

test("a correction draws only the paragraphs that it changes anew", () =>
  withPage(async (page) => {
    await sample(page);
    await page.locator("#reading p").evaluateAll((all) => {
      for (const paragraph of all) Object.assign(paragraph, { old: true });
    });
    await (await quoteWith(page, "thirty years")).click();
    await page.locator("#card").getByRole("button", { name: "Change speaker" }).click();
    await answer(page, "Peter Aske");
    const kept = await page.locator("#reading p").evaluateAll((all) => all.map((one) => "old" in one));
    assert.equal(kept.filter((old) => !old).length, 1);
    assert.match(
      (await (await quoteWith(page, "thirty years")).getAttribute("aria-label")) ?? "",
      /^Peter Aske: /,
    );
  }));

test("an exported page has the headline as its title, a key of speakers and a legend, and opens as it was", () =>
  withPage(
    async (page) => {
      await page.fill("#text", `Town is glad\n\n${SAID}`);
      await page.click("#show-reading");
      const html = await saved(page, "html");
      const shown = await page.context().newPage();
      await shown.setContent(html);
      assert.deepEqual(await shown.locator(".key li").allTextContents(), [
        "Ann Smith 2 quotes",
        "Unknown speaker 1 quote",
      ]);
      assert.match((await shown.locator(".notes").textContent()) ?? "", /Direct quotes.*uncertain/);
      const hatched = (/** @type {import("playwright-core").Page} */ where) =>
        where
          .locator(".quote.uncertain[class*=color-]")
          .first()
          .evaluate((span) => [
            getComputedStyle(span).backgroundImage,
            getComputedStyle(span).borderBottomStyle,
          ]);
      assert.deepEqual(await hatched(shown), await hatched(page));
      const edge = await shown
        .locator(".key .speaker")
        .first()
        .evaluate((name) => getComputedStyle(name).borderInlineStartWidth);
      assert.equal(edge, "4px");
    },
    { changes: CONFIDENCES },
  ));

test("an HTML file is opened with its h1 as headline", () =>
  withPage(async (page) => {
    const body =
      "<p>The council met on Monday evening in the old town hall, and the rain fell on it.</p>".repeat(8);
    const html = `<!doctype html><title>Local news of the day | The Ostby Post</title><header><a href="/">Home</a></header>
<article><h1>Town is glad</h1>${body}<p>“We are glad,” said Clara Boyle.</p></article>`;
    await page.setInputFiles("#file", { name: "a.html", mimeType: "text/html", buffer: Buffer.from(html) });
    await page.waitForSelector("#reading .quote");
    assert.match(await page.inputValue("#text"), /^Town is glad\n/);
    assert.equal(await page.locator("#reading .headline").textContent(), "Town is glad");
  }));
