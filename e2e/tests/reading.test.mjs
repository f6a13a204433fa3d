// What a careful reader relies on while reading: what has no counterpart says so, what a step of strictness would change is
// pointed out, what is selected stays there, what is said is heard again, and paper has both articles whole.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  adjust,
  article,
  choose,
  column,
  drawer,
  finding,
  FIRM,
  KIEV,
  KNOWN,
  known,
  more,
  pair,
  says,
  sentence,
  settled,
  SUSPENDS,
  toTheMiddle,
  until,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** Points at a sentence where it begins. */
const pointAt = async (element) => {
  await toTheMiddle(element);
  const [x, y] = await element.evaluate((element) => {
    const { left, top, height } = element.getClientRects()[0];
    return [left + 8, top + height / 2];
  });
  await element.page().mouse.move(x, y);
};

reader("a sentence without a counterpart says so under the pointer, and one with does not", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const alone = sentence(column(page, "A"), KNOWN.alone);
  await pointAt(alone);
  assert.equal(await alone.getAttribute("title"), "No counterpart in Cooperation with Ukraine");
  await until(page, "it is darkened", () => document.querySelectorAll(`${PART.sentence}${PART.pointedAt}`).length === 1);
  const matched = sentence(column(page, "A"), KNOWN.a);
  await pointAt(matched);
  assert.equal(await matched.getAttribute("title"), null);
  await until(page, "both sides of a match are darkened", () => document.querySelectorAll(`${PART.sentence}${PART.pointedAt}`).length >= 2);
  await more(page);
  for (const kind of [/^Edited/, /^Related/]) await page.getByRole("button", { name: kind }).click();
  await page.keyboard.press("Escape");
  await until(page, "a match that is hidden says so", (words) =>
    [...document.querySelectorAll(`${PART.sentence}[title]`)].some(({ title, textContent }) => title.includes("filters") && textContent.includes(words)), KNOWN.a);
});

reader("a step of strictness points out what it would change, by pointer and by keyboard", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, KIEV));
  await adjust(page);
  // What a step would change is worked out when the panel is opened.
  const strictest = page.getByRole("radio", { name: /^strictest\b.* fewer/ });
  const would = page.locator(`${PART.sentence}${PART.would}`);
  await strictest.waitFor();
  await strictest.hover();
  const pointed = await would.count();
  assert.ok(pointed > 0);
  await page.getByText("How strict a match is").hover();
  assert.equal(await would.count(), 0);
  await page.getByRole("radio", { name: /^normal\b/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await says(page, "strict", "strictest");
  const normal = page.getByRole("radio", { name: /^normal\b.* more/ });
  await normal.waitFor();
  await normal.hover();
  assert.equal(await would.count(), pointed, "the way back changes the same sentences");
});

reader("a step that is pointed at before it is worked out points out its changes once it is", async ({ visit }) => {
  let go = () => {};
  const gate = new Promise((open) => (go = open));
  const hold = (context) =>
    context.route(/crossread-light.*\.wasm$/, async (route) => {
      await gate;
      await route.continue();
    });
  const { page } = await visit(pair(SUSPENDS, KIEV), { before: hold });
  await adjust(page);
  const strictest = page.getByRole("radio", { name: /^strictest\b/ });
  const would = page.locator(`${PART.sentence}${PART.would}`);
  await strictest.hover();
  assert.equal(await would.count(), 0);
  go();
  await page.getByRole("radio", { name: /^strictest\b.* fewer/ }).waitFor();
  await until(page, "its changes are pointed out", () => document.querySelectorAll(`${PART.sentence}${PART.would}`).length > 0);
});

