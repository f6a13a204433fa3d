// The texts on the page are the articles' own texts: nothing lost, nothing twice, nothing added but labels.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { article, column, FIRM, IDS, KIEV, pair, RECOGNITION, sentences, settled, SIGNS, SUSPENDS } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** Lines and spaces are layout; every other character counts, no-break spaces too. */
const even = (text) => text.replace(/[ \t\r\n]+/g, " ").trim();
const paragraphs = (text) => text.split("\n").map(even).filter((one) => one !== "");

/** The text of each element, without what the page says about it. `labels` are the selectors of that. */
const bare = (elements, labels = `${PART.aloud}, ${PART.tag}, ${PART.elsewhere}, summary`) =>
  elements.evaluateAll(
    (elements, labels) =>
      elements.map((element) => {
        const copy = element.cloneNode(true);
        for (const label of copy.querySelectorAll(labels)) label.remove();
        return copy.textContent;
      }),
    labels,
  );

for (const [a, b] of [
  [SUSPENDS, FIRM],
  [RECOGNITION, SIGNS],
  [KIEV, SUSPENDS],
]) {
  reader(`side by side: ${a} and ${b} stand there word for word`, async ({ visit }) => {
    const { page } = await visit(pair(a, b));
    await settled(page);
    for (const [letter, id] of [
      ["A", a],
      ["B", b],
    ]) {
      const shown = (await bare(column(page, letter).locator(`p${PART.paragraph}`))).map(even);
      assert.deepEqual(shown, paragraphs(article(id).text));
      assert.match(await column(page, letter).getByRole("heading").textContent(), /^[^:]+: /, "whose it is");
      assert.ok((await column(page, letter).getByRole("heading").textContent()).endsWith(article(id).title));
    }
  });
}

reader("with repeats and furniture back, the texts are the same", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, FIRM, "text=all"));
  await settled(page);
  for (const [letter, id] of [
    ["A", SUSPENDS],
    ["B", FIRM],
  ]) {
    assert.deepEqual((await bare(column(page, letter).locator(`p${PART.paragraph}`))).map(even), paragraphs(article(id).text));
    assert.equal(await column(page, letter).locator(PART.greyed).count(), 0, "nothing is greyed");
  }
});

for (const [a, b] of [
  [SUSPENDS, FIRM],
  [RECOGNITION, SIGNS],
]) {
  reader(`one text of ${a} and ${b} holds every sentence of both once`, async ({ visit }) => {
    const { page } = await visit(pair(a, b, "view=one"));
    await settled(page);
    const text = page.getByRole("article", { name: "Both articles as one text" });
    const ofA = await bare(text.locator('[data-side="A"]'), `${PART.aloud}, ${PART.tag}, summary, ins, [id^="b"]${PART.sentence}`);
    // The space before what B adds stands outside of the mark: it is B's, and looks like A's.
    const dense = (text) => text.replace(/\s+/g, "");
    assert.equal(dense(ofA.join("")), dense(article(a).text), "A, in its order");

    // What both have stands there in A's typography, so B is held against letters and digits only.
    const letters = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const ofB = [
      ...(await bare(text.locator(`[id^="b"]${PART.sentence}`))),
      ...(await bare(text.locator(`${PART.sentence}${PART.changed}`), `${PART.aloud}, ${PART.tag}, del`)),
    ].map(letters);
    const { page: side } = await visit(pair(a, b));
    await settled(side);
    const told = (await bare(sentences(column(side, "B")))).map(letters);
    assert.ok(told.length > 10);
    assert.deepEqual(ofB.sort(), told.sort(), "B, each sentence once");
  });
}

reader("every shipped article can be read in both places", async ({ visit }) => {
  const { page } = await visit(pair(IDS[0], IDS[1]));
  const list = async (name) => page.getByRole("combobox", { name }).locator("option:enabled").evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual((await list(/First article/)).sort(), IDS);
  assert.deepEqual((await list(/Second article/)).sort(), IDS);
});
