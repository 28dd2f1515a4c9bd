import type { Labels } from "../texts/types.js";
import { make } from "../ui/elements.js";
import { colorName } from "../ui/speaker-colors.js";
import type { SpeakerSummary } from "../ui/speakers.js";

let groups = 0;

/** Makes the choice of one speaker, or of all; null where there is nothing to choose. `only` is undefined for all of them. */
export function makeLegend(
  summaries: readonly SpeakerSummary[],
  labels: Labels,
  only: string | null | undefined,
  choose: (only: string | null | undefined) => void,
): HTMLElement | null {
  if (summaries.length < 2) return null;
  const legend = make("fieldset", "legend");
  legend.part.add("legend");
  const title = make("legend", "", labels.show);
  title.dir = "auto";
  legend.append(title);
  const group = `whosaid-${++groups}`;
  const add = (text: string, className: string, speaker: string | null | undefined) => {
    const label = make("label", className);
    const input = make("input");
    input.type = "radio";
    input.name = group;
    input.checked = speaker === only;
    input.addEventListener("change", () => choose(speaker));
    const words = make("span", "swatch", text);
    words.dir = "auto";
    label.append(input, words);
    legend.append(label);
  };
  add(labels.everyone, "", undefined);
  for (const summary of summaries)
    add(summary.speaker?.name ?? labels.nobody, colorName(summary), summary.speaker?.id ?? null);
  return legend;
}
