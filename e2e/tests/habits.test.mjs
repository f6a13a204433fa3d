// A reader's habits: the look, the keys, the width of the window, paper, less motion; and a browser that remembers nothing.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { KNOWN, NOTHING, SUSPENDS, adjust, choose, column, drawer, found, known, more, pair, query, says, sentence, settled, sticksOut, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const theme = (page) => page.getByRole("button", { name: /^Theme: / });
const keys = (page) => page.getByRole("dialog", { name: "Keys" });
const position = (page) => page.getByRole("group", { name: "From match to match" }).innerText();

reader("the theme can be chosen, and is remembered", async ({ visit }) => {
  const { page } = await visit("", { scheme: "light" });
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper(page);
  assert.notEqual(dark, light, "left alone, it is the system's");
  await theme(page).click();
  await page.getByRole("button", { name: "Theme: light" }).waitFor();
  assert.equal(await paper(page), light, "the reader's choice stands over the system's");
  await page.reload();
  await page.getByRole("button", { name: "Theme: light" }).waitFor();
  assert.equal(await paper(page), light, "the next time too");
  await theme(page).click();
  await page.getByRole("button", { name: "Theme: dark" }).waitFor();
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await paper(page), dark);
  await theme(page).click();
  await page.getByRole("button", { name: "Theme: as in the system" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Theme: as in the system" }).waitFor();
  assert.equal(await paper(page), light);
});

reader("the list of keys opens by key and by button, and closes", async ({ visit }) => {
  const { page } = await visit(known());
  await page.keyboard.press("?");
  await keys(page).waitFor();
  for (const what of ["Next match", "Previous match", "Copy the link to what you see", "Deselect the sentence"]) {
    assert.equal(await keys(page).getByText(what).isVisible(), true, what);
  }
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await keys(page).waitFor({ state: "hidden" });
  assert.equal(query(page).at, known().split("at=")[1], "a key pressed in the list is the list's alone");
  const button = page.getByRole("button", { name: "Keys and help" });
  await more(page);
  await button.click();
  await keys(page).getByRole("button", { name: "Close" }).click();
  await keys(page).waitFor({ state: "hidden" });
  await until(page, "the focus is back", () => document.activeElement.getAttribute("aria-label") === "Keys and help");
  await button.click();
  await keys(page).waitFor();
  assert.equal(await keys(page).evaluate((list) => list.contains(document.activeElement)), true, "the focus is in the list");
  await button.click();
  await keys(page).waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await keys(page).waitFor();
  for (const key of ["Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) await page.keyboard.press(key);
  await keys(page).waitFor({ state: "hidden" });
  await page.keyboard.press("?");
  await keys(page).waitFor();
  await page.mouse.click(20, 500);
  await keys(page).waitFor({ state: "hidden" });
});

reader("a browser that knows no popovers has the list of keys as a dialog", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, {
    before: (context) =>
      context.addInitScript(() => {
        for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"]) delete HTMLElement.prototype[name];
        const { matches, setAttribute } = Element.prototype;
        Element.prototype.matches = function (selector) {
          if (selector.includes("popover")) throw new SyntaxError(selector);
          return matches.call(this, selector);
        };
        Element.prototype.setAttribute = function (name, value) {
          if (!name.startsWith("popover")) setAttribute.call(this, name, value);
        };
      }),
  });
  for (const open of [() => page.keyboard.press("?"), () => more(page).then(() => page.getByRole("button", { name: "Keys and help" }).click())]) {
    await open();
    await keys(page).waitFor();
    await page.keyboard.press("Escape");
    await keys(page).waitFor({ state: "hidden" });
  }
});

reader("each key does what the list says", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  for (const [key, view] of [
    ["2", "one"],
    ["3", "shared"],
    ["1", undefined],
  ]) {
    await page.keyboard.press(key);
    await says(page, "view", view);
  }
  await page.keyboard.press("s");
  await says(page, "b", SUSPENDS);
  await page.keyboard.press("/");
  await until(page, "the first picker has the focus", () => document.activeElement.labels?.[0]?.textContent.startsWith("First article"));
  await page.keyboard.press("j");
  assert.equal(query(page).at, undefined, "a key pressed in a field is the field's");
});

reader("single keys can be turned off, and that is remembered", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const before = await position(page);
  await page.keyboard.press("?");
  await keys(page).getByRole("checkbox", { name: /Use single-key shortcuts/ }).uncheck();
  await page.keyboard.press("Escape");
  await keys(page).waitFor({ state: "hidden" });
  for (const time of ["at once", "the next time"]) {
    for (const key of ["j", "2", "s", "?"]) await page.keyboard.press(key);
    await settled(page);
    assert.equal(relative(page), KNOWN.address, time);
    assert.equal(await keys(page).isVisible(), false);
    assert.equal(await position(page), before);
    await choose(sentence(column(page, "A"), KNOWN.a));
    await drawer(page).waitFor();
    await page.keyboard.press("Escape");
    await says(page, "at", undefined);
    if (time === "at once") {
      await page.reload();
      await found(page).waitFor();
    }
  }
  await more(page);
  await page.getByRole("button", { name: "Keys and help" }).click();
  const tick = keys(page).getByRole("checkbox", { name: /Use single-key shortcuts/ });
  assert.equal(await tick.isChecked(), false);
  await tick.check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("2");
  await says(page, "view", "one");
});

const relative = (page) => new URL(page.url()).search;

