// What the reader links or refuses by hand, and the closest sentences of one that has no match.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setUp } from "../lib/browser.mjs";
import { NOTHING, SIGNS, SUSPENDS, choose, column, drawer, found, more, pair, query, sentence, until } from "../lib/pages.mjs";
import { ADD, compareTwo, shareLink } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** Two texts with one match; of the rest two sentences tell the same in other words, and share one of them. */
const SNOW = {
  title: "Snow in the old town.",
  text: "Snow in the old town.\n\nThe ministers suspended all military cooperation with Moscow on Tuesday. Snow lay on the roofs by noon and 30 lorries stood still. The bakers kept their ovens lit.",
};
const WHITE = {
  title: "A white morning.",
  text: "A white morning.\n\nAll military cooperation with Moscow was suspended by the ministers. The lorries could not move, 40 of them. A ferry sank off the coast.",
};

const lorries = (page) => [sentence(column(page, "A"), "30 lorries"), sentence(column(page, "B"), "lorries could not move")];
const press = (page, name) => drawer(page).getByRole("button", { name, exact: true });
const marked = (element) => element.evaluate((one) => one.matches(PART.linkedByHand));
const announced = (page, words) =>
  until(page, `“${words}” is said`, (words) => [...document.querySelectorAll("[aria-live], [role=status]")].some((one) => one.textContent.includes(words)), words);

async function opened(visit) {
  const { page } = await visit(ADD);
  await compareTwo(page, SNOW, WHITE);
  return page;
}

reader("a sentence without a match has its closest beside it, which are said to be none", async ({ visit }) => {
  const page = await opened(visit);
  const [a] = lorries(page);
  await choose(a);
  const closest = drawer(page).getByRole("region", { name: "No match in “A white morning”. Closest:" });
  await closest.waitFor();
  const near = closest.locator("ol > li").filter({ hasText: "The lorries could not move" });
  await near.getByText("sentence 3 of “A white morning”").waitFor();
  await closest.getByText(/^(None of these counts|It does not count) as a match\.$/).waitFor();
  await near.getByRole("list", { name: "What differs in it" }).getByText("40").first().waitFor();
  await announced(page, "No match in “A white morning”. Closest:");
  // It leads to both, side by side.
  await near.locator(PART.quote).click();
  await drawer(page).getByText("Not a match").waitFor();
  await press(page, "Link these").waitFor();
});

reader("a link made by keyboard stands in the address, the texts and the documents, outlives a reload and a swap, and is taken back", async ({ visit }) => {
  const page = await opened(visit);
  const [a] = lorries(page);
  await choose(a);
  const near = drawer(page).locator(`${PART.closest} li`).filter({ hasText: "The lorries could not move" });
  await near.getByRole("button", { name: "Link these" }).focus();
  await page.keyboard.press("Enter");
  await drawer(page).getByText("You linked these.").waitFor();
  await drawer(page).getByText(/, by hand$/).waitFor();
  await announced(page, "You linked these.");
  await until(page, "the address has it", () => /^\d+\.\d+$/.test(new URL(location.href).searchParams.get("hand") ?? ""));
  await found(page).getByText("One match was linked by hand.").waitFor();
  for (const one of lorries(page)) {
    assert.ok(await marked(one));
    assert.match(await one.getAttribute("class"), /related|edited/);
    assert.match(await one.textContent(), /by hand/);
  }

  await page.reload();
  await drawer(page).getByText("You linked these.").waitFor();
  await page.getByRole("button", { name: "Swap the two articles" }).click();
  await until(page, "the texts changed places", () => document.querySelector("#flow-A")?.textContent.includes("ferry"));
  await found(page).getByText("One match was linked by hand.").waitFor();

  await more(page);
  await page.locator(`${PART.save} > summary`).click();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator(PART.savePanel).getByRole("button", { name: /^Markdown/ }).click()]);
  const document = readFileSync(await saved.path(), "utf8");
  assert.match(document, /One match was linked by hand\./);
  assert.match(document, /, by hand\n/);
  assert.match(document, /The reader linked these two by hand\./);
  await page.keyboard.press("Escape");

  await press(page, "Undo the link").click();
  await drawer(page).getByText("Not a match").waitFor();
  await until(page, "the address has forgotten it", () => !new URL(location.href).searchParams.has("hand"));
  await until(page, "so has what was found", () => !document.body.textContent.includes("linked by hand"));
});

reader("a match that is refused is none, in the address and after a reload, until that is undone", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, SUSPENDS));
  const before = await column(page, "A").locator(`${PART.sentence}:is(${PART.verbatim}, ${PART.edited}, ${PART.related})`).count();
  const signs = sentence(column(page, "A"), "We have seen some signs");
  await choose(signs);
  await press(page, "Not the same").focus();
  await page.keyboard.press("Enter");
  await drawer(page).getByText("You said that these are not the same.").waitFor();
  await drawer(page).getByText("Not a match").waitFor();
  await announced(page, "You said that these are not the same.");
  assert.match(query(page).hand, /^-\d+\.\d+$/);
  await found(page).getByText("One pair of sentences was refused by hand").waitFor();
  assert.doesNotMatch(await signs.getAttribute("class"), /verbatim|edited|related/);
  await page.reload();
  await drawer(page).getByText("You said that these are not the same.").waitFor();
  await press(page, "Undo").click();
  await press(page, "Not the same").waitFor();
  assert.equal(query(page).hand, undefined);
  await until(page, "all are marked again", (before) => document.querySelectorAll(`#flow-A ${PART.sentence}:is(${PART.verbatim}, ${PART.edited}, ${PART.related})`).length === before, before);
});

reader("a link that names crooked links by hand says so, and follows the rest", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, SUSPENDS, "hand=12.x&view=one"));
  await page.getByText("This link names sentences linked by hand as ‘12.x’, which could not be understood. Nothing is linked by hand.").waitFor();
  assert.equal(query(page).view, "one");
  const { page: far } = await visit(pair(SIGNS, SUSPENDS, "hand=4000000.0"));
  await far.getByText("One pair of sentences that this link joins or separates by hand lies beyond the end of a text, so it is left out.").waitFor();
});

reader("a shared link carries what was linked in texts of the reader’s", async ({ visit }) => {
  const page = await opened(visit);
  const [a] = lorries(page);
  await choose(a);
  await drawer(page).locator(`${PART.closest} li`).filter({ hasText: "The lorries could not move" }).getByRole("button", { name: "Link these" }).click();
  await drawer(page).getByText("You linked these.").waitFor();
  const link = await shareLink(page);
  assert.match(link, /[?&]hand=\d+\.\d+[^?]*#/);
  const { page: other } = await visit(link);
  await found(other).getByText("One match was linked by hand.").waitFor();
});

reader("articles that share no match have the closest sentences of all, and a press selects two", async ({ visit }) => {
  const { page } = await visit(NOTHING);
  const nearest = found(page).getByRole("region", { name: "The closest sentences" });
  await nearest.getByText("None of these counts as a match.").waitFor();
  const first = nearest.getByRole("button").first();
  assert.ok((await nearest.getByRole("listitem").count()) <= 3);
  await first.click();
  await drawer(page).getByText("Not a match").waitFor();
  await press(page, "Link these").click();
  await drawer(page).getByText("You linked these.").waitFor();
  await nearest.waitFor({ state: "detached" });
  const { page: again } = await visit(NOTHING);
  await found(again).getByRole("region", { name: "The closest sentences" }).getByRole("button", { name: "Link these" }).first().click();
  await drawer(again).getByText("You linked these.").waitFor();
});
