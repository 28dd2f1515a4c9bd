import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin } from "vite";
import { bundledPackages } from "./scripts/bundled-packages.js";
import { coreFile } from "./scripts/core-file.js";

/** Bundles the worker as a function, which the script runs as a worker itself or hands on as text. */
function workerFunction(): Plugin {
  const name = "virtual:whosaid-worker";
  return {
    name: "whosaid-worker",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const result = await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        plugins: [bundledPackages("widget-worker")],
        build: {
          target: "es2022",
          write: false,
          lib: {
            entry: fileURLToPath(new URL("src/core/worker.ts", import.meta.url)),
            formats: ["iife"],
            name: "worker",
          },
        },
      });
      const outputs = Array.isArray(result) ? result : [result];
      const chunk = outputs.flatMap((one) => ("output" in one ? one.output : []))[0];
      if (chunk?.type !== "chunk") throw new Error("the worker has no script");
      return `export default function () {\n${chunk.code}\n}`;
    },
  };
}

/** One script as a classic one, so that one script tag is all a page needs, and the same as a module. */
export default defineConfig(({ mode }) => {
  const isModule = mode === "module";
  return {
    base: "./",
    publicDir: false,
    define: {
      __CORE_FILE__: JSON.stringify(coreFile().name),
      __MODULE_URL__: isModule ? "import.meta.url" : "undefined",
      __IS_MODULE__: String(isModule),
    },
    build: {
      target: "es2022",
      emptyOutDir: false,
      rollupOptions: { checks: { pluginTimings: false } },
      lib: {
        entry: "src/widget/who-said.ts",
        formats: [isModule ? "es" : "iife"],
        name: "whosaid",
        fileName: () => (isModule ? "who-said.module.js" : "who-said.js"),
      },
    },
    plugins: [workerFunction(), bundledPackages("widget")],
  };
});
