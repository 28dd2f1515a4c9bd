import { labels as german } from "./de/widget.js";
import { labels as spanish } from "./es/widget.js";
import { labels as french } from "./fr/widget.js";
import { addLabels } from "./widget-labels.js";

export { labelsFor } from "./widget-labels.js";

/** Makes the labels in all languages known. */
export function addAllLabels(): void {
  addLabels("de", german);
  addLabels("es", spanish);
  addLabels("fr", french);
}
