// A link to two shipped articles shows its page before the program has come, and the program puts the same in its place.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { choose, FIRM, findings, IDS, KIEV, KNOWN, known, notice, pair, RECOGNITION, selected, sentence, settled, SIGNS, SUSPENDS, until } from "../lib/pages.mjs";

const { site, reader } = await setUp({ base: "/some/where/" });

/** Two that share much, two that share some, and two that share nothing. */
const MUCH = pair(SUSPENDS, FIRM);
const SOME = pair(SIGNS, SUSPENDS);
const NONE = pair(KIEV, RECOGNITION);

/** Holds the program back until `go` is called, and adds up what moves. */
const held = () => {
  let go;
  const released = new Promise((then) => (go = then));
  const before = async (context) => {
    await context.route(/crossread-site-.*\.wasm$/, (route) => released.then(() => route.continue()));
    await context.addInitScript(() => {
      window.crossreadShift = 0;
      window.crossreadPaints = [];
      const seen = () => (window.crossreadDrawn ||= document.documentElement.dataset.drawn !== undefined);
      new MutationObserver(seen).observe(document, { attributes: true, attributeFilter: ["data-drawn"], subtree: true });
      const each = (type, then) => new PerformanceObserver((list) => list.getEntries().forEach(then)).observe({ type, buffered: true });
      each("layout-shift", ({ value }) => (window.crossreadShift += value));
      each("largest-contentful-paint", ({ startTime, element }) => window.crossreadPaints.push([startTime, element?.outerHTML.slice(0, 200)]));
    });
  };
  return { before, go };
};

const drawn = (page) => page.waitForSelector("html[data-drawn] #boot .comparison");
const started = async (page) => {
  await page.waitForSelector("html[data-boot=done]");
  await page.locator("#main .found").waitFor();
  await settled(page);
};

/** Where everything stands that is read or pressed: by what names it, its left and its upper edge, and what it says. */
const places = (page) =>
  page.evaluate(() => {
    const all = {};
    const selectors = ".bar .brand svg, .bar .face, .bar .row > *, .menu > summary, .finding, .counts button, .key > span, .differs .step, .differs li, .intro, .nothing h2, .nothing .words, .headline, .by, .s, .elsewhere, .fold > summary, .known > summary, .drawer .slip > *, .room, .counted > summary, .counting > .aside, .other .button, .foot p";
    for (const one of document.querySelectorAll(selectors)) {
      if (one.getClientRects().length === 0) continue;
      const { left, top } = one.getBoundingClientRect();
      const name = `${one.localName}.${one.className.baseVal ?? one.className} ${one.id} ${one.textContent.trim().slice(0, 60)}`;
      all[`${name} ${Object.keys(all).filter((other) => other.startsWith(name)).length}`] = [Math.round(left), Math.round(top)];
    }
    return all;
  });

const CASES = [
  ["two that share much", MUCH],
  ["two that share some", SOME],
  ["the same the other way round", pair(SUSPENDS, SIGNS)],
  ["two that share nothing", NONE],
  ["a match", known()],
];
for (const [name, address] of CASES) {
  for (const [screen, touch] of [["phone", true], ["tablet", false], ["desk", false]]) {
    reader(`${name}: drawn before the program, which puts the same in its place, ${screen}`, async ({ visit }) => {
      const { before, go } = held();
      const { page } = await visit(address, { screen, touch, started: false, before, newcomer: true });
      await drawn(page);
      await settled(page);
      assert.deepEqual(await findings(page), []);
      const first = await places(page);
      const title = await page.title();
      assert.ok(Object.keys(first).length > 40, Object.keys(first).join("\n"));
      const scrolled = await page.evaluate(() => scrollY);
      const now = await page.evaluate(() => performance.now());
      go();
      await started(page);
      assert.equal(await page.evaluate(() => window.crossreadDrawn), true);
      assert.equal(await page.title(), title);
      assert.ok(Math.abs((await page.evaluate(() => scrollY)) - scrolled) <= 1, "it stays scrolled");
      const then = await places(page);
      assert.deepEqual(Object.keys(then).sort(), Object.keys(first).sort(), "the same stands there");
      const moved = Object.keys(first).filter((name) => first[name].some((edge, at) => Math.abs(edge - then[name][at]) > 2));
      assert.deepEqual(moved.map((name) => `${name}: ${first[name]} became ${then[name]}`), []);
      const { shift, paints } = await page.evaluate(() => ({ shift: window.crossreadShift, paints: window.crossreadPaints }));
      assert.ok(shift <= 0.02, `it moved by ${shift}`);
      assert.ok(paints.length > 0);
      assert.deepEqual(paints.filter(([at]) => at > now), [], "what the program paints is no larger");
    }, { whole: true });
  }
}

