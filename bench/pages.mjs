// How well saved pages are read: `node bench/pages.mjs FOLDER [--crossread PROGRAM] [--worst N]`.
//
// The folder is a checkout of scrapinghub's article-extraction-benchmark, or has the same files: `ground-truth.json`, where
// each page has its `articleBody`, and `html/<page>.html.gz`. The measure is that benchmark's own: runs of four words, each
// page weighs the same. Its bodies have no headline, which Crossread puts above a text; both ways are told. No page of it is
// in this repository.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";

const [folder, ...rest] = process.argv.slice(2);
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);
if (!folder) {
  console.error("node bench/pages.mjs FOLDER [--crossread PROGRAM] [--worst N]");
  process.exit(2);
}
const program = option("--crossread", "target/release/crossread");
const worst = Number(option("--worst", "0"));

/** Runs of four words with how often each stands there; a shorter text is one run. */
function runs(text) {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const found = new Map();
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const run = words.slice(at, at + 4).join(" ");
    if (run) found.set(run, (found.get(run) ?? 0) + 1);
  }
  return found;
}

/** Of all runs of both, the shares that are in both, in what was read alone, in the truth alone. */
function compared(truth, read) {
  const [wanted, got] = [runs(truth), runs(read)];
  const shares = { both: 0, over: 0, missing: 0 };
  for (const run of new Set([...wanted.keys(), ...got.keys()])) {
    const [here, there] = [wanted.get(run) ?? 0, got.get(run) ?? 0];
    shares.both += Math.min(here, there);
    shares.over += Math.max(0, there - here);
    shares.missing += Math.max(0, here - there);
  }
  // No page weighs more than another.
  const all = shares.both + shares.over + shares.missing || 1;
  return { both: shares.both / all, over: shares.over / all, missing: shares.missing / all };
}

const part = (some, more) => (some + more === 0 ? 1 : some / (some + more));
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function figures(pages) {
  const precision = mean(pages.filter(({ both, over }) => both + over > 0).map(({ both, over }) => part(both, over)));
  const recall = mean(pages.filter(({ both, missing }) => both + missing > 0).map(({ both, missing }) => part(both, missing)));
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall };
}

const truths = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8"));
const names = Object.keys(truths);
const place = mkdtempSync(join(tmpdir(), "pages-"));
const lines = [];
try {
  for (const name of names) {
    writeFileSync(join(place, `${name}.html`), gunzipSync(readFileSync(join(folder, "html", `${name}.html.gz`))));
  }
  const files = names.map((name) => join(place, `${name}.html`));
  // It ends in 3 where a page could not be read, and has told so on its line.
  const ran = promisify(execFile)(program, ["read", "--json", ...files], { maxBuffer: 2 ** 30 });
  const { stdout } = await ran.catch((error) => (error.code === 3 ? error : Promise.reject(error)));
  lines.push(...stdout.trim().split("\n").map((line) => JSON.parse(line)));
} finally {
  rmSync(place, { recursive: true });
}
const read = new Map(lines.map((line) => [line.file.slice(place.length + 1, -".html".length), line.ok]));

const pages = names.map((name) => {
  const article = read.get(name);
  const text = article?.text ?? "";
  const truth = truths[name].articleBody ?? "";
  const [first, ...others] = text.split("\n\n");
  const title = article?.title?.value;
  const headless = title && first.replace(/\s+/g, " ").trim() === title && !truth.startsWith(title) ? others.join("\n\n") : text;
  return { name, url: truths[name].url, text: headless, truth, ...compared(truth, headless), whole: compared(truth, text) };
});

const show = (label, { f1, precision, recall }) =>
  console.log(`${label.padEnd(28)} F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`);
console.log(`${names.length} pages, ${names.filter((name) => !read.get(name)).length} of them without an article`);
show("without the added headline", figures(pages));
show("with it", figures(pages.map(({ whole }) => whole)));
if (worst > 0) {
  console.log("\nThe worst, with the shares of runs that are over and that are missing:");
  const sorted = pages.toSorted((one, other) => one.both - other.both);
  for (const { name, url, over, missing } of sorted.slice(0, worst)) {
    console.log(`${name.slice(0, 12)}  over ${over.toFixed(3)}  missing ${missing.toFixed(3)}  ${url}`);
  }
}
