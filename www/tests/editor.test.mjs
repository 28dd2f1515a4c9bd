import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  correct,
  DRAFT,
  entry,
  eventsOf,
  names,
  openDrafts,
  selected,
  sidebar,
  stored,
  write,
} from "./draft-page.mjs";
import { findViolations, openSite } from "./harness.mjs";

const site = openSite(before, after);
const { withPage, browser } = site;
const withDraft = openDrafts(site);

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("../src/editor/types.js").WhoSaidEditorElement} Sidebar */

const LONG = Array.from({ length: 36 }, (_, index) =>
  DRAFT.replaceAll("insurance", `insurance ${index}`),
).join("\n\n");

describe("lists", () => {
  test("a draft has its speakers with their shares and quotes, and no text leaves the page", () =>
    withDraft(async (page, seen) => {
      assert.deepEqual((await names(page)).toSorted(), ["Maja Lund", "Peter Holm"]);
      const share = await sidebar(page).locator("#speakers .share").first().textContent();
      assert.match(share ?? "", /^2 quotes, \d+ words \(\d+%\)$/);
      await sidebar(page).getByRole("tab", { name: "Quotes" }).click();
      assert.equal(await sidebar(page).locator("#quotes .in-order li").count(), 4);
      const own = seen.requests.filter((url) => !/\/(site|pages)\/|^blob:|^data:/.test(url));
      assert.deepEqual(own, []);
    }));

  test("a quote is shown in the text by a click, and by Enter on the keyboard", () =>
    withDraft(async (page) => {
      await entry(page, "insurance").locator("[data-quote]").click();
      assert.equal(await selected(page), "“We have insurance for that,”");
      await entry(page, "quietest").locator("[data-quote]").focus();
      await page.keyboard.press("Enter");
      assert.equal(await selected(page), "“It is the quietest room we have,”");
    }));

  test("a quote that is shown while the text has just changed is where it is now", () =>
    withDraft(async (page) => {
      await page.evaluate(() => {
        const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("textarea"));
        field.value = `One more line.\n\n${field.value}`;
        field.dispatchEvent(new InputEvent("input"));
        const root = /** @type {ShadowRoot} */ (document.querySelector("who-said-editor")?.shadowRoot);
        const quotes = [...root.querySelectorAll("[data-quote]")];
        /** @type {HTMLElement} */ (quotes.find((one) => one.textContent?.includes("insurance"))).click();
      });
      assert.equal(await selected(page), "“We have insurance for that,”");
    }));

  test("the quote with the caret is marked in the list", () =>
    withDraft(async (page) => {
      await page.focus("textarea");
      const place = DRAFT.indexOf("insurance");
      await page.evaluate(
        (place) => document.querySelector("textarea")?.setSelectionRange(place, place),
        place,
      );
      const marked = sidebar(page).locator("#speakers [aria-current=true]");
      await marked.waitFor();
      assert.match((await marked.textContent()) ?? "", /insurance/);
      await page.evaluate(() => document.querySelector("textarea")?.setSelectionRange(3, 3));
      await page.waitForFunction(
        () => !document.querySelector("who-said-editor")?.shadowRoot?.querySelector("[aria-current]"),
      );
    }));

  test("all quotes of a speaker are named by a click on the name", () =>
    withDraft(async (page) => {
      await sidebar(page).getByRole("button", { name: "Maja Lund", exact: true }).click();
      const [shown] = await eventsOf(page, "who-said-show");
      const words = shown.ranges.map((/** @type {any} */ { start, end }) => DRAFT.slice(start, end));
      assert.deepEqual(words, ["“It is the quietest room we have,”", "“We have insurance for that,”"]);
      assert.equal(shown.quote, null);
    }));
});

