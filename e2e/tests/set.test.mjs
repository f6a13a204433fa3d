// A static collection, opened by its address: its list, searching it, what is near an article, and what is compared out of it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setUp } from "../lib/browser.mjs";
import { stored } from "../lib/own.mjs";
import { column, findings, found, inSight, notice, query, sentence, sticksOut, toast, until } from "../lib/pages.mjs";
import { collection } from "../lib/sets.mjs";

const VOTE = "The city council voted on Tuesday to rebuild the old bridge over the river Tarn. ";
const REPORTS = [
  { title: "Council votes to rebuild the bridge", publisher: "The Mail", date: "2024-05-01", text: `${VOTE}Work begins in the spring and costs nine million pounds. Nobody spoke against it.` },
  { title: "A vote in the evening", publisher: "The Post", date: "2024-05-03", text: `${VOTE}Residents had asked for it for years, a spokesman said. The ferry stays until then.` },
  { title: "Tarn crossing", publisher: "The Herald", date: "2024-05-02", text: "On Tuesday the council of the city voted to rebuild its old bridge across the river Tarn. Shops nearby hope for more customers." },
  { title: "Café São Jorge <b>burns</b>", publisher: "The Mail", date: "2024-04-30", text: "A fire broke out in the Café São Jorge in the old town. Firemen saved the naïve paintings in it. The bridges were closed." },
];
const WORDS = "amber basalt cedar dune elder fjord garnet heather indigo juniper kelp lilac maple nettle ochre poplar quartz reed sorrel thistle".split(" ");
// Of each two no sentence is alike.
const OTHERS = Array.from({ length: 40 }, (_, at) => {
  const [one, two] = [WORDS[at % 20], WORDS[(at * 7 + 3 + Math.floor(at / 20)) % 20]];
  return { title: `Notes ${at}`, date: `20${10 + (at % 10)}-03-${10 + (at % 19)}`, text: `${one}${at} ${two} ${two}${at} ${one} ${at * 31}${one}.` };
});
const ARCHIVE = collection("archive", "The archive", [...REPORTS, ...OTHERS]);
const entry = JSON.parse(readFileSync(join(ARCHIVE, "set.json"), "utf8"));
const file = (table, at = 0) => `parts/${entry[table][at][0]}.txt`;
const ids = Object.fromEntries(
  entry.list
    .flatMap(([name]) => readFileSync(join(ARCHIVE, "parts", `${name}.txt`), "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line))
    .map(({ id, title }) => [title, id]),
);
const [MAIL, POST, HERALD, CAFE] = REPORTS.map(({ title }) => ids[title]);

const { site, reader } = await setUp({ base: "/some/where/", beside: { archive: ARCHIVE } });

const SET = "?set=archive";
const FAILED = [/Failed to load resource/];
const titles = (page) => page.locator(".set-list .set-title").allTextContents();
const box = (page) => page.getByRole("searchbox", { name: "Search titles and words" });
const status = (page) => page.locator(".set-said");
const heading = (page) => page.getByRole("heading", { level: 1 });
const tick = (page, title) => page.getByRole("checkbox", { name: `Choose: ${title}`, exact: true });
const open = (page, title) => page.locator(".set-list").getByRole("link", { name: title, exact: true }).click();
const fault = (page) => page.getByRole("alert");
const fetched = () => site.requested.filter((name) => name.startsWith("archive/")).map((name) => name.slice("archive/".length));
const program = () => site.requested.filter((name) => name.endsWith(".wasm"));
/** Searches, and waits until this was found. */
async function search(page, typed, said) {
  await box(page).fill(typed);
  await status(page).getByText(said).waitFor();
}

reader("the list has the title, the number, the dates, and the newest articles, and takes little", async ({ visit }) => {
  site.requested.length = 0;
  const { page } = await visit(SET);
  assert.equal(await heading(page).textContent(), "The archive");
  await page.getByText("44 articles, 10 March 2010 to 3 May 2024.").waitFor();
  const first = await titles(page);
  assert.equal(first.length, 30);
  assert.deepEqual(first.slice(0, 4), ["A vote in the evening", "Tarn crossing", "Council votes to rebuild the bridge", "Café São Jorge <b>burns</b>"]);
  await page.getByText("The Post, 3 May 2024").waitFor();
  assert.deepEqual(fetched(), ["set.json", file("list")]);
  assert.deepEqual(program(), [], "no program is needed");
  assert.equal(await page.title(), "The archive — Crossread");
  await page.getByRole("button", { name: "Show more" }).click();
  await until(page, "all are listed", () => document.querySelectorAll(".set-list li").length === 44);
  assert.equal(await page.getByRole("button", { name: "Show more" }).isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), (await titles(page))[30], "who reads on goes on there");
  assert.equal(await page.locator("[aria-current]").count(), 0);
});

reader("words are found without accents, by their beginning, in titles first", async ({ visit }) => {
  const { page } = await visit(SET);
  await search(page, "SAO jorge", "1 article found.");
  assert.deepEqual(await titles(page), ["Café São Jorge <b>burns</b>"]);
  await search(page, "naïve", "1 article found.");
  // "bridges" too; the one with it in its title first, then the newest.
  await search(page, "bridge", "4 articles found.");
  assert.deepEqual(await titles(page), ["Council votes to rebuild the bridge", "A vote in the evening", "Tarn crossing", "Café São Jorge <b>burns</b>"]);
  await search(page, "council spokesman", "1 article found.");
  assert.deepEqual(await titles(page), ["A vote in the evening"]);
  // Of two letters only the word itself.
  await search(page, "br", "No article has these words.");
  assert.deepEqual(await titles(page), []);
  await search(page, "no", "No article has these words.");
  await search(page, "", "The newest first.");
  assert.equal((await titles(page)).length, 30);
});

reader("an article has what is near it, what others tell too, and its text", async ({ visit }) => {
  const { page } = await visit(SET);
  await search(page, "council votes", "1 article found.");
  site.requested.length = 0;
  await open(page, "Council votes to rebuild the bridge");
  await page.getByRole("heading", { name: "Nearest articles" }).waitFor();
  assert.deepEqual(query(page), { set: "archive", a: MAIL });
  assert.equal(await heading(page).textContent(), "Council votes to rebuild the bridge");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  assert.deepEqual((await titles(page)).sort(), ["A vote in the evening", "Tarn crossing"]);
  const [post] = await page.locator(".set-list li", { hasText: "A vote in the evening" }).allTextContents();
  assert.match(post, /\d+% of this article is in it, \d+% the other way; 1 sentence word for word\./);
  assert.match((await page.locator(".set-list li", { hasText: "Tarn crossing" }).allTextContents())[0], /1 sentence reworded\./);
  const told = page.locator(".set-told li").first();
  assert.match(await told.textContent(), /^The city council voted on Tuesday.*In 3 articles: this one; /);
  assert.ok(fetched().length <= 2, `${fetched()}`);
  await page.getByText("The text", { exact: true }).click();
  await page.getByText("Nobody spoke against it.").waitFor();
  // Another's is opened from there; going back leads to the words that were searched.
  await told.getByRole("link", { name: "Tarn crossing" }).click();
  await page.getByRole("heading", { level: 1, name: "Tarn crossing" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Council votes" }).waitFor();
  await page.goBack();
  await status(page).getByText("1 article found.").waitFor();
  assert.equal(await box(page).inputValue(), "council votes");
  await page.goForward();
  await page.getByRole("link", { name: "All articles of “The archive”" }).click();
  await page.getByRole("heading", { name: "The archive" }).waitFor();
  assert.deepEqual(query(page), { set: "archive" });
});

reader("two that are ticked are compared, and their address opens them again", async ({ visit }) => {
  const { page } = await visit(SET);
  await tick(page, "Tarn crossing").check();
  await page.getByText("1 chosen.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Compare the two" }).count(), 0);
  // What was chosen stays where something else is searched or opened.
  await search(page, "council votes", "1 article found.");
  await tick(page, "Council votes to rebuild the bridge").check();
  await page.getByRole("link", { name: "Compare the two" }).click();
  await found(page).waitFor();
  assert.deepEqual(query(page), { set: "archive", a: HERALD, b: MAIL });
  await sentence(column(page, "A"), "On Tuesday the council of the city voted").waitFor();
  await sentence(column(page, "B"), "The city council voted on Tuesday").waitFor();
  assert.deepEqual(await stored(page), { articles: [], comparisons: [] }, "nothing is kept of it");
  assert.equal(await notice(page).count(), 0);
  await page.goBack();
  await status(page).getByText("1 article found.").waitFor();
  await page.getByText("2 chosen.").waitFor();
  assert.equal(await tick(page, "Council votes to rebuild the bridge").isChecked(), true);

  const link = `${SET}&a=${HERALD}&b=${MAIL}`;
  const { page: other } = await visit(link);
  await found(other).waitFor();
  await sentence(column(other, "B"), "The city council voted on Tuesday").waitFor();
  assert.equal(new URL(other.url()).search, link);
  await other.getByRole("link", { name: "Back to the collection" }).click();
  await other.getByRole("heading", { name: "The archive" }).waitFor();
});

reader("what is near is compared by one press", async ({ visit }) => {
  const { page } = await visit(`${SET}&a=${MAIL}`);
  await page.getByRole("link", { name: "Compare with: A vote in the evening" }).click();
  await found(page).waitFor();
  assert.deepEqual(query(page), { set: "archive", a: MAIL, b: POST });
});

reader("three that are ticked are read as one story, and their address opens it again", async ({ visit }) => {
  const { page } = await visit(SET);
  for (const { title } of REPORTS.slice(0, 3)) await tick(page, title).check();
  assert.equal(await page.getByRole("link", { name: "Compare the two" }).count(), 0);
  await page.getByRole("link", { name: "Read as one story" }).click();
  const table = page.getByRole("table", { name: "What they tell" });
  await table.waitFor();
  assert.deepEqual(query(page), { page: "story", set: "archive", of: `${MAIL}.${POST}.${HERALD}` });
  await page.reload();
  await table.waitFor();
  // A pair of them is compared within the page.
  const { page: other } = await visit(`?page=story&set=archive&of=${MAIL}.${POST}.${HERALD}`);
  await other.getByRole("table", { name: "What they tell" }).waitFor();
  assert.equal(await notice(other).count(), 0);
  await other.getByRole("link", { name: "Back to the collection" }).click();
  await other.getByRole("heading", { name: "The archive" }).waitFor();
});

reader("a story takes twelve, and none is chosen by one press", async ({ visit }) => {
  const { page } = await visit(SET);
  const boxes = page.locator(".set-list input");
  for (let at = 0; at < 12; at += 1) await boxes.nth(at).check();
  await page.getByText("12 chosen.").waitFor();
  await boxes.nth(12).click();
  await page.getByText("12 chosen. A story takes no more of a collection.").waitFor();
  assert.equal(await boxes.nth(12).isChecked(), false);
  await page.getByRole("button", { name: "Choose none" }).click();
  await page.getByText("Tick two articles to compare them").waitFor();
  assert.equal(await page.locator(".set-list input:checked").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent.startsWith("Tick two")), true);
});

