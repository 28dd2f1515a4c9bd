/** The policy's name in a website's `trusted-types`. */
const POLICY = "whosaid";

/** What follows a script's address when it is to answer that it could be a worker. */
const PROBE_HASH = "#whosaid-probe";

/** A script that answers that workers run. */
const PROBE = "postMessage(0)";

declare const __IS_MODULE__: boolean;

/** The part of the Trusted Types API that is used (https://www.w3.org/TR/trusted-types/). */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | null | undefined;

/** A script of ours that contains a worker. */
export interface WorkerScript {
  /** The worker; it refers to nothing around it. */
  readonly run: () => void;
  /** The address of the script; empty where it cannot be told. */
  readonly url: string;
  /** What follows the address when the script is to be this worker. */
  readonly hash: string;
}

/** Runs the worker of a script, where the script was loaded as one. */
export function runAsWorker({ run, hash }: WorkerScript): void {
  if (typeof document !== "undefined" || typeof location === "undefined") return;
  if (location.hash === PROBE_HASH) self.postMessage(0);
  else if (location.hash === hash) run();
}

/** A way to make workers, for a script or for the worker itself. */
type WorkerMaker = (isProbe: boolean) => Worker;

/**
 * Finds a way to make workers that the page's policies allow, and returns it; null where there is none.
 *
 * Tried are a `blob:` address (`worker-src blob:`), this script itself if it is of the page's origin (`worker-src 'self'`),
 * and a `data:` address.
 */
export async function findWorkerMaker({ run, url, hash }: WorkerScript): Promise<(() => Worker) | null> {
  const source = (isProbe: boolean) => (isProbe ? PROBE : `(${run})()`);
  const ways: WorkerMaker[] = [
    (isProbe) => makeFromBlob(source(isProbe)),
    (isProbe) => {
      if (!url || new URL(url).origin !== location.origin) throw new Error("another origin");
      return makeWorker(url.replace(/#.*/, "") + (isProbe ? PROBE_HASH : hash), __IS_MODULE__);
    },
    (isProbe) => makeWorker(`data:text/javascript,${encodeURIComponent(source(isProbe))}`),
  ];
  for (const make of ways) if (await works(() => make(true))) return () => make(false);
  return null;
}

function makeFromBlob(source: string): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return makeWorker(url);
  } finally {
    // The worker has taken the address up by the time of the next task, or later where the page is busy.
    setTimeout(() => URL.revokeObjectURL(url), 30_000);
  }
}

function makeWorker(url: string, isModule = false): Worker {
  const trusted = trust(url);
  return isModule ? new Worker(trusted, { type: "module" }) : new Worker(trusted);
}

/** The address as the page's Trusted Types want it; the address itself where they want nothing or allow no policy. */
function trust(url: string): string {
  if (policy === undefined) {
    const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
    try {
      if (!allowsPolicy()) throw new Error("not in the page's list");
      // Nothing but the addresses above is ever given to it.
      policy = trustedTypes?.createPolicy(POLICY, { createScriptURL: (url) => url }) ?? null;
    } catch {
      policy = null;
    }
  }
  return policy ? policy.createScriptURL(url) : url;
}

/** Whether a policy that stands in the page's markup lets the widget have its own; asking in vain would be reported. */
function allowsPolicy(): boolean {
  for (const meta of document.querySelectorAll<HTMLMetaElement>(
    'meta[http-equiv="Content-Security-Policy" i]',
  )) {
    const names = /(?:^|;)\s*trusted-types\b([^;]*)/i.exec(meta.content)?.[1];
    if (names !== undefined && !names.split(/\s+/).some((name) => name === POLICY || name === "*"))
      return false;
  }
  return true;
}

/** Whether a worker made in this way runs. */
function works(make: () => Worker): Promise<boolean> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = make();
    } catch {
      resolve(false);
      return;
    }
    const end = (answer: boolean) => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = () => end(true);
    worker.onerror = (event) => {
      event.preventDefault();
      end(false);
    };
  });
}
