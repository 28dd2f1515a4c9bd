import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { enter, openSite, speakers } from "./harness.mjs";
import { makePdf } from "./made-pdf.mjs";

const { withPage } = openSite(before, after);
const zip = createRequire(createRequire(import.meta.url).resolve("mammoth"))("jszip");

const BEFORE = "It rained.";
const SAID = "Mayor Clara Boyle said: “We are glad.” The café in Zürich is open.";

/**
 * A .docx whose document has this XML in its body.
 * @param {string} body
 * @returns {Promise<Buffer>}
 */
function word(body) {
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
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return file.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

const PARAGRAPH = `<w:p><w:r><w:t>${SAID}</w:t></w:r></w:p>`;

/**
 * A PDF with this line, and more in its catalogue and its trailer.
 * @param {string} line
 * @param {string} [catalogue]
 * @param {string} [trailer]
 */
const pdf = (line, catalogue, trailer) =>
  makePdf(`BT /F1 12 Tf 72 700 Td (${line}) Tj ET`, catalogue, trailer);

/** The trailer of a PDF that asks for a password: the standard handler with keys of no known password. */
function encryption() {
  const key = createHash("sha256").update("nobody knows").digest("hex");
  return `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;
}

/** @param {Buffer} bytes */
const swapped = (bytes) => Buffer.from(bytes).swap16();
const WINDOWS = Buffer.from(
  "Mayor Clara Boyle said: \x93We are glad.\x94 The caf\xe9 in Z\xfcrich is open.",
  "latin1",
);
const LINE = 'Mayor Clara Boyle said: "We are glad." The work begins in May.';

/** @type {[string, string, () => Promise<Buffer> | Buffer][]} */
const OPENED = [
  ["UTF-16, little endian, with a mark", "a.txt", () => Buffer.from(`\ufeff${SAID}`, "utf16le")],
  ["UTF-16, big endian, with a mark", "a.txt", () => swapped(Buffer.from(`\ufeff${SAID}`, "utf16le"))],
  ["UTF-16, little endian, without a mark", "a.txt", () => Buffer.from(SAID, "utf16le")],
  ["UTF-16, big endian, without a mark", "a.txt", () => swapped(Buffer.from(SAID, "utf16le"))],
  ["UTF-8 with a mark", "a.txt", () => Buffer.from(`\ufeff${SAID}`)],
  ["Windows-1252", "a.txt", () => WINDOWS],
  ["a .docx that is called .txt", "a.txt", () => word(PARAGRAPH)],
  ["a .docx that is called .pdf", "a.pdf", () => word(PARAGRAPH)],
  ["a PDF that is called .txt", "a.txt", () => pdf(LINE)],
  ["a PDF that is called .docx", "a.docx", () => pdf(LINE)],
  [
    "a PDF with scripts",
    "a.pdf",
    () =>
      pdf(
        LINE,
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /JavaScript /JS (app.launchURL\\('http://example.org'\\)) >> >>",
      ),
  ],
];

for (const [name, file, body] of OPENED) {
  test(`opens ${name}`, () =>
    withPage(async (page, seen) => {
      await page.setInputFiles("#file", { name: file, mimeType: "", buffer: await body() });
      await page.waitForSelector("#reading:not([hidden]) p");
      const text = await page.inputValue("#text");
      assert.match(text, /^Mayor Clara Boyle said: [“"]We are glad\.[”"]/);
      if (text.includes("caf")) assert.match(text, /The café in Zürich is open\./);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
      assert.ok(seen.requests.every((url) => !url.includes("example.org")));
    }));
}

/**
 * A sound .docx whose document expands to 400 MB, and says that it has 100 bytes.
 * @param {boolean} lies
 */
async function bomb(lies) {
  const bytes = await word(`<!--${" ".repeat(400_000_000)}-->${PARAGRAPH}`);
  if (!lies) return bytes;
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4))
    bytes.writeUInt32LE(100, at + 24);
  return bytes;
}

/** @type {[string, string, () => Promise<Buffer> | Buffer, RegExp][]} */
const REFUSED = [
  ["an empty file", "a.txt", () => Buffer.alloc(0), /contains no text\. Open another/],
  ["an empty PDF", "a.pdf", () => Buffer.alloc(0), /damaged.*Save it again/],
  ["an empty .docx", "a.docx", () => Buffer.alloc(0), /damaged.*Save it again/],
  [
    "a picture that is called .txt",
    "a.txt",
    () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    /no text\. Open a text/,
  ],
  [
    "a picture that is called .pdf",
    "a.pdf",
    () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    /damaged.*Save it again/,
  ],
  [
    "an old .doc that is called .docx",
    "a.docx",
    () => Buffer.from("d0cf11e0a1b11ae10000", "hex"),
    /save this file as \.docx/,
  ],
  ["RTF that is called .txt", "a.txt", () => Buffer.from("{\\rtf1\\ansi Hello}"), /save this file as \.docx/],
  [
    "a .docx cut off",
    "a.docx",
    async () => (await word(PARAGRAPH)).subarray(0, 400),
    /damaged.*Save it again/,
  ],
  [
    "a zip archive of other things",
    "a.docx",
    () => new zip().file("a.txt", "x").generateAsync({ type: "nodebuffer" }),
    /damaged.*Save it again/,
  ],
  ["a zip bomb", "a.docx", () => bomb(false), /contains far more text.*Copy the part/],
  [
    "a zip bomb that lies about its length",
    "a.docx",
    () => bomb(true),
    /contains far more text.*Copy the part/,
  ],
  [
    "a PDF with a password",
    "a.pdf",
    () => pdf(LINE, "", encryption()),
    /protected by a password. Save a copy/,
  ],
  ["a PDF cut off", "a.pdf", () => Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Cat"), /damaged.*Save it again/],
];

for (const [name, file, body, message] of REFUSED) {
  test(`says what to do about ${name}, keeps the text, and goes on`, () =>
    withPage(async (page, seen) => {
      await page.fill("#text", BEFORE);
      await page.setInputFiles("#file", { name: file, mimeType: "", buffer: await body() });
      await page.waitForSelector("#status.failed", { timeout: 60_000 });
      assert.match((await page.textContent("#status")) ?? "", message);
      assert.equal(await page.inputValue("#text"), BEFORE);
      await enter(page, SAID);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
      seen.errors.length = 0;
    }));
}

for (const file of ["a.txt", "a.pdf", "a.docx", "a.html"]) {
  test(`says what to do about ${file} of 200 MB, without reading it`, () =>
    withPage(async (page) => {
      await page.fill("#text", BEFORE);
      const path = join(tmpdir(), `whosaid-200-${process.pid}-${file}`);
      await writeFile(path, Buffer.alloc(200_000_000, "It rained all day. "));
      await page.setInputFiles("#file", path);
      await page.waitForSelector("#status.failed");
      assert.match((await page.textContent("#status")) ?? "", /larger than 60 MB. Copy the part/);
      assert.equal(await page.inputValue("#text"), BEFORE);
      await rm(path);
      await enter(page, SAID);
    }));
}
