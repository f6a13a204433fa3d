// Several articles as one story: a table of answers, all pairs at a glance, what one leaves out, what stands in one alone, and
// one article read with the others in its margin.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUp } from "../lib/browser.mjs";
import { file, open } from "../lib/import.mjs";
import {
  article,
  drawer,
  findings,
  FIRM,
  found,
  IDS,
  KIEV,
  KNOWN,
  notice,
  offset,
  query,
  RECOGNITION,
  says,
  sentence,
  SIGNS,
  sticksOut,
  SUSPENDS,
  turnTo,
  until,
} from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, keep } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const STORY = "?page=story";
const of = (...ids) => `${STORY}&of=${ids.join(".")}`;

const region = (page, name) => page.getByRole("region", { name });
const table = (page) => page.getByRole("table", { name: "What they tell" });
const rows = (page) => table(page).locator(`tbody tr:not(${PART.below})`);
const row = (page, words) => rows(page).filter({ hasText: words }).first();
const opener = (row) => row.getByRole("rowheader").getByRole("button");
const below = (page) => table(page).locator(`tr${PART.below}:not([hidden])`);
const cards = (page) => page.locator(`${PART.claims} > ${PART.claim}`);
const choose = async (page) => {
  await page.getByText(/^Articles in this story/).click();
  await page.locator(`${PART.castRows} > li`).first().waitFor();
};
const tick = (page, id) => page.getByRole("checkbox", { name: article(id).title.slice(0, 30) });
const heads = (page) => table(page).getByRole("columnheader");
/** Waits until what was found says this. */
const finds = (page, pattern) => found(page).getByText(pattern).first().waitFor();
const texts = async (locator) => (await locator.allInnerTexts()).map((text) => text.trim());

const DAM = fileURLToPath(new URL("../../tests/dam/", import.meta.url));
/** Twelve invented reports, in which disagreements were planted. */
const dam = () => readdirSync(DAM).sort().map((name) => file(name, readFileSync(DAM + name, "utf8")));

/** Keeps these files, and reads them as one story. */
async function asStory(page, files) {
  await open(page, files);
  await page.getByRole("button", { name: "Keep all" }).click();
  await page.getByRole("link", { name: `Read all ${files.length} as one story` }).click();
  await page.waitForURL(/page=story&of=own-/);
  await rows(page).first().waitFor({ state: "attached" });
}

reader("the navigation leads from the first program to the story of all articles", async ({ visit }) => {
  const { page, seen } = await visit();
  assert.equal(seen.requests.some((url) => /crossread-own-.*wasm/.test(url)), false, "the library does without it");
  await turnTo(page, "Story");
  await page.getByRole("heading", { level: 1, name: "Five articles as one story" }).waitFor();
  await finds(page, /of the five articles/);
  assert.deepEqual(query(page), { page: "story" });
  assert.equal(await heads(page).count(), 6);
  assert.match(await page.title(), /^Story.*Crossread$/);
  assert.equal(await page.getByRole("navigation").getByRole("link", { name: "Story" }).getAttribute("aria-current"), "page");
  await page.goBack();
  await region(page, "Five articles").getByRole("link", { name: "Read them all as one story" }).click();
  await finds(page, /of the five articles/);
});

reader("a row holds the values, and opens to the sentences as the articles have them", async ({ visit }) => {
  const { page } = await visit(STORY);
  const troops = row(page, "How many troops");
  await troops.waitFor();
  assert.match(await troops.innerText(), /40,000/);
  await opener(troops).click();
  await says(page, "at", /^\d+\.\d+$/.exec(query(page).at)?.[0] ?? "none");
  const said = below(page).locator(`${PART.sayings} > li`);
  await said.first().waitFor();
  assert.equal(await opener(troops).getAttribute("aria-expanded"), "true");
  const all = IDS.map((id) => article(id).text);
  for (const text of await texts(said.locator("p[dir]"))) assert.ok(all.some((one) => one.includes(text)), text);
  assert.ok((await said.locator("b").count()) > 0, "what differs is marked");
  await below(page).getByText(/wording/).last().waitFor();
  assert.deepEqual(await findings(page), []);
  await page.reload();
  await said.first().waitFor();
  await opener(troops).press("Space");
  await until(page, "it is closed", () => !document.querySelector(`tr${PART.below}:not([hidden])`));
  assert.equal(query(page).at, undefined);
});

