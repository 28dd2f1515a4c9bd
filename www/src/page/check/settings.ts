import {
  type CheckSettings,
  RULE_IDS,
  RULES,
  type RuleId,
  SEVERITIES,
  type Severity,
} from "../../core/check-rules.js";

const KEY = "whosaid-check";

/** The limits, as they usually are and as far as they go; `whosaid-check.toml` has the same names. */
export const LIMITS = {
  "share-of-one-speaker": { usual: 60, least: 1, most: 100 },
  "words-for-two-sources": { usual: 200, least: 0, most: 100_000 },
} as const;

export type Limit = keyof typeof LIMITS;

const LISTS = ["loaded-verbs", "known-names"] as const;

export type WordList = (typeof LISTS)[number];

/** What a rule is set to. */
export function choiceFor({ rules }: CheckSettings, rule: RuleId): Severity | "off" {
  return rules?.[rule] ?? RULES[rule];
}

/** Sets a rule; what is as usual is left out. */
export function setChoice(settings: CheckSettings, rule: RuleId, choice: Severity | "off"): CheckSettings {
  const { [rule]: _, ...others } = settings.rules ?? {};
  return { ...settings, rules: choice === RULES[rule] ? others : { ...others, [rule]: choice } };
}

export function setLimit(settings: CheckSettings, limit: Limit, value: number): CheckSettings {
  const { usual, least, most } = LIMITS[limit];
  const whole = Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : usual;
  return { ...settings, limits: { ...settings.limits, [limit]: whole } };
}

/** Sets a list of words from what was typed, separated by commas. */
export function setWords(settings: CheckSettings, list: WordList, typed: string): CheckSettings {
  const words = typed
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  return { ...settings, words: { ...settings.words, [list]: words } };
}

/** Whatever of a value is a setting. */
export function validateSettings(value: unknown): CheckSettings {
  const { rules, words, limits } = (value ?? {}) as Record<string, Record<string, unknown> | undefined>;
  let settings: CheckSettings = {};
  for (const rule of RULE_IDS) {
    const choice = [...SEVERITIES, "off" as const].find((known) => known === rules?.[rule]);
    if (choice) settings = setChoice(settings, rule, choice);
  }
  for (const limit of Object.keys(LIMITS) as Limit[]) {
    const number = limits?.[limit];
    if (typeof number === "number") settings = setLimit(settings, limit, number);
  }
  for (const list of LISTS) {
    const found = words?.[list];
    if (Array.isArray(found)) settings = setWords(settings, list, found.map(String).join());
  }
  return settings;
}

/** The settings kept in this browser. */
export function readSettings(): CheckSettings {
  try {
    return validateSettings(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return {};
  }
}

/** Keeps the settings; usual ones leave nothing in storage. */
export function writeSettings(settings: CheckSettings): void {
  try {
    const isUsual = Object.values(settings).every((part) => Object.keys(part).length === 0);
    if (isUsual) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Where storage is forbidden, they last as long as the page.
  }
}
