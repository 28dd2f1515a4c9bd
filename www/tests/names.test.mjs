import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, findViolations, openArticle, openSite, quoteWith, speakers } from "./harness.mjs";

const { withPage } = openSite(before, after);

const TEXT = `“We must act now,” said Howard Newby, the minister, on Monday.

“It is far too late,” said Kim Howells of the Labour Party. Zoë Müller of Northwind Ltd. disagreed. “That is untrue,” said Müller.

“He has met Newby in Oslo,” said a spokesman.`;

/**
 * The article, and the question of a card.
 * @param {(page: import("playwright-core").Page) => Promise<void>} use
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
function withArticle(use, options) {
  return withPage(async (page) => {
    await openArticle(page, TEXT);
    await use(page);
  }, options);
}

/** @param {import("playwright-core").Page} page @param {string} words */
async function askSpeaker(page, words) {
  await (await quoteWith(page, words)).click();
  await page.locator("#card").getByRole("button", { name: "Change speaker" }).click();
}

/** @param {import("playwright-core").Page} page @param {string} name @param {string} question */
async function ask(page, name, question) {
  await page.locator("#reading .entity", { hasText: name }).first().click();
  await page.locator("#card .about").getByRole("button", { name: question }).click();
}

/** @param {import("playwright-core").Page} page */
const options = (page) => page.locator("#card [role=option]:visible > span").allTextContents();

test("the people and organisations of the article are offered at once, the speaker excepted", () =>
  withArticle(async (page) => {
    await askSpeaker(page, "We must act");
    const offered = await options(page);
    assert.ok(offered.includes("Kim Howells") && offered.includes("Zoë Müller"), offered.join());
    assert.ok(!offered.includes("Howard Newby") && !offered.includes("Oslo"), offered.join());
    assert.equal(offered.at(-1), "Unknown speaker");
    await page.getByRole("option", { name: "Kim Howells" }).click();
    assert.ok(!(await speakers(page)).includes("Howard Newby"));
  }));

test("a name is found while one types, whatever its case and accents", () =>
  withArticle(async (page) => {
    await askSpeaker(page, "We must act");
    await page.keyboard.type("zoe MUL");
    assert.equal((await options(page))[0], "Zoë Müller");
    assert.equal(await page.locator("#card [aria-selected=true] > span").textContent(), "Zoë Müller");
    await page.keyboard.press("Enter");
    assert.deepEqual(
      (await speakers(page)).filter((name) => /m[uü]l/i.test(name)),
      ["Zoë Müller"],
    );
  }));

test("the arrow keys choose among the names found", () =>
  withArticle(async (page) => {
    await askSpeaker(page, "We must act");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const name = await page.locator("#card [aria-selected=true] > span").textContent();
    const active = await page.getAttribute("#card input", "aria-activedescendant");
    assert.equal(await page.locator(`#${active} > span`).textContent(), name);
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#toast-text"), `Speaker changed to ${name}.`);
  }));

test("the same name in small letters makes nobody new", () =>
  withArticle(async (page) => {
    await askSpeaker(page, "We must act");
    await page.keyboard.type("kim howells");
    assert.deepEqual(await options(page), ["Kim Howells"]);
    await page.keyboard.press("Enter");
    assert.deepEqual(
      (await speakers(page)).filter((name) => /howells/i.test(name)),
      ["Kim Howells"],
    );
  }));

test("somebody new is added only once it is clear of which kind, and those with a similar name are shown", () =>
  withArticle(async (page) => {
    await askSpeaker(page, "We must act");
    await page.keyboard.type("Ann Howells");
    assert.deepEqual(await options(page), ["Kim Howells", "Add “Ann Howells” …"]);
    await page.keyboard.press("Enter");
    assert.ok(!(await speakers(page)).includes("Ann Howells"));
    assert.match((await page.textContent("#card .note")) ?? "", /not in the article yet/);
    await page.locator("#card").getByRole("button", { name: "organization" }).click();
    assert.ok((await speakers(page)).includes("Ann Howells"));
    await (await quoteWith(page, "We must act")).click();
    await page.click("#tab-names");
    const list = page.locator("#names ul", { hasText: "Ann Howells" });
    assert.match(
      (await list.evaluate((ul) => ul.previousElementSibling?.textContent)) ?? "",
      /Organizations/,
    );
  }));

