/** What the package contains, its types, and what servers and bundlers make of it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const place = fileURLToPath(new URL("..", import.meta.url));
const packed = (name) => readFileSync(new URL(`../node_modules/whosaid/${name}`, import.meta.url));
const manifest = JSON.parse(packed("package.json").toString());

function run(program, ...options) {
  try {
    return execFileSync(`${place}node_modules/.bin/${program}`, options, {
      cwd: place,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    return assert.fail(`${program} ${options.join(" ")}\n${error.stdout}\n${error.stderr}`);
  }
}

test("every file that is exported is there", () => {
  const files = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(files));
  // Of a pattern, the folder.
  for (const file of files(manifest.exports))
    assert.ok(existsSync(`${place}node_modules/whosaid/${file.replace(/\*$/, "")}`), file);
});

test("the README's hash is the script's, and nothing is left to fill in", () => {
  const hash = createHash("sha384").update(packed("who-said.js")).digest("base64");
  const readme = packed("README.md").toString();
  assert.ok(
    readme.includes(`integrity="sha384-${hash}"`) &&
      readme.includes(`whosaid@${manifest.version}/who-said.js`),
  );
  for (const name of [
    "README.md",
    "package.json",
    "browser.js",
    "node.js",
    "core-url.js",
    "check-url.js",
    "editor.js",
  ])
    assert.doesNotMatch(packed(name).toString(), /__[A-Z_]+__/, name);
});

test("publint has no complaint", () => {
  run("publint", "--strict", process.env.WHOSAID_TARBALL ?? "node_modules/whosaid");
});

test("are the types wrong? They are not, for ES modules", () => {
  run(
    "attw",
    process.env.WHOSAID_TARBALL ?? "",
    "--profile",
    "esm-only",
    "--exclude-entrypoints",
    "whosaid.wasm",
    "who-said.js",
    "who-said-editor.js",
    "who-said-editor/*",
    "custom-elements.json",
    "report.schema.json",
  );
});

test("the types compile with ES2022, as bundlers and as Node.js resolve them", () => {
  run("tsc", "--project", "tests/types/bundler.json");
  run("tsc", "--project", "tests/types/node.json");
});

test("a server can import every entry and render the component", async () => {
  for (const entry of ["", "/slim", "/widget", "/editor", "/prosemirror", "/react"])
    await import(`whosaid${entry}`);
  const { createElement } = await import("react");
  const { renderToString } = await import("react-dom/server");
  const { WhoSaid } = await import("whosaid/react");
  const html = renderToString(createElement(WhoSaid, { for: "article", panel: "off", onReport: () => {} }));
  assert.equal(html, '<who-said for="article" panel="off"></who-said>');
});

test("a bundler leaves out what is not imported, and needs no top-level await", async () => {
  const { build } = await import("esbuild");
  const bundle = async (contents, options = {}) => {
    const result = await build({
      stdin: { contents, resolveDir: place },
      bundle: true,
      write: false,
      format: "esm",
      minify: true,
      logLevel: "error",
      target: "es2020",
      ...options,
    });
    return result.outputFiles[0].text;
  };
  const nothing = await bundle(`import { init } from "whosaid"; console.log(init);`);
  assert.ok(nothing.length < 20_000, `${nothing.length} characters`);
  assert.ok(nothing.includes("new URL("), "an entry tells where the core is, whatever is imported from it");
  const slim = await bundle(`import { analyze } from "whosaid/slim"; console.log(analyze);`);
  assert.ok(!slim.includes("new Worker") && !slim.includes("new URL("), "slim has no file to find");
  const whole = await bundle(`import { analyze } from "whosaid"; console.log(analyze);`);
  assert.ok(!whole.includes("new Worker"), "the worker is not imported");
  assert.ok(whole.length < 30_000, `${whole.length} characters`);
});

test("esbuild bundles the core with a loader, or as a script", async () => {
  const { build } = await import("esbuild");
  for (const core of ["whosaid/whosaid.wasm", "whosaid/inline"]) {
    const contents = `import { analyze, init } from "whosaid/slim"; import core from "${core}";
      await init(core); console.log((await analyze("“It works,” Ada Byron said.")).quotes.length);`;
    const outfile = `${place}bundle.mjs`;
    await build({
      stdin: { contents, resolveDir: place },
      bundle: true,
      outfile,
      format: "esm",
      target: "node20",
      logLevel: "error",
      loader: { ".wasm": "binary" },
    });
    assert.equal(execFileSync("node", [outfile], { encoding: "utf8", stdio: "pipe" }).trim(), "1", core);
  }
});
