import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { canvas, openPost, openSidebar, placeCaret, save, shoot } from "./block-editor.mjs";
import {
  addPost,
  address,
  addressOf,
  asBlocks,
  complaints,
  openBrowser,
  paragraphs,
  php,
  reviewed,
} from "./site.mjs";

const wordpress = openBrowser(before, after);

/** @typedef {import("playwright-core").Page} Page */

/** A draft whose second speaker the analysis cannot know. */
const DRAFT = [
  "The town library of Ostby will keep four hives on its roof. “It is the quietest room we have,” said the librarian, Maja Lund.",
  "Councillor Peter Holm said that the hives were “a costly hobby.” “We have insurance for that,” Lund replied.",
];

/** @param {Page} page */
const openNew = async (page) => {
  await page.goto(`${address}/wp-admin/post-new.php`);
  return canvas(page);
};

/** Writes paragraphs as somebody types them. @param {Page} page @param {string[]} texts */
const write = async (page, texts) => {
  const frame = await canvas(page);
  await frame.getByRole("button", { name: "Add default block" }).click();
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(text);
  }
};

/** What the sidebar lists. @param {Page} page @param {string} name */
const speaker = (page, name) =>
  page.locator("who-said-editor #speakers").getByText(name, { exact: true }).first();

/** The report that would be stored. @param {Page} page @returns {Promise<any>} */
const edited = (page) =>
  page.evaluate(() => {
    const report = /** @type {any} */ (window).wp.data
      .select("core/editor")
      .getEditedPostAttribute("meta")._whosaid_report;
    return report ? JSON.parse(report) : null;
  });

/** @param {number} id @returns {Promise<any>} */
const stored = async (id) => {
  const report = await php("return get_post_meta($values, '_whosaid_report', true);", id);
  return report ? JSON.parse(report) : null;
};

/** Who says a quote of a report. @param {any} file @param {string} words */
const speakerOf = (file, words) => {
  const quote = file.report.quotes.find((/** @type {any} */ { content }) =>
    content[0].selector.exact.includes(words),
  );
  return file.report.entities.find((/** @type {any} */ { id }) => id === quote?.speaker)?.name ?? null;
};

/** Corrects the speaker of a quote. @param {Page} page @param {string} words @param {string} name */
const correct = async (page, words, name) => {
  const sidebar = page.locator("who-said-editor");
  await sidebar
    .locator("#speakers")
    .getByRole("button", { name: new RegExp(`^Correct: .*${words}`) })
    .click();
  await sidebar.getByRole("button", { name: /^(Change speaker|Other speaker)/ }).click();
  await page.keyboard.type(name);
  await sidebar
    .getByRole("option", { name: new RegExp(name) })
    .first()
    .click();
};

