/** Servers and the browser for tests of bundles. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".html": "text/html; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Serves a folder. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    try {
      const body = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
      response
        .writeHead(200, {
          "content-type": TYPES[extname(path)] ?? "text/html; charset=utf-8",
          "access-control-allow-origin": "*",
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Opens a page in Chromium and returns what `read` finds there; what fails in the page is added to the error. */
export async function inPage(url, read) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const failures = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => failures.push(error.message));
    page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
    page.on("requestfailed", (request) => failures.push(request.url()));
    await page.goto(url);
    return await read(page);
  } catch (error) {
    throw new Error(`${error.message}\nin the page: ${failures.join("; ") || "no error"}`);
  } finally {
    await browser.close();
  }
}

/** What a test's page has found: quotes by the function, by an analyzer and by a worker, and the widget's. */
export async function found(page) {
  await page.waitForFunction(() => globalThis.found, null, { timeout: 60_000 });
  return page.evaluate(() => globalThis.found);
}
