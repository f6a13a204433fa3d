// The drawer: what is selected opens under its sentence and covers nothing, in the sources' names, one at a time.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  choose,
  column,
  drawer,
  findings,
  FIRM,
  found,
  KIEV,
  KNOWN,
  known,
  matched,
  pair,
  RECOGNITION,
  says,
  sentence,
  sentences,
  settled,
  SIGNS,
  sticksOut,
  SUSPENDS,
  toTheMiddle,
  until,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

const WINDOWS = [
  [1440, 900],
  [1024, 768],
  [683, 900],
  [390, 844],
];

/** What the drawer covers: words of the texts, bands at the window's edge, cards of the rail. */
const covered = (page) =>
  page.evaluate(() => {
    const slip = document.querySelector(`${PART.drawer} > ${PART.slip}`);
    const own = slip.getBoundingClientRect();
    const over = (rect) => rect.width > 1 && rect.left < own.right - 1 && rect.right > own.left + 1 && rect.top < own.bottom - 1 && rect.bottom > own.top + 1;
    const texts = [...document.querySelectorAll(`${PART.column} ${PART.sentence}, ${PART.oneText} ${PART.sentence}, ${PART.headline}, ${PART.known}, ${PART.card} blockquote:not(${PART.drawer} *)`)];
    const rails = [...document.querySelectorAll(`${PART.rail} ${PART.railInner}`)].filter((rail) => getComputedStyle(rail).position === "sticky");
    return [...texts, ...rails].filter((one) => one.checkVisibility() && [...one.getClientRects()].some(over)).map((one) => one.textContent.slice(0, 60));
  });

const signs = (page) => sentence(column(page, "A"), "We have seen some signs");

for (const scheme of ["light", "dark"]) {
  reader(`it opens under the sentence and covers nothing, at any width (${scheme})`, async ({ visit }) => {
    for (const [width, height] of WINDOWS) {
      for (const more of ["", "view=one", "view=shared"]) {
        const { page } = await visit(known(more), { scheme });
        await page.setViewportSize({ width, height });
        await drawer(page).waitFor();
        await settled(page);
        const where = `${width} ${more}`;
        assert.deepEqual(await covered(page), [], where);
        const stands = await page.evaluate(() => {
          const drawer = document.querySelector("#drawer");
          return { fixed: getComputedStyle(drawer).position === "fixed", isUnder: drawer.previousElementSibling?.matches(PART.selectedSentence) };
        });
        assert.equal(stands.fixed, false, where);
        if (more !== "view=shared") assert.equal(stands.isUnder, true, where);
        assert.deepEqual(await sticksOut(page), [], where);
      }
    }
  });
}

reader("about two sentences it is as wide as both columns, whichever was chosen, and below both of them", async ({ visit }) => {
  for (const [width, height] of WINDOWS.slice(0, 3)) {
    const { page } = await visit(pair(SIGNS, SUSPENDS));
    await page.setViewportSize({ width, height });
    await settled(page);
    const count = await matched(column(page, "B")).count();
    for (const [letter, nth] of [["A", 0], ["A", 1], ["B", 0], ["B", count - 1]]) {
      await choose(matched(column(page, letter)).nth(nth));
      await drawer(page).waitFor();
      await settled(page);
      await until(page, "both stand level", () => {
        const [a, b] = [...document.querySelectorAll(PART.selectedSentence)].map((one) => one.getClientRects()[0].top);
        return Math.abs(a - b) <= 2;
      });
      const at = await page.evaluate(() => {
        const box = (one) => one.getBoundingClientRect().toJSON();
        return { slip: box(document.querySelector(`${PART.drawer} > ${PART.slip}`)), columns: [...document.querySelectorAll(PART.column)].map(box), hands: [...document.querySelectorAll(PART.selectedSentence)].map(box) };
      });
      const where = `${width}, sentence ${nth} of ${letter}`;
      assert.ok(Math.abs(at.slip.left - at.columns[0].left) <= 2 && Math.abs(at.slip.right - at.columns[1].right) <= 2, `${where}: from ${at.slip.left} to ${at.slip.right}`);
      const ends = Math.max(...at.hands.map(({ bottom }) => bottom));
      assert.ok(at.slip.top >= ends && at.slip.top < ends + 40, `${where}: it begins at ${at.slip.top}, the sentences end at ${ends}`);
      assert.deepEqual(await covered(page), [], where);
      await page.keyboard.press("Escape");
      await says(page, "at", undefined);
    }
  }
});

