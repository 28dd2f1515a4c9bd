/** The small script of `<who-said>`: it shows reviewed reports, and loads whatever else an article turns out to need. */

import { addLabels, chooseLabels } from "../texts/widget-labels.js";
import type { Analysis } from "./analysis.js";
import { define } from "./define.js";
import { plainReading } from "./plain-reading.js";
import { WidgetError } from "./widget-error.js";

/** The script that analyzes, as a module; this one is in a folder beside it. */
const ANALYZING_SCRIPT = "../who-said.module.js";

let analysis: Promise<Analysis> | undefined;

async function loadAnalysis(): Promise<Analysis> {
  const { href: url } = new URL(ANALYZING_SCRIPT, import.meta.url);
  try {
    return (await import(/* @vite-ignore */ url)).analysis;
  } catch {
    analysis = undefined;
    throw new WidgetError("noAnalysis", { url });
  }
}

const LABELS = {
  de: () => import("../texts/de/widget.js"),
  es: () => import("../texts/es/widget.js"),
  fr: () => import("../texts/fr/widget.js"),
};

define({
  firstReading: plainReading,
  loadReading: async () => (await import("./full-reading.js")).fullReading,
  loadAnalysis: () => {
    analysis ??= loadAnalysis();
    return analysis;
  },
  loadCards: async () => (await import("./cards.js")).cards,
  loadMore: () => import("./more-articles.js"),
  loadMessages: async () => (await import("../texts/en/widget-errors.js")).widgetErrors,
  loadLabels: async (tag) => {
    const language = chooseLabels(tag);
    // English labels are shown where the others cannot be loaded.
    if (language !== "en") addLabels(language, (await LABELS[language]().catch(() => null))?.labels);
  },
});