reader("an opened row leads to both texts with that match selected", async ({ visit }) => {
  const { page } = await visit(STORY);
  const claim = row(page, "recognize");
  await opener(claim).click();
  await below(page).getByRole("link", { name: /^Compare with/ }).first().click();
  await drawer(page).waitFor();
  const { a, b, page: none } = query(page);
  assert.deepEqual([a, b].sort(), [FIRM, SUSPENDS].sort());
  assert.equal(none, undefined);
  for (const words of [KNOWN.a, KNOWN.b]) assert.equal(await sentence(page, words).getAttribute("aria-pressed"), "true", words);
  await page.goBack();
  await finds(page, /of the five articles/);
});

reader("rows stand by disagreement, by how many tell them, or as an article tells them, and the address keeps it", async ({ visit }) => {
  const { page } = await visit(STORY);
  await rows(page).first().waitFor();
  const tellers = async () => {
    const all = [];
    for (const one of await rows(page).all()) all.push(5 - (await one.locator(`td${PART.silent}`).count()));
    return all;
  };
  const first = await rows(page).first().getByRole("rowheader").innerText();
  assert.match(first, /≠/);
  await page.getByRole("link", { name: "Most told" }).click();
  await says(page, "order", "told");
  const most = await tellers();
  assert.deepEqual(most, [...most].sort((a, b) => b - a));
  await page.getByLabel("In the order of an article").selectOption(KIEV);
  await says(page, "order", KIEV);
  const column = IDS.indexOf(KIEV);
  await until(page, "what it tells comes first", (column) => {
    const silent = [...document.querySelectorAll(PART.answersRow)].map((row) => row.cells[column + 1].matches(PART.silent));
    return silent.some(Boolean) && !silent[0] && silent.slice(silent.indexOf(true)).every(Boolean);
  }, column);
  await page.reload();
  await rows(page).first().waitFor();
  assert.equal(await page.getByLabel("In the order of an article").inputValue(), KIEV);
  await page.getByRole("link", { name: "Disagreement" }).click();
  await says(page, "order", undefined);
  assert.equal(await rows(page).first().getByRole("rowheader").innerText(), first);
});

reader("a row bears the name that an editor gave it, and the reader's own before that, also in a saved collection", async ({ visit }) => {
  const { page } = await visit(STORY);
  const EDITORS = "How many Russian troops stand at Ukraine’s border";
  const troops = row(page, EDITORS);
  await troops.waitFor();
  assert.match(await troops.getByRole("rowheader").innerText(), /named by the editor/);
  await opener(troops).click();
  const field = below(page).getByLabel("Your name for this row");
  await field.fill("Troops <b>at the border</b>");
  await field.press("Enter");
  const own = row(page, "Troops <b>at the border</b>");
  await own.waitFor();
  assert.match(await own.getByRole("rowheader").innerText(), /named by you/);
  await below(page).getByText(/^Without it, the row is called/).waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByText("Named, and kept in this browser").first().waitFor();
  await page.reload();
  await own.waitFor();
  await page.goto(new URL("./", page.url()).href);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const saved = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
  assert.equal(saved.names.length, 1);
  const [{ name, article: of, quote }] = saved.names;
  assert.equal(name, "Troops <b>at the border</b>");
  assert.ok(article(of).text.includes(quote), quote);
  await page.goBack();
  await below(page).getByRole("button", { name: "Remove the name" }).click();
  await troops.waitFor();
  const { page: other } = await visit(ADD);
  await open(other, [file("mine.json", JSON.stringify(saved))]);
  await other.getByText("1 name of a claim added from the collection.").first().waitFor();
  await other.goto(new URL(STORY, other.url()).href);
  await row(other, "Troops <b>at the border</b>").waitFor();
});

