// The upper part of the compare page: the texts begin early, few controls stand before them, each source has its name and its
// colour, and what does not fit goes into the menu.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { ADD, NIGHT, RAIN, compareTwo } from "../lib/own.mjs";
import {
  column,
  finding,
  findings,
  FIRM,
  IDS,
  KIEV,
  more,
  pair,
  RECOGNITION,
  says,
  sentences,
  settled,
  SIGNS,
  sticksOut,
  SUSPENDS,
  top,
  until,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** Width and height of a window, and how far down the first sentence may begin. */
const WINDOWS = [
  [1440, 900, 280],
  [1024, 768, 300],
  [683, 900, 300],
  [390, 844, 320],
];

/** Where the texts begin, and which controls stand before them: a group of buttons of which one is chosen is one. */
const begins = async (page) => {
  await until(page, "every text has a sentence", () => {
    const flows = [...document.querySelectorAll(PART.flow)];
    return flows.length > 0 && flows.every((flow) => flow.querySelector(PART.sentence));
  });
  return page.evaluate(() => {
    const first = Math.min(...[...document.querySelectorAll(PART.flow)].map((flow) => flow.querySelector(PART.sentence).getClientRects()[0].top));
    const before = [...document.querySelectorAll("a, button, select, summary, input")].filter((one) => {
      // What opens a fold is a part of the text.
      if (one.closest(`${PART.skip}, ${PART.fold}`) || !one.checkVisibility({ visibilityProperty: true })) return false;
      const { top, left, width } = one.getBoundingClientRect();
      // What stands beside the texts does not stand before them.
      const beside = one.closest(PART.rail) && left > document.querySelector(PART.sideBySide).getBoundingClientRect().right - 20;
      return width > 0 && top < first && !beside;
    });
    const controls = new Set(before.map((one) => (one.tagName === "BUTTON" && one.closest("[role=group]")) || one));
    return { first, controls: controls.size, lines: document.querySelector(PART.finding).getBoundingClientRect().height / Number.parseFloat(getComputedStyle(document.querySelector(PART.finding)).lineHeight) };
  });
};

reader("the texts begin early, in every window and for every pair, and few controls stand before them", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  const late = [];
  for (const [width, height, bound] of WINDOWS) {
    await page.setViewportSize({ width, height });
    for (const [a, b] of [[SIGNS, RECOGNITION], [SUSPENDS, KIEV], [SUSPENDS, FIRM], [KIEV, SIGNS], [FIRM, RECOGNITION]]) {
      await page.evaluate((address) => location.assign(address), pair(a, b));
      await page.waitForSelector("html[data-boot=done]");
      await finding(page).waitFor();
      await settled(page);
      const { first, controls, lines } = await begins(page);
      const where = `${a}, ${b}, ${width}`;
      if (first > bound) late.push(`${where}: the first sentence stands at ${Math.round(first)}`);
      if (controls > 7) late.push(`${where}: ${controls} controls`);
      if (Math.round(lines) > (width === 1440 ? 2 : 5)) late.push(`${where}: the finding takes ${lines} lines`);
      const columns = await page.locator(`article${PART.column}`).filter({ visible: true }).count();
      if (columns !== (width < 600 ? 1 : 2)) late.push(`${where}: ${columns} columns`);
    }
  }
  assert.deepEqual(late, []);
});

reader("one text begins as early", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  const late = [];
  for (const [width, height, bound] of WINDOWS) {
    await page.setViewportSize({ width, height });
    for (const [a, b] of [[SIGNS, RECOGNITION], [SUSPENDS, KIEV], [SUSPENDS, FIRM], [KIEV, SIGNS]]) {
      await page.evaluate((address) => location.assign(address), pair(a, b, "view=one"));
      await page.waitForSelector("html[data-boot=done]");
      const first = sentences(page.locator(PART.oneText)).filter({ visible: true }).first();
      await first.waitFor();
      await settled(page);
      const at = await top(first);
      if (at > bound) late.push(`${a}, ${b}, ${width}: the first sentence stands at ${Math.round(at)}`);
    }
  }
  assert.deepEqual(late, []);
});

reader("texts of one's own begin early too", async ({ visit }) => {
  for (const screen of ["desk", "phone"]) {
    const { page } = await visit(ADD, { screen });
    await compareTwo(page, RAIN, NIGHT);
    await settled(page);
    const { first } = await begins(page);
    assert.ok(first <= (screen === "desk" ? 340 : 420), `${screen}: ${first}`);
  }
});

reader("two columns from 600 pixels on", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  for (const [width, columns] of [[599, 1], [600, 2], [683, 2]]) {
    await page.setViewportSize({ width, height: 800 });
    await until(page, `${columns} at ${width}`, (columns) => document.querySelectorAll(`article${PART.column}`).length === columns, columns);
    await settled(page);
    assert.deepEqual(await sticksOut(page), [], `${width}`);
  }
});

