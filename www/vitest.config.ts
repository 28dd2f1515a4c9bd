import { defineConfig } from "vitest/config";

/** Tests of modules that need no browser. */
export default defineConfig({
  test: { include: ["tests/unit/**/*.test.ts"], environment: "node", css: true },
});
