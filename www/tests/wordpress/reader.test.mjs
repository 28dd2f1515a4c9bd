import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import {
  addPost,
  addressOf,
  asBlocks,
  changeSettings,
  complaints,
  openBrowser,
  paragraphs,
  php,
  reviewed,
  useTheme,
} from "./site.mjs";

const wordpress = openBrowser(before, after);
const SPEAKERS = ["Jonas Vik", "Maja Lund", "Peter Holm"];
const THEMES = {
  twentytwentythree: "a block theme",
  twentytwentyone: "a classic theme",
  plain: "an unknown theme",
};

/** @typedef {import("playwright-core").Page} Page */

/** The words that are marked as quotes. @param {Page} page */
const quoted = (page) =>
  page.evaluate(() =>
    ["direct", "mixed", "indirect"].flatMap((kind) =>
      [...(CSS.highlights.get(`whosaid-${kind}`) ?? [])].map(String),
    ),
  );

/** @param {Page} page */
const isShown = (page) => page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));

/** @param {Page} page */
const speakers = async (page) => (await page.locator("who-said h3").allTextContents()).toSorted();

/** @param {unknown} report @param {string} path */
const change = (report, path, /** @type {unknown} */ value) => {
  const copy = structuredClone(report);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  /** @type {any} */ (keys.reduce((/** @type {any} */ inner, key) => inner[key], copy))[last] = value;
  return copy;
};

/** Writes a report into the database past all that checks it. @param {number} id @param {string} json */
const force = (id, json) =>
  php(
    `global $wpdb;
    delete_post_meta($values['id'], '_whosaid_report');
    $wpdb->insert($wpdb->postmeta, array('post_id' => $values['id'], 'meta_key' => '_whosaid_report', 'meta_value' => $values['json']));
    wp_cache_flush();
    return true;`,
    { id, json },
  );

afterEach(async () => {
  await useTheme("twentytwentythree");
  await php("delete_option('whosaid_settings'); return true;");
});

describe("a reader's page", () => {
  for (const [theme, kind] of Object.entries(THEMES))
    test(`shows who said what in ${kind}, without worker or core`, async () => {
      await useTheme(theme);
      const path = addressOf(await addPost());
      await wordpress.withPage(
        async (page, seen) => {
          await isShown(page);
          assert.deepEqual(await speakers(page), SPEAKERS);
          assert.ok((await quoted(page)).includes("“We have insurance for that,”"));
          assert.match(
            (await page.locator("who-said [part=origin]").textContent()) ?? "",
            /^Checked by the editors\./,
          );
          assert.equal(page.workers().length, 0);
          assert.ok(
            !seen.requests.some((url) => /\.wasm|who-said(-editor)?(\.module)?\.js/.test(url)),
            seen.requests.join(),
          );
          if (process.env.SCREENSHOTS)
            await page.screenshot({ path: `${process.env.SCREENSHOTS}/${theme}.png`, fullPage: true });
        },
        { path },
      );
    });

  test("has the same words without scripts", async () => {
    const id = await addPost();
    const words = async () => {
      let found = "";
      await wordpress.withPage(
        async (page) => {
          // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what the document contains.
          found = await page.locator("body").innerText();
        },
        { path: addressOf(id), javaScriptEnabled: false },
      );
      return found;
    };
    for (const theme of Object.keys(THEMES)) {
      await useTheme(theme);
      const withReport = await words();
      await changeSettings({ shown: false });
      assert.ok(withReport.includes("“We have insurance for that,”"), theme);
      assert.equal(withReport, await words(), theme);
      await changeSettings({ shown: true });
    }
  });

  test("is met by an article that was edited since, without the quote that was removed", async () => {
    const texts = paragraphs.map((text) =>
      text.replace("The town library", "Since spring, the town library"),
    );
    texts[1] = (texts[1] ?? "").replace(/“We have insurance.*$/, "");
    const path = addressOf(await addPost({ content: asBlocks(texts) }));
    await wordpress.withPage(
      async (page) => {
        await isShown(page);
        const words = await quoted(page);
        assert.ok(words.includes("“It is the quietest room we have,”"));
        assert.ok(!words.some((one) => one.includes("insurance")));
      },
      { path },
    );
  });

  test("has nothing where nothing was checked, the post says no, its type was not chosen, or all is turned off", async () => {
    const unchecked = await addPost({ report: { ...reviewed, review: { extent: "none", at: null } } });
    const hidden = await addPost();
    await php("update_post_meta($values, '_whosaid_hidden', true); return true;", hidden);
    const none = await addPost({ report: null });
    const shown = await addPost();
    const count = async (/** @type {string} */ path) => {
      let found = 0;
      await wordpress.withPage(
        async (page, seen) => {
          found = await page.locator("who-said").count();
          const isLoaded = seen.requests.some((url) => url.includes("whosaid/"));
          assert.equal(isLoaded, found > 0, path);
        },
        { path },
      );
      return found;
    };
    assert.equal(await count(addressOf(shown)), 1);
    for (const id of [unchecked, hidden, none]) assert.equal(await count(addressOf(id)), 0);
    await php("return update_option('permalink_structure', '');");
    assert.equal(await count(addressOf(shown).replace(/\?.*/, "")), 0, "a list of posts");
    await changeSettings({ post_types: ["page"] });
    assert.equal(await count(addressOf(shown)), 0);
    await changeSettings({ post_types: ["post"], shown: false });
    assert.equal(await count(addressOf(shown)), 0);
  });

  test("has no report of a post with a password, before that was given", async () => {
    const id = await addPost();
    await php("return wp_update_post(array('ID' => $values, 'post_password' => 'bees'));", id);
    await wordpress.withPage(
      async (page) => {
        assert.ok(!(await page.content()).includes("whosaid-reviewed-report"));
        await page.fill("input[name=post_password]", "bees");
        await Promise.all([page.waitForLoadState("load"), page.press("input[name=post_password]", "Enter")]);
        await isShown(page);
      },
      { path: addressOf(id) },
    );
  });

  test("has the words, colours and marks of the settings", async () => {
    await changeSettings({
      kinds: ["direct"],
      theme: "dark",
      checked: "Read by the desk of the “Courier” <b>",
      about: "https://example.org/how?a=1&b=2",
    });
    await wordpress.withPage(
      async (page) => {
        await isShown(page);
        const origin = page.locator("who-said [part=origin]");
        assert.match((await origin.textContent()) ?? "", /^Read by the desk of the “Courier”/);
        assert.equal(await origin.locator("a").getAttribute("href"), "https://example.org/how?a=1&b=2");
        assert.equal(await page.locator("who-said").getAttribute("theme"), "dark");
        assert.ok(!(await quoted(page)).some((words) => words.includes("a costly hobby")));
      },
      { path: addressOf(await addPost()) },
    );
  });
});

