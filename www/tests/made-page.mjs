import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/**
 * Opens a page of the given markup, and gives it to `use`; what the page reports is in `seen`.
 * @typedef {{ console: string[], requests: string[], errors: string[] }} Seen
 * @param {{ browser: () => import("playwright-core").Browser, origin: () => string }} site
 * @param {string} body
 * @param {(page: import("playwright-core").Page, seen: Seen) => Promise<void>} use
 * @param {{ policy?: string, script?: string, files?: Record<string, string>, slower?: number, html?: string }} [options]
 *   `policy` is the content policy, `script` the tag that loads the widget, `files` are built files by other addresses,
 *   `slower` slows the processor down, `html` stands in the tag of that name
 */
export async function withMadePage(site, body, use, options = {}) {
  const {
    policy,
    script = '<script src="/site/who-said.js"></script>',
    files = {},
    slower,
    html = 'lang="en"',
  } = options;
  const page = await site.browser().newPage();
  /** @type {Seen} */
  const seen = { console: [], requests: [], errors: [] };
  page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.addInitScript(observe);
  await page.route("**/made/*.html", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: policy ? { "content-security-policy": policy } : {},
      body: `<!doctype html><html ${html}><meta charset="utf-8"><title>Made</title>${body}${script}</html>`,
    }),
  );
  for (const [address, file] of Object.entries(files))
    await page.route(`**${address}`, async (route) =>
      route.fulfill({
        contentType: file.endsWith(".js") ? "text/javascript" : "application/wasm",
        body: await readFile(join(dist, file)),
      }),
    );
  try {
    if (slower) {
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    }
    await page.goto(`${site.origin()}/made/page.html`);
    await use(page, seen);
  } finally {
    await page.close();
  }
}

/** Notes events of widgets, layout shifts and long tasks; runs in the page. */
function observe() {
  const seen = {
    reports: /** @type {any[]} */ ([]),
    errors: /** @type {any[]} */ ([]),
    shift: 0,
    tasks: /** @type {number[]} */ ([]),
  };
  Object.assign(window, { seen });
  addEventListener("whosaid-report", (event) => seen.reports.push(/** @type {CustomEvent} */ (event).detail));
  addEventListener("whosaid-error", (event) => {
    const { message, code } = /** @type {CustomEvent} */ (event).detail;
    seen.errors.push({ message, code });
  });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries()))
      if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(Math.round(duration));
  }).observe({ type: "longtask", buffered: true });
}

/**
 * What the page has noted, without what cannot be copied.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{ reports: { text: string, quotes: { words: string }[] }[], errors: { message: string, code: string }[], shift: number, tasks: number[] }>}
 */
export const noted = (page) =>
  page.evaluate(() => JSON.parse(JSON.stringify(/** @type {any} */ (window).seen)));

/** The words under the highlights of quotes, in the top document. @param {import("playwright-core").Page} page */
export const quoted = (page) =>
  page.evaluate(() =>
    ["direct", "mixed", "indirect"].flatMap((kind) =>
      [...(CSS.highlights.get(`whosaid-${kind}`) ?? [])].map((range) =>
        String(range).replace(/\s+/g, " ").trim(),
      ),
    ),
  );

/** Waits until so many reports have come. @param {import("playwright-core").Page} page @param {number} [count] */
export const reports = (page, count = 1) =>
  page.waitForFunction((count) => /** @type {any} */ (window).seen.reports.length >= count, count, {
    timeout: 20_000,
  });

/** The built core's name, which has a hash in it. */
export async function coreName() {
  const script = await readFile(join(dist, "who-said.js"), "utf8");
  return /** @type {RegExpExecArray} */ (/whosaid-[0-9a-f]{10}\.wasm/.exec(script))[0];
}
