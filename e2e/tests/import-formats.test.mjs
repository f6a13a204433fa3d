// Each format that the Add page reads, with files from real programs: the reader can correct the values, and they are kept.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { findings } from "../lib/pages.mjs";
import { ADD, RAIN, field } from "../lib/own.mjs";
import { drop, file, importer, open, real, sheetOf, value } from "../lib/import.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const GATES = "The new flood gates at Merrow Quay were shut on Friday evening";
const UKRAINIAN = "Уночі вітер досягав ста кілометрів на годину. За словами чергової Олени Ґудзь, ніхто не постраждав.";
/** In windows-1251: Ukrainian letters have places of their own there. */
const inCyrillic = (text) =>
  Buffer.from(
    [...text].map((one) => {
      const own = { Ґ: 0xa5, ґ: 0xb4, Є: 0xaa, є: 0xba, І: 0xb2, і: 0xb3, Ї: 0xaf, ї: 0xbf, "’": 0x92 }[one];
      const code = one.codePointAt(0);
      return own ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
    }),
  );

for (const [what, opened, begins, holds, title] of [
  ["plain text in UTF-8", file("rain.txt", RAIN.text), RAIN.text, "Nobody slept", ""],
  ["plain text in UTF-16", file("rain.txt", Buffer.from(`\ufeff${RAIN.text.replaceAll("\n", "\r\n")}`, "utf16le")), RAIN.text, "Nobody slept", ""],
  ["Markdown", file("rain.md", `# Rain over the city\n\nIt *rained* [all night](https://example.org/).\n\n- One\n- Two\n`), "Rain over the city\n\nIt rained all night.", "One\n", "Rain over the city"],
  ["a saved web page", real("courier.html"), "Harbour gates close for the first time", GATES, "Harbour gates close for the first time"],
  ["a web page saved as one file", real("tribune.mhtml"), "Reservoir repairs to take until spring", "Until the work is done the reservoir will be held", "Reservoir repairs to take until spring, water board says"],
  ["a web page of old tables", real("anzeiger.mhtml"), "Sie sind hier", "Änne Groß, die an der Ecke einen Blumenladen führt", undefined],
  ["DOCX", real("harbour.docx"), "Harbour gates close for the first time", GATES, "Harbour gates close for the first time"],
  ["ODT", real("harbour.odt"), "Harbour gates close for the first time", GATES, "Harbour gates close for the first time"],
  ["a PDF of LibreOffice", real("languages.pdf"), "", "夜间风速达到每小时一百公里", undefined],
  ["a PDF of Chromium", real("print.pdf"), "Harbour gates close for the first time", GATES, undefined],
]) {
  reader(`${what} is read`, async ({ visit }) => {
    const { page, seen } = await visit(ADD);
    assert.deepEqual(importer(seen), [], "the importer comes when it is needed");
    await open(page, [opened]);
    const sheet = sheetOf(page, opened.name);
    await sheet.waitFor();
    const text = await value(page, opened.name, "Text");
    assert.ok(text.startsWith(begins), text.slice(0, 300));
    assert.ok(text.includes(holds), text.slice(0, 600));
    // A sentence is no headline; it serves as one in the list.
    if (title !== undefined) assert.equal(await value(page, opened.name, "Title"), title);
    assert.match(await sheet.locator(PART.understood).innerText(), /\d+ words\.[^]*Read as /);
    await sheet.getByRole("button", { name: "Keep this text" }).click();
    await page.getByRole("heading", { name: "Added just now" }).waitFor();
    assert.equal(importer(seen).length, 1);
  });
}

