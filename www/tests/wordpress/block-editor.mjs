import assert from "node:assert/strict";
import { address } from "./site.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
export const openSidebar = async (page) => {
  const button = page.getByRole("button", { name: "Who said what", exact: true });
  await button.waitFor();
  if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
  await page.locator("who-said-editor").waitFor();
};

/** The frame with the draft: one of its own in later versions of WordPress. @param {Page} page */
export const canvas = async (page) => {
  const title = '[aria-label="Add title"]';
  const found = await Promise.any([
    page
      .locator(title)
      .waitFor()
      .then(() => page.mainFrame()),
    page
      .frameLocator("iframe[name=editor-canvas]")
      .locator(title)
      .waitFor()
      .then(() => page.frame("editor-canvas")),
  ]);
  if (!found) throw new Error("there is no editor");
  return found;
};

/** @param {Page} page @param {number} id */
export const openPost = async (page, id) => {
  await page.goto(`${address}/wp-admin/post.php?post=${id}&action=edit`);
  return canvas(page);
};

/** Places the caret in a block. @param {Page} page @param {number} index @param {"start" | "end"} where */
export const placeCaret = async (page, index, where) => {
  await page.evaluate(
    ({ index, where }) => {
      const { data, richText } = /** @type {any} */ (window).wp;
      const { clientId, attributes } = data.select("core/block-editor").getBlocks().at(index);
      const offset = where === "start" ? 0 : richText.create({ html: attributes.content }).text.length;
      data.dispatch("core/block-editor").clearSelectedBlock();
      setTimeout(
        () => data.dispatch("core/block-editor").selectionChange(clientId, "content", offset, offset),
        50,
      );
    },
    { index, where },
  );
  const frame = await canvas(page);
  await frame.waitForFunction((index) => {
    const { clientId } = /** @type {any} */ (parent).wp.data
      .select("core/block-editor")
      .getBlocks()
      .at(index);
    return document.activeElement?.getAttribute("data-block") === clientId;
  }, index);
};

/** @param {Page} page */
export const save = async (page) => {
  await page.evaluate(() => /** @type {any} */ (window).wp.data.dispatch("core/editor").savePost());
  const failed = await page.evaluate(() =>
    /** @type {any} */ (window).wp.data.select("core/editor").didPostSaveRequestFail(),
  );
  assert.equal(failed, false);
};

/** @param {Page} page @param {string} name */
export const shoot = (page, name) =>
  process.env.SCREENSHOTS ? page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` }) : undefined;
