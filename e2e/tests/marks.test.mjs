// What is marked in the texts: what differs, or the wording that both share; a legend says which, and the choice is remembered.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { column, finding, findings, more, pair, RECOGNITION, settled, SIGNS, until } from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, compareTwo } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

const switched = (page) => page.locator(PART.rail).getByRole("group", { name: "What is marked in the texts" });
const is = (page, name) => switched(page).getByRole("button", { name, exact: true }).getAttribute("aria-pressed");
const tinted = (page, selector) =>
  page.evaluate((selector) => {
    const ground = (one) => getComputedStyle(one).backgroundColor;
    return [...document.querySelectorAll(selector)].filter((one) => ground(one) !== "rgba(0, 0, 0, 0)").length;
  }, selector);

reader("where little is shared, shared wording is marked; the switch marks what differs, by keyboard, and is remembered", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION));
  await settled(page);
  assert.deepEqual([await is(page, "Differences"), await is(page, "Shared wording")], ["false", "true"]);
  const sentences = `${PART.column} ${PART.sentence}:is(${PART.verbatim}, ${PART.edited}, ${PART.related})`;
  assert.ok((await tinted(page, sentences)) > 0);
  assert.equal(await tinted(page, `${PART.column} ${PART.value}`), 0);
  await page.locator(`${PART.rail} ${PART.railKey}`).getByText("reworded").waitFor();
  await switched(page).getByRole("button", { name: "Differences" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(`${PART.rail} ${PART.railKey}`).getByText("only in one").waitFor();
  assert.equal(await tinted(page, sentences), 0);
  const values = await tinted(page, `${PART.column} ${PART.value}`);
  assert.ok(values > 0, `${values} are tinted`);
  // Never by colour alone: what is tinted is underlined, what both tell has a line.
  assert.ok(await page.evaluate(() => [...document.querySelectorAll(`${PART.column} ${PART.value}:not(${PART.clash} *)`)].every((one) => getComputedStyle(one).textDecorationLine.includes("underline"))));
  assert.ok(await page.evaluate((all) => [...document.querySelectorAll(all)].every((one) => getComputedStyle(one).borderBottomStyle === "solid"), sentences));
  assert.ok((await page.evaluate(() => [...document.querySelectorAll(`${PART.column} ${PART.paragraph}`)].filter((one) => getComputedStyle(one, "::before").borderInlineStartStyle === "solid").length)) > 0, "what one alone tells has a line beside it");
  assert.deepEqual(await findings(page), []);
  await page.reload();
  await finding(page).waitFor();
  await settled(page);
  assert.equal(await is(page, "Differences"), "true");
  // Without a rail the menu has the switch.
  await page.setViewportSize({ width: 1000, height: 800 });
  await more(page);
  const menu = page.locator(PART.tools).getByRole("group", { name: "What is marked in the texts" });
  await menu.getByRole("button", { name: "Shared wording" }).click();
  await until(page, "the texts follow", () => document.querySelector(`${PART.views}${PART.markingDifferences}`) === null);
});

reader("where much is shared, differences are marked from the start", async ({ visit }) => {
  for (const scheme of ["light", "dark"]) {
    const { page } = await visit(ADD, { scheme });
    await compareTwo(page, RAIN, NIGHT);
    await settled(page);
    assert.equal(await is(page, "Differences"), "true");
    assert.ok(await column(page, "A").isVisible());
    assert.deepEqual(await findings(page), []);
  }
});

reader("on paper no line of a match covers the line under the one above", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, RECOGNITION, "view=shared"));
  await page.locator(PART.card).first().waitFor();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll(`${PART.card} ${PART.quoted}`)].filter((one) => {
      const lines = [...one.getClientRects()];
      return lines.some((line, at) => at > 0 && line.top < lines[at - 1].bottom - 1 && line.top > lines[at - 1].top);
    }).length,
  );
  assert.equal(covered, 0);
});
