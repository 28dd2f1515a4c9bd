import type { Finding } from "../core/check.js";
import type { EditorWords } from "../texts/editor.js";
import { fill } from "../texts/format.js";
import { messageFor } from "../texts/page.js";
import { make, makeButton } from "../ui/elements.js";
import { hint } from "../ui/lists.js";
import type { CheckState } from "./draft-check.js";

/** What the list of findings does. */
export interface CheckActions {
  showFinding(finding: Finding): void;
  fix(finding: Finding): void;
  openCheck(): void;
}

/** The list of findings, each with a button that shows its place and, where there is one, another that mends it. */
export function listFindings(words: EditorWords, state: CheckState, actions: CheckActions): HTMLElement[] {
  const { texts, editor } = words;
  if (state.kind === "error") {
    const retry = makeButton("plain", editor.retry, () => actions.openCheck());
    return [hint(messageFor(words, state.error)), retry];
  }
  const findings = "findings" in state ? state.findings : null;
  if (findings === null) return [hint(state.kind === "busy" ? editor.check.busy : texts.panel.emptyCheck)];
  if (findings.length === 0) return [hint(editor.check.none)];
  const list = make("ul", "findings");
  for (const finding of findings) {
    const item = make("li", finding.severity);
    const button = makeButton("", "", () => actions.showFinding(finding));
    button.setAttribute("part", "finding");
    const message = make("span", "", finding.message);
    message.lang = "en";
    button.append(make("b", "", editor.check.severities[finding.severity]), " ", message);
    item.append(button);
    if (finding.fix) {
      const fix = makeButton("plain accept", editor.check.fix, () => actions.fix(finding));
      fix.setAttribute("aria-label", fill(editor.check.fixOne, { message: finding.message }));
      item.append(fix);
    }
    list.append(item);
  }
  return [list];
}
