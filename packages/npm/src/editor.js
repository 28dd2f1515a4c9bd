/** Registers the element `<who-said-editor>`. */
import "./core-url.js";
import "./check-url.js";

export * from "./who-said-editor/__EDITOR_FILE__";
