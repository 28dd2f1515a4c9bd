/** Registers the element `<who-said>`. */
import "./core-url.js";

export * from "./who-said.module.js";
