/** The part of `window.trustedTypes` that is used here; TypeScript's library has no types for it. */
interface TrustedTypes {
  createPolicy(
    policyName: "default",
    rules: {
      createHTML: (html: string) => string | null;
      createScriptURL: (url: string) => string | null;
    },
  ): unknown;
}

let parsesInert = false;

/**
 * Says which strings may become markup or addresses of scripts; the page's content policy refuses all others.
 *
 * Markup is for documents that are never shown, and only while {@link parseInert} runs. Scripts are those in the page's own
 * folder: its workers and its service worker.
 */
export function setTrustedTypes(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const folder = new URL(".", document.baseURI).href;
  trustedTypes?.createPolicy("default", {
    createHTML: (html) => (parsesInert ? html : null),
    createScriptURL: (url) => (new URL(url, folder).href.startsWith(folder) ? url : null),
  });
}

/** Runs `parse`, in which markup may be parsed into documents that are never shown; their scripts do not run. */
export function parseInert<Result>(parse: () => Result): Result {
  parsesInert = true;
  try {
    return parse();
  } finally {
    parsesInert = false;
  }
}
