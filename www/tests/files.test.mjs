import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openSite, speakers } from "./harness.mjs";
import { makePdf } from "./made-pdf.mjs";

const { withPage } = openSite(before, after);
const zip = createRequire(createRequire(import.meta.url).resolve("mammoth"))("jszip");

const SAID = "Mayor Clara Boyle said: “We are glad.”";

/** A .docx of one paragraph. */
function word() {
  const file = new zip();
  file.file(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  file.file(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  file.file(
    "word/document.xml",
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${SAID}</w:t></w:r></w:p></w:body></w:document>`,
  );
  return file.generateAsync({ type: "nodebuffer" });
}

/**
 * A PDF of one page with these lines, or with none.
 * @param {string[]} lines
 */
function pdf(lines) {
  const shown = lines.map((line, at) => `${at === 0 ? "72 700 Td" : "0 -14 Td"} (${line}) Tj`).join(" ");
  return makePdf(`BT /F1 12 Tf ${shown} ET`);
}

const HTML = `<!doctype html><title>Town is glad</title><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<script>document.title = "hacked"</script><article><h1>Town is glad</h1>${"<p>The council met on Monday evening in the old town hall, and the rain fell on the roof until the small hours of the night, as it often does there.</p>".repeat(6)}
<p onclick="alert(1)">${SAID}<img src=x onerror="alert(2)"></p></article><footer>Subscribe now</footer>`;

/** @type {[string, string, () => Promise<Buffer> | Buffer, RegExp][]} */
const OPENED = [
  ["news.txt", "text/plain", () => Buffer.from(SAID), /^Mayor Clara/],
  ["utf16.txt", "text/plain", () => Buffer.from(`\ufeff${SAID}`, "utf16le"), /^Mayor Clara/],
  [
    "windows.txt",
    "text/plain",
    () => Buffer.from("Mayor Clara Boyle said: \x93We are glad.\x94", "latin1"),
    /“We are glad.”/,
  ],
  [
    "notes.md",
    "text/markdown",
    () => Buffer.from(`# Town\n\n**Mayor** [Clara Boyle](http://x) said: “We are glad.”`),
    /^Town\n\nMayor Clara Boyle said/,
  ],
  [
    "page.html",
    "text/html",
    () => Buffer.from(HTML),
    /^Town is glad(?!.*(Subscribe|hacked|alert|Home)).*“We are glad.”/s,
  ],
  ["letter.docx", "", word, /^Mayor Clara/],
  [
    "paper.pdf",
    "application/pdf",
    () =>
      pdf([
        "Mayor Clara Boyle said:",
        "\\223We are glad, for now\\224, and that the town is re-",
        "lieved. It will wait.",
      ]),
    /relieved/,
  ],
];

for (const [name, mimeType, body, expected] of OPENED) {
  test(`opens ${name}`, () =>
    withPage(async (page, seen) => {
      await page.setInputFiles("#file", { name, mimeType, buffer: await body() });
      await page.waitForSelector("#reading:not([hidden]) p");
      // The content policy blocks and reports event handlers of a foreign page while it is parsed.
      seen.errors = seen.errors.filter((error) => !error.includes("inline event handler"));
      assert.match(await page.inputValue("#text"), expected);
      if (name !== "paper.pdf") assert.deepEqual(await speakers(page), ["Clara Boyle"]);
    }));
}

/** @type {[string, string, () => Buffer, RegExp][]} */
const REFUSED = [
  ["broken.pdf", "application/pdf", () => Buffer.from("%PDF-1.4 nothing"), /damaged/],
  ["scan.pdf", "application/pdf", () => pdf([]), /OCR/],
  ["broken.docx", "", () => Buffer.from("PK nothing"), /damaged/],
  ["empty.txt", "text/plain", () => Buffer.from(" \n"), /contains no text/],
  ["photo.jpg", "image/jpeg", () => Buffer.from([255, 216, 255]), /unsupported file type/],
  ["old.doc", "application/msword", () => Buffer.from("x"), /save this file as/],
  ["bytes.txt", "text/plain", () => Buffer.from([1, 0, 2, 0, 255]), /contains no text/],
];

for (const [name, mimeType, body, message] of REFUSED) {
  test(`tells what to do about ${name}, and keeps the text before it`, () =>
    withPage(async (page, seen) => {
      await page.fill("#text", "It rained.");
      await page.setInputFiles("#file", { name, mimeType, buffer: body() });
      await page.waitForSelector("#status.failed");
      assert.match((await page.textContent("#status")) ?? "", message);
      assert.equal(await page.inputValue("#text"), "It rained.");
      seen.errors.length = 0;
    }));
}

test("a dropped file is opened", () =>
  withPage(async (page) => {
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "news.txt", { type: "text/plain" }));
      document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }, SAID);
    await page.waitForSelector("#reading:not([hidden]) .quote");
  }));

test("what reads a format is loaded only when one is opened", () =>
  withPage(async (page, seen) => {
    await page.waitForLoadState("networkidle");
    assert.ok(!seen.requests.some((url) => /pdf|word|html-|markdown/.test(url)), seen.requests.join("\n"));
    await page.setInputFiles("#file", { name: "a.md", mimeType: "text/markdown", buffer: Buffer.from(SAID) });
    await page.waitForSelector("#reading:not([hidden]) p");
    assert.ok(seen.requests.some((url) => url.includes("markdown")));
  }));
