// Two tabs with one text, and tabs that are closed: no typed word is lost.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { eventually, found, until } from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, compareTwo, field, keep, storedTexts, toLibrary } from "../lib/own.mjs";

const { reader } = await setUp({ base: "/some/where/" });

/** Two tabs that compare the same two texts, with the first of them open for editing in both. */
async function both(visit) {
  const { page, context } = await visit(ADD);
  await compareTwo(page);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [page, other]) {
    await found(tab).waitFor();
    await tab.locator("#edit-A").click();
    await editor(tab).waitFor();
  }
  return { page, other, context };
}

const editor = (page) => page.getByRole("textbox", { name: /^Editing / });
const done = (page) => page.getByRole("button", { name: "Done" }).click();

async function add(page, words) {
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

/** Waits until each of these words stands in a kept text. */
async function kept(page, ...words) {
  let texts;
  const whole = async () => {
    texts = await storedTexts(page);
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
  await eventually(() => `kept is ${words.join(", ")}, but ${JSON.stringify(texts)}`, whole, 15_000);
  return texts;
}

reader("what is typed in two tabs at once is kept, both versions, and said", async ({ visit }) => {
  const { page, other } = await both(visit);
  await add(page, " Alpha came.");
  await add(other, " Beta came.");
  await Promise.all([done(page), done(other)]);
  await kept(page, "Alpha came.", "Beta came.");
  await Promise.any([page, other].map((tab) => tab.getByText("Both versions are kept").first().waitFor()));
});

reader("“Done” where nothing was typed leaves what another tab wrote, and the field shows it", async ({ visit }) => {
  const { page, other } = await both(visit);
  await add(page, " Alpha came.");
  await done(page);
  await kept(page, "Alpha came.");
  await until(other, "the field has it", () => document.getElementById("live-text").value.includes("Alpha came."));
  await done(other);
  // What is written next is kept after whatever "Done" kept.
  await other.locator("#edit-A").click();
  await add(other, " Beta came.");
  await done(other);
  const texts = await kept(page, "Alpha came. Beta came.");
  assert.equal(texts.length, 2);
});

reader("keeping another text in one tab takes no words from the other", async ({ visit }) => {
  const { page, other } = await both(visit);
  await add(page, " Alpha came.");
  await other.goto(new URL(ADD, page.url()).href);
  await keep(other, { title: "Snow fell.", text: "Snow fell. It was cold that night in the whole city." });
  await add(page, " Gamma too.");
  await done(page);
  await kept(page, "Alpha came. Gamma too.", "Snow fell.");
});

reader("of two forms that are saved, both versions are kept", async ({ visit }) => {
  const { page, context } = await visit(ADD);
  await keep(page, RAIN);
  await toLibrary(page);
  await page.getByRole("link", { name: /^Edit/ }).click();
  await field(page, "Text").waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await field(other, "Text").fill("One came.");
  await field(page, "Text").fill("Two came.");
  await other.getByRole("button", { name: "Save" }).click();
  await kept(page, "One came.");
  await page.getByRole("button", { name: "Save" }).click();
  await kept(page, "One came.", "Two came.");
  await page.getByText("Both versions are kept").first().waitFor();
});

reader("words typed right before the tab is closed are there when the site is opened again", async ({ visit }) => {
  for (const long of [false, true]) {
    const { page, context } = await visit(ADD);
    await compareTwo(page, RAIN, NIGHT);
    await page.locator("#edit-A").click();
    await editor(page).waitFor();
    if (long) {
      // Long enough to be taken up only when the reader pauses.
      await editor(page).fill(`${RAIN.text} ${"It rained on and on. ".repeat(25_000)}`);
      await kept(page, "It rained on and on.");
    }
    await add(page, " Alpha came.");
    const address = new URL("./", page.url()).href;
    await page.close({ runBeforeUnload: true });
    const next = await context.newPage();
    await next.goto(address);
    await next.waitForSelector("html[data-boot=done]");
    await kept(next, "Alpha came.");
  }
});

reader("words that two closed tabs left are both there when the site is opened again", async ({ visit }) => {
  const { page, other, context } = await both(visit);
  const address = new URL("./", page.url()).href;
  await Promise.all([page, other].map((tab) => tab.evaluate(() => (IDBFactory.prototype.open = () => new EventTarget()))));
  await add(page, " Alpha came.");
  await add(other, " Beta came.");
  await Promise.all([page, other].map((tab) => tab.close({ runBeforeUnload: true })));
  const next = await context.newPage();
  await next.goto(address);
  await next.waitForSelector("html[data-boot=done]");
  await kept(next, "Alpha came.", "Beta came.");
});

reader("a field that is being written in stays when its text becomes a separate one", async ({ visit }) => {
  const { page, other } = await both(visit);
  await editor(page).evaluate((field) => (field.dataset.same = "yes"));
  await add(other, " Beta came.");
  await add(page, " Alpha came.");
  await done(other);
  await page.getByText("Both versions are kept").first().waitFor();
  await page.keyboard.type(" Gamma too.");
  assert.equal(await editor(page).getAttribute("data-same"), "yes");
  await done(page);
  await kept(page, "Beta came.", "Alpha came. Gamma too.");
  const id = (tab) => new URL(tab.url()).searchParams.get("a");
  assert.notEqual(id(page), id(other));
  await page.locator("#edit-A").click();
  await page.getByRole("link", { name: "Title, source, date" }).click();
  assert.match(await field(page, "Text").inputValue(), /Alpha came\. Gamma too\.$/);
});

reader("words on their way to the storage are there, though their tab is left right after “Done”", async ({ visit }) => {
  const { page, other, context } = await both(visit);
  await add(page, " Alpha came.");
  await add(other, " Beta came.");
  await done(other);
  await kept(page, "Beta came.");
  // A storage that takes its time.
  await page.evaluate(() => (IDBFactory.prototype.open = () => new EventTarget()));
  await done(page);
  await page.goto("about:blank");
  await page.close();
  const next = await context.newPage();
  await next.goto(other.url());
  await next.waitForSelector("html[data-boot=done]");
  await kept(next, "Alpha came.", "Beta came.");
});

reader("a tab that was hidden for a moment brings no older words back", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  await page.locator("#edit-A").click();
  await editor(page).waitFor();
  await add(page, " Alpha came.");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await add(page, " Beta came.");
  await done(page);
  await kept(page, "Alpha came. Beta came.");
  await until(page, "the tab remembers nothing more", () => !sessionStorage.getItem("crossread.draft"));
  await page.locator("#edit-A").click();
  await editor(page).waitFor();
  assert.match(await editor(page).inputValue(), /Alpha came\. Beta came\.$/);
});

reader("what is typed on the add page outlives other pages that are loaded in its place", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, NIGHT);
  await field(page, "Text").fill("Alpha came.");
  await until(page, "it is remembered", () => sessionStorage.getItem("crossread.draft")?.includes("Alpha came."));
  for (const address of ["./", "./", ADD]) {
    await page.goto(new URL(address, page.url()).href);
    await page.waitForSelector("html[data-boot=done]");
  }
  assert.equal(await field(page, "Text").inputValue(), "Alpha came.");
});

reader("a page with words that are nowhere else asks before it is closed", async ({ visit }) => {
  const { page } = await visit(ADD);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.getByLabel("Text", { exact: true }).last().click();
  await page.reload();
  assert.deepEqual(asked, []);
  await page.waitForSelector("html[data-boot=done]");
  await page.getByLabel("Text", { exact: true }).last().click();
  await page.keyboard.type("Alpha came.");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
});

reader("a draft that the browser cannot remember is said, and no older one passes for it", async ({ visit }) => {
  const { page } = await visit(ADD);
  const remembered = () => page.evaluate(() => sessionStorage.getItem("crossread.draft"));
  await field(page, "Text").fill("An older draft.");
  await until(page, "it is remembered", () => sessionStorage.getItem("crossread.draft")?.includes("An older draft."));
  // Over six million characters, which is more than the storage of a tab takes.
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  await chooser.setFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from("It rained on and on.\n\n".repeat(300_000)) });
  await page.getByText("This is more unsaved text than the browser remembers").waitFor();
  assert.equal(await remembered(), null);
  await page.getByRole("button", { name: "Remove" }).last().click();
  await eventually("what is left is remembered again", async () => (await remembered())?.includes("An older draft.") ?? false);
});