reader("what was planted in twelve reports is on the first screen, with every value", async ({ visit }) => {
  const { page } = await visit(ADD);
  await asStory(page, dam());
  const top = async (words) => {
    const one = row(page, words);
    await one.waitFor();
    const box = await one.boundingBox();
    assert.ok(box.y + box.height <= 900, `${words}: down to ${box.y + box.height}`);
    return (await one.innerText()).toLowerCase();
  };
  const lead = (await page.locator(PART.finding).innerText()).toLowerCase();
  for (const value of ["four", "five", "six", "seven"]) assert.ok(lead.includes(value), lead);
  const dead = await top("How many people");
  for (const value of ["four", "five", "six", "seven"]) assert.ok(dead.includes(value), dead);
  const repaired = await top("were repaired");
  assert.match(repaired, /never repaired/);
  const engineer = await top("dismissed");
  assert.match(engineer, /resigned/);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(await sticksOut(page), []);
}, { whole: true });

reader("what was planted in twelve reports is on a phone's first screen, with every value", async ({ visit }) => {
  const { page } = await visit(ADD, { screen: "phone" });
  await open(page, dam());
  await page.getByRole("button", { name: "Keep all" }).click();
  await page.getByRole("link", { name: "Read all 12 as one story" }).click();
  await cards(page).first().waitFor();
  const lead = page.locator(PART.finding);
  await until(page, "it stands at the top", () => window.scrollY === 0);
  const box = await lead.boundingBox();
  assert.ok(box.y + box.height <= 844, `down to ${box.y + box.height}`);
  const said = (await lead.innerText()).toLowerCase();
  for (const value of ["four", "five", "six", "seven", "were repaired", "never repaired", "dismissed", "resigned"]) {
    assert.ok(said.includes(value), `${value}: ${said}`);
  }
});

reader("all pairs are a table that arrows move in, and a press opens the pair", async ({ visit }) => {
  const { page } = await visit(STORY);
  const matrix = page.getByRole("table", { name: "All pairs" });
  await matrix.waitFor();
  assert.equal(await matrix.getByRole("rowheader").count(), 5);
  assert.equal(await matrix.getByRole("link").count(), 20);
  const first = matrix.locator("#pair-0-1");
  await first.focus();
  await page.keyboard.press("ArrowDown");
  const now = () => page.evaluate(() => document.activeElement.id);
  assert.equal(await now(), "pair-2-1", "over the article itself");
  await page.keyboard.press("ArrowRight");
  assert.equal(await now(), "pair-2-3");
  await page.keyboard.press("ArrowUp");
  assert.equal(await now(), "pair-1-3");
  const to = new URL(await matrix.locator("#pair-1-3").getAttribute("href"), page.url()).searchParams;
  await page.keyboard.press("Enter");
  await found(page).waitFor();
  await says(page, "a", to.get("a"));
  await says(page, "b", to.get("b"));
});

reader("one article is read with the others in its margin, and the link keeps place and filter", async ({ visit }) => {
  const { page } = await visit(STORY);
  await heads(page).getByRole("link", { name: /./ }).nth(IDS.indexOf(SUSPENDS)).click();
  await says(page, "view", "read");
  const text = page.locator(PART.readArticle);
  await text.waitFor();
  await page.getByRole("heading", { level: 2, name: article(SUSPENDS).title.slice(0, 20) }).waitFor();
  const whole = await text.evaluate((one) => {
    const copy = one.cloneNode(true);
    for (const other of copy.querySelectorAll(`${PART.beside}, ${PART.opened}, ${PART.aloud}`)) other.remove();
    return copy.textContent.replace(/\s+/g, "");
  });
  assert.equal(whole, article(SUSPENDS).text.replace(/\s+/g, ""), "not a letter is missing");
  const margin = text.getByRole("button", { name: /in \d of 5/ });
  await margin.first().click();
  const theirs = page.getByRole("complementary", { name: "What the others say" });
  await theirs.waitFor();
  const others = IDS.filter((id) => id !== SUSPENDS).map((id) => article(id).text);
  for (const said of await texts(theirs.locator("p[dir]"))) assert.ok(others.some((one) => one.includes(said)), said);
  await page.getByRole("link", { name: "Only here" }).click();
  await says(page, "only", "here");
  assert.deepEqual(await findings(page), []);
  await page.reload();
  await theirs.waitFor();
  assert.equal(await page.getByRole("link", { name: "Only here" }).getAttribute("aria-current"), "true");
  await theirs.getByRole("link", { name: /^Compare/ }).first().click();
  await drawer(page).waitFor();
  await page.goBack();
  await theirs.waitFor();
  await page.getByRole("link", { name: "The whole story" }).click();
  await rows(page).first().waitFor();
  assert.deepEqual(query(page), { page: "story" });
});

