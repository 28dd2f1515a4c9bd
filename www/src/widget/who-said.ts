/** The script of `<who-said>` that can analyze articles, in one file. */

import { widgetErrors } from "../texts/en/widget-errors.js";
import { addAllLabels } from "../texts/widget.js";
import { analysis } from "./analysis.js";
import { cards } from "./cards.js";
import { carefulReading } from "./careful-reading.js";
import { define } from "./define.js";
import { WhoSaid } from "./element.js";
import { runAsWorker } from "./workers.js";

export { analysis, WhoSaid };

runAsWorker();
addAllLabels();
define({
  firstReading: carefulReading,
  loadReading: async () => carefulReading,
  loadAnalysis: async () => analysis,
  loadCards: async () => cards,
  loadMessages: async () => widgetErrors,
  loadLabels: async () => {},
});
