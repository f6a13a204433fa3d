// The pages of the reader's own texts, with helpers named as a reader would name the parts.

import { deflateRawSync } from "node:zlib";
import { share, turnTo } from "./pages.mjs";
import { PART } from "./parts.mjs";

/** Two texts that share a sentence word for word and one reworded. */
export const RAIN = {
  title: "Rain over the city.",
  text: "Rain over the city.\n\nThe rain fell all night over the whole city, officials said on Tuesday. Nobody slept. The river rose by two metres before dawn.",
};
export const NIGHT = {
  title: "A night of rain.",
  text: "A night of rain.\n\nOfficials said on Tuesday that the rain fell all night over the whole city. The river rose by two metres before dawn. Schools stay closed.",
};

export const ADD = "?page=add";

/** The field of that name of a text on the add page; the last of them where there are many. */
export const field = (page, name) => page.getByLabel(name, { exact: true }).last();

/** Writes a text into the add page's form. */
export async function write(page, { text, title, publisher, date, url, language }) {
  await field(page, "Text").fill(text);
  for (const [name, value] of Object.entries({ Title: title, Publisher: publisher, Date: date, Address: url, Language: language })) {
    if (value !== undefined) await field(page, name).fill(value);
  }
}

export const keepButton = (page) => page.getByRole("button", { name: "Keep this text" }).last();

/** Writes a text on the add page, which is open, and keeps it. */
export async function keep(page, what) {
  const before = await page.locator("#kept-now li").count();
  await write(page, { ...what, title: what.named });
  await keepButton(page).click();
  await page.locator("#kept-now li").nth(before).waitFor();
}

/** Opens the two texts above, kept, on the compare page. */
export async function compareTwo(page, first = RAIN, second = NIGHT) {
  await keep(page, first);
  await keep(page, second);
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await page.getByRole("region", { name: "What was found" }).waitFor();
}

/** The cards of the reader's texts in the library. */
export const ownCards = (page) => page.getByRole("region", { name: "Your texts" }).locator(PART.card);

export const toLibrary = (page) => turnTo(page, "Library");

/** The link that the panel for sharing shows. */
export async function shareLink(page) {
  await share(page);
  const field = page.getByRole("textbox", { name: "The link" });
  await field.waitFor();
  const link = await field.inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** What IndexedDB keeps in its stores, as lists; `ask` is the method that asks a store. */
const kept = (page, ask) =>
  page.evaluate(
    (ask) =>
      new Promise((done, failed) => {
        const request = indexedDB.open("crossread");
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction(["articles", "comparisons"]);
          const all = (name) => transaction.objectStore(name)[ask]();
          const [articles, comparisons] = [all("articles"), all("comparisons")];
          transaction.oncomplete = () => {
            database.close();
            done({ articles: articles.result, comparisons: comparisons.result });
          };
        };
      }),
    ask,
  );

/** What IndexedDB keeps, as { articles, comparisons }: lists of keys. */
export const stored = (page) => kept(page, "getAllKeys");

/** All texts that IndexedDB keeps, as their words. */
export async function storedTexts(page) {
  const { articles } = await kept(page, "getAll");
  return articles.map((one) => JSON.parse(one).text);
}

/** The fragment of a link that carries these articles, as docs/collection.md has it. */
export const fragment = (articles) => fragmentOf(JSON.stringify(articles));

/** The same for any text, which need not be JSON. */
export function fragmentOf(text) {
  const plain = Buffer.from(text);
  let hash = 0xcbf29ce484222325n;
  for (const byte of plain) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  const letters = Array.from({ length: 13 }, (_, place) => "abcdefghijklmnopqrstuvwxyz234567"[Number((hash >> BigInt(5 * (12 - place))) & 31n)]);
  const packed = deflateRawSync(plain).toString("base64url");
  return `#texts=1.${packed.length}.${plain.length}.${letters.join("")}.${packed}`;
}
