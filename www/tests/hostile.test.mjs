import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { marked } from "marked";
import { enter, openSite, saved } from "./harness.mjs";
import { PAYLOADS } from "./hostile/payloads.mjs";
import { record } from "./reliability.mjs";

const { withPage, browser, origin } = openSite(before, after);

const PROMISE = "Nothing in a text, name or file runs, is requested or becomes markup";

/** Elements that no text of ours may become. */
const FORBIDDEN =
  "script, img, iframe, object, embed, link[href*=attack], style, base, form, video, audio, svg, math, meta[http-equiv=refresh], a[href^='javascript:' i], a[href^='data:' i]";

/** How many payloads have been tried in each way. @type {Map<string, number>} */
const tried = new Map();
/** @param {string} load @param {number} count */
const passed = (load, count) => tried.set(load, (tried.get(load) ?? 0) + count);
after(() => {
  for (const [load, count] of tried) record(PROMISE, load, count, 0);
});

/** How many payloads are put into one article. */
const BATCH = 50;

const BATCHES = Array.from({ length: Math.ceil(PAYLOADS.length / BATCH) }, (_, at) =>
  PAYLOADS.slice(at * BATCH, (at + 1) * BATCH),
);

/**
 * What ran or was asked for; call before anything is opened.
 * @param {import("playwright-core").Page} page
 */
async function watch(page) {
  /** @type {string[]} */
  const attacks = [];
  await page.exposeFunction("attacked", () => attacks.push("code ran"));
  page.on("dialog", (dialog) => {
    attacks.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin()) && !/^(blob|about|data):/.test(url)) attacks.push(`request ${url}`);
  });
  return attacks;
}

/**
 * What is in the page that did not come with it, given how many there were of it before.
 * @param {import("playwright-core").Page} page
 */
function strangers(page) {
  return page.evaluate((forbidden) => {
    const inside = document.querySelectorAll("main, aside, #card, body > :not(script)");
    const found = new Set();
    for (const root of inside) for (const element of root.querySelectorAll(forbidden)) found.add(element);
    const handlers = [...document.querySelectorAll("*")].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith("on")),
    );
    return [...found, ...handlers].map((element) => /** @type {Element} */ (element).outerHTML.slice(0, 120));
  }, FORBIDDEN);
}

/**
 * The cells of a file of comma-separated values (RFC 4180).
 * @param {string} csv
 */
function parseCsv(csv) {
  const rows = [[""]];
  let quoted = false;
  for (let at = csv.startsWith("\ufeff") ? 1 : 0; at < csv.length; at++) {
    const row = /** @type {string[]} */ (rows.at(-1));
    const mark = csv.charAt(at);
    if (quoted && mark === '"' && csv[at + 1] === '"') {
      row.push(`${row.pop()}"`);
      at++;
    } else if (mark === '"') quoted = !quoted;
    else if (mark === "," && !quoted) row.push("");
    else if (mark === "\r" && csv[at + 1] === "\n" && !quoted) {
      rows.push([""]);
      at++;
    } else row.push(`${row.pop()}${mark}`);
  }
  return rows.slice(0, -1);
}

/** Whether a spreadsheet may take a cell for a formula, whatever cannot be seen before it. */
const isFormula = (/** @type {string} */ cell) => {
  const start = cell.replace(/^[\s\p{C}"]+/u, "");
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(start) && !/^-?[\d.]+$/.test(start);
};

/**
 * Opens each export of the article that is on the page.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
async function checkExports(page, text) {
  const report = JSON.parse(await saved(page, "json"));
  assert.equal(report.text, text);
  const csv = await saved(page, "csv");
  const rows = parseCsv(csv);
  assert.equal(rows.length, 1 + report.quotes.length);
  for (const row of rows) {
    assert.equal(row.length, 14, row.join(" | "));
    for (const cell of row) assert.ok(!isFormula(cell), cell);
  }
  // Spreadsheets of other countries end cells at semicolons, and some at tabs.
  for (const line of csv.slice(1).split("\r\n"))
    for (const cell of line.split(/[;\t|]/)) assert.ok(!isFormula(cell), `${cell} in ${line}`);
  for (const { target } of JSON.parse(await saved(page, "annotations")).items)
    for (const { selector } of [target].flat()) assert.ok(text.includes(selector[0].exact));

  const html = await saved(page, "html");
  const markdown = await saved(page, "markdown");
  const context = await browser().newContext({ serviceWorkers: "block" });
  try {
    const shown = await context.newPage();
    const attacks = await watch(shown);
    await shown.route("**/*", (route) =>
      route.request().url() === `${origin()}/export`
        ? route.fulfill({ body: html, contentType: "text/html" })
        : route.continue(),
    );
    await shown.goto(`${origin()}/export`);
    assert.deepEqual(await strangers(shown), []);
    await shown.setContent(await marked.parse(markdown));
    assert.deepEqual(await strangers(shown), []);
    assert.deepEqual(attacks, []);
  } finally {
    await context.close();
  }
  return report;
}

