// Opens links and files that were made to freeze the page, in the built site: how long until the page says what came of it, the
// longest time that it stood still (between two frames), and the longest time that it was at work and said nothing. Prints a table;
// it is no test, and fails for no time. All inputs are made here. Called by `cargo xtask hostile`.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { launch } from "./lib/browser.mjs";
import { archive, zip } from "./lib/import.mjs";
import { ADD, NIGHT, RAIN, fragment, fragmentOf } from "./lib/own.mjs";
import { serve } from "./lib/server.mjs";

/** A page that stands still for longer is frozen, in milliseconds. */
const FROZEN = 2_000;
/** A page that is at work for longer says so. */
const SILENT = 200;
const PATIENCE = 180_000;

const after = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
const only = after("only") ?? "";
const runs = Number(after("runs") ?? 1);

const folder = mkdtempSync(join(tmpdir(), "crossread-hostile-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const own = (number, text) => ({ id: `own-${number.toString(36)}`, text });
const two = (first, second = own(1, NIGHT.text)) => `?a=own-0&b=own-1${fragment([{ ...own(0, RAIN.text), ...first }, second])}`;
const many = (number, text) => Array.from({ length: number }, (_, at) => own(at, text));
const stated = (value) => ({ value, basis: "" });
const SENTENCE = "Another long text with many words. ";

/** Links, by what they carry. */
const LINKS = {
  "a title of 100,000 letters": () => two({ title: stated("T".repeat(100_000)) }),
  "a title of 300,000 letters": () => two({ title: stated("T".repeat(300_000)) }),
  "every field of 100,000 letters": () =>
    two({ title: stated("T".repeat(100_000)), publisher: stated("P".repeat(100_000)), place: stated("L".repeat(100_000)), url: stated(`https://a.example/${"u".repeat(100_000)}`) }),
  "20,000 articles": () => `?a=own-0&b=own-1${fragment(many(20_000, "a"))}`,
  "60,000 articles": () => `?a=own-0&b=own-1${fragment(many(60_000, "a"))}`,
  "one paragraph of 28,800 sentences": () => two({ text: SENTENCE.repeat(28_800) }),
  "two of them": () => two({ text: SENTENCE.repeat(28_800) }, own(1, SENTENCE.repeat(28_000))),
  "100,000 paragraphs of a letter": () => two({ text: "a\n\n".repeat(100_000) }),
  "one word of a million letters": () => two({ text: "a".repeat(1_000_000) }),
  "a letter with 100,000 marks on it": () => two({ text: `It rained. e${"\u0301".repeat(100_000)} It snowed.` }),
  "100,000 turns of direction": () => two({ text: `It rained. ${"\u202e\u2066".repeat(50_000)} It snowed.` }),
  "100,000 words in quotation marks": () => two({ text: "“a” ".repeat(100_000) }),
  "7 MB of sentences": () => two({ text: `${SENTENCE.repeat(20)}\n\n`.repeat(10_000) }),
  "lists in lists, 100,000 deep": () => `?a=own-0&b=own-1${fragmentOf("[".repeat(100_000))}`,
  "an unknown key of 60,000 letters": () => `?a=own-0&b=own-1&x=${"x".repeat(60_000)}`,
  "10,000 links by hand": () => `?a=nato-suspends-cooperation&b=nato-firm-statements&hand=${Array.from({ length: 10_000 }, (_, at) => `${at}.${at}`).join("_")}`,
  "a story of 5,000 articles": () => `?page=story&of=${Array.from({ length: 5_000 }, (_, at) => `own-${at}`).join(".")}`,
  "a story of 100 articles in the link": () => `?page=story&of=${many(100, "").map(({ id }) => id).join(".")}${fragment(many(100, RAIN.text))}`,
};

/** A PDF of these objects. */
function pdf(objects) {
  let out = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = out.length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`, "latin1");
}

/** A PDF whose page draws a form ten times, which draws another ten times, nine deep. */
function nestedForms() {
  const draws = "/X Do ".repeat(10);
  const form = (more, content) => `<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<${more}>>/Length ${content.length}>>stream\n${content}\nendstream`;
  const forms = Array.from({ length: 9 }, (_, at) => (at < 8 ? form(`/XObject<</X ${at + 7} 0 R>>`, draws) : form("/Font<</F 4 0 R>>", "BT /F 9 Tf (Rain) Tj ET")));
  return pdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<</Length ${draws.length}>>stream\n${draws}\nendstream`,
    ...forms,
  ]);
}

