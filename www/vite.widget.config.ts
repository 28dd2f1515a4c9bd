import { defineConfig } from "vite";

/** The widget is one classic script, so that one script tag is all a page needs. */
export default defineConfig({
  base: "./",
  publicDir: false,
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