reader("both headlines and first sentences can be read before the program has come", async ({ visit }) => {
  for (const [a, b] of [[SUSPENDS, FIRM], [SIGNS, KIEV]]) {
    const { before } = held();
    const { page } = await visit(pair(a, b), { started: false, before });
    await drawn(page);
    for (const letter of ["A", "B"]) {
      const column = page.locator(`#flow-${letter}`);
      await column.locator(".headline").waitFor();
      await column.locator(".s").filter({ visible: true }).first().waitFor();
    }
    assert.equal(await page.locator("#boot .boot").isVisible(), false);
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  }
});

reader("every link to two shipped articles is drawn", async ({ visit }) => {
  const { before } = held();
  const { page } = await visit(pair(IDS[0], IDS[1]), { started: false, before });
  for (const a of IDS) {
    for (const b of IDS.filter((b) => b !== a)) {
      await page.goto(new URL(pair(a, b), site.url).href);
      await drawn(page);
      assert.equal(await page.locator("#boot .finding").count() + (await page.locator("#boot .nothing").count()) > 0, true);
    }
  }
});

reader("who reads on before the program has come stays there, and what was opened stays open", async ({ visit }) => {
  for (const address of [MUCH, known()]) {
    for (const [screen, touch] of [["phone", true], ["desk", false]]) {
      const { before, go } = held();
      const { page } = await visit(address, { screen, touch, started: false, before });
      await drawn(page);
      const fold = page.locator("#flow-A .fold > summary").first();
      await fold.click();
      const read = sentence(page, KNOWN.alone);
      await read.evaluate((one) => scrollTo({ top: scrollY + one.getBoundingClientRect().top - 200, behavior: "instant" }));
      await settled(page);
      const top = () => read.evaluate((one) => one.getBoundingClientRect().top);
      const stood = await top();
      go();
      await started(page);
      assert.ok(Math.abs((await top()) - stood) <= 2, `${address}, ${screen}: ${stood} became ${await top()}`);
      assert.equal(await fold.evaluate((one) => one.parentElement.open), true);
      assert.equal(await page.locator("html").getAttribute("data-drawn"), null);
      assert.equal(await page.evaluate(() => document.body.style.minHeight), "");
    }
  }
});

reader("a sentence that is pressed before the program has come is selected when it is here", async ({ visit }) => {
  for (const press of [(one) => choose(one), (one) => one.press("Enter")]) {
    const { before, go } = held();
    const { page } = await visit(MUCH, { started: false, before });
    await drawn(page);
    await press(sentence(page, KNOWN.a));
    await page.getByText("It does what you asked as soon as it is ready.").waitFor();
    go();
    await selected(page).first().waitFor();
    assert.match(await selected(page).first().innerText(), new RegExp(KNOWN.a));
    assert.equal(await page.getByText("It does what you asked as soon as it is ready.").count(), 0);
  }
});

