// How the page fares with texts as long as books: two texts are brought to the Add page as a reader brings them, kept and
// compared; then they are scrolled, stepped through and shown in the other views.
//
// For each length: how long until the finding stands and until both texts stand whole, every task of the page's thread
// over 50 ms with what it was spent on (from Chromium's own trace), the gaps between frames while scrolling, how soon a
// cancelled comparison is off the page, how soon a worker answers, and how much memory the page's process took at most, its
// workers with it. Prints tables; it is no test, and fails for no time. Called by `cargo xtask long`.

import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { cpus, loadavg } from "node:os";
import { launch } from "./lib/browser.mjs";
import { firstWords, prose, retold } from "./lib/prose.mjs";
import { serve } from "./lib/server.mjs";
import { KINDS, LONG, tasks } from "./lib/trace.mjs";

const PATIENCE = 240_000;

const after = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv.slice(at + 1);
};
const sizes = (after("--sizes")?.[0] ?? "10000,100000,800000").split(",").map(Number);
const read = (path) => {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};
const files = after("--texts")?.slice(0, 2).map(read);
const texts = (words) => {
  if (files) return files.map((text) => firstWords(text, words));
  const one = prose(words);
  return [one, retold(one)];
};

const site = await serve({ hosted: true });

/** What the page notes about itself. */
const watch = () => {
  const own = window.Worker;
  window.crossreadWorkers = [];
  window.Worker = class extends own {
    constructor(...given) {
      super(...given);
      const note = { made: performance.now() };
      window.crossreadWorkers.push(note);
      // That it is alive, it says as soon as it is; what counts is its first answer.
      this.addEventListener("message", ({ data }) => data !== "held" && (note.spoke ??= performance.now()));
    }
    terminate() {
      window.crossreadEnded = performance.now();
      super.terminate();
    }
  };
  const { instantiate } = WebAssembly;
  // The optimised program gives what it exports other names.
  const keep = (made) => {
    const exported = Object.values((made.instance ?? made).exports ?? {});
    window.crossreadMemory = exported.find((one) => one instanceof WebAssembly.Memory) ?? window.crossreadMemory;
    return made;
  };
  WebAssembly.instantiate = (...given) => instantiate.apply(WebAssembly, given).then(keep);
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = (...given) => instantiateStreaming.apply(WebAssembly, given).then(keep);
};

/** What the page's process took at most, in MB, where the system tells it. */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const of = ({ id }) => {
    const path = `/proc/${id}/status`;
    return existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, "utf8"))?.[1] ?? 0) / 1024 : 0;
  };
  return Math.round(Math.max(...processInfo.filter(({ type }) => type === "renderer").map(of)));
}

/** Scrolls as a wheel does, `steps` frames, and to the end: the longest gap between two frames, and the 95th of 100. */
const scroll = (page, steps) =>
  page.evaluate(async (steps) => {
    const gaps = [];
    let last = performance.now();
    const frame = () => new Promise(requestAnimationFrame);
    const note = async () => {
      await frame();
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    };
    await note();
    gaps.pop();
    for (let at = 0; at < steps; at += 1) {
      window.scrollBy({ top: 400, behavior: "instant" });
      await note();
    }
    for (const part of [0.25, 0.5, 0.75, 1, 1]) {
      window.scrollTo({ top: document.documentElement.scrollHeight * part, behavior: "instant" });
      for (let at = 0; at < 20; at += 1) await note();
    }
    for (let at = 0; at < 40; at += 1) {
      window.scrollBy({ top: -400, behavior: "instant" });
      await note();
    }
    gaps.sort((one, other) => one - other);
    return { worst: gaps.at(-1), most: gaps[Math.floor(gaps.length * 0.95)] };
  }, steps);

const whole = (page) => page.waitForFunction(() => !document.querySelector(".section:empty"), undefined, { timeout: PATIENCE, polling: 100 });
const pause = (page, time = 500) => page.waitForTimeout(time);

