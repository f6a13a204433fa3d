// How the page fares with many articles as one story: the twelve invented reports in tests/dam, each again and again with a sentence
// of its own until there are enough, are brought to the Add page, kept and read as one story.
//
// For each number: how long from the choice of the files until all are kept; how long from the press until the finding and the
// first rows stand, and until all first rows and all pairs are there; and every task of the page's thread over 50 ms with what it
// was spent on, from Chromium's own trace. Prints lines; it is no test, and fails for no time. Called by `cargo xtask stories`.

import { readFileSync, readdirSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { launch } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { KINDS, LONG, tasks } from "./lib/trace.mjs";

const PATIENCE = 120_000;
const at = process.argv.indexOf("--sizes");
const sizes = (at < 0 ? "5,12,50" : process.argv[at + 1]).split(",").map(Number);

const REPORTS = new URL("../tests/dam/", import.meta.url);
const reports = readdirSync(REPORTS).sort().map((name) => readFileSync(new URL(name, REPORTS), "utf8"));
const article = (_, at) => ({
  name: `${at}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(reports[at % reports.length].replace(/\n\n/, `\n\nReport number ${at + 1} was written in the ${"abcdefghij"[at % 10]}${at} office.\n\n`)),
});

const site = await serve({ hosted: true });

async function measure(count) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(`${site.url}?page=add`);
  await page.waitForSelector("html[data-boot=done]");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  const chosen = performance.now();
  await chooser.setFiles(Array.from({ length: count }, article));
  await page.getByRole("button", { name: "Keep all" }).click();
  const whole = page.getByRole("link", { name: `Read all ${count} as one story` });
  await whole.waitFor();
  console.log(`${count} files, from the choice until all are kept: ${((performance.now() - chosen) / 1000).toFixed(2)} s`);
  const watch = (from) =>
    page.evaluate(async (from) => {
      const first = document.querySelector("h1")?.textContent;
      const frame = () => new Promise(requestAnimationFrame);
      const found = {};
      const rows = () => document.querySelectorAll(".answers tbody tr:not(.below)").length;
      const start = from ?? performance.now();
      if (from === undefined) [...document.querySelectorAll("a")].find((one) => /as one story$/.test(one.textContent) && /^Read all/.test(one.textContent)).click();
      for (let last = -1, still = 0; still < 30; ) {
        await frame();
        const now = performance.now() - start;
        if (!found.finding && document.querySelector(".finding") && rows() > 5) found.finding = now;
        const size = document.querySelectorAll(".story *").length;
        if (size !== last) found.all = now;
        still = found.finding && size === last ? still + 1 : 0;
        last = size;
      }
      return { ...found, rows: rows(), elements: document.querySelectorAll("*").length, first };
    }, from);
  for (const again of [false, true]) {
    await browser.startTracing(page, { categories: KINDS });
    let seen;
    if (again) {
      await page.reload({ waitUntil: "commit" });
      seen = await watch(0);
    } else {
      seen = await watch();
    }
    const all = tasks((await browser.stopTracing()).toString());
    const long = all.filter(({ took }) => took > LONG).sort((one, other) => other.took - one.took);
    const longest = Math.round(Math.max(0, ...all.map(({ took }) => took)));
    const seconds = (time) => (time / 1000).toFixed(2);
    console.log(
      `${count} articles, ${again ? "loaded by their address" : "from the press"}: finding and first rows ${seconds(seen.finding)} s, all ${seconds(seen.all)} s, ` +
        `longest task ${longest} ms, ${long.length} over ${LONG}, ${seen.rows} rows, ${seen.elements} elements`,
    );
    for (const { took, what } of long.slice(0, 6)) console.log(`    ${Math.round(took)} ms: ${what}`);
  }
  await browser.close();
}

console.log(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`);
for (const count of sizes) await measure(count);
await site.close();
