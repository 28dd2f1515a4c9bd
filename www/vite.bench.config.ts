import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Copies the core beside the pages of the comparison. */
function core(): Plugin {
  return {
    name: "whosaid-core",
    generateBundle() {
      const source = readFileSync(here("src/core/wasm/whosaid_bg.wasm"));
      this.emitFile({ type: "asset", fileName: "whosaid.wasm", source });
    },
  };
}

export default defineConfig({
  root: here("bench"),
  base: "./",
  publicDir: false,
  build: {
    target: "es2022",
    outDir: here("../target/bench/site"),
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    rollupOptions: {
      input: ["whosaid", "compromise", "wink"].map((name) => here(`bench/${name}.html`)),
    },
  },
  plugins: [core()],
});
