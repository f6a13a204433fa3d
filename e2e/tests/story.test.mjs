// Several articles as one story: who tells which claim, in whose words, and what stands in one article alone.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { FIRM, IDS, KIEV, RECOGNITION, SIGNS, SUSPENDS, article, drawer, findings, found, query, says, sentence, sticksOut, turnTo, until } from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, keep } from "../lib/own.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const STORY = "?page=story";
const of = (...ids) => `${STORY}&of=${ids.join(".")}`;

const region = (page, name) => page.getByRole("region", { name });
const claims = (page) => page.locator(".claim");
const claim = (page, words) => claims(page).filter({ hasText: words }).first();
const choose = (page) => page.getByText(/^Articles in this story/).click();
const tick = (page, id) => page.getByRole("checkbox", { name: article(id).title.slice(0, 30) });
/** Waits until the finding says this. */
const finds = (page, pattern) => found(page).getByText(pattern).first().waitFor();

/** The ids of the articles that a story has by its table, in their order. */
const tellers = async (page) => {
  const titles = await region(page, "Who tells what").getByRole("rowheader").locator(".title").allInnerTexts();
  return titles.map((title) => IDS.find((id) => article(id).title.startsWith(title.replace(/…$/, "").trim())));
};

reader("the navigation leads from the first program to the story of all articles", async ({ visit }) => {
  const { page, seen } = await visit();
  assert.equal(seen.requests.some((url) => /crossread-own-.*wasm/.test(url)), false, "the library does without it");
  await turnTo(page, "Story");
  await page.getByRole("heading", { level: 1, name: "Five articles as one story" }).waitFor();
  await finds(page, /of the five articles/);
  assert.deepEqual(query(page), { page: "story" });
  assert.deepEqual(await tellers(page), IDS);
  assert.match(await page.title(), /^Story.*Crossread$/);
  assert.equal(await page.getByRole("navigation").getByRole("link", { name: "Story" }).getAttribute("aria-current"), "page");
  await page.goBack();
  await region(page, "Five articles").getByRole("link", { name: "Read them all as one story" }).click();
  await finds(page, /of the five articles/);
});

reader("a claim stands there with its sentences, each with its letter, its kind in words and its source", async ({ visit }) => {
  const { page } = await visit(STORY);
  const crimea = claim(page, "We do not recognize Russia");
  await crimea.waitFor();
  const letters = new Map(IDS.map((id, at) => [id, "ABCDE"[at]]));
  assert.match(await crimea.getByRole("heading").innerText(), new RegExp(`In ${letters.get(FIRM)} and ${letters.get(SUSPENDS)}; not in`));
  for (const [id, words] of [
    [FIRM, "We do not recognize Russia"],
    [SUSPENDS, "They said they do not recognize Russia"],
  ]) {
    const said = crimea.getByRole("listitem").filter({ has: page.locator(".s", { hasText: words }) });
    assert.ok(article(id).text.includes(await said.locator(".s").innerText()), "the sentence as the article has it");
    const all = await said.innerText();
    assert.ok(all.startsWith(letters.get(id)), all);
    assert.match(all, /Edited/);
    assert.match(all, /publisher not stated/);
  }
  // Every sentence that is shown stands in the article whose letter it bears.
  for (const said of await page.locator(".sayings > li").all()) {
    const id = IDS["ABCDE".indexOf(await said.locator(".letter").innerText())];
    assert.ok(article(id).text.includes(await said.locator(".s").innerText()), id);
  }
});

reader("the table and the claims say the same of who tells what", async ({ visit }) => {
  const { page } = await visit(STORY);
  await claims(page).first().waitFor();
  const table = region(page, "Who tells what").getByRole("table");
  const rows = await table.locator("tbody tr").all();
  const drawn = [];
  for (const row of rows) drawn.push(await row.locator("td.tells .aloud").allTextContents());
  const layouts = await table.locator("td, th").evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).display))]);
  assert.deepEqual(layouts, ["table-cell"], "no other part of the site lays its cells out");
  const number = await claims(page).count();
  assert.equal(drawn[0].length, Math.min(number, 12));
  for (let at = 0; at < drawn[0].length; at += 1) {
    const told = await claims(page).nth(at).locator("> .sayings .letter").allInnerTexts();
    const by = "ABCDE".split("").filter((_, row) => drawn[row][at] === "tells it");
    assert.deepEqual([...new Set(told)], by, `claim ${at + 1}`);
  }
  await table.getByRole("columnheader").getByRole("link").nth(1).press("Enter");
  assert.equal(await claims(page).nth(1).evaluate((one) => one === document.activeElement), true, "a number leads to its claim");
  assert.equal(new URL(page.url()).hash, "");
});

