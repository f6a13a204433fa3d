// Sharing and taking along: links that carry texts, and collections.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { setUp } from "../lib/browser.mjs";
import { column, findings, found, KNOWN, more, says, settled, share, SIGNS, toast, until } from "../lib/pages.mjs";
import { open, real, sheetOf } from "../lib/import.mjs";
import { ADD, NIGHT, RAIN, compareTwo, keep, ownCards, shareLink, stored, toLibrary } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const relative = (link) => link.slice(link.indexOf("?"));
const notices = (page) => page.locator(`${PART.notice} p`);
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const NOTHING = { articles: [], comparisons: [] };

reader("a link carries both texts into a fresh profile, with view and filters, and keeps nothing", async ({ visit, site }) => {
  const { page } = await visit(ADD, clipboard);
  await compareTwo(page);
  await page.keyboard.press("2");
  await says(page, "view", "one");
  await share(page);
  const panel = page.getByRole("dialog", { name: "Share your texts" });
  await panel.getByText(/The link carries the texts themselves: \d+ characters/).waitFor();
  assert.deepEqual(await findings(page), []);
  await panel.getByRole("button", { name: "Copy link" }).click();
  await toast(page).getByText("Link copied, with the texts in it").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\?a=own-[^#]*&view=one#texts=1\.\d+\.\d+\.[a-z2-7]{13}\.[\w-]+$/);

  // Nothing in what a host sees tells which texts these are: another browser calls the same texts something else.
  const { page: third } = await visit(ADD);
  await compareTwo(third);
  const ids = (address) => ["a", "b"].map((key) => new URL(address).searchParams.get(key));
  assert.ok(ids(third.url()).every((id) => id.startsWith("own-") && !ids(link).includes(id)));

  const { page: other } = await visit(relative(link));
  await other.getByText("Shared with you: both texts came with the link and are not kept.").waitFor();
  await found(other).waitFor();
  await says(other, "view", "one");
  assert.equal(await found(other).innerText(), await found(page).innerText());
  assert.equal(await notices(other).count(), 0);
  assert.deepEqual(await stored(other), NOTHING);
  await other.keyboard.press("1");
  await says(other, "view", undefined);
  await other.reload();
  await other.getByText("Shared with you").waitFor();
  await found(other).waitFor();
  assert.ok(!site.requested.some((path) => path.includes("texts=")), "the fragment is never sent");
  await other.getByRole("button", { name: "Keep both" }).click();
  await other.getByText("Shared with you").waitFor({ state: "detached" });
  assert.equal((await stored(other)).articles.length, 2);
  await toLibrary(other);
  await other.reload();
  await ownCards(other).nth(1).waitFor();
});

reader("a link that carries texts has the selected sentence and the filters too", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  await page.keyboard.press("j");
  await page.getByRole("region", { name: "Selected" }).waitFor();
  await more(page);
  await page.getByRole("group", { name: "Kinds of match shown" }).getByRole("button").first().click();
  await says(page, "kinds", "edited.related");
  const selected = await page.getByRole("region", { name: "Selected" }).innerText();
  const link = await shareLink(page);
  assert.match(link, /[?&]at=\d+\.\d+&.*kinds=edited\.related.*#texts=/);
  const { page: other } = await visit(relative(link));
  await found(other).waitFor();
  await says(other, "kinds", "edited.related");
  assert.equal(await other.getByRole("region", { name: "Selected" }).innerText(), selected);
});

reader("articles of the library keep their short link", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, clipboard);
  await found(page).waitFor();
  await share(page);
  await toast(page).getByText("Link copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!link.includes("#") && link.length < 200, link);
});

reader("in place of a long link the comparison is offered as a page that stands by itself", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  await share(page);
  await page.getByRole("dialog", { name: "Share your texts" }).getByRole("button", { name: /Save the comparison as a page/ }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Web page|HTML/ }).first().click()]);
  const html = await readFile(await download.path(), "utf8");
  assert.ok(html.includes("The river rose by two metres before dawn"), html.slice(0, 200));
  assert.ok(!/<script|src=|https?:\/\/(?!www\.w3\.org)/.test(html), "nothing of another place is in it");
});

