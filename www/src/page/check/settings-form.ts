import { type CheckSettings, RULE_IDS, SEVERITIES, type Severity } from "../../core/check-rules.js";
import type { CheckTexts } from "../../texts/types.js";
import { make, makeButton } from "../../ui/elements.js";
import { choiceFor, LIMITS, type Limit, setChoice, setLimit, setWords, type WordList } from "./settings.js";

/** The settings as a form in a part that opens; `change` receives each new one. */
export function settingsForm(
  { rules: names, settings: texts }: CheckTexts,
  initial: CheckSettings,
  change: (settings: CheckSettings) => void,
): HTMLElement {
  const details = make("details", "check-settings");
  details.append(make("summary", "", texts.label));
  let settings = initial;
  const set = (next: CheckSettings) => {
    settings = next;
    change(settings);
  };

  const rules = make("fieldset");
  rules.append(make("legend", "", texts.rules));
  const selects = RULE_IDS.map((rule) => {
    const select = make("select");
    for (const choice of [...SEVERITIES, "off" as const])
      select.append(new Option(texts.choices[choice], choice));
    select.dataset.rule = rule;
    select.addEventListener("change", () => set(setChoice(settings, rule, select.value as Severity | "off")));
    rules.append(labelled(names[rule][0], select));
    return { show: () => (select.value = choiceFor(settings, rule)) };
  });
  const limits = (Object.keys(LIMITS) as Limit[]).map((limit) => {
    const input = make("input");
    const { usual, least, most } = LIMITS[limit];
    Object.assign(input, { type: "number", min: String(least), max: String(most), name: limit });
    const show = () => (input.value = String(settings.limits?.[limit] ?? usual));
    input.addEventListener("change", () => {
      set(setLimit(settings, limit, input.value === "" ? Number.NaN : input.valueAsNumber));
      show();
    });
    const label = limit === "share-of-one-speaker" ? texts.share : texts.length;
    return { element: labelled(label, input), show };
  });
  const hint = make("p", "hint", texts.commas);
  hint.id = "check-commas";
  const lists = (["loaded-verbs", "known-names"] as const).map((list: WordList) => {
    const input = make("input");
    Object.assign(input, { type: "text", name: list, spellcheck: false, autocomplete: "off" });
    input.setAttribute("aria-describedby", hint.id);
    const show = () => (input.value = (settings.words?.[list] ?? []).join(", "));
    input.addEventListener("change", () => {
      set(setWords(settings, list, input.value));
      show();
    });
    return { element: labelled(list === "loaded-verbs" ? texts.verbs : texts.names, input), show };
  });
  const showAll = () => {
    for (const { show } of [...selects, ...limits, ...lists]) show();
  };
  const reset = makeButton("plain", texts.reset, () => {
    set({});
    showAll();
  });
  showAll();
  details.append(rules, ...[...limits, ...lists].map(({ element }) => element), hint, reset);
  return details;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  const label = make("label");
  label.append(make("span", "", text), control);
  return label;
}