describe("corrections", () => {
  test("another speaker of the article is chosen, and taken back", () =>
    withDraft(async (page) => {
      const tools = await correct(page, "insurance");
      await tools.getByRole("button", { name: "Change speaker" }).click();
      await tools.getByRole("combobox").fill("holm");
      await page.keyboard.press("Enter");
      await entry(page, "insurance").getByText("corrected by you").waitFor();
      const holm = sidebar(page).locator("#speakers section", { hasText: "Peter Holm" });
      assert.match((await holm.textContent()) ?? "", /insurance/);
      await page.waitForFunction(
        () => document.querySelector("who-said-editor")?.reviewedReport?.review.extent === "some",
      );
      await sidebar(page).getByRole("button", { name: "Undo" }).click();
      await page.waitForFunction(
        () => document.querySelector("who-said-editor")?.reviewedReport?.review.extent === "none",
      );
      assert.doesNotMatch((await holm.textContent()) ?? "", /insurance/);
      await sidebar(page).getByRole("button", { name: "Redo" }).click();
      await sidebar(page).getByRole("tab", { name: "Corrections 1" }).click();
      await sidebar(page)
        .getByRole("button", { name: /^Revert/ })
        .click();
      await sidebar(page).getByRole("tab", { name: "Corrections" }).waitFor({ state: "hidden" });
    }));

  test("somebody new is added after the question of which kind", () =>
    withDraft(async (page) => {
      const tools = await correct(page, "quietest");
      await tools.getByRole("button", { name: "Change speaker" }).click();
      await tools.getByRole("combobox").fill("The Reading Club");
      await page.keyboard.press("Enter");
      await tools.getByRole("button", { name: "organization" }).click();
      await sidebar(page).locator("#speakers h3", { hasText: "The Reading Club" }).waitFor();
      await page.waitForFunction(() =>
        document
          .querySelector("who-said-editor")
          ?.reviewedReport?.report.entities.some(
            ({ name, kind }) => name === "The Reading Club" && kind === "organization",
          ),
      );
    }));

  test("a quote has no known speaker, and another is no quote", () =>
    withDraft(async (page) => {
      await (await correct(page, "insurance")).getByRole("button", { name: "Unknown speaker" }).click();
      await sidebar(page).locator("#speakers h3", { hasText: "Unknown speaker" }).waitFor();
      await (await correct(page, "quietest")).getByRole("button", { name: "Not a quote" }).click();
      await entry(page, "quietest").waitFor({ state: "detached" });
      const focused = await page.evaluate(
        () => document.querySelector("who-said-editor")?.shadowRoot?.activeElement?.tagName,
      );
      assert.equal(focused, "BUTTON");
    }));

  test("an uncertain quote is accepted, and is certain then", () =>
    withDraft(
      async (page) => {
        const accept = sidebar(page).getByRole("button", { name: "Accept Maja Lund as the speaker" });
        await accept.click();
        await accept.waitFor({ state: "detached" });
        await sidebar(page).getByText("corrected by you").waitFor();
        await page.waitForFunction(
          () => document.querySelector("who-said-editor")?.report?.quotes[0]?.uncertain === false,
        );
      },
      {
        draft: "Maja Lund is the librarian. “It is the quietest room we have.”",
        changes: {
          quotes: [
            {
              id: "q1",
              kind: "direct",
              content: [{ start: 28, end: 62 }],
              cue: null,
              source: null,
              speaker: null,
              confidence: 0.9,
              speaker_confidence: null,
              within: null,
              basis: "unknown",
              rule: "speaker-ranking",
              candidates: [{ entity: "e1", confidence: 0.4 }],
            },
          ],
          entities: [
            {
              id: "e1",
              kind: "person",
              name: "Maja Lund",
              named: true,
              roles: ["librarian"],
              mentions: [{ start: 0, end: 9, form: "name" }],
              confidence: 0.9,
            },
          ],
        },
      },
    ));

  test("what is being chosen stays while the text changes, and is about the same quote", () =>
    withDraft(async (page) => {
      const tools = await correct(page, "insurance");
      await tools.getByRole("button", { name: "Change speaker" }).click();
      await tools.getByRole("combobox").fill("hol");
      const text = `“First of all, no,” said the mayor, Ann Roe.\n\n${DRAFT}`;
      await page.evaluate(
        (text) => Object.assign(document.querySelector("who-said-editor") ?? {}, { text }),
        text,
      );
      await sidebar(page).locator("#speakers h3", { hasText: "Ann Roe" }).waitFor();
      const field = sidebar(page).getByRole("combobox");
      assert.equal(await field.inputValue(), "hol");
      await page.keyboard.type("m");
      await page.keyboard.press("Enter");
      await entry(page, "insurance").getByText("corrected by you").waitFor();
      const holm = sidebar(page).locator("#speakers section", { hasText: "Peter Holm" });
      assert.match((await holm.textContent()) ?? "", /insurance/);
    }));

  test("corrections hold while words before, after and within the quote change", () =>
    withDraft(async (page) => {
      await (await correct(page, "insurance")).getByRole("button", { name: "Unknown speaker" }).click();
      await write(page, `New first line.\n\n${DRAFT}`);
      await write(page, `New first line.\n\n${DRAFT.replace("insurance for", "good insurance for")}`);
      await entry(page, "good insurance").getByText("corrected by you").waitFor();
    }));

  test("stored corrections are there again in an edited draft, and the file is the documented one", () =>
    withDraft(async (page) => {
      await (await correct(page, "insurance")).getByRole("button", { name: "Unknown speaker" }).click();
      await (await correct(page, "quietest")).getByRole("button", { name: "Not a quote" }).click();
      await page.waitForFunction(
        () => document.querySelector("who-said-editor")?.reviewedReport?.report.removed?.length === 1,
      );
      const file = await stored(page);
      await page.reload();
      await page.evaluate((file) => {
        const element = /** @type {Sidebar} */ (document.querySelector("who-said-editor"));
        element.reviewedReport = /** @type {any} */ (file);
      }, file);
      await write(
        page,
        DRAFT.replace("Not everybody is pleased. ", "").replace("We have insurance", "We do have insurance"),
      );
      await entry(page, "do have insurance").getByText("corrected by you").waitFor();
      assert.equal(await entry(page, "quietest").count(), 0);
      await sidebar(page).getByRole("tab", { name: "Corrections 2" }).waitFor();
    }));
});

