/** The package in Node.js. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Analyzer, analyze, createWorker, init } from "whosaid";

const TEXT = "“It works,” Ada Byron said.";

test("an analyzer needs the core and says how to load it", () => {
  assert.throws(() => new Analyzer(), /await Analyzer\.create\(\)/);
});

test("the README's lines run", async () => {
  const readme = readFileSync(new URL("../node_modules/whosaid/README.md", import.meta.url), "utf8");
  const [first] = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
  const said = [];
  const body = first.replace(/^import .*$/m, "").replaceAll("console.log", "log");
  await new (Object.getPrototypeOf(async () => {}).constructor)("analyze", "log", body)(analyze, (...words) =>
    said.push(words),
  );
  assert.deepEqual(said, [["Ada Byron", "“It works,”"]]);
});

test("confidences have few digits", async () => {
  const shares = [];
  const report = await analyze(TEXT, { onProgress: (share) => shares.push(share) });
  const digits = (number) => String(number).length;
  for (const { confidence, speaker_confidence } of report.quotes) {
    assert.ok(
      digits(confidence) <= 6 && digits(speaker_confidence) <= 6,
      `${confidence} ${speaker_confidence}`,
    );
  }
  for (const { confidence } of report.entities) assert.ok(digits(confidence) <= 6, String(confidence));
  assert.ok(shares.length > 0 && shares.every((share) => digits(share) <= 6), String(shares));
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test("wrong arguments are TypeErrors that say what is wrong, and harm nothing", async () => {
  const analyzer = await Analyzer.create();
  const worker = createWorker();
  const cases = [
    [[5], /text must be a string, not of type number/],
    [[undefined], /text must be a string, not undefined/],
    [[null], /text must be a string, not null/],
    [[TEXT, "byte"], /options must be an object/],
    [[TEXT, null], /options must be an object/],
    [[TEXT, { offsets: "utf8" }], /offsets must be "utf-16", "codepoint" or "byte", not "utf8"/],
    [[TEXT, { offsets: 7 }], /offsets must be/],
    [[TEXT, { onProgress: 1 }], /onProgress must be a function/],
  ];
  for (const [given, message] of cases) {
    const expected = { name: "TypeError", message };
    await assert.rejects(analyze(...given), expected);
    await assert.rejects(worker.analyze(...given), expected);
    assert.throws(() => analyzer.analyze(...given), expected);
  }
  assert.equal(analyzer.analyze(TEXT).quotes.length, 1);
  worker.terminate();
});

test("offsets count as asked for", async () => {
  for (const [offsets, end] of [
    ["utf-16", 13],
    ["codepoint", 12],
    ["byte", 19],
  ]) {
    const report = await analyze(`😀${TEXT}`, { offsets });
    assert.equal(report.offsets, offsets);
    assert.equal(report.quotes[0].content[0].end, end);
  }
});

test("a worker answers in order, and rejects what it cannot answer once it has ended", async () => {
  const worker = createWorker();
  const shares = [];
  const reports = await Promise.all([
    worker.analyze(TEXT, { onProgress: (share) => shares.push(share) }),
    worker.analyze("No."),
  ]);
  assert.deepEqual(
    reports.map(({ quotes }) => quotes.length),
    [1, 0],
  );
  assert.ok(shares.length > 0);
  const last = worker.analyze(TEXT);
  worker.terminate();
  await assert.rejects(last, /terminated/);
  await assert.rejects(worker.analyze(TEXT), /terminated/);
});

test("a freed analyzer says so", async () => {
  const analyzer = await Analyzer.create();
  analyzer.free();
  analyzer.free();
  assert.throws(() => analyzer.analyze(TEXT), /was freed/);
});

test("the slim entry takes the core in every form, and says so where it has none", async () => {
  const { execFileSync } = await import("node:child_process");
  const run = (code) =>
    execFileSync(
      "node",
      ["--input-type=module", "-e", `import { analyze, init } from "whosaid/slim";${code}`],
      { encoding: "utf8", cwd: fileURLToPath(new URL("..", import.meta.url)) },
    ).trim();
  const read = `const bytes = (await import("node:fs")).readFileSync(new URL(import.meta.resolve("whosaid/whosaid.wasm")));`;
  const count = `console.log((await analyze(${JSON.stringify(TEXT)})).quotes.length)`;
  assert.match(run(`await analyze("").catch((error) => console.log(error.message))`), /call init\(\)/);
  assert.match(
    run(`await init(5).catch((error) => console.log(error.name, error.message))`),
    /^TypeError init\(\) takes/,
  );
  const forms = [
    "bytes",
    "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)",
    "new WebAssembly.Module(bytes)",
    `new Response(bytes, { headers: { "content-type": "application/wasm" } })`,
    "new Response(bytes)",
    "Promise.resolve(bytes)",
    `(await import("whosaid/inline")).default`,
  ];
  for (const form of forms) assert.equal(run(`${read} await init(${form}); ${count}`), "1", form);
  assert.equal(
    run(`${read} await init(new Uint8Array(4)).catch(() => {}); await init(bytes); ${count}`),
    "1",
    "after a failure",
  );
});

test("loading twice is loading once", async () => {
  await Promise.all([init(), init()]);
  assert.equal((await analyze(TEXT)).quotes.length, 1);
});
