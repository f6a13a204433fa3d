// axe-core finds nothing on any page, in any view, light and dark, on a phone and on a desk.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { KNOWN, NOTHING, SUSPENDS, adjust, drawer, findings, known, more, pair, settled } from "../lib/pages.mjs";

const { reader } = await setUp();

const keys = async (page) => {
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
};
const counted = (page) => page.getByText("How this is counted").click();

const PAGES = [
  ["the library", ""],
  ["side by side", KNOWN.address, counted],
  ["a selected sentence", known(), (page) => drawer(page).waitFor()],
  ["one text, a selected sentence", known("view=one"), (page) => drawer(page).waitFor()],
  ["shared, a selected match", known("view=shared"), (page) => drawer(page).waitFor()],
];

/** What differs little by theme and width: looked at once. */
const MORE = [
  ["adjusting", KNOWN.address, adjust],
  ["the list of keys", KNOWN.address, keys],
  ["nothing shared", NOTHING],
  ["a notice and a choice", pair(SUSPENDS, "no-such-article")],
  ["several things that a link says wrongly", known("view=no&min=no&kinds=no")],
  ["one article on both sides", pair(SUSPENDS, SUSPENDS)],
];

const look = async (visit, pages, options) => {
  const { page } = await visit("", options);
  for (const [what, address, then] of pages) {
    if (address) {
      await page.evaluate((address) => location.assign(address), address);
      await page.waitForSelector("html[data-boot=done]");
    }
    await settled(page);
    await then?.(page);
    assert.deepEqual(await findings(page), [], what);
  }
};

for (const scheme of ["light", "dark"]) {
  for (const screen of ["phone", "desk"]) {
    reader(`axe finds nothing, ${scheme}, ${screen}`, async ({ visit }) => look(visit, PAGES, { scheme, screen }));
  }
}

reader("axe finds nothing in what is opened seldom", async ({ visit }) => look(visit, MORE, { scheme: "dark", screen: "desk" }));

reader("each page has one main heading, and its parts have names", async ({ visit }) => {
  for (const address of ["", KNOWN.address, "?page=compare"]) {
    const { page } = await visit(address);
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, address);
    for (const role of ["banner", "main", "contentinfo"]) assert.equal(await page.getByRole(role).count(), 1, `${role} on ${address}`);
    // The compare page has them in its menu.
    if (address) await more(page);
    assert.equal(await page.getByRole("navigation", { name: "Pages" }).getByRole("link").count(), 5);
  }
});
