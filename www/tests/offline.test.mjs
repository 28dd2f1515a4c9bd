import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countRequests, openSite, reloadOffline, sample, speakers } from "./harness.mjs";

const { withPage, origin } = openSite(before, after);

test("works without a network after the first visit, files and all", () =>
  withPage(
    async (page) => {
      await reloadOffline(page);
      await sample(page);
      assert.ok((await speakers(page)).includes("Ingrid Solheim"));
      await page.setInputFiles("#file", {
        name: "a.md",
        mimeType: "text/markdown",
        buffer: Buffer.from("“Yes,” said **Ada Byron**."),
      });
      await page.waitForFunction(() => document.querySelector("#speakers h3")?.textContent === "Ada Byron");
    },
    { serviceWorkers: "allow" },
  ));

test("keeps to its own page: others below the same folder are left alone", () =>
  withPage(
    async (page) => {
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.goto(`${origin()}/site/examples/news/`);
      await page.waitForFunction(() => CSS.highlights.has("whosaid-direct"));
    },
    { serviceWorkers: "allow" },
  ));

test("can be installed", () =>
  withPage(async (page) => {
    const session = await page.context().newCDPSession(page);
    const { errors } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    const ids = installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito");
    assert.deepEqual(ids, []);
  }));

test("no request leaves once the page is loaded, whatever one does", () =>
  withPage(
    async (page, seen) => {
      const requests = await countRequests(page, seen);
      await sample(page);
      for (const tab of ["#tab-quotes", "#tab-names", "#tab-speakers"]) await page.click(tab);
      await page.keyboard.press("j");
      await page.click("#save summary");
      const download = page.waitForEvent("download");
      await page.click("[data-format=json]");
      await download;
      await page.waitForTimeout(500);
      assert.deepEqual(requests(), []);
    },
    { serviceWorkers: "allow" },
  ));

test("the content policy forbids foreign scripts, styles in place and connections", () =>
  withPage(async (page, seen) => {
    const policy =
      (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
    assert.ok(!policy.includes("unsafe-inline") && !policy.includes("'unsafe-eval'"), policy);
    const blocked = await page.evaluate(async () => {
      const failed = await fetch("https://example.org/").then(
        () => false,
        () => true,
      );
      const script = document.createElement("script");
      try {
        script.textContent = "window.ran = true";
        document.body.append(script);
      } catch {
        // Browsers with Trusted Types refuse to make the script.
      }
      return failed && !("ran" in window);
    });
    assert.ok(blocked);
    seen.errors.length = 0;
  }));
