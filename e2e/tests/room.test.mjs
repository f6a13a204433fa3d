// For a room: large letters with a spotlight on what is selected, and a hand-out on paper.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { choose, column, drawer, finding, matched, more, pair, RECOGNITION, settled, SIGNS, until } from "../lib/pages.mjs";

const { reader } = await setUp();

/** A link as a QR code, written by another program. */
const EXPECTED = [
  "11111110101110000100101111111",
  "10000010010100001001001000001",
  "10111010010011011110001011101",
  "10111010110110111010001011101",
  "10111010101011101000001011101",
  "10000010111111110111001000001",
  "11111110101010101010101111111",
  "00000000111100100101100000000",
  "10001011100001110100011111001",
  "10010000101000000010111111111",
  "01110011111011110100111000001",
  "00100101000011000111111011011",
  "00110110100001001100110000010",
  "10110100010101111110101111111",
  "10010011000100010100100001101",
  "10011101011100100111111100011",
  "01111111000101110101110000010",
  "10100000101000011110001111011",
  "00101110110001111010001100101",
  "00010100010101000101001110011",
  "11010110011011010111111111001",
  "00000000111101111010100010001",
  "11111110101110010011101011101",
  "10000010001110101101100010010",
  "10111010101011101101111111000",
  "10111010001010011010000100001",
  "10111010010000110001110001111",
  "10000010010010110100100001011",
  "11111110110000011110101111010",
];

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
  await choose(column(page, "A").locator(".s[role=button]").first());
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

reader("the code of a link is the one that every reader of codes knows", async ({ visit }) => {
  const { page } = await visit();
  const { rows, long } = await page.evaluate(async () => {
    const { code } = await import("./qr.js");
    return { rows: code("https://example.org/?a=rain&b=snow").map((row) => row.join("")), long: code("x".repeat(667)) };
  });
  // Written by the npm package qrcode 1.5.4 (level M, bytes).
  assert.deepEqual(rows, EXPECTED);
  assert.equal(long, null);
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
