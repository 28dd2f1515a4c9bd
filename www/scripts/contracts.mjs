/**
 * Writes what other websites rely on, `public/who-said.d.ts` and `public/custom-elements.json`, from the sources
 * of the widget and the types of the report. With `--check`, fails where the files differ instead.
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
 * The types of the element, of its labels and of reports.
 * @param {string} folder for the compiler's output
 */
function makeTypes(folder) {
  run("tsc", ["--project", "scripts/types.tsconfig.json", "--outDir", folder]);
  const sources = [
    read(www, REPORT_TYPES),
    read(folder, "src/core/errors.d.ts"),
    read(folder, "src/texts/types.d.ts"),
    read(folder, "src/ui/reviewed-report.d.ts"),
    read(folder, "src/widget/types.d.ts"),
  ];
  return `/** Types of the \`<who-said>\` element and its events; made by \`npm run contracts\`. */\n\n${bundleDeclarations(sources)}`;
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
  const made = { "who-said.d.ts": makeTypes(folder), "custom-elements.json": makeManifest(folder) };
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