reader("what stands in one article alone is counted and can be read", async ({ visit }) => {
  const { page } = await visit(STORY);
  const alone = region(page, "In one article alone");
  await alone.waitFor();
  let sum = 0;
  for (const [at, one] of (await alone.locator(".alone > li").all()).entries()) {
    const [, number, all] = /(\d+) of (\d+) sentences/.exec(await one.innerText());
    if (number === "0") {
      assert.equal(await one.getByText("Read them").count(), 0);
      continue;
    }
    await one.getByText("Read them").click();
    const listed = await one.locator("ol li").allInnerTexts();
    assert.equal(listed.length, Number(number));
    assert.ok(Number(number) <= Number(all));
    for (const text of listed) assert.ok(article(IDS[at]).text.replaceAll(/\s+/g, " ").includes(text.replaceAll(/\s+/g, " ")), text);
    sum += listed.length;
  }
  assert.match(await found(page).innerText(), new RegExp(`The other ${sum} sentences stand in one article alone`));
});

reader("what an article leaves out is chosen by a link, and listed with who tells it", async ({ visit }) => {
  const { page } = await visit(STORY);
  const section = region(page, "What one article leaves out");
  await section.waitFor();
  assert.equal(await section.locator(".omissions > li").count(), 0);
  const choice = (at) => section.getByRole("link", { name: new RegExp(`^What ${"ABCDE"[at]} leaves out`) });
  const listed = section.locator(".omissions > li");
  await choice(2).press("Enter");
  await says(page, "without", IDS[2]);
  await section.getByRole("status").getByText(/^C leaves out \d+ of \d+ claims/).waitFor();
  assert.equal(await choice(2).getAttribute("aria-current"), "true");
  assert.equal(await choice(2).evaluate((one) => one === document.activeElement), true, "the focus stays");
  const number = await listed.count();
  assert.ok(number > 0);
  const told = [];
  for (const one of await listed.all()) {
    const by = /Told by ([A-E ,and]+)/.exec(await one.innerText())[1].match(/[A-E]/g);
    assert.ok(!by.includes("C"), by.join());
    told.push(by.length);
    const letter = await one.locator(".said .letter").first().innerText();
    const text = await one.locator(".said p").first().innerText();
    assert.ok(article(IDS["ABCDE".indexOf(letter)]).text.includes(text), text);
  }
  assert.deepEqual(told, [...told].sort((a, b) => b - a), "what most tell comes first");
  await listed.first().getByRole("link", { name: /^Claim \d+$/ }).press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("claim")), true, "it leads to its claim");
  await page.reload();
  await listed.first().waitFor();
  assert.equal(await listed.count(), number, "the link says which");
  await choice(2).click();
  await says(page, "without", undefined);
  assert.equal(await listed.count(), 0, "a second press takes it back");
  assert.deepEqual(await findings(page), []);
});

reader("a link leads to both texts with that match in hand", async ({ visit }) => {
  const { page } = await visit(STORY);
  await claim(page, "We do not recognize Russia").getByRole("link", { name: /^sentence \d+ of [A-E], \d+ of [A-E]: edited$/ }).click();
  await drawer(page).waitFor();
  const { a, b, page: none } = query(page);
  assert.deepEqual([a, b, none], [FIRM, SUSPENDS, undefined]);
  for (const words of ["We do not recognize Russia", "They said they do not recognize Russia"]) {
    assert.equal(await sentence(page, words).getAttribute("aria-pressed"), "true", words);
  }
  await page.goBack();
  await finds(page, /of the five articles/);
});

reader("the address names the articles, and what it names wrongly is said", async ({ visit }) => {
  const { page } = await visit(of(SUSPENDS, FIRM));
  await finds(page, /both articles/);
  assert.deepEqual(await tellers(page), [SUSPENDS, FIRM]);
  assert.equal(await page.locator(".notice").count(), 0);
  const { page: other } = await visit(of(SUSPENDS, "no-such-article", FIRM, SIGNS));
  await other.getByText("This link asks for an article called ‘no-such-article’").waitFor();
  await finds(other, /of the three articles|all three articles/);
  assert.deepEqual(await tellers(other), [SUSPENDS, FIRM, SIGNS]);
  const { page: few } = await visit(of(SUSPENDS, "own-elsewhere"));
  await few.getByText("A text of this story was kept in another browser").waitFor();
  await few.getByText("only one is here").waitFor();
  await few.getByText("Choose two articles or more above").waitFor();
});

reader("what a story is told by is chosen on the page, and Back takes it back", async ({ visit }) => {
  const { page } = await visit(STORY);
  await finds(page, /of the five articles/);
  await choose(page);
  for (const id of IDS) assert.equal(await tick(page, id).isChecked(), true);
  await tick(page, RECOGNITION).click();
  await finds(page, /of the four articles/);
  await says(page, "of", IDS.filter((id) => id !== RECOGNITION).join("."));
  assert.equal(await tick(page, RECOGNITION).evaluate((one) => one === document.activeElement), true, "the focus stays");
  await page.getByText("Articles in this story: four of five").waitFor();
  await tick(page, KIEV).press("Space");
  await page.getByRole("heading", { level: 1, name: "Three articles" }).waitFor();
  await page.goBack();
  await finds(page, /of the four articles/);
  assert.equal(await tick(page, KIEV).isChecked(), true);
  await page.goBack();
  await finds(page, /of the five articles/);
  await says(page, "of", undefined);
  for (const id of IDS) await tick(page, id).click();
  await page.getByText("Choose two articles or more above").waitFor();
  await tick(page, IDS[0]).click();
  await tick(page, IDS[1]).click();
  await finds(page, /both articles/);
});