/**
 * Checks what the page shows of an article.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 * @param {string[]} attacks
 */
async function checkShown(page, text, attacks) {
  assert.equal(await page.inputValue("#text"), text);
  const letters = (/** @type {string} */ it) => it.replace(/[\s\p{C}]+/gu, "");
  assert.equal(letters((await page.locator("#mirror").textContent()) ?? ""), letters(text));
  await page.click("#show-reading");
  await page.waitForSelector("#reading [data-quote], #reading p");
  assert.deepEqual(await strangers(page), []);
  for (const tab of ["quotes", "names", "speakers"]) await page.click(`#tab-${tab}`);
  const quotes = page.locator("#reading [data-quote][tabindex='0']");
  if ((await quotes.count()) > 0) {
    await quotes.first().focus();
    await page.keyboard.press("Enter");
  }
  assert.deepEqual(await strangers(page), []);
  assert.deepEqual(attacks, []);
}

test("there are 500 payloads", () => assert.equal(new Set(PAYLOADS).size, 500));

for (const [number, batch] of BATCHES.entries()) {
  test(`payloads that are pasted are text, and so are their exports (${number + 1})`, async () => {
    await withPage(async (page) => {
      const attacks = await watch(page);
      const text = batch.join("\n\n").replace(/\r/g, "");
      await enter(page, text);
      await checkShown(page, text, attacks);
      const report = await checkExports(page, text);
      assert.ok(report.quotes.length > batch.length / 4, `${report.quotes.length} quotes`);
      assert.deepEqual(attacks, []);
    });
    passed("payloads pasted, shown, exported in five formats and opened again", batch.length);
  });
}

