/** Tells the widget where a bundler has put the core; runs before the widget's script. */
globalThis[Symbol.for("whosaid.core")] = new URL("./__CORE_FILE__", import.meta.url).href;
