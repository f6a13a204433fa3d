// Two articles in which nothing matches: what the page says of them, in the place of the texts, and the way to the texts.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { column, drawer, finding, findings, found, NOTHING, query, says, settled, sticksOut, until } from "../lib/pages.mjs";

const { reader } = await setUp();

const region = (page, name) => found(page).getByRole("region", { name });
const anyway = (page) => page.getByRole("button", { name: "Read them side by side anyway" });

reader("two that share nothing are told apart: when, with whom each shares more, what is closest, which names both have", async ({ visit }) => {
  for (const [width, height] of [[1440, 900], [1024, 768], [683, 900], [390, 844]]) {
    const { page } = await visit(NOTHING);
    await page.setViewportSize({ width, height });
    await anyway(page).waitFor();
    await settled(page);
    const times = found(page).getByRole("figure", { name: "When they were written" });
    assert.match((await times.innerText()).replace(/\s+/g, " "), /Cooperation with Russia.*April 2014.*about eight years apart.*Luhansk regions.*2022/);
    const partners = await region(page, "Articles that share more").getByRole("listitem").allInnerTexts();
    assert.equal(partners.length, 2);
    for (const partner of partners) assert.match(partner, /with [^]*sentences? [^]*\.\s+Compare these two/);
    const closest = region(page, "The closest sentences");
    await closest.getByText("None of these counts as a match.").waitFor();
    assert.ok((await closest.getByRole("listitem").count()) >= 1);
    const rows = region(page, "Names in both").getByRole("row");
    const nato = (await rows.filter({ hasText: /^NATO/ }).first().innerText()).split(/\s+/).slice(-2).map(Number);
    assert.ok(nato.every((times) => times >= 5), `${nato}`);
    assert.equal(await column(page, "A").isVisible(), false, "the texts wait");
    assert.deepEqual(await sticksOut(page), [], `${width}`);
    assert.deepEqual(await findings(page), [], `${width}`);
  }
});

reader("they are read side by side all the same, and the way leads back", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  await anyway(page).focus();
  await page.keyboard.press("Enter");
  await column(page, "A").waitFor();
  await until(page, "the texts have the focus", () => document.activeElement.id === "a-title");
  await page.getByRole("button", { name: "Names in both and the closest sentences" }).click();
  await anyway(page).waitFor();
  assert.equal(await column(page, "A").isVisible(), false);
  // A selected sentence is shown where it stands.
  await region(page, "The closest sentences").getByRole("listitem").first().getByRole("button").first().click();
  await drawer(page).getByText("Not a match").waitFor();
  assert.equal(await column(page, "A").isVisible(), true);
});

reader("what a looser step would find is said, and is one press away", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  await found(page).getByText("At the strict step there would be two matches.").waitFor();
  await page.getByRole("button", { name: "Match more loosely" }).click();
  await says(page, "strict", "strict");
  await column(page, "A").waitFor();
  await found(page).getByText(/^Both tell|^On /).first().waitFor();
  assert.equal(await anyway(page).count(), 0);
});

reader("a better partner is compared as usual", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  await region(page, "Articles that share more").getByRole("link", { name: "Compare these two" }).first().click();
  await column(page, "A").waitFor();
  assert.equal(query(page).strict, undefined);
  assert.match(await finding(page).innerText(), /Both tell|On /);
});

reader("on paper the texts stand below what is said of them", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  await anyway(page).waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await column(page, "A").isVisible(), true);
  assert.equal(await anyway(page).isVisible(), false);
});
