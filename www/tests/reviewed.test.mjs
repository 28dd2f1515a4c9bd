import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { findViolations, openSite } from "./harness.mjs";
import { noted, quoted, reports, withMadePage } from "./made-page.mjs";
import { file, PARAGRAPHS, repeatArticle } from "./reviewed-article.mjs";

const site = openSite(before, after);
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const SCRIPT = '<script src="/site/who-said-reviewed.js"></script>';
const ARTICLE = `<article><h1>Library opens its roof to bees</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article>`;
const QUOTES = [
  "“It is the quietest room we have,”",
  "“We have insurance for that,”",
  "“Bees fly over the street, not into it,”",
  "that the hives were “a costly hobby.”",
  "who would answer for stings",
  "The first honey will be sold in July",
];

/** @param {unknown} report */
const inline = (report) =>
  `<script type="application/json">${JSON.stringify(report).replaceAll("<", "\\u003c")}</script>`;

/**
 * A page with an article and a widget that has a report.
 * @param {(page: import("playwright-core").Page, seen: import("./made-page.mjs").Seen) => Promise<void>} use
 * @param {{ article?: string, report?: unknown, attributes?: string, slower?: number }} [options]
 */
const withReport = (use, { article = ARTICLE, report = file, attributes = "", ...options } = {}) =>
  withMadePage(
    site,
    `<main>${article}</main><who-said for="article" ${attributes}>${report === null ? "" : inline(report)}</who-said>`,
    use,
    { script: SCRIPT, ...options },
  );

/** @param {import("playwright-core").Locator} locator */
const textOf = async (locator) => (await locator.textContent()) ?? "";

/** The paths that a page has asked for. @param {string[]} requests */
const paths = (requests) => requests.map((url) => new URL(url).pathname);

/** The words under one highlight. @param {import("playwright-core").Page} page @param {string} name */
const under = (page, name) =>
  page.evaluate((name) => [...(CSS.highlights.get(`whosaid-${name}`) ?? [])].map(String), name);

