/** What all entries share: checks, the one core of the program, and the analysis. */
import { Analyzer as CoreAnalyzer, initSync } from "./core.js";

const OFFSETS = ["utf-16", "codepoint", "byte"];

/** How the entry finds the core where none is given. */
let findCore = () => {
  throw new Error(
    "whosaid/slim does not find the core by itself: call init() with a WebAssembly.Module, its bytes, a Response or a URL first",
  );
};
let module;
let isReady = false;

/** Sets how the core is found; called by an entry. */
export function setFinder(finder) {
  findCore = finder;
}

/** Compiles the core from whatever it is given as. */
async function compile(given) {
  const source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (typeof source === "string" || source instanceof URL) return compileResponse(await fetch(source));
  if (typeof Response !== "undefined" && source instanceof Response) return compileResponse(source);
  throw new TypeError(
    "init() takes a WebAssembly.Module, an ArrayBuffer or a view of one, a Response, a URL, or a promise of one of them",
  );
}

async function compileResponse(response) {
  if (!response.ok)
    throw new Error(`whosaid cannot load its core: status ${response.status} from ${response.url}`);
  const isTyped = response.headers.get("content-type")?.startsWith("application/wasm");
  if (isTyped && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The compiled core; one that could not be loaded is loaded again by the next call. */
export function loadModule(source) {
  module ??= compile(source === undefined ? findCore() : source).catch((error) => {
    module = undefined;
    throw error;
  });
  return module;
}

export async function init(source) {
  if (isReady) return;
  initSync({ module: await loadModule(source) });
  isReady = true;
}

/** Throws a TypeError that says what is wrong with the arguments of an analysis. */
export function checkArguments(text, options) {
  if (typeof text !== "string") throw new TypeError(`the text must be a string, not ${describe(text)}`);
  if (options === null || typeof options !== "object")
    throw new TypeError(
      `the options must be an object such as { offsets: "utf-16" }, not ${describe(options)}`,
    );
  const { offsets = "utf-16", onProgress } = options;
  if (!OFFSETS.includes(offsets))
    throw new TypeError(`offsets must be "utf-16", "codepoint" or "byte", not ${describe(offsets)}`);
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw new TypeError(`onProgress must be a function, not ${describe(onProgress)}`);
}

function describe(value) {
  if (value === null || value === undefined) return String(value);
  return typeof value === "string" ? JSON.stringify(value) : `of type ${typeof value}`;
}

export class Analyzer {
  #core;

  constructor() {
    if (!isReady)
      throw new Error("the core is not loaded yet: use `await Analyzer.create()`, or `await init()` first");
    this.#core = new CoreAnalyzer();
  }

  static async create() {
    await init();
    return new Analyzer();
  }

  analyze(text, options = {}) {
    checkArguments(text, options);
    if (!this.#core) throw new Error("this Analyzer was freed");
    const { offsets, onProgress } = options;
    // The core counts in single precision.
    const progress = onProgress && ((share) => onProgress(Math.round(share * 1e4) / 1e4));
    return this.#core.analyze(text, offsets, progress);
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }
}

let shared;

export async function analyze(text, options = {}) {
  checkArguments(text, options);
  await init();
  shared ??= new Analyzer();
  return shared.analyze(text, options);
}
