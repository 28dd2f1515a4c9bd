/** What to trace. */
export const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel", "v8"];

/**
 * The finished events of the page's main thread.
 * @param {any[]} events
 */
function mainEvents(events) {
  const mains = new Set(
    events.filter(({ args }) => args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events.filter(({ pid, tid, ph }) => ph === "X" && mains.has(`${pid} ${tid}`));
}

/**
 * The tasks of the page's main thread in a trace, with what they consist of, in milliseconds of the processor's time.
 * @param {any[]} events
 */
export function mainTasks(events) {
  const own = mainEvents(events);
  const tasks = own.filter(({ name }) => name === "RunTask").sort((a, b) => a.ts - b.ts);
  return tasks.map(({ pid, ts, dur, tdur = 0 }) => {
    const inside = own.filter(
      (one) => one.name !== "RunTask" && one.pid === pid && one.ts >= ts && one.ts + one.dur <= ts + dur,
    );
    return { time: tdur / 1000, events: inside };
  });
}

/**
 * What a task consists of, in words.
 * @param {any[]} events
 */
export const describeParts = (events) =>
  events
    .filter(({ tdur }) => tdur > 2000)
    .map(({ name, tdur }) => `${name} ${(tdur / 1000).toFixed(0)}`)
    .join(", ");

/**
 * The processor's time from each event of a type until what it changes is painted, in milliseconds.
 * @param {any[]} events
 * @param {string} type
 */
export function answerTimes(events, type) {
  const tasks = mainTasks(events);
  return tasks.flatMap((task, index) => {
    if (!task.events.some(({ name, args }) => name === "EventDispatch" && args.data?.type === type))
      return [];
    const painted = tasks.findIndex(
      ({ events }, later) => later >= index && events.some(({ name }) => name === "Commit"),
    );
    return [tasks.slice(index, painted + 1).reduce((sum, { time }) => sum + time, 0)];
  });
}

/**
 * The processor's time of the scripts on the page's main thread in a trace, in milliseconds.
 * @param {any[]} events
 */
export function scriptTime(events) {
  const scripts = mainEvents(events).filter(({ name }) =>
    /^(v8\.callFunction|FunctionCall|EvaluateScript|RunMicrotasks)$/.test(name),
  );
  const isInside = (/** @type {any} */ one, /** @type {any} */ other) =>
    other !== one && other.pid === one.pid && other.ts <= one.ts && other.ts + other.dur >= one.ts + one.dur;
  return scripts
    .filter((one) => !scripts.some((other) => isInside(one, other)))
    .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
