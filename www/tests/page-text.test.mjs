import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { openSite } from "./harness.mjs";
import { record } from "./reliability.mjs";

const { withPage } = openSite(before, after);

const RUNS = 1000;
const TAGS =
  "p div span em a b i li ul table tr td br hr q details summary script style noscript template textarea select button svg iframe ruby rt pre blockquote who-said";
const STYLES = [
  "",
  "",
  "",
  "",
  "display:none",
  "display:contents",
  "display:inline-block",
  "display:block",
  "visibility:hidden",
  "visibility:visible",
  "white-space:pre",
  "white-space:pre-line",
  "text-transform:uppercase",
  "float:left",
  "position:absolute",
];

/** @typedef {string | { tag: string, style: string, open: boolean, children: Tree[] } | { comment: string }} Tree */

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(
    " ",
    "\n",
    "\t",
    "\u00a0",
    "\u200b",
    "\u3000",
    "\ud83d",
    "👍🏽",
    "e\u0301",
    "a b",
    "  a\n b ",
    "\u202e",
    "שלום",
  ),
);

/** @type {import("fast-check").Arbitrary<Tree>} */
const trees = /** @type {any} */ (fc.letrec)((/** @type {any} */ tie) => ({
  tree: fc.oneof(
    { depthSize: "medium", maxDepth: 6 },
    text,
    fc.record({
      tag: fc.constantFrom(...TAGS.split(" ")),
      style: fc.constantFrom(...STYLES),
      open: fc.boolean(),
      children: fc.array(tie("tree"), { maxLength: 5 }),
    }),
    fc.record({ comment: fc.constant("hidden") }),
  ),
})).tree;

/**
 * Builds the trees one after the other, reads each, and says what is wrong with any; runs in the page.
 * @param {Tree[][]} forests
 */
async function readAll(forests) {
  const address = "/core/whosaid.js";
  const core = await import(address);
  await core.default({ module_or_path: fetch("/core/whosaid_bg.wasm") });
  const root = document.createElement("article");
  document.body.replaceChildren(root);
  const SKIPPED = "script, style, noscript, template, textarea, select, button, iframe, svg, who-said";
  let words = 0;
  /** @param {Node} parent @param {Tree} tree */
  const grow = (parent, tree) => {
    if (typeof tree === "string") parent.appendChild(document.createTextNode(tree));
    else if ("comment" in tree) parent.appendChild(document.createComment(tree.comment));
    else {
      const name = tree.tag;
      const element =
        name === "svg"
          ? document.createElementNS("http://www.w3.org/2000/svg", "svg")
          : document.createElement(name);
      if (tree.style) element.setAttribute("style", tree.style);
      if (tree.open && name === "details") element.setAttribute("open", "");
      parent.appendChild(element);
      if (name !== "br" && name !== "hr") {
        element.append(` word${++words}x `);
        for (const child of tree.children) grow(element, child);
      }
    }
  };
  /** Whether the browser shows the text of a node. @param {Node} node */
  const isShown = (node) => {
    let element = node.parentElement;
    if (!element || element.closest(SKIPPED)) return false;
    // A folded element shows nothing but its first summary.
    for (
      let child = node, parent = node.parentElement;
      parent && child !== root;
      child = parent, parent = parent.parentElement
    )
      if (parent.matches("details:not([open])") && child !== parent.querySelector(":scope > summary"))
        return false;
    if (getComputedStyle(element).visibility !== "visible") return false;
    while (element !== root && getComputedStyle(/** @type {Element} */ (element)).display === "contents")
      element = /** @type {Element} */ (element).parentElement;
    return /** @type {Element} */ (element).checkVisibility();
  };
  /** @type {string[]} */
  const faults = [];
  for (const [at, forest] of forests.entries()) {
    root.replaceChildren();
    for (const tree of forest) grow(root, tree);
    const read = new core.PageText(root);
    /** @param {string} what */
    const fault = (what) =>
      faults.push(`${at}: ${what} in ${JSON.stringify(root.outerHTML)} as ${JSON.stringify(read.text)}`);
    const text = read.text;
    if (/^\s|[ \n][ \n]/.test(text.replaceAll("\u00a0", "x")) && !/white-space/.test(root.outerHTML))
      fault("two blanks");
    for (let place = 0; place < text.length; ) {
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(place)));
      const range = read.range(place, place + character.length);
      if (!/\s|[“”]/.test(character) && character !== "\ufffd" && String(range) !== character)
        fault(`${character} at ${place} is ${String(range)}`);
      place += character.length;
    }
    for (const [start, end] of [
      [0, text.length],
      [0, 0],
      [5, 3],
      [text.length, text.length + 9],
      [1, 2 ** 31],
    ])
      read.range(start, end);
    for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
      const word = walker.currentNode.nodeValue?.match(/^ (word\d+x) $/)?.[1];
      if (word && text.includes(word) !== isShown(walker.currentNode))
        fault(`${word} is ${text.includes(word) ? "read, but not shown" : "shown, but not read"}`);
    }
    read.free();
  }
  return faults;
}

test("every character of any page is read from where it stands, and nothing that is hidden", () =>
  withPage(
    async (page, seen) => {
      await page.route("**/core/*", async (route) => {
        const name = new URL(route.request().url()).pathname.slice("/core/".length);
        const file = fileURLToPath(new URL(`../src/core/wasm/${name}`, import.meta.url));
        const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
        await route.fulfill({ body: await readFile(file), contentType });
      });
      const forests = fc.sample(fc.array(trees, { maxLength: 5 }), { seed: 20_260_103, numRuns: RUNS });
      const faults = await page.evaluate(readAll, /** @type {Tree[][]} */ (forests));
      assert.deepEqual(faults.slice(0, 5), [], `${faults.length} faults`);
      seen.errors = [];
      record(
        "Every character that the widget reads leads back to its place in the page",
        "generated pages",
        RUNS,
        faults.length,
      );
    },
    { path: "/pages/plain.html" },
  ));
