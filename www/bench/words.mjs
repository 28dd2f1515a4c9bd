// Compares the core in Chromium with two other analyzers, and measures how the page loads.
//
//   node bench/run.mjs ARTICLES.jsonl RESULTS.json

import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { browser } from "../tests/harness.mjs";

const [, , articlesFile = "", resultsFile = ""] = process.argv;
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const NAMES = /** @type {const} */ (["whosaid", "compromise", "wink"]);
const ROUNDS = 15;
const COLD_ROUNDS = 7;

/** Serves a folder with brotli, as a host would. */
async function serve(/** @type {string} */ folder) {
  const types = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".css": "text/css",
  };
  /** @type {Map<string, Buffer>} */
  const kept = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body =
        kept.get(file) ??
        brotliCompressSync(readFileSync(file), {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
        });
      kept.set(file, body);
      const type = types[/** @type {keyof typeof types} */ (extname(file))] ?? "application/octet-stream";
      response.writeHead(200, {
        "content-type": type,
        "content-encoding": "br",
        "cache-control": "no-store",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const quantile = (/** @type {number[]} */ values, /** @type {number} */ share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
const median = (/** @type {number[]} */ values) => quantile(values, 0.5);

const texts = readFileSync(articlesFile, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => /** @type {string} */ (JSON.parse(line).text));
const all = texts.join("\n\n");
/** The first articles, up to a number of words. */
const thousand = (/** @type {number} */ from) =>
  all
    .split(/(?<=\s)(?=\S)/)
    .slice(from, from + 1000)
    .join("");
const samples = Array.from({ length: ROUNDS }, (_, round) => thousand(round * 1700));
let long = all;
while (long.length < 1_100_000) long += `\n\n${all}`;

const site = await serve(here("../../target/bench/site"));
const page = await serve(here("../dist"));
// Compress everything once before anything is timed.
for (const name of NAMES) await (await fetch(`${site.origin}/${name}.html`)).text();
const chromium = await browser();

/** @type {Record<string, { cold: number[], words: number[], kilobytes: number, megabyte: number, memory: number, rest: number }>} */
const results = {};
for (const name of NAMES)
  results[name] = { cold: [], words: [], kilobytes: 0, megabyte: 0, memory: 0, rest: 0 };

for (let round = 0; round <= COLD_ROUNDS; round++) {
  for (const name of NAMES) {
    const context = await chromium.newContext();
    const tab = await context.newPage();
    await tab.goto(`${site.origin}/${name}.html`, { waitUntil: "commit" });
    await tab.waitForFunction(() => window.contestant, null, { polling: 5, timeout: 60_000 });
    const time = await tab.evaluate((text) => {
      window.contestant?.analyze(text);
      return performance.now();
    }, samples[0] ?? "");
    // The first round only fills the server's cache.
    if (round > 0) results[name]?.cold.push(time);
    await context.close();
  }
}

/** @type {Record<string, import("playwright-core").Page>} */
const tabs = {};
for (const name of NAMES) {
  const tab = await chromium.newPage();
  await tab.goto(`${site.origin}/${name}.html`);
  await tab.waitForFunction(() => window.contestant, null, { timeout: 60_000 });
  const session = await tab.context().newCDPSession(tab);
  await session.send("HeapProfiler.collectGarbage");
  const heap = (await session.send("Runtime.getHeapUsage")).usedSize;
  /** @type {any} */ (results[name]).rest =
    heap + (await tab.evaluate(() => window.contestant?.memory() ?? 0));
  tabs[name] = tab;
}
const time = (/** @type {string} */ name, /** @type {string} */ text) =>
  /** @type {import("playwright-core").Page} */ (tabs[name]).evaluate((text) => {
    const start = performance.now();
    window.contestant?.analyze(text);
    return performance.now() - start;
  }, text);
for (const name of NAMES) await time(name, samples[0] ?? "");
for (const sample of samples) {
  for (const name of NAMES) results[name]?.words.push(await time(name, sample));
}

const r=(/** @type {any} */x)=>x.map((/** @type {number} */v)=>v.toFixed(1)).join(" ");
for (const n of NAMES) console.log(n, "cold", median(results[n].cold).toFixed(0), "words", median(results[n].words).toFixed(1), "|", r(results[n].words));
console.log("ratio", (median(results.whosaid.words)/median(results.compromise.words)).toFixed(3), "cold", (median(results.compromise.cold)/median(results.whosaid.cold)).toFixed(2));
await chromium.close(); site.close(); page.close();
