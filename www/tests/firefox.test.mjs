import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { serve } from "./harness.mjs";

const driver = process.env.GECKODRIVER;
const port = 4500 + (process.pid % 400);
const skip = driver ? false : "GECKODRIVER names no geckodriver";

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {import("node:child_process").ChildProcess} */
let process_;
let session = "";

/**
 * One command of WebDriver (W3C).
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function command(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(`${path}: ${value.message}`);
  return value;
}

/** @param {string} script */
const run = (script) => command("POST", `/session/${session}/execute/sync`, { script, args: [] });

/** @param {string} condition */
async function until(condition) {
  for (let tries = 0; tries < 300; tries++) {
    if (await run(`return Boolean(${condition})`)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`never so in Firefox: ${condition}`);
}

before(async () => {
  if (!driver) return;
  site = await serve();
  process_ = spawn(driver, ["--port", String(port)], { stdio: "ignore" });
  const capabilities = { alwaysMatch: { "moz:firefoxOptions": { args: ["-headless"] } } };
  for (let tries = 0; ; tries++) {
    try {
      session = (await command("POST", "/session", { capabilities })).sessionId;
      return;
    } catch (error) {
      if (tries > 40) throw error;
      await new Promise((later) => setTimeout(later, 250));
    }
  }
});

after(async () => {
  if (session) await command("DELETE", `/session/${session}`);
  process_?.kill();
  site?.close();
});

test("Firefox: the sample is read, a card explains, a correction holds, the text is coloured", {
  skip,
}, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/site/` });
  await run(`document.getElementById("sample").click()`);
  await until(`document.querySelector("#reading .quote")`);
  const names = await run(
    `return [...document.querySelectorAll("#speakers .speaker h3")].map((name) => name.textContent)`,
  );
  assert.ok(names.includes("Ingrid Solheim") && names.includes("Jonas Vik"), names.join());
  await run(
    `[...document.querySelectorAll("#reading .quote")].find((one) => one.textContent.includes("thirty")).click()`,
  );
  await until(`!document.getElementById("card").hidden`);
  assert.match(await run(`return document.getElementById("card").textContent`), /Jonas Vik/);
  await run(
    `[...document.querySelectorAll("#card button")].find((one) => one.textContent === "Not a quote").click()`,
  );
  await until(`!document.getElementById("speakers").textContent.includes("thirty")`);
  await until(`document.querySelector("#toast:popover-open")`);
  await run(`document.getElementById("toast-undo").click()`);
  await until(`document.getElementById("speakers").textContent.includes("thirty")`);
  // Words that nobody says are marked as a quote, and a name is picked for it.
  await run(
    `const node = [...document.querySelectorAll("#reading p")].find((one) => one.textContent.includes("The musical")).firstChild;
     node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
     getSelection().setBaseAndExtent(node, 1, node, 8);`,
  );
  await until(`!document.getElementById("selection").hidden`);
  await run(`document.getElementById("mark-quote").click()`);
  await until(`document.activeElement.matches("#card input")`);
  await run(
    `const field = document.activeElement;
     field.value = "vik";
     field.dispatchEvent(new InputEvent("input", { bubbles: true }));
     field.form.requestSubmit();`,
  );
  await until(
    `[...document.querySelectorAll("#reading .quote.corrected")].some((one) => one.textContent === "The musical")`,
  );
  await run(`document.getElementById("show-text").click()`);
  await until(`document.querySelector("#mirror .quote")`);
});

test("Firefox: one speaker is shown alone and left again, and uncertain quotes are hatched", {
  skip,
}, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/site/` });
  await run(`document.getElementById("sample").click()`);
  await until(`document.querySelector("#reading .quote")`);
  await run(
    `[...document.querySelectorAll("#speakers h3 button")].find((one) => /Aske/.test(one.textContent)).click()`,
  );
  await until(`document.activeElement.matches("#reading .of-speaker.current")`);
  assert.match(await run(`return document.getElementById("speaker-bar").textContent`), /Peter Aske\s+1 of 2/);
  await run(`document.getElementById("speaker-next").click()`);
  await until(`document.getElementById("speaker-count").textContent === "2 of 2"`);
  const element = await command("GET", `/session/${session}/element/active`);
  await command("POST", `/session/${session}/element/${Object.values(element)[0]}/value`, { text: "\ue00c" });
  await until(`document.getElementById("speaker-bar").hidden`);
  assert.equal(await run(`return document.activeElement.textContent`), "Peter Aske");
  const hatching = await run(
    `const quote = document.querySelector("#reading .quote");
     quote.classList.add("uncertain");
     const { backgroundImage, borderBottomStyle } = getComputedStyle(quote);
     return [backgroundImage.slice(0, 18), borderBottomStyle];`,
  );
  assert.deepEqual(hatching, ['url("data:image/sv', "dashed"]);
});

test("Firefox: the widget highlights, or tells that it cannot", { skip }, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/site/examples/news/` });
  await until(
    `"highlights" in CSS ? CSS.highlights.has("whosaid-direct") : document.querySelector("who-said")`,
  );
});

test("Firefox: the widget reads the article's own words, also in shadow trees, and follows a new article", {
  skip,
}, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/site/examples/news/` });
  await until(`document.querySelector("who-said")?.report`);
  await run(`
    const host = document.createElement("div");
    host.attachShadow({ mode: "open" }).innerHTML =
      "<article><nav>“No,” said Nobody Atall.</nav><p>“It works,” said Clara Boyle.</p><p aria-hidden=true>“No,” said Tom Hale.</p></article>";
    document.querySelector("article").replaceWith(host);
  `);
  await until(`document.querySelector("who-said").text === "“It works,” said Clara Boyle."`);
  await run(`document.querySelector("div").remove()`);
  await until(`document.querySelector("who-said").report === undefined`);
  const left = await run(`return CSS.highlights.size + document.adoptedStyleSheets.length`);
  if (left !== 0) throw new Error(`${left} things are left behind`);
});