describe("a reviewed report", () => {
  test("is shown without worker, core or anything else but script and report", () =>
    site.withPage(
      async (page, seen) => {
        await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
        assert.deepEqual(await quoted(page), QUOTES);
        const names = await page.locator("who-said h3").allTextContents();
        assert.deepEqual(names.toSorted(), ["Jonas Vik", "Maja Lund", "Peter Holm"]);
        assert.match(await textOf(page.locator("who-said [part=origin]")), /^Checked by the editors\./);
        assert.equal(await page.locator("who-said [part=origin] a").getAttribute("href"), "#lund");
        assert.equal(page.workers().length, 0);
        const asked = paths(seen.requests).filter((path) => !path.endsWith("/examples/reviewed/"));
        assert.deepEqual(
          asked.map((path) => path.replace(/(reviewed\/\w+)-[\w-]{8}\.js$/, "$1.js")).toSorted(),
          [
            "/site/examples/reviewed/article.whosaid.json",
            "/site/who-said-reviewed.js",
            "/site/who-said-reviewed/reviewed.js",
          ],
        );
        assert.deepEqual(await findViolations(page), []);
      },
      { path: "/site/examples/reviewed/" },
    ));

  test("costs the reader 12 kB of script", async (context) => {
    const names = await readdir(`${dist}who-said-reviewed`);
    const loaded = [
      "who-said-reviewed.js",
      `who-said-reviewed/${names.find((name) => name.startsWith("reviewed-"))}`,
    ];
    let size = 0;
    for (const name of loaded) size += brotliCompressSync(await readFile(dist + name)).length;
    context.diagnostic(`${size} bytes`);
    assert.ok(size <= 12_000, String(size));
  });

  test("stands inside the element as well, and the event tells what was checked", () =>
    withReport(async (page, seen) => {
      await reports(page);
      assert.deepEqual(await quoted(page), QUOTES);
      const [detail] = /** @type {any[]} */ ((await noted(page)).reports);
      assert.deepEqual(detail.review, file.review);
      assert.deepEqual(detail.lost, []);
      assert.ok(!paths(seen.requests).some((path) => /\.json$|\.wasm$/.test(path)), seen.requests.join());
    }));

  for (const mode of ["", 'mode="reviewed-only"'])
    test(`is noticed where it comes after the element${mode && ", and nothing else may be shown"}`, () =>
      withReport(
        async (page) => {
          if (mode) await page.waitForFunction(() => /** @type {any} */ (window).seen.errors.length > 0);
          else await reports(page);
          await page.evaluate((json) => {
            const script = document.createElement("script");
            script.type = "application/json";
            script.textContent = json;
            document.querySelector("who-said")?.append(script);
          }, JSON.stringify(file));
          await page.waitForFunction(() => /** @type {any} */ (window).seen.reports.at(-1)?.review);
          assert.deepEqual(await quoted(page), QUOTES);
          assert.match(await textOf(page.locator("who-said [part=origin]")), /^Checked by the editors\./);
        },
        { report: null, attributes: mode },
      ));

  test("that a script adds right after the element is the only one asked for", () =>
    withMadePage(
      site,
      ARTICLE,
      async (page, seen) => {
        await page.waitForFunction(() => customElements.get("who-said"));
        await page.evaluate((json) => {
          const widget = document.createElement("who-said");
          widget.setAttribute("for", "article");
          document.body.append(widget);
          const script = document.createElement("script");
          script.type = "application/json";
          script.textContent = json;
          widget.append(script);
        }, JSON.stringify(file));
        await reports(page);
        assert.deepEqual(await quoted(page), QUOTES);
        assert.ok(
          !paths(seen.requests).some((path) => /module\.js$|\.wasm$/.test(path)),
          seen.requests.join(),
        );
      },
      { script: SCRIPT },
    ));

  test("gives way to the one that the attribute names later, and to an analysis without any", () =>
    withReport(
      async (page) => {
        await reports(page);
        await page.route("**/made/other.json", (route) =>
          route.fulfill({ json: { ...file, review: { extent: "some", at: null } } }),
        );
        await page.evaluate(() =>
          document.querySelector("who-said")?.setAttribute("report", "/made/other.json"),
        );
        await reports(page, 2);
        assert.match(await textOf(page.locator("who-said [part=origin]")), /^Partly checked/);
        await page.evaluate(() => document.querySelector("who-said")?.removeAttribute("report"));
        await reports(page, 3);
        assert.match(await textOf(page.locator("who-said [part=origin]")), /^Found automatically/);
      },
      { report: null, attributes: 'report="/site/examples/reviewed/article.whosaid.json"' },
    ));

  test("needs no more of a content policy than its script and, for a file, the connection", () =>
    withMadePage(
      site,
      `<main>${ARTICLE}</main><who-said for="article" report="/site/examples/reviewed/article.whosaid.json"></who-said>`,
      async (page, seen) => {
        await reports(page);
        assert.deepEqual(await quoted(page), QUOTES);
        assert.ok(await page.locator("who-said h3").first().isVisible());
        assert.deepEqual(
          seen.console.filter((line) => line.startsWith("error")),
          [],
        );
      },
      {
        script: SCRIPT,
        policy:
          "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    ));

  test("of which a part was checked, or nothing, is not said to be checked", async () => {
    for (const [extent, words] of /** @type {const} */ ([
      ["some", /^Partly checked by the editors; the rest was found automatically/],
      ["none", /^Found automatically, can be wrong\.$/],
    ]))
      await withReport(
        async (page) => {
          await reports(page);
          assert.match(await textOf(page.locator("who-said [part=origin]")), words);
        },
        { report: { ...file, review: { extent, at: null } } },
      );
  });

  test("speaks the language of the list", () =>
    withReport(
      async (page) => {
        await reports(page);
        assert.equal(await page.locator("who-said h2").textContent(), "Wer sagt was");
      },
      { attributes: 'lang="de"' },
    ));
});

describe("an article that was edited since", () => {
  test("keeps the quotes that are found, nearly too, and tells those that are not", () =>
    withReport(
      async (page) => {
        await reports(page);
        const [detail] = /** @type {any[]} */ ((await noted(page)).reports);
        assert.deepEqual(
          detail.lost.map((/** @type {any} */ { words, missing }) => [words, missing]),
          [
            ["that the hives were “a costly hobby.”", "source"],
            ["who would answer for stings", "speaker"],
          ],
        );
        const words = await quoted(page);
        assert.ok(words.includes("“Bees fly over the streets, never into it,”"), words.join());
        assert.equal(words.length, 4);
        const names = await page.locator("who-said h3").allTextContents();
        assert.deepEqual(names.toSorted(), ["Jonas Vik", "Maja Lund"]);
      },
      {
        article: ARTICLE.replace("street, not into", "streets, never into")
          .replace("Councillor Peter Holm said", "Councillor Ann Roe said")
          .replace("<p>Not", "<p>A paragraph was added after the review.</p><p>Not"),
      },
    ));

  test("with advertisements, pull quotes and comments in between has all its quotes", () =>
    withReport(
      async (page) => {
        await reports(page);
        // No range covers the advertisement.
        assert.deepEqual(await quoted(page), [
          QUOTES[0],
          "“We have",
          "insurance for that,”",
          ...QUOTES.slice(2),
        ]);
      },
      {
        article: ARTICLE.replace(
          "We have <a",
          "We have <span class='ad-slot' style='display: block'>Buy now</span> <a",
        ).replace(
          "</article>",
          "<blockquote class='pullquote'>“It is the quietest room we have”</blockquote><section class='comments'>“It is the quietest room we have,” said Nobody Atall.</section></article>",
        ),
      },
    ));

  test("is followed while it changes", () =>
    withReport(async (page) => {
      await reports(page);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("p")) if (one.textContent?.includes("Holm")) one.remove();
      });
      await reports(page, 2);
      const detail = /** @type {any} */ ((await noted(page)).reports[1]);
      assert.equal(detail.lost.length, 3);
      assert.equal((await quoted(page)).length, 3);
    }));
});

