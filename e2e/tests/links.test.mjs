// Links: the address alone shows the same thing to someone else, and says in words what it could not follow.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import {
  article,
  choose,
  column,
  drawer,
  FIRM,
  found,
  inSight,
  KIEV,
  KNOWN,
  known,
  NOTHING,
  notice,
  pair,
  query,
  RECOGNITION,
  says,
  selected,
  sentence,
  sentences,
  settled,
  share,
  SIGNS,
  SUSPENDS,
  toast,
  until,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const copyLink = share;
const notices = (page) => page.locator(`${PART.notice} :is(p, li)`);

/** The way from an address on this host to the same on any other. */
const relative = (url) => new URL(url).search;

reader("a copied link shows the same view and the same sentence in a fresh browser", async ({ visit, site }) => {
  for (const view of ["side", "one", "shared"]) {
    const { page } = await visit(pair(SUSPENDS, FIRM, `min=4&strict=loose&view=${view}`), clipboard);
    if (view === "shared") {
      await page.keyboard.press("j");
    } else {
      await choose(sentence(page, "do not recognize"));
    }
    await drawer(page).waitFor();
    await copyLink(page);
    await toast(page).getByText("Link copied").waitFor();
    await page.getByRole("status").filter({ hasText: "Link copied" }).waitFor({ state: "attached" });
    const link = await copied(page);
    assert.ok(link.startsWith(`${site.url}?a=`), link);
    assert.match(link, /&d=[a-z2-7]{8}/, "it carries a mark of both texts");
    assert.doesNotMatch(link, /[^A-Za-z0-9._~&=?:/-]/, "nothing in it needs escaping");
    const said = await drawer(page).textContent();

    const { page: other } = await visit(relative(link));
    await drawer(other).waitFor();
    await settled(other);
    assert.equal(await drawer(other).textContent(), said);
    assert.equal(await other.getByRole("group", { name: "View" }).getByRole("button", { pressed: true }).innerText(), { side: "Side by side", one: "One text", shared: "Shared" }[view]);
    assert.equal(await notices(other).count(), 0);
    const held = view === "shared" ? other.locator(`${PART.card}${PART.selected} h3`) : selected(other).first();
    assert.ok(await inSight(held), `scrolled to what is selected, ${view}`);
    assert.deepEqual({ ...query(other), d: "" }, { ...query(page), d: "" });
  }
});

reader("a link to a sentence far down scrolls to it, on a desk and on a phone", async ({ visit }) => {
  const { page: first } = await visit(pair(SUSPENDS, KIEV), clipboard);
  const last = sentences(column(first, "B")).last();
  await choose(last);
  await drawer(first).waitFor();
  await drawer(first).getByRole("button", { name: "Copy passage link" }).click();
  await toast(first).waitFor();
  const link = relative(await copied(first));
  const words = (await last.textContent()).slice(-30);
  for (const screen of ["desk", "phone"]) {
    // On a phone the second article is the first one's companion: the link is turned round.
    const address = screen === "desk" ? link : link.replace(/a=([^&]+)&b=([^&]+)&at=\.(\d+)/, "a=$2&b=$1&at=$3.").replace(/&d=.*/, "");
    const { page } = await visit(address, { screen });
    await drawer(page).waitFor();
    await settled(page);
    const held = sentence(page, words);
    assert.ok((await page.evaluate(() => window.scrollY)) > 300, screen);
    assert.ok(await inSight(held), screen);
  }
});

reader("Back and Forward step through pairs, and do not stop at adjustments", async ({ visit }) => {
  const { page } = await visit();
  await page.getByRole("region", { name: /pairs/ }).getByRole("link").first().click();
  await says(page, "a", FIRM);
  await page.keyboard.press("j");
  await drawer(page).waitFor();
  await page.keyboard.press("2");
  await says(page, "view", "one");
  await page.getByRole("combobox", { name: /Second article/ }).selectOption(SIGNS);
  await says(page, "b", SIGNS);
  await page.getByText("NATO said Friday it has seen signs").first().waitFor();
  await page.goBack();
  await says(page, "b", SUSPENDS);
  await page.getByText(KNOWN.alone).first().waitFor();
  assert.equal(query(page).view, "one", "with the view it was left in");
  assert.ok(query(page).at, "and with what was selected");
  await drawer(page).waitFor();
  assert.match(await page.title(), /NATO foreign ministers/);
  await page.goBack();
  await page.getByRole("region", { name: "Five articles" }).waitFor();
  assert.match(await page.title(), /Library/);
  await page.goForward();
  await says(page, "b", SUSPENDS);
  await page.goForward();
  await says(page, "b", SIGNS);
  await page.getByText("NATO said Friday it has seen signs").first().waitFor();
  assert.match(await page.title(), /NATO sees/);
});