reader("one is open at a time; the sentence that is pressed stays where it is, and a second press closes it", async ({ visit }) => {
  for (const screen of ["desk", "phone"]) {
    const { page } = await visit(pair(SIGNS, SUSPENDS), { screen });
    await settled(page);
    const [first, last] = [matched(column(page, "A")).first(), matched(column(page, "A")).last()];
    await choose(first);
    await drawer(page).waitFor();
    await settled(page);
    await toTheMiddle(last);
    await settled(page);
    const line = (one) => one.evaluate((one) => one.getClientRects()[0].toJSON());
    const before = await line(last);
    await page.mouse.click(before.left + 8, before.top + before.height / 2);
    await until(page, "it went along", () => document.querySelector(`${PART.selectedSentence} + ${PART.drawer}`)?.previousElementSibling.matches(`${PART.sentence}[aria-pressed=true]`));
    await says(page, "at", await page.evaluate(() => new URL(location.href).searchParams.get("at")));
    await settled(page);
    assert.equal(await page.locator(PART.drawer).count(), 1);
    const after = await line(last);
    // It gives way only as far as the drawer takes to come into sight.
    assert.ok(after.top <= before.top + 2, `${screen}: it stood at ${before.top} and stands at ${after.top}`);
    assert.ok(after.top > 40, `${screen}: it is in sight`);
    const { top, left, height } = after;
    await page.mouse.click(left + 8, top + height / 2);
    await drawer(page).waitFor({ state: "hidden" });
    await says(page, "at", undefined);
    await settled(page);
    assert.ok(Math.abs((await line(last)).top - top) <= 2, `${screen}: closing moves nothing above it`);
  }
});

reader("of two that tell it in other words it shows the other sentence, shared words bold; of two reworded what changed", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, FIRM));
  await settled(page);
  const kinds = { related: 0, edited: 0 };
  for (const [kind] of Object.entries(kinds)) {
    const all = column(page, "A").locator(`${PART.sentence}${PART[kind]}`);
    for (let nth = 0; nth < (await all.count()); nth += 1) {
      await choose(all.nth(nth));
      await drawer(page).getByText(kind === "related" ? /^Related/ : /^Edited/).first().waitFor();
      const [changed, bold] = await Promise.all([drawer(page).locator("del, ins").count(), drawer(page).locator(`${PART.answer} ${PART.passage}`).filter({ visible: true }).count()]);
      assert.ok(kind === "related" ? changed === 0 && bold > 0 : changed > 0 && bold === 0, `${kind}: ${changed} changes, ${bold} in bold`);
      // The first reason has no figure in it; those come after, when they are asked for.
      const [first] = await drawer(page).locator(`${PART.why} > ${PART.line}`).allInnerTexts();
      assert.doesNotMatch(first, /\d/);
      assert.equal(await drawer(page).getByText(/^Score 0\.\d+: /).isVisible(), false);
      await drawer(page).getByText("Why this is a match").click();
      assert.equal(await drawer(page).getByText(/^Score 0\.\d+: /).isVisible(), true);
      kinds[kind] += 1;
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "hidden" });
    }
  }
  assert.ok(kinds.related > 0 && kinds.edited > 0, JSON.stringify(kinds));
});