describe("a hostile report in the database", () => {
  const ATTACK = `</script><script>window.attacked = 1</script><!--<script><img src=x onerror="window.attacked = 1">]]>&lt;[gallery ids="1"]`;

  test("runs nothing and shows its words as words", async () => {
    let report = change(reviewed, "generator", ATTACK);
    for (const [index] of reviewed.report.entities.entries()) {
      report = change(report, `report.entities.${index}.name`, ATTACK);
      report = change(report, `report.entities.${index}.roles`, [ATTACK]);
    }
    for (const theme of Object.keys(THEMES)) {
      await useTheme(theme);
      const id = await addPost();
      await force(id, JSON.stringify(report));
      await wordpress.withPage(
        async (page) => {
          await isShown(page);
          assert.equal(await page.evaluate(() => "attacked" in window), false);
          assert.equal(await page.evaluate(() => document.querySelectorAll("who-said > *").length), 1);
          assert.deepEqual([...new Set(await speakers(page))], [ATTACK]);
        },
        { path: addressOf(id) },
      );
    }
  });

  test("is left out where it is no report", async () => {
    const id = await addPost();
    const hostile = [
      ATTACK,
      `{"format":"whosaid-reviewed-report"${ATTACK}`,
      `["${ATTACK}"]`,
      JSON.stringify({ format: "whosaid-reviewed-report", review: ATTACK }),
      'O:8:"stdClass":1:{s:6:"format";s:23:"whosaid-reviewed-report";}',
      `{"format":"whosaid-reviewed-report","review":{"extent":"all"},"x":"${"y".repeat(1_000_001)}"}`,
    ];
    for (const json of hostile) {
      await force(id, json);
      await wordpress.withPage(
        async (page) => {
          assert.equal(await page.evaluate(() => "attacked" in window), false);
          assert.equal(await page.locator("who-said").count(), 0, json.slice(0, 80));
          assert.ok(
            ((await page.locator("body").textContent()) ?? "").includes("“We have insurance for that,”"),
          );
        },
        { path: addressOf(id) },
      );
    }
    const incomplete = {
      format: "whosaid-reviewed-report",
      version: 1,
      review: { extent: "all", at: null },
      report: ATTACK,
    };
    await force(id, JSON.stringify(incomplete));
    await wordpress.withPage(
      async (page) => {
        await page.waitForFunction(() => customElements.get("who-said"));
        assert.equal(await page.evaluate(() => "attacked" in window), false);
        assert.deepEqual(await speakers(page), []);
      },
      { path: addressOf(id) },
    );
  });

  test("leaves no complaint of PHP", async () => {
    assert.deepEqual(await complaints(), []);
  });
});
