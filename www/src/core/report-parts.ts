import { REPORT_LISTS, type ReportPart } from "./protocol.js";
import type { Report } from "./report.js";

/** How many items a message has; reading one of so many takes the receiver a few milliseconds. */
const PART_LENGTH = 1000;

/** Cuts a report into parts of its long lists, and what is left of it, which is the whole report of an article. */
export function cutReport(report: Report): { parts: ReportPart[]; rest: Report } {
  const parts: ReportPart[] = [];
  const rest: Report = { ...report };
  for (const list of REPORT_LISTS) {
    const items: unknown[] | undefined = report[list];
    if (!items || items.length <= PART_LENGTH) continue;
    for (let start = 0; start < items.length; start += PART_LENGTH)
      parts.push({ [list]: items.slice(start, start + PART_LENGTH) });
    Object.assign(rest, { [list]: [] });
  }
  return { parts, rest };
}

/** Puts the parts of a report, in the order in which they arrived, before what `rest` has of each list. */
export function joinReport(parts: readonly ReportPart[], rest: Report): Report {
  if (parts.length === 0) return rest;
  const joined: Report = { ...rest };
  for (const list of REPORT_LISTS) {
    const items = parts.flatMap<unknown>((part) => part[list] ?? []);
    if (items.length > 0) Object.assign(joined, { [list]: [...items, ...(rest[list] ?? [])] });
  }
  return joined;
}
