import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, enter, findViolations, openSite, quoteWith, saved, speakers } from "./harness.mjs";

const { withPage } = openSite(before, after);

const TEXT =
  "Gerard Houllier met Hilary Vance and Tom Hale.\n\n“We must wait,” he said.\n\n“I am glad,” said Hilary Vance.";

/** @param {string} words */
function rangeOf(words) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

/** @type {Pick<import("../src/core/report.js").Quote, "kind" | "cue" | "source" | "confidence" | "within">} */
const COMMON = { kind: "direct", cue: null, source: null, confidence: 0.9, within: null };

/**
 * A report in which nobody surely says the first quote, and the second one may be somebody else's.
 * @type {Partial<import("../src/core/report.js").Report>}
 */
const CHANGES = {
  entities: ["Gerard Houllier", "Hilary Vance", "Tom Hale"].map((name, index) => ({
    id: `e${index + 1}`,
    kind: "person",
    name,
    named: true,
    roles: [],
    mentions: [{ ...rangeOf(name), form: "name" }],
    confidence: 0.9,
  })),
  quotes: [
    {
      ...COMMON,
      id: "q1",
      content: [rangeOf("“We must wait,”")],
      speaker: null,
      speaker_confidence: null,
      candidates: [
        { entity: "e1", confidence: 0.62 },
        { entity: "e2", confidence: 0.21 },
        { entity: "e3", confidence: 0.17 },
      ],
      basis: "ambiguous",
      rule: "speaker-ranking",
    },
    {
      ...COMMON,
      id: "q2",
      content: [rangeOf("“I am glad,”")],
      speaker: "e2",
      speaker_confidence: 0.64,
      candidates: [
        { entity: "e2", confidence: 0.64 },
        { entity: "e3", confidence: 0.31 },
      ],
      basis: "named",
      rule: "name",
    },
  ],
};

/**
 * The article, read and shown.
 * @param {(page: import("playwright-core").Page) => Promise<void>} use
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
function withCandidates(use, options) {
  return withPage(
    async (page) => {
      await enter(page, TEXT);
      await page.click("#show-reading");
      await page.locator("#reading .quote").first().waitFor();
      await use(page);
    },
    { changes: CHANGES, ...options },
  );
}

/** @param {import("playwright-core").Page} page @param {string} name */
function cardButton(page, name) {
  return page.locator("#card").getByRole("button", { name, exact: true });
}

test("a quote without a speaker is hatched, and card and panel name a probable one", () =>
  withCandidates(async (page) => {
    const quote = await quoteWith(page, "We must wait");
    assert.match((await quote.getAttribute("class")) ?? "", /\bno-speaker\b.*\buncertain\b/);
    assert.equal(await quote.getAttribute("aria-label"), "Probably Gerard Houllier: “We must wait,”");
    await quote.click();
    assert.equal(await page.textContent("#card h2"), "Probably Gerard Houllier");
    assert.deepEqual(await page.locator("#card .candidates > *").allTextContents(), [
      "Accept",
      "Or",
      "Hilary Vance (21%)",
      "Tom Hale (17%)",
    ]);
    const named = (/** @type {string} */ list) => page.locator(`${list} li b`).allTextContents();
    assert.deepEqual(await named("#speakers"), ["Probably Gerard Houllier"]);
    await page.click("#tab-quotes");
    assert.deepEqual(await named("#quotes"), ["Probably Gerard Houllier", "Hilary Vance"]);
    assert.deepEqual(await speakers(page), ["Hilary Vance", "Unknown speaker"]);
    assert.equal(await page.textContent("#status"), "2 quotes, 1 speaker.");
    assert.doesNotMatch((await page.textContent("#legend")) ?? "", /Houllier|Probably/);
  }));