reader("a comparison that is kept opens from the library", async ({ visit }) => {
  const { page } = await visit(`${SET}&a=${MAIL}&b=${POST}`);
  await found(page).waitFor();
  await page.getByRole("button", { name: "Keep this comparison" }).click();
  await toast(page).getByText("Kept: it is in the library").waitFor();
  assert.equal((await stored(page)).articles.length, 0, "its address is enough");
  await page.goto(site.url);
  await page.waitForSelector("html[data-boot=done]");
  await page.getByRole("link", { name: /Council votes to rebuild/ }).first().click();
  await found(page).waitFor();
  assert.deepEqual(query(page), { set: "archive", a: MAIL, b: POST });
});

reader("markup in a collection stays text", async ({ visit }) => {
  const { page } = await visit(`${SET}&a=${CAFE}`);
  assert.equal(await heading(page).textContent(), "Café São Jorge <b>burns</b>");
  assert.equal(await page.locator(".archive b").count(), 0);
  await page.getByText("No other article shares anything with it.").waitFor();
});

reader("what is damaged, missing or something else is said, and what to do", async ({ visit }) => {
  const says = async (address, words) => {
    const { page } = await visit(address, { expected: FAILED });
    await fault(page).getByText(words).waitFor();
    assert.deepEqual(await findings(page), [], words.source);
    await site.mend();
  };
  site.spoil(file("list"), "corrupt");
  await says(SET, /^A part of this collection is damaged \(parts\/[a-z2-7]{13}\.txt\): it was cut off or changed\. Load the page again\./);
  site.spoil(file("list"), "aborted");
  await says(SET, /^A part of this collection could not be reached\. Check the connection/);
  site.spoil(file("near"), "missing");
  await says(`${SET}&a=${MAIL}`, /^A part of this collection is missing \(parts\//);
  await says("?set=nowhere", /^There is no collection at .*\/some\/where\/nowhere\/\. The link may be mistyped/);
  await says("?set=https://news.example/archive", /^This link names a collection on another site, news\.example\. Crossread opens those of its own site only/);
  await says("?set=//news.example/archive", /on another site, news\.example/);
  await says("?set=http://", /is no address of a collection/);
  site.spoil("set.json", '={"crossread":"static collection","version":2}');
  await says(SET, /^This collection was written by a newer version of Crossread, and this one cannot read it\. Load the page again/);
  site.spoil("set.json", '={"crossread":"static collection","version":0}');
  await says(SET, /^This collection was written by an older version/);
  site.spoil("set.json", "=<!doctype html><title>Sign in</title>");
  await says(SET, /^What is at .* is no collection of Crossread’s/);
  site.spoil("set.json", '={"crossread":"static collection","version":1,"title":"x"}');
  await says(SET, /^A part of this collection is damaged \(set\.json\)/);
  site.spoil("set.json", `=${JSON.stringify({ ...entry, list: [["../../../secret", 0]] })}`);
  await says(SET, /^A part of this collection is damaged \(set\.json\)/);
  await says(`${SET}&a=set-aaaaaaaaaaaaa`, /^This collection has no such article, or has it no more/);
});

reader("a comparison or a story whose texts cannot be had says why", async ({ visit }) => {
  const says = async (address, words) => {
    const { page } = await visit(address, { expected: FAILED });
    await notice(page).getByText(words).waitFor();
    assert.equal(await notice(page).count(), 1);
    assert.equal(await notice(page).getByText("not in this library").count(), 0);
    await site.mend();
  };
  const pair = `&a=${MAIL}&b=${POST}`;
  site.spoil(file("texts"), "corrupt");
  await says(SET + pair, /A part of this collection is damaged/);
  await says(`?set=nowhere${pair}`, /There is no collection at/);
  await says(`?set=https://news.example/${pair}`, /on another site, news\.example/);
  await says(`?page=story&set=nowhere&of=${MAIL}.${POST}`, /There is no collection at/);
  const { page } = await visit(`${SET}&a=${MAIL}&b=set-aaaaaaaaaaaaa`);
  await notice(page).getByText("which is not in this library. Choose a different second article.").waitFor();
});

reader("what was read opens without a network; what was not, says so", async ({ visit }) => {
  const { page } = await visit(SET, { kept: true, expected: [/./] });
  await until(page, "the site is kept", () => navigator.serviceWorker.controller?.state === "activated");
  await search(page, "bridge", "4 articles found.");
  await page.goto(new URL(`${SET}&a=${MAIL}&b=${POST}`, site.url).href);
  await found(page).waitFor();
  await site.stop();
  await page.reload();
  await found(page).waitFor();
  await sentence(column(page, "A"), "The city council voted on Tuesday").waitFor();
  await page.goto(site.url + SET);
  await page.getByText("44 articles").waitFor();
  await search(page, "council spokesman", "1 article found.");
  await open(page, "A vote in the evening");
  await fault(page).getByText("A part of this collection could not be reached. Check the connection").waitFor();
  await page.goto(`${site.url}?set=other`);
  await fault(page).getByText(/^The collection at .* could not be reached/).waitFor();
});

reader("what is kept has a bound, the oldest makes room, and what was damaged on the disk is fetched anew", async ({ visit }) => {
  const { page } = await visit(SET);
  const kept = (change) =>
    page.evaluate(async (change) => {
      const cache = await caches.open(`crossread-set ${new URL(".", document.baseURI)}`);
      if (change === "fill") for (let at = 0; at < 400; at += 1) await cache.put(`old/${at}`, new Response("x"));
      const urls = (await cache.keys()).map(({ url }) => new URL(url).pathname);
      if (change === "damage") for (const url of urls) if (url.includes("/parts/")) await cache.put(url, new Response("damaged"));
      return urls;
    }, change);
  assert.deepEqual(await kept(), [`/some/where/archive/set.json`, `/some/where/archive/${file("list")}`]);
  await kept("fill");
  await search(page, "bridge", "4 articles found.");
  const urls = await kept();
  assert.equal(urls.length, 300);
  assert.ok(urls.at(-1).endsWith(file("words")) && urls.includes("/some/where/old/399") && !urls.includes("/some/where/old/0"));
  await kept("damage");
  await page.reload();
  await search(page, "bridge", "4 articles found.");
  assert.equal((await titles(page)).length, 4);
});

for (const scheme of ["light", "dark"]) {
  for (const screen of ["phone", "desk"]) {
    reader(`axe finds nothing, and nothing sticks out, ${scheme}, ${screen}`, async ({ visit }) => {
      const { page } = await visit(SET, { scheme, screen });
      const look = async (what) => {
        assert.deepEqual(await findings(page), [], what);
        assert.deepEqual(await sticksOut(page), [], what);
      };
      await look("the list");
      await tick(page, "Tarn crossing").check();
      await tick(page, "A vote in the evening").check();
      await look("two chosen");
      await search(page, "xyz", "No article has these words.");
      await look("nothing found");
      await search(page, "council votes", "1 article found.");
      await open(page, "Council votes to rebuild the bridge");
      await page.getByRole("heading", { name: "Nearest articles" }).waitFor();
      await page.getByText("The text", { exact: true }).click();
      await look("an article");
      await page.getByRole("link", { name: "Compare with: Tarn crossing" }).click();
      await found(page).waitFor();
      await page.getByRole("link", { name: "Back to the collection" }).waitFor();
      await look("a comparison");
    });
  }
}

reader("everything is done by the keyboard alone", async ({ visit }) => {
  const { page } = await visit(SET);
  const key = (name) => page.keyboard.press(name);
  const at = (what) => until(page, what, (what) => (document.activeElement.ariaLabel ?? document.activeElement.textContent).startsWith(what), what);
  const tabTo = async (what) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await page.evaluate((what) => (document.activeElement.ariaLabel ?? document.activeElement.textContent).startsWith(what), what)) return;
      await key("Tab");
    }
    throw new Error(`Tab does not lead to ‘${what}’`);
  };
  for (let presses = 0; presses < 20; presses += 1) {
    if (await page.evaluate(() => document.activeElement.type === "search")) break;
    await key("Tab");
  }
  await page.keyboard.type("bridge");
  await status(page).getByText("4 articles found.").waitFor();
  await tabTo("Choose: Council votes");
  await key("Space");
  await tabTo("A vote in the evening");
  await key("Enter");
  await at("A vote in the evening");
  await page.getByRole("heading", { name: "Nearest articles" }).waitFor();
  await tabTo("Choose: Tarn crossing");
  assert.ok(await inSight(page.locator(":focus")), "what has the focus is in sight");
  await key("Space");
  for (let presses = 0; presses < 20; presses += 1) {
    if (await page.evaluate(() => document.activeElement.textContent === "Compare the two")) break;
    await key("Shift+Tab");
  }
  await key("Enter");
  await found(page).waitFor();
  assert.deepEqual(query(page), { set: "archive", a: MAIL, b: HERALD });
});
