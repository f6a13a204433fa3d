// The reader's own texts in each engine: typed, opened from files, kept, compared, shared by a link, saved, and read without a network.

import assert from "node:assert/strict";
import { ENGINE, setUp, until } from "../lib/engines.mjs";
import { archive, real, zip } from "../lib/import.mjs";
import { ADD, NIGHT, RAIN, fragment } from "../lib/own.mjs";

const { reader } = await setUp();

const SHARED = "The river rose by two metres before dawn.";

/** Types a text on the Add page, which is open, and keeps it. */
async function keep(page, { text }) {
  const before = (await page.all("#kept-now li")).length;
  await page.fill("Text", text);
  await page.click("button", /^Keep this text$/);
  await until("it is kept", async () => (await page.all("#kept-now li")).length > before);
}

async function compareTwo(page) {
  await keep(page, RAIN);
  await keep(page, NIGHT);
  await page.click("a", /^Compare the last two$/);
  await page.see("main .s", SHARED);
}

reader("texts that are typed are kept, compared, edited and deleted", async ({ open }) => {
  const page = await open(ADD);
  await compareTwo(page);
  await until("the shared sentence is marked on both sides", () => page.run((words) => [...document.querySelectorAll("article .s[data-to]")].filter((one) => one.textContent.includes(words)).length === 2, SHARED));
  await page.reload();
  await page.see("main .s", SHARED);
  await page.go("./");
  await page.see("main .card, main button", NIGHT.title);
  await page.click("a", /^Edit ‘Rain over the city\.’/);
  await page.fill("Text", "Only this is left of it.");
  await page.click("button", /^Save/);
  await page.go("./");
  await page.click("button", /^Delete ‘A night/);
  await page.gone("main .card", NIGHT.title);
  await page.reload();
  await page.see("main .card", /Rain over the city/);
  assert.equal((await page.all("main .card", NIGHT.title)).length, 0);
});

reader("words that were typed and not kept are there again when the page is opened again", async ({ open }) => {
  const page = await open(ADD);
  await page.fill("Text", RAIN.text);
  await page.fill("Title", "Not kept yet");
  await page.reload();
  await until("the words are there", async () => (await page.value("Text")) === RAIN.text);
  assert.equal(await page.value("Title"), "Not kept yet");
});

const chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Rain</title></head><body><h1>Rain</h1><p>It rained all night over the whole city.</p></body></html>";
const FILES = [
  ["plain text", "rain.txt", Buffer.from(RAIN.text), "Nobody slept"],
  ["plain text in UTF-16", "rain-16.txt", Buffer.from(`\ufeff${RAIN.text}`, "utf16le"), "Nobody slept"],
  ["Markdown", "rain.md", Buffer.from("# Rain\n\nIt *rained* [all night](https://example.org/)."), "It rained all night."],
  ["a web page", "courier.html", real("courier.html").buffer, "The new flood gates at Merrow Quay"],
  ["a web page in one file", "tribune.mhtml", real("tribune.mhtml").buffer, "the reservoir will be held"],
  ["DOCX", "harbour.docx", real("harbour.docx").buffer, "The new flood gates at Merrow Quay"],
  ["ODT", "harbour.odt", real("harbour.odt").buffer, "The new flood gates at Merrow Quay"],
  ["RTF", "harbour.rtf", real("harbour.rtf").buffer, "The new flood gates at Merrow Quay"],
  ["PDF", "harbour.pdf", real("harbour.pdf").buffer, "The new flood gates at Merrow Quay"],
  ["e-mail", "rain.eml", Buffer.from("From: a@b.example\r\nSubject: Rain\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIt rained all night.\r\n"), "It rained all night."],
  ["subtitles", "rain.vtt", Buffer.from("WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nIt rained all night.\n"), "It rained all night."],
  ["a feed", "feed.json", Buffer.from('{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"Rain","content_html":"<p>It rained all night.</p>"}]}'), "It rained all night."],
  [
    "an e-book",
    "rain.epub",
    archive([
      ["mimetype", Buffer.from("application/epub+zip")],
      ["META-INF/container.xml", Buffer.from("<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>")],
      ["a.opf", Buffer.from("<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>")],
      ["a.xhtml", Buffer.from(chapter)],
    ]),
    "It rained all night over the whole city.",
  ],
  ["an archive", "rain.zip", zip("rain.txt", Buffer.from(RAIN.text)), "Nobody slept"],
];

