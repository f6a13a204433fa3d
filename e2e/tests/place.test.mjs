// The reader's place on the compare page: what has the focus is never hidden, and another view of the same texts is seen
// where one was reading.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  drawer,
  FIRM,
  inSight,
  KIEV,
  KNOWN,
  known,
  matched,
  NOTHING,
  pair,
  query,
  says,
  settled,
  SUSPENDS,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** What has the focus, and what of it lies under the bar or the strip, in pixels; nothing where it is higher than what is free. */
const hidden = (page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const { top, bottom, height } = focused.getBoundingClientRect();
    const bar = [...document.querySelectorAll(PART.bar)].find((part) => getComputedStyle(part).position === "sticky");
    const strip = [...document.querySelectorAll(PART.differs)].find((part) => getComputedStyle(part).position === "fixed");
    const edge = strip?.getBoundingClientRect().top ?? innerHeight;
    const upper = bar?.getBoundingClientRect().bottom ?? 0;
    const over = height > edge - upper ? 0 : Math.max(upper - top, bottom - edge, 0);
    return { what: `${focused.tagName} ${focused.id} ${focused.textContent.slice(0, 40)}`, over };
  });

for (const [name, more] of [["side by side", ""], ["one text", "view=one"]]) {
  reader(`the arrows lead to no sentence behind the bar or the strip (${name})`, async ({ visit }) => {
    const { page } = await visit(known(more));
    await drawer(page).waitFor();
    await settled(page);
    await page.evaluate(() => document.querySelector(PART.selectedSentence).focus());
    const covered = [];
    for (const key of ["ArrowDown", "ArrowUp"]) {
      for (let step = 0; step < 16; step += 1) {
        await page.keyboard.press(key);
        const { what, over } = await hidden(page);
        if (over > 0) covered.push(`${key}: ${over} px of ${what}`);
      }
    }
    assert.deepEqual(covered, []);
  });
}

reader("Tab leads to nothing behind the bar or the strip", async ({ visit }) => {
  for (const more of ["", "view=one", "view=shared"]) {
    const { page } = await visit(known(more));
    await drawer(page).waitFor();
    await settled(page);
    await page.evaluate(() => document.querySelector(`${PART.column} ${PART.sentence}[role=button], ${PART.oneText} ${PART.sentence}[role=button], ${PART.card} ${PART.link}`).focus());
    const covered = [];
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let step = 0; step < 14; step += 1) {
        await page.keyboard.press(key);
        // What stands outside of the texts looks after itself.
        if (!(await page.evaluate(() => document.activeElement.closest(`${PART.sideBySide}, ${PART.oneText}, ${PART.onlyShared}`) !== null))) break;
        // What stands above an article is out of the sheet where its column is shifted up, wherever the window is.
        if (await page.evaluate(() => document.activeElement.closest(`${PART.column} ${PART.byline}`) !== null)) continue;
        const { what, over } = await hidden(page);
        if (over > 0) covered.push(`${key}: ${over} px of ${what}`);
      }
    }
    assert.deepEqual(covered, [], more);
  }
});

reader("a drawer that was opened further hides nothing either", async ({ visit }) => {
  const { page } = await visit(known());
  await drawer(page).waitFor();
  await settled(page);
  const before = (await drawer(page).boundingBox()).height;
  await drawer(page).getByText("Why this is a match").click();
  await settled(page);
  assert.ok((await drawer(page).boundingBox()).height > before);
  await page.evaluate(() => document.querySelector(PART.selectedSentence).focus());
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press("ArrowDown");
    const { what, over } = await hidden(page);
    assert.equal(over, 0, what);
  }
});

/** The first sentence that begins below the bar, and how high it stands there: where one reads. */
const reading = (page) =>
  page.evaluate(() => {
    const line = Math.max(0, document.querySelector(PART.bar).getBoundingClientRect().bottom);
    const first = [...document.querySelectorAll(`${PART.sentence}:not(details:not([open]) ${PART.sentence})`)].find((one) => one.getClientRects()[0].top >= line);
    return { id: first.id, top: first.getBoundingClientRect().top };
  });
