import { faultOf } from "../ui/check-reviewed.js";
import { REVIEWED_VERSION, type ReviewedReport } from "../ui/reviewed-report.js";
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
  const fault = faultOf(file);
  if (fault === "newer")
    throw new WidgetError("newerReport", {
      url,
      version: String(file.version),
      known: String(REVIEWED_VERSION),
    });
  if (fault) throw new WidgetError("badReport", { url });
  return file;
}
