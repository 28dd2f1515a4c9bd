import rules from "./panel.css?compact";
import { swatchRules } from "./speaker-colors.js";

/** The style of the panel and of the swatches in it. */
export const STYLES = swatchRules() + rules;
