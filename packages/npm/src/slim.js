/** The entry without the core: the caller gives it. */
export { PageText } from "./core.js";
export { Analyzer, analyze, init } from "./analyzer.js";
