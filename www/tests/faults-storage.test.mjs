import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { enter, fieldText, openSite, speakers } from "./harness.mjs";

const { withPage, origin } = openSite(before, after);

const TEXT = "“We are glad,” said Mayor Clara Boyle.";

/**
 * A link with this content.
 * @param {unknown} content
 */
function fragment(content) {
  return `#article=${deflateRawSync(JSON.stringify(content)).toString("base64url")}`;
}

const passage = { exact: "We", before: "“", after: " are", at: 1 };
const sound = fragment({ text: TEXT, corrections: [] });

/** @type {[string, string][]} */
const DAMAGED = [
  ["cut in the middle", sound.slice(0, sound.length / 2)],
  ["cut to nothing", "#article="],
  ["not base64", "#article=%%%"],
  ["other bytes", "#article=AAAAAAAA"],
  ["another type", fragment([1, 2, 3])],
  ["no text", fragment({ text: 7, corrections: [] })],
  ["null", fragment(null)],
  ["a bomb of 200 MB", fragment({ text: "a".repeat(200_000_000), corrections: [] })],
];

for (const [name, hash] of DAMAGED) {
  test(`a damaged link says what to do, and leaves the text alone: ${name}`, () =>
    withPage(async (page) => {
      await enter(page, TEXT);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, hash);
      await page.waitForSelector("#status.failed");
      assert.match((await page.textContent("#status")) ?? "", /Ask the sender for a new link/);
      assert.equal(await page.inputValue("#text"), TEXT);
      await enter(page, `${TEXT} It rained.`);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
    }));
}

/** @type {[string, unknown[]][]} */
const UNKNOWN = [
  ["of a kind to come", [{ kind: "translate", quote: passage }]],
  ["without their passage", [{ kind: "speaker", name: "Eve" }]],
  ["that are no objects", [null, 7, "speaker", []]],
  ["with other types", [{ kind: "quote", quote: { ...passage, exact: { length: 5 } }, name: [] }]],
  [
    "of the prototype",
    [{ kind: "__proto__" }, { kind: "constructor" }, JSON.parse('{"__proto__":{"kind":"speaker"}}')],
  ],
];

for (const [name, corrections] of UNKNOWN) {
  test(`a link with corrections ${name} opens with the others`, () =>
    withPage(
      async (page) => {
        await page.waitForSelector("#status.failed");
        assert.match((await page.textContent("#status")) ?? "", /later version.*reload the page/);
        assert.deepEqual(await speakers(page), ["Mayor Boyle"]);
      },
      {
        path: `/site/${fragment({
          text: TEXT,
          corrections: [{ kind: "rename", from: "Clara Boyle", to: "Mayor Boyle" }, ...corrections],
        })}`,
      },
    ));
}

test("a link with hostile words shows them as words", () =>
  withPage(
    async (page) => {
      await page.waitForSelector("#reading .quote");
      assert.equal(await page.locator("#reading img, #panel img").count(), 0);
      assert.deepEqual(await speakers(page), ["<img src=x onerror=alert(1)>"]);
    },
    {
      path: `/site/${fragment({
        text: `${TEXT} <img src=x onerror=alert(1)>`,
        corrections: [{ kind: "rename", from: "Clara Boyle", to: "<img src=x onerror=alert(1)>" }],
      })}`,
    },
  ));

test("a link of a megabyte opens", () =>
  withPage(async (page) => {
    // Text that does not compress well.
    const words = Array.from({ length: 90_000 }, (_, index) => ((index * 2654435761) >>> 0).toString(36));
    const text = `${TEXT}\n${words.join(" ")}.`;
    await page.goto("about:blank");
    await page.goto(`${origin()}/site/${fragment({ text, corrections: [] })}`);
    await page.waitForSelector("#reading:not([hidden]) .quote", { timeout: 60_000 });
    assert.ok((await fieldText(page)) === text);
  }));

/** @type {[string, () => void][]} */
const STORAGES = [
  [
    "full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
  [
    "forbidden",
    () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    },
  ],
];

for (const [name, script] of STORAGES) {
  test(`where storage is ${name}, the page says what to do instead, and goes on`, () =>
    withPage(async (page) => {
      await page.addInitScript(script);
      await page.reload();
      await enter(page, TEXT);
      await page.click("#save summary");
      await page.click("#remember");
      await page.waitForSelector("#status.failed");
      assert.match((await page.textContent("#status")) ?? "", /save it as a file/);
      assert.equal(await page.isChecked("#remember"), false);
      assert.equal(await page.inputValue("#text"), TEXT);
      await enter(page, `${TEXT} It rained.`);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
    }));
}

for (const kept of ["{", "null", "7", '{"text":1}', '{"text":"a","corrections":{}}', "\u0000", "[]"]) {
  test(`a damaged article on the device is told, and the page goes on: ${JSON.stringify(kept)}`, () =>
    withPage(async (page) => {
      await page.evaluate((kept) => localStorage.setItem("whosaid", kept), kept);
      await page.reload();
      await page.waitForSelector("#status.failed");
      assert.match((await page.textContent("#status")) ?? "", /Paste it again/);
      assert.equal(await page.evaluate(() => localStorage.getItem("whosaid")), kept);
      await enter(page, TEXT);
      assert.deepEqual(await speakers(page), ["Clara Boyle"]);
    }));
}

test("where the clipboard is forbidden, the page says what to do instead", () =>
  withPage(async (page) => {
    await page.addInitScript(() => {
      const writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    });
    await page.reload();
    await enter(page, TEXT);
    await page.click("#show-reading");
    await page.click("#reading .quote");
    await page.click("#card button:has-text('Copy')");
    await page.waitForFunction(() =>
      /Select the words/.test(document.getElementById("toast-text")?.textContent ?? ""),
    );
    await page.click("#save summary");
    await page.click("#link");
    await page.waitForSelector("#status.failed");
    assert.match((await page.textContent("#status")) ?? "", /does not allow the page to copy a link/);
    assert.equal(await page.inputValue("#text"), TEXT);
  }));
