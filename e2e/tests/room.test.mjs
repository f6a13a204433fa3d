// For a room: large letters with a spotlight on what is selected, and a hand-out on paper.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import jsQR from "jsqr";
import { setUp } from "../lib/browser.mjs";
import { choose, column, drawer, finding, matched, more, pair, RECOGNITION, settled, SIGNS, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** The text of a code that is drawn as a path of unit squares, as jsQR reads it. */
const decoded = ({ edge, dark }) => {
  const scale = 4;
  const side = edge * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      const start = ((y * scale + dy) * side + x * scale) * 4;
      for (let i = start; i < start + scale * 4; i += 4) pixels.fill(0, i, i + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
};

reader("large letters are 24 pixels high, and what is not selected is dimmed", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  await settled(page);
  await more(page);
  const large = page.getByRole("button", { name: "Large letters and a spotlight" });
  await large.click();
  await large.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "More", "the menu no longer covers the text");
  await more(page);
  assert.equal(await large.getAttribute("aria-pressed"), "true");
  await page.keyboard.press("Escape");
  const one = matched(column(page, "A")).first();
  assert.equal(await one.evaluate((one) => getComputedStyle(one).fontSize), "24px");
  await choose(one);
  await drawer(page).waitFor();
  await settled(page);
  const [held, others] = await page.evaluate(() => {
    const dim = (one) => Number(getComputedStyle(one).opacity) < 1;
    return [[...document.querySelectorAll(`${PART.column} ${PART.selectedSentence}`)].filter(dim).length, [...document.querySelectorAll(`${PART.column} ${PART.sentence}:not(${PART.selected}, ${PART.kin})`)].every(dim)];
  });
  assert.deepEqual([held, others], [0, true]);
  await more(page);
  await large.click();
  assert.notEqual(await one.evaluate((one) => getComputedStyle(one).fontSize), "24px");
});

reader("the link can be shown as a code, which is fetched then and not before", async ({ visit, site }) => {
  const { page, seen } = await visit(pair(SIGNS, RECOGNITION));
  await settled(page);
  await more(page);
  const open = page.getByRole("button", { name: "QR code of the link" });
  const code = page.getByRole("img", { name: "QR code of the link" });
  assert.equal(seen.requests.filter((url) => url.endsWith("/qr.js")).length, 0);
  await open.click();
  await code.waitFor();
  assert.equal(await open.getAttribute("aria-expanded"), "true");
  const size = await code.evaluate((one) => [one.clientWidth, one.viewBox.baseVal.width]);
  assert.ok(size[0] > 200 && (size[1] - 8 - 17) % 4 === 0, `${size}`);
  await page.keyboard.press("Escape");
  // Another link, another code.
  await choose(column(page, "A").locator(`${PART.sentence}[role=button]`).first());
  await drawer(page).waitFor();
  await more(page);
  assert.equal(await code.isVisible(), false);
  const { page: other } = await visit(pair(SIGNS, RECOGNITION), { expected: [/404/, /qr\.js/] });
  site.spoil("qr.js", "missing");
  await settled(other);
  await more(other);
  await other.getByRole("button", { name: "QR code of the link" }).click();
  await other.getByText("The code could not be downloaded. Try again.").waitFor();
  site.mend();
});

reader("another program reads the link in its code", async ({ visit, site }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  await settled(page);
  await more(page);
  await page.getByRole("button", { name: "QR code of the link" }).click();
  const drawn = await page.getByRole("img", { name: "QR code of the link" }).evaluate((one) => ({ edge: one.viewBox.baseVal.width, dark: one.querySelector("path").getAttribute("d") }));
  // The link names what the articles said when it was made (`d`).
  assert.equal(decoded(drawn).replace(/&d=\w+$/, ""), page.url());
  const [most, over] = await page.evaluate(async () => {
    const { draw } = await import("./qr.js");
    return [draw("x".repeat(666), ""), draw("x".repeat(667), "")].map((one) => one && { edge: one.viewBox.baseVal.width, dark: one.querySelector("path").getAttribute("d") });
  });
  assert.equal(decoded(most), "x".repeat(666));
  assert.equal(over, null);
});

test("the library that makes codes is the package's own file", () => {
  const [copy, own] = ["../../assets/lean-qr/lean-qr.js", "../../node_modules/lean-qr/index.mjs"].map((file) => readFileSync(new URL(file, import.meta.url), "utf8"));
  assert.equal(copy, own);
});

reader("a hand-out has the finding, the legend and room for answers on one page, and the answers on the next", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION), { before: (context) => context.addInitScript(() => (window.print = () => (window.printed = document.documentElement.matches(PART.asHandOut)))) });
  await settled(page);
  await more(page);
  await page.getByRole("button", { name: "Print a handout" }).click();
  assert.equal(await page.evaluate(() => window.printed), true);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await settled(page);
  for (const there of [finding(page), page.locator(`${PART.rail} ${PART.railKey}`), page.locator(`${PART.differs} ${PART.difference}`).first(), page.locator(`${PART.answers} ${PART.differenceWords}`).first()]) {
    assert.equal(await there.isVisible(), true, `${there}`);
  }
  for (const gone of [page.locator(`${PART.differs} ${PART.differenceWords}`).first(), page.locator(PART.column).first(), page.locator(`${PART.rail} ${PART.railMarks}`)]) assert.equal(await gone.isVisible(), false, `${gone}`);
  const inks = await finding(page).locator("q").evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
  assert.ok(inks.length >= 2 && inks.every((ink) => ink === "rgba(0, 0, 0, 0)"), `the finding gives no answer away: ${inks}`);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await until(page, "it is a page as others again", () => !document.documentElement.matches(PART.asHandOut));
  assert.equal(await column(page, "A").isVisible(), true);
  assert.equal(await page.locator(PART.answers).isVisible(), false);
  const { page: phone } = await visit(pair(SIGNS, RECOGNITION), { screen: "phone" });
  await phone.emulateMedia({ media: "print" });
  assert.equal(await phone.locator(`${PART.rail} ${PART.railKey}`).isVisible(), true, "paper has the legend, whatever the window's width");
});
