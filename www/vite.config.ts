import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** Leaves the core beside the page under a name that page and widget both know. */
function core(): Plugin {
  return {
    name: "whosaid-core",
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "whosaid.wasm",
        source: readFileSync(new URL("src/wasm/whosaid_bg.wasm", import.meta.url)),
      });
    },
  };
}

export default defineConfig({
  base: "./",
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: "es" },
  plugins: [core()],
});
