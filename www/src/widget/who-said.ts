/** The script of `<who-said>` that can analyze articles, in one file. */

import { analysisWorkerScript } from "../embed/analysis-worker-script.js";
import { runAsWorker } from "../embed/workers.js";
import { widgetErrors } from "../texts/en/widget-errors.js";
import { addAllLabels } from "../texts/widget.js";
import { analysis } from "./analysis.js";
import { cards } from "./cards.js";
import { define } from "./define.js";
import { WhoSaid } from "./element.js";
import { fullReading } from "./full-reading.js";
import { MoreArticles } from "./more-articles.js";

export { analysis, WhoSaid };

runAsWorker(analysisWorkerScript);
addAllLabels();
define({
  firstReading: fullReading,
  loadReading: async () => fullReading,
  loadAnalysis: async () => analysis,
  loadCards: async () => cards,
  loadMore: async () => ({ MoreArticles }),
  loadMessages: async () => widgetErrors,
  loadLabels: async () => {},
});