async function measure(words) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.addInitScript(watch);
  page.on("pageerror", (error) => console.error(`${words}: ${error.message}`));
  const stages = [];
  const stage = async (name, work) => {
    await browser.startTracing(page, { categories: KINDS });
    const start = performance.now();
    let more;
    try {
      more = await work();
    } catch (error) {
      console.error(`${words}, ${name}: ${error.message.split("\n")[0]}`);
    }
    const took = performance.now() - start;
    const seen = tasks((await browser.stopTracing()).toString());
    stages.push({ name, took, tasks: seen, more });
    const long = seen.filter(({ took }) => took > LONG);
    console.log(`  ${words} ${name}: ${(took / 1000).toFixed(2)} s, longest ${Math.round(Math.max(0, ...seen.map(({ took }) => took)))} ms, ${long.length} over ${LONG}${more ? `, ${JSON.stringify(more)}` : ""}`);
    for (const { took, what } of long.sort((one, other) => other.took - one.took).slice(0, 6)) console.log(`      ${Math.round(took)} ms: ${what}`);
    return more;
  };

  const [a, b] = texts(words);
  await page.goto(`${site.url}?page=add`);
  await page.waitForSelector("html[data-boot=done]");
  await stage("bringing both", async () => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), a);
    await page.getByLabel("Text", { exact: true }).last().focus();
    await page.keyboard.press("ControlOrMeta+V");
    await page.getByLabel("Title", { exact: true }).last().fill("The first");
    await page.getByRole("button", { name: "Keep this text" }).last().click();
    await page.locator("#kept-now li").first().waitFor();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
    await chooser.setFiles([{ name: "second.txt", mimeType: "text/plain", buffer: Buffer.from(b) }]);
    await page.getByRole("region", { name: "second.txt", exact: true }).waitFor();
    await page.getByLabel("Title", { exact: true }).last().fill("The second");
    await page.getByRole("button", { name: "Keep this text" }).last().click();
    await page.locator("#kept-now li").nth(1).waitFor();
    await pause(page);
  });
  const start = await stage("finding", async () => {
    const from = performance.now();
    await page.getByRole("link", { name: "Compare the last two" }).click();
    await page.locator(".found .finding").waitFor();
    return { seconds: Number(((performance.now() - from) / 1000).toFixed(2)) };
  });
  const from = performance.now();
  await stage("placing both texts", async () => {
    await whole(page);
  });
  const stands = (start?.seconds ?? 0) + (performance.now() - from) / 1000;
  await pause(page, 1500);
  await stage("at rest", () => pause(page, 1500));
  const side = await stage("scrolling side by side", () => scroll(page, 150));
  await stage("from match to match", async () => {
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    for (let at = 0; at < 8; at += 1) {
      await page.keyboard.press("j");
      await pause(page, 250);
    }
    await page.keyboard.press("k");
    await pause(page);
    await page.keyboard.press("Escape");
    const strip = await page.locator("#ruler-a").boundingBox();
    for (const part of [0.9, 0.4]) {
      await page.mouse.click(strip.x + 1, strip.y + strip.height * part);
      await pause(page);
    }
    await page.keyboard.press("Escape");
    await pause(page);
  });
  await stage("a kind hidden and shown", async () => {
    for (let time = 0; time < 2; time += 1) {
      if (!(await page.locator(".menu").evaluate((menu) => menu.open))) await page.locator(".menu > summary").click();
      await page.locator(".legend button.edited").click();
      await pause(page, 1000);
    }
  });
  await stage("reopening", async () => {
    await page.reload();
    await page.locator(".found .finding").waitFor();
    await whole(page);
    await pause(page, 1500);
  });
  const one = await stage("one text", async () => {
    await page.keyboard.press("2");
    await page.locator(".single .para").first().waitFor();
    await whole(page);
    await pause(page, 1000);
    return scroll(page, 60);
  });
  const shared = await stage("shared", async () => {
    await page.keyboard.press("3");
    await page.locator(".shared .card").first().waitFor();
    await whole(page);
    await pause(page, 1000);
    return scroll(page, 60);
  });
  const cancel = await stage("cancelling", async () => {
    await page.keyboard.press("1");
    await page.locator(".pages .para").first().waitFor();
    await whole(page);
    await page.locator(".adjust > summary").click();
    await page.getByRole("radio", { name: /^loose\b/ }).click();
    return page.evaluate(async () => {
      const button = () => document.querySelector(".under-way:not([hidden]) button");
      for (let at = 0; at < 4000 && button()?.textContent !== "Cancel"; at += 1) await new Promise((then) => setTimeout(then, 1));
      if (!button()) return { tooQuick: true };
      const from = performance.now();
      button().click();
      const ended = window.crossreadEnded - from;
      await new Promise(requestAnimationFrame);
      const said = document.querySelector(".under-way p").textContent;
      return { ended: Math.round(ended * 10) / 10, frame: Math.round(performance.now() - from), said };
    });
  });
  const up = await page.evaluate(() => window.crossreadWorkers.filter(({ spoke }) => spoke).map(({ made, spoke }) => Math.round(spoke - made)));
  const memory = await peak(browser);
  const wasm = await page.evaluate(() => Math.round((window.crossreadMemory?.buffer.byteLength ?? 0) / 2 ** 20));
  await browser.close();
  return { words, start, stands, stages, side, one, shared, cancel, up, memory, wasm };
}