/** A PDF of that many pages, all with the same long content, packed once. */
function longPages(number, lines) {
  const content = deflateSync(`BT /F 9 Tf 12 TL 40 780 Td ${"(It rained all night over the whole city.) Tj T* ".repeat(lines)} ET`).toString("latin1");
  const pages = Array.from({ length: number }, () => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>");
  return pdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${pages.map((_, at) => `${at + 5} 0 R`).join(" ")}]/Count ${number}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<</Filter/FlateDecode/Length ${content.length}>>stream\n${content}\nendstream`,
    ...pages,
  ]);
}

const page = (body) => Buffer.from(`<!doctype html><html><body><article>${body}</article></body></html>`);
const PARAGRAPH = "<p>The rain fell all night over the whole city, officials said on Tuesday. Nobody slept.</p>";
const collection = (articles) => Buffer.from(JSON.stringify({ crossread: "collection", version: 1, articles }));

/** Files, by what they hold; several are opened at once. */
const FILES = {
  "a PDF of nested forms": () => ({ "forms.pdf": nestedForms() }),
  "a PDF of 2,000 pages of 500 lines": () => ({ "pages.pdf": longPages(2_000, 500) }),
  "a page with one NUL": () => ({ "nul.html": Buffer.from(`<!doctype html><p>a\0b It rained.</p><article>${PARAGRAPH.repeat(3)}</article>`) }),
  "a page of elements 100,000 deep": () => ({ "deep.html": page(`${"<div>".repeat(100_000)}It rained.`) }),
  "a page of 250,000 paragraphs": () => ({ "many.html": page("<p>It rained.".repeat(250_000)) }),
  "an element of 100,000 attributes": () => ({ "attributes.html": page(`<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(" ")}>It rained.</p>`) }),
  "100,000 short paragraphs": () => ({ "short.txt": Buffer.from("It rained.\n\n".repeat(100_000)) }),
  "a text of 19 MB on one line": () => ({ "line.txt": Buffer.from(SENTENCE.repeat(542_000)) }),
  "Markdown of 50,000 quotations in one another": () => ({ "deep.md": Buffer.from(`${"> ".repeat(50_000)}It rained.`) }),
  "RTF of 500,000 groups in one another": () => ({ "deep.rtf": Buffer.from(`{\\rtf1 ${"{".repeat(500_000)}It rained.`) }),
  "a document that unpacks to 1 GB": () => ({ "bomb.docx": zip("word/document.xml", Buffer.alloc(1_000_000_000, 97)) }),
  "an archive of 500 texts": () => ({ "many.zip": archive(Array.from({ length: 500 }, (_, at) => [`${at}.txt`, Buffer.from(`Day ${at}.\n\nIt rained on day ${at}.`)])) }),
  "500 files at once": () => Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${at}.txt`, Buffer.from(`Day ${at}.\n\nIt rained on day ${at}, officials said. Nobody slept.`)])),
  "a collection of 5,000 texts": () => ({ "texts.json": collection(many(5_000, "").map((one, at) => ({ ...one, text: `It rained ${at} times.` }))) }),
  "a collection of 60,000 entries": () => ({ "entries.json": collection(many(60_000, "a")) }),
  "data of lists 1,000,000 deep": () => ({ "deep.json": Buffer.from("[".repeat(1_000_000)) }),
};

