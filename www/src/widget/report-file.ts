import {
  type AnchoredRange,
  REVIEWED_FORMAT,
  REVIEWED_VERSION,
  type ReviewedReport,
} from "../ui/reviewed-report.js";
import { WidgetError } from "./widget-error.js";

const files = new Map<string, Promise<ReviewedReport>>();

/**
 * The reviewed report of a widget: the file that its attribute `report` names, or the JSON inside it. Null where there is
 * neither; an error where it cannot be used.
 */
export async function loadReport(widget: Element): Promise<ReviewedReport | null> {
  const address = widget.getAttribute("report");
  if (address) {
    const { href } = new URL(address, widget.ownerDocument.baseURI);
    const file = files.get(href) ?? fetchReport(href);
    files.set(href, file);
    // The next widget, or the next change of the page, tries again.
    file.catch(() => files.delete(href));
    return file;
  }
  const script = widget.querySelector(':scope > script[type="application/json"]');
  return script && readReport(script.textContent ?? "", "script");
}

async function fetchReport(url: string): Promise<ReviewedReport> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new WidgetError("reportUnreachable", { url });
  }
  if (!response.ok) throw new WidgetError("reportNotFound", { url, status: String(response.status) });
  return readReport(await response.text(), url);
}

/** Reads a file; an error says why it cannot be used. */
export function readReport(json: string, url: string): ReviewedReport {
  let file: ReviewedReport;
  try {
    file = JSON.parse(json);
  } catch {
    throw new WidgetError("badReport", { url });
  }
  if (file?.format !== REVIEWED_FORMAT || !(file.version >= 1)) throw new WidgetError("badReport", { url });
  if (file.version > REVIEWED_VERSION)
    throw new WidgetError("newerReport", {
      url,
      version: String(file.version),
      known: String(REVIEWED_VERSION),
    });
  if (!isSound(file)) throw new WidgetError("badReport", { url });
  return file;
}

const isString = (value: unknown) => typeof value === "string";

const isPlace = (place: AnchoredRange) => {
  const { exact, prefix, suffix } = place.selector;
  return [exact, prefix, suffix].every(isString) && Number.isFinite(place.start);
};

/** Whether a file has all that is read of it. */
function isSound({ review, report: { entities, quotes } }: ReviewedReport): boolean {
  try {
    return (
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
