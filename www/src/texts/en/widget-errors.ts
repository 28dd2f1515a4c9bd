/** Messages of `whosaid-error` and on the console, which are for developers and therefore in English only. */
export const widgetErrors = {
  noReport:
    '<who-said> has no reviewed report, and `mode="reviewed-only"` allows no other. Name one in `report`, or put it into the element as <script type="application/json">.',
  reportUnreachable: "<who-said> could not load {url}: the server cannot be reached.",
  reportNotFound: "<who-said> could not load {url} (status {status}). Check the attribute `report`.",
  badReport:
    "{url} is not a reviewed report. The page’s “Publish …” and `whosaid report --reviewed` make such files.",
  newerReport:
    "{url} is of version {version}, and this script knows version {known} only. Update the script of <who-said>.",
  noAnalysis:
    "<who-said> could not load {url}, which analyzes articles without a reviewed report. Put it beside who-said-reviewed.js.",
  cannotHighlight: "This browser cannot highlight text without changing the page.",
  noElement:
    "<who-said> has found no element that matches “{selector}” on this page. It goes on looking; check the attribute `for`.",
  noText:
    "<who-said> has found no text in “{selector}”. A closed shadow tree, or a frame of another origin, cannot be read.",
  badSelector: "“{selector}” is not a valid CSS selector (attribute `{attribute}`).",
  blockedConnection:
    "The page’s content policy does not let <who-said> load {url}. Add {origin} to its `connect-src`.",
  blockedCompilation:
    "The page’s content policy does not let <who-said> run WebAssembly. Add 'wasm-unsafe-eval' to its `script-src`.",
  blockedByCors:
    "{url} is of another origin, and its server does not share it. Let it answer with `Access-Control-Allow-Origin: {origin}`, or name a copy in the attribute `core`.",
  unreachable: "<who-said> could not load {url}: the server cannot be reached.",
  notFound:
    "<who-said> could not load {url} (status {status}). The file belongs beside the script; the attribute `core` names another place.",
  notWasm:
    "{url} is not WebAssembly; the server sent {type}. Is it a page that stands in for a missing file?",
  cannotCompile:
    "This browser cannot compile {url}. <who-said> needs Chrome or Edge 91, Firefox 89, Safari 16.4, or newer.",
} as const;

/** A note on the console where a page's policies allow no worker. */
export const noWorkerNote =
  "<who-said> analyzes in the page itself, since the page’s policies allow it no worker. Add `blob:` or 'self' to `worker-src`, and `whosaid` to `trusted-types`.";