const refusals = [
  [
    "refused",
    () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("no", "SecurityError");
        },
      }),
  ],
  ["missing", () => Object.defineProperty(window, "localStorage", { get: () => null })],
  [
    "full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "QuotaExceededError");
      };
    },
  ],
];
for (const [how, refuse] of refusals) {
  reader(`nothing breaks where storage is ${how}`, async ({ visit }) => {
    const { page } = await visit(KNOWN.address, { before: (context) => context.addInitScript(refuse), scheme: "dark" });
    const dark = await paper(page);
    await more(page);
    await theme(page).click();
    await until(page, "the theme changes all the same", (dark) => getComputedStyle(document.documentElement).backgroundColor !== dark, dark);
    await page.keyboard.press("?");
    await keys(page).getByRole("checkbox", { name: /Use single-key shortcuts/ }).uncheck();
    await page.keyboard.press("Escape");
    await adjust(page);
    await page.getByRole("checkbox", { name: /Keep the columns level/ }).check();
    await choose(sentence(column(page, "A"), KNOWN.a));
    await drawer(page).waitFor();
  });
}

reader("nothing sticks out of a window 360 pixels wide", async ({ visit }) => {
  const { page } = await visit("", { screen: "narrow", touch: true });
  const holds = async (what) => {
    await settled(page);
    assert.deepEqual(await sticksOut(page), [], what);
  };
  const go = async (address, what) => {
    await page.evaluate((address) => location.assign(address || location.pathname), address);
    await page.waitForSelector("html[data-boot=done]");
    await holds(what);
  };
  await holds("the library");
  await go(KNOWN.address, "side by side");
  await adjust(page);
  await holds("adjusting");
  await page.locator(`${PART.adjust} > summary`).click();
  await page.keyboard.press("Escape");
  await page.getByText("How this is counted").click();
  await holds("how it is counted");
  await more(page);
  await page.getByRole("button", { name: "Keys and help" }).click();
  await keys(page).waitFor();
  await holds("the list of keys");
  await go(known(), "a selected sentence");
  assert.equal(await drawer(page).isVisible(), true);
  await go(known("view=one"), "one text");
  await go(known("view=shared"), "shared");
  await go(NOTHING, "nothing shared");
  await go("?page=story", "a story");
  await page.locator(PART.finding).first().waitFor();
  await holds("a story that is told");
  await go(pair(SUSPENDS, `${"x".repeat(60)}`), "a notice with a long word");
  await go(pair(SUSPENDS, SUSPENDS), "one article on both sides");
});

reader("on a phone the counterpart opens under the sentence", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, { screen: "phone", touch: true });
  const a = sentence(column(page, "A"), KNOWN.a);
  await choose(a);
  await drawer(page).waitFor();
  assert.match(await drawer(page).textContent(), /Edited|Related/);
  await settled(page);
  const [above, below] = await Promise.all([a.boundingBox(), drawer(page).boundingBox()]);
  assert.ok(below.y >= above.y && below.y - (above.y + above.height) < 200, "under it, and near");
  assert.ok(below.width <= 390);
  await drawer(page).getByRole("button", { name: "Deselect" }).click();
  await drawer(page).waitFor({ state: "hidden" });
});

reader("on paper there are texts, figures and the link, and no controls", async ({ visit }) => {
  const { page } = await visit(known());
  await drawer(page).waitFor();
  await more(page);
  const controls = [
    page.locator(`${PART.bar} ${PART.barRow} ${PART.barCopy}`),
    page.getByRole("button", { name: "Swap the two articles" }),
    page.getByRole("button", { name: "Keys and help" }),
    page.locator(`${PART.bar} ${PART.barRow}`).getByRole("button", { name: "Side by side" }),
    page.getByRole("button", { name: "Deselect" }),
    page.getByRole("combobox", { name: /First article/ }),
    page.getByText("How sure is this?", { exact: true }),
    page.getByRole("navigation", { name: "Pages" }),
  ];
  for (const control of controls) assert.equal(await control.isVisible(), true, `${control} on the screen`);
  const link = page.getByText(/^http.*, printed on \d{4}-\d{2}-\d{2}$/);
  assert.equal(await link.isVisible(), false, "on the screen the address bar has it");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const control of controls) assert.equal(await control.isVisible(), false, `${control} on paper`);
  assert.equal(await link.isVisible(), true);
  assert.match(await link.textContent(), /&at=.*&d=/);
  for (const words of [KNOWN.a, KNOWN.b]) assert.equal(await sentence(page.getByRole("article"), words).isVisible(), true);
  const kind = await sentence(column(page, "A"), KNOWN.a).evaluate((element) => getComputedStyle(element, "::after").content);
  assert.match(kind, /edited|related/, "marks are in words too");
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  assert.match(ink, /rgb\(0, 0, 0\)/, "black on white, whatever the screen had");
});

reader("who asked for less motion sees none, others see what moves", async ({ visit }) => {
  const moves = (page) =>
    page.evaluate(() => {
      const seconds = (text) => Math.max(...text.split(",").map(Number.parseFloat));
      return [...document.querySelectorAll("body *")].some((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        return seconds(transitionDuration) > 0.01 || (animationName !== "none" && seconds(animationDuration) > 0.01);
      });
    });
  const { page: still } = await visit(KNOWN.address);
  const { page: lively } = await visit(KNOWN.address, { reducedMotion: "no-preference" });
  assert.equal(await moves(lively), true);
  assert.equal(await moves(still), false);
  await still.keyboard.press("k");
  await drawer(still).waitFor();
  await settled(still);
  const there = await still.evaluate(() => window.scrollY);
  assert.ok(there > 0);
  await settled(still);
  assert.equal(await still.evaluate(() => window.scrollY), there, "the page does not glide there");
});
