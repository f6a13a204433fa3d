// Comparing: the views, a selected sentence, from match to match, and what can be adjusted.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  adjust,
  article,
  choose,
  column,
  counting,
  drawer,
  finding,
  FIRM,
  found,
  inSight,
  KNOWN,
  known,
  more,
  NOTHING,
  query,
  says,
  sentence,
  sentences,
  settled,
  SIGNS,
  SUSPENDS,
  top,
  toTheMiddle,
  until,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

const both = (page) => [sentence(column(page, "A"), KNOWN.a), sentence(column(page, "B"), KNOWN.b)];
const view = (page, name) => page.getByRole("group", { name: "View" }).getByRole("button", { name });
const pressed = (button) => button.getAttribute("aria-pressed");

reader("a pair says in words and figures what it shares, how that is counted, and what it cannot show", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await counting(page).getByText(/Overlap cannot show/).waitFor();
  assert.match(await finding(page).innerText(), /^Both tell \w+ things?\. On .*, Cooperation with Russia: .*\s[≠≈]\s[^]*Cooperation with Ukraine: /);
  assert.equal(/%/.test(await found(page).innerText()), false, "no figure of overlap stands before the texts");
  const said = await counting(page).innerText();
  assert.match(said, /Of Cooperation with Russia’s own text, \d+% is in Cooperation with Ukraine; of Cooperation with Ukraine’s, \d+% is in Cooperation with Russia/);
  assert.match(said, /Overlap cannot show who copied whom/);
  const table = counting(page).getByRole("table");
  assert.equal(await table.isVisible(), false);
  await page.getByText("How this is counted").click();
  assert.equal(await table.isVisible(), true);
  assert.ok((await table.getByRole("row").count()) > 3);
});

reader("swapping turns the pair round, and its figures with it", async ({ visit }) => {
  const { page } = await visit(known());
  const shares = async () => /text, (\d+)% is in [^;]*; of [^,]*, (\d+)%/.exec(await counting(page).innerText()).slice(1);
  const before = await shares();
  const at = query(page).at.split(".");
  await page.getByRole("button", { name: "Swap the two articles" }).click();
  await sentence(column(page, "A"), KNOWN.b).waitFor();
  assert.deepEqual(await shares(), before.reverse());
  assert.deepEqual(query(page), { a: FIRM, b: SUSPENDS, at: at.reverse().join(".") });
  await drawer(page).waitFor();
  assert.equal(await pressed(sentence(column(page, "B"), KNOWN.a)), "true", "what is selected stays selected");
});

reader("the pickers change the pair", async ({ visit }) => {
  const { page } = await visit(known());
  const second = page.getByRole("combobox", { name: /Second article/ });
  await second.selectOption(SIGNS);
  await says(page, "b", SIGNS);
  await column(page, "B").getByText("NATO sees ‘some signs’").first().waitFor();
  assert.equal(query(page).at, undefined, "what was selected belonged to the other pair");
  await second.selectOption(SUSPENDS);
  await says(page, "b", SUSPENDS);
  assert.equal(query(page).a, SIGNS, "the article of the other side changes places");
});

/** How far up the sentence went that was chosen: no further than it takes for its drawer to end in sight. */
async function gaveWay(page, stood, stands) {
  const { y, height } = await drawer(page).boundingBox();
  const moved = stood - stands;
  const needed = Math.max(0, y + height + moved + 16 - page.viewportSize().height);
  assert.ok(Math.abs(moved - needed) <= 3, `it stood at ${stood} and stands at ${stands}, its drawer ends at ${y + height}`);
  return moved;
}

reader("choosing a sentence brings its counterpart level with it, and Escape puts it back", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const [a, b] = both(page);
  await toTheMiddle(a);
  await settled(page);
  const stood = { a: await top(a), b: await top(b) };
  // Their paragraphs begin at one height, and they stand on other lines.
  assert.ok(Math.abs(stood.a - stood.b) > 20, "they do not stand level by themselves");
  await choose(a);
  await drawer(page).waitFor();
  await settled(page);
  assert.ok(Math.abs((await top(a)) - (await top(b))) <= 2, "both stand level");
  const moved = await gaveWay(page, stood.a, await top(a));
  assert.deepEqual([await pressed(a), await pressed(b)], ["true", "true"]);
  assert.ok(query(page).at, "the address names it");
  await page.keyboard.press("Escape");
  await says(page, "at", undefined);
  await settled(page);
  assert.equal(await drawer(page).isVisible(), false);
  assert.ok(Math.abs((await top(b)) - stood.b + moved) <= 2, "the other column is back");
  assert.deepEqual([await pressed(a), await pressed(b)], ["false", "false"]);
});

