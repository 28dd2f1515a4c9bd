/**
 * Makes the README's pictures from the built site, with the tests' own server and browser: `npm run screenshots`, or with the
 * names of some pictures after `--`.
 */
import { fileURLToPath } from "node:url";
import { browser, enter, quoteWith, sample, serve } from "../tests/harness.mjs";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const size = { width: 1100, height: 720 };

const DRAFT = `The town library of Ostby will keep four hives on its roof, the council decided on Thursday.

“It is the quietest room we have,” said the librarian, Maja Lund.

Not everybody is pleased. Councillor Peter Holm said that the hives were “a costly hobby.” He asked who would answer for stings.

“We have insurance for that,” Lund replied.`;

/** @typedef {import("playwright-core").Page} Page */
/** @type {Record<string, { colorScheme?: "dark", path?: string, reach: (page: Page) => Promise<void> }>} */
const PICTURES = {
  reading: { reach: sample },
  card: {
    colorScheme: "dark",
    reach: async (page) => {
      await sample(page);
      await (await quoteWith(page, "very expensive")).click();
    },
  },
  writing: {
    reach: async (page) => {
      await enter(page, DRAFT);
      await page.click("#tab-quotes");
      await page.focus("#text");
    },
  },
  widget: {
    path: "examples/news/",
    reach: async (page) => {
      await page.locator("who-said").getByRole("button").first().click();
      await page.locator("who-said .card").waitFor();
    },
  },
  reviewed: {
    path: "examples/reviewed/",
    reach: async (page) => {
      await page.locator("who-said [part=quote]").first().waitFor();
      await page.waitForFunction(() => CSS.highlights.has("whosaid-speaker-1"));
    },
  },
};

const site = await serve();
const chromium = await browser();
try {
  const named = process.argv.slice(2);
  for (const [name, { colorScheme = "light", path = "", reach }] of Object.entries(PICTURES)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const page = await chromium.newPage({ viewport: size, colorScheme, reducedMotion: "reduce" });
    await page.goto(`${site.origin}/site/${path}`);
    await reach(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${docs}${name}.png`, caret: "initial" });
    await page.close();
  }
} finally {
  await chromium.close();
  site.close();
}