reader("reading the page again shows what it showed", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await choose(sentence(column(page, "A"), KNOWN.a));
  await drawer(page).waitFor();
  const address = page.url();
  await page.reload();
  await drawer(page).waitFor();
  assert.equal(page.url(), address);
  await settled(page);
  assert.ok(await inSight(sentence(column(page, "A"), KNOWN.a)));
});

const refusals = [
  ["refused", () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")))],
  ["missing", () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined })],
];
for (const [how, refuse] of refusals) {
  reader(`where the clipboard is ${how}, the link stands in a field that can be copied from`, async ({ visit }) => {
    const { page } = await visit(known(), { before: (context) => context.addInitScript(refuse) });
    await copyLink(page);
    const field = page.getByRole("textbox", { name: /Copy it from here/ });
    await field.waitFor();
    assert.match(await field.inputValue(), new RegExp(`a=${SUSPENDS}&b=${FIRM}&at=`));
    await until(page, "all of it is selected", () => {
      const field = document.activeElement;
      return field.tagName === "TEXTAREA" && field.selectionStart === 0 && field.selectionEnd === field.value.length;
    });
    assert.equal(await page.getByText("Link copied").count(), 0, "nothing claims that it was copied");
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "hidden" });
    assert.equal(await drawer(page).isVisible(), true, "Escape closes the field, and lets nothing else go");
  });
}

const BAD = [
  ["an article that is not there", pair(SUSPENDS, "no-such-article"), [/an article called ‘no-such-article’, which is not in this library/], "Choose a second article"],
  ["two articles that are not there", pair("x", "y"), [/‘x’/, /‘y’/], "Choose two articles to compare"],
  ["a view that is not there", pair(SUSPENDS, FIRM, "view=upside-down"), [/a view called ‘upside-down’.*side by side/], "What was found"],
  ["a passage length out of range", pair(SUSPENDS, FIRM, "min=99"), [/‘99’ words.*3 to 12/], "What was found"],
  ["a strictness that is not there", pair(SUSPENDS, FIRM, "strict=very"), [/a strictness called ‘very’/], "What was found"],
  ["a place that is no place", pair(SUSPENDS, FIRM, "at=here"), [/‘here’, which could not be understood/], "What was found"],
  ["a place beyond the end", pair(SUSPENDS, FIRM, "at=9999999.3"), [/beyond the end of the first text/], "What was found"],
  ["an older text", pair(SUSPENDS, FIRM, "d=aaaaaaaa"), [/texts have changed since this link was made/], "What was found"],
  ["a page that is not there", "?page=storm", [/a page called ‘storm’/], "Five articles"],
  ["the same key twice", `${KNOWN.address}&a=${KIEV}`, [/two different things about the first article/], "What was found"],
  ["markup instead of an id", pair(SUSPENDS, "%3Cimg%20src=x%20onerror=alert(1)%3E"), [/‘<img src=x onerror=alert\(1\)>’/], "Choose a second article"],
];
for (const [what, address, words, heading] of BAD) {
  reader(`a link that names ${what} opens, and says so in words`, async ({ visit }) => {
    const { page } = await visit(address);
    await page.getByRole("region", { name: heading }).or(page.getByRole("heading", { name: heading })).first().waitFor();
    const said = await notices(page).allInnerTexts();
    assert.equal(said.length, words.length, said.join("\n"));
    words.forEach((pattern, place) => assert.match(said[place], pattern));
    const away = page.getByRole("button", { name: "Close this notice" });
    await away.first().click();
    await notice(page).waitFor({ state: "detached" });
  });
}

