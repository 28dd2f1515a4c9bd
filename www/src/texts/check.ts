import type { RuleId, Severity } from "../core/check-rules.js";
import { check as english } from "./en/check.js";
import type { PluralForms } from "./format.js";
import { chooseLanguage, type Language } from "./languages.js";

/** The words of the check before publishing, which are loaded with it. */
export interface CheckTexts {
  /** What a rule is called, and why it is there. */
  readonly rules: Readonly<Record<RuleId, readonly [string, string]>>;
  /** The headings above findings. */
  readonly severities: Readonly<Record<Severity, string>>;
  readonly checking: string;
  readonly nothingFound: string;
  /** Follows where the rules that are on found nothing. */
  readonly noProof: string;
  readonly allDismissed: string;
  readonly fix: string;
  /** What the fix makes of the words, beside its button and for screen readers. */
  readonly fixWords: string;
  readonly fixed: string;
  readonly dismiss: string;
  /** For screen readers; `{words}` quotes the article, `{rule}` is a rule's name. */
  readonly dismissOne: string;
  readonly dismissed: PluralForms;
  readonly showDismissed: string;
  readonly retry: string;
  readonly settings: {
    readonly label: string;
    readonly rules: string;
    /** The choices for a rule. */
    readonly choices: Readonly<Record<Severity | "off", string>>;
    readonly share: string;
    readonly length: string;
    readonly verbs: string;
    readonly names: string;
    /** Below the two lists of words. */
    readonly commas: string;
    readonly reset: string;
  };
}

const LOADERS: Record<Exclude<Language, "en">, () => Promise<{ check: CheckTexts }>> = {
  de: () => import("./de/check.js"),
  fr: () => import("./fr/check.js"),
  es: () => import("./es/check.js"),
};

/** The texts of the check in the page's language; in English also where a chunk cannot be loaded. */
export async function loadCheckTexts(tag: string): Promise<CheckTexts> {
  const language = chooseLanguage([tag]);
  if (language === "en") return english;
  return LOADERS[language]().then(
    ({ check }) => check,
    () => english,
  );
}
