// How well the words of PDFs are read, beside pdftotext: `node bench/pdfs.mjs FOLDER… [--crossread PROGRAM] [--least N]
// [--worst N]`.
//
// Takes every PDF under the folders whose text, by pdftotext (poppler), has 50 words or more (`--least` for another number),
// and of copies the first. Each file has the F1 of its words, and the files' mean and median are told. Chinese and Japanese
// letters count one by one: those scripts do not part words, and pdftotext parts them at each line's end. pdftotext keeps running
// headers, page numbers and text set across the page, which Crossread leaves out and says so: the second line counts as read so
// many missing words as it says were left out. No PDF of these is in this repository.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const words = process.argv.slice(2);
const option = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const options = ["--crossread", "--least", "--worst"];
const folders = words.filter((word, at) => !options.includes(word) && !options.includes(words[at - 1]));
if (folders.length === 0) {
  console.error("node bench/pdfs.mjs FOLDER… [--crossread PROGRAM] [--least N] [--worst N]");
  process.exit(2);
}
const program = option("--crossread", "target/release/crossread");

const pdfs = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.pdf$/i.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size <= 20_000_000)
    .sort();

/** What a program writes; of one that fails, what it had written until then. */
function output(name, ...args) {
  try {
    return execFileSync(name, args, { encoding: "utf8", maxBuffer: 2 ** 28, timeout: 60_000, stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    return error.stdout ?? "";
  }
}

const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv;
const cut = (text) => text.normalize("NFKC").replaceAll("\u00ad", "").toLowerCase().match(WORD) ?? [];

/** How many words of one list are in the other, each as often as there. */
function shared(one, other) {
  const counts = new Map();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  return other.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left > 0;
  }).length;
}

function figures(ours, theirs, leftOut) {
  const both = shared(ours, theirs);
  const onPurpose = Math.min(theirs.length - both, leftOut);
  return {
    plain: (2 * both) / (ours.length + theirs.length),
    told: (2 * (both + onPurpose)) / (ours.length + onPurpose + theirs.length),
  };
}

const [files, refused] = [[], []];
const [seen, least] = [new Set(), Number(option("--least", "50"))];
for (const path of folders.flatMap(pdfs)) {
  const text = output("pdftotext", "-enc", "UTF-8", path, "-");
  // A word that is divided at a line's end may be one, or written with a hyphen: the better of both counts.
  const readings = [text, text.replace(/(\p{L})[-\u2010]\n\s*(?=\p{L})/gu, "$1")].map(cut);
  if (readings[0].length < least || seen.has(text)) continue;
  seen.add(text);
  const { ok, err } = JSON.parse(output(program, "read", "--json", path).split("\n")[0]);
  if (!ok) {
    refused.push({ path, what: err.what });
    continue;
  }
  const aside = ok.left_out.filter(({ what }) => /^page headers|^text set across/.test(what));
  const leftOut = aside.reduce((sum, one) => sum + one.words, 0);
  const both = readings.map((theirs) => figures(cut(ok.text), theirs, leftOut));
  files.push({ path, plain: Math.max(...both.map((one) => one.plain)), told: Math.max(...both.map((one) => one.told)) });
}

function tell(label, key) {
  const sorted = files.map((file) => file[key]).sort((one, other) => one - other);
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  const [median, poor] = [sorted[Math.floor(sorted.length / 2)], sorted.filter((one) => one < 0.9).length];
  console.log(`${label.padEnd(34)} mean ${mean.toFixed(4)}  median ${median.toFixed(4)}  below .9: ${poor}`);
}
console.log(`${files.length} PDFs were read, ${refused.length} refused`);
for (const { path, what } of refused) console.log(`  ${path}: ${what}`);
tell("word F1", "plain");
tell("with what was left out, and said", "told");
for (const { path, told } of files.toSorted((one, other) => one.told - other.told).slice(0, Number(option("--worst", "0")))) {
  console.log(`${told.toFixed(3)}  ${path}`);
}
