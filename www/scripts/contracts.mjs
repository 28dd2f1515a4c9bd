/**
 * Writes what other websites rely on, the types of the elements (`public/who-said.d.ts`, `who-said-editor.d.ts`, `who-said-prosemirror.d.ts`)
 * and `public/custom-elements.json`, from the sources of the elements and the types of the report. With `--check`, fails where the files differ instead.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleDeclarations } from "./declarations.mjs";

const www = fileURLToPath(new URL("..", import.meta.url));
/** The report's types, which `cargo xtask types` makes; the core's package contains them. */
const REPORT_TYPES = "../src/bindings/report.d.ts";

/**
 * Runs a program of `node_modules`.
 * @param {string} name
 * @param {string[]} options
 * @param {string} [input]
 */
function run(name, options, input) {
  const program = join(www, "node_modules/.bin", name);
  return execFileSync(program, options, { cwd: www, encoding: "utf8", input, stdio: "pipe" });
}

/** @param {string} folder @param {string} file */
const read = (folder, file) => readFileSync(join(folder, file), "utf8");

/**
 * The types of an element, of its events and of what they bring.
 * @param {string} tag
 * @param {string} folder the compiler's output
 * @param {string[]} files the sources, those that refer to others last
 */
function makeTypes(tag, folder, files) {
  const sources = [read(www, REPORT_TYPES), ...files.map((file) => read(folder, `src/${file}.d.ts`))];
  return `/** Types of the \`<${tag}>\` element and its events; made by \`npm run contracts\`. */\n\n${bundleDeclarations(sources)}`;
}

/**
 * The custom elements manifest (https://github.com/webcomponents/custom-elements-manifest).
 * @param {string} folder for the analyzer's output
 */
function makeManifest(folder) {
  const config = "custom-elements-manifest.config.mjs";
  run("custom-elements-manifest", ["analyze", "--config", config, "--outdir", relative(www, folder)]);
  return read(folder, "custom-elements.json");
}

const folder = mkdtempSync(join(tmpdir(), "whosaid-contracts-"));
let outdated = false;
try {
  run("tsc", ["--project", "scripts/types.tsconfig.json", "--outDir", folder]);
  const shared = ["core/errors", "texts/types", "ui/reviewed-report"];
  const made = {
    "who-said.d.ts": makeTypes("who-said", folder, [...shared, "widget/types"]),
    "who-said-editor.d.ts": makeTypes("who-said-editor", folder, [
      "core/check-rules",
      "ui/corrections/passage",
      "ui/check/dismissals",
      ...shared,
      "editor/types",
    ]),
    "who-said-prosemirror.d.ts": read(folder, "src/editor/prosemirror.d.ts").replace(/^export {};\n/m, ""),
    "custom-elements.json": makeManifest(folder),
  };
  for (const [name, text] of Object.entries(made)) {
    const file = `public/${name}`;
    const formatted = run("biome", ["format", `--stdin-file-path=${file}`], text);
    if (!process.argv.includes("--check")) writeFileSync(join(www, file), formatted);
    else if (read(www, file) !== formatted) {
      outdated = true;
      console.error(`www/${file} is out of date: run \`cargo xtask types\``);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (outdated) process.exitCode = 1;
