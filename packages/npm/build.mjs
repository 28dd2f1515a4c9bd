/**
 * Puts the package together, from its sources here, the built core and the built widget.
 *
 * Usage: node build.mjs FOLDER. `cargo xtask npm` calls it after the site's build.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const folder = process.argv[2];
if (!folder) throw new Error("name the folder of the package");

const wasm = readFileSync(join(root, "www/src/core/wasm/whosaid_bg.wasm"));
const coreFile = `whosaid-${createHash("sha256").update(wasm).digest("hex").slice(0, 10)}.wasm`;
const check = readFileSync(join(root, "www/src/core/wasm-check/check_bg.wasm"));
const checkFile = `check-${createHash("sha256").update(check).digest("hex").slice(0, 10)}.wasm`;
const widget = readFileSync(join(root, "www/dist/who-said.js"));
if (!widget.includes(coreFile))
  throw new Error("the widget was built with another core: run `cargo xtask build`");
const editor = readFileSync(join(root, "www/dist/who-said-editor.js"), "utf8");
const [, editorFile] = editor.match(/who-said-editor\/([\w-]+\.js)/) ?? [];
if (!editorFile) throw new Error("the sidebar for editors is not built: run `cargo xtask build`");
const integrity = `sha384-${createHash("sha384").update(widget).digest("base64")}`;
const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (name, content) => writeFileSync(join(folder, name), content);
const fill = (text) =>
  text
    .replaceAll("__CORE_FILE__", coreFile)
    .replaceAll("__INTEGRITY__", integrity)
    .replaceAll("__EDITOR_FILE__", editorFile)
    .replaceAll("__CHECK_FILE__", checkFile)
    .replaceAll("__VERSION__", version);

for (const name of ["package.json", "README.md"]) write(name, fill(readFileSync(join(here, name), "utf8")));
for (const name of readdirSync(join(here, "src")))
  write(name, fill(readFileSync(join(here, "src", name), "utf8")));
write(coreFile, wasm);
write(checkFile, check);
write("inline.js", inline(wasm));
const copies = {
  "core.js": "www/src/core/wasm/whosaid.js",
  "report.d.ts": "src/bindings/report.d.ts",
  "report.schema.json": "docs/report.schema.json",
  "who-said.js": "www/dist/who-said.js",
  "who-said.module.js": "www/dist/who-said.module.js",
  "widget.d.ts": "www/public/who-said.d.ts",
  "who-said-editor.js": "www/dist/who-said-editor.js",
  "who-said-editor": "www/dist/who-said-editor",
  "editor.d.ts": "www/public/who-said-editor.d.ts",
  "prosemirror.js": "www/dist/who-said-prosemirror.js",
  "prosemirror.d.ts": "www/public/who-said-prosemirror.d.ts",
  "custom-elements.json": "www/public/custom-elements.json",
  "THIRD-PARTY.txt": "www/dist/THIRD-PARTY.txt",
  LICENSE: "LICENSE",
};
for (const [name, source] of Object.entries(copies))
  cpSync(join(root, source), join(folder, name), { recursive: true });

/** The bytes as a script. */
function inline(bytes) {
  return `const text = atob("${bytes.toString("base64")}");
export default Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
`;
}
