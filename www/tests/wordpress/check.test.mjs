import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openPost, openSidebar, placeCaret, save, shoot } from "./block-editor.mjs";
import { addPost, address, complaints, openBrowser, php, rest } from "./site.mjs";

const wordpress = openBrowser(before, after);

/** @typedef {import("playwright-core").Page} Page */

/** @param {string} html */
const paragraph = (html) => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`;

const IMAGE = `<img class="wp-image-1" style="width: 20px;" src="${address}/wp-admin/images/wordpress-logo.png" alt="">`;

/** Faults inside bold and slanted words and links, behind an image. */
const FAULTY = [
  `${IMAGE} <strong>“We have waited for this for years,"</strong> said <a href="https://example.org/">Maria Hernandez</a>, the manager of the cinema.`,
  'Hernandez said that 300 seats had been sold, and Hernandez thanked the town. <a href="https://example.org/doors"><em>Hernandes</em> will open</a> the doors herself.',
  "“Nobody knows whether it will last until winter,” a source at the company said.",
];

const addDraft = (content = FAULTY.map(paragraph).join("\n\n")) =>
  addPost({ report: null, content, status: "draft", author: "editor" });

/** @param {Page} page */
const check = (page) => page.locator("who-said-editor #check");

/** Waits until the tab tells how many findings there are. @param {Page} page @param {number} count */
const countBecomes = (page, count) =>
  page.locator("who-said-editor #tab-check", { hasText: new RegExp(`^Check ${count}$`) }).waitFor();

/** @param {Page} page @param {string} rule */
const findingsOf = (page, rule) => check(page).locator(`h3:text-is("${rule}") + .reason + ul > li`);

/** @param {Page} page @param {number} id */
const openCheck = async (page, id) => {
  const draft = await openPost(page, id);
  await openSidebar(page);
  await page.locator("who-said-editor").getByRole("tab", { name: "Check" }).click();
  await page.locator("who-said-editor #tab-check", { hasText: /\d/ }).waitFor();
  return draft;
};

/** The markup of a block's text. @param {Page} page @param {number} index */
const contentOf = (page, index) =>
  page.evaluate((index) => {
    const { content } = /** @type {any} */ (window).wp.data
      .select("core/block-editor")
      .getBlocks()
      .at(index).attributes;
    return String(content);
  }, index);

/** @param {Page} page @param {number} index @param {string} content */
const contentBecomes = (page, index, content) =>
  page.waitForFunction(
    ({ index, content }) =>
      String(
        /** @type {any} */ (window).wp.data.select("core/block-editor").getBlocks().at(index).attributes
          .content,
      ) === content,
    { index, content },
  );

/** @param {Page} page @param {"undo" | "redo"} step */
const go = (page, step) =>
  page.evaluate((step) => /** @type {any} */ (window).wp.data.dispatch("core/editor")[step](), step);

/** @param {number} id */
const dismissed = (id) => php("return get_post_meta($values, '_whosaid_dismissed', true);", id);

