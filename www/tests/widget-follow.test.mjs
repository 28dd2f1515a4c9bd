import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite } from "./harness.mjs";
import { noted, quoted, reports, withMadePage } from "./made-page.mjs";

const site = openSite(before, after);
const ONE = "<p>“It works well,” said Clara Boyle on Monday.</p>";
const TWO = "<p>“It does not work,” said Tom Hale on Tuesday.</p>";
const WIDGET = '<who-said for="article"></who-said>';

describe("the widget follows its selector", () => {
  test("an article that arrives late, after an error has said that it is missing", () =>
    withMadePage(site, `<div id="app"></div>${WIDGET}`, async (page, seen) => {
      await page.waitForFunction(() => /** @type {any} */ (window).seen.errors.length === 1);
      const { errors } = await noted(page);
      assert.equal(errors[0]?.code, "noElement");
      assert.ok(
        seen.console.some((line) => line.startsWith("error:") && line.includes("“article”")),
        seen.console.join(),
      );
      await page.evaluate((html) => {
        /** @type {HTMLElement} */ (document.getElementById("app")).innerHTML = `<article>${html}</article>`;
      }, ONE);
      await reports(page);
      assert.deepEqual(await quoted(page), ["“It works well,”"]);
    }));

  test("an article that another one replaces, and one that is rendered anew unchanged", () =>
    withMadePage(site, `<div id="app"><article>${ONE}</article></div>${WIDGET}`, async (page) => {
      await reports(page);
      const put = (/** @type {string} */ html) =>
        page.evaluate((html) => {
          const article = document.createElement("article");
          article.innerHTML = html;
          document.querySelector("article")?.replaceWith(article);
        }, html);
      await put(TWO);
      await reports(page, 2);
      assert.deepEqual(await quoted(page), ["“It does not work,”"]);
      assert.deepEqual(await page.locator("who-said h3").allTextContents(), ["Tom Hale"]);
      await put(TWO);
      await page.waitForTimeout(1500);
      assert.deepEqual(await quoted(page), ["“It does not work,”"]);
      assert.equal((await noted(page)).reports.length, 2);
    }));

  test("an article that leaves the page takes its highlights along", () =>
    withMadePage(site, `<article>${ONE}</article>${WIDGET}`, async (page) => {
      await reports(page);
      await page.evaluate(() => document.querySelector("article")?.remove());
      await page.waitForFunction(() => CSS.highlights.size === 0);
      assert.equal(
        await page.evaluate(() => /** @type {any} */ (document.querySelector("who-said")).report),
        undefined,
      );
    }));

  test("paragraphs that are added as the reader scrolls or turns the page", () =>
    withMadePage(site, `<article>${ONE}</article>${WIDGET}`, async (page) => {
      await reports(page);
      await page.evaluate(
        (html) => document.querySelector("article")?.insertAdjacentHTML("beforeend", html),
        TWO,
      );
      await reports(page, 2);
      assert.deepEqual(await quoted(page), ["“It works well,”", "“It does not work,”"]);
      await page.evaluate((html) => document.querySelector("article")?.setHTMLUnsafe(html), TWO);
      await reports(page, 3);
      assert.deepEqual(await quoted(page), ["“It does not work,”"]);
    }));

  for (const [pause, clock] of /** @type {const} */ ([
    [200, "<b id=clock>90</b>"],
    [700, "<p id=clock>90</p>"],
    [200, "<p id=clock role=timer>90</p>"],
  ])) {
    test(`a clock that runs every ${pause} ms (${clock}): nothing is announced but what is new`, () =>
      withMadePage(
        site,
        `<article>${ONE}<p>Starts in ${clock} seconds.</p></article>${WIDGET}`,
        async (page) => {
          await page.evaluate((pause) => {
            const clock = /** @type {HTMLElement} */ (document.getElementById("clock"));
            setInterval(() => (clock.textContent = String(Number(clock.textContent) - 1)), pause);
          }, pause);
          await reports(page);
          await page.waitForTimeout(5000);
          assert.equal((await noted(page)).reports.length, 1);
          const start = Date.now();
          await page.evaluate(
            (html) => document.querySelector("article")?.insertAdjacentHTML("beforeend", html),
            TWO,
          );
          await reports(page, 2);
          assert.ok(Date.now() - start < 4000, `read after ${Date.now() - start} ms`);
          assert.deepEqual(await quoted(page), ["“It works well,”", "“It does not work,”"]);
          const placed = await page.evaluate(() => {
            const { report, text } = /** @type {any} */ (document.querySelector("who-said"));
            return report.quotes.map((/** @type {any} */ { content }) =>
              text.slice(content[0].start, content[0].end),
            );
          });
          assert.deepEqual(placed, ["“It works well,”", "“It does not work,”"]);
        },
      ));
  }

  test("a shadow host, with slots and a tree inside the tree", () =>
    withMadePage(
      site,
      `<x-story>${TWO}</x-story><who-said for="x-story"></who-said>
       <script>const inner = document.querySelector("x-story").attachShadow({ mode: "open" });
       inner.innerHTML = "${ONE}<nav>“No,” said Nobody Atall.</nav><slot></slot><x-part></x-part>";
       inner.querySelector("x-part").attachShadow({ mode: "open" }).innerHTML = "<p id=last>“Good night,” said Jonas Vik.</p>"</script>`,
      async (page) => {
        await reports(page);
        assert.deepEqual(await quoted(page), ["“It works well,”", "“It does not work,”", "“Good night,”"]);
        await page.evaluate(() => {
          const part = document.querySelector("x-story")?.shadowRoot?.querySelector("x-part")?.shadowRoot;
          /** @type {HTMLElement} */ (part?.getElementById("last")).textContent =
            "“Good morning,” said Jonas Vik.";
        });
        await reports(page, 2);
        assert.ok((await quoted(page)).includes("“Good morning,”"));
        const styled = await page.evaluate(
          () => document.querySelector("x-story")?.shadowRoot?.adoptedStyleSheets.length,
        );
        assert.equal(styled, 1);
        await page.evaluate(() => document.querySelector("who-said")?.remove());
        assert.equal(
          await page.evaluate(() => document.querySelector("x-story")?.shadowRoot?.adoptedStyleSheets.length),
          0,
        );
      },
    ));

  test("widget and article in one shadow tree, and an article in a tree beside the widget's", () =>
    withMadePage(
      site,
      `<x-page></x-page><script>document.querySelector("x-page").attachShadow({ mode: "open" }).innerHTML =
       "<article>${ONE}</article><who-said for=article></who-said>"</script>`,
      async (page) => {
        await reports(page);
        assert.deepEqual(await quoted(page), ["“It works well,”"]);
        await page.evaluate(() =>
          document.body.insertAdjacentHTML("beforeend", '<who-said for="article"></who-said>'),
        );
        await reports(page, 2);
      },
    ));

  test("a closed shadow tree is an error, not an empty report", () =>
    withMadePage(
      site,
      `<x-story></x-story><who-said for="x-story"></who-said>
       <script>document.querySelector("x-story").attachShadow({ mode: "closed" }).innerHTML = "${ONE}"</script>`,
      async (page) => {
        await page.waitForFunction(() => /** @type {any} */ (window).seen.errors.length === 1);
        const { errors, reports } = await noted(page);
        assert.equal(errors[0]?.code, "noText");
        assert.equal(reports.length, 0);
      },
    ));

  test("a frame of the same origin, and one that goes elsewhere", () =>
    withMadePage(
      site,
      `<iframe id="frame" srcdoc="<article>${ONE}</article>"></iframe><who-said for="#frame"></who-said>`,
      async (page) => {
        await reports(page);
        const inFrame = () =>
          page.evaluate(() => {
            const view = /** @type {any} */ (document.querySelector("iframe")).contentWindow;
            return [...(view.CSS.highlights.get("whosaid-direct") ?? [])].map(String);
          });
        assert.deepEqual(await inFrame(), ["“It works well,”"]);
        await page.evaluate((html) => {
          const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
          frame.srcdoc = `<article>${html}</article>`;
        }, TWO);
        await reports(page, 2);
        assert.deepEqual(await inFrame(), ["“It does not work,”"]);
      },
    ));
});