test("two names are merged by any part of the name; unknown names and the name itself are refused", () =>
  withArticle(async (page) => {
    await ask(page, "Kim Howells", "Same as");
    const submit = async (/** @type {string} */ name) => {
      await page.locator("#card input").fill(name);
      await page.keyboard.press("Enter");
      return page.textContent("#card .note");
    };
    assert.match((await submit("Jane Nobody")) ?? "", /is not in the article/);
    assert.match((await submit("kim howells")) ?? "", /That is Kim Howells already/);
    await page.locator("#card input").fill("newby");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#toast-text"), "Kim Howells merged with Howard Newby.");
    assert.ok(!(await speakers(page)).includes("Kim Howells"));
  }));

test("a name that is corrected to another of the article is merged with it if one wants", () =>
  withArticle(async (page) => {
    await ask(page, "Kim Howells", "Rename");
    await page.keyboard.press("Enter");
    assert.match((await page.textContent("#card .note")) ?? "", /That is Kim Howells already/);
    await page.locator("#card input").fill("howard newby");
    await page.keyboard.press("Enter");
    assert.match((await page.textContent("#card .note")) ?? "", /already in the article/);
    await page.keyboard.press("Enter");
    assert.ok(!(await speakers(page)).includes("Kim Howells"));
  }));

test("a place is nobody else", () =>
  withArticle(async (page) => {
    await page.locator("#reading .entity.place", { hasText: "Oslo" }).click();
    assert.equal(await page.locator("#card .about").getByRole("button", { name: "Rename" }).count(), 1);
    assert.equal(await page.locator("#card .about").getByRole("button", { name: "Someone else" }).count(), 0);
  }));

const MET = "Tom Hale met Karl Berg. He was glad.";
/** @type {Partial<import("../src/core/report.js").Report>} */
const CHANGES = {
  quotes: [],
  entities: [
    { id: "e1", start: 0, end: 8, name: "Tom Hale" },
    { id: "e2", start: 13, end: 22, name: "Karl Berg" },
  ].map(({ id, start, end, name }) => ({
    id,
    kind: "person",
    name,
    named: true,
    roles: [],
    mentions: [
      { start, end, form: "name" },
      ...(id === "e1" ? [{ start: 24, end: 26, form: /** @type {const} */ ("pronoun") }] : []),
    ],
    confidence: 0.9,
  })),
};

test("a pronoun can mean somebody else, and it alone does then", () =>
  withPage(
    async (page) => {
      await enter(page, MET);
      await page.click("#show-reading");
      const pronoun = page.locator("#reading .entity", { hasText: /^He$/ });
      assert.equal(await pronoun.getAttribute("data-entity"), "e1");
      await pronoun.click();
      await page.locator("#card .about").getByRole("button", { name: "Someone else" }).click();
      await page.getByRole("option", { name: "Karl Berg" }).click();
      assert.equal(await page.textContent("#toast-text"), "“He” now refers to Karl Berg.");
      await page.locator('#reading .entity[data-entity="e2"]', { hasText: /^He$/ }).waitFor();
      assert.equal(await page.locator('#reading .entity[data-entity="e1"]').textContent(), "Tom Hale");
    },
    { changes: CHANGES },
  ));

test("a corrected quote has one sign, however many names are in it", () =>
  withArticle(async (page) => {
    await askSpeaker(page, "has met");
    await page.getByRole("option", { name: "Kim Howells" }).click();
    await page.locator("#reading .corrected").first().waitFor();
    const signs = await page
      .locator("#reading span")
      .evaluateAll(
        (all) => all.filter((one) => getComputedStyle(one, "::after").content.includes("✎")).length,
      );
    assert.ok((await page.locator("#reading .corrected").count()) > 1);
    assert.equal(signs, 1);
  }));

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong with a picker: ${colorScheme}`, () =>
    withArticle(
      async (page) => {
        await askSpeaker(page, "We must act");
        assert.deepEqual(await findViolations(page), []);
        await page.keyboard.type("Ann Howells");
        await page.keyboard.press("ArrowDown");
        assert.deepEqual(await findViolations(page), []);
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        assert.deepEqual(await findViolations(page), []);
      },
      { colorScheme, viewport: { width: 320, height: 700 } },
    ));
}

test("names are picked by touch", () =>
  withArticle(
    async (page) => {
      await (await quoteWith(page, "We must act")).tap();
      await page.locator("#card").getByRole("button", { name: "Change speaker" }).tap();
      await page.getByRole("option", { name: "Kim Howells" }).tap();
      assert.equal(await page.textContent("#toast-text"), "Speaker changed to Kim Howells.");
    },
    { viewport: { width: 390, height: 780 }, hasTouch: true },
  ));
