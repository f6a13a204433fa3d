// Texts as long as books: they are compared, shown, searched and printed without the page standing still, and a text that
// is edited is compared as one types. How long each takes is measured elsewhere (e2e/long.mjs): here it has to work.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { file, open } from "../lib/import.mjs";
import { ADD, NIGHT, RAIN, compareTwo, field, stored, storedTexts } from "../lib/own.mjs";
import { adjust, finding, findings, found, inSight, more, query, selected, settled, turnTo, until } from "../lib/pages.mjs";
import { prose, retold } from "../lib/prose.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** The last words of both texts, which stand nowhere else. */
const END = "Here the whole long story comes to its quiet end at last.";
const ONE = `${prose(100_000)}\n\n${END}`;
const OTHER = `${retold(prose(100_000))}\n\n${END}`;

const underWay = (page) => page.locator(PART.underWay);
/** Waits until every part of the texts is on the page. */
const isWhole = (page) => until(page, "both texts stand whole", () => document.querySelector(PART.section) && !document.querySelector(`${PART.section}:empty`));
const last = (page) => page.locator(`${PART.column} ${PART.sentence}`).filter({ hasText: END });

/** Pastes a text into the last sheet of the add page, as a reader does, and keeps it. */
async function paste(page, text, title) {
  const before = await page.locator("#kept-now li").count();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field(page, "Text").focus();
  await page.keyboard.press("ControlOrMeta+V");
  await field(page, "Title").fill(title);
  await page.getByRole("button", { name: "Keep this text" }).last().click();
  await page.locator("#kept-now li").nth(before).waitFor();
}

/** Keeps two texts and leaves the page where they were added with the way to their comparison in sight. */
async function bring(page, first, second) {
  await paste(page, first, "The first");
  await paste(page, second, "The second");
}