describe("without a report", () => {
  test("the article is analyzed, and said to be", () =>
    withReport(
      async (page, seen) => {
        await reports(page);
        assert.ok(paths(seen.requests).some((path) => path.endsWith(".wasm")));
        assert.equal(
          await textOf(page.locator("who-said [part=origin]")),
          "Found automatically, can be wrong.",
        );
        assert.equal(/** @type {any} */ ((await noted(page)).reports[0]).review, null);
      },
      { report: null },
    ));

  /** @type {[string, { attributes?: string, report?: unknown }, string, RegExp][]} */
  const FAILURES = [
    [
      "reviewed-only forbids the analysis",
      { attributes: 'mode="reviewed-only"', report: null },
      "noReport",
      /`report`/,
    ],
    ["a file that is not there", { attributes: 'report="/site/none.json"' }, "reportNotFound", /404/],
    [
      "a file that is something else",
      { attributes: 'report="/site/manifest.webmanifest"' },
      "badReport",
      /Publish/,
    ],
    ["a later version", { report: { ...file, version: 2 } }, "newerReport", /version 2.*version 1 only/],
    ["a damaged file", { report: { ...file, report: {} } }, "badReport", /not a reviewed report/],
  ];
  for (const [name, options, code, message] of FAILURES)
    test(`${name} is an error with its own message, and nothing is analyzed`, () =>
      withReport(async (page, seen) => {
        await page.waitForFunction(() => /** @type {any} */ (window).seen.errors.length > 0);
        const [error] = (await noted(page)).errors;
        assert.equal(error?.code, code);
        assert.match(error?.message ?? "", message);
        assert.ok(!paths(seen.requests).some((path) => path.endsWith(".wasm")));
        assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
      }, options));
});

