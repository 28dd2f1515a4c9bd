import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQuotes, openArticle, openSite, quoteWith, sample } from "./harness.mjs";

const { withPage } = openSite(before, after);
test("the keyboard alone is enough", () =>
  withPage(async (page) => {
    await page.focus("#sample");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#reading .quote");
    const here = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.quote);
    await page.keyboard.press("j");
    await page.waitForFunction(
      () => /** @type {HTMLElement} */ (document.activeElement).dataset.quote === "q1",
    );
    await page.keyboard.press("j");
    await page.waitForFunction(
      () => /** @type {HTMLElement} */ (document.activeElement).dataset.quote === "q2",
    );
    await page.keyboard.press("k");
    await page.waitForFunction(
      () => /** @type {HTMLElement} */ (document.activeElement).dataset.quote === "q1",
    );
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => document.getElementById("card")?.contains(document.activeElement)));
    await page.keyboard.press("Escape");
    assert.equal(await here(), "q1");
    assert.ok(await page.locator("#card").isHidden());
    await page.focus("#tab-speakers");
    await page.keyboard.press("ArrowRight");
    assert.ok(await page.locator("#quotes").isVisible());
  }));

test("the Tab key moves from quote to quote; Enter opens a card, which Tab leaves closed", () =>
  withPage(async (page) => {
    await sample(page);
    const focused = () =>
      page.evaluate(() => {
        const { id, dataset, textContent } = /** @type {HTMLElement} */ (document.activeElement);
        const inCard = document.getElementById("card")?.contains(document.activeElement);
        return inCard ? `card: ${textContent}` : (dataset.quote ?? id);
      });
    const press = async (/** @type {string} */ key) => {
      await page.keyboard.press(key);
      return focused();
    };
    await page.locator('#reading [data-quote="q1"][tabindex="0"]').focus();
    assert.equal(await press("Tab"), "q2");
    assert.equal(await press("Shift+Tab"), "q1");
    assert.ok(await page.locator("#card").isHidden());
    assert.equal(await press("Enter"), "card: Copy");
    assert.equal(await page.locator("#reading [aria-details=card]").getAttribute("aria-expanded"), "true");
    assert.equal(await press("Shift+Tab"), "q1");
    assert.ok(await page.locator("#card").isHidden());
    await press("Enter");
    assert.equal(await press("Tab"), "card: Change speaker …");
    assert.equal(await press("Tab"), "card: Move edges …");
    assert.equal(await press("Tab"), "card: Not a quote");
    assert.equal(await press("Tab"), "card: ×");
    assert.equal(await press("Tab"), "q2");
    assert.ok(await page.locator("#card").isHidden());
    await press("Enter");
    assert.equal(await page.locator("#reading [aria-expanded=true]").getAttribute("data-quote"), "q2");
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#card").isHidden());
    assert.equal(await focused(), "q2");
    assert.equal(await page.locator("#reading [aria-details]").count(), 0);
    await page.focus("#show-text");
    assert.ok(await page.locator("#card").isHidden());
  }));

/** Where the card and the pieces of the focused highlight are, in CSS pixels; runs in the page. */
function placeOfCard() {
  const card = document.getElementById("card")?.getBoundingClientRect();
  const pieces = [.../** @type {Element} */ (document.activeElement).getClientRects()];
  return { card, pieces, width: innerWidth, height: innerHeight };
}

/** Whether the card is inside the window, right above or below the focused highlight; runs in the page. */
function isInPlace() {
  const card = document.getElementById("card")?.getBoundingClientRect();
  if (!card || card.height === 0) return false;
  const isInside = card.left >= 0 && card.right <= innerWidth && card.top >= 0 && card.bottom <= innerHeight;
  const pieces = [.../** @type {Element} */ (document.activeElement).getClientRects()];
  const gaps = pieces.map(({ top, bottom }) =>
    Math.min(Math.abs(card.top - bottom), Math.abs(card.bottom - top)),
  );
  return isInside && Math.min(...gaps) < 12;
}

test("the card stands beside its highlight and inside the window, with and without CSS anchors", async () => {
  for (const anchors of [true, false]) {
    await withPage(
      async (page) => {
        if (!anchors) {
          await page.addInitScript(() => {
            const supports = CSS.supports.bind(CSS);
            CSS.supports = (/** @type {string} */ query) => !query.includes("anchor-name") && supports(query);
          });
          await page.reload();
        }
        await sample(page);
        if (!anchors) await page.addStyleTag({ url: "/pages/no-anchors.css" });
        const quotes = await page.locator("#reading .quote[data-number]").all();
        for (const quote of quotes) {
          await quote.scrollIntoViewIfNeeded();
          await quote.focus();
          await quote.dispatchEvent("click");
          // The card may reach its place some frames later; both are measured in the same frame.
          const place = await page.waitForFunction(isInPlace, null, { timeout: 10_000 }).catch(() => null);
          assert.ok(place, `${anchors}: ${JSON.stringify(await page.evaluate(placeOfCard))}`);
        }
      },
      { viewport: { width: 1000, height: 700 } },
    );
  }
});

test("the card of the focused highlight stays when the article is scrolled under a pointer at rest", () =>
  withPage(
    async (page) => {
      await sample(page);
      const quotes = await page.locator("#reading .quote[data-number]").all();
      for (const y of [200, 250, 300]) {
        for (const quote of quotes.slice(0, 4)) {
          await page.mouse.move(300, 0);
          await page.mouse.move(300, y);
          await quote.focus();
          await quote.dispatchEvent("click");
          await quote.evaluate((span) => span.scrollIntoView({ block: "start" }));
          // Longer than the card waits before it shows what the pointer is on.
          await page.waitForTimeout(400);
          const shown = await page.getAttribute("#reading .has-card", "data-quote");
          assert.equal(shown, await quote.getAttribute("data-quote"));
        }
      }
    },
    { viewport: { width: 800, height: 400 } },
  ));

