// Small windows: a phone, a phone turned on its side, a desk enlarged, large letters. What is opened can be read there, covers
// no control, and leads everywhere that a desk does.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { FIRM, IDS, KNOWN, NOTHING, SUSPENDS, adjust, choose, column, drawer, findings, known, pair, query, says, sentence, settled, sticksOut, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();
// Letters twice as large as usual, as a reader sets them in the browser.
const { reader: large } = await setUp({ flags: ["--blink-settings=defaultFontSize=32"] });

const PHONE = { screen: "phone", touch: true };
const LOW = [
  { width: 844, height: 390 },
  { width: 720, height: 450 },
];
const box = (element) => element.evaluate((element) => element.getBoundingClientRect().toJSON());
const next = (page) => page.getByRole("button", { name: "Next match" });
const announced = (page, what) => until(page, `“${what}” is said`, (what) => document.querySelector(PART.voice).textContent.includes(what), what);

reader("among the cards of a phone, what is selected opens in its card", async ({ visit }) => {
  for (const width of [390, 599]) {
    const { page } = await visit(pair(SUSPENDS, FIRM, "view=shared"), PHONE);
    await page.setViewportSize({ width, height: 844 });
    await next(page).click();
    await until(page, "it stands in the card", () => document.querySelector(`${PART.card}${PART.selected} > ${PART.drawer}`) !== null);
    await next(page).click();
    await until(page, "it goes along", () => document.querySelector(`#m1${PART.selected} > ${PART.drawer}`) !== null);
    await settled(page);
    const [card, inside] = [await box(page.locator(`${PART.card}${PART.selected}`)), await box(drawer(page))];
    assert.ok(inside.left >= card.left && inside.right <= card.right && inside.bottom <= card.bottom, `inside of the card at ${width}`);
    assert.ok((await box(drawer(page).locator(PART.slip))).width > width * 0.6, "it has the card's width");
    assert.deepEqual(await findings(page), []);
    await drawer(page).getByRole("button", { name: "Deselect" }).click();
    await drawer(page).waitFor({ state: "hidden" });
    await until(page, "the focus stays at the card", () => document.activeElement.id === "m1");
  }
});

reader("on a phone, a sentence without a counterpart is not repeated under itself, and nothing lies over the words", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, PHONE);
  await choose(sentence(column(page, "A"), KNOWN.alone));
  await drawer(page).getByText("No counterpart").waitFor();
  await settled(page);
  assert.doesNotMatch(await drawer(page).innerText(), /Medvedev toured/);
  const close = await box(drawer(page).getByRole("button", { name: "Deselect" }));
  const words = await drawer(page).evaluate((drawer) =>
    [...drawer.querySelectorAll(`${PART.kind}, ${PART.line}`)].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      return range.getBoundingClientRect().toJSON();
    }),
  );
  for (const { right, top } of words) assert.ok(right <= close.left || top >= close.bottom, "the button stands beside the words");
});

reader("on a phone, what the bar opens is a sheet at the window's foot", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, PHONE);
  await settled(page);
  for (const name of ["menu"]) {
    const drop = page.locator(PART[name]);
    const before = await page.evaluate(() => window.scrollY);
    for (const how of ["button", "key", "beside"]) {
      await drop.locator("> summary").click();
      const close = drop.locator(`> ${PART.panel} > ${PART.panelHead}`).getByRole("button", { name: "Close" });
      await close.waitFor();
      const { top, bottom } = await box(drop.locator(`> ${PART.panel}`));
      assert.ok(Math.abs(bottom - 844) <= 1 && top > 250, `${name}: from ${top} to ${bottom}`);
      if (how === "button") assert.deepEqual(await findings(page), []);
      if (how === "button") await close.click();
      else if (how === "key") await page.keyboard.press("Escape");
      else await page.touchscreen.tap(60, 230);
      await until(page, `${name} is closed by ${how}`, (name) => !document.querySelector(PART[name]).open, name);
    }
    assert.equal(await page.evaluate(() => window.scrollY), before, "nothing jumps");
  }
});

reader("at a desk, what the bar opens ends in the window, wherever the bar stands", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await adjust(page);
  const ends = () => page.locator(PART.menuPanel).evaluate((pop) => pop.getBoundingClientRect().bottom);
  assert.ok((await ends()) <= 900);
  await page.mouse.move(200, 800);
  await page.mouse.wheel(0, 600);
  await until(page, "the page is scrolled", () => scrollY > 100);
  assert.ok((await ends()) <= 900);
});

reader("on a phone, the second article is read by going on from the first", async ({ visit }) => {
  const { page } = await visit(known(), PHONE);
  await drawer(page).waitFor();
  const other = page.getByRole("region", { name: /^Cooperation with Ukraine: / });
  assert.match(await other.innerText(), /\d+ of the \d+ sentences of Cooperation with Ukraine have no counterpart in Cooperation with Russia\./);
  await other.getByRole("button", { name: "Read Cooperation with Ukraine" }).click();
  await says(page, "a", FIRM);
  assert.equal(query(page).b, SUSPENDS);
  assert.equal(query(page).at, undefined);
  await sentence(column(page, "A"), KNOWN.b).waitFor();
  await until(page, "the focus is on its title", () => document.activeElement.id === "a-title");
  await announced(page, "The two articles have changed places.");
  await settled(page);
  const { top, bottom } = await box(page.locator("#a-title"));
  assert.ok(top >= 0 && bottom < 500, "its beginning is in sight");
  assert.deepEqual(await findings(page), []);
  const desk = await visit(KNOWN.address);
  await column(desk.page, "B").waitFor();
  assert.equal(await desk.page.getByRole("button", { name: /^Read / }).count(), 0);
});