test("a report costs at most 5 ms of the page's time for 1,000 words", async (context) => {
  // There are 27 quotes in 1,000 words.
  const times = 8;
  const { article, report, words } = repeatArticle(times, 3);
  await withReport(
    async (page) => {
      await reports(page);
      assert.equal((await quoted(page)).length, QUOTES.length * times);
      await page.route("**/made/report.json*", (route) => route.fulfill({ json: report }));
      await page.evaluate(() => document.querySelector("who-said")?.remove());
      /** @type {number[]} */
      const costs = [];
      for (let round = 0; round < 8; round++) {
        await site.browser().startTracing(page, { categories: ["devtools.timeline", "v8"] });
        await page.evaluate((round) => {
          const widget = document.createElement("who-said");
          widget.setAttribute("for", "article");
          widget.setAttribute("report", `/made/report.json?${round}`);
          document.body.append(widget);
        }, round);
        await reports(page, round + 2);
        const { traceEvents } = JSON.parse((await site.browser().stopTracing()).toString());
        const mains = new Set(
          traceEvents
            .filter((/** @type {any} */ event) => event.args?.name === "CrRendererMain")
            .map((/** @type {any} */ { pid, tid }) => `${pid} ${tid}`),
        );
        const tasks = traceEvents.filter(
          (/** @type {any} */ event) =>
            mains.has(`${event.pid} ${event.tid}`) &&
            /^(v8\.callFunction|FunctionCall|EvaluateScript|RunMicrotasks)$/.test(event.name),
        );
        const tops = tasks.filter(
          (/** @type {any} */ one) =>
            !tasks.some(
              (/** @type {any} */ other) =>
                other !== one &&
                other.pid === one.pid &&
                other.ts <= one.ts &&
                other.ts + other.dur >= one.ts + one.dur,
            ),
        );
        costs.push(
          tops.reduce((/** @type {number} */ sum, /** @type {any} */ { tdur = 0 }) => sum + tdur / 1000, 0),
        );
        await page.evaluate(() => document.querySelector("who-said")?.remove());
      }
      const best = (Math.min(...costs) / words) * 1000;
      context.diagnostic(
        `${best.toFixed(1)} ms for 1,000 words; ${costs.map((cost) => cost.toFixed(1)).join(", ")} ms for ${words}`,
      );
      assert.ok(best <= 5, String(best));
    },
    { article, report },
  );
});

