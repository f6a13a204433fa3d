// Beginning with texts of one's own, on the first page: two boxes and Compare. What is typed there is never lost, and never
// leaves the browser.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { article, eventually, finding, findings, FIRM, found, query, SIGNS, sticksOut, turnTo, until } from "../lib/pages.mjs";
import { NIGHT, RAIN, ownCards, stored } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const box = (page, name) => page.getByRole("textbox", { name });
const one = (page) => box(page, "One report");
const other = (page) => box(page, "The other");
const compare = (page) => page.getByRole("button", { name: "Compare", exact: true });
const fault = (page, words) => page.locator(`${PART.begin} ${PART.fault}`, { hasText: words });
const tick = (page, id) => page.getByRole("region", { name: "Five articles" }).getByRole("checkbox", { name: article(id).title.slice(0, 40) });
const chosen = (page, which) => page.getByRole("combobox", { name: which }).locator("option:checked").innerText();

/** As a reader copies it off a page: headline, byline and day above the text, which begins with a dateline. */
const COPIED = `Harbour floods for the third time | Merrow Post

By Jane Doe, The Merrow Post
Published 13 March 2025

MERROW QUAY (Reuters) - ${RAIN.text.split("\n\n")[1]}
`;

reader("two texts are pasted and compared with one press", async ({ visit }) => {
  const { page, seen } = await visit();
  await one(page).fill(RAIN.text);
  await other(page).fill(NIGHT.text);
  await compare(page).click();
  // The room for it stands there before the finding does.
  await finding(page).waitFor();
  const { a, b } = query(page);
  for (const id of [a, b]) assert.match(id, /^own-[a-z0-9-]+$/);
  assert.match(await chosen(page, /First article/), /Rain over the city/);
  assert.match(await chosen(page, /Second article/), /A night of rain/);
  assert.equal((await stored(page)).articles.length, 2);
  assert.ok(
    seen.requests.every((url) => !/rain|Officials/i.test(decodeURIComponent(url))),
    "no address carries what was pasted",
  );
  // Going back leads to the boxes, and the texts stand first among what there is.
  await page.goBack();
  await ownCards(page).nth(1).waitFor();
  const [own, shipped] = await Promise.all(["Your texts", "Five articles"].map((name) => page.getByRole("region", { name }).boundingBox()));
  assert.ok(own.y < shipped.y, "what is one's own comes first");
  assert.equal(await one(page).inputValue(), "", "there is room for the next two");
  await page.goForward();
  await found(page).waitFor();
  await page.reload();
  await found(page).waitFor();
});

reader("Compare pressed before the program is there compares when it has come", async ({ visit }) => {
  for (const typed of [true, false]) {
    let go;
    const held = new Promise((then) => (go = then));
    const hold = (context) => context.route(/_bg\.wasm$|crossread-site-.*\.wasm$/, async (route) => held.then(() => route.continue()));
    const { page } = await visit("", { started: false, before: hold });
    if (typed) {
      await one(page).fill(RAIN.text);
      await other(page).fill(NIGHT.text);
      await compare(page).click();
    } else {
      for (const id of [SIGNS, FIRM]) await tick(page, id).check();
      await page.getByRole("button", { name: "Compare these two" }).click();
    }
    await page.getByText("It does what you asked as soon as it is ready.").waitFor();
    assert.deepEqual(await findings(page), []);
    go();
    await found(page).locator(PART.finding).waitFor();
    assert.equal(await page.getByText("It does what you asked as soon as it is ready.").count(), 0);
  }
});

