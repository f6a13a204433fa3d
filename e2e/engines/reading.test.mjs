// Reading and comparing what ships with the site, in each engine: the library, a pair in all views, links, the story, paper.

import assert from "node:assert/strict";
import { Key, setUp, until } from "../lib/engines.mjs";
import { FIRM, IDS, KNOWN, SUSPENDS, article, known, offset, pair } from "../lib/pages.mjs";

const { reader } = await setUp();

/** Waits until a key of the address has this value; `undefined`: until the key is absent. */
const saysOf = (page, key, value) => until(`the address says ${key}=${value}`, async () => (await page.query())[key] === value);
/** Whether a sentence with these words is selected. */
const selected = (page, words) => page.see(".s[aria-pressed=true]", words);

reader("the library has every article and leads to a pair", async ({ open }) => {
  const page = await open();
  for (const id of IDS) await page.see("main label", article(id).title.slice(0, 40));
  assert.match(await page.session.title(), /Crossread/);
  await page.click("main label", article(SUSPENDS).title.slice(0, 40));
  await page.click("main label", article(FIRM).title.slice(0, 40));
  await page.click("button", /^Compare these two/);
  await page.see("main .s", KNOWN.a);
  const { a, b } = await page.query();
  assert.deepEqual([a, b].sort(), [FIRM, SUSPENDS].sort());
  await page.session.back();
  await page.see("main label", article(SUSPENDS).title.slice(0, 40));
});

reader("all of a pair's row is its link, and nothing beside it", async ({ open }) => {
  const page = await open();
  await page.see("table tbody tr");
  const led = await page.run(() => {
    const under = (one, from) => {
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = one.getBoundingClientRect();
      return document.elementFromPoint(left + width * from, top + height / 2)?.closest("a");
    };
    const rows = [...document.querySelectorAll("table tbody tr")];
    const own = rows.map((row) => [0.02, 0.5, 0.98].every((from) => under(row, from) === row.querySelector("a")));
    const beside = ["h1", "h2", "table thead tr", "main label"].map((css) => under(document.querySelector(css), 0.5)?.href ?? null);
    return { own, beside };
  });
  assert.deepEqual(new Set(led.own), new Set([true]));
  assert.deepEqual(led.beside, [null, null, null, null]);
});

reader("a pair stands in each of its views, with the same sentence selected", async ({ open }) => {
  const page = await open(known());
  await selected(page, KNOWN.a);
  await selected(page, KNOWN.b);
  for (const [key, view, css] of [
    ["2", "one", ".single .s"],
    ["3", "shared", ".shared .card"],
    ["1", undefined, "article .s"],
  ]) {
    await page.press(key);
    await saysOf(page, "view", view);
    await page.see(css);
  }
  await selected(page, KNOWN.b);
  await page.press(Key.ESCAPE);
  await saysOf(page, "at", undefined);
});

reader("keys lead from match to match, and a click chooses a sentence", async ({ open }) => {
  const page = await open(KNOWN.address);
  await page.see("article .s", KNOWN.a);
  await page.press("j");
  const first = await until("a sentence is selected", async () => (await page.query()).at);
  await page.press("j");
  await until("another one is", async () => ![undefined, first].includes((await page.query()).at));
  await page.press("k");
  await saysOf(page, "at", first);
  await page.press(Key.ESCAPE);
  await saysOf(page, "at", undefined);
  await page.choose("article .s", KNOWN.b);
  await selected(page, KNOWN.b);
  const at = (await page.query()).at.split(".");
  assert.equal(at[1], String(offset(FIRM, KNOWN.b)), "the address names it");
  assert.notEqual(at[0], "", "and its counterpart");
});

reader("what only the worker can answer is answered: another strictness", async ({ open }) => {
  const page = await open(pair(SUSPENDS, FIRM));
  await page.see("main .s", KNOWN.a);
  const marked = () => page.run(() => document.querySelectorAll("article .s[data-to]").length);
  const before = await until("sentences are marked", marked);
  await page.go(pair(SUSPENDS, FIRM, "strict=strictest"));
  await page.see("main .s", KNOWN.a);
  await until("fewer sentences are marked", async () => (await marked()) < before);
});

reader("a link that cannot be followed says so, and the rest of it is followed", async ({ open }) => {
  const page = await open(pair(SUSPENDS, FIRM, "view=storm&strict=loose"));
  await page.see("body", /a view called ‘storm’, which this site does not have/);
  await page.see("main .s", KNOWN.a);
  assert.equal((await page.query()).strict, "loose");
  await page.go("?a=nowhere&b=no-such");
  await page.see("body", /is not in this library/);
});

reader("the five articles stand as one story", async ({ open }) => {
  const page = await open("?page=story");
  await page.see("h1", /story|five articles/i);
  await page.see("main table th", /How many Russian troops/);
  const rows = await page.run(() => document.querySelectorAll("main table tbody tr").length);
  assert.ok(rows > 3, `${rows} rows`);
});

reader("paper has both titles, both texts and the link", async ({ open, skip }) => {
  const page = await open(known());
  await page.see("article .s", KNOWN.a);
  let paper;
  try {
    paper = await page.session.print();
  } catch (error) {
    return skip(`the driver prints nothing: ${error.message.split("\n")[0]}`);
  }
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  assert.ok(paper.length > 10_000, `${paper.length} bytes`);
  // Afterwards the page is as it was.
  await selected(page, KNOWN.a);
});

reader("how it works and the licences are pages that need no program", async ({ open }) => {
  const page = await open();
  for (const name of ["how.html", "licences.html"]) {
    await page.session.go(new URL(name, page.site.url).href);
    await page.see("h1");
    assert.ok((await page.run(() => document.body.innerText.length)) > 2_000, name);
  }
});