reader("100,000 words are pasted, compared, cancelled, begun again, read to the end and found", async ({ visit }) => {
  const { page } = await visit(ADD, CLIPBOARD);
  await bring(page, ONE, OTHER);
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await underWay(page).waitFor();
  await until(page, "progress is told", () => Number(document.querySelector(PART.progress).value) > 0);
  await underWay(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByText("The comparison was cancelled.").first().waitFor();
  assert.equal(await finding(page).count(), 0);
  assert.deepEqual(await findings(page), []);
  await underWay(page).getByRole("button", { name: "Compare" }).click();
  await finding(page).waitFor();
  await isWhole(page);
  assert.equal(await last(page).count(), 2);

  // To the end, as by the End key: where the last lines were taken to be and where they are may differ at first.
  await page.locator("body").click({ position: { x: 3, y: 3 } });
  for (let time = 0; time < 3; time += 1) {
    await page.keyboard.press("End");
    await settled(page);
  }
  const shown = await last(page).evaluateAll((all) => all.map((one) => one.checkVisibility({ contentVisibilityAuto: true })));
  assert.ok(shown.includes(true), "the end of the longer text is laid out");

  // Found by the browser's own search, from the top, in what has never been in sight.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  const words = ONE.slice(ONE.length / 2, ONE.length / 2 + 400).split(" ").slice(2, 10).join(" ").split(".")[0];
  assert.ok(words.length > 10, words);
  assert.ok(await page.evaluate((words) => window.find(words), words), `found: ${words}`);
  await settled(page);
  const at = await page.evaluate(() => {
    const { top } = getSelection().getRangeAt(0).getBoundingClientRect();
    return { top, height: innerHeight, text: String(getSelection()) };
  });
  assert.equal(at.text.replaceAll(/\s+/g, " "), words);
  assert.ok(at.top >= 0 && at.top < at.height, `in sight: ${JSON.stringify(at)}`);
});

reader("a link to a sentence far down a long text shows that sentence, in every view", async ({ visit }) => {
  const { page } = await visit(ADD, CLIPBOARD);
  const text = prose(30_000, 5);
  const middle = "Nobody had ever crossed the frozen river before that particular night.";
  const paragraphs = text.split("\n\n");
  paragraphs.splice(Math.floor(paragraphs.length * 0.7), 0, middle);
  const story = paragraphs.join("\n\n");
  await bring(page, story, retold(text, 9).replace(/\n\n/, `\n\n${middle}\n\n`));
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await finding(page).waitFor();
  const { a, b } = query(page);
  const at = [...story.slice(0, story.indexOf(middle))].length;
  for (const view of ["side", "one", "shared"]) {
    await page.goto(new URL(`?a=${a}&b=${b}&view=${view}&at=${at}.`, page.url()).href);
    const held = view === "shared" ? page.locator(`${PART.card}${PART.selected}`) : page.locator(`${PART.selectedSentence}, ${PART.sentence}${PART.unmatched}`).filter({ hasText: "frozen river" }).first();
    await held.waitFor();
    await isWhole(page);
    await settled(page);
    assert.ok(await inSight(held), `in sight: ${view}`);
  }
  // From there to the next match and back, and along the ruler.
  await page.goto(new URL(`?a=${a}&b=${b}&at=${at}.`, page.url()).href);
  await selected(page).first().waitFor();
  await settled(page);
  const before = await selected(page).first().innerText();
  await page.keyboard.press("j");
  await until(page, "the next match is selected", (before) => document.querySelector(PART.selectedSentence)?.innerText !== before, before);
  await settled(page);
  assert.ok(await inSight(page.locator(`[id^=a]${PART.selectedSentence}`)));
  await page.keyboard.press("k");
  await until(page, "the one before is selected again", (before) => document.querySelector(PART.selectedSentence)?.innerText === before, before);
});

reader("a long text is on paper to its last sentence, though most of it was never in sight", async ({ visit }) => {
  const { page, context } = await visit(ADD, CLIPBOARD);
  await bring(page, ONE, OTHER);
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await finding(page).waitFor();
  const paper = await page.pdf();
  // Read by the site's own importer.
  const other = await context.newPage();
  await other.goto(new URL(ADD, page.url()).href);
  await open(other, [file("paper.pdf", paper)]);
  const printed = other.getByRole("region", { name: "paper.pdf", exact: true }).getByLabel("Text", { exact: true });
  await printed.waitFor({ timeout: 60_000 });
  // The form shows the beginning of so long a text alone; what is kept is all of it.
  await other.getByRole("button", { name: "Keep this text" }).last().click();
  const paperOf = async () => (await storedTexts(other)).map((text) => text.replaceAll(/\s+/g, " ")).find((text) => text.includes("The first / The second"));
  for (const late = Date.now() + 30_000; !(await paperOf()); ) assert.ok(Date.now() < late, "it is kept");
  const text = await paperOf();
  assert.ok(text.includes("comes to its quiet end"), "the last sentence is on paper");
  assert.ok(text.length > 100_000, `${text.length} characters`);
});

reader("other filters reach every sentence of a long text", async ({ visit }) => {
  const { page } = await visit(ADD, CLIPBOARD);
  await bring(page, prose(30_000, 5), retold(prose(30_000, 5), 9));
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await finding(page).waitFor();
  await isWhole(page);
  const verbatim = () => document.querySelectorAll(`${PART.sentence}${PART.verbatim}`).length;
  const marked = async () => Number((await page.locator(`${PART.legend} ${PART.verbatim} span`).textContent()).replaceAll(/\D/g, ""));
  await more(page);
  const count = await marked();
  assert.ok(count > 200, `${count} sentences word for word`);
  await until(page, "all are marked", (count) => document.querySelectorAll(`${PART.column} ${PART.sentence}${PART.verbatim}`).length >= count, count);
  await page.getByRole("button", { name: /^Verbatim/ }).click();
  await until(page, "none is marked", () => document.querySelectorAll(`${PART.sentence}${PART.verbatim}`).length === 0);
  await page.getByRole("button", { name: /^Verbatim/ }).click();
  await until(page, "all are marked again", (count) => document.querySelectorAll(`${PART.column} ${PART.sentence}${PART.verbatim}`).length >= count, count);
  assert.ok((await page.evaluate(verbatim)) >= count);
});

reader("columns that are kept level stay so all the way down a long text", async ({ visit }) => {
  const { page } = await visit(ADD, CLIPBOARD);
  const text = prose(30_000, 5);
  // What only B says, between every few paragraphs, would let the columns drift apart by pages.
  const longer = text.split("\n\n").flatMap((part, place) => (place % 5 === 0 ? [retold(prose(120, 70 + place), place), part] : [part]));
  await bring(page, text, longer.join("\n\n"));
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await finding(page).waitFor();
  await isWhole(page);
  // How far apart the same sentence stands on both sides, of those about the middle of the window.
  const apart = () => page.evaluate(() => {
    // What is only heard is a line of its own.
    const words = (one) => one.innerText.trim().split("\n").at(-1);
    const shown = (side) => [...document.querySelectorAll(`[id^=${side}]${PART.sentence}${PART.verbatim}`)].filter((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    const b = Map.groupBy(shown("b"), words);
    const middle = innerHeight / 2;
    const pairs = shown("a").map((one) => [one, b.get(words(one)) ?? []]).filter(([, others]) => others.length === 1);
    const tops = pairs.map(([one, [other]]) => [one.getBoundingClientRect().top, other.getBoundingClientRect().top]);
    return tops.filter(([top]) => Math.abs(top - middle) < 250).map(([top, other]) => Math.abs(top - other)).sort((x, y) => x - y);
  });
  await adjust(page);
  await page.getByRole("checkbox", { name: /Keep the columns level/ }).check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  for (const share of [0.2, 0.4, 0.6]) {
    await page.evaluate((share) => window.scrollTo({ top: share * document.body.scrollHeight, behavior: "instant" }), share);
    await settled(page);
    await page.mouse.wheel(0, 120);
    await settled(page);
    const distances = await apart();
    assert.ok(distances.length > 0, `sentences with one counterpart in sight at ${share}`);
    assert.ok(distances[0] < 40, `level at ${share}: ${distances}`);
  }
}, { whole: true });

reader("a text is edited while it is compared, the caret stays, and what was written is kept", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  const before = await found(page).innerText();
  await page.locator("#edit-B").click();
  const text = page.getByRole("textbox", { name: /^Editing / });
  await until(page, "the text has the focus", () => document.activeElement?.id === "live-text");
  const start = (await text.inputValue()).indexOf("Schools");
  await text.evaluate((field, at) => field.setSelectionRange(at, at), start);
  const typed = "The rain fell all night over the whole city, officials said on Tuesday. ";
  for (const [at, letter] of [...typed].entries()) {
    await page.keyboard.type(letter);
    assert.deepEqual(await text.evaluate((field) => [field.selectionStart, field === document.activeElement]), [start + at + 1, true]);
  }
  await until(page, "another finding", (before) => document.querySelector(PART.found).innerText !== before, before);
  // What was written stands in the text, matched with the sentence of A.
  const sentence = page.locator(`${PART.column} ${PART.sentence}${PART.verbatim}`).filter({ hasText: typed.trim() });
  await until(page, "the new sentence is matched", (typed) => [...document.querySelectorAll(`${PART.column} ${PART.sentence}${PART.verbatim}`)].filter((one) => one.innerText.includes(typed)).length === 2, typed.trim());
  assert.equal(await sentence.count(), 2);
  assert.deepEqual(await text.evaluate((field) => [field.selectionStart, field === document.activeElement]), [start + typed.length, true]);
  assert.deepEqual(await findings(page), []);
  await page.getByRole("button", { name: "Done" }).click();
  await until(page, "the focus is back at the button", () => document.activeElement?.id === "edit-B");
  await page.reload();
  await sentence.first().waitFor();
  assert.equal(await sentence.count(), 2, "kept");
  assert.equal((await stored(page)).articles.length, 2, "under its own name");
  // And taken back.
  await page.locator("#edit-B").click();
  await field(page, /^Editing /).fill(`${NIGHT.text} More.`);
  await page.locator(`${PART.column} ${PART.sentence}`).filter({ hasText: "More." }).first().waitFor();
  await page.getByRole("button", { name: "Undo all changes" }).click();
  await page.locator(`${PART.column} ${PART.sentence}`).filter({ hasText: "More." }).first().waitFor({ state: "detached" });
  assert.equal(await sentence.count(), 2);
});

reader("editing begins at the selected sentence, or where the text begins", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  const text = page.getByRole("textbox", { name: /^Editing / });
  const caret = () => text.evaluate((field) => [field.selectionStart, field.selectionEnd, field === document.activeElement]);
  await page.locator("#edit-B").click();
  await until(page, "the text has the focus", () => document.activeElement?.id === "live-text");
  assert.deepEqual(await caret(), [0, 0, true]);
  await page.getByRole("button", { name: "Done" }).click();
  // From the last match, which does not begin the text.
  for (const _ of [1, 2]) await page.getByRole("button", { name: "Previous match" }).click();
  const words = (await page.locator(`[id^=b]${PART.selectedSentence}`).first().innerText()).split("\n").at(-1);
  await page.locator("#edit-B").click();
  await until(page, "the text has the focus", () => document.activeElement?.id === "live-text");
  const at = (await text.inputValue()).indexOf(words.trim());
  assert.ok(at > 0, words);
  assert.deepEqual(await caret(), [at, at, true]);
});

reader("what is selected stays selected while the text before it is edited", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  await page.keyboard.press("j");
  const held = page.locator(`[id^=a]${PART.selectedSentence}`);
  await held.waitFor();
  const words = await held.innerText();
  await page.locator("#edit-A").click();
  const text = page.getByRole("textbox", { name: /^Editing / });
  await text.fill(`It began in March. ${RAIN.text}`);
  await page.locator(`${PART.column} ${PART.sentence}`).filter({ hasText: "It began in March." }).first().waitFor();
  await settled(page);
  assert.equal(await held.innerText(), words);
});

