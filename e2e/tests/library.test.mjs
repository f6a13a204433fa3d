// The library: the articles to compare, and the ways to a pair.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { FIRM, IDS, SIGNS, SUSPENDS, article, found, pair, query, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const region = (page, name) => page.getByRole("region", { name });
const card = (page, id) => region(page, /articles/).locator(PART.card, { hasText: article(id).title.slice(0, 40) });
const tick = (page, id) => region(page, /articles/).getByRole("checkbox", { name: article(id).title.slice(0, 40) });
const toCompare = (page) => page.getByRole("button", { name: "Compare these two" });

reader("the five articles stand there with what is known of them", async ({ visit }) => {
  const { page } = await visit();
  assert.equal(IDS.length, 5);
  const cards = region(page, "Five articles").getByRole("checkbox");
  assert.equal(await cards.count(), 5);
  for (const id of IDS) {
    const said = await card(page, id).innerText();
    assert.match(said, /\d words/, id);
  }
  const known = await card(page, SIGNS).innerText();
  assert.match(known, /EmbassyPages/);
  assert.match(known, /30 May 2014/);
  const unknown = await card(page, FIRM).innerText();
  assert.match(unknown, /publisher not stated/);
  assert.match(unknown, /date not stated/);
  assert.match(await card(page, SUSPENDS).innerText(), /repeated/, "an article that says itself twice is said to");
});

for (const screen of ["desk", "narrow"]) {
  reader(`all pairs are one table on one scale, and each leads to its pair, ${screen}`, async ({ visit }) => {
    const { page } = await visit("", { screen });
    const table = page.getByRole("table", { name: "All ten pairs" });
    const links = table.getByRole("link");
    assert.equal(await links.count(), 10);
    const rows = await table.getByRole("row").evaluateAll((rows) =>
      rows.slice(1).map((row) => ({
        said: row.querySelector(PART.aloud).textContent,
        tracks: [...row.querySelectorAll(PART.shareBar)].map((track) => [track.getBoundingClientRect().width, track.firstElementChild.getBoundingClientRect().width]),
      })),
    );
    const shares = rows.map(({ said }) => (/nothing shared/.test(said) ? [0, 0] : [/^(\d+)% of/, /, (\d+)% the other way/].map((part) => Number(part.exec(said)[1]))));
    assert.ok(shares[0][0] + shares[0][1] > 2 * (shares.at(-1)[0] + shares.at(-1)[1]), "those that share most stand first");
    rows.forEach(({ tracks }, row) =>
      tracks.forEach(([whole, filled], side) => {
        assert.equal(whole, rows[0].tracks[0][0], "every track is as long");
        assert.ok(Math.abs(filled / whole - shares[row][side] / 100) < 0.02, `${filled} of ${whole} for ${shares[row][side]}%`);
      }),
    );
    await links.first().focus();
    await page.keyboard.press("Enter");
    await found(page).waitFor();
    assert.deepEqual(query(page), { a: FIRM, b: SUSPENDS });
  });
}

reader("two articles that are ticked are compared, in the order of ticking", async ({ visit }) => {
  const { page } = await visit();
  const said = page.locator(`${PART.tray} ${PART.traySays}`);
  await toCompare(page).click();
  await page.getByRole("status").getByText("Tick two articles first.").waitFor();
  assert.equal(new URL(page.url()).search, "", "nothing was opened");
  await tick(page, SUSPENDS).click();
  assert.equal(await tick(page, SUSPENDS).isChecked(), true);
  assert.equal(await said.innerText(), "Tick one more.");
  await toCompare(page).click();
  await page.getByRole("status").getByText("Tick one more first.").waitFor();
  await tick(page, SIGNS).click();
  assert.match(await said.innerText(), /^Both tell \w+ things?, with .*\.$/, "what they share is said beside the button");
  await tick(page, SIGNS).click();
  assert.equal(await said.innerText(), "Tick one more.", "what was ticked can be taken back");
  await tick(page, FIRM).click();
  await toCompare(page).click();
  await found(page).waitFor();
  assert.deepEqual(query(page), { a: SUSPENDS, b: FIRM });
  const first = page.getByRole("combobox", { name: /First article/ });
  assert.match(await first.locator("option:checked").innerText(), /^NATO foreign ministers say/);
  assert.equal(await page.evaluate(() => window.scrollY), 0, "a new page begins at its top");
});

reader("more than two that are ticked are read as one story", async ({ visit }) => {
  const { page } = await visit();
  for (const id of [SUSPENDS, FIRM, SIGNS]) await tick(page, id).click();
  await page.getByRole("button", { name: "Read them as one story" }).click();
  await page.getByRole("heading", { name: "Three articles as one story" }).waitFor({ state: "attached" });
  assert.deepEqual(query(page), { page: "story", of: [SUSPENDS, FIRM, SIGNS].join(".") });
});

reader("the whole way from the library to a pair goes by keyboard alone", async ({ visit }) => {
  const { page } = await visit();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  const reach = async (name) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => (document.activeElement.closest("label") ?? document.activeElement).textContent)).includes(name)) return;
    }
    assert.fail(`Tab does not lead to “${name}”`);
  };
  await reach(article(SUSPENDS).title);
  await page.keyboard.press("Space");
  await reach(article(SIGNS).title);
  await page.keyboard.press("Space");
  await reach("Compare these two");
  await page.keyboard.press("Enter");
  await found(page).waitFor();
  assert.deepEqual(query(page), { a: SUSPENDS, b: SIGNS });
});

reader("the example is a clash in the words of both, and leads to it", async ({ visit }) => {
  const { page } = await visit();
  const example = page.getByRole("figure", { name: "An example" });
  const quotes = await example.getByRole("blockquote").evaluateAll((all) =>
    all.map((one) => ({ sentence: one.querySelector(PART.sentence).textContent, differs: one.querySelector("mark").textContent })),
  );
  assert.equal(quotes.length, 2);
  assert.notEqual(quotes[0].differs, quotes[1].differs);
  assert.doesNotMatch(await page.locator(PART.hero).innerText(), /\d%/, "no percentage in the first screen");
  await example.getByRole("link").click();
  await page.getByRole("region", { name: "Selected" }).waitFor();
  // What is quoted stands in the selected sentences.
  for (const { sentence } of quotes) {
    const words = sentence.slice(1, -1);
    await until(page, "the sentence is selected", (words) => [...document.querySelectorAll(PART.selectedSentence)].some((one) => one.textContent.replace(/\s+/g, " ").includes(words)), words);
  }
});

reader("the window is called by what it shows", async ({ visit }) => {
  const { page } = await visit();
  assert.match(await page.title(), /Library.*Crossread/);
  const { page: other } = await visit(pair(SUSPENDS, SIGNS));
  assert.match(await other.title(), /^NATO foreign ministers.* \/ NATO sees ‘some signs’.*Crossread$/);
  await other.getByRole("button", { name: "Swap the two articles" }).click();
  assert.match(await other.title(), /^NATO sees ‘some signs’.* \/ NATO foreign ministers.*Crossread$/);
});