describe("further articles", () => {
  const FEED = `<main><article>${ONE}<article class="comment"><p>“I disagree,” said Eve Lang.</p></article></article></main>`;
  const add = (/** @type {import("playwright-core").Page} */ page, /** @type {string} */ html) =>
    page.evaluate((html) => {
      const article = document.createElement("article");
      article.innerHTML = html;
      document.querySelector("main")?.append(article);
    }, html);

  test("are read as they arrive by scrolling, each with a list of its own, and leave with their article", () =>
    withMadePage(site, FEED + WIDGET.replace(" for", ' articles="all" for'), async (page) => {
      await reports(page);
      await add(page, TWO);
      await reports(page, 2);
      await add(page, "<p>“At last,” said Jonas Vik on Friday.</p>");
      await reports(page, 3);
      const words = await quoted(page);
      for (const quote of ["“It works well,”", "“It does not work,”", "“At last,”"])
        assert.ok(words.includes(quote), words.join());
      const lists = await page.locator("who-said [part=panel]").allTextContents();
      assert.equal(lists.length, 3);
      assert.ok(lists[1]?.includes("Tom Hale") && lists[2]?.includes("Jonas Vik"), lists.join("\n"));
      await page.evaluate(() => document.querySelectorAll("main > article")[1]?.remove());
      await page.waitForFunction(() => document.querySelectorAll("who-said").length === 2);
      assert.ok(!(await quoted(page)).includes("“It does not work,”"));
      await page.evaluate(() => document.querySelector("who-said")?.remove());
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    }));

  test("are left alone where the page does not ask for them", () =>
    withMadePage(site, FEED + WIDGET, async (page) => {
      await reports(page);
      await add(page, TWO);
      await page.waitForTimeout(1000);
      assert.equal((await noted(page)).reports.length, 1);
    }));
});

