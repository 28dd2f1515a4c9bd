import { swatchRules } from "../ui/speaker-colors.js";
import rules from "./panel.css?compact";

/** The style of the panel and of the swatches in it. */
export const STYLES = swatchRules() + rules;
