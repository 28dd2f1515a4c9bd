import { defineConfig } from "vite";
import { bundledPackages } from "./scripts/bundled-packages.js";

/** The widget is one classic script, so that one script tag is all a page needs. */
export default defineConfig({
  base: "./",
  publicDir: false,
  worker: { plugins: () => [bundledPackages("widget-worker")] },
  plugins: [bundledPackages("widget")],
  build: {
    target: "es2022",
    emptyOutDir: false,
    lib: {
      entry: "src/widget/who-said.ts",
      formats: ["iife"],
      name: "whosaid",
      fileName: () => "who-said.js",
    },
  },
});