reader("each source has its name, two letters and a colour, and keeps them when the two change places", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  const of = async (letter) =>
    column(page, letter)
      .locator(PART.byline)
      .evaluate((by) => ({ name: by.querySelector(PART.name).textContent, letters: by.querySelector(PART.disc).textContent, colour: getComputedStyle(by.querySelector(PART.disc)).backgroundColor }));
  await column(page, "A").waitFor();
  const before = [await of("A"), await of("B")];
  assert.deepEqual(before.map(({ name, letters }) => [letters, name]), [["Ep", "EmbassyPages"], ["Lr", "Luhansk regions"]]);
  assert.notEqual(before[0].colour, before[1].colour);
  await page.getByRole("button", { name: "Swap the two articles" }).click();
  await says(page, "a", RECOGNITION);
  await until(page, "they have changed places", () => document.querySelector(`#flow-A ${PART.byline} ${PART.name}`).textContent === "Luhansk regions");
  assert.deepEqual([await of("B"), await of("A")], before);
  // All that ship are told apart.
  const colours = new Set();
  for (const id of IDS) {
    const other = id === SIGNS ? KIEV : SIGNS;
    await page.evaluate((address) => location.assign(address), pair(id, other));
    await page.waitForSelector("html[data-boot=done]");
    await column(page, "A").waitFor();
    colours.add((await of("A")).colour);
  }
  assert.equal(colours.size, IDS.length);
});

reader("what is counted is a filter: the rest is dimmed, and a second press undoes it", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  const counts = page.getByRole("group", { name: "Show only" });
  const dimmed = () => page.evaluate(() => [...document.querySelectorAll(`${PART.column} ${PART.sentence}`)].map((one) => [one.matches(`${PART.verbatim}, ${PART.edited}, ${PART.related}`), Number(getComputedStyle(one).opacity) < 1]));
  await counts.waitFor();
  await settled(page);
  assert.ok((await dimmed()).every(([, dim]) => !dim));
  const both = counts.getByRole("button", { name: /told by both/ });
  await both.click();
  assert.equal(await both.getAttribute("aria-pressed"), "true");
  assert.ok((await dimmed()).every(([marked, dim]) => marked !== dim));
  await counts.getByRole("button", { name: /^\d+ differences/ }).waitFor();
  const alone = counts.getByRole("button", { name: /only in one/ });
  assert.match((await alone.textContent()).replace(/\s+/g, " "), /^\d+ only in one.*EmbassyPages: \d+.*Luhansk regions: \d+$/);
  await alone.click();
  assert.equal(await both.getAttribute("aria-pressed"), "false");
  assert.ok((await dimmed()).every(([marked, dim]) => marked === dim));
  await alone.click();
  assert.ok((await dimmed()).every(([, dim]) => !dim));
});

reader("below a rail's width the cards are a strip at the window's foot, no higher than 100 pixels, which covers nothing at the page's end", async ({ visit }) => {
  for (const [width, height] of [[1024, 768], [683, 900], [390, 844]]) {
    const { page } = await visit(pair(SIGNS, RECOGNITION));
    await page.setViewportSize({ width, height });
    await settled(page);
    const strip = page.locator(PART.differs);
    const { y, height: high } = await strip.boundingBox();
    assert.ok(high <= 100 && Math.abs(y + high - height) <= 1, `${width}: from ${y}, ${high} high`);
    await strip.locator("ul").evaluate((list) => list.scrollTo({ left: 400, behavior: "instant" }));
    assert.ok((await strip.locator("ul").evaluate((list) => list.scrollLeft)) > 100, "it is pushed along");
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
    await settled(page);
    const foot = await page.locator(`${PART.foot} p`).last().boundingBox();
    assert.ok(foot.y + foot.height <= y + 2, `${width}: the page's foot ends at ${foot.y + foot.height}`);
    assert.deepEqual(await findings(page), [], `${width}`);
  }
});

reader("the menu holds all that the bar has no room for, and is left by Escape", async ({ visit }) => {
  for (const [width, height] of [[1440, 900], [683, 900], [390, 844]]) {
    const { page } = await visit(pair(SIGNS, RECOGNITION));
    await page.setViewportSize({ width, height });
    await settled(page);
    await more(page);
    for (const [role, name] of [
      ["button", /^Share\s*:/],
      ["button", "Side by side"],
      ["button", /^Related \d/],
      ["button", /^Theme/],
      ["button", "Keys and help"],
      ["link", "Library"],
      ["link", "Story"],
      ["link", "Add"],
      ["link", "How it works"],
    ]) {
      assert.equal(await page.getByRole(role, { name }).filter({ visible: true }).first().isVisible(), true, `${name} at ${width}`);
    }
    for (const name of ["How sure is this?", "Save…"]) assert.equal(await page.getByText(name, { exact: true }).isVisible(), true, `${name} at ${width}`);
    assert.deepEqual(await sticksOut(page), [], `${width}`);
    assert.deepEqual(await findings(page), [], `${width}`);
    await page.locator(`${PART.adjust} > summary`).click();
    await page.locator(PART.adjust).getByText(/Overlap cannot show/).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(PART.adjust).evaluate((one) => one.open), false);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(PART.menu).evaluate((one) => one.open), false);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "More");
  }
});

reader("Escape leaves the menu however fast it follows", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  await settled(page);
  await more(page);
  // Within one task the browser tells of no opening or closing yet.
  const open = await page.evaluate(() => {
    const [menu, adjust] = [PART.menu, PART.adjust].map((one) => document.querySelector(one));
    adjust.querySelector("summary").click();
    const opened = adjust.open;
    const escape = () => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    adjust.querySelector("summary").focus();
    return [opened, ...[1, 2].flatMap(() => (escape(), [menu.open, adjust.open]))];
  });
  assert.deepEqual(open, [true, true, false, false, false]);
});
