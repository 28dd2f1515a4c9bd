/** The package in other runtimes than the Node.js that runs the tests. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const place = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = `import { Analyzer, analyze, createWorker } from "whosaid";
const text = "“It works,” Ada Byron said.";
const worker = createWorker();
const reports = [await analyze(text), (await Analyzer.create()).analyze(text), await worker.analyze(text)];
worker.terminate();
const message = await analyze(5).catch((error) => error.name);
console.log(JSON.stringify([reports.map(({ quotes }) => quotes.length), reports[0].quotes[0].confidence, message]));
`;

for (const [name, command] of [
  ["Node.js 22", ["node"]],
  ["Deno", ["deno", "run", "--allow-read", "--allow-env"]],
  ["Bun", ["bun", "run"]],
]) {
  test(name, () => {
    writeFileSync(`${place}program.mjs`, PROGRAM);
    const [program, ...options] = command;
    const output = execFileSync(`${place}node_modules/.bin/${program}`, [...options, `${place}program.mjs`], {
      cwd: place,
      encoding: "utf8",
      env: { ...process.env, DENO_NO_UPDATE_CHECK: "1" },
    });
    const [counts, confidence, message] = JSON.parse(output.trim().split("\n").at(-1));
    assert.deepEqual(counts, [1, 1, 1]);
    assert.equal(confidence, Math.round(confidence * 1e4) / 1e4);
    assert.equal(message, "TypeError");
  });
}
