/** The entry without the core: the caller gives it. */

export { Analyzer, analyze, init } from "./analyzer.js";
export { PageText } from "./core.js";