test("single-key shortcuts can be turned off, and stay so", () =>
  withPage(async (page) => {
    await sample(page);
    const current = () => page.locator("#reading .current").count();
    await page.uncheck("#single-keys");
    await page.keyboard.press("j");
    assert.equal(await current(), 0);
    await page.reload();
    assert.ok(!(await page.isChecked("#single-keys")));
    await sample(page);
    await page.check("#single-keys");
    await page.keyboard.press("j");
    await page.waitForSelector("#reading .current");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  }));

test("every quote has a name for screen readers that says who speaks", () =>
  withPage(async (page) => {
    await sample(page);
    const names = await page
      .locator("#reading .quote[data-number]")
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
    assert.equal(names.length, await countQuotes(page));
    assert.ok(
      names.every((name) => /^\p{Lu}[\p{L} ]+: \S/u.test(name ?? "")),
      names.join("\n"),
    );
    const marks = page.locator("#reading [role=mark]:not([aria-description])");
    assert.equal(await marks.count(), 0);
  }));

test("typing is not interrupted by announcements", () =>
  withPage(async (page) => {
    await page.evaluate(() => {
      const said = /** @type {string[]} */ ([]);
      Object.assign(window, { said });
      new MutationObserver(() =>
        said.push(document.getElementById("announcement")?.textContent ?? ""),
      ).observe(/** @type {Node} */ (document.getElementById("announcement")), { childList: true });
    });
    await page
      .locator("#text")
      .pressSequentially("“Yes,” said Ada Byron. “No,” said Tom Hale.", { delay: 25 });
    await page.waitForFunction(() => document.getElementById("announcement")?.textContent !== "");
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).said), ["2 quotes, 2 speakers."]);
  }));

test("a tap on a narrow screen opens a sheet from below that leaves the words in view, and the menu fits", () =>
  withPage(
    async (page) => {
      await sample(page);
      const quote = await quoteWith(page, "very expensive");
      await quote.scrollIntoViewIfNeeded();
      await quote.tap();
      await page.waitForSelector("#card:popover-open");
      await page.waitForTimeout(400);
      const sheet = await page.locator("#card").boundingBox();
      const words = await quote.boundingBox();
      assert.ok(sheet && words);
      assert.deepEqual([sheet.x, sheet.width, sheet.y + sheet.height], [0, 360, 740]);
      assert.ok(words.y > 0 && words.y + words.height <= sheet.y, JSON.stringify([words, sheet]));
      await page.locator("#card").getByRole("button", { name: "Close" }).tap();
      assert.ok(await page.locator("#card").isHidden());
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator("#save summary").click();
      const box = await page.locator("#formats").boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true },
  ));

/** What has a visible ring in the article, by its words. @param {import("playwright-core").Page} page */
const ringed = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#reading *")]
      .filter((one) => getComputedStyle(one).outlineStyle !== "none")
      .map((one) => one.textContent),
  );

test("one ring surrounds a quote with names in it, and the names are buttons of their own", () =>
  withPage(async (page) => {
    const words = "“Clara Boyle and Tom Hale met in Ostby on Monday,”";
    await openArticle(page, `${words} said Ada Byron, the mayor.\n\nTom Hale owns a bakery in Ostby.`);
    await page.click("#show-reading");
    await page.locator("#show-lists, #reading").last().focus();
    await page.keyboard.press("Tab");
    assert.deepEqual(await ringed(page), [words]);
    assert.match((await page.evaluate(() => document.activeElement?.ariaLabel)) ?? "", /^Ada Byron: \S/);
    await page.keyboard.press("j");
    await page.waitForSelector("#card:popover-open");
    assert.deepEqual(await ringed(page), [words]);
    // The first words of the quote are a name.
    const name = page.locator("#reading").getByRole("button", { name: "Clara Boyle", exact: true });
    assert.equal(await name.count(), 1);
    await name.click();
    await page.locator("#card", { hasText: "Clara Boyle" }).waitFor();
    await page.keyboard.press("Escape");
    await page.click("#tab-names");
    await page.locator("#names button", { hasText: "Clara Boyle" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#card:popover-open");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Clara Boyle");
    assert.deepEqual(await ringed(page), ["Clara Boyle"]);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.closest("#card"));
  }));

test("kinds are switched in the legend", () =>
  withPage(async (page) => {
    await sample(page);
    const line = () =>
      page
        .locator("#reading .entity.place")
        .first()
        .evaluate((span) => getComputedStyle(span).textDecorationLine);
    assert.equal(await line(), "underline");
    await page.uncheck('#legend [value="place"]');
    assert.equal(await line(), "none");
    const person = page.locator("#reading .entity.person").first();
    assert.equal(await person.evaluate((span) => getComputedStyle(span).textDecorationLine), "underline");
  }));

for (const media of /** @type {const} */ ([{ forcedColors: "active" }, { media: "print" }])) {
  test(`highlights stay with ${JSON.stringify(media)}`, () =>
    withPage(async (page) => {
      await sample(page);
      await page.emulateMedia(media);
      assert.ok(await page.locator("#reading .quote").first().isVisible());
      const bars = page.locator(".tools");
      assert.equal(await bars.isVisible(), !("media" in media));
      const ground = await page
        .locator("#reading .quote.direct")
        .first()
        .evaluate((span) => getComputedStyle(span).backgroundColor);
      assert.notEqual(ground, "rgba(0, 0, 0, 0)");
    }));
}
