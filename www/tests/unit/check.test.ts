import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { Checker } from "../../src/core/check.js";
import type { CheckMessage } from "../../src/core/check-protocol.js";
import { AppError } from "../../src/core/errors.js";
import { makeReport, rangeOf, TEXT } from "./fixtures.js";

const url = new URL("https://example.org/check.wasm");
const bytes = readFileSync(new URL("../../src/core/wasm-check/check_bg.wasm", import.meta.url));
const headers = { "content-type": "application/wasm" };

function forbidden(): Worker {
  throw new Error("no worker is allowed");
}

/** A worker that answers by a function, or not at all. */
class FakeWorker {
  static made: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: ((event: object) => void) | undefined;
  isTerminated = false;
  messages: CheckMessage[] = [];

  constructor(readonly answer: (message: CheckMessage, worker: FakeWorker) => void) {
    FakeWorker.made.push(this);
  }
  postMessage(message: CheckMessage): void {
    this.messages.push(message);
    queueMicrotask(() => this.answer(message, this));
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

function checkerWith(answer: FakeWorker["answer"]): Checker {
  return new Checker(url, () => new FakeWorker(answer) as unknown as Worker);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  FakeWorker.made = [];
});

test("where no worker is allowed, the module itself checks; places are UTF-16 units", async () => {
  const load = vi.fn(async () => new Response(bytes, { headers }));
  vi.stubGlobal("fetch", load);
  const checker = new Checker(url, forbidden);
  expect(load).not.toHaveBeenCalled();
  const report = makeReport();
  const text = TEXT.replace("“No,”", '“👍,"');
  const findings = await checker.check(text, report);
  const mark = findings.find(({ rule }) => rule === "quotation-marks");
  expect(text.slice(mark?.start, mark?.end)).toBe('"');
  // Settings have the names of whosaid-check.toml.
  const off = await checker.check(text, report, {
    rules: { "quotation-marks": "off", "missing-role": "error" },
  });
  expect(off.map(({ rule }) => rule)).not.toContain("quotation-marks");
  expect(load).toHaveBeenCalledTimes(1);
});

test("settings and reports that are none are refused with a reason", async () => {
  vi.stubGlobal("fetch", async () => new Response(bytes, { headers }));
  const checker = new Checker(url, forbidden);
  const reasonFor = async (report: unknown, settings: unknown) =>
    checker.check(TEXT, report as never, settings as never).then(
      () => "",
      (error: AppError) => `${error.code} ${error.details.reason}`,
    );
  expect(await reasonFor(makeReport(), { rules: { speling: "off" } })).toMatch(
    /^checkRefused there is no rule “speling”; the rules are unattributed-quote/,
  );
  expect(await reasonFor(makeReport(), { limits: { "share-of-one-speaker": 300 } })).toMatch(
    /^checkRefused /,
  );
  expect(await reasonFor({ language: "en" }, {})).toMatch(/^checkRefused missing field/);
  expect(await reasonFor(makeReport(), {})).toBe("");
});

test("a module that cannot be loaded is loaded again by the next check", async () => {
  let isThere = false;
  vi.stubGlobal(
    "fetch",
    async () => new Response(isThere ? bytes : "gone", { status: isThere ? 200 : 404, headers }),
  );
  const checker = new Checker(url, forbidden);
  await expect(checker.check(TEXT, makeReport())).rejects.toEqual(new AppError("checkUnavailable"));
  isThere = true;
  await expect(checker.check(TEXT, makeReport())).resolves.toBeInstanceOf(Array);
});

test("a worker that fails or falls silent is given up and replaced", async () => {
  vi.stubGlobal("fetch", async () => new Response(bytes, { headers }));
  const answers: FakeWorker["answer"][] = [
    (message, worker) => "id" in message && worker.onmessage?.({ data: { id: message.id, crash: true } }),
    () => {},
    (message, worker) => "id" in message && worker.onmessage?.({ data: { id: message.id, findings: [] } }),
  ];
  const checker = new Checker(url, () => {
    const worker = new FakeWorker(answers[FakeWorker.made.length] as FakeWorker["answer"]);
    queueMicrotask(() => worker.onmessage?.({ data: "started" }));
    return worker as unknown as Worker;
  });
  await expect(checker.check(TEXT, makeReport())).rejects.toEqual(new AppError("checkFailed"));
  vi.useFakeTimers();
  const silent = expect(checker.check(TEXT, makeReport())).rejects.toEqual(new AppError("checkFailed"));
  await vi.advanceTimersByTimeAsync(20_000);
  await silent;
  expect(await checker.check(TEXT, makeReport())).toEqual([]);
  expect(FakeWorker.made.map(({ isTerminated }) => isTerminated)).toEqual([true, true, false]);
});

test("a script that cannot be loaded as a worker leaves the check to the page", async () => {
  vi.stubGlobal("fetch", async () => new Response(bytes, { headers }));
  const checker = checkerWith((_, worker) => worker.onerror?.({}));
  expect(await checker.check(TEXT, makeReport())).toBeInstanceOf(Array);
});

test("the report on a long text is sent in parts", async () => {
  vi.stubGlobal("fetch", async () => new Response(bytes, { headers }));
  const checker = checkerWith(
    (message, worker) => "id" in message && worker.onmessage?.({ data: { id: message.id, findings: [] } }),
  );
  const report = makeReport();
  const marked = { kind: "marked", seems: "title", ...rangeOf("“No,”") } as const;
  await checker.check(TEXT, { ...report, marked: Array.from({ length: 2500 }, () => marked) });
  const [worker] = FakeWorker.made;
  const lengths = worker?.messages.map((message) => ("part" in message ? message.part.marked?.length : 0));
  expect(lengths).toEqual([0, 1000, 1000, 500, 0]);
});