describe("failures", () => {
  test("a file that is none, or of a later version, is said to be so, and the draft is analyzed", () =>
    withDraft(async (page) => {
      const set = (/** @type {any} */ file) =>
        page.evaluate(
          (file) => Object.assign(document.querySelector("who-said-editor") ?? {}, { reviewedReport: file }),
          file,
        );
      await set({ format: "something" });
      await sidebar(page).getByText("cannot be read").waitFor();
      await set({ ...(await stored(page)), version: 2 });
      await sidebar(page).getByText("later version").waitFor();
      const errors = await eventsOf(page, "who-said-error");
      assert.deepEqual(
        errors.map((/** @type {any} */ { code }) => code),
        ["storedDamaged", "storedNewer"],
      );
      assert.equal((await names(page)).length, 2);
    }));

  test("an analyzer that cannot be loaded is said to be so, and loaded again", async () => {
    await withPage(
      async (page, seen) => {
        let isDown = true;
        await page.route("**/*.wasm", (route) => (isDown ? route.abort() : route.continue()));
        await page.reload();
        await page.fill("textarea", DRAFT);
        const alert = sidebar(page).getByRole("alert");
        await alert.getByText("could not be loaded").waitFor();
        isDown = false;
        await alert.getByRole("button", { name: "Try again" }).click();
        await sidebar(page).locator("#speakers h3", { hasText: "Maja Lund" }).waitFor();
        // The browser itself reports requests that fail.
        seen.errors.splice(
          0,
          seen.errors.length,
          ...seen.errors.filter((error) => !/Failed to load resource/.test(error)),
        );
      },
      { path: "/pages/editor.html" },
    );
  });

  test("a draft that is emptied has no report, and comes back with its corrections", () =>
    withDraft(async (page) => {
      await (await correct(page, "insurance")).getByRole("button", { name: "Unknown speaker" }).click();
      await page.fill("textarea", "  ");
      await sidebar(page).getByText("will appear here").first().waitFor();
      assert.equal(await stored(page), null);
      await write(page, DRAFT);
      await entry(page, "insurance").getByText("corrected by you").waitFor();
    }));

  test("markup in names and quotes is text", () =>
    withDraft(
      async (page) => {
        await page.evaluate(() =>
          Object.assign(window, { attacked: () => Object.assign(window, { wasAttacked: true }) }),
        );
        const tools = await correct(page, "quietest");
        await tools.getByRole("button", { name: "Change speaker" }).click();
        await tools.getByRole("combobox").fill("<img src=x onerror=attacked()>");
        await page.keyboard.press("Enter");
        await tools.getByRole("button", { name: "person" }).click();
        await sidebar(page).locator("h3", { hasText: "<img src=x" }).waitFor();
        await sidebar(page).getByRole("tab", { name: "Quotes" }).click();
        await sidebar(page).getByRole("tab", { name: "Corrections" }).click();
        assert.equal(await page.evaluate(() => "wasAttacked" in window), false);
        const markup = await page.evaluate(
          () =>
            document.querySelector("who-said-editor")?.shadowRoot?.querySelectorAll("img, b img, script")
              .length,
        );
        assert.equal(markup, 0);
      },
      {
        draft: DRAFT.replace(
          "quietest room",
          "quietest <img src=x onerror=attacked()> <script>attacked()</script> room",
        ),
      },
    ));
});

