// The page that explains the site: found from the program and leading back, readable without it, with the engine's own
// examples; and the theme, which holds from the first paint on, here and there.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { FIRM, KNOWN, SUSPENDS, column, counting, findings, sentence, settled, sticksOut, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const heading = (page) => page.getByRole("heading", { level: 1, name: "How it works" });
const here = (page) => new URL(page.url()).pathname;
const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const DARK = "rgb(25, 24, 22)";

reader("it is found from the head, the foot and the figures, and by the address of the program", async ({ visit }) => {
  const { page } = await visit();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "How it works" }).click();
  await heading(page).waitFor();
  assert.equal(here(page), "/some/where/how.html");
  await page.goBack();
  await page.getByRole("contentinfo").getByRole("link", { name: "How it works" }).click();
  await heading(page).waitFor();

  const compared = await visit(KNOWN.address);
  await compared.page.getByText("How this is counted").click();
  await counting(compared.page).getByRole("link", { name: "More about the figures" }).click();
  await heading(compared.page).waitFor();
  assert.equal(new URL(compared.page.url()).hash, "#figures");

  const asked = await visit("?page=how#limits", { started: false });
  await heading(asked.page).waitFor();
  assert.equal(here(asked.page), "/some/where/how.html");
  assert.equal(new URL(asked.page.url()).hash, "#limits");
});

reader("it leads back, and an example leads to its place in the texts", async ({ visit }) => {
  const { page } = await visit("how.html", { started: false });
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Library" }).click();
  await page.waitForSelector("html[data-boot=done]");
  assert.equal(here(page), "/some/where/");
  await page.goBack();
  await page.locator(`${PART.example}${PART.edited}`).first().getByRole("link", { name: "See it in the texts" }).click();
  await page.waitForSelector("html[data-boot=done]");
  await page.getByRole("region", { name: "Selected" }).waitFor();
});

reader("its examples and figures are those that the program shows", async ({ visit }) => {
  const how = await visit("how.html", { started: false });
  const example = how.page.locator(`${PART.example}${PART.edited}`).first();
  const [a, b] = await example.locator(PART.quoted).allTextContents();
  const address = await example.getByRole("link").getAttribute("href");
  const said = await how.page.locator("section[aria-labelledby=figures] b").filter({ hasText: "own text" }).textContent();
  const { page } = await visit(`?a=${FIRM}&b=${SUSPENDS}`);
  const line = counting(page).getByText(/own text, \d+% is in/).first();
  await line.waitFor();
  // The page says the names, the example A and B.
  assert.deepEqual((await line.textContent()).match(/\d+%/g), said.match(/\d+%/g));
  await page.goto(new URL(address, page.url()).href);
  await page.waitForSelector("html[data-boot=done]");
  for (const [letter, words] of [["A", a], ["B", b]]) {
    await sentence(column(page, letter), words).waitFor();
    assert.match(await sentence(column(page, letter), words).getAttribute("class"), /edited (kin )?selected/);
  }
});

reader("it reads without script, and asks for no program", async ({ visit }) => {
  const { page, seen } = await visit("how.html", { script: false });
  for (const name of ["The marks", "The figures", "What it cannot know", "Step by step", "How well it does", "Sources"]) {
    await page.getByRole("heading", { level: 2, name }).waitFor();
  }
  assert.ok((await page.getByRole("table").count()) >= 2);
  assert.equal(await page.getByRole("contentinfo").getByText("no text leaves it").count(), 1);
  assert.deepEqual(seen.requests.filter((url) => url.endsWith(".wasm")), []);
});

for (const scheme of ["light", "dark"]) {
  for (const screen of ["phone", "desk"]) {
    reader(`axe finds nothing in it and nothing sticks out, ${scheme}, ${screen}`, async ({ visit }) => {
      const { page } = await visit("how.html", { scheme, screen, started: false });
      await settled(page);
      assert.deepEqual(await findings(page), []);
      assert.deepEqual(await sticksOut(page), []);
    });
  }
}

reader("the chosen theme holds before the program has started, and on this page", async ({ visit, site }) => {
  const { page } = await visit("", { scheme: "light" });
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: "Theme: light" }).click();
  await until(page, "the page is dark", (dark) => getComputedStyle(document.documentElement).backgroundColor === dark, DARK);
  site.spoil("_bg.wasm", "silent");
  await page.reload({ waitUntil: "commit" });
  // Only the stylesheet says which of the two headings in the file is shown.
  await until(page, "the stylesheet is there", () => getComputedStyle(document.documentElement).backgroundColor !== "rgba(0, 0, 0, 0)");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await ground(page), DARK, "while the program is on its way");
  site.mend();
  await page.goto(new URL("how.html", page.url()).href);
  assert.equal(await ground(page), DARK);
});
