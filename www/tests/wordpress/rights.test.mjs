import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPost, complaints, openBrowser, php, rest, reviewed } from "./site.mjs";

const wordpress = openBrowser(before, after);
const REPORT = JSON.stringify(reviewed);

/** @param {number} id */
const stored = (id) => php("return get_post_meta($values, '_whosaid_report', true);", id);

/** @param {string} report */
const body = (report) => ({ meta: { _whosaid_report: report } });

describe("storing a report by the REST API", () => {
  test("is for those who may edit the post", async () => {
    const others = await addPost({ report: null });
    const own = await addPost({ report: null, author: "contributor", status: "draft" });
    for (const user of ["subscriber", "contributor", "author"])
      await wordpress.withPage(
        async (page) => {
          const answer = await rest(page, `/wp/v2/posts/${others}`, body(REPORT));
          assert.equal(answer.status, 403, user);
          assert.equal(await stored(others), "");
        },
        { user },
      );
    await wordpress.withPage(async (page) => {
      const answer = await rest(page, `/wp/v2/posts/${others}`, body(REPORT));
      assert.equal(answer.status, 401);
      assert.equal(await stored(others), "");
    });
    await wordpress.withPage(
      async (page) => {
        assert.equal((await rest(page, `/wp/v2/posts/${own}`, body(REPORT))).status, 200);
        assert.deepEqual(JSON.parse(await stored(own)), reviewed);
      },
      { user: "contributor" },
    );
    await wordpress.withPage(
      async (page) => {
        assert.equal((await rest(page, `/wp/v2/posts/${others}`, body(REPORT))).status, 200);
        assert.deepEqual(JSON.parse(await stored(others)), reviewed);
      },
      { user: "editor" },
    );
  });

  test("refuses what is no report, with a reason, and keeps the one that there is", async () => {
    const id = await addPost();
    const quote = reviewed.report.quotes[0];
    const wrong = {
      "no JSON": "{",
      "a number": "7",
      "an empty list": "[]",
      "another format": JSON.stringify({ ...reviewed, format: "another" }),
      "a later version": JSON.stringify({ ...reviewed, version: 2 }),
      "no review": JSON.stringify({ ...reviewed, review: undefined }),
      "an unknown extent": JSON.stringify({ ...reviewed, review: { extent: "most", at: null } }),
      "a quote without content": JSON.stringify({
        ...reviewed,
        report: { ...reviewed.report, quotes: [{ ...quote, content: undefined }] },
      }),
      "a place without a selector": JSON.stringify({
        ...reviewed,
        report: { ...reviewed.report, quotes: [{ ...quote, content: [{ start: 0, end: 3 }] }] },
      }),
      "a kind that there is not": JSON.stringify({
        ...reviewed,
        report: { ...reviewed.report, quotes: [{ ...quote, kind: "shouted" }] },
      }),
      "deep nesting": `${"[".repeat(100)}${"]".repeat(100)}`,
      "more than a megabyte": JSON.stringify({ ...reviewed, generator: "x".repeat(1_000_000) }),
    };
    await wordpress.withPage(
      async (page) => {
        for (const [name, report] of Object.entries(wrong)) {
          const answer = await rest(page, `/wp/v2/posts/${id}`, body(report));
          assert.equal(answer.status, 400, name);
          assert.match(answer.body.message, /The report cannot be stored\. ./, name);
          assert.deepEqual(JSON.parse(await stored(id)), reviewed, name);
        }
        assert.equal((await rest(page, `/wp/v2/posts/${id}`, body(""))).status, 200);
        assert.equal(await stored(id), "");
      },
      { user: "editor" },
    );
  });

  test("is checked on all other ways as well", async () => {
    const id = await addPost({ report: { format: "another" } });
    assert.equal(await stored(id), "");
  });

  test("is not read by visitors and not by those who may not edit the post", async () => {
    const id = await addPost();
    for (const user of [undefined, "subscriber", "contributor"])
      await wordpress.withPage(
        async (page) => {
          const read = await rest(page, `/wp/v2/posts/${id}`);
          assert.equal(read.status, 200);
          assert.ok(!JSON.stringify(read.body).includes("whosaid-reviewed-report"), user);
          assert.ok([401, 403].includes((await rest(page, `/wp/v2/posts/${id}&context=edit`)).status), user);
        },
        user ? { user } : {},
      );
  });

  test("leaves no complaint of PHP", async () => {
    assert.deepEqual(await complaints(), []);
  });
});
