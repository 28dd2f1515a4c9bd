import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./harness.mjs";

const { withPage } = openSite(before, after);

/** The text under one of our highlights, read in the page. */
const under = (/** @type {string} */ name) =>
  [...(CSS.highlights.get(`whosaid-${name}`) ?? [])].map((range) => String(range).replace(/\s+/g, " "));

/** @param {import("playwright-core").Page} page @param {string} name */
const waitFor = (page, name) => page.waitForFunction((name) => CSS.highlights.has(name), `whosaid-${name}`);

test("a news page in its own colours", () =>
  withPage(
    async (page) => {
      await waitFor(page, "direct");
      assert.deepEqual(await page.evaluate(under, "direct"), [
        "“It is the quietest room we have,”",
        "“We have insurance for that,”",
      ]);
      const names = await page.locator("who-said h3").allTextContents();
      assert.deepEqual(names.toSorted(), ["Maja Lund", "Peter Holm"]);
      const panel = page.locator("who-said section");
      assert.equal(await panel.evaluate((section) => getComputedStyle(section).borderTopWidth), "0px");
      await page.evaluate(() => document.querySelector("who-said")?.setAttribute("lang", "fr-CA"));
      await page.locator("who-said h2", { hasText: "Qui a dit quoi" }).waitFor();
    },
    { path: "/site/examples/news/" },
  ));

test("a live blog is analyzed again as it grows", () =>
  withPage(
    async (page) => {
      await waitFor(page, "direct");
      await page.click("#next");
      await page.click("#next");
      await page.waitForFunction(() => CSS.highlights.get("whosaid-direct")?.size === 2);
      const names = await page.locator("who-said h3").allTextContents();
      assert.ok(names.includes("Clara Boyle") && names.includes("Tom Hale"), names.join());
    },
    { path: "/site/examples/live-blog/" },
  ));

test("a strict content policy, and nothing read before the reader asks", () =>
  withPage(
    async (page, seen) => {
      await page.waitForSelector("who-said button");
      assert.ok(!seen.requests.some((url) => url.endsWith(".wasm")));
      await page.locator("who-said button").click();
      await waitFor(page, "direct");
      assert.deepEqual(await page.locator("who-said h3").allTextContents(), ["Ada Byron"]);
    },
    { path: "/site/examples/strict-policy/" },
  ));

test("a plain page: around the article, no panel, two kinds", () =>
  withPage(
    async (page) => {
      await waitFor(page, "source");
      assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()].toSorted()), [
        "whosaid-direct",
        "whosaid-source",
      ]);
      assert.equal(await page.locator("who-said section").count(), 0);
      await page.evaluate(() => document.querySelector("who-said")?.setAttribute("kinds", "entity"));
      assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ["whosaid-entity"]);
    },
    { path: "/site/examples/plain/" },
  ));

test("a React page, with words of its own", () =>
  withPage(
    async (page) => {
      await waitFor(page, "direct");
      await page.waitForFunction(() => document.getElementById("count")?.textContent === "1 quotes");
      assert.equal(await page.locator("who-said h2").textContent(), "Wer sagt was");
      await page.click("#next");
      await page.waitForFunction(() =>
        /** @type {any} */ (document.querySelector("who-said")).text?.includes("choirmaster"),
      );
      assert.deepEqual(await page.evaluate(under, "direct"), ["“They sang like birds,”"]);
      assert.deepEqual(await page.locator("who-said h3").allTextContents(), ["Anna Lind"]);
    },
    { path: "/site/examples/react/" },
  ));

test("a page with hostile style and Trusted Types: highlights, links and images unharmed", () =>
  withPage(
    async (page, seen) => {
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await waitFor(page, "direct");
      assert.ok((await page.evaluate(under, "direct")).includes("“We are very glad today,”"));
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
      const size = await page
        .locator("who-said h3")
        .first()
        .evaluate((name) => getComputedStyle(name).fontSize);
      assert.notEqual(size, "40px");
      assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
      // The policy of this page refuses a worker; the analysis ran beside it.
      seen.errors = seen.errors.filter((error) => !/TrustedScriptURL|Trusted ?Type/.test(error));
    },
    { path: "/pages/hostile.html" },
  ));

test("where the browser cannot highlight, nothing happens but an event", () =>
  withPage(
    async (page) => {
      const message = await page.evaluate(async () => {
        document.querySelector("who-said")?.remove();
        Object.assign(window, { Highlight: undefined });
        const before = document.documentElement.outerHTML;
        const widget = document.createElement("who-said");
        widget.setAttribute("for", "article");
        const heard = new Promise((done) =>
          widget.addEventListener("whosaid-error", (event) =>
            done(/** @type {CustomEvent} */ (event).detail.message),
          ),
        );
        document.body.append(widget);
        const message = await heard;
        widget.remove();
        return document.documentElement.outerHTML === before ? message : "the page was altered";
      });
      assert.match(String(message), /cannot highlight/);
    },
    { path: "/site/examples/news/" },
  ));

test("the manifest names what the element has", () =>
  withPage(
    async (page) => {
      const missing = await page.evaluate(async () => {
        const { modules } = await (await fetch("/site/custom-elements.json")).json();
        const { attributes, members, tagName } = modules[0].declarations[0];
        const element = /** @type {any} */ (customElements.get(tagName));
        const observed = [...element.observedAttributes, "theme"].toSorted().join();
        const named = attributes
          .map((/** @type {any} */ { name }) => name)
          .toSorted()
          .join();
        const absent = members.filter((/** @type {any} */ { name }) => !(name in new element()));
        return observed === named ? absent : [observed, named];
      });
      assert.deepEqual(missing, []);
    },
    { path: "/site/examples/news/" },
  ));
