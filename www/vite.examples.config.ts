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

/** The examples that need a build, each by its name as the mode. */
export default defineConfig(({ mode }) => {
  const name = mode === "tiptap" ? "tiptap" : "react";
  return {
    root: here(`examples/${name}`),
    base: "./",
    publicDir: false,
    build: {
      target: "es2022",
      outDir: here(`dist/examples/${name}`),
      emptyOutDir: true,
      chunkSizeWarningLimit: 1000,
    },
    plugins: [copied(), bundledPackages(name === "react" ? "examples" : `examples-${name}`)],
  };
});
