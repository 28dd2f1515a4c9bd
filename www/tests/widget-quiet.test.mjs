import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite } from "./harness.mjs";
import { noted, reports, withMadePage } from "./made-page.mjs";

const site = openSite(before, after);

const PARAGRAPHS = [
  "“It works well,” said Clara Boyle, the mayor, on Monday.",
  "Tom Hale said that the bridge would “never” be ready. He owns a bakery on the north bank.",
  "The work will cost four million dollars, and the state will pay half of it, according to Boyle.",
  "“We have waited for this since the spring,” she added, and thanked the engineers.",
];
const long = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, index) => `<p>${PARAGRAPHS[index % PARAGRAPHS.length]}</p>`).join("");
const ARTICLE = `<article><h1>Bridge to reopen</h1>${long(8)}</article>`;
const WIDGET = '<who-said for="article"></who-said>';

/** Where a widget can stand. */
const PLACES = {
  "above the article": `${WIDGET}${ARTICLE}`,
  "below the headline": ARTICLE.replace("</h1>", `</h1>${WIDGET}`),
  "in the middle of the article": ARTICLE.replace("</p>", `</p>${WIDGET}`),
  "below the article": `${ARTICLE}${WIDGET}<footer>Ostby News</footer>`,
  "in a column beside the article": `<div style="display:flex; gap: 2rem"><div style="flex:1">${ARTICLE}</div><div style="flex: 0 0 18rem">${WIDGET}<p>Weather</p></div></div><p>Footer</p>`,
  "in a place kept for it": `<div>${WIDGET.replace(" for", ' style="display: block; min-block-size: 14rem" for')}</div>${ARTICLE}`,
  "around the article": `<header>Ostby News</header><who-said>${ARTICLE}</who-said><footer>Ostby News</footer>`,
};

/** How the script comes. */
const SCRIPTS = {
  "after the text": '<script src="/site/who-said.js"></script>',
  async: '<script async src="/site/who-said.js"></script>',
  late: '<script>setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src: "/site/who-said.js" })), 500)</script>',
};

describe("the widget moves nothing that the reader sees", () => {
  for (const [place, body] of Object.entries(PLACES))
    for (const [kind, script] of Object.entries(SCRIPTS))
      test(`${place}, script ${kind}`, () =>
        withMadePage(
          site,
          body,
          async (page) => {
            await reports(page);
            await page.waitForTimeout(600);
            assert.equal((await noted(page)).shift, 0);
            assert.ok((await page.locator("who-said h3").allTextContents()).includes("Clara Boyle"));
            const opener = page.locator("who-said .opener");
            if (await opener.isVisible()) await opener.click();
            assert.ok(await page.locator("who-said h3").first().isVisible());
          },
          { script },
        ));

  test("an article that grows, and a click that starts", () =>
    withMadePage(site, `${WIDGET.replace(" for", ' when="click" for')}${ARTICLE}`, async (page) => {
      await page.waitForTimeout(600);
      await page.locator("who-said button").click();
      await reports(page);
      await page.waitForTimeout(800);
      await page.evaluate(() =>
        document
          .querySelector("article")
          ?.insertAdjacentHTML("beforeend", "<p>“At last,” said Jonas Vik.</p>"),
      );
      await reports(page, 2);
      await page.waitForTimeout(300);
      assert.equal((await noted(page)).shift, 0);
    }));
});

/**
 * How long the tasks of the widget's script take, in milliseconds of the processor's time, which other programs do not add to.
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<number[]>}
 */
async function scriptTasks(page, act) {
  await site.browser().startTracing(page, { categories: ["devtools.timeline", "v8"] });
  await act();
  const { traceEvents } = JSON.parse((await site.browser().stopTracing()).toString());
  const isMain = (/** @type {any} */ { pid, tid }) =>
    traceEvents.some(
      (/** @type {any} */ event) =>
        event.pid === pid && event.tid === tid && event.args?.name === "CrRendererMain",
    );
  return traceEvents
    .filter(
      (/** @type {any} */ event) =>
        /^(v8\.callFunction|FunctionCall|EvaluateScript|RunMicrotasks)$/.test(event.name) && isMain(event),
    )
    .map((/** @type {any} */ { tdur }) => Math.round((tdur ?? 0) / 1000));
}

/** How often a page is tried: whatever else the machine does only makes tasks longer. */
const ATTEMPTS = 3;

/** The longest task allowed, in milliseconds: 50 are meant, and a slow machine may take half as long again. */
const LONGEST_TASK = 75;

for (const panel of ["off", ""])
  test(`a long article at a quarter of the speed${panel ? ", without the list" : ""}: short tasks only`, async (context) => {
    const attempt = async () => {
      let longest = Number.POSITIVE_INFINITY;
      const inPage = async (/** @type {import("playwright-core").Page} */ page) => {
        await page.waitForTimeout(1000);
        const tasks = await scriptTasks(page, async () => {
          await page.evaluate((panel) => {
            const widget = document.createElement("who-said");
            widget.setAttribute("for", "article");
            widget.setAttribute("panel", panel);
            document.body.append(widget);
          }, panel);
          await reports(page);
          await page.waitForTimeout(500);
        });
        assert.ok(tasks.length > 10);
        longest = Math.max(...tasks);
      };
      await withMadePage(site, `<article>${long(400)}</article>`, inPage, { slower: 4 });
      return longest;
    };
    let best = await attempt();
    for (let tried = 1; tried < ATTEMPTS && best > 50; tried++) best = Math.min(best, await attempt());
    context.diagnostic(`longest task: ${best} ms`);
    assert.ok(best <= LONGEST_TASK, `${best} ms`);
  });

describe("labels in a page that runs from right to left", () => {
  test("are in the order of their own words, and stand on the page's side", () =>
    withMadePage(
      site,
      `<article>${long(4)}</article>${WIDGET}`,
      async (page) => {
        await reports(page);
        const lines = await page.locator("who-said").evaluate((widget) =>
          [.../** @type {ShadowRoot} */ (widget.shadowRoot).querySelectorAll("h2, h3, small, button")].map(
            (line) => {
              const range = document.createRange();
              range.selectNodeContents(line.firstChild ?? line);
              const { left, right } = range.getBoundingClientRect();
              const box = line.getBoundingClientRect();
              return {
                text: line.textContent,
                direction: getComputedStyle(line).direction,
                onRight: box.right - right <= left - box.left,
              };
            },
          ),
        );
        assert.ok(lines.length > 6);
        for (const { text, direction, onRight } of lines) {
          assert.equal(direction, "ltr", text ?? "");
          assert.ok(onRight, text ?? "");
        }
      },
      { html: 'lang="ar" dir="rtl"' },
    ));

  test("labels in Arabic run from right to left", () =>
    withMadePage(site, `<article>${long(4)}</article>${WIDGET}`, async (page) => {
      await page.evaluate(() => {
        /** @type {any} */ (document.querySelector("who-said")).labels = {
          title: "من قال ماذا",
        };
      });
      await reports(page);
      const direction = await page
        .locator("who-said h2")
        .evaluate((title) => getComputedStyle(title).direction);
      assert.equal(direction, "rtl");
    }));
});
