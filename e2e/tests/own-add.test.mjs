// Adding texts of one's own: pasting, opening, mending, editing, deleting; and nothing is lost on the way.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { finding, findings, found, notice, query, sticksOut, turnTo, until } from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, compareTwo, field, keep, keepButton, ownCards, stored, storedTexts, toLibrary, write } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

reader("two pasted texts are kept, compared, listed and offered", async ({ visit }) => {
  const { page } = await visit();
  await turnTo(page, "Add");
  await compareTwo(page);
  // The room for it stands there before the finding does.
  await finding(page).waitFor();
  const { a, b } = query(page);
  assert.match(a, /^own-[a-z0-9-]+$/);
  assert.match(b, /^own-[a-z0-9-]+$/);
  const group = page.getByRole("combobox", { name: /First article/ }).locator("optgroup[label='Your texts'] option");
  assert.equal(await group.count(), 2);
  await toLibrary(page);
  assert.equal(await ownCards(page).count(), 2);
  assert.match(await ownCards(page).last().innerText(), /Rain over the city\.[^]*\d+ words/);
  // The permalink holds on this browser.
  await page.goBack();
  await found(page).waitFor();
  await page.reload();
  await found(page).waitFor();
  assert.equal(await notice(page).count(), 0);
});

reader("an own text is compared with one of the library by choosing both", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  await toLibrary(page);
  await ownCards(page).first().click();
  await page.getByRole("region", { name: "Five articles" }).getByRole("checkbox").first().click();
  await page.getByRole("button", { name: "Compare these two" }).click();
  await found(page).waitFor();
  assert.match(query(page).a, /^own-/);
});

reader("what was understood stands beside the text while it is written", async ({ visit }) => {
  const { page } = await visit(ADD);
  const said = page.locator(PART.understood);
  assert.equal(await said.innerText(), "No words yet.");
  await field(page, "Text").fill(RAIN.text);
  assert.match(await said.innerText(), /27 words\.\s+Title, from the first sentence: Rain over the city\./);
  await field(page, "Title").fill("Rain");
  assert.doesNotMatch(await said.innerText(), /first sentence/);
});

reader("what is wrong is said in words beside its field, and nothing is lost", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keepButton(page).click();
  await page.locator(PART.fault, { hasText: "There is no text yet." }).waitFor();
  assert.equal(await field(page, "Text").getAttribute("aria-invalid"), "true");
  await write(page, { ...RAIN, title: "Rain", date: "yesterday", url: "javascript:alert(1)", language: "English, I think" });
  await keepButton(page).click();
  for (const words of ["Write the date as", "An address begins with http", "A language is written as a tag"]) {
    await page.locator(PART.fault, { hasText: words }).waitFor();
  }
  assert.equal(await field(page, "Date").evaluate((one) => one === document.activeElement), true);
  assert.equal(await field(page, "Text").inputValue(), RAIN.text);
  assert.deepEqual(await findings(page), []);
  await write(page, { text: RAIN.text, date: "2014-05", url: "https://example.org/a", language: "en" });
  await keepButton(page).click();
  await page.getByRole("heading", { name: "Added just now" }).waitFor();
});

reader("an address that is pasted is told to be one at once, and is not kept", async ({ visit }) => {
  const { page, seen } = await visit(ADD);
  await field(page, "Text").fill("https://example.org/news/rain?id=1");
  await page.locator(PART.fault, { hasText: /That is an address.*copy the article/ }).waitFor();
  await keepButton(page).click();
  assert.equal(await field(page, "Text").getAttribute("aria-invalid"), "true");
  assert.deepEqual(await storedTexts(page), []);
  assert.ok(seen.requests.every((url) => !url.includes("example.org")));
  assert.deepEqual(await findings(page), []);
  await write(page, { text: RAIN.text });
  assert.equal(await page.locator(PART.fault, { hasText: /./ }).count(), 0);
  await keepButton(page).click();
  await page.getByRole("heading", { name: "Added just now" }).waitFor();
});

reader("what is being written outlives a reload and going Back", async ({ visit }) => {
  const { page } = await visit();
  await turnTo(page, "Add");
  await write(page, { ...RAIN, title: "Rain <b>" });
  await page.goBack();
  await page.getByRole("region", { name: "Five articles" }).waitFor();
  await page.goForward();
  assert.equal(await field(page, "Text").inputValue(), RAIN.text);
  await page.reload();
  await field(page, "Text").waitFor();
  assert.equal(await field(page, "Text").inputValue(), RAIN.text);
  assert.equal(await field(page, "Title").inputValue(), "Rain <b>");
  assert.deepEqual(await stored(page), { articles: [], comparisons: [] }, "a draft is not kept before it is asked for");
});

const txt = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

reader("many files come in at once, and a bad one says what is wrong with it", async ({ visit }) => {
  const { page } = await visit(ADD);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(NIGHT.text, "utf16le")]);
  await chooser.setFiles([
    txt("rain.txt", RAIN.text.replaceAll("\n", "\r\n")),
    txt("empty.txt", ""),
    { name: "picture.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0xff]) },
    { name: "night.txt", mimeType: "text/plain", buffer: wide },
  ]);
  await page.getByText("This file is empty").waitFor();
  await page.getByText(/This file is .*, which Crossread does not read\./).waitFor();
  const texts = page.getByLabel("Text", { exact: true });
  assert.equal(await texts.count(), 2);
  assert.equal(await texts.first().inputValue(), RAIN.text);
  assert.equal(await texts.last().inputValue(), NIGHT.text);
  assert.deepEqual(await findings(page), []);
  await page.getByRole("button", { name: "Remove" }).nth(1).click();
  assert.equal(await page.getByText("This file is empty").count(), 0);
});