describe("the sidebar in the block editor", () => {
  test("lists who says what while a draft is written, takes corrections, and publishes what was checked", () =>
    wordpress.withPage(
      async (page, seen) => {
        const draft = await openNew(page);
        assert.ok(
          !seen.requests.some((url) => /who-said-editor|\.wasm/.test(url)),
          "nothing is loaded before the sidebar is open",
        );
        await draft.getByRole("textbox", { name: "Add title" }).fill("Library opens its roof to bees");
        await openSidebar(page);
        await write(page, DRAFT);
        await speaker(page, "Maja Lund").waitFor();
        await speaker(page, "Peter Holm").waitFor();
        await page.getByText("Readers are shown nothing, since nothing has been checked yet.").waitFor();
        assert.equal(await edited(page), null);
        await shoot(page, "sidebar");

        await page
          .locator("who-said-editor #speakers")
          .getByRole("button", { name: /^“We have insurance/ })
          .click();
        await draft.waitForFunction(() => String(getSelection()).includes("We have insurance for that"));
        assert.equal(await draft.evaluate(() => String(getSelection())), "“We have insurance for that,”");
        await shoot(page, "selected");

        await correct(page, "“We have insurance", "Peter Holm");
        await page.getByText("Readers are shown the list as partly checked.").waitFor();
        assert.equal(speakerOf(await edited(page), "insurance"), "Peter Holm");
        await shoot(page, "corrected");

        // The correction stays with its words while others are written before them.
        await placeCaret(page, 0, "start");
        const before = (await edited(page)).text.length;
        await page.keyboard.type("In spring, everything changes. ");
        await page.waitForFunction((length) => {
          const meta = /** @type {any} */ (window).wp.data
            .select("core/editor")
            .getEditedPostAttribute("meta");
          return JSON.parse(meta._whosaid_report).text.length === length;
        }, before + 31);
        assert.equal(speakerOf(await edited(page), "insurance"), "Peter Holm");

        await page.getByLabel("All quotes and speakers are checked").check();
        await page.getByText("Readers are shown the list as checked.").waitFor();
        await page.getByRole("button", { name: "Publish", exact: true }).click();
        await page
          .locator(".editor-post-publish-panel")
          .getByRole("button", { name: "Publish", exact: true })
          .click();
        await page.getByText("is now live").first().waitFor();
        const id = await page.evaluate(() =>
          /** @type {any} */ (window).wp.data.select("core/editor").getCurrentPostId(),
        );
        const file = await stored(id);
        assert.equal(file.review.extent, "all");
        assert.equal(speakerOf(file, "insurance"), "Peter Holm");
        const elsewhere = seen.requests.filter(
          (url) => !url.startsWith(address) && !/^(blob|data):/.test(url),
        );
        assert.deepEqual(elsewhere, []);

        await wordpress.withPage(
          async (reader) => {
            await reader.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
            assert.match(
              (await reader.locator("who-said [part=origin]").textContent()) ?? "",
              /^Checked by the editors/,
            );
            assert.deepEqual((await reader.locator("who-said h3").allTextContents()).toSorted(), [
              "Maja Lund",
              "Peter Holm",
            ]);
          },
          { path: addressOf(id) },
        );

        // Another day: corrections are still there, and what changes is no longer checked.
        await openPost(page, id);
        await openSidebar(page);
        await speaker(page, "Peter Holm").waitFor();
        assert.ok(await page.getByLabel("All quotes and speakers are checked").isChecked());
        assert.equal(speakerOf(await edited(page), "insurance"), "Peter Holm");
        const isDirty = () =>
          page.evaluate(() => /** @type {any} */ (window).wp.data.select("core/editor").isEditedPostDirty());
        await page.waitForTimeout(1500);
        assert.equal(await isDirty(), false, "reading a post again is no change");
        await placeCaret(page, -1, "end");
        await page.keyboard.type(" “Bees fly over the street,” said Jonas Vik.");
        await speaker(page, "Jonas Vik").waitFor();
        await page.getByText("Readers are shown the list as partly checked.").waitFor();
        assert.equal(speakerOf(await edited(page), "insurance"), "Peter Holm");
        await save(page);
        assert.equal((await stored(id)).review.extent, "some");

        // The revision before had the report as checked.
        await php(
          `$revisions = array_values(wp_get_post_revisions($values));
          return wp_restore_post_revision($revisions[1]->ID);`,
          id,
        );
        assert.equal((await stored(id)).review.extent, "all");
        assert.equal(speakerOf(await stored(id), "Bees fly"), null);

        // Turned off for this post alone.
        await openPost(page, id);
        await openSidebar(page);
        await page.getByLabel("Show to the readers of this post").uncheck();
        await save(page);
        await wordpress.withPage(
          async (reader) => assert.equal(await reader.locator("who-said").count(), 0),
          { path: addressOf(id) },
        );
      },
      { user: "editor", viewport: { width: 1400, height: 1000 } },
    ));

  test("finds words in headings, lists, quotes and groups, and selects them", () =>
    wordpress.withPage(
      async (page) => {
        const content = `<!-- wp:heading --><h2>“Heads up,” says Ada Moll</h2><!-- /wp:heading -->
<!-- wp:group --><div class="wp-block-group"><!-- wp:list --><ul><!-- wp:list-item --><li>“We <strong>list</strong> it,” said Bruno Falk.</li><!-- /wp:list-item --></ul><!-- /wp:list -->
<!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>“It is quoted,” said Clara Voss.</p><!-- /wp:paragraph --></blockquote><!-- /wp:quote --></div><!-- /wp:group -->
<!-- wp:paragraph --><p>🐝 “Bees &amp; <em>bears</em>,” said Dora Lind.</p><!-- /wp:paragraph -->`;
        const id = await addPost({ report: null, content, status: "draft", author: "editor" });
        const draft = await openPost(page, id);
        await openSidebar(page);
        for (const [name, words] of [
          ["Bruno Falk", "“We list it,”"],
          ["Clara Voss", "“It is quoted,”"],
          ["Dora Lind", "“Bees & bears,”"],
        ]) {
          await speaker(page, name ?? "").waitFor();
          await page
            .locator("who-said-editor #speakers [data-quote]")
            .filter({ hasText: words ?? "" })
            .first()
            .click();
          await draft.waitForFunction((words) => String(getSelection()) === words, words);
        }
        // Once more, after something else had the focus.
        await page.locator("who-said-editor").getByRole("tab", { name: "Quotes" }).click();
        await page
          .locator("who-said-editor #quotes [data-quote]")
          .filter({ hasText: "“Bees & bears,”" })
          .first()
          .click();
        await draft.waitForFunction(
          () => document.activeElement?.getAttribute("data-type") === "core/paragraph",
        );
        assert.equal(await draft.evaluate(() => String(getSelection())), "“Bees & bears,”");
        await shoot(page, "blocks");
        // Somebody can say that all is checked also where there was nothing to correct.
        await page.getByLabel("All quotes and speakers are checked").check();
        await page.getByText("Readers are shown the list as checked.").waitFor();
        await save(page);
        assert.equal((await stored(id)).review.extent, "all");
        await page.getByLabel("All quotes and speakers are checked").uncheck();
        await save(page);
        assert.equal(await stored(id), null);
      },
      { user: "editor" },
    ));

  test("keeps typing in a draft of 2,000 words smooth", async (context) =>
    wordpress.withPage(
      async (page) => {
        const texts = Array.from({ length: 24 }, () => paragraphs).flat();
        assert.ok(texts.join(" ").split(" ").length > 2000);
        const id = await addPost({
          report: null,
          content: asBlocks(texts),
          status: "draft",
          author: "editor",
        });
        await openPost(page, id);
        await placeCaret(page, 40, "end");
        const closed = await typing(page);
        await openSidebar(page);
        await speaker(page, "Maja Lund").waitFor();
        await placeCaret(page, 40, "end");
        const open = await typing(page);
        context.diagnostic(`a key takes ${closed} ms without the sidebar and ${open} ms with it`);
        assert.ok(open < Math.max(2 * closed, 50), `${open} ms instead of ${closed} ms`);
      },
      { user: "editor" },
    ));

  test("tells of a script that cannot be loaded, and loads it then", () =>
    wordpress.withPage(
      async (page) => {
        await page.route(/who-said-editor\.js/, (route) => route.abort());
        const id = await addPost({ status: "draft", author: "editor" });
        await openPost(page, id);
        await page.getByRole("button", { name: "Who said what", exact: true }).click();
        const notice = page.locator(".components-notice").filter({ hasText: "could not be loaded" });
        await notice.waitFor();
        await page.unroute(/who-said-editor\.js/);
        await notice.getByRole("button", { name: "Try again" }).click();
        await speaker(page, "Jonas Vik").waitFor();
        assert.deepEqual((await edited(page)).review, reviewed.review);
      },
      { user: "editor" },
    ));

  test("is not there for types of posts that were not chosen", () =>
    wordpress.withPage(
      async (page) => {
        const id = await addPost({ report: null, type: "page" });
        await openPost(page, id);
        assert.equal(await page.getByRole("button", { name: "Who said what", exact: true }).count(), 0);
      },
      { user: "editor" },
    ));

  test("leaves no complaint of PHP", async () => {
    assert.deepEqual(await complaints(), []);
  });
});

/** How long a key takes until the next frame, in milliseconds: the median of 40. @param {Page} page */
async function typing(page) {
  const draft = await canvas(page);
  await draft.evaluate(() => {
    const times = /** @type {number[]} */ ([]);
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
      },
      { capture: true },
    );
  });
  await page.keyboard.type("and so the work goes on, word by word, here", { delay: 60 });
  const times = /** @type {number[]} */ (await draft.evaluate(() => /** @type {any} */ (window).keyTimes));
  return Math.round(times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN);
}
