import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, speakers } from "./harness.mjs";

const { withPage, browser, origin } = openSite(before, after);

const TEXT = "“We are glad,” said Mayor Clara Boyle.";

/** @typedef {import("playwright-core").Route} Route */

/**
 * What comes instead of the core, and what the page says.
 * @type {[string, (route: Route) => Promise<void>, RegExp][]}
 */
const CORES = [
  ["is missing", (route) => route.fulfill({ status: 404, body: "Not found" }), /404 for .*reload the page/],
  [
    "meets a failing server",
    (route) => route.fulfill({ status: 503, body: "" }),
    /503 for .*reload the page/,
  ],
  ["is not reachable", (route) => route.abort("connectionrefused"), /connection and reload/],
  [
    "is cut off",
    async (route) => {
      const response = await route.fetch();
      const body = (await response.body()).subarray(0, 300_000);
      await route.fulfill({ contentType: "application/wasm", body });
    },
    /not downloaded completely.*reload the page/,
  ],
  [
    "is a page of the network’s own",
    (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sign in to the hotel’s network</h1>" }),
    /another file was sent in its place.*reload the page/,
  ],
  [
    "is a page that claims to be the core",
    (route) => route.fulfill({ contentType: "application/wasm", body: "<h1>Sign in</h1>" }),
    /another file was sent in its place.*reload the page/,
  ],
  [
    "is empty",
    (route) => route.fulfill({ contentType: "application/wasm", body: "" }),
    /not downloaded completely/,
  ],
  [
    "is of another version than the page",
    (route) =>
      route.fulfill({
        contentType: "application/wasm",
        // A sound module that imports a function which the page does not have: (import "a" "b" (func)).
        body: Buffer.from("0061736d01000000010401600000020701016101620000", "hex"),
      }),
    /different versions.*reload the page/,
  ],
];

for (const [name, fault, message] of CORES) {
  test(`when the core ${name}, the message says what to do; the text stays, and the next try may succeed`, () =>
    withPage(async (page, seen) => {
      let isFaulty = true;
      await page.route("**/whosaid-*.wasm", (route) => (isFaulty ? fault(route) : route.continue()));
      await page.reload();
      await page.fill("#text", TEXT);
      await page.waitForSelector("#status.failed");
      assert.match((await page.textContent("#status")) ?? "", message);
      assert.equal(await page.inputValue("#text"), TEXT);
      isFaulty = false;
      if (!name.includes("another version")) {
        await page.fill("#text", `${TEXT} It rained.`);
        await page.waitForFunction(
          () => document.querySelector("#speakers h3")?.textContent === "Clara Boyle",
        );
      }
      seen.errors.length = 0;
    }));
}

test("a core with another content type is run", () =>
  withPage(async (page) => {
    await page.route("**/whosaid-*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, contentType: "application/octet-stream" });
    });
    await page.reload();
    await page.fill("#text", TEXT);
    await page.waitForSelector("#speakers .speaker");
    assert.deepEqual(await speakers(page), ["Clara Boyle"]);
  }));

test("while the core is slow to arrive, a message says so, and the text is analyzed once it is there", () =>
  withPage(async (page) => {
    await page.route("**/whosaid-*.wasm", async (route) => {
      await new Promise((done) => setTimeout(done, 7000));
      await route.continue();
    });
    await page.reload();
    await page.fill("#text", TEXT);
    await page.waitForFunction(() =>
      /still loading/.test(document.getElementById("status")?.textContent ?? ""),
    );
    await page.fill("#text", `${TEXT} It rained.`);
    await page.waitForSelector("#speakers .speaker");
    assert.equal(await page.inputValue("#text"), `${TEXT} It rained.`);
  }));

test("where the worker’s script is gone after a deployment, the page analyzes by itself", () =>
  withPage(async (page, seen) => {
    await page.route("**/assets/worker-*.js", (route) => route.fulfill({ status: 404, body: "" }));
    await page.reload();
    await page.fill("#text", TEXT);
    await page.waitForSelector("#speakers .speaker");
    assert.deepEqual(await speakers(page), ["Clara Boyle"]);
    seen.errors.length = 0;
  }));

test("a reader of files that is gone after a deployment leaves the text alone", () =>
  withPage(async (page, seen) => {
    await page.route("**/assets/{files,markdown,blocks}-*.js", (route) =>
      route.fulfill({ status: 404, body: "" }),
    );
    await page.fill("#text", TEXT);
    await page.setInputFiles("#file", { name: "a.md", mimeType: "", buffer: Buffer.from("“No.”") });
    await page.waitForSelector("#status.failed");
    assert.match((await page.textContent("#status")) ?? "", /Check your connection and try again/);
    assert.equal(await page.inputValue("#text"), TEXT);
    seen.errors.length = 0;
  }));

test("offline at the first visit, the text is analyzed as soon as the connection is back", () =>
  withPage(async (page, seen) => {
    await page.route("**/whosaid-*.wasm", (route) => route.abort("internetdisconnected"));
    await page.reload();
    await page.fill("#text", TEXT);
    await page.waitForSelector("#status.failed");
    await page.unroute("**/whosaid-*.wasm");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await page.waitForSelector("#speakers .speaker");
    assert.equal(await page.inputValue("#text"), TEXT);
    seen.errors.length = 0;
  }));

test("offline at the second visit, everything works", async () => {
  const context = await browser().newContext({ serviceWorkers: "allow" });
  const page = await context.newPage();
  await page.goto(`${origin()}/site/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
  await context.setOffline(true);
  const second = await context.newPage();
  await second.goto(`${origin()}/site/`);
  await second.fill("#text", TEXT);
  await second.waitForSelector("#speakers .speaker");
  assert.deepEqual(await speakers(second), ["Clara Boyle"]);
  await context.close();
});
