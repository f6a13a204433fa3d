// The library: the articles to compare, and the ways to a pair.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { FIRM, IDS, SIGNS, SUSPENDS, article, found, pair, query } from "../lib/pages.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const region = (page, name) => page.getByRole("region", { name });
const card = (page, id) => region(page, /articles/).getByRole("button", { name: article(id).title.slice(0, 40) });

reader("the five articles stand there with what is known of them", async ({ visit }) => {
  const { page } = await visit();
  assert.equal(IDS.length, 5);
  const cards = region(page, "Five articles").getByRole("button");
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

reader("each pair says how much it shares, and leads there", async ({ visit }) => {
  const { page } = await visit();
  const links = region(page, /pairs/).getByRole("link");
  assert.equal(await links.count(), 10);
  const said = await links.allTextContents();
  const shares = said.map((text) => (/nothing shared/.test(text) ? 0 : Number(/(\d+)% of the first/.exec(text)[1]) + Number(/(\d+)% of the second/.exec(text)[1])));
  assert.ok(shares[0] > 2 * shares.at(-1), "those that share most stand first");
  await links.first().click();
  await found(page).waitFor();
  assert.deepEqual(query(page), { a: FIRM, b: SUSPENDS });
});

reader("two articles that are chosen are compared, in the order of choosing", async ({ visit }) => {
  const { page } = await visit();
  await card(page, SUSPENDS).click();
  const compare = page.getByRole("button", { name: "Compare these two" });
  assert.equal(await compare.isDisabled(), true, "one is not enough");
  assert.equal(await card(page, SUSPENDS).getAttribute("aria-pressed"), "true");
  await card(page, SIGNS).click();
  await card(page, SIGNS).click();
  assert.equal(await compare.isDisabled(), true, "what was chosen can be put back");
  await card(page, FIRM).click();
  await compare.click();
  await found(page).waitFor();
  assert.deepEqual(query(page), { a: SUSPENDS, b: FIRM });
  const first = page.getByRole("combobox", { name: /First article/ });
  assert.match(await first.locator("option:checked").innerText(), /^NATO foreign ministers say/);
  assert.equal(await page.evaluate(() => window.scrollY), 0, "a new page begins at its top");
});

reader("the whole way from the library to a pair goes by keyboard alone", async ({ visit }) => {
  const { page } = await visit();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  const reach = async (name) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement.textContent)).includes(name)) return;
    }
    assert.fail(`Tab does not lead to “${name}”`);
  };
  await reach(article(SUSPENDS).title);
  await page.keyboard.press("Enter");
  await reach(article(SIGNS).title);
  await page.keyboard.press("Space");
  await reach("Compare these two");
  await page.keyboard.press("Enter");
  await found(page).waitFor();
  assert.deepEqual(query(page), { a: SUSPENDS, b: SIGNS });
});

reader("the example leads to its match in both articles", async ({ visit }) => {
  const { page } = await visit();
  const example = page.getByRole("figure", { name: "An example" });
  const quoted = await example.getByRole("blockquote").first().locator(".s").innerText();
  await example.getByRole("link").click();
  await page.getByRole("region", { name: "In hand" }).waitFor();
  // The sentence quoted is the sentence in hand.
  await page.getByRole("button", { pressed: true }).filter({ hasText: quoted }).waitFor();
});

reader("the window is called by what it shows", async ({ visit }) => {
  const { page } = await visit();
  assert.match(await page.title(), /Library.*Crossread/);
  const { page: other } = await visit(pair(SUSPENDS, SIGNS));
  assert.match(await other.title(), /^NATO foreign ministers.* \/ NATO sees ‘some signs’.*Crossread$/);
  await other.getByRole("button", { name: "Swap the two articles" }).click();
  assert.match(await other.title(), /^NATO sees ‘some signs’.* \/ NATO foreign ministers.*Crossread$/);
});