test("a guess is accepted by a click, undone, and kept out of the table until then", () =>
  withCandidates(async (page) => {
    assert.doesNotMatch(await saved(page, "csv"), /Houllier/);
    const quote = await quoteWith(page, "We must wait");
    await quote.click();
    await cardButton(page, "Accept Gerard Houllier as the speaker").click();
    assert.ok(await page.locator("#card").isHidden());
    assert.deepEqual(await speakers(page), ["Gerard Houllier", "Hilary Vance"]);
    assert.match((await quote.getAttribute("class")) ?? "", /\bcorrected\b/);
    assert.doesNotMatch((await quote.getAttribute("class")) ?? "", /\buncertain\b/);
    await quote.click();
    assert.equal(await page.textContent("#card h2"), "Gerard Houllier");
    assert.equal(await page.locator("#card .candidates").count(), 0);
    assert.match(await saved(page, "csv"), /q1,direct,Gerard Houllier,.*,reader/);

    await page.click("#undo");
    assert.deepEqual(await speakers(page), ["Hilary Vance", "Unknown speaker"]);
    await quote.click();
    assert.equal(await page.textContent("#card h2"), "Probably Gerard Houllier");
  }));

test("the keyboard reaches the candidates in their order, and accepts one", () =>
  withCandidates(async (page) => {
    await (await quoteWith(page, "We must wait")).focus();
    const names = [];
    for (let count = 0; count < 3; count++) {
      await page.keyboard.press(count === 0 ? "Enter" : "Tab");
      names.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")));
    }
    assert.deepEqual(names, [
      "Accept Gerard Houllier as the speaker",
      "Accept Hilary Vance (21%) as the speaker",
      "Accept Tom Hale (17%) as the speaker",
    ]);
    await page.keyboard.press("Enter");
    assert.deepEqual((await speakers(page)).toSorted(), ["Hilary Vance", "Tom Hale"]);
    await page.waitForFunction(
      () => /** @type {HTMLElement} */ (document.activeElement).dataset.quote === "q1",
    );
    assert.ok(await page.locator("#card").isHidden());
    assert.match((await page.textContent("#toast-text")) ?? "", /^Speaker changed to Tom Hale\./);
  }));

test("a speaker who is given may be exchanged for a candidate", () =>
  withCandidates(async (page) => {
    const quote = await quoteWith(page, "I am glad");
    assert.doesNotMatch((await quote.getAttribute("class")) ?? "", /\buncertain\b/);
    await quote.click();
    assert.equal(await page.textContent("#card h2"), "Hilary Vance");
    assert.deepEqual(await page.locator("#card .candidates > *").allTextContents(), ["Or", "Tom Hale (31%)"]);
    await cardButton(page, "Accept Tom Hale (31%) as the speaker").click();
    assert.deepEqual(await speakers(page), ["Tom Hale", "Unknown speaker"]);
  }));

test("somebody else than the candidates is chosen as before", () =>
  withCandidates(async (page) => {
    const quote = await quoteWith(page, "We must wait");
    await quote.click();
    await cardButton(page, "Change speaker …").click();
    await answer(page, "Mona Ray");
    assert.deepEqual((await speakers(page)).toSorted(), ["Hilary Vance", "Mona Ray"]);
    await quote.click();
    assert.equal(await page.locator("#card .candidates").count(), 0);
  }));

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong with the candidates: ${colorScheme}`, () =>
    withCandidates(
      async (page) => {
        await page.click("#show-lists");
        await page.click("#tab-quotes");
        assert.deepEqual(await findViolations(page), []);
        await page.click("#show-reading");
        await (await quoteWith(page, "We must wait")).click();
        assert.deepEqual(await findViolations(page), []);
      },
      { colorScheme, viewport: { width: 320, height: 700 } },
    ));
}

test("the widget names no candidate", () =>
  withPage(
    async (page) => {
      const panel = page.locator("who-said").locator("section");
      await panel.getByText("Hilary Vance").first().waitFor();
      assert.doesNotMatch((await panel.textContent()) ?? "", /Houllier/);
    },
    { path: "/pages/news.html", changes: CHANGES },
  ));