reader("files are dropped anywhere on the page", async ({ visit }) => {
  const { page } = await visit(ADD);
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
    data.items.add(new File([], "nothing.txt"));
    document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, RAIN.text);
  await page.getByRole("region", { name: "dropped.txt" }).waitFor();
  await page.getByRole("region", { name: "nothing.txt" }).getByText("This file is empty").waitFor();
  assert.equal(await field(page, "Text").inputValue(), RAIN.text);
});

reader("a text is renamed and edited, and its links hold", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  const [id] = (await stored(page)).articles;
  await toLibrary(page);
  await page.getByRole("link", { name: "Edit ‘Rain over the city.’" }).click();
  await field(page, "Title").fill("Rain, mended");
  await field(page, "Text").fill("Only this is left.");
  await page.reload();
  assert.equal(await field(page, "Title").inputValue(), "Rain, mended", "an edit outlives a reload");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("region", { name: "Your texts" }).locator(PART.card, { hasText: "Rain, mended" }).waitFor();
  assert.deepEqual((await stored(page)).articles, [id]);
  await page.reload();
  assert.match(await ownCards(page).innerText(), /Rain, mended[^]*4 words/);
});

reader("the same text is not kept twice", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  await write(page, RAIN);
  await field(page, "Title").fill("");
  await keepButton(page).click();
  await until(page, "the form is empty again", () => document.querySelector(`${PART.form} textarea`).value === "");
  assert.equal((await stored(page)).articles.length, 1);
});

reader("what is deleted can be brought back by keyboard, and is gone for good only afterwards", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  await toLibrary(page);
  const remove = page.getByRole("button", { name: "Delete ‘Rain over the city.’" });
  await remove.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "was deleted" }).waitFor({ state: "attached" });
  await page.getByText("was deleted").waitFor();
  assert.equal(await ownCards(page).count(), 0);
  assert.equal((await stored(page)).articles.length, 1, "not for good yet");
  await until(page, "the focus is on Undo", () => document.activeElement.textContent === "Undo");
  await page.keyboard.press("Enter");
  await ownCards(page).waitFor();
  await remove.click();
  await page.getByText("was deleted").waitFor();
  await page.mouse.move(5, 5);
  await page.getByText("was deleted").waitFor({ state: "detached", timeout: 15_000 });
  await until(page, "it is out of the storage", async () => {
    const database = await new Promise((done) => {
      const request = indexedDB.open("crossread");
      request.onsuccess = () => done(request.result);
    });
    const count = database.transaction("articles").objectStore("articles").count();
    const left = await new Promise((done) => (count.onsuccess = () => done(count.result)));
    database.close();
    return left === 0;
  });
});

reader("what is deleted does not come again though the page is closed at once", async ({ visit }) => {
  const { page, context } = await visit(ADD);
  await compareTwo(page);
  await toLibrary(page);
  await page.getByRole("button", { name: "Delete ‘Rain over the city.’" }).click();
  await page.getByText("was deleted").waitFor();
  const library = page.url();
  await page.close();
  const other = await context.newPage();
  await other.goto(library);
  await ownCards(other).getByText(NIGHT.title).waitFor();
  assert.equal(await ownCards(other).count(), 1);
  assert.equal((await stored(other)).articles.length, 1);
});

reader("what another tab deleted for good is kept again when it is brought back", async ({ visit }) => {
  const { page, context } = await visit(ADD);
  await keep(page, RAIN);
  await toLibrary(page);
  await page.getByRole("button", { name: "Delete ‘Rain over the city.’" }).click();
  await page.getByText("was deleted").waitFor();
  const other = await context.newPage();
  await other.goto(new URL(ADD, page.url()).href);
  await field(other, "Text").waitFor();
  await page.bringToFront();
  await page.getByRole("button", { name: "Undo" }).click();
  await ownCards(page).waitFor();
  await page.reload();
  await ownCards(page).getByText(RAIN.title).waitFor();
});

reader("the pages stand on a narrow phone, with targets for thumbs and nothing for axe", async ({ visit }) => {
  for (const scheme of ["light", "dark"]) {
    const { page } = await visit(ADD, { screen: "narrow", scheme });
    await keep(page, RAIN);
    const small = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(`main button, main ${PART.buttonLink}, main input:not([hidden]), main textarea, ${PART.undo} button`)]
          // What ticks an article is pressed anywhere on its card.
          .filter((one) => one.checkVisibility() && (one.closest(`label${PART.card}`) ?? one).getBoundingClientRect().height < 43.5)
          .map((one) => one.textContent || one.id),
      );
    for (const where of [undefined, "library", "compare", "privacy"]) {
      if (where === "library") await toLibrary(page);
      if (where === "compare") {
        await page.goto(new URL(ADD, page.url()).href);
        await compareTwo(page);
      }
      if (where === "privacy") await page.getByRole("contentinfo").getByRole("link", { name: /What stays here/ }).click();
      assert.deepEqual(await findings(page), [], `${where} ${scheme}`);
      assert.deepEqual(await sticksOut(page), [], `${where} ${scheme}`);
      if (where !== "compare") assert.deepEqual(await small(), [], `${where} ${scheme}`);
    }
  }
});
