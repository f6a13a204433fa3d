// The comparison as a file: each kind is downloaded and read as what it is.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SCREENS, setUp } from "../lib/browser.mjs";
import { drop, open } from "../lib/import.mjs";
import { stored } from "../lib/own.mjs";
import {
  article,
  drawer,
  finding,
  findings,
  FIRM,
  found,
  KNOWN,
  known,
  more,
  position,
  settled,
  SUSPENDS,
  turnTo,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { browser, reader } = await setUp({ base: "/some/where/" });

const SHELF = fileURLToPath(new URL("../../assets/articles/", import.meta.url));
const CLI = fileURLToPath(new URL("../../target/debug/crossread", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "crossread-"));
const KINDS = ["Page", "Markdown", "CSV", "JSON"];

const panel = (page) => page.locator(PART.savePanel);
const kind = (page, name) => panel(page).getByRole("button", { name: new RegExp(`^${name}`) });

/** Opens the panel. */
const save = async (page) => {
  await finding(page).waitFor();
  await more(page);
  await page.locator(`${PART.save} > summary`).click();
  await kind(page, "Page").waitFor();
};

/** Saves as that kind: the file's name, where it lies and what it says. */
const saved = async (page, name) => {
  const [download] = await Promise.all([page.waitForEvent("download"), kind(page, name).click()]);
  const path = join(FOLDER, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path, text: readFileSync(path, "utf8") };
};

/** How a file is named that holds that pair: by both titles, as far as 40 letters reach, and the day. */
const stem = (a, b) => {
  const part = (id) => {
    const name = article(id).title.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join("-");
    const cut = name.slice(0, 40);
    return name === cut ? name : cut.slice(0, cut.lastIndexOf("-"));
  };
  return `${part(a)}_${part(b)}_${new Date().toLocaleDateString("sv")}`;
};

/** The rows of a table as RFC 4180 has it. */
const rows = (text) => {
  const all = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const row = all.at(-1);
    if (quoted) {
      if (text[i] !== '"') row[row.length - 1] += text[i];
      else if (text[i + 1] === '"') row[row.length - 1] += text[(i += 1)];
      else quoted = false;
    } else if (text[i] === '"') quoted = true;
    else if (text[i] === ",") row.push("");
    else if (text.startsWith("\r\n", i)) {
      all.push([""]);
      i += 1;
    } else row[row.length - 1] += text[i];
  }
  return all.slice(0, -1);
};

/** How many matches the page speaks of. */
const matches = async (page) => Number(/(\d+) match/.exec(await position(page).innerText())[1]);

reader("a comparison saved as JSON is no text: opened or dropped on the add page, it says so, and changes nothing", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await save(page);
  const { name, text } = await saved(page, "JSON");
  await turnTo(page, "Add");
  await page.getByRole("button", { name: "Open files" }).waitFor();
  const said = page.getByText(/This is a saved comparison, which is for programs: it cannot be opened here\. To see it again, .* Nothing was changed\./);
  for (const bring of [open, drop]) {
    await bring(page, [{ name, mimeType: "application/json", buffer: Buffer.from(text) }]);
    await said.first().waitFor();
    assert.ok(await said.first().isVisible());
    assert.deepEqual(await stored(page), { articles: [], comparisons: [] });
    assert.equal(await page.getByRole("region", { name, exact: true }).count(), 0, "no sheet is made of it");
    assert.deepEqual(await findings(page), []);
    await page.reload();
    await page.getByRole("button", { name: "Open files" }).waitFor();
    assert.equal(await said.count(), 0);
  }
});

reader("a file of each kind says which pair it is, and what was found", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, { acceptDownloads: true });
  await save(page);
  const count = await matches(page);
  const files = {};
  for (const name of KINDS) files[name] = await saved(page, name);
  const name = stem(SUSPENDS, FIRM);
  assert.deepEqual(
    KINDS.map((kind) => files[kind].name),
    ["html", "md", "csv", "json"].map((ending) => `${name}.${ending}`),
  );
  await page.getByText(`Saved as ${name}.json`).first().waitFor();

  for (const { title } of [article(SUSPENDS), article(FIRM)]) {
    const plain = (text) => text.replaceAll(/\\(.)/g, "$1");
    assert.ok(plain(files.Markdown.text).includes(title), `Markdown says ${title}`);
  }
  assert.match(files.Markdown.text, new RegExp(`<${page.url().replaceAll(/[?.]/g, "\\$&")}`), "the link to the comparison");

  const [header, ...table] = rows(files.CSV.text);
  const slot = header.indexOf("slot");
  const [of, differing] = [table.filter((row) => row[slot] === ""), table.filter((row) => row[slot] !== "")];
  assert.equal(of.length, count, "a row a match");
  assert.ok(differing.length > 0, "and a row a difference");
  for (const row of differing) assert.ok(of.some((found) => found[0] === row[0]), "below a match");
  assert.ok(table.every((row) => row.length === header.length));

  const report = JSON.parse(files.JSON.text);
  assert.equal(report.crossread, 1);
  assert.equal(report.matches.length, count);
  assert.deepEqual([report.a.id, report.b.id], [SUSPENDS, FIRM]);
  assert.deepEqual([report.a.text, report.b.text], [article(SUSPENDS).text, article(FIRM).text]);
  const said = Array.from(report.a.text);
  const [start, end, text] = ["start_a", "end_a", "text_a"].map((name) => header.indexOf(name));
  for (const row of of) assert.equal(said.slice(Number(row[start]), Number(row[end])).join(""), row[text].replace(/^'/, ""), "the place of a match");
  if (existsSync(CLI)) {
    const file = (id) => join(SHELF, `${id}.md`);
    const other = execFileSync(CLI, ["compare", file(SUSPENDS), file(FIRM), "--format", "json"], { encoding: "utf8" });
    assert.deepEqual(report, JSON.parse(other), "the command line finds the same (if it is built from this tree)");
  }
});

