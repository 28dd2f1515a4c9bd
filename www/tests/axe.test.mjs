import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, findViolations, openSite, quoteWith, sample } from "./harness.mjs";

const { withPage } = openSite(before, after);

/**
 * Shows the lists, which are a view of their own in narrow windows.
 * @param {import("playwright-core").Page} page
 */
async function showLists(page) {
  const button = page.locator("#show-lists");
  if (await button.isVisible()) await button.click();
}

/** @type {[string, (page: import("playwright-core").Page) => Promise<void>][]} */
const STATES = [
  ["empty", async () => {}],
  ["a text being written", (page) => enter(page, "“Yes,” said Ada Byron. It rained in Oslo.")],
  ["an article read", sample],
  [
    "a card open",
    async (page) => {
      await sample(page);
      await (await quoteWith(page, "daylight")).click();
    },
  ],
  [
    "a card that asks",
    async (page) => {
      await sample(page);
      await (await quoteWith(page, "daylight")).click();
      await page.locator("#card").getByRole("button", { name: "Change speaker" }).click();
    },
  ],
  [
    "one speaker alone",
    async (page) => {
      await sample(page);
      await showLists(page);
      await page.click("#speakers h3 button >> nth=1");
      await page.waitForSelector("#reading .of-speaker.current");
    },
  ],
  [
    "the legend open, and kinds hidden",
    async (page) => {
      await sample(page);
      await page.locator("#key").evaluate((key) => key.setAttribute("open", ""));
      await page.uncheck('#legend [value="direct"]');
    },
  ],
  [
    "the list of speakers",
    async (page) => {
      await sample(page);
      await showLists(page);
    },
  ],
  [
    "the list of quotes",
    async (page) => {
      await sample(page);
      await showLists(page);
      await page.click("#tab-quotes");
    },
  ],
  [
    "the list of names",
    async (page) => {
      await sample(page);
      await showLists(page);
      await page.click("#tab-names");
    },
  ],
  [
    "the check and its settings",
    async (page) => {
      await sample(page);
      await showLists(page);
      await page.click("#tab-check");
      await page.click("#check summary");
    },
  ],
  [
    "a correction made, and the list of corrections",
    async (page) => {
      await sample(page);
      await (await quoteWith(page, "daylight")).click();
      await page.locator("#card").getByRole("button", { name: "Not a quote" }).click();
      await page.locator("#toast").waitFor();
      await showLists(page);
      await page.click("#tab-corrections");
    },
  ],
  [
    "edges being moved",
    async (page) => {
      await sample(page);
      await (await quoteWith(page, "daylight")).click();
      await page.locator("#card").getByRole("button", { name: "Move edges" }).click();
    },
  ],
  [
    "words selected",
    async (page) => {
      await enter(page, "“Yes,” said Ada Byron. It rained in Oslo.");
      await page.locator("#text").selectText();
      await page.locator("#selection").waitFor();
    },
  ],
  [
    "the menu open",
    async (page) => {
      await sample(page);
      await page.click("#save summary");
    },
  ],
  [
    "an error",
    async (page) => {
      await page.setInputFiles("#file", { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") });
      await page.waitForSelector("#status.failed");
    },
  ],
];

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing wrong: ${colorScheme}, ${width} px`, async () => {
      for (const [state, reach] of STATES) {
        await withPage(
          async (page) => {
            await reach(page);
            assert.deepEqual(await findViolations(page), [], state);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(wide <= 0, `${state}: ${wide} px too wide`);
          },
          { colorScheme, viewport: { width, height: 700 } },
        );
      }
    });
  }
}
