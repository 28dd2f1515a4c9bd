import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countRequests, enter, openSite, saved } from "./harness.mjs";
import { longArticle } from "./long-text.mjs";

const { withPage, origin } = openSite(before, after);

/** The whole numbers, which take many minutes, or smaller ones that show the same. */
const IS_WHOLE = process.env.WHOSAID_LONG === "1";
const ROUNDS = IS_WHOLE ? 240 : 6;
const ARTICLES = IS_WHOLE ? 10_000 : 600;
const WIDGETS = IS_WHOLE ? 1000 : 100;
const TIMEOUT = { timeout: IS_WHOLE ? 1_800_000 : 170_000 };
/** How much memory may differ between the middle and the end, in bytes. */
const MARGIN = 5_000_000;

/**
 * What a page holds once its garbage is collected.
 * @param {import("playwright-core").CDPSession} session
 */
async function measure(session) {
  // Several times, since what finalizers hold goes in the next round.
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (/** @type {string} */ name) => metrics.find((entry) => entry.name === name)?.value ?? 0;
  return {
    heap: metric("JSHeapUsedSize"),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
}

/** @param {import("playwright-core").Page} page */
async function openSession(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return session;
}

test("an hour of use makes no request", TIMEOUT, (context) =>
  withPage(
    async (page, seen) => {
      const requests = await countRequests(page, seen);
      for (let round = 0; round < ROUNDS; round++) {
        const text = longArticle(6, round + 1);
        await page.click("#show-text");
        await enter(page, text);
        await page.focus("#text");
        await page.keyboard.type(" It rained.");
        await page.click("#show-reading");
        for (const tab of ["#tab-quotes", "#tab-names", "#tab-speakers"]) await page.click(tab);
        await page.click("#reading .quote");
        await page.click("#card button:has-text('Not a quote')");
        await page.click("#undo");
        await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
        for (const key of ["j", "j", "k", "Escape"]) await page.keyboard.press(key);
        for (const format of ["json", "csv", "annotations", "html", "markdown"]) await saved(page, format);
        await page.click("#clear");
      }
      const later = requests();
      context.diagnostic(`${ROUNDS} rounds, ${later.length} requests`);
      assert.deepEqual(later, []);
    },
    { serviceWorkers: "allow" },
  ),
);

test("many articles leave the memory of the worker and the page as it is", TIMEOUT, (context) =>
  withPage(async (page) => {
    await page.route("**/assets/worker-*.js", async (route) => {
      const response = await route.fetch();
      // Keeps hold of the core's memory, for the test to measure.
      const script = `const { Instance } = WebAssembly;
        WebAssembly.Instance = class { constructor(...values) {
          const core = new Instance(...values);
          self.coreMemory = core.exports.memory ?? self.coreMemory;
          return core;
        } };`;
      await route.fulfill({ response, body: script + (await response.text()) });
    });
    await page.reload();
    await enter(page, longArticle(3));
    const session = await openSession(page);
    const [worker] = page.workers();
    assert.ok(worker);
    const workerSession = await openWorkerSession(page);
    const all = async () => ({
      page: (await measure(session)).heap,
      worker: await workerSession.heap(),
      core: await worker.evaluate(() => /** @type {any} */ (self).coreMemory.buffer.byteLength),
    });
    /** @type {Awaited<ReturnType<typeof all>> | undefined} */
    let middle;
    for (let article = 0; article < ARTICLES; article++) {
      if (article === ARTICLES / 2) middle = await all();
      await enter(page, longArticle(2 + (article % 17), article + 1));
    }
    const end = await all();
    context.diagnostic(`${ARTICLES} articles: ${JSON.stringify(middle)}, at the end ${JSON.stringify(end)}`);
    assert.equal(page.workers().length, 1);
    for (const part of /** @type {const} */ (["page", "worker", "core"]))
      assert.ok(Math.abs(end[part] - (middle?.[part] ?? 0)) <= MARGIN, part);
  }),
);

/**
 * Speaks with the page's worker by the debugger's protocol.
 * @param {import("playwright-core").Page} page
 */
async function openWorkerSession(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {string | undefined} */
  let sessionId;
  session.on("Target.attachedToTarget", (event) => {
    sessionId ??= event.sessionId;
  });
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let lastId = 0;
  /** @type {(method: string) => Promise<any>} */
  const call = (method) =>
    new Promise((resolve) => {
      const id = ++lastId;
      const receive = (/** @type {{ message: string }} */ event) => {
        const answer = JSON.parse(event.message);
        if (answer.id !== id) return;
        session.off("Target.receivedMessageFromTarget", receive);
        resolve(answer.result);
      };
      session.on("Target.receivedMessageFromTarget", receive);
      void session.send("Target.sendMessageToTarget", {
        sessionId: sessionId ?? "",
        message: JSON.stringify({ id, method }),
      });
    });
  return {
    /** @returns {Promise<number>} */
    heap: async () => {
      for (let round = 0; round < 3; round++) await call("HeapProfiler.collectGarbage");
      return (await call("Runtime.getHeapUsage")).usedSize;
    },
  };
}

test("a widget that is added and removed many times leaves nothing behind", TIMEOUT, (context) =>
  withPage(
    async (page) => {
      await page.evaluate(async (source) => {
        document.body.replaceChildren();
        const script = document.createElement("script");
        script.src = source;
        document.head.append(script);
        await customElements.whenDefined("who-said");
      }, `${origin()}/site/who-said.js`);
      const session = await openSession(page);
      const round = (/** @type {number} */ count) =>
        page.evaluate(async (count) => {
          for (let time = 0; time < count; time++) {
            const widget = document.createElement("who-said");
            widget.innerHTML = `<p>“We are glad, for now,” said Mayor Clara Boyle on day ${time}.</p>`;
            const analyzed = new Promise((done, fail) => {
              widget.addEventListener("whosaid-report", done, { once: true });
              widget.addEventListener("whosaid-error", fail, { once: true });
            });
            document.body.append(widget);
            // Some are removed during their analysis.
            if (time % 5 !== 0) await analyzed;
            widget.remove();
          }
        }, count);
      await round(WIDGETS / 2);
      await page.waitForTimeout(1500);
      const middle = await measure(session);
      assert.equal(page.workers().length, 0, "a worker is left");
      await round(WIDGETS / 2);
      await page.waitForTimeout(1500);
      const end = await measure(session);
      context.diagnostic(`${WIDGETS} widgets: ${JSON.stringify(middle)}, at the end ${JSON.stringify(end)}`);
      assert.equal(page.workers().length, 0, "a worker is left");
      const left = await page.evaluate(() => ({
        highlights: CSS.highlights.size,
        sheets: document.adoptedStyleSheets.length,
        elements: document.body.childElementCount,
      }));
      assert.deepEqual(left, { highlights: 0, sheets: 0, elements: 0 });
      assert.equal(end.nodes, middle.nodes);
      assert.equal(end.listeners, middle.listeners);
      assert.ok(end.heap - middle.heap <= MARGIN / 5);
    },
    { path: "/pages/empty.html" },
  ),
);