reader("a long text that is edited is compared when one pauses", async ({ visit }) => {
  const { page } = await visit(ADD, CLIPBOARD);
  await bring(page, prose(30_000, 5), retold(prose(30_000, 5), 9));
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await finding(page).waitFor();
  await page.locator("#edit-A").click();
  const text = page.getByRole("textbox", { name: /^Editing / });
  await text.evaluate((field) => field.setSelectionRange(0, 0));
  await page.keyboard.type("Something quite new was said here. ");
  await page.locator(`[id^=a]${PART.sentence}`).filter({ hasText: "Something quite new was said here." }).waitFor();
  assert.equal(await text.evaluate((field) => field.selectionStart), "Something quite new was said here. ".length);
  await finding(page).waitFor();
});

reader("should the program itself fail after it has started, it says so", async ({ visit }) => {
  // A fault of the program cannot be had for the asking: here something else on the page meddles, as an extension might, and
  // calls the program in the middle of its own work, which it takes for a fault and stops.
  const meddle = () => {
    const { append } = Element.prototype;
    Element.prototype.append = function (...nodes) {
      if (this.matches(`${PART.section}:empty`) && window.crossreadMeddle) {
        this.dispatchEvent(new ContentVisibilityAutoStateChangeEvent("contentvisibilityautostatechange", { skipped: false }));
      }
      return append.apply(this, nodes);
    };
  };
  const { page } = await visit(ADD, { ...CLIPBOARD, before: (context) => context.addInitScript(meddle), expected: [/panicked/, /unreachable/] });
  await bring(page, prose(30_000, 5), retold(prose(30_000, 5), 9));
  await page.evaluate(() => (window.crossreadMeddle = true));
  await page.getByRole("link", { name: "Compare the last two" }).click();
  const dialog = page.getByRole("dialog", { name: "Crossread has stopped" });
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /For a report: .*\.rs, line \d+/);
  assert.deepEqual(await findings(page), []);
  await page.evaluate(() => (window.crossreadMeddle = false));
  await dialog.getByRole("button", { name: "Load the page again" }).click();
  await finding(page).waitFor();
});

