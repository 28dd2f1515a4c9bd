/**
 * What the widget costs a page, compared between builds by turns, so that other work on the machine slows all of them:
 *
 *   node tests/widget-speed.mjs dist-before dist [rounds]
 */
import { browser, serve } from "./harness.mjs";
import { reports, withMadePage } from "./made-page.mjs";
import { repeatArticle } from "./reviewed-article.mjs";
import { CATEGORIES, describeParts, mainTasks, median, scriptTime } from "./traces.mjs";

const SLOWER = 4;
const [, , ...given] = process.argv;
const rounds = Number(given.find((one) => /^\d+$/.test(one)) ?? 5);
const builds = given.filter((one) => !/^\d+$/.test(one));
const SCRIPT = '<script src="/site/who-said-reviewed.js"></script>';

/**
 * Adds a widget to a page, and returns what its main thread did.
 * @param {import("playwright-core").Browser} chromium
 * @param {import("playwright-core").Page} page
 * @param {number} count
 */
async function traceWidget(chromium, page, count) {
  // Nothing of the measurement's own runs in the page meanwhile.
  await page.evaluate((count) => {
    document.querySelector("who-said")?.remove();
    setTimeout(() => {
      const widget = document.createElement("who-said");
      widget.setAttribute("for", "article");
      widget.setAttribute("report", `/made/report.json?${count}`);
      document.body.append(widget);
    }, 500);
  }, count);
  await page.waitForTimeout(200);
  await chromium.startTracing(page, { categories: CATEGORIES });
  await page.waitForTimeout(1300);
  const { traceEvents } = JSON.parse((await chromium.stopTracing()).toString());
  await reports(page, count);
  return traceEvents;
}

const chromium = await browser();
/** @type {Map<string, { costs: number[], longest: number[], worst: string[] }>} */
const results = new Map();
try {
  for (let round = 0; round < rounds; round++)
    for (const [name, times] of /** @type {const} */ ([
      ["1,000 words", 8],
      ["3,000 words", 24],
    ]))
      for (const build of builds) {
        const { report, article, words } = repeatArticle(times, 0);
        const server = await serve(build);
        const site = { browser: () => chromium, origin: () => server.origin };
        const result = results.get(`${name}, ${build}`) ?? { costs: [], longest: [], worst: [] };
        results.set(`${name}, ${build}`, result);
        const prepare = async (/** @type {import("playwright-core").Page} */ page) => {
          await page.route("**/made/report.json*", (route) => route.fulfill({ json: report }));
          await page.waitForTimeout(500);
        };
        const cost = async (/** @type {import("playwright-core").Page} */ page) => {
          await prepare(page);
          const costs = [];
          for (let count = 1; count <= 8; count++)
            costs.push(scriptTime(await traceWidget(chromium, page, count)));
          result.costs.push((Math.min(...costs) / words) * 1000);
        };
        await withMadePage(site, article, cost, { script: SCRIPT });
        const longest = async (/** @type {import("playwright-core").Page} */ page) => {
          await prepare(page);
          const tasks = mainTasks(await traceWidget(chromium, page, 1)).sort((a, b) => b.time - a.time);
          result.longest.push(tasks[0]?.time ?? 0);
          result.worst = tasks
            .slice(0, 4)
            .map(({ time, events }) => `    ${time.toFixed(0)} ms: ${describeParts(events)}`);
        };
        await withMadePage(site, article, longest, { slower: SLOWER, script: SCRIPT });
        server.close();
      }
} finally {
  await chromium.close();
}
for (const [key, { costs, longest, worst }] of results) {
  console.log(
    `${key}: script ${median(costs).toFixed(2)} ms for 1,000 words; longest task at a ${SLOWER}th of the speed ${median(longest).toFixed(0)} ms (${longest.map((one) => one.toFixed(0)).join(", ")})`,
  );
  for (const line of worst) console.log(line);
}
