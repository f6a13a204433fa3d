// What differs leads the compare page: in the sources' own words, under their names, what clashes first; each leads to its match.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  column,
  drawer,
  finding,
  findings,
  inSight,
  NOTHING,
  pair,
  RECOGNITION,
  says,
  sentence,
  settled,
  SIGNS,
  sticksOut,
  top,
  until,
} from "../lib/pages.mjs";
import { ADD, compareTwo } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** Two texts that clash over a number and a denial; one of them says when. */
const TROOPS = {
  title: "Troops at the border.",
  text: "Troops at the border.\n\nNobody slept. NATO says that 40,000 Russian troops stand at the border with Ukraine. The bridge over the river was closed to all traffic on Monday, said the mayor.",
};
const BRIDGE = {
  title: "The bridge is open.",
  text: "The bridge is open.\n\nNATO says that 100,000 Russian troops now stand at the border with Ukraine. It rained all night. The bridge over the river was not closed to all traffic, said the mayor.",
};

const differs = (page) => page.getByRole("region", { name: "What differs" });
const cards = (page) => differs(page).locator(PART.difference);
const selected = (page) => drawer(page).getByRole("list", { name: "What differs in it" });

reader("one sentence says what both tell and where they clash most; what differs stands beside the texts, clashes first", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page, TROOPS, BRIDGE);
  assert.match(
    await finding(page).innerText(),
    /^Both tell two things\. On “Russian troops”, “Troops at the border”: 40,000\s+≠[\s;]+“The bridge is open”: 100,000\.$/,
  );
  const names = await cards(page).evaluateAll((all) => all.map((one) => one.textContent));
  assert.deepEqual(names, [
    "Number: Russian troops. Tb“Troops at the border”: 40,000. Bo“The bridge is open”: 100,000. ≠ differs",
    "Denial: bridge over the river. Tb“Troops at the border”: was closed. Bo“The bridge is open”: was not closed. ≠ differs",
    "Date: bridge over the river. Tb“Troops at the border”: Monday. – only in “Troops at the border”",
  ]);
  await page.getByRole("button", { name: /^Number: Russian troops\W+Troops at the border\W+40,000\W+The bridge is open\W+100,000\W+differs$/ }).waitFor();
  const tops = await Promise.all([finding(page), column(page, "A"), page.getByText("How this is counted")].map(top));
  assert.deepEqual(tops, [...tops].sort((one, other) => one - other), "the sentence, the texts, the figures");
  const [rail, right] = await Promise.all([differs(page), column(page, "B")].map((one) => one.boundingBox()));
  assert.ok(rail.x >= right.x + right.width && rail.y < 900, "what differs stands beside them");
});

reader("a difference takes its selected match by keyboard, levels the columns, and stands beside what changed", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page, TROOPS, BRIDGE);
  await settled(page);
  const first = cards(page).first();
  assert.equal(await first.getAttribute("aria-pressed"), "false");
  await first.focus();
  await page.keyboard.press("Enter");
  await drawer(page).waitFor();
  await until(page, "the address names it", () => new URL(location.href).searchParams.has("at"));
  await settled(page);
  const [a, b] = [sentence(column(page, "A"), "40,000"), sentence(column(page, "B"), "100,000")];
  await until(page, "both stand level", () => {
    const [a, b] = [...document.querySelectorAll(PART.selectedSentence)].map((one) => one.getClientRects()[0].top);
    return Math.abs(a - b) <= 2;
  });
  assert.ok(await inSight(a));
  assert.ok(await inSight(b));
  assert.equal(await first.getAttribute("aria-pressed"), "true");
  assert.match((await selected(page).innerText()).replace(/\s+/g, " "), /Number: Russian troops.*40,000.*100,000.*≠ differs/);
  await page.keyboard.press("Escape");
  await says(page, "at", undefined);
  assert.equal(await first.getAttribute("aria-pressed"), "false");
});

reader("a handful is shown, and all of them when asked for, on a desk and on a phone, in both themes", async ({ visit }) => {
  for (const [screen, scheme] of [["desk", "light"], ["phone", "dark"]]) {
    const { page } = await visit(pair(SIGNS, RECOGNITION), { screen, scheme });
    await differs(page).waitFor();
    await settled(page);
    const seen = () => cards(page).filter({ visible: true }).count();
    assert.equal(await seen(), 8, screen);
    const all = differs(page).getByText(/^Show all \d+$/);
    const total = Number(/\d+/.exec(await all.innerText())[0]);
    assert.ok(total > 8);
    await all.focus();
    await page.keyboard.press("Enter");
    await differs(page).getByText("Show fewer").waitFor();
    assert.equal(await seen(), total);
    assert.match(await differs(page).textContent(), /EmbassyPages/);
    assert.match(await differs(page).textContent(), /Luhansk regions/);
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await findings(page), [], screen);
    await cards(page).first().click();
    await drawer(page).waitFor();
    await settled(page);
    const ofOne = await selected(page).getByRole("listitem").count();
    assert.ok(ofOne >= 1 && ofOne < total, "those of the selected match alone");
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await findings(page), [], `${screen}, selected`);
  }
});

reader("where nothing differs or nothing is shared, no list says so", async ({ visit }) => {
  const { page: none } = await visit(NOTHING);
  assert.match(await finding(none).innerText(), /^Cooperation with Russia and Luhansk regions have no sentence and no passage in common/);
  assert.equal(await differs(none).count(), 0);
  const { page } = await visit(ADD);
  await compareTwo(page, TROOPS, { title: "The same again.", text: TROOPS.text.replace(TROOPS.title, "The same again.") });
  assert.match(await finding(page).innerText(), /^Both tell .* without a clash/);
  assert.equal(await differs(page).count(), 0);
});
