import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin, type UserConfig } from "vite";
import { bundledPackages } from "./scripts/bundled-packages.js";
import { compactStyles } from "./scripts/compact-styles.js";
import { checkFile, coreFile } from "./scripts/core-file.js";

/** Bundles a worker as a function, which the script runs as a worker itself or hands on as text. */
function workerFunction(name: string, entry: string): Plugin {
  return {
    name,
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
            entry: fileURLToPath(new URL(entry, import.meta.url)),
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

const analysisWorker = () => workerFunction("virtual:whosaid-worker", "src/core/worker.ts");
const checkWorker = () => workerFunction("virtual:whosaid-check-worker", "src/core/check-worker.ts");

/** A script with parts that it loads when they are needed: a module in a folder of its own, and a small script that loads it. */
function buildInFolder(folder: string, entry: string, bundleName: string): UserConfig {
  return {
    base: "./",
    publicDir: false,
    define: {
      __CORE_FILE__: JSON.stringify(`../${coreFile().name}`),
      __CHECK_FILE__: JSON.stringify(checkFile().name),
      __MODULE_URL__: "import.meta.url",
      __IS_MODULE__: "true",
    },
    build: {
      target: "es2022",
      // Older ones have no light-dark(), and what would take its place needs rules for the whole page.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      emptyOutDir: false,
      // Other builds add a loader of 1 kB for style sheets to the script.
      lib: { entry, formats: ["es"] },
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
    plugins: [analysisWorker(), checkWorker(), compactStyles(), bundledPackages(bundleName), loader(folder)],
  };
}

/** Adds the script that loads the module, whose name has a hash; as a classic script, it can be in any page. */
function loader(folder: string): Plugin {
  return {
    name: "whosaid-loader",
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((one) => one.type === "chunk" && one.isEntry);
      if (!entry) throw new Error(`${folder} has no entry`);
      const [, file] = entry.fileName.split(`${folder}/`);
      this.emitFile({
        type: "asset",
        fileName: `${folder}.js`,
        source: `import("./${folder}/${file}");\n`,
      });
    },
  };
}

/** Functions for the hosts of an editor, without anything of the widget. */
function adapterBuild(): UserConfig {
  return {
    publicDir: false,
    build: {
      target: "es2022",
      emptyOutDir: false,
      lib: {
        entry: "src/editor/prosemirror.ts",
        formats: ["es"],
        fileName: () => "who-said-prosemirror.js",
      },
    },
  };
}

/** One script as a classic one, so that one script tag is all a page needs, and the same as a module. */
export default defineConfig(({ mode }) => {
  if (mode === "reviewed")
    return buildInFolder("who-said-reviewed", "src/widget/reviewed.ts", "widget-reviewed");
  if (mode === "editor") return buildInFolder("who-said-editor", "src/editor/who-said-editor.ts", "editor");
  if (mode === "prosemirror") return adapterBuild();
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
    plugins: [analysisWorker(), compactStyles(), bundledPackages("widget")],
  };
});