reader("on a phone, the links of head and foot are as large as a thumb", async ({ visit }) => {
  for (const screen of ["phone", "narrow"]) {
    const { page } = await visit("", { screen, touch: true });
    await settled(page);
    const links = page.locator(`${PART.head} a, ${PART.head} button, ${PART.foot} a`);
    assert.ok((await links.count()) > 8);
    for (const link of await links.all()) {
      const { width, height, top } = await box(link);
      assert.ok(width >= 44 && height >= 44, `${await link.innerText()}: ${width} by ${height}`);
      if (await link.evaluate((link) => link.closest(PART.pageLinks) !== null)) assert.ok(top < 60, "all pages stand on one row");
    }
  }
});

reader("no pair sticks out of a phone, in any view and either order", async ({ visit }) => {
  const { page } = await visit("", PHONE);
  const wide = [];
  for (const a of IDS) {
    for (const b of IDS.filter((id) => id !== a)) {
      // One text has remarks that hang on the order; the others are the same words in other places.
      for (const view of a < b ? ["side", "one", "shared"] : ["one"]) {
        const address = pair(a, b, `view=${view}`);
        await page.evaluate((address) => location.assign(address), address);
        await page.waitForSelector("html[data-boot=done]");
        await settled(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 390) wide.push(`${address}: ${width}`);
      }
    }
  }
  assert.deepEqual(wide, []);
});

reader("on a phone the text begins in the first half of the window", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, PHONE);
  await settled(page);
  const { top: begins, left } = await page.evaluate(() => document.querySelector(PART.sentence).getClientRects()[0].toJSON());
  const bar = await page.locator(PART.finding).evaluate((bar) => bar.getBoundingClientRect().left);
  assert.ok(left >= bar, `the text stands at ${left}, and shows beside the bar at ${bar}`);
  assert.ok(begins <= 320, `the first sentence stands at ${begins}`);
});

reader("in a low window, nothing lies over the texts", async ({ visit }) => {
  for (const size of LOW) {
    const { page } = await visit(known());
    await page.setViewportSize(size);
    await drawer(page).waitFor();
    await settled(page);
    const over = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((one) => getComputedStyle(one).position === "fixed" && one.checkVisibility()).map((one) => one.className));
    assert.deepEqual(over, []);
    assert.deepEqual(await sticksOut(page), []);
    await adjust(page);
    await settled(page);
    const { top, bottom, left } = await box(page.locator(PART.menuPanel));
    assert.ok(top >= 0 && bottom <= size.height && left > size.width * 0.4, "the panel stands beside the text");
    const covered = await page.locator(PART.menuPanel).evaluate((pop) => {
      const { left, right, bottom } = pop.getBoundingClientRect();
      return !pop.contains(document.elementFromPoint((left + right) / 2, bottom - 20));
    });
    assert.equal(covered, false, "nothing lies over it");
    await page.keyboard.press("Escape");
  }
});

reader("how far a comparison is covers no control", async ({ visit, site }) => {
  for (const screen of ["phone", "desk"]) {
    await site.spoil(/^crossread-(heavy|light).*\.wasm$/, "silent");
    const { page } = await visit(pair(SUSPENDS, FIRM, "min=7&strict=strict"), { screen });
    const said = page.locator(PART.underWay);
    await said.waitFor();
    const { top, bottom, left, right } = await box(said);
    const controls = await page.evaluate(() =>
      [...document.querySelectorAll(`${PART.bar} a, ${PART.bar} select, ${PART.bar} button, ${PART.bar} summary`)].map((control) => control.getBoundingClientRect().toJSON()),
    );
    assert.ok(controls.length >= 5);
    const under = controls.filter((control) => control.width > 0 && control.top < bottom && control.bottom > top && control.left < right && control.right > left);
    assert.deepEqual(under, [], screen);
    await page.evaluate(() => scrollTo(0, 500));
    const scrolled = await box(said);
    assert.ok(scrolled.top >= 0 && scrolled.bottom < 300, "it stays in sight");
    await page.getByRole("button", { name: "Cancel" }).click();
    await site.mend();
  }
});

reader("the sign of a fold stands beside its words", async ({ visit }) => {
  for (const screen of ["phone", "desk"]) {
    const { page } = await visit(KNOWN.address, { screen });
    const fold = page.locator(`${PART.fold} > summary`).first();
    await fold.waitFor();
    const apart = await fold.evaluate((summary) => {
      const inside = summary.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(summary).paddingTop);
      return summary.querySelector(PART.teaser).getBoundingClientRect().top - inside;
    });
    assert.ok(Math.abs(apart) < 12, `${screen}: the words stand ${apart} below the sign`);
  }
});

large("nothing sticks out of a phone where letters are twice as large", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, PHONE);
  const holds = async (what) => {
    await settled(page);
    assert.deepEqual(await sticksOut(page), [], what);
  };
  const go = async (address, what) => {
    await page.evaluate((address) => location.assign(address), address);
    await page.waitForSelector(`html[data-boot=done], ${PART.how}`);
    await holds(what);
  };
  await holds("side by side");
  await adjust(page);
  await holds("adjusting");
  await page.keyboard.press("Escape");
  await go(known(), "a selected sentence");
  const room = await page.evaluate(() => {
    const { top } = document.querySelector(PART.selectedSentence).getClientRects()[0];
    const { bottom } = document.querySelector(PART.bar).getBoundingClientRect();
    return [top, bottom];
  });
  assert.ok(room[0] >= Math.max(0, room[1]) && room[0] < 500, `the sentence stands at ${room[0]}, the controls end at ${room[1]}`);
  await go(known("view=one"), "one text");
  await go(known("view=shared"), "shared");
  await go(NOTHING, "nothing shared");
  await go("?", "library");
  await go("?page=add", "adding");
  await go("how.html", "how it works");
});