reader("on a phone, what is selected stays there when the strictness is moved and when the phone is turned", async ({ visit }) => {
  const { page } = await visit(known(), { screen: "phone", touch: true });
  await drawer(page).waitFor();
  await adjust(page);
  await page.getByRole("radio", { name: /^loose\b/ }).click();
  await says(page, "strict", "loose");
  await drawer(page).waitFor();
  await until(page, "the drawer stands under its sentence", () => document.querySelector(`${PART.selectedSentence} + ${PART.drawer}:not(${PART.drawerWide})`) !== null);
  await page.setViewportSize({ width: 844, height: 390 });
  await until(page, "it is as wide as both columns", () => document.querySelector(`${PART.selectedSentence} + ${PART.drawer}${PART.drawerWide}`) !== null);
  await page.setViewportSize({ width: 390, height: 844 });
  await until(page, "it is as wide as one again", () => document.querySelector(`${PART.selectedSentence} + ${PART.drawer}:not(${PART.drawerWide})`) !== null);
});

reader("what is said twice is heard twice", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const said = page.locator(PART.voice);
  const previous = page.getByRole("button", { name: "Previous match" });
  await choose(page.locator(`#flow-A ${PART.sentence}[role=button]`).first());
  // Its strongest match is selected; others of the same sentence may come before it.
  await page.locator("#drawer").waitFor();
  for (let step = 0; step < 3 && !/There is no match before/.test(await said.textContent()); step += 1) await previous.click();
  const once = await said.textContent();
  assert.match(once, /There is no match before/);
  await previous.click();
  const again = await said.textContent();
  assert.notEqual(again, once);
  assert.equal(again.trim(), once);
});

reader("a match that is moved has the sign of it, and is said to be moved", async ({ visit }) => {
  const { page, context } = await visit(pair(SUSPENDS, KIEV));
  await settled(page);
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const names = nodes.filter(({ ignored, role }) => !ignored && role?.value === "button").map(({ name }) => name?.value ?? "");
  const moved = await page.evaluate(() =>
    [...document.querySelectorAll(`${PART.sentence}[role=button]`)].map((one) => ({
      words: one.textContent.trim().replace(/\s+/g, " "),
      is: one.matches(PART.moved),
      sign: getComputedStyle(one, "::after").content,
    })));
  assert.equal(moved.filter(({ is }) => is).length > 1, true, "in both articles");
  for (const { words, is, sign } of moved) {
    assert.equal(/↕/.test(sign), is, `the sign: ${words.slice(0, 60)}`);
    assert.equal(/^(verbatim|edited|related), moved, sentences? \d+/.test(words), is, words.slice(0, 60));
    // The sign is for the eyes alone; who hears the page is told by word.
    const name = names.find((name) => name.replace(/\s+/g, " ").trim() === words);
    assert.ok(name !== undefined, `a button of this name is heard, without a sign: ${words.slice(0, 60)}`);
  }
  // In one text and on the match's card it is said as well.
  await page.locator(`${PART.sentence}${PART.moved}`).first().evaluate((one) => one.click());
  await drawer(page).getByText("Related, moved", { exact: true }).waitFor();
  await page.keyboard.press("2");
  await page.locator(`${PART.oneText} ${PART.sentence}${PART.moved}`).first().waitFor();
  assert.match(await page.locator(`${PART.oneText} ${PART.sentence}${PART.moved}`).first().evaluate((one) => getComputedStyle(one, "::after").content), /↕/);
  await page.keyboard.press("3");
  await page.getByRole("heading", { name: "Related, moved" }).first().waitFor();
});

reader("paper has both titles whole, the finding, the link and the reader’s own day", async ({ visit }) => {
  // There it is never the same day.
  for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    const { page } = await visit(known(), { timezoneId });
    await drawer(page).waitFor();
    const paper = page.locator(PART.onPaper);
    assert.equal(await paper.isVisible(), false, "on the screen it is not shown");
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await paper.waitFor();
    const both = [SUSPENDS, FIRM].map((id) => article(id).title);
    const heading = page.getByRole("heading", { level: 1 });
    assert.equal(await heading.innerText(), both.join(" / "));
    const { width, height } = await heading.boundingBox();
    assert.ok(width > 200 && height > 10, "and it is seen");
    assert.match(await page.title(), /^NATO foreign ministers.* \/ The North Atlantic.* — Crossread$/);
    const said = await paper.innerText();
    for (const title of both) assert.ok(said.includes(title));
    const day = await page.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    });
    assert.match(said, new RegExp(`\\?a=${SUSPENDS}&b=${FIRM}&at=\\S*, printed on ${day}`));
    for (const gone of [page.locator(PART.head), page.locator(PART.bar), page.locator("#drawer")]) assert.equal(await gone.isVisible(), false);
    assert.ok(await finding(page).isVisible());
  }
});

