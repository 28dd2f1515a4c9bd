import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { bundledPackages } from "./scripts/bundled-packages.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Copies the examples that need no build. */
function copied(): Plugin {
  return {
    name: "whosaid-examples",
    closeBundle() {
      for (const name of [
        "news",
        "live-blog",
        "strict-policy",
        "plain",
        "reviewed",
        "wordpress",
        "ghost",
        "drupal",
        "amp",
      ])
        cpSync(here(`examples/${name}`), here(`dist/examples/${name}`), { recursive: true });
    },
  };
}

export default defineConfig({
  root: here("examples/react"),
  base: "./",
  publicDir: false,
  build: { target: "es2022", outDir: here("dist/examples/react"), emptyOutDir: true },
  plugins: [copied(), bundledPackages("examples")],
});
