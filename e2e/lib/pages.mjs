// The site's pages, with helpers named as a reader would name the parts, and the shipped articles as in their files.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { PART } from "./parts.mjs";

const SHELF = fileURLToPath(new URL("../../assets/articles/", import.meta.url));

/** The ids of the shipped articles, in the order of their files. */
export const IDS = readdirSync(SHELF)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length))
  .sort();

export const SUSPENDS = "nato-suspends-cooperation";
export const FIRM = "nato-firm-statements";
export const RECOGNITION = "nato-warns-on-recognition";
export const KIEV = "russia-warns-kiev";
export const SIGNS = "some-signs-of-withdrawal";

/** An article as its file has it: its title, and its text unchanged. */
export function article(id) {
  const file = readFileSync(`${SHELF}${id}.md`, "utf8");
  const end = file.indexOf("\n+++\n");
  const title = JSON.parse(/\[title\]\nvalue = (".*")\n/.exec(file.slice(0, end))[1]);
  return { id, title, text: file.slice(end + "\n+++\n".length) };
}

/** Where a quotation begins in an article's text, in Unicode scalar values, as in links. */
export function offset(id, quotation) {
  const { text } = article(id);
  const index = text.indexOf(quotation);
  if (index < 0) throw new Error(`${id} does not say “${quotation}”`);
  return [...text.slice(0, index)].length;
}

/** The address of a pair; `more` is added to it. */
export const pair = (a, b, more = "") => `?a=${a}&b=${b}${more && `&${more}`}`;

/** A pair with a match that every version of the engine must find, and where its two sentences begin. */
export const KNOWN = {
  address: pair(SUSPENDS, FIRM),
  a: "They said they do not recognize Russia",
  b: "We do not recognize Russia",
  // A sentence of A without a counterpart.
  alone: "Mr. Medvedev toured a hospital",
};

/** The address that shows KNOWN with its selected match. */
export const known = (more = "") =>
  pair(SUSPENDS, FIRM, `at=${offset(SUSPENDS, KNOWN.a)}.${offset(FIRM, KNOWN.b)}${more && `&${more}`}`);

/** A pair that shares nothing at the strictest step. */
export const NOTHING = pair(SUSPENDS, RECOGNITION, "strict=strictest");

/** What was found in a pair, in words and figures. */
export const found = (page) => page.getByRole("region", { name: "What was found" });

/** The sentence that leads the page: what was found, in words. */
export const finding = (page) => found(page).locator(PART.finding);

/** The position of the selected match among those shown, or how many there are. */
export const position = (page) => page.locator(PART.position);

/** The notice about the part of the link that could not be used. */
export const notice = (page) => page.locator(PART.notice);

/** The message about what was just done, shown for a moment. */
export const toast = (page) => page.locator(PART.toast);

/** Below the texts: how much is shared, how that is counted, what it cannot show. */
export const counting = (page) => page.getByRole("region", { name: "How much is shared" });

/** A column of the texts side by side. */
export const column = (page, letter) => page.getByRole("article").filter({ has: page.locator(`#flow-${letter}`) });

/** All sentences of an article's text. */
export const sentences = (where) => where.locator(PART.sentence);

/** A sentence with these words: in one of the columns, or anywhere on the page. */
export const sentence = (where, words) => sentences(where).filter({ hasText: words }).first();

/** The sentences that have a match: each is a button. */
export const matched = (where) => where.locator(`${PART.sentence}[role=button]`);

/** The sentences that are selected. */
export const selected = (where) => where.locator(PART.selectedSentence);

/** Brings an element into the middle of the window, at once. */
export const toTheMiddle = (element) => element.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));

/** Clicks the beginning of a sentence. The middle of its box may be outside it, since it runs over several lines. */
export async function choose(element) {
  await toTheMiddle(element);
  const [x, y] = await element.evaluate((element) => {
    const { left, top, width, height } = element.getClientRects()[0];
    return [left + Math.min(12, width / 2), top + height / 2];
  });
  await element.page().mouse.click(x, y);
}

/** What the page says about the selected sentence. */
export const drawer = (page) => page.getByRole("region", { name: "Selected" });

/** Opens the menu of the bar, if it is closed. */
export async function more(page) {
  const menu = page.locator(`${PART.menu} > summary`);
  await menu.waitFor();
  if (!(await page.locator(PART.menu).evaluate((menu) => menu.open))) await menu.click();
  await page.locator(`${PART.menu} ${PART.menuPlaces}`).waitFor();
}

