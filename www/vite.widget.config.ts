import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin, type UserConfig } from "vite";
import { bundledPackages } from "./scripts/bundled-packages.js";
import { compactStyles } from "./scripts/compact-styles.js";
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

/** The script for reviewed reports: a module in a folder of its own, with the parts that it loads when they are needed. */
function reviewedBuild(): UserConfig {
  const folder = "who-said-reviewed";
  return {
    base: "./",
    publicDir: false,
    build: {
      target: "es2022",
      emptyOutDir: false,
      // Other builds add a loader of 1 kB for style sheets to the script.
      lib: { entry: "src/widget/reviewed.ts", formats: ["es"] },
      rollupOptions: {
        preserveEntrySignatures: false,
        checks: { pluginTimings: false },
        output: {
          minify: true,
          comments: false,
          entryFileNames: `${folder}/[name]-[hash].js`,
          chunkFileNames: `${folder}/[name]-[hash].js`,
        },
      },
    },
    plugins: [bundledPackages("widget-reviewed"), compactStyles(), loader(folder)],
  };
}

/** Adds the script that loads the module, whose name has a hash; as a classic script, it can be in any page. */
function loader(folder: string): Plugin {
  return {
    name: "whosaid-loader",
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((one) => one.type === "chunk" && one.isEntry);
      if (!entry) throw new Error("the reviewed script has no entry");
      const [, file] = entry.fileName.split(`${folder}/`);
      this.emitFile({
        type: "asset",
        fileName: `${folder}.js`,
        source: `import("./${folder}/${file}");\n`,
      });
    },
  };
}

/** One script as a classic one, so that one script tag is all a page needs, and the same as a module. */
export default defineConfig(({ mode }) => {
  if (mode === "reviewed") return reviewedBuild();
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
    plugins: [workerFunction(), compactStyles(), bundledPackages("widget")],
  };
});
