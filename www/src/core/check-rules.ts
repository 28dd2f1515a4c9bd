/** How much a finding matters. */
export type Severity = "error" | "warning" | "suggestion";

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "suggestion"];

/** A rule of the check. */
export type RuleId =
  | "unattributed-quote"
  | "full-name"
  | "missing-role"
  | "name-spelling"
  | "quotation-marks"
  | "repeated-quote"
  | "anonymous-source"
  | "single-source"
  | "dominant-speaker"
  | "loaded-verb"
  | "ambiguous-pronoun"
  | "headline-quote"
  | "conflicting-details"
  | "paraphrase-mismatch";

/** All rules of the check, the most certain first, and how severe their findings are unless the settings say otherwise. */
export const RULES: Readonly<Record<RuleId, Severity>> = {
  "unattributed-quote": "error",
  "full-name": "warning",
  "missing-role": "suggestion",
  "name-spelling": "error",
  "quotation-marks": "error",
  "repeated-quote": "error",
  "anonymous-source": "warning",
  "single-source": "suggestion",
  "dominant-speaker": "suggestion",
  "loaded-verb": "warning",
  "ambiguous-pronoun": "warning",
  "headline-quote": "error",
  "conflicting-details": "error",
  "paraphrase-mismatch": "warning",
};

export const RULE_IDS = Object.keys(RULES) as RuleId[];

/** The house's settings, by the names of `whosaid-check.toml`; what is absent is as usual. */
export interface CheckSettings {
  readonly rules?: Readonly<Partial<Record<RuleId, Severity | "off">>>;
  readonly words?: {
    /** Reporting verbs, in their dictionary form, that say more than the house wants to. */
    readonly "loaded-verbs"?: readonly string[];
    /** People who need neither a full name nor a role, and names that are spelled as they should be. */
    readonly "known-names"?: readonly string[];
  };
  readonly limits?: {
    /** The greatest share of all quoted words, in whole percent, that one speaker may have. */
    readonly "share-of-one-speaker"?: number;
    /** The words from which on an article should have a second source. */
    readonly "words-for-two-sources"?: number;
  };
}
