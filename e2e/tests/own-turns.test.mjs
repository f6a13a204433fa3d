// Two tabs with the same texts, in which a reader does whatever a seed says: types, pauses, keeps, finishes, leaves, closes,
// loads again. At the end every word that was typed is kept, or stands in a field where it can be kept.
//
// CROSSREAD_SEEDS=100-149 tries these seeds in place of the usual ones. A failure names its seed and what was done.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { found, turnTo, until } from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, compareTwo, field, keepButton, storedTexts } from "../lib/own.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const [FIRST, LAST = FIRST] = (process.env.CROSSREAD_SEEDS ?? "1-8").split("-").map(Number);
const TURNS = 24;

/** Numbers from a seed, each between 0 and 1 (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often each is done, among the others. */
const ACTS = { type: 9, pause: 3, keep: 2, done: 3, leave: 2, form: 2, save: 2, close: 1, reload: 2 };

/** A reader with two tabs. */
class Reader {
  /** What was typed into texts that are compared: it has to be kept. */
  typed = [];
  /** What was typed into forms: it has to be kept, or to stand in one. */
  filled = [];
  /** What was done, in order. */
  acts = [];
  /** Whether a tab asked before it was left: then the reader chose to lose what was not saved in its forms. */
  asked = false;
  number = 0;

  constructor(seed, context, page) {
    this.random = chance(seed);
    this.seed = seed;
    this.context = context;
    this.address = page.url();
    this.tabs = [page];
    this.watch(page);
  }

  watch(page) {
    page.on("dialog", (dialog) => {
      this.asked = true;
      return dialog.accept().catch(() => {});
    });
  }

  async open() {
    const page = await this.context.newPage();
    this.watch(page);
    await page.goto(this.address);
    await page.waitForSelector("html[data-boot=done]");
    return page;
  }

  word() {
    this.number += 1;
    return `w${this.seed}x${this.number}`;
  }

  /** Chooses what is done next, and does it. */
  async turn() {
    const place = this.random() < 0.5 ? 0 : 1;
    let at = this.random() * Object.values(ACTS).reduce((sum, often) => sum + often, 0);
    const [act] = Object.entries(ACTS).find(([, often]) => (at -= often) < 0);
    this.acts.push(`${act} ${place}`);
    await this[act](this.tabs[place], place);
  }

  /** Brings a tab to the comparison, where it is elsewhere. */
  async compared(page) {
    if (await page.locator("#edit-A").isVisible()) return;
    await this.away(page, () => page.goto(this.address));
    await found(page).waitFor();
    await page.locator("#edit-A").waitFor();
  }

  /** What stands in the fields of a page, and what its tab remembers of fields that are not shown. */
  unsaved(page) {
    return page.evaluate(() => [...document.querySelectorAll("textarea")].map((one) => one.value).concat(sessionStorage.getItem("crossread.draft") ?? ""));
  }

  /** Leaves a page by something that may ask first. */
  async away(page, go) {
    this.asked = false;
    const here = await this.unsaved(page);
    await go();
    if (this.asked) this.filled = this.filled.filter((word) => !here.some((text) => text.includes(word)));
  }

  async type(page) {
    await this.compared(page);
    const text = page.locator("#live-text");
    if (!(await text.isVisible())) await page.locator("#edit-A").click();
    await text.waitFor();
    const word = this.word();
    await text.focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText(` ${word}.`);
    this.typed.push(word);
  }

  async pause(page) {
    await page.waitForTimeout([30, 450, 1_700][Math.floor(this.random() * 3)]);
  }

  /** Keeps a text that has nothing to do with the others. */
  async keep(page) {
    await turnTo(page, "Add");
    const word = this.word();
    await field(page, "Text").fill(`It snowed on ${word} and the whole night. Nobody came to see it.`);
    await keepButton(page).click();
    await page.getByRole("heading", { name: "Added just now" }).waitFor();
    this.typed.push(word);
  }

  async done(page) {
    const done = page.getByRole("button", { name: "Done" });
    if (!(await done.isVisible())) return;
    await done.click({ timeout: 5_000 }).catch(async (error) => {
      if (await done.isVisible()) throw error;
    });
  }

  /** Goes to another page of the site, or to another site and back. */
  async leave(page) {
    if (this.random() < 0.5) return turnTo(page, "Library");
    await this.away(page, () => page.goto("about:blank"));
    await page.goBack();
    await page.waitForSelector("html[data-boot=done]");
  }

  /** Writes into the form of the text that is compared. */
  async form(page) {
    const id = new URL(this.address).searchParams.get("a");
    await this.away(page, () => page.goto(new URL(`?page=add&a=${id}`, this.address).href));
    const text = field(page, "Text");
    await text.waitFor();
    const word = this.word();
    await text.focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText(` ${word}.`);
    await until(page, "the tab remembers it", (word) => sessionStorage.getItem("crossread.draft")?.includes(word), word);
    this.filled.push(word);
  }

  async save(page) {
    const save = page.getByRole("button", { name: "Save", exact: true });
    if (!(await save.isVisible())) return;
    await save.click({ timeout: 5_000 }).catch(async (error) => {
      // An earlier press may have taken the form away meanwhile.
      if (await save.isVisible()) throw error;
    });
  }

  async close(page, place) {
    await this.away(page, async () => {
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
    });
    this.tabs[place] = await this.open();
  }

  async reload(page) {
    await this.away(page, () => page.reload());
    await page.waitForSelector("html[data-boot=done]");
  }

  /** The words that are lost when everything is closed and the site is opened again. */
  async lost() {
    const offered = (await Promise.all(this.tabs.map((page) => this.unsaved(page)))).flat();
    for (const page of this.tabs) {
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
    }
    const page = await this.context.newPage();
    await page.goto(new URL("./", this.address).href);
    await page.waitForSelector("html[data-boot=done]");
    const lost = async () => {
      const texts = await storedTexts(page);
      const is = (all) => (word) => all.some((text) => text.includes(word));
      return [...this.typed.filter((word) => !is(texts)(word)), ...this.filled.filter((word) => !is([...texts, ...offered])(word))];
    };
    const end = Date.now() + 10_000;
    while ((await lost()).length > 0 && Date.now() < end) await page.waitForTimeout(100);
    return lost();
  }
}

for (let seed = FIRST; seed <= LAST; seed += 1) {
  reader(`no typed word is lost by what two tabs do in turns, seed ${seed}`, async ({ visit }) => {
    const { page, context } = await visit(ADD);
    await compareTwo(page, RAIN, NIGHT);
    const one = new Reader(seed, context, page);
    one.tabs.push(await one.open());
    for (let turn = 0; turn < TURNS; turn += 1) await one.turn();
    assert.ok(one.typed.length > 0);
    assert.deepEqual(await one.lost(), [], one.acts.join(", "));
  });
}