const topOf = (page, id) => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
const scrollTo = async (page, y) => {
  await page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), y);
  await settled(page);
};
/** Goes to a view by its key, and waits until it is there. */
const show = async (page, key) => {
  await page.keyboard.press(key);
  await page.locator({ 1: `${PART.sideBySide} ${PART.column}`, 2: PART.oneText, 3: PART.onlyShared }[key]).first().waitFor();
  await settled(page);
};
const near = (one, other, what) => assert.ok(Math.abs(one - other) <= 2, `${what}: ${one}, not ${other}`);

for (const screen of ["desk", "phone"]) {
  reader(`another view shows the sentence that one was reading, as high as it stood (${screen})`, async ({ visit }) => {
    const { page } = await visit(KNOWN.address, { screen });
    await settled(page);
    for (const y of screen === "phone" ? [1000, 1300] : [700, 1000]) {
      await show(page, "1");
      await scrollTo(page, y);
      const aside = await reading(page);
      await show(page, "2");
      near(await topOf(page, aside.id), aside.top, `${aside.id} in one text`);
      // And from there, a good way on.
      await scrollTo(page, y + 300);
      const one = await reading(page);
      await page.locator(`${PART.bar} ${PART.barRow} ${PART.segments} button`, { hasText: "Side by side" }).evaluate((button) => button.click());
      await page.locator(`${PART.sideBySide} ${PART.column}`).first().waitFor();
      await settled(page);
      const shown = await page.evaluate((id) => document.getElementById(id) !== null, one.id);
      // A phone has the sentences of A alone; what answers the match nearest to it stands in for one of B.
      if (shown) near(await topOf(page, one.id), one.top, `${one.id} side by side`);
      else assert.ok(screen === "phone" && one.id.startsWith("b"));
    }
  });
}

reader("Shared shows the match nearest to what one was reading, and leads back to it", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await settled(page);
  await scrollTo(page, 620);
  const aside = await reading(page);
  const number = Number(aside.id.slice(1));
  await show(page, "3");
  // Which sentence of A each card is about, by its own words.
  const cards = await page.evaluate(() =>
    [...document.querySelectorAll(PART.card)].map((card) => ({ a: Number(/sentence (\d+) of Cooperation with Russia/.exec(card.textContent)[1]) - 1, top: card.getBoundingClientRect().top })));
  const nearest = cards.toSorted((one, other) => Math.abs(one.a - number) - Math.abs(other.a - number))[0];
  near(nearest.top, aside.top, "the nearest match");
  await scrollTo(page, (await page.evaluate(() => scrollY)) + 200);
  const card = await page.evaluate(() => {
    const line = document.querySelector(PART.bar).getBoundingClientRect().bottom;
    const card = [...document.querySelectorAll(PART.card)].find((card) => card.getBoundingClientRect().bottom > line);
    return { id: `a${Number(/sentence (\d+) of Cooperation with Russia/.exec(card.textContent)[1]) - 1}`, top: Math.max(line, card.getBoundingClientRect().top) };
  });
  await show(page, "2");
  near(await topOf(page, card.id), card.top, "the sentence of the match");
  await show(page, "3");
  // Low, so that there is enough below the passages to scroll them to the bar.
  await page.setViewportSize({ width: 1440, height: 420 });
  await settled(page);
  await page.getByRole("region", { name: "Passages" }).locator("li").first().evaluate((row) => row.scrollIntoView());
  // Below what sticks to the window's top there, and the last card above it.
  await page.evaluate(() => scrollBy({ top: -70, behavior: "instant" }));
  const passage = await page.evaluate(() => {
    const row = document.querySelector(`${PART.passages} li`);
    return { id: `a${Number(/sentences? (\d+)[^,]* of Cooperation with Russia/.exec(row.textContent)[1]) - 1}`, top: row.getBoundingClientRect().top };
  });
  await show(page, "2");
  near(await topOf(page, passage.id), passage.top, "the sentence of the passage");
});

