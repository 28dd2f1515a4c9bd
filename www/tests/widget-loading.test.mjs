import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSite, serve } from "./harness.mjs";
import { coreName, noted, quoted, reports, withMadePage } from "./made-page.mjs";

const site = openSite(before, after);
/** A server of another origin, which shares nothing. @type {Awaited<ReturnType<typeof serve>>} */
let other;
/** @type {string} */
let core;
before(async () => {
  other = await serve();
  core = await coreName();
});
after(() => other?.close());

const ARTICLE = "<article><p>“It works well,” said Clara Boyle on Monday.</p></article>";
const BODY = `${ARTICLE}<who-said for="article"></who-said>`;
const FOUND = ["“It works well,”"];

/** How a page can load the script, with the files that are there. */
const WAYS = {
  "a script in the head": {
    body: `<head><script src="/site/who-said.js"></script></head>${BODY}`,
    script: "",
  },
  "an async script": { script: '<script async src="/site/who-said.js"></script>' },
  "a deferred script": { script: '<script defer src="/site/who-said.js"></script>' },
  "the script twice": {
    script: '<script src="/site/who-said.js"></script><script src="/site/who-said.js?2"></script>',
  },
  "a script that a script adds": {
    script:
      '<script>document.head.append(Object.assign(document.createElement("script"), { src: "/site/who-said.js" }))</script>',
  },
  "an import of the script": {
    script: '<script type="module">import "/mods/who-said.js"</script>',
    folder: "/mods",
  },
  "a dynamic import of a name with a version": {
    script: '<script type="module">await import("/mods/v2/who-said.3f2a9c.js?x=1:2")</script>',
    folder: "/mods/v2",
    files: { "/mods/v2/who-said.3f2a9c.js*": "who-said.js" },
  },
  "the module": { script: '<script type="module" src="/mods/who-said.module.js"></script>', folder: "/mods" },
  "a bundle, with the core's address": {
    body: `${ARTICLE}<who-said for="article" core="/elsewhere/core.wasm"></who-said>`,
    script: '<script type="module" src="/bundles/app.js"></script>',
    files: { "/bundles/app.js": "who-said.js", "/elsewhere/core.wasm": "CORE" },
  },
};

describe("the core is found", () => {
  for (const [way, { body = BODY, script, folder, files = {} }] of Object.entries(
    /** @type {Record<string, { body?: string, script: string, folder?: string, files?: Record<string, string> }>} */ (
      WAYS
    ),
  )) {
    test(way, () => {
      const there = { ...files };
      if (folder)
        Object.assign(there, {
          [`${folder}/${core}`]: core,
          [`${folder}/who-said.js`]: "who-said.js",
          [`${folder}/who-said.module.js`]: "who-said.module.js",
        });
      for (const [address, file] of Object.entries(there)) if (file === "CORE") there[address] = core;
      return withMadePage(
        site,
        body,
        async (page, seen) => {
          await reports(page);
          assert.deepEqual(await quoted(page), FOUND);
          assert.equal(seen.requests.filter((url) => url.endsWith(".wasm")).length, 1);
          assert.deepEqual(
            seen.console.filter((line) => /^(error|warning)/.test(line)),
            [],
          );
          assert.deepEqual(seen.errors, []);
        },
        { script, files: there },
      );
    });
  }

  test("two requests, however many widgets there are", () =>
    withMadePage(
      site,
      `${BODY}${BODY.replaceAll("article", "section")}<who-said for="p" panel="off"></who-said>`,
      async (page, seen) => {
        await reports(page, 3);
        const own = seen.requests.filter(
          (url) => !url.startsWith("blob:") && !url.endsWith(".html") && !url.endsWith(".ico"),
        );
        assert.equal(own.length, 2, own.join());
      },
    ));
});

const WASM = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'";

/** Content policies that allow a worker. */
const POLICIES = {
  "worker-src blob:": `${WASM}; worker-src blob:`,
  "worker-src 'self'": `${WASM}; worker-src 'self'`,
  "worker-src data:": `${WASM}; worker-src data:`,
  "no worker-src": WASM,
  "Trusted Types, any policy": "require-trusted-types-for 'script'",
  "Trusted Types, our policy": "require-trusted-types-for 'script'; trusted-types whosaid",
  "Trusted Types and worker-src 'self'": `${WASM}; worker-src 'self'; require-trusted-types-for 'script'; trusted-types whosaid`,
};

