import type { Finding } from "../../core/check.js";
import { RULE_IDS, SEVERITIES } from "../../core/check-rules.js";
import { fill } from "../../texts/format.js";
import type { Words } from "../../texts/page.js";
import type { CheckTexts } from "../../texts/types.js";
import { make, makeButton } from "../../ui/elements.js";
import { firstItems } from "../../ui/lists.js";
import { excerpt, fixedWords } from "./passages.js";

/** What the buttons of a finding do. */
export interface FindingActions {
  /** Leads to the place; the button stands for it in the list. */
  reveal(finding: Finding, button: HTMLElement): void;
  fix(finding: Finding): void;
  dismiss(finding: Finding): void;
}

/** Lists findings by severity and rule, each with its reason and what can be done. */
export function listFindings(
  words: Words,
  texts: CheckTexts,
  text: string,
  findings: readonly Finding[],
  actions: FindingActions,
): HTMLElement[] {
  return SEVERITIES.flatMap((severity) => {
    const ofSeverity = findings.filter((finding) => finding.severity === severity);
    if (ofSeverity.length === 0) return [];
    const section = make("section", `severity ${severity}`);
    const heading = make("h2", "", texts.severities[severity]);
    heading.append(make("small", "", ` ${words.format.number(ofSeverity.length)}`));
    section.append(heading);
    for (const rule of RULE_IDS) {
      const ofRule = ofSeverity.filter((finding) => finding.rule === rule);
      if (ofRule.length === 0) continue;
      const [name, reason] = texts.rules[rule];
      const list = make("ul", "findings");
      const draw = (finding: Finding) => findingItem(words, texts, text, finding, actions);
      list.append(...firstItems(words, ofRule, draw));
      section.append(make("h3", "", name), make("p", "reason", reason), list);
    }
    return [section];
  });
}

function findingItem(
  words: Words,
  texts: CheckTexts,
  text: string,
  finding: Finding,
  actions: FindingActions,
): HTMLElement {
  const item = make("li");
  const passage = excerpt(text, finding);
  const button: HTMLElement = makeButton("", passage, () => actions.reveal(finding, button));
  const message = make("small", "", finding.message);
  // Messages come from the rules, in English as the article is.
  if (words.texts.language !== "en") message.lang = "en";
  button.append(message);
  const tools = make("p", "finding-tools");
  if (finding.fix) {
    const label = fill(texts.fixWords, { words: fixedWords(text, finding.fix) });
    const fix = makeButton("plain fix", label, () => actions.fix(finding));
    tools.append(fix);
  }
  const dismiss = makeButton("plain dismiss", texts.dismiss, () => actions.dismiss(finding));
  const [rule] = texts.rules[finding.rule];
  dismiss.setAttribute("aria-label", fill(texts.dismissOne, { rule, words: passage }));
  tools.append(dismiss);
  item.append(button, tools);
  return item;
}