reader("the options of the page are those of the file", async ({ visit }) => {
  const { page } = await visit(`${KNOWN.address}&strict=loosest&min=9&text=all`, { acceptDownloads: true });
  await save(page);
  const { text } = await saved(page, "JSON");
  const { options, matches: all } = JSON.parse(text);
  assert.deepEqual(options, { min_words: 9, strictness: 1, scope: "full" });
  assert.equal(all.length, await matches(page));
});

reader("the page stands alone: without network, without script, on a phone and at a desk, by day and by night", async ({ visit }) => {
  const { page } = await visit(known(), { acceptDownloads: true });
  await drawer(page).waitFor();
  await save(page);
  const led = await finding(page).innerText();
  const [a, b] = await page.locator(`${PART.bar} ${PART.barPair} ${PART.name}`).allInnerTexts();
  const { path, text } = await saved(page, "Page");
  assert.ok(!/<script|<link|<img|url\(|@import/i.test(text), "it names nothing to be fetched");
  for (const screen of ["phone", "desk"]) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ viewport: SCREENS[screen], colorScheme, offline: true, javaScriptEnabled: false });
      const requests = [];
      context.on("request", (request) => requests.push(request.url()));
      const file = await context.newPage();
      await file.goto(pathToFileURL(path).href);
      assert.deepEqual(requests, [pathToFileURL(path).href], "one request: the file");
      await file.getByRole("heading", { level: 1, name: /compared/ }).waitFor();
      for (const { title } of [article(SUSPENDS), article(FIRM)]) await file.getByRole("heading", { level: 3, name: title }).waitFor();
      // It leads with the page's own sentence, then with what differs; on a phone, too, this is a table.
      const plain = (words) => words.replaceAll(/\s+/g, " ").trim();
      assert.equal(plain(await file.locator(PART.finding).innerText()), plain(led));
      const differs = file.getByRole("table").first();
      assert.deepEqual((await differs.getByRole("columnheader").allInnerTexts()).map(plain).map((head) => head.replace(/^\S\S /, "")), ["What", a, b, "How they relate"]);
      assert.ok((await differs.getByRole("row").count()) > 2);
      assert.equal(await differs.getByRole("row").nth(1).getByRole("cell").count(), 3);
      assert.match(await file.locator("body").innerText(), /How this is counted[^]*Saved on \d{4}-\d\d-\d\d/);
      const link = file.getByRole("link", { name: /^http.*a=.*&b=/ });
      assert.equal(await link.getAttribute("href"), await link.innerText());
      const wide = await file.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `nothing sticks out, ${screen}`);
      await context.close();

      // The finder of faults is a script itself, so it looks at a copy that may run some.
      const looked = await browser.newContext({ viewport: SCREENS[screen], colorScheme, bypassCSP: true });
      const copy = await looked.newPage();
      await copy.goto(pathToFileURL(path).href);
      assert.deepEqual(await findings(copy), [], `axe, ${screen}, ${colorScheme}`);
      await looked.close();
    }
  }
});

reader("the panel opens and closes by keyboard, and beside Adjust only one is open", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await save(page);
  await page.locator(`${PART.adjust} > summary`).click();
  await panel(page).waitFor({ state: "hidden" });
  await page.locator(`${PART.save} > summary`).focus();
  await page.keyboard.press("Enter");
  await kind(page, "Page").waitFor();
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Page/);
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Save…");
});

reader("the kinds of file are targets for thumbs, and nothing sticks out", async ({ visit }) => {
  for (const screen of ["narrow", "phone"]) {
    const { page } = await visit(KNOWN.address, { screen, touch: true });
    await save(page);
    await settled(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(`${PART.tools} button, ${PART.tools} summary`)]
        .filter((one) => one.checkVisibility())
        .map((one) => ({ said: one.textContent, ...one.getBoundingClientRect().toJSON() }))
        .filter(({ width, height, right }) => width < 44 || height < 44 || right > innerWidth),
    );
    assert.deepEqual(small, [], screen);
    const tops = await page.locator(PART.bar).locator(`:scope > *, :scope ${PART.barPair} > *`).evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && one.clientHeight > 0).map((one) => one.getBoundingClientRect()).map(({ top, height }) => Math.round(top + height / 2)),
    );
    assert.ok(Math.max(...tops) - Math.min(...tops) <= 2, `the controls stand in one row: ${tops}`);
    assert.deepEqual(await findings(page), [], `axe, ${screen}`);
  }
});

reader("what could not be loaded is said, and comes when it is tried again", async ({ visit }) => {
  const { page, context } = await visit(KNOWN.address, { acceptDownloads: true, expected: [/ERR_|Failed to load|net::/] });
  await save(page);
  await context.route(/crossread-heavy-/, (route) => route.abort());
  await kind(page, "Markdown").click();
  await panel(page).getByText(/could not be loaded/).waitFor();
  await context.unroute(/crossread-heavy-/);
  const [download] = await Promise.all([page.waitForEvent("download"), panel(page).getByRole("button", { name: "Try again" }).click()]);
  assert.equal(download.suggestedFilename(), `${stem(SUSPENDS, FIRM)}.md`);
  assert.equal(await panel(page).getByRole("button", { name: "Try again" }).isVisible(), false);
});
