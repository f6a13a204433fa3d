// Measures how long key presses and clicks take until the next paint, at 4× CPU throttling. On the two longest articles of
// the library, in each view, on a phone and on a desktop: every key and control and a sample of sentences, several times.
//
// A time is that of the browser's Event Timing: from the event to the next paint, in steps of 8 ms, as the measure INP has
// it; events shorter than 16 ms are not reported and count as 16. Layout shifts are counted whether or not an input came
// just before them: moving what a reader did not ask to be moved is no better for a click. Prints a table; it is no test,
// and fails for no time. Called by `cargo xtask interaction`.

import { cpus, loadavg } from "node:os";
import { SCREENS, launch } from "./lib/browser.mjs";
import { IDS, article, pair, settled } from "./lib/pages.mjs";
import { serve } from "./lib/server.mjs";

const option = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const SLOW = Number(option("slow") ?? 4);
/** What to measure: the pages whose name has this in it. */
const ONLY = option("only") ?? "";
const TIMES = 2;

const [a, b] = IDS.map(article)
  .sort((one, other) => other.text.length - one.text.length)
  .map(({ id }) => id);
// The longest two share nothing, so that they answer few questions: the pair of the longest that do comes beside them.
const PAIRS = [
  ["the two longest", pair(a, b)],
  ["two that share", pair("nato-suspends-cooperation", "russia-warns-kiev")],
];
const VIEWS = ["side", "one", "shared"];

const watch = () => {
  window.seen = { events: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId, startTime, processingStart, processingEnd } of list.getEntries()) {
      // Before the page was told, while it worked, and until the paint was seen.
      const parts = [processingStart - startTime, processingEnd - processingStart, startTime + duration - processingEnd].map(Math.round);
      if (interactionId) window.seen.events.push({ name, duration, parts, startTime });
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      // What a reader opened by the input may push the rest down; what moves by itself may not.
      if (!hadRecentInput) window.seen.shift += value;
      window.seen.last = sources.map(({ node }) => node?.className ?? node?.nodeName).join(" ");
    }
  }).observe({ type: "layout-shift", buffered: true });
};

/** The keys, and what to press before each so that it has something to do. */
const KEYS = ["j", "j", "k", "n", "p", "Escape", "j", "c", "Escape", "s", "s", "?", "Escape", "/"];

const site = await serve({ hosted: true });
const browser = await launch();
const times = new Map();
const shifts = new Map();
/** What the best aim for a press is, in milliseconds: what took longer is listed by itself. */
const AIM = 100;
const slowest = [];
const late = [];
let where = "";

const note = (map, name, value) => map.set(name, [...(map.get(name) ?? []), value]);

const act = async (page, name, does) => {
  const begun = await page.evaluate(() => {
    window.seen.events = [];
    window.seen.shift = 0;
    return performance.now();
  });
  await does();
  // Past the glide of the columns and the next report of the observers.
  await page.waitForTimeout(450);
  const { events: all, shift, last } = await page.evaluate(() => window.seen);
  // What is reported after its turn changed nothing that had to be painted (the button of the view that is on): its time runs
  // until the next press has something painted. It is said, and is not the next one's.
  const events = all.filter(({ startTime }) => startTime >= begun);
  if (events.length < all.length) late.push(`${where}: the press before “${name}”`);
  note(times, name, Math.max(16, ...events.map(({ duration }) => duration)));
  for (const { name: event, duration, parts } of events) {
    if (duration > AIM) slowest.push(`${where}: ${name} (time ${times.get(name).length}), ${event} ${duration} ms: ${parts.join(" + ")}`);
  }
  note(shifts, name, shift);
  if (shift > 0.02) console.error(`${name}: shift ${shift.toFixed(3)} of ${last}`);
};

const open = async (screen, address) => {
  const touch = screen === "phone";
  const context = await browser.newContext({ viewport: SCREENS[screen], hasTouch: touch, isMobile: touch, permissions: ["clipboard-write"] });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
  await page.goto(new URL(address, site.url).href);
  await page.waitForSelector("html[data-boot=done]", { timeout: 60_000 });
  await settled(page);
  await page.waitForTimeout(500);
  note(shifts, `opening, ${screen}`, await page.evaluate(() => window.seen.shift));
  return { context, page };
};