describe("the check in the block editor", () => {
  test("leads to words, mends them inside their formats, and keeps what was dismissed", () =>
    wordpress.withPage(
      async (page) => {
        const id = await addDraft();
        const draft = await openCheck(page, id);
        await countBecomes(page, 3);
        await shoot(page, "check");

        await findingsOf(page, "Name in two spellings").getByRole("button").first().click();
        await draft.waitForFunction(() => String(getSelection()) === "Hernandes");
        await findingsOf(page, "Quotation marks").getByRole("button").first().click();
        await draft.waitForFunction(() => String(getSelection()) === '"');

        const [first = "", second = ""] = [await contentOf(page, 0), await contentOf(page, 1)];
        await check(page).getByRole("button", { name: "Fix: write Hernandez" }).click();
        await contentBecomes(page, 1, second.replace("<em>Hernandes</em>", "<em>Hernandez</em>"));
        await countBecomes(page, 2);
        await check(page).getByRole("button", { name: "Fix: write years,”" }).click();
        await contentBecomes(page, 0, first.replace('years,"</strong>', "years,”</strong>"));
        await countBecomes(page, 1);
        assert.equal(await contentOf(page, 1), second.replace("Hernandes", "Hernandez"));

        // Each fix is one step of undo.
        await go(page, "undo");
        await contentBecomes(page, 0, first);
        assert.equal(await contentOf(page, 1), second.replace("Hernandes", "Hernandez"));
        await go(page, "undo");
        await contentBecomes(page, 1, second);
        await countBecomes(page, 3);
        await go(page, "redo");
        await contentBecomes(page, 1, second.replace("Hernandes", "Hernandez"));
        await countBecomes(page, 2);

        await check(page)
          .getByRole("button", { name: /^Dismiss: Anonymous source/ })
          .click();
        await countBecomes(page, 1);
        await save(page);
        const [kept] = await dismissed(id);
        assert.equal(kept.rule, "anonymous-source");
        assert.equal(kept.passage.exact, "a source at the company");

        await openCheck(page, id);
        await countBecomes(page, 1);
        assert.equal(await findingsOf(page, "Anonymous source").count(), 0);
        await page.waitForTimeout(1000);
        assert.equal(
          await page.evaluate(() =>
            /** @type {any} */ (window).wp.data.select("core/editor").isEditedPostDirty(),
          ),
          false,
          "opening the check is no change",
        );
        // It moves with its words, and is stored where they are then.
        await placeCaret(page, 0, "end");
        await page.keyboard.type(" It is an old house.");
        await page.waitForFunction(
          (at) =>
            /** @type {any} */ (window).wp.data.select("core/editor").getEditedPostAttribute("meta")
              ._whosaid_dismissed[0].passage.at ===
            at + 20,
          kept.passage.at,
        );
        await countBecomes(page, 1);
        await check(page).getByRole("button", { name: "Show again" }).click();
        await countBecomes(page, 2);
        await save(page);
        assert.deepEqual(await dismissed(id), []);
      },
      { user: "editor", viewport: { width: 1400, height: 1000 } },
    ));

  test("undo takes back a fix alone, also in the middle of typing", () =>
    wordpress.withPage(
      async (page) => {
        await openCheck(page, await addDraft());
        await countBecomes(page, 3);
        const before = await contentOf(page, 1);
        await placeCaret(page, 1, "end");
        await page.keyboard.type(" And so");
        await countBecomes(page, 3);
        await page.waitForFunction(() =>
          document.querySelector("who-said-editor")?.report?.text.includes("And so"),
        );
        await check(page).getByRole("button", { name: "Fix: write Hernandez" }).click();
        await contentBecomes(page, 1, `${before.replace("Hernandes", "Hernandez")} And so`);
        await go(page, "undo");
        await contentBecomes(page, 1, `${before} And so`);
      },
      { user: "editor" },
    ));

  test("the lines of a verse stay", () =>
    wordpress.withPage(
      async (page) => {
        const verse =
          '“We have waited for this for years," said Maria Hernandez, the manager.\n\n   The roof is  new.\n“It is dry,” Hernandez said.';
        const id = await addDraft(
          `<!-- wp:verse -->\n<pre class="wp-block-verse">${verse}</pre>\n<!-- /wp:verse -->`,
        );
        const draft = await openCheck(page, id);
        await findingsOf(page, "Quotation marks").getByRole("button").first().click();
        await draft.waitForFunction(() => String(getSelection()) === '"');
        await check(page).getByRole("button", { name: "Fix: write years,”" }).click();
        await contentBecomes(page, 0, verse.replace('"', "”"));
        await page.locator("who-said-editor").getByRole("tab", { name: "Quotes" }).click();
        await page
          .locator("who-said-editor #quotes [data-quote]")
          .filter({ hasText: "“It is dry,”" })
          .first()
          .click();
        await draft.waitForFunction(() => String(getSelection()) === "“It is dry,”");
      },
      { user: "editor" },
    ));

  test("what stands in several blocks is selected from the first to the last", () =>
    wordpress.withPage(
      async (page) => {
        const speech = [
          "Maja Lund, the librarian of Ostby, said: “We will keep four hives on the roof of the library.",
          "“The bees are quiet, and they will stay with us for many years.”",
        ];
        const group = `<!-- wp:group -->\n<div class="wp-block-group">${paragraph(speech[1] ?? "")}</div>\n<!-- /wp:group -->`;
        for (const [last, name] of [
          [paragraph(speech[1] ?? ""), "core/paragraph"],
          [group, "core/group"],
        ]) {
          const id = await addDraft(
            `${paragraph("A first line.")}\n\n${paragraph(speech[0] ?? "")}\n\n${last}`,
          );
          await openPost(page, id);
          await openSidebar(page);
          await page
            .locator("who-said-editor #speakers [data-quote]", { hasText: "four hives" })
            .first()
            .click();
          await page.waitForFunction(
            () =>
              /** @type {any} */ (window).wp.data.select("core/block-editor").getMultiSelectedBlockClientIds()
                .length === 2,
          );
          const selected = await page.evaluate(() => {
            const { getMultiSelectedBlocks } = /** @type {any} */ (window).wp.data.select(
              "core/block-editor",
            );
            return getMultiSelectedBlocks().map((/** @type {any} */ { name }) => name);
          });
          assert.deepEqual(selected, ["core/paragraph", name]);
          await shoot(page, `blocks-${name?.slice(5)}`);
        }
      },
      { user: "editor" },
    ));

  test("so is a finding; one in the source of a quote block is selected in its words", () =>
    wordpress.withPage(
      async (page) => {
        const lines = [
          "The roof of the hall was mended in May. The floor is new.",
          "“There was never a better place to be young in this town.",
          "“We all came here every day, and nobody wanted to leave.”",
        ].map(paragraph);
        const quote = `<!-- wp:quote -->\n<blockquote class="wp-block-quote">${lines[2]}<cite>“The floor is wet," said Ann Roe, a baker.</cite></blockquote>\n<!-- /wp:quote -->`;
        const draft = await openCheck(page, await addDraft(lines.join("\n\n")));
        await findingsOf(page, "Quote without a speaker").getByRole("button").first().click();
        await page.waitForFunction(
          () =>
            /** @type {any} */ (window).wp.data.select("core/block-editor").getMultiSelectedBlockClientIds()
              .length === 2,
        );
        assert.equal(await draft.locator(".is-multi-selected").count(), 2);
        const other = await openCheck(page, await addDraft([lines[0], quote].join("\n\n")));
        await findingsOf(page, "Quotation marks").getByRole("button").first().click();
        await other.waitForFunction(() => String(getSelection()) === '"');
      },
      { user: "editor" },
    ));
});

