import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPost, address, complaints, openBrowser, php } from "./site.mjs";

const wordpress = openBrowser(before, after);
const PAGE = `${address}/wp-admin/options-general.php?page=whosaid`;

const settings = () => php("return Whosaid\\settings();");

describe("the settings page", () => {
  test("keeps what is chosen", () =>
    wordpress.withPage(
      async (page) => {
        await page.getByLabel("Names").uncheck();
        await page.getByLabel("Pages").check();
        await page.getByLabel("Colours").selectOption("Dark");
        await page.getByLabel("Where all was checked").fill("  Read by <i>our</i> desk.  ");
        await page.getByLabel("Your own explanation").fill("https://example.org/how");
        await Promise.all([
          page.waitForURL(/settings-updated/),
          page.getByRole("button", { name: "Save Changes" }).click(),
        ]);
        if (process.env.SCREENSHOTS)
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/settings.png` });
        assert.deepEqual(await settings(), {
          shown: true,
          post_types: ["post", "page"],
          kinds: ["direct", "mixed", "indirect", "source", "cue", "speaker"],
          theme: "dark",
          checked: "Read by our desk.",
          checked_part: "",
          about: "https://example.org/how",
        });
        assert.equal(await page.getByLabel("Names").isChecked(), false);
        assert.equal(await page.getByLabel("Where all was checked").inputValue(), "Read by our desk.");
        await page.getByLabel("Show reports beside published articles").uncheck();
        await Promise.all([
          page.waitForURL(/settings-updated/),
          page.getByRole("button", { name: "Save Changes" }).click(),
        ]);
        assert.equal((await settings()).shown, false);
      },
      { user: "editor-in-chief", path: PAGE },
    ));

  test("is for administrators alone, who come from the page itself", async () => {
    await php("delete_option('whosaid_settings'); return true;");
    const form = { option_page: "whosaid", action: "update", "whosaid_settings[theme]": "dark" };
    for (const user of ["editor", "subscriber", "editor-in-chief"])
      await wordpress.withPage(
        async (page) => {
          if (user !== "editor-in-chief") {
            const shown = await page.goto(PAGE);
            assert.equal(shown?.status(), 403, user);
          }
          const answer = await page.request.post(`${address}/wp-admin/options.php`, { form });
          assert.equal(answer.status(), 403, user);
          assert.equal((await settings()).theme, "");
        },
        { user },
      );
  });

  test("is left by what is no setting as it is sound", async () => {
    const sent = {
      shown: ["x"],
      post_types: ["post", "attachment", ["a"], "revision"],
      kinds: "direct",
      theme: '"><script>',
      checked: { a: 1 },
      checked_part: "x".repeat(5000),
      about: "javascript:alert(1)",
      unknown: 1,
    };
    const found = await php(
      "update_option('whosaid_settings', $values); return get_option('whosaid_settings');",
      sent,
    );
    assert.deepEqual(found, {
      shown: true,
      post_types: ["post"],
      kinds: ["direct"],
      theme: "",
      checked: "",
      checked_part: "x".repeat(200),
      about: "",
    });
    await php("delete_option('whosaid_settings'); return true;");
  });
});

describe("removing the plug-in", () => {
  test("removes all that it has stored, also with revisions, and nothing else", async () => {
    const id = await addPost();
    const left = await php(
      `global $wpdb;
      update_option('whosaid_settings', Whosaid\\default_settings());
      update_post_meta($values, '_whosaid_hidden', true);
      $passage = array('exact' => 'x', 'before' => '', 'after' => '', 'at' => 0);
      update_post_meta($values, '_whosaid_dismissed', array(array('rule' => 'x', 'message' => 'x', 'passage' => $passage)));
      update_post_meta($values, '_another', 'kept');
      wp_update_post(array('ID' => $values, 'post_content' => 'Changed.'));
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      $count = "SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key LIKE '%whosaid%'";
      $before = (int) $wpdb->get_var($count);
      deactivate_plugins('whosaid/whosaid.php');
      $deactivated = (int) $wpdb->get_var($count);
      uninstall_plugin('whosaid/whosaid.php');
      $after = (int) $wpdb->get_var($count);
      $options = $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%whosaid%' AND option_name NOT LIKE '%transient%'");
      return compact('before', 'deactivated', 'after', 'options') + array('another' => get_post_meta($values, '_another', true));`,
      id,
    );
    assert.ok(left.before > 3, String(left.before));
    assert.equal(left.deactivated, left.before);
    assert.equal(left.after, 0);
    assert.deepEqual(left.options, []);
    assert.equal(left.another, "kept");
    await wordpress.withPage(
      async (page) => {
        assert.equal(await page.locator("who-said").count(), 0);
      },
      { path: `${address}/?p=${id}` },
    );
    await php(
      "require_once ABSPATH . 'wp-admin/includes/plugin.php'; return activate_plugin('whosaid/whosaid.php');",
    );
    assert.deepEqual(await complaints(), []);
  });
});