const rows = [];
for (const words of sizes) rows.push(await measure(words));
await site.close();

const longest = ({ stages }, names) => {
  const all = stages.filter(({ name }) => !names || names.test(name)).flatMap(({ tasks }) => tasks);
  const over = all.filter(({ took }) => took > LONG).length;
  return `${Math.round(Math.max(0, ...all.map(({ took }) => took)))}${over ? ` (${over})` : ""}`;
};
const gap = (seen) => (seen ? `${Math.round(seen.most)} / ${Math.round(seen.worst)}` : "–");
console.log(`\n| | ${rows.map(({ words }) => `${words.toLocaleString("en")} words`).join(" | ")} |\n|---|${rows.map(() => "---:|").join("")}`);
const line = (name, of) => console.log(`| ${name} | ${rows.map((row) => of(row) ?? "–").join(" | ")} |`);
line("finding stands after, s", ({ start }) => start?.seconds);
line("both texts stand whole after, s", ({ stands }) => stands.toFixed(1));
line("longest task while compared, ms (how many over 50)", (row) => longest(row, /^finding/));
line("while placed", (row) => longest(row, /^placing|^at rest/));
line("while scrolled", (row) => longest(row, /^scrolling/));
line("from match to match, by the ruler", (row) => longest(row, /^from match/));
line("a kind hidden and shown", (row) => longest(row, /^a kind/));
line("one text, placed and scrolled", (row) => longest(row, /^one/));
line("shared, placed and scrolled", (row) => longest(row, /^shared/));
line("opened again from storage", (row) => longest(row, /^reopening/));
line("while pasted, opened and kept", (row) => longest(row, /^bringing/));
line("gap between frames while scrolling, 95 of 100 / worst, ms", ({ side }) => gap(side));
line("the same in one text", ({ one }) => gap(one));
line("the same in shared", ({ shared }) => gap(shared));
line("worker ended after Cancel, ms / seen in the next frame after, ms", ({ cancel }) => (cancel?.tooQuick ? "too quick to cancel" : cancel && `${Number.isFinite(cancel.ended) ? cancel.ended : "not begun"} / ${cancel.frame}`));
line("a worker's first word after, ms", ({ up }) => up.join(", "));
line("memory of the page and its workers at most, MB", ({ memory }) => memory || "–");
line("of it the page's program, MB", ({ wasm }) => wasm);
console.log(`\n${cpus().length} processors, ${cpus()[0]?.model.trim()}; load ${loadavg()[0].toFixed(1)} at the end.`);