describe("storing dismissed findings by the REST API", () => {
  const passage = { exact: 'a "source" \\ at 🐝', before: "last until winter,” ", after: " said.", at: 40 };
  const finding = { rule: "anonymous-source", message: "The article does not say why.", passage };
  /** @param {unknown} value */
  const body = (value) => ({ meta: { _whosaid_dismissed: value } });

  test("is for those who may edit the post, who alone read them", async () => {
    const id = await addPost({ report: null });
    for (const user of ["subscriber", "contributor", "author", undefined])
      await wordpress.withPage(
        async (page) => {
          const answer = await rest(page, `/wp/v2/posts/${id}`, body([finding]));
          assert.ok([401, 403].includes(answer.status), user);
          assert.deepEqual(await dismissed(id), []);
        },
        user ? { user } : {},
      );
    await wordpress.withPage(
      async (page) => {
        assert.equal((await rest(page, `/wp/v2/posts/${id}`, body([finding]))).status, 200);
        assert.deepEqual(await dismissed(id), [finding]);
        const read = await rest(page, `/wp/v2/posts/${id}&context=edit`);
        assert.deepEqual(read.body.meta._whosaid_dismissed, [finding]);
      },
      { user: "editor" },
    );
    await wordpress.withPage(async (page) => {
      const read = await rest(page, `/wp/v2/posts/${id}`);
      assert.equal(read.status, 200);
      assert.ok(!JSON.stringify(read.body).includes("anonymous-source"));
    });
  });

  test("refuses what is none, and keeps those that there are", async () => {
    const id = await addPost({ report: null });
    const wrong = {
      "a text": "x",
      "a list of texts": ["x"],
      "no rule": [{ ...finding, rule: undefined }],
      "a message that is none": [{ ...finding, message: 7 }],
      "half a passage": [{ ...finding, passage: { exact: "x" } }],
      "a place that is none": [{ ...finding, passage: { ...passage, at: -1 } }],
      "something else": [{ ...finding, other: 1 }],
      "far too many": Array.from({ length: 1001 }, () => finding),
    };
    await wordpress.withPage(
      async (page) => {
        assert.equal((await rest(page, `/wp/v2/posts/${id}`, body([finding]))).status, 200);
        for (const [name, value] of Object.entries(wrong)) {
          assert.equal((await rest(page, `/wp/v2/posts/${id}`, body(value))).status, 400, name);
          assert.deepEqual(await dismissed(id), [finding], name);
        }
        assert.equal((await rest(page, `/wp/v2/posts/${id}`, body([]))).status, 200);
        assert.deepEqual(await dismissed(id), []);
      },
      { user: "editor" },
    );
  });

  test("is checked on all other ways as well", async () => {
    const id = await addPost({ report: null });
    for (const value of ["x", [7], [{ rule: "x" }]]) {
      await php("update_post_meta($values[0], '_whosaid_dismissed', $values[1]); return 1;", [id, value]);
      assert.deepEqual(await dismissed(id), []);
    }
  });

  test("leaves no complaint of PHP", async () => {
    assert.deepEqual(await complaints(), []);
  });
});