reader("a pair of one own text and one of the library carries the one alone", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  const [id] = (await stored(page)).articles;
  await page.goto(new URL(`./?a=${SIGNS}&b=${id}`, page.url()).href);
  await found(page).waitFor();
  const link = await shareLink(page);
  const { page: other } = await visit(relative(link));
  await other.getByText("Shared with you: the second text came with the link and is not kept.").waitFor();
  await found(other).waitFor();
  assert.match(await other.getByRole("combobox", { name: /Second article/ }).locator("option:checked").innerText(), /^Rain over the city/);
});

reader("an own link without the texts says in words what to ask for", async ({ visit }) => {
  const { page } = await visit(`?a=${SIGNS}&b=own-elsewhere`);
  await notices(page).getByText("The second text of this link was kept in another browser, or is no longer here. Ask the sender for a link that carries it.").waitFor();
});

reader("a link that was cut off or changed says so, and loses nothing", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  const link = relative(await shareLink(page));
  const kept = await stored(page);
  const { page: other } = await visit(ADD);
  await keep(other, RAIN);
  await keep(other, { text: "Something else that is only here." });
  const before = await stored(other);
  const data = link.lastIndexOf(".") + 1;
  const changed = link.slice(0, data + 20) + (link[data + 20] === "A" ? "B" : "A") + link.slice(data + 21);
  for (const [spoilt, words] of [
    [link.slice(0, -40), /^This link was cut off on its way: \d+ of the \d+ characters that carry its texts arrived\. Nothing of yours is lost\./],
    [link.slice(0, link.indexOf("#texts=") + 9), /^This link was cut off on its way/],
    [changed, /^This link was changed on its way/],
    [link.replace("#texts=1.", "#texts=7."), /does not know/],
    [link.replace(/#texts=1\.(\d+)\.\d+\./, "#texts=1.$1.999999999."), /more text than this page unpacks/],
    // More than it says: the unpacking stops there.
    [link.replace(/#texts=1\.(\d+)\.\d+\./, "#texts=1.$1.20."), /^This link was changed on its way/],
  ]) {
    await other.goto("about:blank");
    await other.goto(new URL(spoilt, page.url()).href);
    await other.waitForSelector("html[data-boot=done]");
    await notices(other).filter({ hasText: words }).waitFor();
    assert.equal(await notices(other).count(), 1, spoilt.slice(0, 80));
    assert.deepEqual(await stored(other), before);
  }
  await other.goto("about:blank");
  await other.goto(new URL(`${link}.`, page.url()).href);
  await found(other).waitFor();
  assert.equal(await notices(other).count(), 0, "a stop behind the link does no harm");
  assert.equal(kept.articles.length, 2);
});

reader("a long link says from which length programs cut it, and a file is offered", async ({ visit }) => {
  const { page } = await visit(ADD);
  const words = Array.from({ length: 3000 }, (_, n) => `w${((n * 7919) % 65521).toString(36)}`).join(" ");
  await compareTwo(page, { text: words }, NIGHT);
  await share(page);
  const panel = page.getByRole("dialog", { name: "Share your texts" });
  await panel.getByText(/Too long for mail programs that send plain text \(998\), Discord \(2,000\) and Telegram \(4,096\)/).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), panel.getByRole("button", { name: "Save the texts as a file" }).click()]);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual([file.crossread, file.version, file.articles.length], ["collection", 1, 2]);
});

reader("a reader's own version of a shared text is not touched", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  const link = relative(await shareLink(page));
  await toLibrary(page);
  await page.getByRole("link", { name: "Edit ‘Rain over the city.’" }).click();
  await page.getByLabel("Text", { exact: true }).fill("My own version of it.");
  await page.getByRole("button", { name: "Save" }).click();
  await ownCards(page).nth(1).waitFor();
  await page.goto(new URL(link, page.url()).href);
  await page.getByText("Shared with you: the first text came with the link").waitFor();
  await page.getByText("Nobody slept.").first().waitFor();
  assert.equal((await stored(page)).articles.length, 2);
  await toLibrary(page);
  await page.getByRole("link", { name: "Edit ‘Rain over the city.’" }).click();
  assert.equal(await page.getByLabel("Text", { exact: true }).inputValue(), "My own version of it.");
});

