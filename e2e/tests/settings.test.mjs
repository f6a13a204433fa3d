// What is set is seen: what filters hide is said beside the finding, aloud and on paper, with a way back; and what is done
// by keys alone leads everywhere and strands nobody.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  adjust,
  column,
  drawer,
  finding,
  findings,
  found,
  inSight,
  KIEV,
  KNOWN,
  known,
  more,
  pair,
  query,
  says,
  settled,
  SUSPENDS,
  until,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

const set = (page) => found(page).locator(PART.settings);
const aloud = (page, words) => until(page, `‘${words}’ is said`, (words) => [...document.querySelectorAll("[role=status]")].some((one) => one.textContent.includes(words)), words);

reader("a link that hides matches says so beside the finding and on paper, and leads back", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, KIEV, "kinds=edited&voice=quoted&strict=loose"));
  await until(page, "it is said", () => /hidden\.$/.test(document.querySelector(`${PART.found} ${PART.settings} span`)?.textContent ?? ""));
  const text = await set(page).locator("span").innerText();
  assert.match(text, /^Settings: strictness loose and only what is in quotation marks\. \d+ of \d+ match(es)? (is|are) hidden\.$/);
  assert.deepEqual(await findings(page), []);
  await page.emulateMedia({ media: "print" });
  assert.equal(await set(page).locator("span").isVisible(), true, "on paper");
  const back = set(page).getByRole("button", { name: "Usual settings" });
  assert.equal(await back.isVisible(), false, "no control on paper");
  await page.emulateMedia({ media: "screen" });
  await back.click();
  await until(page, "nothing is said any more", () => document.querySelector(`${PART.found} ${PART.settings}`).childElementCount === 0);
  const { kinds, voice, strict } = query(page);
  assert.deepEqual([kinds, voice, strict], [undefined, undefined, undefined]);
  await until(page, "the focus is not lost", () => document.activeElement?.id === "found");
});

reader("nothing is said of settings where all is as usual, and a kind that is hidden is said aloud", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await finding(page).waitFor();
  assert.equal(await set(page).innerText(), "");
  await more(page);
  await page.getByRole("button", { name: /^Related/ }).click();
  await says(page, "kinds", "verbatim.edited");
  const hidden = await set(page).locator("span").innerText();
  assert.match(hidden, /^\d+ of \d+ matches (is|are) hidden\.$/);
  await aloud(page, hidden.slice(0, -1));
  await page.getByRole("button", { name: /^Related/ }).click();
  await aloud(page, "No match is hidden");
});

reader("the ruler leads by arrows to every match and back, and says where one is", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const ruler = page.getByRole("slider", { name: /^Sentences marked in Cooperation with Russia/ });
  await ruler.focus();
  await settled(page);
  assert.equal(await ruler.getAttribute("aria-valuetext"), null);
  const bars = await ruler.locator(`i:not(${PART.rulerWindow})`).count();
  assert.ok(bars > 3);
  const way = [];
  for (let step = 0; step < bars; step += 1) {
    await page.keyboard.press("ArrowDown");
    await until(page, "the next is selected", (last) => document.activeElement.getAttribute("aria-valuetext") !== last, way.at(-1) ?? null);
    way.push(await ruler.getAttribute("aria-valuetext"));
    assert.equal(await ruler.evaluate((one) => one === document.activeElement), true, "the focus stays");
  }
  assert.match(way[0], /^Match \d+ of \d+, sentence \d+$/);
  assert.equal(new Set(way).size, bars);
  await settled(page);
  for (const before of way.slice(0, -1).reverse()) {
    await page.keyboard.press("ArrowUp");
    await until(page, "the one before is selected", (before) => document.activeElement.getAttribute("aria-valuetext") === before, before);
  }
  await settled(page);
  assert.ok(await inSight(page.locator(`[id^=a]${PART.selectedSentence}`).first()));
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  await until(page, "the end is all the way", () => document.activeElement.getAttribute("aria-valuenow") === "100");
});

reader("columns that are kept level begin where the articles begin", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await adjust(page);
  await page.getByRole("checkbox", { name: /Keep the columns level/ }).check();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await settled(page);
  const tops = await Promise.all(["A", "B"].map((letter) => column(page, letter).getByRole("heading").first().evaluate((one) => one.getBoundingClientRect().top)));
  assert.ok(Math.abs(tops[0] - tops[1]) < 2, `both titles stand level: ${tops}`);
});

reader("Escape leaves a picker that ‘/’ led to, and the keys are the page’s again", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await finding(page).waitFor();
  await page.keyboard.press("/");
  await until(page, "the picker has the focus", () => document.activeElement?.tagName === "SELECT");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await drawer(page).waitFor();
});

reader("letting go and another view are said aloud", async ({ visit }) => {
  const { page } = await visit(known());
  await drawer(page).waitFor();
  await page.keyboard.press("Escape");
  await aloud(page, "Nothing is selected.");
  await page.keyboard.press("2");
  await aloud(page, "One text");
  await page.locator(PART.oneText).waitFor();
});