test("an element that is removed leaves nothing behind, and one that is moved goes on", () =>
  withDraft(async (page) => {
    assert.equal(page.workers().length, 1);
    await page.evaluate(() => document.body.append(document.querySelector("who-said-editor") ?? ""));
    await write(page, `${DRAFT}\n\n“Yes,” said Ann Roe.`);
    assert.ok((await names(page)).includes("Ann Roe"));
    await page.evaluate(() => {
      Object.assign(window, { removed: document.querySelector("who-said-editor") });
      /** @type {any} */ (window).removed.text = "“No,” said Tom Hale.";
      document.querySelector("who-said-editor")?.remove();
    });
    await page.waitForTimeout(1800);
    assert.equal(page.workers().length, 0);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
    const report = await page.evaluate(() => /** @type {any} */ (window).removed.report.text);
    assert.match(report, /Ann Roe/);
  }));

test("properties that are set before the script is loaded count, and the words are in the page's language", () =>
  withPage(
    async (page) => {
      await page.evaluate((text) => {
        document.documentElement.lang = "de-AT";
        document.querySelector("who-said-editor")?.remove();
        const early = document.createElement("div");
        Object.assign(early, { text });
        const element = document.createElement("who-said-editor");
        Object.assign(element, { text });
        document.querySelector("main")?.append(element);
      }, DRAFT);
      await sidebar(page).getByRole("tab", { name: "Sprecher" }).waitFor();
      await sidebar(page).locator("h3", { hasText: "Maja Lund" }).waitFor();
      await page.evaluate(() => document.querySelector("who-said-editor")?.setAttribute("lang", "fr"));
      await sidebar(page).getByRole("tab", { name: "Citations" }).waitFor();
      await sidebar(page).locator("h3", { hasText: "Maja Lund" }).waitFor();
    },
    { path: "/pages/editor.html" },
  ));

/** How much of the processor's time the longest task of the page has taken since `startTracing`, in milliseconds. */
async function longestTask() {
  const { traceEvents } = JSON.parse((await browser().stopTracing()).toString());
  const threads = new Set(
    traceEvents
      .filter((/** @type {any} */ { name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map((/** @type {any} */ { pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    (/** @type {any} */ { name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`),
  );
  assert.ok(tasks.length > 100, "the page's tasks are seen");
  return Math.max(...tasks.map((/** @type {any} */ { tdur = 0 }) => tdur / 1000));
}

test("typing in a draft of 2,000 words keeps the page free of tasks over 50 ms", () =>
  withDraft(
    async (page) => {
      assert.ok(LONG.split(/\s+/).length > 2000);
      await page.waitForTimeout(1000);
      await browser().startTracing(page, { categories: ["toplevel"] });
      await page.focus("textarea");
      await page.evaluate(() => document.querySelector("textarea")?.setSelectionRange(0, 0));
      const words = "“This is quite another thing,” said the mayor, Ann Roe, who had come late. ";
      await page.keyboard.type(words, { delay: 40 });
      await sidebar(page).locator("h3", { hasText: "Ann Roe" }).waitFor();
      const longest = await longestTask();
      assert.ok(longest < 50, `${longest} ms`);
    },
    { draft: LONG },
  ));

describe("axe finds nothing", () => {
  /** @type {[string, (page: Page) => Promise<unknown>][]} */
  const states = [
    ["speakers", async () => {}],
    ["quotes", (page) => sidebar(page).getByRole("tab", { name: "Quotes" }).click()],
    [
      "a name being chosen",
      async (page) => {
        const tools = await correct(page, "insurance");
        await tools.getByRole("button", { name: "Change speaker" }).click();
        await tools.getByRole("combobox").fill("l");
      },
    ],
    [
      "corrections",
      async (page) => {
        await (await correct(page, "insurance")).getByRole("button", { name: "Unknown speaker" }).click();
        await sidebar(page).getByRole("tab", { name: "Corrections" }).click();
      },
    ],
  ];
  for (const [name, reach] of states)
    for (const colorScheme of /** @type {const} */ (["light", "dark"]))
      test(`${name}, ${colorScheme}`, () =>
        withDraft(
          async (page) => {
            await page.addStyleTag({ content: "main { --width: 280px }" });
            await reach(page);
            const found = (await findViolations(page)).filter(
              (one) => !/^(landmark|region|page-has)/.test(one),
            );
            assert.deepEqual(found, []);
            const overflow = await page.evaluate(() => {
              const scroll = document.querySelector("who-said-editor")?.shadowRoot?.querySelector(".scroll");
              return scroll && scroll.scrollWidth - scroll.clientWidth;
            });
            assert.equal(overflow, 0);
          },
          { colorScheme },
        ));
});