reader("a collection is taken along, joined without doubles, and a foreign or damaged file says so", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  await page.getByRole("button", { name: "Keep this comparison" }).click();
  await page.getByText("Kept: it is in the library").first().waitFor();
  await toLibrary(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const text = await readFile(await download.path(), "utf8");
  const open = async (page, text, button = "Open a collection") => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: button }).click()]);
    await chooser.setFiles([{ name: "collection.json", mimeType: "application/json", buffer: Buffer.from(text) }]);
  };
  const { page: other } = await visit(ADD);
  await open(other, text, "Open files");
  await notices(other).getByText("2 texts and 1 comparison added from the collection.").waitFor();
  await toLibrary(other);
  assert.equal(await ownCards(other).count(), 2);
  assert.deepEqual(await stored(other), await stored(page));
  await open(other, text);
  await notices(other).getByText("Everything in this collection is here already.").waitFor();
  await open(other, text.slice(0, -50));
  await notices(other).getByText("This file is damaged or not a collection").waitFor();
  await open(other, '{"name":"a package","version":1}');
  await notices(other).getByText("This file is not a collection of Crossread’s.").waitFor();
  assert.deepEqual(await stored(other), await stored(page));
  await other.reload();
  await other.getByRole("link", { name: "Rain over the city. / A night of rain." }).click();
  await found(other).waitFor();
});

const SCRIPTS = [
  { language: "uk", text: "Дощ над містом.\n\nДощ ішов усю ніч, сказали посадовці у вівторок. Ніхто не спав." , second: "Ніч дощу.\n\nУ вівторок посадовці сказали, що дощ ішов усю ніч. Школи зачинено." },
  { language: "ar", rtl: true, text: "مطر فوق المدينة.\n\nهطل المطر طوال الليل فوق المدينة كلها، قال مسؤولون يوم الثلاثاء.", second: "ليلة المطر.\n\nقال مسؤولون يوم الثلاثاء إن المطر هطل طوال الليل فوق المدينة كلها." },
  { language: "zh", text: "城市上空的雨。\n\n官员周二表示，整夜都在下雨。没有人睡觉。", second: "雨夜。\n\n整夜都在下雨，官员周二表示。学校停课。" },
  { language: "de", text: "Regen über der Stadt.\n\nDer Regen fiel die ganze Nacht, sagten Behörden am Dienstag. Es war naß.", second: "Eine Regennacht.\n\nAm Dienstag sagten Behörden, der Regen sei die ganze Nacht gefallen." },
  { text: "🌧️ Rain 👩‍👩‍👧‍👦 over the city.\n\nIt rained 🌧️🌧️ all night 👍🏽, officials said.", second: "🌧️ A night.\n\nOfficials said it rained 🌧️🌧️ all night 👍🏽." },
];

reader("texts of many scripts and both directions go from paste to permalink unharmed", async ({ visit }) => {
  for (const { language, text, second, rtl } of SCRIPTS) {
    const { page } = await visit(ADD);
    await compareTwo(page, { text, language }, { text: second, language });
    const link = relative(await shareLink(page));
    const { page: other } = await visit(link);
    await found(other).waitFor();
    const title = column(other, "A").getByRole("heading", { level: 2 });
    assert.ok((await title.textContent()).endsWith(text.split("\n")[0]), await title.textContent());
    const body = await column(other, "A").locator(PART.text).evaluate((body) => {
      for (const aloud of body.querySelectorAll(PART.aloud)) aloud.remove();
      return body.textContent.replace(/\s+/g, " ").trim();
    });
    assert.ok(body.includes(text.split("\n").at(-1)), body);
    // Asked again where the page has just drawn the paragraph anew: one that was taken out runs in no direction.
    const last = (direction) => getComputedStyle([...document.querySelectorAll(`#flow-A ${PART.paragraph}`)].at(-1)).direction === direction;
    await until(other, `a text in ${language} runs as it should`, last, rtl ? "rtl" : "ltr");
    assert.equal(await column(other, "A").locator(PART.text).getAttribute("lang"), language ?? null);
    assert.deepEqual(await findings(other), [], language);
  }
});

