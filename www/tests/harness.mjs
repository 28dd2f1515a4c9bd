import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const www = fileURLToPath(new URL("..", import.meta.url));
const axe = createRequire(import.meta.url).resolve("axe-core");
const TYPES = {
  ".css": "text/css",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** Serves the built site below /site/, as a folder of any host, and the test pages below /pages/. @param {string} [build] */
export async function serve(build = "dist") {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const named = path.endsWith("/") ? `${path}index.html` : path;
    const file = named.startsWith("/site/") ? join(www, build, named.slice(6)) : join(www, "tests", named);
    try {
      const body = await readFile(file);
      const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the test server has no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** The system's Chromium, without its own traffic. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Made pages have no address, from which a local server would be refused.
      "--disable-features=LocalNetworkAccessChecks",
    ],
  });
}

/**
 * The built site with a browser before it, for one file of tests.
 * @param {typeof import("node:test").before} before
 * @param {typeof import("node:test").after} after
 */
export function openSite(before, after) {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let site;
  /** @type {import("playwright-core").Browser} */
  let chromium;
  before(async () => {
    site = await serve();
    chromium = await browser();
  });
  after(async () => {
    await chromium?.close();
    site?.close();
  });
  return {
    origin: () => site.origin,
    browser: () => chromium,
    /**
     * A fresh page; whatever goes wrong in it fails the test.
     * @param {(page: import("playwright-core").Page, seen: Seen) => Promise<void>} use
     * `changes` replaces fields of each report, for what the analyzer does not find in short texts.
     * @param {import("playwright-core").BrowserContextOptions & { path?: string, changes?: Partial<Report> }} [options]
     */
    async withPage(use, { path = "/site/", changes, ...options } = {}) {
      // Without smooth scrolling, what is measured stays where it is.
      const context = await chromium.newContext({
        serviceWorkers: "block",
        reducedMotion: "reduce",
        ...options,
      });
      const page = await context.newPage();
      if (changes) await page.addInitScript(changeReports, changes);
      /** @type {Seen} */
      const seen = { errors: [], requests: [] };
      page.on("pageerror", (error) => seen.errors.push(String(error)));
      page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
      page.on("request", (request) => seen.requests.push(request.url()));
      try {
        await page.goto(site.origin + path);
        await use(page, seen);
        if (seen.errors.length > 0) throw new Error(`the page reported: ${seen.errors.join("; ")}`);
      } finally {
        await context.close();
      }
    },
  };
}

/** @typedef {{ errors: string[], requests: string[] }} Seen */
/** @typedef {import("../src/core/report.js").Report} Report */

/**
 * Replaces fields of the reports that workers send; runs in the page.
 * @param {Partial<Report>} changes
 */
export function changeReports(changes) {
  window.Worker = class extends Worker {
    /**
     * @override
     * @param {any} listener
     */
    set onmessage(listener) {
      super.onmessage = (event) => {
        if (event.data?.report) Object.assign(event.data.report, changes);
        listener(event);
      };
    }
  };
}

/**
 * Puts text into the field as typing does, and waits for the answer.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
export async function enter(page, text) {
  await page.evaluate((text) => {
    const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
    const status = /** @type {HTMLElement} */ (document.getElementById("status"));
    status.textContent = "";
    // The editor for long texts gives way to the field.
    if (field.hidden) document.getElementById("clear")?.click();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
  if (text.trim())
    await page.waitForFunction(
      () => /quotes?\b|seems to be in/.test(document.getElementById("status")?.textContent ?? ""),
      null,
      { timeout: 60_000 },
    );
}

/**
 * What the field for the article contains. The editor for long texts writes it into the `<textarea>` where one leaves the page.
 * @param {import("playwright-core").Page} page
 */
export function fieldText(page) {
  return page.evaluate(() => {
    dispatchEvent(new Event("pagehide"));
    return /** @type {HTMLTextAreaElement} */ (document.getElementById("text")).value;
  });
}

/**
 * Opens the page again without a network, once its service worker serves it.
 * @param {import("playwright-core").Page} page
 */
export async function reloadOffline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
}

/**
 * Opens the page again under its service worker; the function that it returns lists all that was requested since.
 * @param {import("playwright-core").Page} page
 * @param {{ requests: string[] }} seen
 */
export async function countRequests(page, seen) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.waitForLoadState("networkidle");
  /** @type {string[]} */
  const asked = [];
  await page.context().route("**", (route) => {
    asked.push(route.request().url());
    return route.continue();
  });
  const loaded = seen.requests.length;
  return () => [...seen.requests.slice(loaded), ...asked].filter((url) => !url.startsWith("blob:"));
}

/**
 * Enters a text and shows its quotes.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
export async function openArticle(page, text) {
  await enter(page, text);
  await page.click("#show-reading");
  await page.locator("#reading .quote").first().waitFor();
}

/**
 * The sample, analyzed and shown.
 * @param {import("playwright-core").Page} page
 */
export async function sample(page) {
  await page.click("#sample");
  await page.waitForSelector("#reading .quote");
}

/**
 * The first focusable piece of the quote that has these words.
 * @param {import("playwright-core").Page} page
 * @param {string} words
 */
export async function quoteWith(page, words) {
  const id = await page.locator("#reading .quote", { hasText: words }).first().getAttribute("data-quote");
  return page.locator(`#reading [data-quote="${id}"][tabindex="0"]`);
}

/**
 * Types a name where the card asks for one; one that is not in the article is a person's.
 * @param {import("playwright-core").Page} page
 * @param {string} name
 */
export async function answer(page, name) {
  await page.locator("#card input").fill(name);
  await page.keyboard.press("Enter");
  const isNew = await page.locator("#card .ask .actions button", { hasText: "person" }).isVisible();
  if (isNew) await page.keyboard.press("Enter");
}

/**
 * Waits until the lists show the article as it is.
 * @param {import("playwright-core").Page} page
 */
export async function listsDrawn(page) {
  await page.waitForSelector("#panel:not([aria-busy=true])", { state: "attached" });
}

/**
 * How many quotes the panel lists.
 * @param {import("playwright-core").Page} page
 */
export async function countQuotes(page) {
  await page.click("#tab-quotes");
  await listsDrawn(page);
  return page.locator("#quotes .in-order li").count();
}

/**
 * Who speaks, as the panel lists it.
 * @param {import("playwright-core").Page} page
 */
export async function speakers(page) {
  await listsDrawn(page);
  return page.locator("#speakers .speaker h3").allTextContents();
}

/**
 * The article as the page saves it in a format.
 * @param {import("playwright-core").Page} page
 * @param {string} format
 */
export async function saved(page, format) {
  await page.click("#save summary");
  const download = page.waitForEvent("download");
  await page.click(`[data-format=${format}]`);
  return readFile(await (await download).path(), "utf8");
}

/**
 * What axe finds wrong with the page as it is.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function findViolations(page) {
  await page.evaluate(await readFile(axe, "utf8"));
  const found = await page.evaluate(() =>
    /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] }),
  );
  return found.violations.map(
    (/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`,
  );
}