const SIX_BAD = pair(SUSPENDS, FIRM, "view=upside-down&at=here&min=99&strict=very&kinds=good&voice=loud");
const SIX_WORDS = [/a view called ‘upside-down’.*side by side/, /‘here’.*Nothing is selected/, /‘99’ words.*5 is used/, /‘very’.*normal one/, /‘good’.*All kinds/, /‘loud’.*All matches/];
reader("a link with six faults says them in one list under one heading, which is put away as one", async ({ visit }) => {
  const { page } = await visit(SIX_BAD);
  await found(page).waitFor();
  const box = notice(page);
  assert.equal(await box.count(), 1);
  await box.getByRole("heading", { name: "Part of this link could not be used" }).waitFor();
  const said = await box.getByRole("listitem").allInnerTexts();
  assert.equal(said.length, 6, said.join("\n"));
  SIX_WORDS.forEach((pattern) => assert.ok(said.some((line) => pattern.test(line)), `${pattern} in ${said.join("\n")}`));
  await box.getByRole("button", { name: "Close this notice" }).click();
  await notice(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
});

reader("one fault is a sentence alone; going on puts six away", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, FIRM, "view=upside-down"));
  await found(page).waitFor();
  assert.equal(await page.locator(`${PART.notice} :is(h2, li)`).count(), 0);
  await page.evaluate((address) => location.assign(address), SIX_BAD);
  await page.locator(`${PART.notice} li`).first().waitFor();
  await page.getByRole("combobox", { name: /Second article/ }).selectOption(SIGNS);
  await notice(page).waitFor({ state: "detached" });
});

reader("a link that is wholly understood says nothing", async ({ visit }) => {
  const { page } = await visit(known("view=one&min=3&strict=loose&text=all&voice=quoted&kinds=edited.related"));
  await drawer(page).waitFor();
  assert.equal(await notices(page).count(), 0);
});

reader("what the site does not know in an address is kept", async ({ visit }) => {
  const { page } = await visit(`${KNOWN.address}&utm_source=mail&flag`);
  await page.keyboard.press("2");
  await says(page, "view", "one");
  assert.match(page.url(), /&utm_source=mail&flag$/);
  await page.getByRole("combobox", { name: /Second article/ }).selectOption(SIGNS);
  await says(page, "b", SIGNS);
  assert.match(page.url(), /&utm_source=mail&flag$/);
  assert.equal(await notices(page).count(), 0);
});

reader("the same article on both sides says what is wrong, and offers pairs", async ({ visit }) => {
  const { page } = await visit(pair(SIGNS, SIGNS));
  await page.getByRole("heading", { name: "The same article is on both sides" }).waitFor();
  await page.getByText("shares every word with itself").waitFor();
  const offers = page.getByRole("main").getByRole("listitem").getByRole("link");
  assert.ok((await offers.count()) >= 2);
  await offers.first().click();
  await found(page).waitFor();
  assert.equal(query(page).a, SIGNS);
  await page.goBack();
  await page.getByRole("heading", { name: "The same article is on both sides" }).waitFor();
});

reader("one article alone, or none, says what to choose", async ({ visit }) => {
  for (const [address, heading] of [
    [`?a=${SUSPENDS}`, "Choose a second article"],
    [`?b=${SUSPENDS}`, "Choose a first article"],
    ["?page=compare", "Choose two articles to compare"],
  ]) {
    const { page } = await visit(address);
    await page.getByRole("heading", { name: heading }).waitFor();
    assert.equal(await notices(page).count(), 0);
    if (address === "?page=compare") {
      await page.getByRole("combobox", { name: /First article/ }).selectOption(RECOGNITION);
      await page.getByRole("heading", { name: "Choose a second article" }).waitFor();
      await page.getByRole("combobox", { name: /Second article/ }).selectOption(SIGNS);
      await found(page).waitFor();
      assert.deepEqual(query(page), { a: RECOGNITION, b: SIGNS });
    }
  }
});

reader("a link from the library can be opened in a tab of its own", async ({ visit, site }) => {
  const { page } = await visit();
  const links = page.getByRole("region", { name: /pairs/ }).getByRole("link");
  const address = await links.last().evaluate((link) => link.href);
  assert.ok(address.startsWith(`${site.url}?a=`), address);
  const { page: other } = await visit(relative(address));
  await found(other).getByText(/^Both tell /).waitFor();
  assert.ok([NOTHING, relative(address)].every((one) => one.startsWith("?a=")));
});

reader("a passage's quotation is copied with its sources and its link", async ({ visit }) => {
  const { page } = await visit(known(), clipboard);
  await drawer(page).getByRole("button", { name: "Copy quotation" }).click();
  await toast(page).getByText("Quotation copied").waitFor();
  const text = await copied(page);
  assert.ok(text.includes(KNOWN.a) && text.includes(KNOWN.b), text);
  assert.ok(text.includes(article(SUSPENDS).title));
  assert.match(text, /\?a=[^ ]*&at=[^ ]*&d=/);
});