reader("what was linked by hand counts in the story that it leads to", async ({ visit }) => {
  const a = offset(SUSPENDS, KNOWN.alone);
  const b = offset(FIRM, "We support the deployment");
  const pair = of(SUSPENDS, FIRM);
  const { page } = await visit(pair);
  await rows(page).first().waitFor();
  const before = await rows(page).count();
  const { page: linked } = await visit(`${pair}&a=${SUSPENDS}&b=${FIRM}&hand=${a}.${b}`);
  await rows(linked).first().waitFor();
  assert.equal(await rows(linked).count(), before + 1);
  const { page: compared } = await visit(`?a=${SUSPENDS}&b=${FIRM}&hand=${a}.${b}`);
  await found(compared).waitFor();
  await turnTo(compared, "Story");
  await rows(compared).first().waitFor();
  await says(compared, "hand", `${a}.${b}`);
});

reader("what stands in one article alone is counted and can be read", async ({ visit }) => {
  const { page } = await visit(STORY);
  const alone = region(page, "Told by one alone");
  await alone.waitFor();
  let sum = 0;
  for (const [at, one] of (await alone.locator(`${PART.alone} > li`).all()).entries()) {
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
  assert.match(await found(page).innerText(), new RegExp(`The other ${sum} sentences are in only one article`));
});

reader("quotations stand by speaker, each in the words of its article", async ({ visit }) => {
  const { page } = await visit(STORY);
  const section = region(page, "Quotations by speaker");
  const summary = section.getByText(/^\d+ quotations of \d+ speakers$/);
  await summary.waitFor();
  assert.equal(await section.locator("q").count(), 0, "it is made when it is opened");
  await summary.press("Enter");
  const rasmussen = section.locator(`${PART.speakers} > li`).filter({ hasText: "Rasmussen" }).first();
  await rasmussen.waitFor();
  assert.match(await rasmussen.innerText(), /quoted in 2 of 5 articles/);
  assert.match(await rasmussen.innerText(), /told/);
  const said = await texts(rasmussen.locator("q"));
  assert.ok(said.length > 2, said.join("; "));
  for (const one of await texts(section.locator("q"))) assert.ok(IDS.some((id) => article(id).text.includes(one)), one);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(await sticksOut(page), []);
});

reader("what an article leaves out is chosen by a link, and listed with who tells it", async ({ visit }) => {
  const { page } = await visit(STORY);
  const section = region(page, "What one article leaves out");
  await section.waitFor();
  assert.equal(await section.locator(`${PART.omissions} > li`).count(), 0);
  const choice = section.getByRole("link", { name: /^What is left out by/ }).nth(2);
  const listed = section.locator(`${PART.omissions} > li`);
  await choice.press("Enter");
  await says(page, "without", IDS[2]);
  await section.getByRole("status").getByText(/leaves out \d+ of \d+ claims/).waitFor();
  assert.equal(await choice.getAttribute("aria-current"), "true");
  assert.equal(await choice.evaluate((one) => one === document.activeElement), true, "the focus stays");
  const number = await listed.count();
  assert.ok(number > 0);
  const told = [];
  for (const one of await listed.all()) {
    told.push(/Told by ([^·]+)/.exec(await one.innerText())[1].split(/, | and /).length);
    const text = await one.locator(`${PART.said} p`).first().innerText();
    assert.ok(IDS.some((id, at) => at !== 2 && article(id).text.includes(text)), text);
  }
  assert.deepEqual(told, [...told].sort((a, b) => b - a), "what most tell comes first");
  await listed.first().getByRole("link", { name: "In the table" }).press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.matches(PART.opener)), true, "it leads to its row");
  await page.reload();
  await listed.first().waitFor();
  assert.equal(await listed.count(), number, "the link says which");
  await choice.click();
  await says(page, "without", undefined);
  assert.equal(await listed.count(), 0, "a second press takes it back");
});

