// Files without an article: the page says what is wrong with each, and reads the others all the same.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { findings, until } from "../lib/pages.mjs";
import { ADD, RAIN } from "../lib/own.mjs";
import { file, importer, open, real, sheetOf, value, zip } from "../lib/import.mjs";
import { PART } from "../lib/parts.mjs";

const { site, reader } = await setUp({ base: "/some/where/" });

reader("each bad file says what is wrong and what would help, and the good ones come in", async ({ visit }) => {
  const { page, seen } = await visit(ADD);
  const bad = [
    [real("scanned.pdf"), /This PDF has no text in it: its page is a picture/],
    [real("locked.pdf"), /This PDF is locked with a password/],
    [real("locked.docx"), /locked with a password/],
    [file("empty.txt", ""), /This file is empty/],
    [file("program.bin", Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256))), /This file is not a text/],
    [real("harbour.doc"), /which Crossread does not read/],
    [file("bomb.docx", zip("word/document.xml", Buffer.alloc(160_000_000, "<w:p>"))), /unpacks to far more than any real document/],
    [file("deep.docx", zip("word/document.xml", Buffer.from("<w:p>".repeat(100_000)))), /nested deeper than any real one/],
    [file("entities.docx", zip("word/document.xml", Buffer.from('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><w:p>&c;</w:p>'))), /declares abbreviations of its own/],
    [file("deep.html", `<!doctype html>${"<div>".repeat(100_000)}`), /nested deeper than any real one/],
    [file("half.pdf", real("harbour.pdf").buffer.subarray(0, 900)), /./],
  ];
  await open(page, [file("first.txt", RAIN.text), ...bad.map(([one]) => one), file("last.txt", RAIN.text)]);
  // So many stand in lines. The last is the first once more, and is said to be.
  await page.getByText("The same text as ‘").waitFor({ timeout: 60_000 });
  for (const [{ name }, says] of bad) {
    const sheet = sheetOf(page, name);
    assert.match(await sheet.locator("p").first().innerText(), says, name);
    assert.ok((await sheet.locator("p").nth(1).innerText()).length > 20, `${name}: what would help`);
  }
  const lines = page.locator(PART.brief);
  assert.deepEqual(await lines.locator(PART.facts).evaluateAll((all) => all.map((one) => one.textContent.split(" · ").at(-1))), ["first.txt", "last.txt"]);
  await lines.first().getByRole("button", { name: "View and edit" }).click();
  assert.equal(await value(page, "first.txt", "Text"), RAIN.text);
  assert.equal(importer(seen).length, 1);
  assert.deepEqual(await findings(page), []);
});

reader("what a file is its content tells, and a name that promises something else is remarked", async ({ visit }) => {
  const { page } = await visit(ADD);
  await open(page, [real("harbour.docx", "harbour.pdf"), real("courier.html", "courier")]);
  await sheetOf(page, "courier").waitFor();
  assert.match(await sheetOf(page, "harbour.pdf").locator(PART.understood).innerText(), /Read as a Word document \(DOCX\)\.[^]*pdf/i);
  assert.equal(await value(page, "courier", "Publisher"), "The Quay Courier");
});

reader("a file over 50 MB is not even read", async ({ visit }) => {
  const { page, seen } = await visit(ADD);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(50_000_001)], "large.txt"));
    File.prototype.arrayBuffer = () => Promise.reject(new Error("it was read"));
    document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await sheetOf(page, "large.txt").getByText("The file is larger than 50 MB, the most that this page opens.").waitFor();
  assert.deepEqual(importer(seen), []);
});

/** A file of this name has its worker ask for more memory than there is. */
const fatal = (context) =>
  context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      const isFatal = Array.isArray(message) && new TextDecoder().decode(message[0]).includes("fatal.txt");
      return postMessage.apply(this, isFatal ? [[{ length: 4_000_000_000 }, message[1]]] : [message, ...rest]);
    };
  });

reader("a file that ends the importer says so, and the others come in", async ({ visit }) => {
  const { page } = await visit(ADD, { before: fatal, expected: [/./] });
  await open(page, [file("one.txt", RAIN.text), file("fatal.txt", RAIN.text), file("two.txt", RAIN.text)]);
  await sheetOf(page, "two.txt").waitFor();
  await sheetOf(page, "fatal.txt").getByText(/This file stopped the importer/).waitFor();
  assert.equal(await value(page, "two.txt", "Text"), RAIN.text);
  assert.equal(await page.locator("#crash").isVisible(), false);
});

reader("an importer that cannot be downloaded is said, and comes when it is asked for again", async ({ visit }) => {
  const { page } = await visit(ADD, { expected: [/404|Failed to load/] });
  site.spoil(/crossread-import-.*\.wasm/, "missing");
  await open(page, [file("rain.txt", RAIN.text)]);
  await sheetOf(page, "rain.txt").getByText(/could not be downloaded/).waitFor();
  await site.mend();
  await open(page, [file("again.txt", RAIN.text)]);
  await sheetOf(page, "again.txt").getByLabel("Text", { exact: true }).waitFor();
});

reader("what is being read is said, and can be stopped", async ({ visit }) => {
  const { page } = await visit(ADD);
  site.spoil(/crossread-import-.*\.wasm/, "silent");
  await open(page, [file("rain.txt", RAIN.text), file("night.txt", RAIN.text)]);
  await page.getByRole("status").filter({ hasText: "then reading ‘rain.txt’" }).waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await until(page, "nothing is being read", () => document.querySelector(`${PART.reading} p`).textContent === "");
  assert.equal(await page.getByRole("region", { name: "rain.txt" }).count(), 0);
  assert.equal(await page.getByRole("region", { name: "night.txt" }).count(), 0);
});

reader("markup and script in what is imported stay text", async ({ visit }) => {
  const payload = "<script>hit()</script><img src=x onerror=hit()>";
  const escaped = payload.replaceAll("<", "&lt;");
  const { page } = await visit(ADD, { before: (context) => context.addInitScript(() => void (window.hit = () => (window.hits = 1))) });
  const article = `<p>${"The rain fell all night over the whole city, and nobody slept. ".repeat(8)}${escaped}</p>`.repeat(4);
  const html = `<!doctype html><title>${escaped}</title><meta property="og:site_name" content="${escaped}"><link rel=canonical href="javascript:hit()"><body onload=hit()><article><h1>Rain</h1>${article}<iframe src="https://evil.example/"></iframe>${payload}</article>`;
  await open(page, [file("page.html", html), file(`${payload.replaceAll("/", "∕")}.md`, `# ${escaped}\n\n${payload}\n\n[x](javascript:hit())`)]);
  await page.locator(PART.form).nth(1).waitFor();
  assert.equal(await value(page, "page.html", "Address"), "");
  assert.ok((await value(page, "page.html", "Text")).includes(payload));
  assert.equal(await page.evaluate(() => window.hits), undefined);
  assert.equal(await page.locator("main img, main iframe, main script").count(), 0);
});