/** What each of these files says at its end, as their README has it. */
const FILES = [
  ["languages.docx", "languages.odt", /قالت فرق الإنقاذ|夜间风速达到每小时一百公里|під’їзд до мосту перекрито/],
  ["zatoka.html", "zatoka.pdf", /./],
  ["khalij.html", "languages.pdf", /./],
];

/** Which way each element runs that the selector finds, and in which language: "rtl ar". */
const runs = (page, selector) =>
  page.locator(selector).evaluateAll((all) => [
    ...new Set(all.map((one) => `${getComputedStyle(one).direction} ${one.closest("[lang]").getAttribute("lang")}`)),
  ]);

reader("titles, quotations and passages run the way their text does, and the site's own words the way they do", async ({ visit }) => {
  const [arabic] = SCRIPTS.filter(({ rtl }) => rtl);
  const english = { text: `Rain over the city.\n\nIt rained all night. ${arabic.second.split("\n").at(-1)}`, language: "en" };
  // A sentence in Arabic runs from right to left also where it stands in an English text; with the one before it, that one says.
  for (const [second, b, alone] of [
    [{ text: arabic.second, language: "ar" }, "rtl ar", "rtl ar"],
    [english, "ltr en", "rtl en"],
  ]) {
    for (const screen of ["desk", "narrow"]) {
      const { page } = await visit(ADD, { screen });
      await compareTwo(page, { text: arabic.text, language: "ar" }, second);
      await page.getByRole("button", { name: "Next match" }).click();
      await page.getByRole("region", { name: "Selected" }).waitFor();
      const where = `${b}, ${screen}`;
      assert.deepEqual(await runs(page, `${PART.column}:first-of-type h2`), ["rtl ar"], where);
      assert.deepEqual(await runs(page, PART.drawer), ["ltr en"], where);
      assert.deepEqual(await runs(page, `${PART.drawer} ${PART.answer} p`), [alone], where);
      await page.keyboard.press("3");
      await page.locator(PART.card).first().waitFor();
      assert.deepEqual(await runs(page, `${PART.card} blockquote:first-of-type:not(${PART.answer}) p`), ["rtl ar"], where);
      assert.deepEqual(await runs(page, `${PART.card} blockquote:last-of-type:not(${PART.answer}) p`), [b], where);
      assert.ok((await runs(page, `${PART.passages} ${PART.words}`)).every((one) => one === "rtl ar"), where);
      assert.deepEqual(await findings(page), [], where);
    }
  }
});

reader("texts of many scripts go from real files to a permalink in a fresh profile unharmed", async ({ visit }) => {
  for (const [first, second, says] of FILES) {
    const { page } = await visit(ADD);
    await open(page, [real(first), real(second)]);
    await sheetOf(page, second).waitFor();
    const texts = [];
    for (const name of [first, second]) {
      texts.push(await sheetOf(page, name).getByLabel("Text", { exact: true }).inputValue());
      assert.match(texts.at(-1), says);
      await sheetOf(page, name).getByRole("button", { name: "Keep this text" }).click();
      await sheetOf(page, name).waitFor({ state: "detached" });
    }
    await page.getByRole("link", { name: "Compare the last two" }).click();
    await found(page).waitFor();
    const { page: other } = await visit(relative(await shareLink(page)));
    await found(other).waitFor();
    await settled(other);
    // Two texts of two languages share nothing.
    const anyway = other.getByRole("button", { name: "Read them side by side anyway" });
    if (await anyway.count()) await anyway.click();
    for (const [place, letter] of ["A", "B"].entries()) {
      const body = await column(other, letter).locator(PART.text).evaluate((body) => {
        for (const aloud of body.querySelectorAll(`${PART.aloud}, ${PART.tag}`)) aloud.remove();
        return body.textContent.replace(/\s+/g, "");
      });
      // Folded parts stand there too; nothing is missing, and nothing is another character.
      for (const line of texts[place].split(/\n+/).filter(Boolean)) assert.ok(body.includes(line.replace(/\s+/g, "")), line);
    }
  }
});