reader("choosing a sentence of B shifts A", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const [a, b] = both(page);
  await toTheMiddle(b);
  await settled(page);
  const stood = await top(b);
  await choose(b);
  await drawer(page).waitFor();
  await settled(page);
  assert.ok(Math.abs((await top(a)) - (await top(b))) <= 2);
  await gaveWay(page, stood, await top(b));
  await choose(b);
  await says(page, "at", undefined);
});

reader("what changed, and why it is a match, stands under the selected sentence", async ({ visit }) => {
  const { page } = await visit(known());
  await drawer(page).waitFor();
  const said = await drawer(page).textContent();
  assert.match(said, /Edited|Related/);
  assert.match(said, /sentence \d+ of Cooperation with Russia, \d+ of Cooperation with Ukraine/);
  assert.match(said, /\d\.\d+/, "its score");
  assert.match(said, /do not recognize/);
  assert.match((await drawer(page).getByRole("deletion").allTextContents()).join(" "), /only in Cooperation with Russia:.*They said they/);
  assert.match((await drawer(page).getByRole("insertion").allTextContents()).join(" "), /only in Cooperation with Ukraine:.*We/);
  await drawer(page).getByRole("button", { name: "Deselect" }).click();
  await says(page, "at", undefined);
  await drawer(page).waitFor({ state: "hidden" });
});

reader("a sentence without a counterpart says so", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const alone = sentence(column(page, "A"), KNOWN.alone);
  await choose(alone);
  await drawer(page).getByText("No counterpart").waitFor();
  assert.match(await drawer(page).textContent(), /No sentence of Cooperation with Ukraine is close enough/);
  assert.match(query(page).at, /^\d+\.$/);
});

reader("next and previous go through the matches, by button and by key", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const group = page.getByRole("group", { name: "From match to match" });
  const total = Number(/^(\d+) match/.exec((await group.innerText()).trim())[1]);
  assert.ok(total >= 2);
  const stands = (number) => group.getByText(`${number} of ${total}`).waitFor();
  await group.getByRole("button", { name: "Next match" }).click();
  await stands(1);
  const first = query(page).at;
  await page.keyboard.press("j");
  await stands(2);
  assert.notEqual(query(page).at, first);
  await page.keyboard.press("n");
  await stands(Math.min(3, total));
  await page.keyboard.press("k");
  await stands(Math.min(3, total) - 1);
  await group.getByRole("button", { name: "Previous match" }).click();
  await page.keyboard.press("p");
  await stands(1);
  await settled(page);
  assert.ok(await inSight(page.getByRole("button", { pressed: true }).and(sentences(page)).first()));
  assert.equal(query(page).at, first);
  await page.keyboard.press("k");
  await page.getByText("There is no match before this one.").waitFor({ state: "attached" });
});

reader("matches are marked by kind in words too, not by colour alone", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await settled(page);
  for (const one of both(page)) {
    assert.equal(await one.getAttribute("role"), "button");
    assert.match(await one.textContent(), /^(verbatim|edited|related).*, sentences? \d+(, \d+)*( and \d+)? of (Cooperation with Russia|Cooperation with Ukraine): /);
    const lined = await one.evaluate((element) => {
      const { textDecorationLine, borderBottomStyle, backgroundImage, boxShadow } = getComputedStyle(element);
      return textDecorationLine !== "none" || borderBottomStyle !== "none" || backgroundImage !== "none" || boxShadow !== "none";
    });
    assert.ok(lined, "a line, as well as a tint");
  }
});

reader("the keyboard alone selects a sentence, reads what changed, and lets go", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await settled(page);
  const [a] = both(page);
  await a.focus();
  await page.keyboard.press("Enter");
  await drawer(page).waitFor();
  await says(page, "at", known().split("at=")[1]);
  await page.keyboard.press("Enter");
  await until(page, "the focus is in the drawer", () => document.activeElement.closest("#drawer") !== null);
  await page.keyboard.press("Escape");
  await says(page, "at", undefined);
  await until(page, "the focus is back on a sentence", () => document.activeElement.matches(PART.sentence));
  await page.keyboard.press("ArrowDown");
  await until(page, "the arrow leads to the sentence after it", () => document.activeElement.matches(PART.sentence) && !document.activeElement.textContent.includes("do not recognize"));
});