/** What the page notes about itself, at every frame. */
const watch = () => {
  const SAYS = "[role=status], [role=alert], .boot, .under-way, .notice, .understood, .sheet.trouble, .brief, .many, .finding, .toast, .claim";
  const seen = { still: 0, silent: 0 };
  let [last, since] = [performance.now(), performance.now()];
  // Whether something was said in what was painted last: a page at work with nothing of that is silent.
  let said = false;
  const frame = () => {
    const now = performance.now();
    seen.still = Math.max(seen.still, now - last);
    if (!said) seen.silent = Math.max(seen.silent, now - since);
    else since = now;
    last = now;
    said = [...document.querySelectorAll(SAYS)].some((one) => !one.closest("[hidden]") && one.textContent.trim() !== "");
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.crossreadSeen = {
    get: () => ({ ...seen, still: Math.max(seen.still, performance.now() - last) }),
    /** Begins anew: what counts from here is whether the reader is told what became of their files. */
    begin: () => {
      Object.assign(seen, { still: 0, silent: 0 });
      last = since = performance.now();
    },
  };
};

const site = await serve({ hosted: true });

/** What came of it, as soon as the page says it: what was found, a notice, a text, a trouble. */
const outcome = (page) =>
  page
    .waitForFunction(
      () => {
        const shown = (css) => [...document.querySelectorAll(css)].find((one) => !one.closest("[hidden]") && one.textContent.trim() !== "");
        const busy = document.querySelector(".bringing p")?.textContent.trim() || shown(".under-way:not([hidden]) p")?.textContent.trim();
        if (busy) return undefined;
        const css = ".notice p, .notice li, .finding, .sheet.trouble, .understood, .brief, .toast, .claim, #kept-now li";
        const one = shown(css)?.innerText.replace(/\s+/g, " ").slice(0, 90);
        // What an empty form says, before any file was read, is no outcome.
        return /^No words yet\.?$/.test(one ?? "") ? undefined : one;
      },
      undefined,
      { timeout: PATIENCE, polling: 50 },
    )
    .then((handle) => handle.jsonValue(), (error) => `nothing: ${error.message.split("\n")[0]}`);

/** Opens one of them in a fresh browser. */
async function measure(open) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(watch);
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const from = await open(page);
    const said = await outcome(page);
    const took = performance.now() - from;
    // What comes after the outcome, such as the rest of a long text, counts too.
    await page.waitForTimeout(1_500);
    await page.mouse.wheel(0, 3_000);
    await page.waitForTimeout(500);
    const seen = await page.evaluate(() => window.crossreadSeen.get());
    const crashed = await page.evaluate(() => document.querySelector("#crash")?.open ?? false);
    return { ...seen, took, said: crashed || faults.length ? `a fault: ${faults[0] ?? "the page stopped"}` : said };
  } catch (error) {
    return { still: Infinity, silent: Infinity, took: Infinity, said: `no answer: ${error.message.split("\n")[0].slice(0, 90)}` };
  } finally {
    await browser.close();
  }
}

const byLink = (make) => async (page) => {
  const address = make();
  const from = performance.now();
  await page.goto(new URL(address, site.url).href, { timeout: PATIENCE });
  return from;
};

const byFile = (make) => async (page) => {
  const shelf = mkdtempSync(join(folder, "files-"));
  mkdirSync(shelf, { recursive: true });
  const paths = Object.entries(make()).map(([name, bytes]) => {
    const path = join(shelf, name);
    writeFileSync(path, bytes);
    return path;
  });
  await page.goto(new URL(ADD, site.url).href);
  await page.waitForSelector("html[data-boot=done]");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  await page.evaluate(() => window.crossreadSeen.begin());
  const from = performance.now();
  await chooser.setFiles(paths);
  return from;
};

const cases = [
  ...Object.entries(LINKS).map(([name, make]) => [`link: ${name}`, byLink(make)]),
  ...Object.entries(FILES).map(([name, make]) => [`file: ${name}`, byFile(make)]),
].filter(([name]) => name.includes(only));

const number = (time) => (Number.isFinite(time) ? Math.round(time).toLocaleString("en") : "–");
console.log("| opened | said after, ms | stood still, ms | silent, ms | what the page says |\n|---|---:|---:|---:|---|");
let over = 0;
for (const [name, open] of cases) {
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await measure(open));
  const worst = (of) => Math.max(...all.map(of));
  const [still, silent] = [worst((one) => one.still), worst((one) => one.silent)];
  const mark = `${still > FROZEN ? " **frozen**" : ""}${silent > SILENT ? " **silent**" : ""}`;
  over += mark ? 1 : 0;
  console.log(`| ${name} | ${number(worst((one) => one.took))} | ${number(still)} | ${number(silent)} | ${all.at(-1).said?.replaceAll("|", "¦")}${mark} |`);
}
console.log(`\n${cases.length} inputs, ${runs} time${runs === 1 ? "" : "s"} each: ${over} over ${FROZEN} ms still or ${SILENT} ms silent.`);
await site.close();
