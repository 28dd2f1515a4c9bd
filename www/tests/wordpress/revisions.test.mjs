import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPost, asBlocks, complaints, openBrowser, php, rest, reviewed } from "./site.mjs";

const wordpress = openBrowser(before, after);
const REPORT = JSON.stringify(reviewed);

/** A report that differs from the other one by what made it. @param {string} generator */
const madeBy = (generator) => JSON.stringify({ ...reviewed, generator });

/** What made the reports of the revisions of a post, the latest one first; null for those without one. @param {number} id */
const revisions = async (id) => {
  /** @type {{ content: string, report: string }[]} */
  const found = await php(
    `return array_map(
      fn ($one) => array('content' => $one->post_content, 'report' => get_metadata('post', $one->ID, '_whosaid_report', true)),
      array_values(wp_get_post_revisions($values))
    );`,
    id,
  );
  return found.map(({ report }) => (report ? JSON.parse(report).generator : null));
};

/** @param {number} id */
const generator = async (id) => {
  const report = await php("return get_post_meta($values, '_whosaid_report', true);", id);
  return report ? JSON.parse(report).generator : null;
};

/** @param {number} id @param {number} index */
const restore = (id, index) =>
  php(
    `$revisions = array_values(wp_get_post_revisions($values['id']));
    return wp_restore_post_revision($revisions[$values['index']]->ID);`,
    { id, index },
  );

describe("a revision of a post", () => {
  test("has the report that was stored with its words, and gives it back", () =>
    wordpress.withPage(
      async (page) => {
        const id = await addPost({ report: null, status: "draft" });
        const save = (/** @type {string} */ words, /** @type {string} */ report) =>
          rest(page, `/wp/v2/posts/${id}`, { content: asBlocks([words]), meta: { _whosaid_report: report } });
        assert.equal((await save("First.", madeBy("one"))).status, 200);
        assert.equal((await save("Second.", madeBy("two"))).status, 200);
        assert.deepEqual((await revisions(id)).slice(0, 2), ["two", "one"]);

        await restore(id, 1);
        assert.equal(await generator(id), "one");
        assert.equal(await php("return get_post($values)->post_content;", id), asBlocks(["First."]));
        assert.deepEqual((await revisions(id)).slice(0, 3), ["one", "two", "one"]);

        await restore(id, 1);
        assert.equal(await generator(id), "two");
      },
      { user: "editor" },
    ));

  test("is made where the report alone is another one, and not where nothing is", () =>
    wordpress.withPage(
      async (page) => {
        const id = await addPost({ report: null });
        const save = (/** @type {unknown} */ body) => rest(page, `/wp/v2/posts/${id}`, body);
        const content = asBlocks(["Words."]);
        await save({ content, meta: { _whosaid_report: madeBy("one") } });
        const count = (await revisions(id)).length;
        await save({ content, meta: { _whosaid_report: madeBy("one") } });
        assert.equal((await revisions(id)).length, count);
        await save({ meta: { _whosaid_report: madeBy("two") } });
        assert.equal((await revisions(id)).length, count + 1);
        assert.deepEqual((await revisions(id)).slice(0, 2), ["two", "one"]);
      },
      { user: "editor" },
    ));

  test("without a report takes that of the post away", () =>
    wordpress.withPage(
      async (page) => {
        const id = await addPost({ report: null });
        await rest(page, `/wp/v2/posts/${id}`, { content: asBlocks(["Unchecked."]) });
        await rest(page, `/wp/v2/posts/${id}`, {
          content: asBlocks(["Checked."]),
          meta: { _whosaid_report: REPORT },
        });
        assert.deepEqual((await revisions(id)).slice(0, 2), [reviewed.generator, null]);
        await restore(id, 1);
        assert.equal(await generator(id), null);
      },
      { user: "editor" },
    ));

  test("keeps backslashes, quotation marks and emoji of a report as they are", () =>
    wordpress.withPage(
      async (page) => {
        const id = await addPost({ report: null });
        const words = String.raw`C:\temp\"x" 🐝 \u0041 ' %s`;
        const report = JSON.stringify({ ...reviewed, generator: words });
        await rest(page, `/wp/v2/posts/${id}`, {
          content: asBlocks(["One."]),
          meta: { _whosaid_report: report },
        });
        await rest(page, `/wp/v2/posts/${id}`, {
          content: asBlocks(["Two."]),
          meta: { _whosaid_report: REPORT },
        });
        await restore(id, 1);
        assert.equal(await generator(id), words);
      },
      { user: "editor" },
    ));

  test("leaves no complaint of PHP", async () => {
    assert.deepEqual(await complaints(), []);
  });
});