reader("controls that are used before the program has come act when it is here", async ({ visit }) => {
  const swap = async (page) => page.getByRole("button", { name: "Swap the two articles" }).click();
  const menu = async (page) => page.locator(".menu > summary").click();
  const choice = async (page) => page.locator("#pick-b").selectOption(SIGNS);
  const shared = async (page) => page.getByRole("button", { name: "Shared", exact: true }).click();
  const query = (page) => new URL(page.url()).search;
  for (const [act, done] of [
    [swap, (page) => until(page, "they are swapped", (to) => location.search === to, pair(FIRM, SUSPENDS))],
    [menu, (page) => page.locator(".menu .places").waitFor()],
    [choice, (page) => until(page, "it is chosen", (to) => location.search === to, pair(SUSPENDS, SIGNS))],
    [shared, (page) => until(page, "the view is another", () => location.search.includes("view=shared"))],
  ]) {
    const { before, go } = held();
    const { page } = await visit(MUCH, { started: false, before });
    await drawn(page);
    await act(page);
    assert.equal(query(page), MUCH);
    go();
    await done(page);
  }
});

reader("the marks that a reader chose are drawn", async ({ visit }) => {
  for (const chosen of ["differences", "wording"]) {
    const { before, go } = held();
    const both = async (context) => {
      await before(context);
      await context.addInitScript((chosen) => localStorage.setItem("crossread.marks", chosen), chosen);
    };
    const { page } = await visit(MUCH, { started: false, before: both });
    await drawn(page);
    const look = () =>
      page.evaluate(() => {
        const marks = [...document.querySelectorAll(".marks button")].map((one) => one.ariaPressed);
        return [document.querySelector(".views").classList.contains("differing"), ...marks, document.querySelector(".key").innerText];
      });
    const first = await look();
    assert.equal(first[0], chosen === "differences");
    go();
    await started(page);
    assert.deepEqual(await look(), first);
  }
});

reader("a link that says anything else waits for the program", async ({ visit }) => {
  const odd = [`${MUCH}&strict=odd`, `${MUCH}&view=one`, `${MUCH}&at=0.99999`, `${MUCH}&d=aaaaaaaa`, `${MUCH}&a=${SIGNS}`, pair(SUSPENDS, SUSPENDS), pair(SUSPENDS, "own-x"), `${MUCH}#texts=1.2.3`];
  for (const address of odd) {
    const { before, go } = held();
    const { page } = await visit(address, { started: false, before, expected: [/preload/, /texts/] });
    go();
    await page.waitForSelector("html[data-boot=done]");
    assert.notEqual(await page.evaluate(() => window.crossreadDrawn), true, address);
  }
});

reader("a link with the digest of both texts is drawn, and one to a match with it", async ({ visit }) => {
  const { page } = await visit(known());
  await page.locator("#main .finding").waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(".bar").getByRole("button", { name: /^Share\s*:/ }).first().click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /&at=.*&d=/);
  const { before } = held();
  const { page: other } = await visit(link, { started: false, before });
  await drawn(other);
  await selected(other).first().waitFor();
});

reader("who keeps own texts sees what the program shows", async ({ visit }) => {
  const own = (context) => context.addInitScript(() => localStorage.setItem("crossread.own", "on"));
  const { page } = await visit(MUCH, { before: own, expected: [/preload/] });
  assert.equal(await page.locator("html").getAttribute("data-pair"), null);
  await page.locator("#main .finding").waitFor();
});

for (const [name, file] of [["the file", /before-.*\.json$/], ["the script", "pair.js"], ["the alignment", "align.js"]]) {
  reader(`where ${name} does not come, the page waits for the program`, async ({ visit, site }) => {
    site.spoil(file, "missing");
    const { page } = await visit(MUCH, { expected: [/404/, /preload/] });
    await page.locator("#main .finding").waitFor();
    assert.equal(await notice(page).count(), 0);
  });
}

reader("where the program does not come, both texts stay, and trying again helps", async ({ visit, site }) => {
  for (const screen of ["narrow", "desk"]) {
    site.spoil(/crossread-site-.*\.wasm$/, "missing");
    const { page } = await visit(MUCH, { screen, started: false, expected: [/.*/] });
    await page.getByText("could not be downloaded completely").waitFor();
    await sentence(page, "NATO").waitFor();
    assert.equal(await page.locator("#boot .row").isVisible(), false, "no control that does nothing");
    assert.equal(await page.locator("#first").isVisible(), false);
    assert.deepEqual(await findings(page), []);
    site.mend();
    await page.getByRole("button", { name: "Try again" }).click();
    await started(page);
  }
});
