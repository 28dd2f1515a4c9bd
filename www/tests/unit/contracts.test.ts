import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleDeclarations } from "../../scripts/declarations.mjs";

const www = join(import.meta.dirname, "../..");

test("the types of the elements and custom-elements.json are up to date", () => {
  expect(() =>
    execFileSync("node", ["scripts/contracts.mjs", "--check"], { cwd: www, stdio: "pipe" }),
  ).not.toThrow();
}, 60_000);

test("declarations are bundled with what they refer to, and nothing else", () => {
  const core = `/* tslint:disable */
/** A kind. */
export type Kind =
| "a"
| "{";
export interface Unused { x: Kind }
/** An item. */
export interface Item {
    kind: Kind;
}
export function analyze(): Item;`;
  const widget = `import type { Item } from "./core.js";
/** Not a mention of Unused. */
export interface Element {
    items: Item[];
}`;
  expect(bundleDeclarations([core, widget])).toBe(`/** A kind. */
export type Kind =
| "a"
| "{";

/** An item. */
export interface Item {
    kind: Kind;
}

/** Not a mention of Unused. */
export interface Element {
    items: Item[];
}
`);
});