/** Clicks every control that can be seen, found anew by its place each time: some come and go. */
const controls = async (page, screen, view) => {
  const all = () => page.locator(".bar button:visible:not(:disabled), .pair .button:visible, .top button:visible, .counted > summary, .by > summary, .fold > summary:visible");
  for (let place = 0; place < (await all().count()); place += 1) {
    const control = all().nth(place);
    const name = (await control.getAttribute("aria-label")) ?? (await control.textContent()).trim().replace(/[\d\s]+$/, "");
    await act(page, `click ${short(name)}`, () => control.click({ timeout: 5000 }).catch(() => {}));
    await page.keyboard.press("Escape");
    if ((await page.getByRole("dialog").filter({ visible: true }).count()) > 0) await page.keyboard.press("Escape");
    if (view !== (await page.evaluate(() => new URLSearchParams(location.search).get("view") ?? "side"))) {
      await page.keyboard.press(String(VIEWS.indexOf(view) + 1));
      await settled(page);
    }
  }
  await act(page, "click Adjust", () => page.locator(".adjust > summary").click());
  for (const name of ["loosest", "loose", "strict", "strictest", "normal"]) {
    await act(page, `strictness ${name}`, () => page.getByRole("radio", { name: new RegExp(`^${name}\\b`) }).click());
  }
  for (const name of [/quotation marks/, /own words/, /All words/]) {
    await act(page, `whose words ${name.source}`, () => page.getByRole("radio", { name }).click());
  }
  const slider = page.getByRole("slider", { name: /Shortest passage/ });
  await slider.focus();
  for (const key of ["ArrowRight", "ArrowLeft"]) await act(page, "shortest passage", () => page.keyboard.press(key));
  for (const box of await page.locator(".pop input[type=checkbox]:visible:not(:disabled)").all()) {
    for (let time = 0; time < 2; time += 1) await act(page, "switches", () => box.click());
  }
  await page.keyboard.press("Escape");
  await page.locator(".adjust > summary").click().catch(() => {});
};

const short = (name) => name.split(/[:(]/)[0].trim();

const sentences = async (page) => {
  const matched = page.locator(".s[role=button]:visible");
  const alone = page.locator(".s:not([role=button]):not(.greyed):visible");
  for (const [what, all] of [["a sentence with a counterpart", matched], ["a sentence without", alone]]) {
    const count = await all.count();
    for (let place = 0; place < Math.min(count, 6); place += 1) {
      const one = all.nth(Math.floor((place * count) / Math.min(count, 6)));
      await one.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" })).catch(() => {});
      const box = await one.evaluate((element) => {
        const { left, top, height } = element.getClientRects()[0];
        return [left + 4, top + height / 2];
      });
      await act(page, `click ${what}`, () => page.mouse.click(...box));
      await act(page, "Escape", () => page.keyboard.press("Escape"));
    }
  }
};

try {
  for (const screen of ["desk", "phone"]) {
    for (const [name, address] of PAIRS) {
      for (const view of VIEWS) {
        where = `${screen}, ${name}, ${view}`;
        if (!where.includes(ONLY)) continue;
        const { context, page } = await open(screen, `${address}&view=${view}`);
        for (let time = 0; time < TIMES; time += 1) {
          for (const key of KEYS) {
            await act(page, `key ${key}`, () => page.keyboard.press(key));
            if (key === "/") await page.evaluate(() => document.activeElement.blur());
          }
          for (const other of ["1", "2", "3"]) await act(page, `key ${other}`, () => page.keyboard.press(other));
          await page.keyboard.press(String(VIEWS.indexOf(view) + 1));
          await settled(page);
        }
        if (view !== "shared") await sentences(page);
        await controls(page, screen, view);
        await context.close();
        console.error(`${where}: done`);
      }
    }
  }
  for (const screen of ["desk", "phone"]) {
    for (const [name, address] of [["library", ""], ["how it works", "how.html"]]) {
      if (!`${screen}, ${name}`.includes(ONLY)) continue;
      const context = await browser.newContext({ viewport: SCREENS[screen] });
      const page = await context.newPage();
      await page.addInitScript(watch);
      await page.goto(new URL(address, site.url).href);
      await page.waitForTimeout(1500);
      note(shifts, `opening ${name}, ${screen}`, await page.evaluate(() => window.seen.shift));
      await context.close();
    }
  }
} catch (error) {
  // What was measured until then is worth its table.
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}

const at = (values, share) => [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (name, values) => {
  const moved = Math.max(...(shifts.get(name) ?? [0]));
  console.log(`| ${name} | ${values.length} | ${at(values, 0.5)} | ${at(values, 0.95)} | ${Math.max(...values)} | ${moved.toFixed(3)} |`);
};
console.log("| what | times | median | 95 of 100 | most, ms | most layout shift |\n|---|---|---|---|---|---|");
for (const [name, values] of [...times].sort(([, one], [, other]) => at(other, 0.95) - at(one, 0.95))) row(name, values);
row("all", [...times.values()].flat());
for (const [name, values] of shifts) if (!times.has(name)) console.log(`| ${name} | ${values.length} | | | | ${Math.max(...values).toFixed(3)} |`);
if (slowest.length > 0) console.log(`\nOver ${AIM} ms (before the page was told + while it worked + until it was seen):\n${slowest.join("\n")}`);
if (late.length > 0) console.log(`\nNothing was painted for, until the next press:\n${late.join("\n")}`);
console.log(`\nProcessor slowed ${SLOW} times; ${cpus().length} processors, load ${loadavg().map((load) => load.toFixed(1)).join(", ")}`);
