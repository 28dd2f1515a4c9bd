import { AppError } from "../core/errors.js";
import { errors } from "../texts/en/errors.js";
import { fill } from "../texts/format.js";
import { WidgetError } from "./widget-error.js";

/** The directives of content policies that have refused something, with what they refused. */
const refused: { directive: string; blocked: string }[] = [];
let isListening = false;

/** Begins to note what the page's content policy refuses, which no exception tells. */
export function noteViolations(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    refused.push({ directive: effectiveDirective, blocked: blockedURI });
    if (refused.length > 50) refused.shift();
  });
}

/** What a failure of the analysis is about, as an error for developers. */
export async function diagnose(error: unknown, core: URL): Promise<Error & { code?: string }> {
  if (error instanceof WidgetError) return error;
  const code = error instanceof AppError ? error.code : "";
  if (
    /^engine(Unavailable|Unsupported|Damaged|NotFound)$/.test(code) ||
    error instanceof WebAssembly.CompileError
  ) {
    // The event about a refusal comes in a task of its own.
    await new Promise((later) => setTimeout(later, 50));
    const found = await diagnoseLoading(core, code);
    if (found) return found;
  }
  if (!(error instanceof AppError)) return error instanceof Error ? error : new Error(String(error));
  const message = Object.hasOwn(errors, error.code) ? fill(errors[error.code], error.details) : error.code;
  return Object.assign(new Error(message), { name: "WhoSaidError", code: error.code });
}

async function diagnoseLoading(core: URL, code: string): Promise<WidgetError | null> {
  const url = core.href;
  if (
    refused.some(
      ({ directive, blocked }) =>
        directive === "connect-src" && (blocked === url || blocked.startsWith(core.origin)),
    )
  )
    return new WidgetError("blockedConnection", { url, origin: core.origin });
  if (refused.some(({ blocked }) => blocked === "wasm-eval"))
    return new WidgetError("blockedCompilation", { url });
  let response: Response;
  try {
    response = await fetch(core, { headers: { range: "bytes=0-3" } });
  } catch {
    // A server that answers, but not to scripts of this page.
    const isThere = await fetch(core, { mode: "no-cors" }).then(
      () => true,
      () => false,
    );
    return new WidgetError(isThere && core.origin !== location.origin ? "blockedByCors" : "unreachable", {
      url,
      origin: location.origin,
    });
  }
  if (!response.ok) return new WidgetError("notFound", { url, status: String(response.status) });
  const type = response.headers.get("content-type") ?? "";
  const bytes = new Uint8Array((await response.arrayBuffer()).slice(0, 4));
  if (String.fromCharCode(...bytes) !== "\0asm")
    return new WidgetError("notWasm", { url, type: type || "?" });
  return code === "engineUnsupported" ? new WidgetError("cannotCompile", { url }) : null;
}
