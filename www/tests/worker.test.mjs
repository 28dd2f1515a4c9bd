import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openSite, speakers } from "./harness.mjs";

const { withPage } = openSite(before, after);

const TEXT = "“We are glad,” said Mayor Clara Boyle.";
/** The faults below happen on texts with this name. */
const FATAL = "“It broke twice,” said Frank Fatal. “Nobody knows why,” said Clara Boyle.";

/** @typedef {"start" | "loading" | "analysis" | "between"} Stage */
/** @typedef {"throw" | "close" | "loop" | "trap"} Fault */

/**
 * What the worker's script begins with: a fault at one stage of its life.
 * @param {Stage} stage
 * @param {Fault} fault
 */
function faultScript(stage, fault) {
  const trap = "[0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]";
  const acts = {
    throw: `throw new Error("injected fault");`,
    close: "self.close();",
    loop: "for (;;);",
    trap: `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(${trap}))).exports.t();`,
  };
  return `
    const fail = () => { postToPage({ id: -1, progress: 0 }); ${acts[fault]} };
    const postToPage = self.postMessage.bind(self);
    const isFatal = ({ data }) => typeof data?.text === "string" && data.text.includes("Fatal");
    let armed = false;
    if ("${stage}" === "start") setTimeout(fail, 50);
    self.addEventListener("message", (event) => {
      if ("${stage}" === "loading" && event.data instanceof WebAssembly.Module) fail();
      if (isFatal(event)) armed = true;
    });
    self.postMessage = (message) => {
      // What a listener of the progress throws is caught by the core.
      const reached = "${fault}" === "throw" ? message.report !== undefined : message.progress >= 0.5;
      if (armed && "${stage}" === "analysis" && reached) fail();
      postToPage(message);
      if (armed && "${stage}" === "between" && message.report) setTimeout(fail, 50);
    };
    if ("${fault}" === "trap") {
      const { Instance } = WebAssembly;
      WebAssembly.Instance = class {
        constructor(module, imports) {
          const { exports } = new Instance(module, imports);
          this.exports = { ...exports };
          if (!exports.analyzer_analyze) return;
          this.exports.analyzer_analyze = (...values) => {
            if (armed && "${stage}" === "analysis") fail();
            return exports.analyzer_analyze(...values);
          };
        }
      };
    }
  `;
}

/**
 * A page whose first workers have a fault. Its clock can be moved forward, so that nobody waits for a silent worker.
 * @param {{ stage: Stage, fault: Fault, workers: number, coreDelay?: number }} options
 * @param {(page: import("playwright-core").Page, made: () => number) => Promise<void>} use
 */
function withFaultyWorkers({ stage, fault, workers, coreDelay = 0 }, use) {
  return withPage(async (page, seen) => {
    let made = 0;
    await page.route("**/assets/worker-*.js", async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      made++;
      await route.fulfill({ response, body: made <= workers ? faultScript(stage, fault) + script : script });
    });
    if (coreDelay > 0)
      await page.route("**/whosaid-*.wasm", async (route) => {
        await new Promise((done) => setTimeout(done, coreDelay));
        await route.continue();
      });
    await page.clock.install();
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => {
        const status = /** @type {HTMLElement} */ (document.getElementById("status"));
        /** @type {string[]} */
        const messages = [];
        Object.assign(window, { messages });
        new MutationObserver(() => messages.push(status.textContent ?? "")).observe(status, {
          childList: true,
        });
      });
    });
    await page.reload();
    made = Math.min(made, 1);
    await use(page, () => made);
    seen.errors = seen.errors.filter((error) => !/injected fault|unreachable/.test(error));
  });
}

/**
 * Lets time pass until the status says something.
 * @param {import("playwright-core").Page} page
 * @param {RegExp} expected
 */
async function waitForStatus(page, expected) {
  for (let round = 0; round < 25; round++) {
    if (expected.test((await page.textContent("#status")) ?? "")) return;
    // Real time for the worker, and then time for the page.
    await new Promise((done) => setTimeout(done, 400));
    if (expected.test((await page.textContent("#status")) ?? "")) return;
    await page.clock.runFor(4000);
  }
  assert.match((await page.textContent("#status")) ?? "", expected);
}

