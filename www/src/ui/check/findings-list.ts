import type { Finding } from "../../core/check.js";
import { RULE_IDS, SEVERITIES, type Severity } from "../../core/check-rules.js";
import { fill } from "../../texts/format.js";
import type { Words } from "../../texts/page.js";
import type { CheckTexts } from "../../texts/types.js";
import { make, makeButton } from "../elements.js";
import { firstItems, hint } from "../lists.js";
import type { SortedFindings } from "./dismissals.js";
import { excerpt, fixedWords } from "./passages.js";

/** What the buttons of the list do. */
export interface FindingActions {
  /** Leads to the place; the button stands for it in the list. */
  reveal(finding: Finding, button: HTMLElement): void;
  fix(finding: Finding): void;
  dismiss(finding: Finding): void;
  /** Lists again what was dismissed. */
  showDismissed(): void;
}

/** Lists findings by severity and rule, each with its reason and what can be done, and tells how many are hidden. */
export function listFindings(
  words: Words,
  texts: CheckTexts,
  text: string,
  { shown, hidden }: SortedFindings,
  actions: FindingActions,
): HTMLElement[] {
  const draw = (finding: Finding) => findingItem(words, texts, text, finding, actions);
  const parts = SEVERITIES.flatMap((severity) => {
    const found = shown.filter((finding) => finding.severity === severity);
    return found.length > 0 ? [severitySection(words, texts, severity, found, draw)] : [];
  });
  if (shown.length === 0) {
    const { allDismissed, nothingFound, noProof } = texts;
    parts.push(hint(`${hidden.length > 0 ? allDismissed : nothingFound} ${noProof}`));
  }
  if (hidden.length > 0) {
    const note = hint(`${words.format.plural(texts.dismissed, hidden.length)} `);
    note.append(makeButton("plain", texts.showDismissed, () => actions.showDismissed()));
    parts.push(note);
  }
  return parts;
}

function severitySection(
  words: Words,
  texts: CheckTexts,
  severity: Severity,
  findings: readonly Finding[],
  draw: (finding: Finding) => HTMLElement,
): HTMLElement {
  const section = make("section", `severity ${severity}`);
  const heading = make("h2", "", texts.severities[severity]);
  heading.append(make("small", "", ` ${words.format.number(findings.length)}`));
  section.append(heading);
  for (const rule of RULE_IDS) {
    const ofRule = findings.filter((finding) => finding.rule === rule);
    if (ofRule.length === 0) continue;
    const [name, reason] = texts.rules[rule];
    const list = make("ul", "findings");
    list.append(...firstItems(words, ofRule, draw));
    section.append(make("h3", "", name), make("p", "reason", reason), list);
  }
  return section;
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
  // Of the sidebar's shadow tree, hosts style it.
  button.setAttribute("part", "finding");
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
