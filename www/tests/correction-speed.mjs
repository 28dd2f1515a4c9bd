/**
 * How long corrections of an article of 2,800 words take until they are seen, at a quarter of the processor's speed; compared
 * between builds by turns, so that other work on the machine slows all of them:
 *
 *   node tests/correction-speed.mjs dist-before dist [rounds]
 */
import { answer, browser, openArticle, serve } from "./harness.mjs";
import { longArticle } from "./long-text.mjs";
import { answerTimes, CATEGORIES, median } from "./traces.mjs";

const [, , ...given] = process.argv;
const rounds = Number(given.find((one) => /^\d+$/.test(one)) ?? 3);
const builds = given.filter((one) => !/^\d+$/.test(one));
const ARTICLE = longArticle(80);

/** @typedef {import("playwright-core").Page} Page */
/** @type {Record<string, { act: (page: Page) => Promise<unknown>, type: string }>} */
const CORRECTIONS = {
  "not a quote": {
    act: (page) => page.locator("#card").getByRole("button", { name: "Not a quote" }).click(),
    type: "click",
  },
  "another speaker": {
    act: async (page) => {
      await page.locator("#card").getByRole("button", { name: "Change speaker" }).click();
      await answer(page, "Zoe Quist");
    },
    type: "keydown",
  },
  undo: { act: (page) => page.locator("#undo").click(), type: "click" },
};

const chromium = await browser();
/** @type {Map<string, number[]>} */
const results = new Map();
try {
  for (let round = 0; round < rounds; round++)
    for (const build of builds) {
      const server = await serve(build);
      const page = await chromium.newPage({
        reducedMotion: "reduce",
        viewport: { width: 1280, height: 900 },
      });
      await page.goto(`${server.origin}/site/`);
      await openArticle(page, ARTICLE);
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      for (const number of [10, 30, 50])
        for (const [name, { act, type }] of Object.entries(CORRECTIONS)) {
          await page.locator('#reading .quote[tabindex="0"]').nth(number).click();
          await page.waitForTimeout(600);
          await chromium.startTracing(page, { categories: CATEGORIES });
          await act(page);
          await page.waitForTimeout(800);
          const { traceEvents } = JSON.parse((await chromium.stopTracing()).toString());
          const times = results.get(`${name}, ${build}`) ?? [];
          results.set(`${name}, ${build}`, times);
          times.push(Math.max(...answerTimes(traceEvents, type)));
        }
      await page.context().close();
      server.close();
    }
} finally {
  await chromium.close();
}
for (const [key, times] of results)
  console.log(`${key}: ${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(", ")})`);