reader("a saved page says who published it, when and where, and what was left out; nothing for axe", async ({ visit }) => {
  const { page } = await visit(ADD);
  await open(page, [real("courier.html")]);
  const sheet = sheetOf(page, "courier.html");
  await sheet.waitFor();
  for (const [label, said] of [
    ["Publisher", "The Quay Courier"],
    ["Date", "2026-03-14"],
    ["Address", "https://courier.example/2026/03/harbour-gates-close"],
    ["Language", "en-GB"],
  ]) {
    assert.equal(await value(page, "courier.html", label), said);
  }
  await sheet.getByText("Understood from the page's article:published_time.").waitFor();
  assert.match(await sheet.locator(PART.understood).innerText(), /Left out: [^.]*navigation \(\d+ words\)[^.]*1 image/);
  assert.deepEqual(await findings(page), []);
});

reader("an encoding that was guessed can be chosen otherwise, and what the reader wrote stays", async ({ visit }) => {
  const { page } = await visit(ADD);
  await open(page, [file("дощ.txt", inCyrillic(`${UKRAINIAN}\n\n`.repeat(3)))]);
  const sheet = sheetOf(page, "дощ.txt");
  await sheet.waitFor();
  assert.ok((await value(page, "дощ.txt", "Text")).startsWith(UKRAINIAN));
  await sheet.getByText(/in windows-1251\.[^]*windows-1251 was guessed/).waitFor();
  const encoding = () => sheet.getByLabel("Encoding of the file");
  assert.equal(await encoding().inputValue(), "windows-1251");
  assert.deepEqual(await findings(page), []);
  await sheet.getByLabel("Publisher", { exact: true }).fill("Вісник");
  await encoding().selectOption("KOI8-U");
  await sheet.getByText(/in KOI8-U\./).waitFor();
  assert.ok(!(await value(page, "дощ.txt", "Text")).includes("вітер"));
  assert.equal(await value(page, "дощ.txt", "Publisher"), "Вісник");
  await encoding().selectOption("windows-1251");
  await sheet.getByText(/in windows-1251\./).waitFor();
  assert.ok((await value(page, "дощ.txt", "Text")).startsWith(UKRAINIAN));
});

reader("rich text that is pasted gives paragraphs, and its markup is gone", async ({ visit }) => {
  const { page, seen } = await visit(ADD);
  const paste = (html, plain) =>
    field(page, "Text").evaluate(
      (one, [html, plain]) => {
        const clipboardData = new DataTransfer();
        if (html) clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", plain);
        one.focus();
        return one.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      [html, plain],
    );
  assert.equal(await paste("", "plain"), true, "plain text is the browser's to paste");
  assert.deepEqual(importer(seen), []);
  const html = `<h1>Rain over the city</h1><p>The rain fell <b>all night</b> over the whole city.</p><img src=x onerror="document.title='hit'"><p>Nobody slept.</p>`;
  assert.equal(await paste(html, "Rain over the city The rain fell"), false);
  await page.waitForFunction(() => document.querySelector(`${PART.form} textarea`).value !== "");
  assert.equal(await field(page, "Text").inputValue(), "Rain over the city\n\nThe rain fell all night over the whole city.\n\nNobody slept.");
  // Into what stands there, where the cursor is.
  await field(page, "Text").evaluate((one) => one.setSelectionRange(0, 0));
  await paste("<p>Before</p><p>all else.</p>", "Before all else.");
  await page.waitForFunction(() => document.querySelector(`${PART.form} textarea`).value.startsWith("Before\n\nall else.Rain"));
  await field(page, "Title").fill("Rain");
  await page.getByRole("button", { name: "Keep this text" }).click();
  await page.getByRole("heading", { name: "Added just now" }).waitFor();
  assert.equal(importer(seen).length, 1);
});

reader("files of every kind are dropped at once", async ({ visit }) => {
  const { page } = await visit(ADD);
  const names = ["harbour.docx", "scanned.pdf", "courier.html", "harbour.odt"];
  await drop(page, names.map((name) => real(name)));
  await sheetOf(page, "harbour.odt").waitFor();
  for (const name of names) await sheetOf(page, name).waitFor();
  assert.equal(await page.getByLabel("Text", { exact: true }).count(), 3);
  await sheetOf(page, "scanned.pdf").getByText(/This PDF has no text in it/).waitFor();
});
