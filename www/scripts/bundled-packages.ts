import { mkdirSync, writeFileSync } from "node:fs";
import type { Plugin } from "vite";

const folder = new URL("../../target/xtask/bundled/", import.meta.url);

/** Writes the names of the npm packages that a bundle contains, for the list of licences that `cargo xtask build` makes. */
export function bundledPackages(bundleName: string): Plugin {
  return {
    name: "whosaid-bundled-packages",
    generateBundle(_, bundle) {
      const found = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of chunk.moduleIds) {
          const name = id.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
          if (name) found.add(name);
          // Helpers that the build adds.
          else if (id.startsWith("\0rolldown")) found.add("rolldown");
          else if (id.startsWith("\0vite")) found.add("vite");
        }
      }
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(`${bundleName}.json`, folder), JSON.stringify([...found].sort()));
    },
  };
}
