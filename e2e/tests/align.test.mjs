// Side by side: paragraphs that match begin at one height, and what is told in another place leaves a note.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { IDS, KIEV, KNOWN, pair, settled, SIGNS, SUSPENDS, until } from "../lib/pages.mjs";

const { reader } = await setUp();

/** Paragraphs of A and of B whose first matches are each other's, not moved and not folded, and how high each begins. */
const rows = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const a of document.querySelectorAll("#flow-A .s[data-to]:not(.moved)")) {
      const b = document.getElementById(`b${Number(/\d+$/.exec(a.dataset.to)[0]) - 1}`);
      if (!b || a.closest("details") || b.closest("details")) continue;
      const row = [a, b].map((one) => one.closest(".para"));
      if (found.some((other) => other.some((one, side) => one === row[side]))) continue;
      found.push(row);
    }
    return found.map((row) => row.map((one) => Math.round(one.getBoundingClientRect().top)));
  });

const notes = (page) => page.locator(".elsewhere").allInnerTexts();

/** Each two of the shipped articles. */
const PAIRS = IDS.flatMap((a, at) => IDS.slice(at + 1).map((b) => pair(a, b)));

reader("paragraphs that match begin at one height, at any width and in the other order", async ({ visit }) => {
  const seen = [];
  for (const address of [KNOWN.address, pair(SIGNS, SUSPENDS), pair(SUSPENDS, KIEV), pair(KIEV, SUSPENDS)]) {
    const { page } = await visit(address);
    await page.locator(".s[data-to]").first().waitFor();
    for (const width of [1440, 900]) {
      await page.setViewportSize({ width, height: 900 });
      await until(page, "both columns are laid out for this width", (width) => innerWidth === width && document.querySelector(".pages > .mid"), width);
      // Where it would take a hole in the text, more than about six lines, they stay where they are.
      const stand = ([a, b]) => Math.abs(a - b) <= 2 || Math.abs(a - b) > 170;
      let all = [];
      for (const end = Date.now() + 8000; Date.now() < end && !(all.length > 0 && all.every(stand)); ) {
        await settled(page);
        all = await rows(page);
      }
      assert.ok(all.length > 0 && all.every(stand), `${address} at ${width}: ${JSON.stringify(all)}`);
      seen.push(...all);
    }
  }
  const level = seen.filter(([a, b]) => Math.abs(a - b) <= 2);
  assert.ok(level.length > seen.length / 2, JSON.stringify(seen));
});

reader("what is told in another place leaves a note that leads there, and nothing in the articles' words", async ({ visit }) => {
  let seen = 0;
  for (const address of PAIRS) {
    const { page } = await visit(address);
    await page.locator("#main .finding").waitFor();
    await settled(page);
    const said = await notes(page);
    for (const note of said) assert.match(note, /^(Told (later|earlier), )¶ \d+(, (Told (later|earlier), )?¶ \d+)*$/);
    // One note for one place, which says to who points at it what is told there.
    assert.equal(await page.locator(".elsewhere + .elsewhere").count(), 0);
    assert.deepEqual(await page.locator(".elsewhere .link:not([title]), .elsewhere [title='']").count(), 0);
    if (said.length === 0) continue;
    seen += 1;
    const words = () => page.evaluate(() => document.querySelectorAll(".s .elsewhere, .para .elsewhere").length);
    assert.equal(await words(), 0);
    const link = page.locator(".elsewhere .link").first();
    const place = Number(/\d+/.exec(await link.innerText())[0]);
    const side = await link.evaluate((link) => link.closest(".flow").id);
    await link.click();
    await until(
      page,
      "the sentence is in hand and in sight",
      ([side, place]) => {
        const held = document.querySelector(`#${side} .s.selected`);
        if (!held) return false;
        const { top, bottom } = held.getBoundingClientRect();
        const all = [...document.querySelectorAll(`#${side} .text > :is(.para, details)`)];
        return top >= 0 && bottom <= innerHeight && all.indexOf(held.closest("details, .para")) === place - 1;
      },
      [side, place],
    );
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".elsewhere").first().isVisible(), false, "on paper both stand as they are");
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 390, height: 844 });
    await until(page, "one column has no notes", () => document.querySelectorAll(".elsewhere, .level-room").length === 0);
  }
  assert.ok(seen > 0, "some two of them tell something in another place");
});
