// For a room: large letters with a spotlight on what is selected, and a hand-out on paper.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { choose, column, drawer, finding, matched, more, pair, RECOGNITION, settled, SIGNS, until } from "../lib/pages.mjs";

const { reader } = await setUp();

reader("large letters are 24 pixels high, and what is not selected is dimmed", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  await settled(page);
  await more(page);
  const large = page.getByRole("button", { name: "Large letters and a spotlight" });
  await large.click();
  assert.equal(await large.getAttribute("aria-pressed"), "true");
  await page.keyboard.press("Escape");
  const one = matched(column(page, "A")).first();
  assert.equal(await one.evaluate((one) => getComputedStyle(one).fontSize), "24px");
  await choose(one);
  await drawer(page).waitFor();
  await settled(page);
  const [held, others] = await page.evaluate(() => {
    const dim = (one) => Number(getComputedStyle(one).opacity) < 1;
    return [[...document.querySelectorAll(".column .s.selected")].filter(dim).length, [...document.querySelectorAll(".column .s:not(.selected, .kin)")].every(dim)];
  });
  assert.deepEqual([held, others], [0, true]);
  await more(page);
  await large.click();
  assert.notEqual(await one.evaluate((one) => getComputedStyle(one).fontSize), "24px");
});

reader("a hand-out has the finding, the legend and room for answers on one page, and the answers on the next", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION), { before: (context) => context.addInitScript(() => (window.print = () => (window.printed = document.documentElement.className))) });
  await settled(page);
  await more(page);
  await page.getByRole("button", { name: "Print a hand-out" }).click();
  assert.match(await page.evaluate(() => window.printed), /hand-out/);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await settled(page);
  for (const there of [finding(page), page.locator(".rail .key"), page.locator(".differs .differ").first(), page.locator(".answers .differ-words").first()]) {
    assert.equal(await there.isVisible(), true, `${there}`);
  }
  for (const gone of [page.locator(".differs .differ-words").first(), page.locator(".column").first(), page.locator(".rail .marks")]) assert.equal(await gone.isVisible(), false, `${gone}`);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await until(page, "it is a page as others again", () => !document.documentElement.classList.contains("hand-out"));
  assert.equal(await column(page, "A").isVisible(), true);
  assert.equal(await page.locator(".answers").isVisible(), false);
  const { page: phone } = await visit(pair(SIGNS, RECOGNITION), { screen: "phone" });
  await phone.emulateMedia({ media: "print" });
  assert.equal(await phone.locator(".rail .key").isVisible(), true, "paper has the legend, whatever the window's width");
});
