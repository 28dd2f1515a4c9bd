/** The package in bundlers, and what they make of it in a browser. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { found, inPage, serve } from "./harness.mjs";

const place = fileURLToPath(new URL("..", import.meta.url));

const SCRIPT = `import { Analyzer, analyze, createWorker } from "whosaid";
import "whosaid/widget";
const text = "“It works,” Ada Byron said.";
const widget = new Promise((resolve) => addEventListener("whosaid-report", ({ detail }) => resolve(detail.quotes.length)));
const failure = new Promise((_, reject) => addEventListener("whosaid-error", ({ detail }) => reject(new Error(detail.message))));
document.body.innerHTML = "<article><p>“It works,” Ada Byron said. The engine ran all night.</p></article><who-said for=article></who-said>";
const worker = createWorker();
globalThis.found = [
  (await analyze(text)).quotes.length,
  (await Analyzer.create()).analyze(text).quotes.length,
  (await worker.analyze(text)).quotes.length,
  await Promise.race([widget, failure]),
];
`;
const PAGE = `<!doctype html><meta charset="utf-8"><title>Test</title><body><script type="module" src="./main.js"></script></body>`;

/** A project with one page. */
function project(name) {
  const folder = `${place}projects/${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "type": "module", "private": true }');
  writeFileSync(`${folder}/main.js`, SCRIPT);
  writeFileSync(`${folder}/index.html`, PAGE);
  return folder;
}

async function check(folder) {
  const server = await serve(folder);
  try {
    assert.deepEqual(await inPage(server.url, found), [1, 1, 1, 1]);
  } finally {
    server.close();
  }
}

test("Vite, built", async () => {
  const { build } = await import("vite");
  const root = project("vite");
  await build({ root, configFile: false, logLevel: "error", build: { target: "es2022" } });
  await check(`${root}/dist`);
});

test("Vite, while developing", async () => {
  const { createServer } = await import("vite");
  const server = await createServer({
    root: project("vite-dev"),
    configFile: false,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, fs: { allow: [place] } },
  });
  await server.listen();
  try {
    assert.deepEqual(await inPage(server.resolvedUrls.local[0], found), [1, 1, 1, 1]);
  } finally {
    await server.close();
  }
});

test("webpack 5", async () => {
  const { default: webpack } = await import("webpack");
  const root = project("webpack");
  const compiler = webpack({
    mode: "production",
    context: root,
    entry: "./main.js",
    output: { path: `${root}/dist`, filename: "main.js" },
    performance: { hints: false },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, stats) => (error ? reject(error) : resolve(stats))),
  );
  assert.deepEqual(stats.toJson().errors, []);
  assert.deepEqual(stats.toJson().warnings, []);
  cpSync(`${root}/index.html`, `${root}/dist/index.html`);
  await check(`${root}/dist`);
});

test("a script tag from another host, with the README's hash", async () => {
  const root = project("script-tag");
  const cdn = await serve(`${place}node_modules/whosaid`);
  const hash = createHash("sha384")
    .update(readFileSync(`${place}node_modules/whosaid/who-said.js`))
    .digest("base64");
  writeFileSync(
    `${root}/index.html`,
    `<!doctype html><meta charset="utf-8"><article><p>“It works,” Ada Byron said. The engine ran all night.</p></article>
    <script>addEventListener("whosaid-report", ({ detail }) => { globalThis.found = [1, 1, 1, detail.quotes.length]; });</script>
    <who-said for="article"></who-said>
    <script src="${cdn.url}who-said.js" integrity="sha384-${hash}" crossorigin="anonymous"></script>`,
  );
  try {
    await check(root);
  } finally {
    cdn.close();
  }
});

const NEXT_SERVER = `import { analyze } from "whosaid";
import { Client } from "./client";
export const dynamic = "force-dynamic";
export default async function Page() {
  const report = await analyze("“It works,” Ada Byron said.");
  return <main><p id="server">{report.quotes.length}</p><Client /></main>;
}
`;
const NEXT_CLIENT = `"use client";
import { useEffect } from "react";
import { Analyzer, analyze, createWorker } from "whosaid";
import { WhoSaid } from "whosaid/react";
const text = "“It works,” Ada Byron said.";
const counts = {};
function note(name, report) {
  counts[name] = report.quotes.length;
  if (Object.keys(counts).length === 4) globalThis.found = [counts.analyze, counts.analyzer, counts.worker, counts.widget];
}
export function Client() {
  useEffect(() => {
    analyze(text).then((report) => note("analyze", report));
    Analyzer.create().then((analyzer) => note("analyzer", analyzer.analyze(text)));
    createWorker().analyze(text).then((report) => note("worker", report));
  }, []);
  return <><article><p>{text} The engine ran all night.</p></article><WhoSaid for="article" onReport={(report) => note("widget", report)} /></>;
}
`;

for (const bundler of ["--turbopack", "--webpack"]) {
  test(`Next.js on the server and in the browser, ${bundler}`, async () => {
    const root = `${place}projects/next${bundler}`;
    rmSync(root, { recursive: true, force: true });
    mkdirSync(`${root}/app`, { recursive: true });
    writeFileSync(`${root}/package.json`, '{ "private": true }');
    // The packages are those of the folder above.
    writeFileSync(
      `${root}/next.config.mjs`,
      `export default { turbopack: { root: ${JSON.stringify(place)} }, outputFileTracingRoot: ${JSON.stringify(place)} };`,
    );
    writeFileSync(
      `${root}/app/layout.js`,
      "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
    );
    writeFileSync(`${root}/app/page.js`, NEXT_SERVER);
    writeFileSync(`${root}/app/client.js`, NEXT_CLIENT);
    const next = (...options) =>
      spawn("node", [`${place}node_modules/next/dist/bin/next`, ...options], {
        cwd: root,
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" },
      });
    const said = [];
    const build = next("build", bundler);
    for (const stream of [build.stdout, build.stderr]) stream.on("data", (data) => said.push(data));
    const code = await new Promise((resolve) => build.on("exit", resolve));
    assert.equal(code, 0, said.join("").slice(-3000));
    const server = next("start", "--hostname", "127.0.0.1", "--port", "0");
    server.stderr.on("data", (data) => said.push(data));
    try {
      const url = await new Promise((resolve, reject) => {
        server.stdout.on("data", (data) => {
          const address = /http:\/\/127\.0\.0\.1:\d+/.exec(String(data))?.[0];
          if (address && !address.endsWith(":0")) resolve(address);
        });
        server.on("exit", () => reject(new Error(said.join("").slice(-3000))));
      });
      const html = await (await fetch(url)).text();
      assert.ok(
        html.includes('<p id="server">1</p>'),
        `${html.slice(0, 500)}\n${said.join("").slice(-2000)}`,
      );
      assert.ok(html.includes('<who-said for="article">'), html.slice(0, 2000));
      assert.deepEqual(await inPage(url, found), [1, 1, 1, 1]);
    } finally {
      server.kill();
    }
  });
}