describe("a worker analyzes wherever a policy allows one", () => {
  for (const [name, policy] of Object.entries(POLICIES))
    test(name, () =>
      withMadePage(
        site,
        BODY,
        async (page) => {
          await reports(page);
          assert.deepEqual(await quoted(page), FOUND);
          assert.equal(page.workers().length, 1);
        },
        { policy },
      ),
    );

  for (const script of ['<script type="module" src="/site/who-said.module.js"></script>'])
    test("worker-src 'self', for the module", () =>
      withMadePage(
        site,
        BODY,
        async (page) => {
          await reports(page);
          assert.equal(page.workers().length, 1);
        },
        { policy: `${WASM}; worker-src 'self'`, script },
      ));

  for (const policy of [
    `${WASM}; worker-src 'none'`,
    "require-trusted-types-for 'script'; trusted-types theirs",
  ])
    test(`none is allowed (${policy.slice(-24)}): the page analyzes, and the console says why`, () =>
      withMadePage(
        site,
        BODY,
        async (page, seen) => {
          await reports(page);
          assert.deepEqual(await quoted(page), FOUND);
          assert.equal(page.workers().length, 0);
          assert.ok(
            seen.console.some((line) => /^warning: .*worker-src.*trusted-types/.test(line)),
            seen.console.join("\n"),
          );
        },
        { policy },
      ));
});

/** What can fail, with the code and words that the event and the console have. */
const FAILURES =
  /** @type {Record<string, { code: string, says: RegExp, policy?: string, body?: string, answer?: { status?: number, contentType?: string, body?: string } | "abort", script?: (origin: string) => string }>} */ ({
    "the core is missing": { code: "notFound", says: /status 404.*`core`/, answer: { status: 404 } },
    "a page stands in for the core": {
      code: "notWasm",
      says: /text\/html/,
      answer: { status: 200, contentType: "text/html", body: "<!doctype html><title>Not found</title>" },
    },
    "a page of the wrong type stands in": {
      code: "notWasm",
      says: /application\/wasm/,
      answer: { status: 200, contentType: "application/wasm", body: "<!doctype html>" },
    },
    "the server cannot be reached": { code: "unreachable", says: /cannot be reached/, answer: "abort" },
    "another origin does not share the core": {
      code: "blockedByCors",
      says: /Access-Control-Allow-Origin: http:\/\/127/,
      script: (origin) => `<script src="${origin}/site/who-said.js"></script>`,
    },
    "the content policy forbids the connection": {
      code: "blockedConnection",
      says: /connect-src/,
      policy: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; worker-src blob:",
    },
    "the content policy forbids WebAssembly": {
      code: "blockedCompilation",
      says: /'wasm-unsafe-eval'/,
      policy: "script-src 'self'; worker-src blob:",
    },
    "a selector that is not valid": {
      code: "badSelector",
      says: /“article:::x”.*`for`/,
      body: `${ARTICLE}<who-said for="article:::x"></who-said>`,
    },
    "a selector for exceptions that is not valid": {
      code: "badSelector",
      says: /`exclude`/,
      body: `${ARTICLE}<who-said for="article" exclude="]["></who-said>`,
    },
    "a misspelt selector": {
      code: "noElement",
      says: /“artikle”/,
      body: `${ARTICLE}<who-said for="artikle"></who-said>`,
    },
  });

describe("each failure has its own message, in the event and on the console", () => {
  for (const [name, { code, says, policy, body = BODY, answer, script }] of Object.entries(FAILURES))
    test(name, () =>
      withMadePage(
        site,
        "",
        async (page, seen) => {
          if (answer)
            await page.route("**/*.wasm", (route) =>
              answer === "abort" ? route.abort() : route.fulfill(answer),
            );
          await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), body);
          await page.waitForFunction(() => /** @type {any} */ (window).seen.errors.length > 0, null, {
            timeout: 15_000,
          });
          const { errors } = await noted(page);
          assert.equal(errors[0]?.code, code, errors[0]?.message);
          assert.match(errors[0]?.message ?? "", says);
          assert.ok(
            seen.console.some((line) => line.startsWith("error:") && says.test(line)),
            seen.console.join("\n"),
          );
        },
        { ...(policy ? { policy } : {}), ...(script ? { script: script(other.origin) } : {}) },
      ),
    );

  test("a click that fails tells the reader, and the next one succeeds", () =>
    withMadePage(site, `${ARTICLE}<who-said for="article" when="click"></who-said>`, async (page) => {
      await page.route("**/*.wasm", (route) => route.abort());
      await page.locator("who-said button").click();
      const status = page.locator("who-said [role=status]");
      await status.filter({ hasText: "could not be analyzed" }).waitFor();
      await page.unroute("**/*.wasm");
      await page.locator("who-said button").click();
      await reports(page);
      assert.deepEqual(await quoted(page), FOUND);
    }));
});