reader("the address names the articles, and what it names wrongly is said", async ({ visit }) => {
  const { page } = await visit(of(SUSPENDS, FIRM));
  await finds(page, /both articles/);
  assert.equal(await heads(page).count(), 3);
  assert.equal(await notice(page).count(), 0);
  const { page: other } = await visit(of(SUSPENDS, "no-such-article", FIRM, SIGNS));
  await other.getByText("This link asks for an article called ‘no-such-article’").waitFor();
  await finds(other, /of the three articles|all three articles/);
  assert.equal(await heads(other).count(), 4);
  const { page: few } = await visit(of(SUSPENDS, "own-elsewhere"));
  await few.getByText("A text of this story was kept in another browser").waitFor();
  await few.getByText("only one of those that this link names is here").waitFor();
  await few.getByText("Choose two or more articles above").waitFor();
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
  await page.getByText("Choose two or more articles above").waitFor();
  await tick(page, IDS[0]).click();
  await tick(page, IDS[1]).click();
  await finds(page, /both articles/);
});

reader("a looser step finds more, and the address keeps it", async ({ visit }) => {
  const { page } = await visit(STORY);
  await rows(page).first().waitFor();
  const finding = found(page);
  const looser = page.getByRole("link", { name: "Look more loosely" });
  for (const step of ["loose", "loosest"]) {
    const before = await finding.innerText();
    await looser.click();
    await says(page, "strict", step);
    await page.getByText(`Strictness: ${step}.`).waitFor();
    await until(page, "it finds otherwise", (before) => document.querySelector(PART.found).innerText !== before, before);
  }
  const said = await finding.innerText();
  assert.equal(await looser.isVisible(), false, "there is no looser step");
  await page.reload();
  await rows(page).first().waitFor();
  assert.equal(await finding.innerText(), said);
});

reader("articles that share nothing are said to, and what to try", async ({ visit }) => {
  const { page } = await visit(`${of(SUSPENDS, RECOGNITION)}&strict=strictest`);
  await finds(page, /^No claim is in both articles\.$/);
  await page.getByText("A looser step may find claims told in other words").waitFor();
  assert.equal(await rows(page).count(), 0);
  const alone = await region(page, "Told by one alone").innerText();
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
  await page.getByRole("link", { name: "Only yours: 2 texts" }).click();
  await finds(page, /both articles/);
  assert.equal(await page.getByRole("checkbox").first().isChecked(), true, "they stand before the site's");
  await page.goBack();
  await finds(page, /of the seven articles/);
  const river = row(page, "river rose by two metres before dawn");
  await river.waitFor();
  assert.equal(await river.locator(`td${PART.silent}`).count(), 5);
  await page.reload();
  await finds(page, /of the seven articles/);
  assert.equal(await notice(page).count(), 0);
  assert.match(query(page).of, /\.own-[a-z0-9-]+\.own-[a-z0-9-]+$/);
  assert.match(await page.title(), /^Story/);
  const alone = region(page, "Told by one alone").locator(`${PART.alone} > li`).filter({ hasText: /night of rain/i });
  await alone.getByText("Read them").click();
  await alone.getByText("<b>Bold</b> & <script>alert(1)</script> stays as it is.").waitFor();
  assert.equal(await page.locator("main script").count(), 0);
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
  for (const screen of ["phone", "tablet", "desk"]) {
    for (const view of ["", "&view=read"]) {
      reader(`axe finds nothing, and nothing sticks out, ${scheme}, ${screen}${view}`, async ({ visit }) => {
        const { page } = await visit(STORY + view, { scheme, screen });
        await (view ? page.locator(PART.readArticle) : found(page)).waitFor();
        await choose(page);
        if (!view) await region(page, "Told by one alone").getByText("Read them").first().click();
        assert.deepEqual(await findings(page), []);
        assert.deepEqual(await sticksOut(page), []);
        assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
      });
    }
  }
}

reader("on a phone a claim is a card, its answers together, and who says nothing last", async ({ visit }) => {
  const { page } = await visit(STORY, { screen: "phone" });
  await cards(page).first().waitFor();
  assert.equal(await table(page).count(), 0, "the table is not there for anyone");
  const troops = cards(page).filter({ hasText: "How many troops" });
  const answers = await texts(troops.locator(`${PART.groups} > li`));
  assert.ok(answers.length > 2);
  assert.match(answers.at(-1), /^says nothing/);
  await troops.getByRole("button").first().click();
  await troops.locator(`${PART.sayings} > li`).first().waitFor();
  await choose(page);
  const small = await page.locator("main :is(a, summary, label, button, select)").evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && !one.closest(PART.matrix) && getComputedStyle(one).display !== "inline")
      .map((one) => [one.textContent, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => height < 43.5 || width < 43.5)
      .map(([text, { width, height }]) => `${text}: ${width} × ${height}`),
  );
  assert.deepEqual(small, []);
});

