import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/**
 * Imports `*.css?compact` as a string without comments and needless blanks. Minifiers of styles write other declarations as
 * well, for browsers that cannot show the widget, which makes them longer.
 */
export function compactStyles(): Plugin {
  // Without the ending of a style sheet, which other plugins would handle.
  const prefix = "\0compact:";
  // Module names appear in the bundle, so they must not depend on the folder of the build.
  const root = fileURLToPath(new URL("..", import.meta.url));
  return {
    name: "whosaid-compact-styles",
    enforce: "pre",
    resolveId(id, importer) {
      const path = id.match(/(.*)\.css\?compact$/)?.[1];
      return path && importer ? prefix + relative(root, resolve(dirname(importer), path)) : null;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const styles = readFileSync(resolve(root, `${id.slice(prefix.length)}.css`), "utf8");
      return `export default ${JSON.stringify(compact(styles))};`;
    },
  };
}

function compact(styles: string): string {
  return styles
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{},;>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .replace(/\b0\./g, ".")
    .trim();
}