reader("a looser step finds more, and the address keeps it", async ({ visit }) => {
  const { page } = await visit(STORY);
  await claims(page).first().waitFor();
  const finding = page.locator(".finding");
  const looser = page.getByRole("link", { name: "Look more loosely" });
  for (const step of ["loose", "loosest"]) {
    const before = await finding.innerText();
    await looser.click();
    await says(page, "strict", step);
    await page.getByText(`Strictness: ${step}.`).waitFor();
    await until(page, "it finds otherwise", (before) => document.querySelector(".finding").innerText !== before, before);
  }
  const found = await finding.innerText();
  assert.equal(await looser.isVisible(), false, "there is no looser step");
  await page.reload();
  await claims(page).first().waitFor();
  assert.equal(await finding.innerText(), found);
  // The pair is compared as loosely, so that the link holds.
  await claims(page).last().getByRole("link").first().click();
  await drawer(page).waitFor();
  assert.equal(query(page).strict, "loosest");
});

reader("articles that share nothing are said to, and what to try", async ({ visit }) => {
  const { page } = await visit(`${of(SUSPENDS, RECOGNITION)}&strict=strictest`);
  await finds(page, /^No claim stands in both articles\.$/);
  await page.getByText("A looser step may find claims told in other words").waitFor();
  assert.equal(await claims(page).count(), 0);
  const alone = await region(page, "In one article alone").innerText();
  const counts = [...alone.matchAll(/(\d+) of (\d+) sentences/g)];
  assert.equal(counts.length, 2);
  for (const [line, number, all] of counts) assert.ok(2 * Number(number) > Number(all), `${line}: the others only come near`);
});

reader("texts of the reader's take part, and are not named in the window's title", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  await keep(page, { ...NIGHT, text: `${NIGHT.text} <b>Bold</b> & <script>alert(1)</script> stays as it is.` });
  await turnTo(page, "Story");
  await finds(page, /of the five articles/);
  await choose(page);
  await page.getByRole("checkbox", { name: "Rain over the city." }).click();
  await page.getByRole("checkbox", { name: "A night of rain." }).click();
  await finds(page, /of the seven articles/);
  const river = claim(page, "The river rose by two metres before dawn.");
  assert.match(await river.innerText(), /In F and G; not in A, B, C, D or E[^]*Verbatim/);
  await page.reload();
  await finds(page, /of the seven articles/);
  assert.equal(await page.locator(".notice").count(), 0);
  assert.match(query(page).of, /\.own-[a-z0-9-]+\.own-[a-z0-9-]+$/);
  assert.match(await page.title(), /^Story/);
  const alone = region(page, "In one article alone").locator(".alone > li").filter({ hasText: "A night of rain." });
  await alone.getByText("Read them").click();
  await alone.getByText("<b>Bold</b> & <script>alert(1)</script> stays as it is.").waitFor();
  assert.equal(await page.locator("main :is(b.bold, script)").count(), 0);
});

reader("a worker that does not come is said, and asked again", async ({ visit, site }) => {
  site.spoil(/crossread-light-.*wasm/, "missing");
  const { page } = await visit(STORY, { expected: [/Failed to load resource/] });
  await page.getByText("The part of Crossread that compares could not be loaded.").first().waitFor();
  await site.mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await finds(page, /of the five articles/);
});

for (const scheme of ["light", "dark"]) {
  for (const screen of ["phone", "desk"]) {
    reader(`axe finds nothing, and nothing sticks out, ${scheme}, ${screen}`, async ({ visit }) => {
      const { page } = await visit(STORY, { scheme, screen });
      await claims(page).first().waitFor();
      await choose(page);
      await region(page, "In one article alone").getByText("Read them").first().click();
      assert.deepEqual(await findings(page), []);
      assert.deepEqual(await sticksOut(page), []);
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
      // A phone's layout leaves the table one.
      assert.equal(await region(page, "Who tells what").getByRole("row").count(), 6);
    });
  }
}

reader("on a phone all that is pressed is as large as a thumb", async ({ visit }) => {
  const { page } = await visit(STORY, { screen: "phone" });
  await claims(page).first().waitFor();
  await choose(page);
  const small = await page.locator("main :is(a, summary, label, button)").evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => height < 43.5 || width < 43.5)
      .map(([text, { width, height }]) => `${text}: ${width} × ${height}`),
  );
  assert.deepEqual(small, []);
});

reader("on paper stand the claims with their sentences, and no controls", async ({ visit }) => {
  const { page } = await visit(STORY);
  await claims(page).first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByText(/^Articles in this story/).isVisible(), false);
  assert.equal(await page.getByRole("link", { name: /^sentence \d+/ }).first().isVisible(), false);
  assert.equal(await sentence(page, "We do not recognize Russia").isVisible(), true);
  assert.deepEqual(await sticksOut(page), []);
  const kind = await sentence(page, "We do not recognize Russia").evaluate((one) => getComputedStyle(one, "::after").content);
  assert.equal(kind, "none", "the kind stands in words below it already");
});
