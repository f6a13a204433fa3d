// Reads a trace of Chromium: the tasks of the page's thread, and what the long ones spent their time on.

/** Shorter tasks are not noticed: https://www.w3.org/TR/longtasks-1/. */
export const LONG = 50;

/** The trace categories that this needs. */
export const KINDS = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];

/** The tasks of the page's thread in a trace, in milliseconds, with what the long ones spent their time on. */
export function tasks(trace) {
  const { traceEvents } = JSON.parse(trace);
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const found = [];
  for (const { pid, tid } of threads) {
    const events = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X" && event.dur > 0);
    events.sort((one, other) => one.ts - other.ts || other.dur - one.dur);
    for (const task of events.filter(({ name }) => name === "ThreadControllerImpl::RunTask")) {
      const took = task.dur / 1000;
      // Queries from this script do not count as tasks of the page.
      const asked = (event) => event.args?.chrome_mojo_event_info?.mojo_interface_tag === "blink.mojom.DevToolsSession";
      if (took < 16 || events.some((event) => asked(event) && event.ts >= task.ts && event.ts < task.ts + task.dur)) continue;
      found.push({ took, what: took > LONG ? spent(task, events) : "" });
    }
  }
  return found;
}

/** What a task spent its time on: the self time of each kind of work. */
function spent(task, events) {
  const inside = events.filter((event) => event !== task && event.ts >= task.ts && event.ts + event.dur <= task.ts + task.dur);
  const own = new Map();
  const open = [];
  const named = ({ name, args }) => [name, args?.data?.type ?? args?.chrome_mojo_event_info?.mojo_interface_tag].filter(Boolean).join(" ");
  for (const event of inside) {
    while (open.length && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop();
    if (open.length) own.set(named(open.at(-1)), (own.get(named(open.at(-1))) ?? 0) - event.dur);
    own.set(named(event), (own.get(named(event)) ?? 0) + event.dur);
    open.push(event);
  }
  const most = [...own].filter(([, took]) => took > 3000).sort((one, other) => other[1] - one[1]);
  return most
    .slice(0, 4)
    .map(([name, took]) => `${name} ${Math.round(took / 1000)}`)
    .join(", ");
}