reader("links of the first page keep what the site does not know, in another tab too", async ({ visit }) => {
  const { page } = await visit("?from=a-letter");
  const links = await page.locator("#first a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.ok(links.length > 10 && links.every((href) => href.includes("from=a-letter")), links.join(" "));
  await page.locator(`#first ${PART.pairs} a`).first().click();
  await found(page).waitFor();
  assert.equal(query(page).from, "a-letter");
});

reader("what stands above a pasted text is understood, and can be mended", async ({ visit }) => {
  const { page } = await visit();
  await one(page).fill(COPIED);
  await other(page).fill(NIGHT.text);
  await compare(page).click();
  await found(page).waitFor();
  assert.match(await chosen(page, /First article/), /^Harbour floods for the third time/);
  assert.equal(await page.getByText("By Jane Doe").count(), 0, "the byline is no part of the text");
  await turnTo(page, "Library");
  assert.match(await ownCards(page).last().innerText(), /The Merrow Post[^]*13 March 2025/);
  await page.getByRole("link", { name: /^Edit .*Harbour floods/ }).click();
  const field = (name) => page.getByLabel(name, { exact: true });
  assert.equal(await field("Title").inputValue(), "Harbour floods for the third time");
  assert.equal(await field("Date").inputValue(), "2025-03-13");
  assert.equal(await field("Place").inputValue(), "Merrow Quay");
  await page.getByText("Understood from the dateline.").first().waitFor();
  await field("Publisher").fill("Harbour Gazette");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await ownCards(page).filter({ hasText: "Harbour Gazette" }).waitFor();
});

reader("an address is told to be one, with what to do, and nothing is fetched", async ({ visit }) => {
  const { page, seen } = await visit();
  await one(page).fill("https://example.org/news/rain?id=1");
  await fault(page, /That is an address.*copy the article/).waitFor();
  await other(page).fill(NIGHT.text);
  await compare(page).click();
  assert.equal(await one(page).evaluate((field) => field === document.activeElement), true);
  assert.equal(await one(page).getAttribute("aria-invalid"), "true");
  assert.equal(await one(page).inputValue(), "https://example.org/news/rain?id=1");
  assert.deepEqual(await findings(page), []);
  assert.ok(seen.requests.every((url) => !url.includes("example.org")));
  await one(page).fill(RAIN.text);
  assert.equal(await fault(page, /./).count(), 0);
});

reader("an empty box says what it waits for, and what stands in the other stays", async ({ visit }) => {
  const { page } = await visit();
  await compare(page).click();
  assert.equal(await fault(page, "Paste a text here first").count(), 2);
  assert.equal(await one(page).evaluate((field) => field === document.activeElement), true);
  await one(page).fill(RAIN.text);
  await compare(page).click();
  assert.equal(await fault(page, "Paste a text here first").count(), 1);
  assert.equal(await other(page).evaluate((field) => field === document.activeElement), true);
  assert.equal(await one(page).inputValue(), RAIN.text);
  await other(page).fill(`${RAIN.text}\n`);
  await compare(page).click();
  await fault(page, "This is the same text").waitFor();
});

reader("one text is compared with an article that is chosen", async ({ visit }) => {
  const { page } = await visit();
  await other(page).fill(RAIN.text);
  await tick(page, SIGNS).click();
  await compare(page).click();
  await found(page).waitFor();
  assert.equal(query(page).a, SIGNS);
  assert.match(query(page).b, /^own-/);
});

reader("what is typed outlives a reload, other pages and going Back", async ({ visit }) => {
  const { page } = await visit();
  await one(page).fill(RAIN.text);
  await page.reload();
  await until(page, "the text is there again", (text) => document.querySelector("#begin-a")?.value === text, RAIN.text);
  await turnTo(page, "Add");
  await page.getByRole("heading", { name: "Add your own texts" }).waitFor();
  await page.goBack();
  await until(page, "the text is there again", (text) => document.querySelector("#begin-a")?.value === text, RAIN.text);
  // The compare page without a pair has the same boxes.
  await turnTo(page, "Compare");
  await page.getByRole("heading", { name: "Choose two articles to compare" }).waitFor();
  assert.equal(await one(page).inputValue(), RAIN.text);
  await other(page).fill(NIGHT.text);
  await compare(page).click();
  await found(page).waitFor();
});

reader("a tab with words in the boxes asks before it is left, and not when they are compared", async ({ visit }) => {
  const { page } = await visit();
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await one(page).click();
  await page.reload();
  await page.waitForSelector("html[data-boot=done]");
  assert.deepEqual(asked, [], "nothing is there to be lost");
  await one(page).click();
  await page.keyboard.insertText(RAIN.text);
  await page.reload();
  await page.waitForSelector("html[data-boot=done]");
  assert.deepEqual(asked, ["beforeunload"]);
  await other(page).click();
  await page.keyboard.insertText(NIGHT.text);
  await compare(page).click();
  await found(page).waitFor();
  assert.deepEqual(asked, ["beforeunload"]);
});

reader("on the compare page a text is compared with the article that is chosen there", async ({ visit }) => {
  const { page } = await visit(`?page=compare&a=${FIRM}`);
  await other(page).fill(RAIN.text);
  await compare(page).click();
  await found(page).waitFor();
  assert.equal(query(page).a, FIRM);
  assert.match(query(page).b, /^own-/);
});

const txt = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

reader("files are opened and dropped there, and one that cannot be read says why", async ({ visit }) => {
  const { page } = await visit();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files…" }).click()]);
  await chooser.setFiles([txt("rain.txt", RAIN.text), txt("empty.txt", "")]);
  await until(page, "the file is in the first box", (text) => document.querySelector("#begin-a")?.value === text, RAIN.text);
  await fault(page, /‘empty\.txt’: This file is empty/).waitFor();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "night.txt", { type: "text/plain" }));
    document.querySelector("#begin-b").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, NIGHT.text);
  await until(page, "the file is in the second box", (text) => document.querySelector("#begin-b")?.value === text, NIGHT.text);
  await compare(page).click();
  await found(page).waitFor();
});

reader("more files than there are boxes come to the page where texts are added, each once", async ({ visit }) => {
  const { page } = await visit();
  const three = [1, 2, 3].map((day) => txt(`day-${day}.txt`, `It rained on day ${day}. Nobody slept.`));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  await chooser.setFiles(three);
  // A page that is being loaded cannot be asked.
  const texts = () =>
    page
      .getByRole("textbox", { name: "Text", exact: true })
      .evaluateAll((fields) => fields.map((field) => field.value))
      .catch(() => []);
  await eventually("the third text is there", async () => (await texts()).some((text) => text.includes("day 3")));
  // What waited in the storage must not come again.
  await page.reload();
  await eventually("the third text is there again", async () => (await texts()).some((text) => text.includes("day 3")));
  assert.deepEqual((await texts()).sort(), [1, 2, 3].map((day) => `It rained on day ${day}. Nobody slept.`));
});

reader("a long headline fits a phone", async ({ visit }) => {
  const { page } = await visit("", { screen: "phone", touch: true });
  await one(page).fill(`${"Harbourmasterassociation floods again ".repeat(4).trim()}\n\n${RAIN.text.split("\n\n")[1]}`);
  await other(page).fill(NIGHT.text);
  assert.deepEqual(await sticksOut(page), []);
  await compare(page).click();
  await found(page).waitFor();
  assert.deepEqual(await sticksOut(page), []);
  await page.goBack();
  await ownCards(page).nth(1).waitFor();
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await findings(page), []);
});

reader("both boxes and Compare are reached by keyboard, before anything else of the page", async ({ visit }) => {
  const { page } = await visit();
  await one(page).focus();
  await page.keyboard.insertText(RAIN.text);
  await page.keyboard.press("Tab");
  assert.equal(await other(page).evaluate((field) => field === document.activeElement), true);
  await page.keyboard.insertText(NIGHT.text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await found(page).waitFor();
});
