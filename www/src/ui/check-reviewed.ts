import {
  type AnchoredRange,
  REVIEWED_FORMAT,
  REVIEWED_VERSION,
  type ReviewedReport,
} from "./reviewed-report.js";

/** Why a value cannot be used as a reviewed report; null where it can. */
export function faultOf(value: unknown): "bad" | "newer" | null {
  const file = value as ReviewedReport | null | undefined;
  if (file?.format !== REVIEWED_FORMAT || !(file.version >= 1)) return "bad";
  if (file.version > REVIEWED_VERSION) return "newer";
  return isSound(file) ? null : "bad";
}

const isString = (value: unknown) => typeof value === "string";

const isPlace = (place: AnchoredRange) => {
  const { exact, prefix, suffix } = place.selector;
  return [exact, prefix, suffix].every(isString) && Number.isFinite(place.start);
};

/** Whether a file has all that is read of it. */
function isSound({ review, report }: ReviewedReport): boolean {
  try {
    const { entities, quotes, removed = [] } = report;
    return (
      removed.every(isPlace) &&
      /^(all|some|none)$/.test(review.extent) &&
      entities.every(
        ({ id, name, roles, mentions }) => [id, name, ...roles].every(isString) && mentions.every(isPlace),
      ) &&
      quotes.every(
        ({ id, kind, content, cue, source, basis }) =>
          /^(direct|mixed|indirect)$/.test(kind) &&
          [id, basis].every(isString) &&
          [...content, ...[cue, source].filter((place) => place !== null)].every(isPlace),
      )
    );
  } catch {
    return false;
  }
}