describe("what a page gets to know", () => {
  test("text, report, ranges and words, on the element and in the event", () =>
    withMadePage(
      site,
      `<article><p>“It works <aside>“Buy this now,” said Ad Man.</aside>very well,” said Clara Boyle.</p></article>
       <div><article><p>“We <b>are</b> <ins class="adsbygoogle">Buy!</ins> glad,” said Clara Boyle.</p></article></div>
       <who-said for="div article"></who-said>`,
      async (page) => {
        await reports(page);
        const found = await page.evaluate(() => {
          const widget = /** @type {any} */ (document.querySelector("who-said"));
          const detail = /** @type {any} */ (window).seen.reports[0];
          const quote = detail.quotes[0];
          const texts = (/** @type {Range[]} */ ranges) =>
            ranges.map((range) => String(range).replace(/\s+/g, " "));
          return {
            text: [widget.text, detail.text],
            slice: detail.text.slice(quote.content[0].start, quote.content[0].end),
            words: [quote.words, widget.report.quotes[0].words],
            ranges: [texts(widget.ranges(quote)), texts(detail.ranges(quote))],
          };
        });
        const text = "“We are glad,” said Clara Boyle.";
        assert.deepEqual(found.text, [text, text]);
        assert.equal(found.slice, "“We are glad,”");
        assert.deepEqual(found.words, ["“We are glad,”", "“We are glad,”"]);
        assert.deepEqual(found.ranges, [
          ["“We are", "glad,”"],
          ["“We are", "glad,”"],
        ]);
      },
    ));

  test("what the house leaves out and lets in", () =>
    withMadePage(
      site,
      `<article>${ONE}<p class="live-ticker">“No,” said Tom Hale.</p><aside class="keep">${TWO}</aside><footer><p class="keep">“Last,” said Jonas Vik.</p></footer></article>
       <who-said for="article" exclude=".live-ticker" include=".keep"></who-said>`,
      async (page) => {
        await reports(page);
        assert.deepEqual(await quoted(page), ["“It works well,”", "“It does not work,”", "“Last,”"]);
        await page.evaluate(() => document.querySelector("who-said")?.removeAttribute("include"));
        await reports(page, 2);
        assert.deepEqual(await quoted(page), ["“It works well,”"]);
      },
    ));
});