reader("a file of each format is opened, and its text stands in the form", async ({ open }) => {
  const page = await open(ADD);
  const failed = [];
  for (const [what, name, bytes, words] of FILES) {
    await page.drop(name, bytes);
    try {
      await until(what, async () => (await page.run(() => [...document.querySelectorAll("textarea")].map((one) => one.value).join("\n"))).includes(words));
    } catch (error) {
      failed.push(error.message);
    }
    await page.go("./");
    await page.run(() => sessionStorage.clear());
    await page.go(ADD);
  }
  assert.deepEqual(failed, []);
});

reader("a file that is chosen by the button is opened too", async ({ open }) => {
  const page = await open(ADD);
  const input = await until("there is a field for files", () => page.session.run(() => document.querySelector("main input[type=file]:not([webkitdirectory])")));
  await input.type(new URL("../../import/tests/files/courier.html", import.meta.url).pathname);
  await until("its text is there", async () => (await page.value("Text")).includes("The new flood gates"));
});

reader("a link carries both texts, and is unpacked by another browser", async ({ open }) => {
  const address = `?a=own-0&b=own-1${fragment([
    { id: "own-0", title: { value: "Rain", basis: "" }, text: RAIN.text },
    { id: "own-1", title: { value: "Night", basis: "" }, text: NIGHT.text },
  ])}`;
  const page = await open(address);
  await page.see("main .s", SHARED);
  await page.see("main", /Shared with you/);
  assert.ok(!page.site.requested.some((path) => path.includes("texts=")), "the fragment is never sent");
  // This engine must unpack what it packed.
  await page.click("button", /^Keep both$/);
  await page.gone("main", /Shared with you/);
  await page.run(() => document.querySelector(".menu")?.setAttribute("open", ""));
  await page.click("button", /^Share/);
  const link = await until("there is a link", () => page.run(() => [...document.querySelectorAll("input, textarea")].map((one) => one.value).find((value) => value.includes("#texts=1."))));
  await page.close();
  const other = await open(link.slice(link.indexOf("?")));
  await other.see("main .s", SHARED);
});

reader("texts of other languages are compared by the larger worker", async ({ open }) => {
  const page = await open(ADD);
  await keep(page, { text: "Der Regen fiel die ganze Nacht über der Stadt, sagten Beamte am Dienstag. Niemand schlief. Der Fluss stieg vor Tagesanbruch um zwei Meter." });
  await keep(page, { text: "Beamte sagten am Dienstag, der Regen sei die ganze Nacht über der Stadt gefallen. Der Fluss stieg vor Tagesanbruch um zwei Meter. Die Schulen bleiben zu." });
  await page.click("a", /^Compare the last two$/);
  await until("the shared sentence is marked on both sides", () => page.run(() => [...document.querySelectorAll("article .s[data-to]")].filter((one) => one.textContent.includes("Der Fluss stieg")).length === 2));
});

reader("with the host gone, the site opens and compares", async ({ open, site, skip }) => {
  const page = await open(ADD);
  if (!(await page.run(() => "serviceWorker" in navigator))) return skip("there are no service workers");
  await keep(page, RAIN);
  await keep(page, NIGHT);
  await until("the site is kept", () => page.run(() => navigator.serviceWorker.controller?.state === "activated"));
  await until("its workers are", () => page.run(async () => {
    const names = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return names.flat().some((url) => /crossread-light-.*\.wasm/.test(url));
  }));
  await site.stop();
  await page.go("./");
  await page.see("main .card", NIGHT.title);
  await page.go(ADD);
  await page.fill("Text", "Written without a network. The river rose by two metres before dawn.");
  await page.click("button", /^Keep this text$/);
  await page.go("./?page=story");
  await page.see("h1");
});

reader("what a page must not run is not run", async ({ open }) => {
  const payload = "<img src=x onerror=hit()><script>hit()</script>";
  const page = await open(`?a=own-0&b=own-1${fragment([
    { id: "own-0", title: { value: payload, basis: "" }, publisher: { value: payload, basis: "" }, text: `${payload}\n\n${RAIN.text}` },
    { id: "own-1", title: { value: "Night", basis: "" }, text: `${payload}\n\n${NIGHT.text}` },
  ])}`);
  await page.see("main .s", SHARED);
  assert.equal(await page.run(() => document.querySelectorAll("main img, main script, [onerror]").length), 0);
  // The policy works in this engine: markup from the page's own script is refused.
  const ran = await page.run(async () => {
    const script = document.createElement("script");
    try {
      script.textContent = "window.hits = 1";
      document.body.append(script);
    } catch {
      // Trusted Types refuse the assignment itself.
    }
    await new Promise((then) => setTimeout(then, 50));
    return window.hits ?? 0;
  });
  assert.equal(ran, 0, ENGINE);
});