reader("on paper stand the claims with their answers, and no controls", async ({ visit }) => {
  const { page } = await visit(STORY);
  await rows(page).first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByText(/^Articles in this story/).isVisible(), false);
  assert.equal(await page.getByRole("link", { name: "Most told" }).isVisible(), false);
  assert.equal(await page.locator(PART.finding).isVisible(), true);
  assert.deepEqual(await sticksOut(page), []);
  const disc = await heads(page).locator(PART.disc).first().evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).borderStyle]);
  assert.deepEqual(disc, ["rgb(0, 0, 0)", "solid"]);
});

reader("the five articles come on two pages of paper", async ({ visit }) => {
  const { page } = await visit(STORY);
  await rows(page).first().waitFor();
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 2, format);
  }
});

reader("fifty articles are one story, in a table that scrolls by itself", async ({ visit }) => {
  const { page } = await visit(ADD);
  const all = dam();
  const fifty = Array.from({ length: 50 }, (_, at) => {
    const { name, buffer } = all[at % 12];
    const text = buffer.toString().replace(/\n\n/, `\n\nReport number ${at + 1} was written in the ${"abcdefghij"[at % 10]}${at} office.\n\n`);
    return file(`${at}-${name}`, text);
  });
  await asStory(page, fifty);
  await page.getByRole("heading", { level: 1, name: "50 articles as one story" }).waitFor();
  assert.equal(await heads(page).count(), 51);
  const fold = page.getByRole("button", { name: /^Merge sources with the same wording: \d+ columns instead of 50$/ });
  const columns = Number(/(\d+) columns/.exec(await fold.innerText())[1]);
  await fold.click();
  await until(page, "they are folded", (columns) => document.querySelectorAll(`${PART.answers} thead th`).length === columns + 1, columns);
  assert.deepEqual(await findings(page), []);
  const group = heads(page).getByRole("button", { name: /and \d+ in its words/ }).first();
  const others = Number(/and (\d+) in/.exec(await group.innerText())[1]);
  await group.click();
  await until(page, "one is unfolded", (count) => document.querySelectorAll(`${PART.answers} thead th`).length === count, columns + 1 + others);
  await fold.click();
  await until(page, "none is folded", () => document.querySelectorAll(`${PART.answers} thead th`).length === 51);
  assert.match((await page.locator(PART.finding).innerText()).toLowerCase(), /four, five, six, seven/);
  assert.deepEqual(await sticksOut(page), []);
  const matrix = page.getByRole("table", { name: "All pairs" });
  await matrix.scrollIntoViewIfNeeded();
  await until(page, "all pairs are there", () => document.querySelectorAll(`${PART.matrix} a`).length === 50 * 49);
  assert.equal(await matrix.getByRole("rowheader").count(), 50);
});