reader("texts as long as books are read as one story: how far it is, cancelled, begun again, no more shown than can be read", async ({ visit }) => {
  const { page } = await visit(ADD, CLIPBOARD);
  await bring(page, ONE, OTHER);
  await turnTo(page, "Story");
  await page.getByText(/^Articles in this story/).click();
  for (const title of ["The first", "The second"]) await page.getByRole("checkbox", { name: title }).click();
  await underWay(page).waitFor();
  await until(page, "progress is told", () => Number(document.querySelector(PART.progress).value) > 0);
  assert.match(await underWay(page).innerText(), /Reading the articles|Comparing every pair of articles/);
  await underWay(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByText("The comparison was cancelled.").first().waitFor();
  await underWay(page).getByRole("button", { name: "Compare" }).click();
  await found(page).getByText(/of the seven articles/).first().waitFor({ timeout: 60_000 });
  await page.getByText(/Of [\d,]+ claims, the 200 that most articles tell are listed\./).waitFor();
  const rows = page.locator(PART.answersRow);
  await until(page, "the first rows are there", () => document.querySelectorAll(PART.answersRow).length === 40);
  await page.getByRole("button", { name: /^Show all \d+ rows$/ }).click();
  await until(page, "all rows are there", () => document.querySelectorAll(PART.answersRow).length >= 150);
  assert.ok((await rows.count()) <= 600);
  assert.ok((await page.locator(`${PART.alone} li li`).count()) <= 7 * 200);
});
