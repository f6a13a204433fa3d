// Runs Lighthouse on the built site, served like on the web: compressed, and files with a hash in their name may be kept.
// Prints a table in Markdown with the median and the spread of several runs. `cargo xtask lighthouse` calls it and names
// the program in LIGHTHOUSE. It is not a test, since performance depends on the machine and its other work.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { known } from "./lib/pages.mjs";
import { serve } from "./lib/server.mjs";

const option = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const RUNS = Number(option("runs") ?? 5);
/** The rows to measure: those whose name has this in it. */
const ONLY = option("only") ?? "";

const PAGES = [
  ["library", ""],
  ["a match, by its link", known()],
  ["how it works", "how.html"],
];
const DEVICES = [
  ["phone", []],
  ["desk", ["--preset=desktop"]],
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const site = await serve({ hosted: true });
const folder = await mkdtemp(join(tmpdir(), "crossread-lighthouse-"));

const once = async (address, options) => {
  const file = join(folder, "report.json");
  const flags = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run";
  const words = ["--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=${flags}`, ...options];
  words.push(`--only-categories=${CATEGORIES.join(",")}`);
  await promisify(execFile)(process.execPath, [process.env.LIGHTHOUSE, new URL(address, site.url).href, ...words], {
    env: { ...process.env, CHROME_PATH: process.env.CHROME },
    timeout: 180_000,
  });
  return JSON.parse(await readFile(file, "utf8"));
};

/** Median, least and most. */
const spread = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  return { middle: sorted[sorted.length >> 1], least: sorted[0], most: sorted.at(-1) };
};
const shown = (values, write) => {
  const { middle, least, most } = spread(values);
  return write(least) === write(most) ? write(middle) : `${write(middle)} (${write(least)}–${write(most)})`;
};

const faults = new Map();
const rows = [];
try {
  for (const [device, options] of DEVICES) {
    for (const [name, address] of PAGES) {
      if (!`${name}, ${device}`.includes(ONLY)) continue;
      const reports = [];
      for (let run = 0; run < RUNS; run += 1) reports.push(await once(address, options));
      const scores = CATEGORIES.map((category) => shown(reports.map((report) => report.categories[category].score * 100), (value) => value.toFixed(0)));
      const audit = (id, write) => shown(reports.map((report) => report.audits[id].numericValue), write);
      const seconds = (value) => `${(value / 1000).toFixed(2)} s`;
      rows.push([
        `${name}, ${device}`,
        ...scores,
        audit("largest-contentful-paint", seconds),
        audit("cumulative-layout-shift", (value) => value.toFixed(3)),
        audit("total-blocking-time", (value) => `${value.toFixed(0)} ms`),
      ]);
      for (const category of CATEGORIES) {
        for (const { id, weight } of reports.at(-1).categories[category].auditRefs) {
          const { score, title, displayValue = "" } = reports.at(-1).audits[id];
          if (weight > 0 && score !== null && score < 0.9) faults.set(`${id}, ${name}, ${device}`, `${title} ${displayValue}`);
        }
      }
      console.error(`${name}, ${device}: done`);
    }
  }
} finally {
  await site.close();
  await rm(folder, { recursive: true, force: true });
}

const heads = ["", "performance", "accessibility", "best practices", "SEO", "largest paint", "layout shift", "blocked"];
for (const row of [heads, heads.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
console.log(`\n${RUNS} runs each, median (least–most); ${cpus().length} processors, load ${loadavg().map((load) => load.toFixed(1)).join(", ")}`);
for (const [where, what] of faults) console.log(`below 90: ${where}: ${what}`);
