// How often a saved page's headline and day are read as people chose them: `node bench/said.mjs FOLDER [--crossread PROGRAM]
// [--misses]`.
//
// The folder is a checkout of postlight/parser, whose tests say title and day of each saved page in `fixtures`. Its pages have
// `value` in their `meta` where sites have `content`; that is put right first. Titles are compared without case, white space and
// the shape of quotation marks and dashes. Its days are those of UTC: a day beside one counts, and is told apart. No page of
// it is in this repository.
//
// Or it is a checkout of kepano/defuddle, mozilla/readability, microlinkhq/metascraper, AndyTheFactory/newspaper4k or
// goose3/goose3, whose tests say titles: what those programs read, or what people chose.

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const [folder, ...rest] = process.argv.slice(2);
if (!folder) {
  console.error("node bench/said.mjs FOLDER [--crossread PROGRAM] [--misses]");
  process.exit(2);
}
const program = rest.includes("--crossread") ? rest[rest.indexOf("--crossread") + 1] : "target/release/crossread";

/** A text as JavaScript writes it, between quotes of any kind. */
const QUOTED = String.raw`('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|` + "`(?:[^`\\\\]|\\\\.)*`)";

const unquoted = (written) =>
  written
    .slice(1, -1)
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\\n/g, "")
    .replace(/\\(.)/g, "$1");

const data = (path) => JSON.parse(readFileSync(path, "utf8"));
/** The titles of other tests: the folder of their pages, and for each name in it a page and what says its title. */
const OTHERS = [
  {
    pages: "tests/fixtures",
    file: (name) => name,
    title: (name) => JSON.parse(readFileSync(join(folder, "tests/expected", name.replace(/html$/, "md")), "utf8").match(/```json\n(.*?)```/s)[1]).title,
  },
  { pages: "test/test-pages", file: (name) => `${name}/source.html`, title: (name) => data(join(folder, "test/test-pages", name, "expected-metadata.json")).title },
  {
    pages: "packages/metascraper/test/integration",
    file: (name) => `${name}/input.html`,
    title: (name) => {
      const said = readFileSync(join(folder, "packages/metascraper/test/integration", name, "snapshots/index.js.md"), "utf8");
      return said.match(/\n\s+title: '((?:[^'\\]|\\.)*)'/)[1].replace(/\\(.)/g, "$1");
    },
  },
  { pages: "tests/data/html", file: (name) => name, title: (name) => data(join(folder, "tests/data/metadata", name.replace(/html$/, "json"))).title },
  { pages: "tests/data", file: (name) => name, title: (name) => data(join(folder, "tests/data", name.replace(/html$/, "json"))).expected.title },
];

function others() {
  const { pages, file, title } = OTHERS.find(({ pages }) => existsSync(join(folder, pages))) ?? {};
  const found = [];
  for (const name of pages ? readdirSync(join(folder, pages), { recursive: pages === "tests/data" }) : []) {
    const path = join(pages, file(name));
    if (!/\.html$/.test(path) || !existsSync(join(folder, path))) continue;
    try {
      found.push({ file: path, title: title(name) });
    } catch {
      // Its title is told nowhere.
    }
  }
  return found.filter((one) => one.title);
}

/** What the tests say of each fixture: its file, and its title or its day. */
function truths() {
  const tests = join(folder, "src/extractors/custom");
  if (!existsSync(tests)) return others();
  const found = [];
  for (const site of readdirSync(tests, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    let test;
    try {
      test = readFileSync(join(tests, site.name, "index.test.js"), "utf8");
    } catch {
      continue;
    }
    for (const part of test.split(/(?=readFileSync\()/).slice(1)) {
      const file = part.match(/^readFileSync\(\s*['"`]\.\/(fixtures\/[^'"`]+)/)?.[1];
      const title = part.match(new RegExp(String.raw`assert\.\w+\(\s*title,\s*${QUOTED}`))?.[1];
      const date = part.match(new RegExp(String.raw`assert\.\w+\(\s*date_published,\s*${QUOTED}`))?.[1];
      if (file && (title || date)) found.push({ file, title: title && unquoted(title), date: date && unquoted(date).slice(0, 10) });
    }
  }
  return found;
}

const folded = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&amp;/g, "&")
    .replace(/[‘’“”„«»'"`\u00ad\u200b]/g, "")
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

const pages = truths();
const place = mkdtempSync(join(tmpdir(), "said-"));
const read = [];
try {
  const files = pages.map(({ file }, at) => {
    const page = readFileSync(join(folder, file), "utf8").replace(/(<meta\b[^>]*?)\bvalue=/g, "$1content=");
    const path = join(place, `${at}.html`);
    writeFileSync(path, page);
    return path;
  });
  const ran = promisify(execFile)(program, ["read", "--json", ...files], { maxBuffer: 2 ** 30 });
  // It ends in 3 where a page could not be read, and has told so on its line.
  const { stdout } = await ran.catch((error) => (error.code === 3 ? error : Promise.reject(error)));
  read.push(...stdout.trim().split("\n").map((line) => JSON.parse(line).ok));
} finally {
  rmSync(place, { recursive: true });
}

const [titles, days] = [{ all: 0, same: 0 }, { all: 0, same: 0, beside: 0 }];
const miss = (...said) => rest.includes("--misses") && console.log(...said);
pages.forEach(({ file, title, date }, at) => {
  const [ourTitle, ourDay] = [read[at]?.title?.value ?? "", read[at]?.date?.value ?? ""];
  if (title) {
    const same = folded(title) === folded(ourTitle);
    titles.all += 1;
    titles.same += same;
    if (!same) miss(`${file}\n  title ${title}\n  read  ${ourTitle}`);
  }
  if (date) {
    const apart = Math.abs(Date.parse(date) - Date.parse(ourDay)) / 86_400_000;
    days.all += 1;
    days.same += apart === 0;
    days.beside += apart === 1;
    if (!(apart <= 1)) miss(`${file}\n  day  ${date}\n  read ${ourDay}`);
  }
});
console.log(`titles ${titles.same} of ${titles.all}`);
if (days.all > 0) console.log(`days   ${days.same + days.beside} of ${days.all}, ${days.beside} of them one day apart`);