describe("for readers", () => {
  test("speakers have their own colours and lines", () =>
    withReport(async (page) => {
      await reports(page);
      assert.deepEqual(await under(page, "speaker-1"), [QUOTES[2], QUOTES[5]]);
      const sheet = await page.evaluate(() =>
        [...(document.adoptedStyleSheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join("\n"),
      );
      assert.match(sheet, /whosaid-speaker-1\)[^}]*underline[^}]*solid/);
      assert.match(sheet, /whosaid-speaker-2\)[^}]*double/);
      assert.match(sheet, /forced-colors: active/);
    }));

  test("the legend shows one speaker only", () =>
    withReport(async (page) => {
      await reports(page);
      await page.locator("who-said").getByRole("radio", { name: "Peter Holm" }).check();
      await page.waitForFunction(() => !CSS.highlights.has("whosaid-direct"));
      assert.deepEqual(await quoted(page), [
        "that the hives were “a costly hobby.”",
        "who would answer for stings",
      ]);
      assert.deepEqual(await page.locator("who-said h3:visible").allTextContents(), ["Peter Holm"]);
      await page.locator("who-said").getByRole("radio", { name: "everyone" }).check();
      await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
      assert.deepEqual((await quoted(page)).length, QUOTES.length);
    }));

  /** Clicks on words of the article. @param {import("playwright-core").Page} page @param {string} words */
  const clickOn = async (page, words) => {
    const place = await page.evaluate((words) => {
      const walker = document.createTreeWalker(/** @type {Element} */ (document.querySelector("article")), 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(words);
    }, words);
    await page.mouse.click(place.x, place.y);
  };

  test("a click on a quote opens a card at the words, and Escape closes it; the page stays as it is", () =>
    withReport(async (page) => {
      await reports(page);
      const markup = () => page.evaluate(() => document.querySelector("article")?.outerHTML);
      const beforeIt = await markup();
      await clickOn(page, "quietest room");
      const card = page.locator("who-said .card");
      await card.waitFor();
      const text = await textOf(card);
      assert.match(text, /^Maja Lund/);
      assert.match(text, /named beside the quote/);
      assert.match(text, /“We have insurance for that,”/);
      const gap = await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("who-said")?.shadowRoot);
        const box = /** @type {Element} */ (root.querySelector(".card")).getBoundingClientRect();
        const words = [...(CSS.highlights.get("whosaid-active") ?? [])][0];
        const place = /** @type {Range} */ (words).getBoundingClientRect();
        return Math.min(Math.abs(box.top - place.bottom), Math.abs(place.top - box.bottom));
      });
      assert.ok(gap < 10, String(gap));
      assert.deepEqual(await findViolations(page), []);
      await page.keyboard.press("Escape");
      await card.waitFor({ state: "hidden" });
      assert.equal(await markup(), beforeIt);
    }));

  test("a click beside quotes, and one on a link in a quote, opens none", () =>
    withReport(async (page) => {
      await reports(page);
      await clickOn(page, "Not everybody");
      await clickOn(page, "insurance");
      await page.waitForTimeout(300);
      assert.equal(await page.locator("who-said .card").count(), 0);
      assert.match(page.url(), /#insurance$/);
    }));

  test("by keyboard from the list, with the next and the previous quote", () =>
    withReport(async (page) => {
      await reports(page);
      await page.locator("who-said [part=quote]", { hasText: "costly hobby" }).focus();
      await page.keyboard.press("Enter");
      const card = page.locator("who-said .card");
      await card.waitFor();
      assert.match(await textOf(card), /^Peter HolmCouncillor/);
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() =>
        [...(CSS.highlights.get("whosaid-active") ?? [])].map(String).join().startsWith("who would"),
      );
      await page.locator("who-said .card").getByRole("button", { name: "Next quote" }).click();
      await page.waitForFunction(() =>
        [...(CSS.highlights.get("whosaid-active") ?? [])].map(String).join().startsWith("“We have"),
      );
      assert.match(await textOf(card), /^Maja Lund/);
      await page.keyboard.press("ArrowLeft");
      await page.waitForFunction(() =>
        [...(CSS.highlights.get("whosaid-active") ?? [])].map(String).join().startsWith("who would"),
      );
    }));
});

describe("in the pages of usual systems", () => {
  for (const name of ["wordpress", "ghost", "drupal"])
    test(name, () =>
      site.withPage(
        async (page, seen) => {
          await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
          assert.deepEqual(await quoted(page), QUOTES);
          const names = await page.locator("who-said h3").allTextContents();
          assert.deepEqual(names.toSorted(), ["Jonas Vik", "Maja Lund", "Peter Holm"]);
          assert.equal(
            paths(seen.requests).some((path) => path.endsWith(".wasm")),
            name === "drupal",
          );
        },
        { path: `/site/examples/${name}/` },
      ),
    );

  test("amp, which has the quotes for search engines only", () =>
    site.withPage(
      async (page) => {
        const data = await page.locator('script[type="application/ld+json"]').textContent();
        const graph = JSON.parse(data ?? "")["@graph"];
        assert.deepEqual(
          graph.map((/** @type {any} */ { creator }) => creator.name),
          ["Maja Lund", "Maja Lund", "Jonas Vik"],
        );
        assert.equal(await page.locator("who-said").count(), 0);
      },
      { path: "/site/examples/amp/" },
    ));
});