reader("one text shows what changed in place, and what stands in one alone", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await view(page, "One text").click();
  await says(page, "view", "one");
  const text = page.getByRole("article", { name: "Both articles as one text" });
  const changed = sentence(text, "do not recognize");
  await changed.getByRole("deletion").first().waitFor();
  assert.ok((await changed.getByRole("insertion").count()) >= 1);
  await text.getByText(KNOWN.alone).first().waitFor();
  await text.getByText("Is NATO finally putting their money where their mouth is?").waitFor();
  await choose(changed);
  await drawer(page).waitFor();
  assert.ok(query(page).at);
  await page.keyboard.press("1");
  await says(page, "view", undefined);
  await settled(page);
  assert.ok(await inSight(both(page)[0]), "what is selected is before the eyes in the other view too");
});

reader("one text begins with which two it is of, and ends with how to read it", async ({ visit }) => {
  for (const screen of ["desk", "phone"]) {
    const { page } = await visit(`${KNOWN.address}&view=one`, { screen });
    const text = page.getByRole("article", { name: "Both articles as one text" });
    await text.waitFor();
    for (const [name, letters, id] of [["Cooperation with Russia", "Cr", SUSPENDS], ["Cooperation with Ukraine", "Cu", FIRM]]) {
      const title = page.getByRole("heading", { name: `${name}: ${article(id).title}` });
      assert.ok(await title.isVisible(), `${screen}: ${name} is named`);
      // Its letters are seen as well.
      assert.ok(await page.locator(`${PART.oneText} ${PART.byline} ${PART.disc}`).filter({ hasText: letters }).isVisible(), `${screen}: its letters are seen`);
      assert.ok((await title.boundingBox()).y < (await text.boundingBox()).y, `${screen}: above the text`);
    }
    const legend = page.locator(`${PART.oneText} ${PART.legendLine}`);
    assert.equal(await text.getAttribute("aria-describedby"), await legend.getAttribute("id"), "it is heard where the text begins");
    const how = await legend.innerText();
    for (const sign of [/^In the order of Cooperation with Russia/, /square/, /− marks words that only Cooperation with Russia has/, /\+ words that only Cooperation with Ukraine has/, /marked Cu/]) assert.match(how, sign);
    // What stands first is B's alone, and says so.
    assert.match(await text.locator(PART.paragraph).first().evaluate((para) => getComputedStyle(para, "::before").content), /Cu/);
  }
});

reader("shared shows each match as two quotations, and the passages", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await page.keyboard.press("3");
  await says(page, "view", "shared");
  assert.equal(await pressed(view(page, "Shared")), "true");
  const matches = page.getByRole("region", { name: "Matches" });
  const card = matches.getByRole("listitem").filter({ has: page.locator(PART.quoted, { hasText: KNOWN.a }) }).filter({ hasText: KNOWN.b });
  // The view comes once the press has been seen.
  await card.first().waitFor();
  assert.equal(await card.count(), 1);
  assert.match(await card.getByRole("blockquote").nth(1).textContent(), new RegExp(KNOWN.b));
  assert.match(await card.getByRole("heading").textContent(), /Edited|Related/);
  await card.getByText("What changed").click();
  assert.ok(await card.getByRole("deletion").first().isVisible());
  const passages = page.getByRole("region", { name: "Passages" });
  assert.ok((await passages.getByRole("listitem").count()) >= 1);
  await passages.getByText("to return to compliance with international law").first().waitFor();
  await card.getByRole("button", { name: "See it in the texts" }).click();
  await says(page, "view", undefined);
  await drawer(page).waitFor();
  await settled(page);
  assert.ok(await inSight(both(page)[0]));
});

reader("kinds of match can be hidden", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await settled(page);
  await more(page);
  // The sentence is matched with one that it rewords, and with another about the same thing.
  const kinds = page.getByRole("group", { name: "Kinds of match shown" });
  for (const kind of ["Edited", "Related"]) await kinds.getByRole("button", { name: kind }).click();
  await until(page, "the sentence is no longer marked", (words) => [...document.querySelectorAll(PART.sentence)].find((one) => one.textContent.includes(words)).getAttribute("role") === null, KNOWN.a);
  assert.ok(!/edited|related/.test(query(page).kinds));
  for (const kind of ["Edited", "Related"]) await kinds.getByRole("button", { name: kind }).click();
  await says(page, "kinds", undefined);
});