reader("a narrow window prints both articles with their marks, and is as it was afterwards", async ({ visit }) => {
  for (const screen of ["phone", "desk"]) {
    const { page } = await visit(known(), { screen });
    await drawer(page).waitFor();
    await page.evaluate(() =>
      addEventListener("beforeprint", () => {
        const marked = (side) => document.querySelectorAll(`#flow-${side} ${PART.sentence}[data-to]`).length;
        window.printed = { columns: document.querySelectorAll(`article${PART.column}`).length, a: marked("A"), b: marked("B") };
      }),
    );
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 10_000);
    const { columns, a, b } = await page.evaluate(() => window.printed);
    assert.equal(columns, 2, screen);
    assert.ok(a > 0 && b > 0, `${screen}: ${a} and ${b} sentences have their mark on paper`);
    await settled(page);
    await until(page, "the columns are as before", (count) => document.querySelectorAll(`article${PART.column}`).length === count, screen === "phone" ? 1 : 2);
    await drawer(page).waitFor();
  }
});

reader("number keys are the views, and a link keeps whose words are shown", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, FIRM));
  for (const [key, view] of [["2", "one"], ["3", "shared"], ["1", undefined]]) {
    await page.keyboard.press(key);
    await says(page, "view", view);
  }
  await adjust(page);
  await page.getByRole("radio", { name: /^In the reporter/ }).click();
  await says(page, "voice", "reporter");
  await page.reload();
  await page.waitForSelector("html[data-boot=done]");
  await adjust(page);
  assert.ok(await page.getByRole("radio", { name: /^In the reporter/ }).isChecked());
});

reader("on a phone, a press beside the adjustments closes them and selects and deselects nothing", async ({ visit }) => {
  const { page } = await visit(known(), { screen: "phone", touch: true });
  await drawer(page).waitFor();
  await adjust(page);
  assert.equal(await page.getByText("Keep the columns level").isVisible(), false, "there is one column");
  const covered = await page.locator(PART.menuPanel).evaluate((panel) => {
    const { left, width, top, bottom } = panel.getBoundingClientRect();
    const inside = (y) => panel.contains(document.elementFromPoint(left + width / 2, y));
    return Array.from({ length: 20 }, (_, part) => top + 4 + ((Math.min(bottom, innerHeight) - top - 8) * part) / 19).filter((y) => !inside(y));
  });
  assert.deepEqual(covered, [], "nothing lies over the panel");
  const address = page.url();
  await page.touchscreen.tap(30, 200);
  await until(page, "the panel is closed", () => !document.querySelector(PART.menu).open);
  assert.equal(page.url(), address);
  await drawer(page).waitFor();
});

reader("going from control to control of the bar by keyboard moves nothing", async ({ visit }) => {
  for (const screen of ["phone", "desk"]) {
    const { page } = await visit(known(), { screen });
    await drawer(page).waitFor();
    await settled(page);
    await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
    await settled(page);
    const there = await page.evaluate(() => window.scrollY);
    assert.ok(there > 100);
    await page.evaluate(() => document.querySelector(`${PART.menu} > summary`).focus());
    // Back through the bar: behind it begins the page.
    for (const key of ["Shift+Tab", "Shift+Tab", "Tab"]) await page.keyboard.press(key);
    await settled(page);
    assert.equal(await page.evaluate(() => window.scrollY), there, screen);
  }
});
