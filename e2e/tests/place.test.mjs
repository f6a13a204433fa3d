// The reader's place on the compare page: what has the focus is never hidden.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { dock, known, settled } from "../lib/pages.mjs";

const { reader } = await setUp();

/** What has the focus, and what of it lies under the bar or the dock, in pixels; nothing where it is higher than what is free. */
const hidden = (page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const { top, bottom, height } = focused.getBoundingClientRect();
    const bar = [...document.querySelectorAll(".bar, .tools")].find((part) => getComputedStyle(part).position === "sticky" && part.getClientRects().length > 0);
    const lower = document.querySelector(".dock:not(.under, .gone)")?.getBoundingClientRect().top ?? innerHeight;
    const upper = bar?.getBoundingClientRect().bottom ?? 0;
    const over = height > lower - upper ? 0 : Math.max(upper - top, bottom - lower, 0);
    return { what: `${focused.tagName} ${focused.id} ${focused.textContent.slice(0, 40)}`, over };
  });

for (const [name, more] of [["side by side", ""], ["one text", "view=one"]]) {
  reader(`the arrows lead to no sentence behind the bar or the dock (${name})`, async ({ visit }) => {
    const { page } = await visit(known(more));
    await dock(page).waitFor();
    await settled(page);
    await page.evaluate(() => document.querySelector(".s.hand").focus());
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

reader("Tab leads to nothing behind the bar or the dock", async ({ visit }) => {
  for (const more of ["", "view=one", "view=shared"]) {
    const { page } = await visit(known(more));
    await dock(page).waitFor();
    await settled(page);
    await page.evaluate(() => document.querySelector(".by summary, .single, .card .link").focus());
    const covered = [];
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let step = 0; step < 14; step += 1) {
        await page.keyboard.press(key);
        // The dock and what stands outside of the texts look after themselves.
        if (!(await page.evaluate(() => document.activeElement.closest(".pages, .single, .shared") !== null))) break;
        // What stands above an article is out of the sheet where its column is shifted up, wherever the window is.
        if (await page.evaluate(() => document.activeElement.closest(".column .by") !== null)) continue;
        const { what, over } = await hidden(page);
        if (over > 0) covered.push(`${key}: ${over} px of ${what}`);
      }
    }
    assert.deepEqual(covered, [], more);
  }
});

reader("a dock that was opened wider hides nothing either", async ({ visit }) => {
  const { page } = await visit(known());
  await dock(page).waitFor();
  await settled(page);
  const before = (await dock(page).boundingBox()).height;
  await dock(page).getByText("Why this is a match").click();
  await settled(page);
  assert.ok((await dock(page).boundingBox()).height > before);
  await page.evaluate(() => document.querySelector(".s.hand").focus());
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press("ArrowDown");
    const { what, over } = await hidden(page);
    assert.equal(over, 0, what);
  }
});