reader("repeats and furniture are folded, greyed and labelled, and one switch brings them back", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const folds = page.getByRole("article").getByRole("group").filter({ hasText: /repeat|caption/ });
  const label = page.getByText(/repeat · \d+ sentences/);
  await label.waitFor();
  const twin = sentences(column(page, "A")).filter({ hasText: KNOWN.a }).nth(1);
  assert.equal(await twin.isVisible(), false, "the second telling is folded");
  await label.click();
  assert.equal(await twin.isVisible(), true, "and can be unfolded");
  const ink = (element) => element.evaluate((element) => getComputedStyle(element).color);
  assert.notEqual(await ink(twin), await ink(sentence(column(page, "A"), KNOWN.alone)), "it is greyed");
  assert.ok((await folds.count()) >= 1);

  const before = await counting(page).innerText();
  await adjust(page);
  const back = page.getByRole("checkbox", { name: /Repeats and furniture/ });
  await back.check();
  await says(page, "text", "all");
  await label.waitFor({ state: "hidden" });
  assert.equal(await twin.isVisible(), true);
  assert.equal(await ink(twin).then((it) => it.length > 0), true);
  assert.notEqual(await counting(page).innerText(), before, "the figures count them in");
  await back.uncheck();
  await says(page, "text", undefined);
  assert.equal(await counting(page).innerText(), before);
});

reader("a repeat that is selected says what it is", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await page.getByText(/repeat · \d+ sentences/).click();
  await choose(sentences(column(page, "A")).filter({ hasText: KNOWN.a }).nth(1));
  await drawer(page).getByText("Repeat", { exact: true }).waitFor();
  assert.match(await drawer(page).textContent(), /has said this before/);
});

reader("the shortest passage can be changed, and the address says so", async ({ visit }) => {
  const { page } = await visit(`${KNOWN.address}&view=shared`);
  const passages = page.getByRole("region", { name: "Passages" });
  const rows = passages.locator("ol > li");
  const usual = await rows.count();
  await adjust(page);
  const slider = page.getByRole("slider", { name: /^Shortest passage/ });
  await slider.focus();
  await page.keyboard.press("Home");
  await says(page, "min", "3");
  await passages.getByText("a run of 3 or more").waitFor();
  const many = await rows.count();
  assert.ok(many > usual, `${many} passages of three words and more, ${usual} of five`);
  await page.keyboard.press("End");
  await says(page, "min", "12");
  await passages.getByText("a run of 12 or more").waitFor();
  assert.ok((await rows.count()) < many);
});

reader("strictness changes what counts as a match, as it said it would, and the address says so", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  const order = page.getByRole("group", { name: "From match to match" });
  const count = async () => Number(/^(\d+) match/.exec((await order.innerText()).trim())[1]);
  const usual = await count();
  await adjust(page);
  const strict = page.getByRole("group", { name: "How strict a match is" });
  assert.equal(await strict.getByRole("radio", { name: /^normal/ }).isChecked(), true);
  // What each step would change, a worker works out when the panel is opened.
  const strictest = strict.locator("label").filter({ hasText: /^strictest/ });
  await strictest.filter({ hasText: /fewer/ }).waitFor();
  const promised = await strictest.innerText();
  const fewer = Number(/(\d+) match(es)? fewer/.exec(promised)[1]);
  await strict.getByRole("radio", { name: /^strictest/ }).check();
  await says(page, "strict", "strictest");
  await order.getByText(new RegExp(`^${usual - fewer} match`)).waitFor();
  assert.match(await found(page).innerText(), /^Both tell /m);
});

reader("a pair that shares nothing says so, and what was looked for", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  await found(page).getByText(/Looked for/).waitFor();
  const said = await found(page).innerText();
  assert.match(said, /have no sentence and no passage in common/);
  assert.match(said, /Looked for: sentences that are the same/);
  assert.match(said, /five or more words/);
  await page.getByRole("button", { name: "Read them side by side anyway" }).click();
  assert.equal(await page.getByRole("button", { name: "Next match" }).isDisabled(), true);
  for (const name of ["One text", "Shared", "Side by side"]) {
    await view(page, name).click();
    await page.getByText(name === "Shared" ? "No sentence of Cooperation with Russia has a counterpart in Luhansk regions." : KNOWN.alone).first().waitFor();
  }
});