/**
 * Puts text into the field as typing does.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
async function write(page, text) {
  await page.fill("#text", text);
}

for (const fault of /** @type {Fault[]} */ (["throw", "close", "loop", "trap"])) {
  test(`a worker lost while it loads the core is replaced (${fault})`, () =>
    withFaultyWorkers({ stage: "loading", fault, workers: 1 }, async (page, made) => {
      await write(page, TEXT);
      await waitForStatus(page, /1 quote/);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
      assert.equal(made(), 2);
    }));

  test(`a worker lost while the core is compiled is replaced (${fault})`, () =>
    withFaultyWorkers({ stage: "start", fault, workers: 1, coreDelay: 800 }, async (page, made) => {
      await write(page, TEXT);
      await waitForStatus(page, /1 quote/);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
      assert.equal(made(), 2);
    }));

  test(`a worker lost in an analysis is replaced, and the analysis repeated (${fault})`, () =>
    withFaultyWorkers({ stage: "analysis", fault, workers: 1 }, async (page, made) => {
      await write(page, FATAL);
      await waitForStatus(page, /2 quotes/);
      assert.deepEqual(await speakers(page), ["Frank Fatal", "Clara Boyle"]);
      assert.equal(await page.inputValue("#text"), FATAL);
      const messages = await page.evaluate(() => /** @type {any} */ (window).messages.join("\n"));
      if (fault !== "close") {
        assert.match(messages, /has been restarted/);
        assert.equal(made(), 2);
      }
    }));

  test(`a worker lost between two analyses is replaced (${fault})`, () =>
    withFaultyWorkers({ stage: "between", fault, workers: 1 }, async (page, made) => {
      await write(page, FATAL);
      await waitForStatus(page, /2 quotes/);
      await page.waitForTimeout(300);
      await write(page, TEXT);
      await waitForStatus(page, /1 quote,/);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
      assert.equal(made(), 2);
    }));

  test(`a worker lost during an edit leaves text, corrections and view alone (${fault})`, () =>
    withFaultyWorkers({ stage: "analysis", fault, workers: 3 }, async (page, made) => {
      await enter(page, TEXT);
      await page.click("#show-reading");
      await page.click("#reading .quote");
      await page.click("#card button:has-text('Not a quote')");
      assert.equal(await page.locator("#reading .quote").count(), 0);
      await page.evaluate((text) => {
        const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, `${TEXT} ${FATAL}`);
      // A worker that closes itself still answers once.
      if (fault === "close") await waitForStatus(page, /2 quotes/);
      else await waitForStatus(page, /twice on this text/);
      assert.ok(await page.isVisible("#reading"));
      assert.equal(await page.inputValue("#text"), `${TEXT} ${FATAL}`);
      assert.ok(await page.isEnabled("#undo"));
      const lost = made();
      await page.clock.runFor(60_000);
      assert.ok(made() <= lost + 1, "workers are started without end");
      await page.evaluate((text) => {
        const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, `${TEXT} It rained all day.`);
      await waitForStatus(page, /No quotes found/);
      await page.click("#undo");
      assert.equal(await page.locator("#reading .quote").count(), 1);
    }));

  if (fault !== "close")
    test(`a text on which two workers were lost is not tried again until it changes (${fault})`, () =>
      withFaultyWorkers({ stage: "analysis", fault, workers: 99 }, async (page, made) => {
        await write(page, FATAL);
        await waitForStatus(page, /twice on this text/);
        assert.equal(await page.inputValue("#text"), FATAL);
        await page.waitForTimeout(300);
        const lost = made();
        assert.equal(lost, 3, "two were lost, and one waits for the next text");
        await page.clock.runFor(120_000);
        await write(page, "");
        await write(page, FATAL);
        await waitForStatus(page, /twice on this text/);
        assert.equal(made(), lost);
        await write(page, TEXT);
        await waitForStatus(page, /1 quote/);
        assert.deepEqual(await speakers(page), ["Clara Boyle"]);
        assert.equal(made(), lost);
      }));

  test(`workers that never start are not started without end (${fault})`, () =>
    withFaultyWorkers({ stage: "loading", fault, workers: 99 }, async (page, made) => {
      await write(page, TEXT);
      await waitForStatus(page, /did not start|twice on this text/);
      assert.equal(await page.inputValue("#text"), TEXT);
      await page.waitForTimeout(500);
      const lost = made();
      assert.ok(lost <= 4, String(lost));
      await page.clock.runFor(120_000);
      assert.equal(made(), lost);
    }));
}

/** Ends the first worker of a page in the middle of an analysis. */
function terminateOnce() {
  let killed = false;
  window.Worker = class extends Worker {
    /**
     * @override
     * @param {any} listener
     */
    set onmessage(listener) {
      super.onmessage = (event) => {
        if (killed || !(event.data?.progress >= 0.1)) return listener(event);
        killed = true;
        this.terminate();
      };
    }
  };
}

test("a worker that is terminated in an analysis is replaced", () =>
  withFaultyWorkers({ stage: "analysis", fault: "throw", workers: 0 }, async (page, made) => {
    await page.addInitScript(terminateOnce);
    await page.reload();
    await write(page, TEXT);
    await waitForStatus(page, /1 quote/);
    assert.deepEqual(await speakers(page), ["Clara Boyle"]);
    assert.equal(made(), 3, "one before the page was opened again");
  }));

test("the widget replaces a lost worker as well", () =>
  withPage(
    async (page) => {
      await page.clock.install();
      await page.addInitScript(terminateOnce);
      await page.reload();
      const isMarked = () => page.evaluate(() => CSS.highlights.has("whosaid-direct"));
      for (let round = 0; round < 25 && !(await isMarked()); round++) {
        await new Promise((done) => setTimeout(done, 400));
        await page.clock.runFor(4000);
      }
      assert.ok(await isMarked());
    },
    { path: "/pages/news.html" },
  ));
