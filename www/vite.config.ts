import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { bundledPackages } from "./scripts/bundled-packages.js";
import { checkFile, coreFile } from "./scripts/core-file.js";
import { fillStaticTexts } from "./scripts/static-texts.js";
import { page as english } from "./src/texts/en/page.js";

const here = (path: string) => new URL(path, import.meta.url);

/** Copies the core and the check's module beside the page, under the names that page and widget load. */
function modules(): Plugin {
  const core = coreFile();
  const check = checkFile();
  return {
    name: "whosaid-modules",
    transformIndexHtml: (html) => html.replaceAll("whosaid.wasm", core.name),
    generateBundle() {
      for (const { name, source } of [core, check]) this.emitFile({ type: "asset", fileName: name, source });
    },
  };
}

/** Writes the service worker with the list of all files that the page may load. */
function offline(): Plugin {
  return {
    name: "whosaid-offline",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        const files = ["./", "manifest.webmanifest", "icon.svg"];
        for (const name of readdirSync(here("public")).sort())
          hash.update(readFileSync(here(`public/${name}`)));
        for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          hash.update(name).update(file.type === "chunk" ? file.code : file.source);
          if (name !== "index.html") files.push(name);
        }
        const source = readFileSync(here("src/page/offline.js"), "utf8")
          .replace("self.__FILES__", JSON.stringify([...new Set(files)]))
          .replace("__VERSION__", hash.digest("hex").slice(0, 16));
        this.emitFile({ type: "asset", fileName: "offline.js", source });
      },
    },
  };
}

/** Fills in the English texts of index.html. */
function staticTexts(): Plugin {
  return {
    name: "whosaid-texts",
    transformIndexHtml: (html) => fillStaticTexts(html, english),
  };
}

export default defineConfig({
  base: "./",
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  define: {
    __CORE_FILE__: JSON.stringify(coreFile().name),
    __CHECK_FILE__: JSON.stringify(checkFile().name),
  },
  worker: { format: "es", plugins: () => [bundledPackages("worker")] },
  plugins: [modules(), offline(), staticTexts(), bundledPackages("page")],
});