for (const [number, batch] of BATCHES.entries()) {
  test(`payloads in a link, as names and corrections, are text (${number + 1})`, async () => {
    const said = batch.map(
      (_, at) => `“We are glad ${at},” said Doe${"abcdefghij"[at % 10]}${"klmno"[Math.floor(at / 10)]}.`,
    );
    const text = said.join("\n\n");
    const corrections = batch.map((payload, at) => ({
      kind: "speaker",
      quote: { exact: `“We are glad ${at},”`, before: "", after: " said", at: 0 },
      name: payload,
    }));
    const saved = { text, corrections: [...corrections, { kind: "rename", from: batch[0], to: batch[1] }] };
    const body = new Blob([JSON.stringify(saved)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const link = Buffer.from(await new Response(body).arrayBuffer()).toString("base64url");
    await withPage(async (page) => {
      const attacks = await watch(page);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `article=${link}`);
      await page.waitForSelector("#reading .quote");
      assert.deepEqual(await strangers(page), []);
      const names = (await page.locator("#speakers .speaker h3").allTextContents()).join("\n");
      assert.ok(names.includes(/** @type {string} */ (batch.at(-1)).trim()), names.slice(0, 300));
      await page.locator("#reading .quote").first().focus();
      await page.keyboard.press("Enter");
      assert.deepEqual(await strangers(page), []);
      await checkExports(page, text);
      assert.deepEqual(attacks, []);
    });
    passed("payloads as names in a link's corrections, exported and opened again", batch.length);
  });
}

test("payloads in files are text", async () => {
  await withPage(async (page, seen) => {
    const attacks = await watch(page);
    for (const batch of BATCHES) {
      const body = batch.join("\n\n");
      for (const [name, content] of [
        ["a.txt", body],
        ["a.md", body],
        [
          "a.html",
          `<!doctype html><title>${batch[0]}</title><article>${batch.map((it) => `<p>${it}</p>`).join("")}</article>`,
        ],
        ["a.html", body],
      ]) {
        await page.evaluate(() => {
          const status = /** @type {HTMLElement} */ (document.getElementById("status"));
          status.textContent = "";
        });
        await page.setInputFiles("#file", {
          name: /** @type {string} */ (name),
          mimeType: "",
          buffer: Buffer.from(/** @type {string} */ (content)),
        });
        await page.waitForFunction(() => document.getElementById("status")?.textContent);
        await page.waitForFunction(() => document.getElementById("working")?.hidden);
        assert.deepEqual(await strangers(page), []);
        assert.deepEqual(attacks, []);
      }
    }
    // Chromium reports handlers and styles even in documents that are never shown.
    seen.errors = seen.errors.filter((error) => !/inline (event handler|style|script) violates/.test(error));
  });
  passed("payloads in files of text, Markdown and HTML", 4 * PAYLOADS.length);
});

test("payloads in a report that the widget shows are text", async () => {
  for (const batch of BATCHES) {
    const mention = { start: 0, end: 4, form: /** @type {const} */ ("name") };
    const entities = batch.map((payload, at) => ({
      id: `e${at + 1}`,
      kind: /** @type {const} */ ("person"),
      name: payload,
      named: true,
      roles: [payload],
      mentions: [mention],
      confidence: 0.9,
    }));
    const quotes = batch.map((_, at) => ({
      id: `q${at + 1}`,
      kind: /** @type {const} */ ("direct"),
      content: [{ start: at, end: at + 5 }],
      speaker: `e${at + 1}`,
      confidence: 0.9,
      speaker_confidence: 0.9,
      basis: "named",
      rule: "named",
    }));
    const changes = /** @type {any} */ ({ entities, quotes, marked: [], replacements: [] });
    await withPage(
      async (page) => {
        const attacks = await watch(page);
        await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
        const names = await page.evaluate(
          (forbidden) => {
            const root = document.querySelector("who-said")?.shadowRoot;
            if (!root) return null;
            if (root.querySelector(forbidden)) return root.querySelector(forbidden)?.outerHTML ?? null;
            return root.textContent;
          },
          FORBIDDEN.replace("style, ", ""),
        );
        assert.ok(names?.includes(/** @type {string} */ (batch[0])), names?.slice(0, 300));
        assert.deepEqual(attacks, []);
      },
      { path: "/pages/news.html", changes },
    );
  }
  passed("payloads as names and roles in a report that the widget shows", PAYLOADS.length);
});

test("the page's policy lets no string become markup or a foreign script", () =>
  withPage(async (page, seen) => {
    const policy =
      (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
    assert.match(policy, /^default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.deepEqual(policy.match(/unsafe-[a-z]+|wasm-unsafe-eval/g), ["wasm-unsafe-eval"]);
    const refused = await page.evaluate(async () => {
      // What a debugger evaluates is exempt from the policy, what it leaves for later is not.
      await new Promise((later) => setTimeout(later));
      const tries = [
        () => Object.assign(document.createElement("p"), { innerHTML: "<b>x</b>" }),
        () => document.body.insertAdjacentHTML("beforeend", "<b>x</b>"),
        () => document.write("<b>x</b>"),
        () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
        () => Object.assign(document.createElement("script"), { text: "1" }),
        () => Object.assign(document.createElement("script"), { src: "https://attack.invalid/a.js" }),
        () => Object.assign(document.createElement("iframe"), { srcdoc: "<b>x</b>" }),
        () => new Worker("https://attack.invalid/a.js"),
        () => new Worker("data:text/javascript,1"),
        // biome-ignore lint/security/noGlobalEval: this must fail
        () => eval("1"),
        () => new Function("return 1"),
      ];
      return tries.map((attempt) => {
        try {
          attempt();
          return String(attempt);
        } catch {
          return null;
        }
      });
    });
    assert.deepEqual(refused.filter(Boolean), []);
    seen.errors = [];
    record(
      "The page's policy refuses strings as markup, script or address of a script",
      "ways to use one",
      refused.length,
      0,
    );
  }));