test("Firefox: a reviewed report is shown without the core, by speakers, with a card at a click", {
  skip,
}, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/site/examples/reviewed/` });
  await until(`document.querySelector("who-said")?.report`);
  if (!(await run(`return "highlights" in CSS`))) return;
  await until(`CSS.highlights.has("whosaid-speaker-1")`);
  assert.deepEqual(
    await run(
      `return [...CSS.highlights.get("whosaid-direct")].map((range) => String(range).replace(/\\s+/g, " "))`,
    ),
    [
      "“It is the quietest room we have,”",
      "“We have insurance for that,”",
      "“Bees fly over the street, not into it,”",
    ],
  );
  const asked = await run(`return performance.getEntriesByType("resource").map(({ name }) => name)`);
  assert.ok(!asked.some((/** @type {string} */ name) => name.endsWith(".wasm")), asked.join());

  await run(`
    const [range] = CSS.highlights.get("whosaid-direct");
    const { x, y, width, height } = range.getClientRects()[0];
    const place = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, composed: true };
    range.startContainer.parentElement.dispatchEvent(new MouseEvent("click", place));
  `);
  await until(`document.querySelector("who-said").shadowRoot.querySelector(".card:popover-open")`);
  const card = `document.querySelector("who-said").shadowRoot.querySelector(".card")`;
  assert.match(await run(`return ${card}.textContent`), /^Maja Lund/);
  await run(`${card}.hidePopover()`);

  await run(`
    const inputs = document.querySelector("who-said").shadowRoot.querySelectorAll("input");
    [...inputs].find((input) => input.parentElement.textContent === "Peter Holm").click();
  `);
  await until(`!CSS.highlights.has("whosaid-direct") && CSS.highlights.has("whosaid-mixed")`);
});

test("Firefox: the check leads to a place, and a fix is made and undone", { skip }, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/site/` });
  await run(
    `const field = document.getElementById("text");
     field.value = "“We waited for years,\\" said Maria Hernandez, the mayor of Wexley.\\n\\n“It is over,” Hernandez said.";
     field.dispatchEvent(new InputEvent("input", { bubbles: true }));
     document.getElementById("tab-check").click();`,
  );
  await until(`document.querySelector("#check .fix")`);
  assert.equal(await run(`return document.getElementById("tab-check").textContent`), "Check 1");
  await run(`document.querySelector("#check li button").click()`);
  assert.equal(
    await run(
      `const { value, selectionStart, selectionEnd } = document.getElementById("text");
       return value.slice(selectionStart, selectionEnd)`,
    ),
    '"',
  );
  await run(`document.getElementById("show-reading").click()`);
  await until(`document.querySelector("#reading .quote")`);
  await run(`document.querySelector("#check li button").click()`);
  await until(`document.activeElement.closest("#reading p")`);
  await run(`document.querySelector("#check .fix").click()`);
  await until(`document.getElementById("tab-check").textContent === "Check 0"`);
  assert.match(await run(`return document.getElementById("text").value`), /^“We waited for years,” said/);
  await run(`document.getElementById("undo").click()`);
  await until(`document.getElementById("tab-check").textContent === "Check 1"`);
});

test("Firefox: the sidebar lists a draft's quotes, shows one in the text, and corrects it", {
  skip,
}, async () => {
  await command("POST", `/session/${session}/url`, { url: `${site.origin}/pages/editor.html` });
  const root = `document.querySelector("who-said-editor").shadowRoot`;
  await run(`
    const field = document.querySelector("textarea");
    field.value = "“It is the quietest room we have,” said Maja Lund. Peter Holm asked who would answer for stings.";
    field.dispatchEvent(new InputEvent("input"));
  `);
  await until(`${root}?.querySelectorAll("#speakers h3").length === 2`);
  await run(
    `[...${root}.querySelectorAll("[data-quote]")].find((one) => /quietest/.test(one.textContent)).click()`,
  );
  assert.equal(
    await run(
      `const field = document.querySelector("textarea");
       return field.value.slice(field.selectionStart, field.selectionEnd);`,
    ),
    "“It is the quietest room we have,”",
  );
  await run(`
    const entry = [...${root}.querySelectorAll("li")].find((one) => /quietest/.test(one.textContent));
    entry.querySelector(".correct").click();
    [...entry.querySelectorAll(".tools button")].find((one) => one.textContent === "Unknown speaker").click();
  `);
  await until(`document.querySelector("who-said-editor").reviewedReport?.review.extent === "some"`);
  await run(`
    const field = document.querySelector("textarea");
    field.value = "First. " + field.value;
    field.dispatchEvent(new InputEvent("input"));
  `);
  await until(`document.querySelector("who-said-editor").report.text.startsWith("First.")`);
  assert.match(await run(`return ${root}.querySelector("#speakers").textContent`), /corrected by you/);
  await run(`${root}.getElementById("tab-check").click()`);
  await until(`/\\d/.test(${root}.getElementById("tab-check").textContent)`);
});
