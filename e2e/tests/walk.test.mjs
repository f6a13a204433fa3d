// The whole of compare by keyboard alone, and as the accessibility tree has it: whatever is there can be come to, has a
// name and a role, and what changes out of sight is said.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { FIRM, KIEV, KNOWN, SUSPENDS, article, pair, query, says, settled, until } from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp();

/** What the browser tells a screen reader of the element that has the focus: role and name. */
const focused = async (page, session) => {
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
  return { role: nodes[0].role?.value, name: nodes[0].name?.value ?? "" };
};

/** Presses Tab until something with that role and name has the focus, and fails where nothing has. */
const tabTo = async (page, session, role, name, key = "Tab") => {
  const met = [];
  for (let press = 0; press < 90; press += 1) {
    await page.keyboard.press(key);
    const here = await focused(page, session);
    // The browser has another word for a fold that closes its neighbours.
    if (here.role?.replace("Grouped", "") === role && name.test(here.name)) return;
    met.push(`${here.role} “${here.name.slice(0, 40)}”`);
  }
  assert.fail(`no Tab leads to ${role} ${name}: ${met.join(", ")}`);
};

/** Notes from now on whatever live regions say. */
const listen = (page) =>
  page.evaluate(() => {
    window.crossreadHeard = [];
    const hear = () => {
      for (const region of document.querySelectorAll("[role=status]")) {
        const text = region.textContent.trim();
        if (text) window.crossreadHeard.push(text);
      }
    };
    new MutationObserver(hear).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
const heard = (page, what) =>
  until(page, `“${what}” is said`, (what) => window.crossreadHeard.some((said) => new RegExp(what).test(said)), what);

reader("the whole of compare goes by keyboard alone", async ({ visit }) => {
  const { page, context } = await visit(pair(SUSPENDS, KIEV));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const session = await context.newCDPSession(page);
  const tab = (role, name) => tabTo(page, session, role, name);
  await settled(page);
  await listen(page);

  // Past the head, to another second article, and the two swapped.
  await tab("link", /^Skip to the content$/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "found");
  await tabTo(page, session, "combobox", /^Second article, NATO Integration$/, "Shift+Tab");
  await tabTo(page, session, "combobox", /^First article, Cooperation with Russia$/, "Shift+Tab");
  await tab("combobox", /^Second article, NATO Integration$/);
  await page.keyboard.type(article(FIRM).title.slice(0, 12));
  await page.keyboard.press("Enter");
  await says(page, "b", FIRM);
  await heard(page, "^Both tell ");
  await tabTo(page, session, "button", /^Swap the two articles$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await says(page, "a", FIRM);
  await page.keyboard.press("Enter");
  await says(page, "a", SUSPENDS);

  // Views and kinds.
  await tab("button", /^One text$/);
  await page.keyboard.press("Space");
  await says(page, "view", "one");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await says(page, "view", undefined);
  await tab("DisclosureTriangle", /^More$/);
  await page.keyboard.press("Enter");
  await tab("button", /^Related \d/);
  await page.keyboard.press("Space");
  await until(page, "no related match is marked", () => document.querySelector(`${PART.sentence}${PART.related}`) === null);
  await page.keyboard.press("Space");
  await until(page, "they are marked again", () => document.querySelector(`${PART.sentence}${PART.related}`) !== null);

  // What is adjusted seldom: strictness by arrows, passages by arrows, whose words, repeats; Escape leads back.
  await tab("DisclosureTriangle", /^How sure is this\?$/);
  await page.keyboard.press("Enter");
  await tab("radio", /^normal/);
  await page.keyboard.press("ArrowDown");
  await says(page, "strict", "strict");
  await page.keyboard.press("ArrowUp");
  await says(page, "strict", undefined);
  await tab("slider", /^Shortest passage/);
  await page.keyboard.press("ArrowRight");
  await says(page, "min", "6");
  await page.keyboard.press("ArrowLeft");
  await tab("radio", /^All words/);
  await tab("checkbox", /^Repeats and furniture/);
  await page.keyboard.press("Space");
  await until(page, "the address has the switch", () => [...new URL(location.href).searchParams.keys()].length === 3);
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  assert.match((await focused(page, session)).name, /^How sure is this\?$/);
  await page.keyboard.press("Escape");
  assert.match((await focused(page, session)).name, /^More$/);

  // From match to match, into what changed, its reasons, its link; and let go.
  await tab("button", /^Next match$/);
  await page.keyboard.press("Enter");
  await until(page, "a match is selected", () => new URL(location.href).searchParams.has("at"));
  await heard(page, "^Match \\d+ of \\d+. (Edited|Related)");
  await tab("button", /^Copy passage link$/);
  await page.keyboard.press("Enter");
  await heard(page, "Passage link copied");
  assert.equal(new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams.get("at"), query(page).at);
  await page.keyboard.press("Escape");
  await says(page, "at", undefined);

  // The ruler.
  await tabTo(page, session, "slider", /matches|sentences|Where/i, "Shift+Tab");
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("End");
  await until(page, "the ruler leads to the end", (before) => scrollY > before, before);
  // How it is counted.
  await tab("DisclosureTriangle", /How this is counted/);
  await page.keyboard.press("Enter");
  await page.getByRole("rowheader", { name: "Shared in total" }).waitFor();
  await page.keyboard.press("Enter");

  // A file.
  await tabTo(page, session, "DisclosureTriangle", /^More$/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await tab("DisclosureTriangle", /^Save…$/);
  await page.keyboard.press("Enter");
  await tab("button", /^CSV/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.match((await download).suggestedFilename(), /\.csv$/);
  await heard(page, "^Saved as ");
});

for (const screen of ["desk", "phone"]) {
  reader(`another counterpart is gone to by keyboard, and the focus stays in the drawer (${screen})`, async ({ visit }) => {
    const { page, context } = await visit(pair(SUSPENDS, KIEV), { screen });
    const session = await context.newCDPSession(page);
    await settled(page);
    const twice = page.locator(`#flow-A ${PART.sentence}`, { has: page.locator(PART.aloud, { hasText: /sentences \d+ and \d+ of NATO Integration/ }) }).first();
    await twice.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Selected" }).waitFor();
    await settled(page);
    await page.keyboard.press("Enter");
    await listen(page);
    for (let turn = 0; turn < 2; turn += 1) {
      const { at } = query(page);
      await tabTo(page, session, "button", /^Also in NATO Integration: sentence \d+, /);
      await page.keyboard.press("Enter");
      await until(page, "the other match is selected", (at) => new URL(location.href).searchParams.get("at") !== at, at);
      await settled(page);
      assert.deepEqual(await focused(page, session), { role: "region", name: "Selected" }, "the focus is on the drawer");
      await heard(page, "^Match \\d+ of \\d+\\. .*NATO Integration: “.*Sentence \\d+ of Cooperation with Russia, \\d+ of NATO Integration");
      await page.evaluate(() => (window.crossreadHeard = []));
    }
    // And what changes it from outside leaves the focus in it too.
    await tabTo(page, session, "button", /^Copy quotation$/);
    const { at } = query(page);
    // Forwards, or back from the last.
    await page.keyboard.press("j");
    await settled(page);
    if (query(page).at === at) await page.keyboard.press("k");
    await until(page, "the next match is selected", (at) => new URL(location.href).searchParams.get("at") !== at, at);
    await settled(page);
    assert.deepEqual(await focused(page, session), { role: "region", name: "Selected" });
    await page.keyboard.press("Escape");
    await until(page, "the focus is back on a sentence", () => document.activeElement.matches(PART.sentence));
  });
}

/** Roles of what a reader can act on. */
const ACTS = ["button", "link", "combobox", "slider", "radio", "checkbox", "textbox", "DisclosureTriangle", "MenuListPopup"];

for (const view of ["side", "one", "shared"]) {
  reader(`in the accessibility tree of ${view}, what acts has a name, headings descend step by step, and marks are said`, async ({ visit }) => {
    const { page, context } = await visit(`${KNOWN.address}${view === "side" ? "" : `&view=${view}`}`);
    await page.locator(`${PART.sentence}${PART.edited}, ${PART.card}`).first().waitFor();
    await settled(page);
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const there = nodes.filter((node) => !node.ignored).map((node) => ({ role: node.role?.value, name: (node.name?.value ?? "").trim(), level: node.properties?.find(({ name }) => name === "level")?.value.value }));
    const nameless = there.filter(({ role, name }) => ACTS.includes(role) && role !== "MenuListPopup" && name === "");
    assert.deepEqual(nameless, []);
    const levels = there.filter(({ role }) => role === "heading").map(({ level }) => level);
    assert.equal(levels[0], 1);
    levels.forEach((level, place) => assert.ok(place === 0 || level <= levels[place - 1] + 1, `headings: ${levels}`));
    for (const role of ["banner", "main", "contentinfo"]) assert.equal(there.filter((node) => node.role === role).length, 1, role);
    // The kind of a match stands in its name, not in its colour alone.
    const [role, name, drawn] = view === "shared" ? ["heading", /^(Edited|Related)/, `${PART.card} h3`] : ["button", /^(edited|related), .*sentences? \d+.* of (Cooperation with Russia|Cooperation with Ukraine)/, `${PART.sentence}:is(${PART.edited}, ${PART.related})`];
    const marks = there.filter((node) => node.role === role && name.test(node.name)).length;
    const seen = await page.locator(drawn).count();
    assert.ok(seen >= 2, `${seen} marks are drawn`);
    assert.equal(marks, seen, "each mark that is drawn is said");
  });
}