/** Goes to another page of the site: through the page's head or, if there is a bar, through its menu. */
export async function turnTo(page, name) {
  const link = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });
  if (!(await link.isVisible())) await more(page);
  await link.click();
}

/** Copies the link to what is shown, with the bar or its menu. */
export async function share(page) {
  const button = page.locator(PART.bar).getByRole("button", { name: /^Share\s*:/ });
  await page.locator(`${PART.bar} ${PART.barRow} ${PART.barCopy}`).waitFor({ state: "attached" });
  if (!(await button.first().isVisible())) await more(page);
  await button.filter({ visible: true }).first().click();
}

/** Opens the settings that are rarely changed. */
export async function adjust(page) {
  await more(page);
  await page.locator(`${PART.adjust} > summary`).click();
  await page.getByRole("slider", { name: /^Shortest passage/ }).waitFor();
}

/** Waits until whatever the program places after the first paint is in place. */
export const settled = (page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });

/**
 * Adds up the layout shifts of every page from its start. An element that is in the same place of the window as before has not
 * jumped, though the browser counts one that moves along with scrolling.
 */
export const watchShifts = (context) =>
  context.addInitScript(() => {
    window.crossreadShift = 0;
    const stood = ({ previousRect: before, currentRect: now }) => before.x === now.x && before.y === now.y;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        if (sources.length === 0 || !sources.every(stood)) window.crossreadShift += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

/** The sum of a page's layout shifts. */
export const shifted = (page) => page.evaluate(() => window.crossreadShift);

/** Calls `check`, here, until it returns something true, and returns that. If it never does, the error says `what`. */
export async function eventually(what, check, patience = 8000) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((then) => setTimeout(then, 30))) {
    const given = await check();
    if (given) return given;
  }
  throw new Error(`never came true: ${typeof what === "function" ? what() : what}`);
}

/**
 * Waits until `check` (called in the page, with `given`) is true. If it never is, the error says `what`.
 *
 * Not waitForFunction, which takes a pending promise for true. A page cannot be queried while it loads.
 */
export const until = (page, what, check, given, patience) => eventually(what, () => page.evaluate(check, given).catch(() => false), patience);

/** Waits until an element's text has changed. */
export const saysOther = (element, before) =>
  eventually(`says no longer: ${before}`, async () => (await element.innerText({ timeout: 1000 }).catch(() => before)) !== before);

/** The query of the address, as an object. */
export const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Waits until a key of the address has this value; `undefined`: until the key is absent. */
export const says = (page, key, value) =>
  until(page, `the address says ${key}=${value}`, ([key, value]) => (new URL(location.href).searchParams.get(key) ?? undefined) === value, [
    key,
    value,
  ]);

/** The vertical position of an element's first line, in pixels of the window. */
export const top = (element) => element.evaluate((element) => element.getClientRects()[0].top);

/** Whether an element's first line can be seen, not covered by fixed elements. */
export const inSight = (element) =>
  element.evaluate((element) => {
    const { left, top, height } = element.getClientRects()[0];
    const there = document.elementFromPoint(left + 4, top + height / 2);
    return there !== null && (element.contains(there) || there.contains(element));
  });

/** The faults that axe finds on the page as it is, one per line. */
export async function findings(page) {
  // Legacy mode opens no second page for nested frames, which the site does not have. It takes two thirds of the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** What is wider than the window: whether the page scrolls sideways, and which readable or usable parts are cut off. */
export const sticksOut = (page) =>
  page.evaluate((PART) => {
    const wide = document.documentElement.clientWidth;
    const out = [];
    if (document.documentElement.scrollWidth > wide) out.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const element of document.querySelectorAll(`p, h1, h2, h3, a, button, select, input, label, summary, dd, dt, td, th, fieldset, dialog, [role=region], ${PART.panel}, ${PART.sentence}`)) {
      // A row of cards or a table that scrolls by itself may be wider than the window.
      if (element.closest(`${PART.aloud}, ${PART.skip}, ${PART.differs} ${PART.scrollBand}, ${PART.counts}, ${PART.answersWide}, ${PART.matrixRoom}`) || !element.checkVisibility({ visibilityProperty: true })) continue;
      for (const { left, right, width } of element.getClientRects()) {
        if (width > 1 && (right > wide + 1 || left < -1)) {
          out.push(`${element.tagName.toLowerCase()}.${element.className} from ${Math.round(left)} to ${Math.round(right)}: ${element.textContent.slice(0, 40)}`);
          break;
        }
      }
    }
    return out;
  }, PART);
