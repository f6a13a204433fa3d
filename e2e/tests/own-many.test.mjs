// Many texts at once: files, a folder, an archive, an e-book. They stand in lines in the order of their dates, one button keeps
// all of them, and from there they are compared or read as one story.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUp } from "../lib/browser.mjs";
import { archive, drop, file, open, real } from "../lib/import.mjs";
import { ADD, storedTexts } from "../lib/own.mjs";
import { findings, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

/** A page of a newspaper, of that day of May. */
const report = (day, more = "") =>
  `<!doctype html><html lang=en><head><title>Bridge, day ${day} | The Mail</title><meta property="og:site_name" content="The Mail"><meta property="article:published_time" content="2014-05-${String(day).padStart(2, "0")}"></head><body><article><h1>Bridge, day ${day}</h1>${`<p>The city council voted on day ${day} to rebuild the old bridge over the river Tarn, and the works will take two years.</p>`.repeat(1)}<p>Nobody spoke against it, and ${day} members were away on that day, the clerk of the council said.</p><p>The ferry goes on as before until the bridge is open again.${more}</p></article></body></html>`;

const lines = (page) => page.locator(PART.brief);
const titles = (page) => lines(page).locator("h2").allTextContents();
const isDone = (page) => until(page, "nothing is being read", () => document.querySelector(`${PART.reading} p`).textContent === "");

/** Ten pages, the latest first, one of them once more, and a scan. */
const twelve = () => [
  ...[10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((day) => file(`day-${day}.html`, report(day))),
  file("again.html", report(3)),
  real("scanned.pdf"),
];

for (const [name, options] of [
  ["at a desk", {}],
  ["on a phone", { viewport: { width: 390, height: 844 } }],
]) {
  reader(`twelve files are one screen with one button that keeps them, ${name}`, async ({ visit }) => {
    const { page } = await visit(ADD, options);
    await open(page, twelve());
    await page.getByText("10 texts are here, not kept yet, 1 more has the same text as another and 1 file could not be read.").waitFor();
    await isDone(page);
    const days = [1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10];
    assert.deepEqual(await titles(page), days.map((day) => `Bridge, day ${day}`));
    assert.match(await lines(page).first().locator(PART.facts).innerText(), /^The Mail · 1 May 2014 · \d+ words · day-1\.html$/);
    assert.equal(await page.getByText("The same text as ‘Bridge, day 3’").count(), 1);
    await page.getByText(/This PDF has no text in it/).waitFor();
    assert.equal(await page.getByLabel("Text", { exact: true }).count(), 0, "no form until one is asked for");
    assert.deepEqual(await findings(page), []);
    // One of them is looked at and mended.
    await lines(page).first().getByRole("button", { name: "View and edit" }).click();
    await page.getByLabel("Title", { exact: true }).fill("Bridge, the first day");
    await page.getByRole("button", { name: "Collapse" }).click();
    assert.equal((await titles(page))[0], "Bridge, the first day");

    await page.getByRole("button", { name: "Keep all" }).click();
    await page.getByRole("link", { name: "Read all 10 as one story" }).waitFor();
    assert.equal((await storedTexts(page)).length, 10);
    assert.equal(await lines(page).count(), 0);
    await page.getByRole("link", { name: "Compare the last two" }).waitFor();
    await page.getByRole("link", { name: "Read all 10 as one story" }).click();
    await page.waitForURL(/page=story&of=own-/);
    // The title stands in the list of articles to choose from, which is folded, and above what the article tells.
    await until(page, "the story has its ten articles", () => new Set(new URL(location).searchParams.get("of").split(".")).size === 10);
    await page.getByText("Bridge, the first day").first().waitFor({ state: "attached" });
  });
}

reader("what was kept already is said, and is not kept twice", async ({ visit }) => {
  const { page } = await visit(ADD);
  const some = [1, 2, 3, 4, 5].map((day) => file(`day-${day}.html`, report(day)));
  await open(page, some);
  await lines(page).nth(4).waitFor();
  await isDone(page);
  await page.getByRole("button", { name: "Keep all" }).click();
  await page.getByRole("link", { name: "Read all 5 as one story" }).waitFor();
  await open(page, [...some, file("day-6.html", report(6))]);
  await page.getByText("1 text is here, not kept yet and 5 more have the same text as another.").waitFor();
  assert.equal(await page.getByText("You have kept this text already").count(), 5);
  await page.getByRole("button", { name: "Keep all" }).click();
  await page.getByRole("link", { name: "Read all 6 as one story" }).waitFor();
  assert.equal((await storedTexts(page)).length, 6);
});

reader("an archive gives its files and an e-book its chapters", async ({ visit }) => {
  const { page } = await visit(ADD);
  const pages = [1, 2, 3, 4, 5].map((day) => [`pages/day-${day}.html`, Buffer.from(report(day))]);
  await open(page, [file("all.zip", archive([...pages, ["pages/style.css", Buffer.from("p {}")], ["__MACOSX/._a", Buffer.from("a")]]))]);
  await lines(page).nth(4).waitFor();
  await isDone(page);
  assert.equal(await lines(page).count(), 5);
  assert.match(await lines(page).first().locator(PART.facts).innerText(), /all\.zip: pages\/day-1\.html$/);
  await page.getByRole("button", { name: "Remove all" }).click();
  await page.getByLabel("Text", { exact: true }).waitFor();
  // The chapter that is wanted is kept by itself.
  const chapter = (name) => Buffer.from(`<html><body><h1>${name}</h1><p>It rained all night over the harbour.</p></body></html>`);
  const opf = `<package><metadata><dc:title>A book of rain</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`;
  const container = `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`;
  const book = archive([["mimetype", Buffer.from("application/epub+zip")], ["META-INF/container.xml", Buffer.from(container)], ["book.opf", Buffer.from(opf)], ["a.xhtml", chapter("The rain")], ["b.xhtml", chapter("The end")]]);
  await open(page, [file("rain.epub", book)]);
  const second = page.getByRole("region", { name: "rain.epub: The end", exact: true });
  assert.equal(await second.getByLabel("Publisher", { exact: true }).inputValue(), "A book of rain");
  await second.getByRole("button", { name: "Keep this text" }).click();
  await page.locator("#kept-now li").getByText("The end").waitFor();
});

reader("a folder that is dropped gives what is in it, without what a browser saves beside a page", async ({ visit }) => {
  const { page } = await visit(ADD);
  const folder = mkdtempSync(join(tmpdir(), "crossread-folder-"));
  try {
    const inner = join(folder, "reports", "more");
    mkdirSync(inner, { recursive: true });
    for (const day of [1, 2, 3]) writeFileSync(join(folder, "reports", `day-${day}.html`), report(day));
    for (const day of [4, 5]) writeFileSync(join(inner, `day-${day}.html`), report(day));
    writeFileSync(join(inner, "style.css"), "p {}");
    writeFileSync(join(inner, ".hidden.txt"), "a");
    const devtools = await page.context().newCDPSession(page);
    const { x, y } = await page.locator("h1").boundingBox();
    const event = { x: x + 5, y: y + 5, data: { items: [], files: [join(folder, "reports")], dragOperationsMask: 1 } };
    for (const type of ["dragEnter", "dragOver", "drop"]) await devtools.send("Input.dispatchDragEvent", { type, ...event });
    await lines(page).nth(4).waitFor();
    await isDone(page);
    assert.deepEqual(await titles(page), [1, 2, 3, 4, 5].map((day) => `Bridge, day ${day}`));
    assert.equal(await page.locator(PART.form).count(), 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

reader("five hundred files come in, and no more at once", async ({ visit }) => {
  const { page } = await visit(ADD);
  const many = Array.from({ length: 510 }, (_, at) => file(`${at}.txt`, `Note ${at}.\n\nIt rained on day ${at} of the year, and nobody slept.`));
  await drop(page, many);
  await page.getByText("The first 500 of 510 files are read.").waitFor();
  await page.getByText("500 texts are here, not kept yet.").waitFor({ timeout: 60_000 });
  assert.equal(await lines(page).count(), 500);
});

reader("a text of a hundred thousand short paragraphs is shown by its beginning and kept whole", async ({ visit }) => {
  const { page } = await visit(ADD);
  const text = Array.from({ length: 100_000 }, (_, at) => `It rained on day ${at}.`).join("\n\n");
  await open(page, [file("long.txt", text)]);
  const field = page.getByRole("region", { name: "long.txt" }).getByLabel("Text", { exact: true });
  await page.getByText(/This is only its beginning: a text of [\d,]+ characters/).waitFor({ timeout: 30_000 });
  assert.equal((await field.inputValue()).length, 4_000);
  assert.equal(await field.getAttribute("readonly"), "");
  await page.getByRole("button", { name: "Keep this text" }).click();
  await page.locator("#kept-now li").first().waitFor();
  assert.deepEqual(await storedTexts(page), [text]);
});

reader("a text of one endless word is shown by its beginning", async ({ visit }) => {
  const { page } = await visit(ADD);
  await open(page, [file("deep.json", "[".repeat(1_000_000))]);
  const field = page.getByRole("region", { name: "deep.json" }).getByLabel("Text", { exact: true });
  await page.getByText(/This is only its beginning: a text of 1,000,000 characters/).waitFor({ timeout: 30_000 });
  assert.equal((await field.inputValue()).length, 4_000);
});
