import { get } from "./dom.js";
import type { State, Status } from "./state.js";
import type { Store } from "./store.js";

/** How long results wait before they are read out, so that typing is not interrupted, in milliseconds. */
const QUIET_TIME = 1200;

/** Shows messages and progress, and passes messages to screen readers. */
export function connectStatus(store: Store<State>, stop: () => void): void {
  const status = get("status");
  const announcement = get("announcement");
  const working = get("working");
  const progress = get<HTMLProgressElement>("progress");
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showStatus = ({ message, tone }: Status) => {
    status.textContent = message;
    status.classList.toggle("failed", tone === "error");
    clearTimeout(timer);
    const announce = () => {
      announcement.textContent = message;
    };
    if (tone === "info") timer = setTimeout(announce, QUIET_TIME);
    else announce();
  };

  store.watch(({ status }) => status, showStatus);
  store.watch(
    (state) => state.progress,
    (share) => {
      working.hidden = share === null;
      progress.value = share ?? 0;
    },
  );
  get("stop").addEventListener("click", stop);
}