reader("where Shared has no match, its beginning is shown; and the beginning stays the beginning", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  await settled(page);
  await scrollTo(page, 900);
  await show(page, "3");
  const beginning = page.getByText("No sentence of Cooperation with Russia has a counterpart in Luhansk regions.");
  assert.ok(await inSight(beginning));
  await scrollTo(page, 0);
  for (const key of ["1", "2", "3", "1"]) {
    await show(page, key);
    assert.equal(await page.evaluate(() => scrollY), 0, key);
  }
  await scrollTo(page, 40);
  await show(page, "2");
  assert.equal(await page.evaluate(() => scrollY), 40, "the texts' beginning is in sight anyway");
});

reader("the sentence that has the focus has it in the other view", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await settled(page);
  await page.evaluate(() => document.getElementById("a3").focus());
  await settled(page);
  const stood = await topOf(page, "a3");
  await show(page, "2");
  assert.equal(await page.evaluate(() => document.activeElement.id), "a3");
  near(await topOf(page, "a3"), stood, "it stands where it stood");
  await show(page, "1");
  assert.equal(await page.evaluate(() => document.activeElement.id), "a3");
});

reader("what is scrolled to or selected after the press is not undone, and Back leads back", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, KIEV));
  await settled(page);
  await page.getByRole("combobox", { name: /Second article/ }).selectOption(FIRM);
  await says(page, "b", FIRM);
  await page.getByText(/Overlap cannot show/).waitFor();
  await settled(page);
  await scrollTo(page, 800);
  // The next match, before the view that was asked for is there.
  await page.evaluate(() => {
    for (const key of ["2", "j"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await page.locator(`${PART.oneText} ${PART.selectedSentence}`).first().waitFor();
  await settled(page);
  assert.ok(await inSight(page.locator(`${PART.oneText} ${PART.selectedSentence}`).first()));
  await page.keyboard.press("Escape");
  await settled(page);
  const { id, top } = await reading(page);
  await show(page, "1");
  near(await topOf(page, id), top, "kept");
  await scrollTo(page, 1000);
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 1000, "nothing goes back to it");
  await show(page, "2");
  await page.goBack();
  await says(page, "b", KIEV);
  await page.locator(`${PART.sideBySide} ${PART.column}`).first().waitFor();
  assert.equal(query(page).view, undefined);
  await page.goForward();
  await says(page, "view", "one");
});

reader("what is pointed at low in the window comes into sight with its drawer, and nothing else moves the page", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const one = page.locator(PART.column).first().locator(`${PART.sentence}[role=button]`).nth(4);
  await settled(page);
  const put = (bottom) => one.evaluate((one, bottom) => scrollBy(0, one.getBoundingClientRect().bottom - bottom), bottom);
  const press = () => one.evaluate((one) => one.getClientRects()[0].toJSON()).then(({ left, top, height }) => page.mouse.click(left + 8, top + height / 2));
  const height = page.viewportSize().height;
  await put(height - 30);
  await press();
  await drawer(page).waitFor();
  await settled(page);
  const { y, height: high } = await drawer(page).boundingBox();
  assert.ok(y + high <= height && y + high > height - 60, `no further than it takes: the drawer ends at ${y + high}`);
  const { bottom } = await one.evaluate((one) => one.getBoundingClientRect().toJSON());
  assert.ok(bottom <= y, `the sentence ends at ${bottom}, the drawer begins at ${y}`);
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "hidden" });
  // High enough for its drawer.
  await put(height / 4);
  const before = await page.evaluate(() => scrollY);
  await press();
  await drawer(page).waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), before, "where there is room, nothing moves");
});

reader("on a phone, the answer to what is pointed at low in the window comes into sight", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, { screen: "phone", touch: true });
  const one = matched(page).nth(2);
  await settled(page);
  await one.evaluate((one) => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 10));
  const { left, top } = await one.evaluate((one) => one.getClientRects()[0].toJSON());
  await page.touchscreen.tap(left + 8, top + 8);
  await drawer(page).waitFor();
  await settled(page);
  const place = await drawer(page).boundingBox();
  const sentence = await one.evaluate((one) => one.getBoundingClientRect().toJSON());
  const bar = await page.locator(PART.bar).evaluate((bar) => bar.getBoundingClientRect().bottom);
  assert.ok(place.y + place.height <= page.viewportSize().height || sentence.top < bar + 40, `the answer ends at ${place.y + place.height}`);
  assert.ok(sentence.top >= bar, "and the sentence stays in sight");
});