reader("no source is called A or B, in what is selected, in what is read aloud and in what is copied", async ({ visit }) => {
  for (const [a, b] of [[SUSPENDS, KIEV], [SIGNS, RECOGNITION]]) {
    const { page, context } = await visit(pair(a, b));
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await settled(page);
    const letters = /(^|[\s“(])[AB](’s)?(?=[\s,.:;)]|$)/;
    const said = () => page.locator(PART.voice).textContent();
    const texts = [];
    for (const all of [sentences(column(page, "A")), sentences(column(page, "B"))]) {
      for (let nth = 0; nth < Math.min(6, await all.count()); nth += 1) {
        await all.nth(nth).evaluate((one) => one.click());
        await drawer(page).waitFor();
        await settled(page);
        // Of the texts themselves a word may be one letter.
        texts.push(await drawer(page).evaluate((one) => {
          const copy = one.cloneNode(true);
          for (const words of copy.querySelectorAll(`blockquote p, ${PART.quote}, ${PART.differenceWords}, ${PART.diff}`)) words.remove();
          return copy.textContent;
        }));
        texts.push((await said()).replace(/“[^”]*”/g, ""));
        await page.keyboard.press("Escape");
      }
    }
    assert.ok(texts.length > 12);
    for (const text of texts) assert.doesNotMatch(text, letters);
    await page.getByRole("button", { name: "Next match" }).click();
    await drawer(page).getByRole("button", { name: "Copy quotation" }).click();
    assert.doesNotMatch(await page.evaluate(() => navigator.clipboard.readText()), /^[AB]:/m);
    for (const view of ["one", "shared"]) {
      await page.keyboard.press(view === "one" ? "2" : "3");
      await says(page, "view", view);
      await settled(page);
      const heard = await page.locator(`${PART.oneText} ${PART.aloud}, ${PART.oneText} ${PART.tag}, ${PART.card} header, ${PART.passages} ${PART.note}`).allTextContents();
      assert.ok(heard.length > 0);
      for (const text of heard) assert.doesNotMatch(text, letters, view);
    }
  }
});

reader("choosing announces the other sentence and what differs in it", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, SUSPENDS));
  await settled(page);
  await choose(signs(page));
  await drawer(page).waitFor();
  const other = await page.evaluate(() => document.querySelector(`#flow-B ${PART.selectedSentence}`).lastChild.textContent.trim().slice(0, 30));
  const said = await page.locator(PART.voice).textContent();
  assert.match(said, /^Match \d+ of \d+\. /);
  assert.ok(said.includes(other), `${said} has ${other}`);
});

reader("axe finds nothing in what is open: a match, a sentence without one, two that are none", async ({ visit }) => {
  for (const [scheme, screen] of [["light", "desk"], ["dark", "desk"], ["light", "phone"], ["dark", "tablet"]]) {
    const { page } = await visit(pair(SIGNS, SUSPENDS), { scheme, screen });
    await settled(page);
    await choose(signs(page));
    await drawer(page).getByRole("button", { name: "Not the same" }).waitFor();
    await settled(page);
    assert.deepEqual(await findings(page), [], `a match, ${scheme}, ${screen}`);
    await choose(column(page, "A").locator(`${PART.sentence}:not([role=button], ${PART.greyed})`).first());
    await drawer(page).getByText("No counterpart", { exact: true }).waitFor();
    await settled(page);
    assert.deepEqual(await findings(page), [], `none, ${scheme}, ${screen}`);
    await drawer(page).locator(`${PART.closest} ${PART.quote}`).first().click();
    await drawer(page).getByText("Not a match").waitFor();
    await settled(page);
    assert.deepEqual(await findings(page), [], `no match, ${scheme}, ${screen}`);
  }
});

reader("what the current view does not show opens before the texts, with its own words", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, FIRM));
  await choose(sentence(column(page, "A"), KNOWN.alone));
  await drawer(page).getByText("No counterpart", { exact: true }).waitFor();
  await page.keyboard.press("3");
  await page.locator(PART.onlyShared).waitFor();
  await until(page, "it stands before the texts", () => document.querySelector(`#drawer-home > ${PART.drawer}${PART.drawerAtHome}`) !== null);
  await settled(page);
  assert.match(await drawer(page).innerText(), /Medvedev toured a hospital/);
  const [own, texts] = await Promise.all([drawer(page).boundingBox(), page.locator(PART.onlyShared).boundingBox()]);
  assert.ok(own.y + own.height <= texts.y + 1);
  assert.ok(await found(page).isVisible());
});
