// Keeping own texts: what the browser's storage keeps, and what happens if it refuses.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { found, until } from "../lib/pages.mjs";
import { ADD, NIGHT, RAIN, compareTwo, keep, ownCards, stored, toLibrary } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

/** Makes a database as an earlier or later version of the site had it, and what tells that there is one. */
const database = (page, version, records = {}) =>
  page.evaluate(
    ([version, records]) =>
      new Promise((done, failed) => {
        const request = indexedDB.open("crossread", version);
        request.onupgradeneeded = () => {
          const store = request.result.createObjectStore("articles");
          if (version > 1) request.result.createObjectStore("comparisons");
          if (version > 2) request.result.createObjectStore("figures");
          for (const [key, value] of Object.entries(records)) store.put(value, key);
        };
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          request.result.close();
          localStorage.setItem("crossread.own", "on");
          done();
        };
      }),
    [version, records],
  );

const record = (id, text) => JSON.stringify({ id, title: { value: `The ${id}`, basis: "" }, added: 5, text });

/** A page of the site on which the program has not run: for what must be there before it does. */
async function before(visit, make) {
  const { page } = await visit("favicon.svg", { started: false, expected: [/404/] });
  await make(page);
  const go = async (address) => {
    await page.goto(new URL(address, page.url()).href);
    await page.waitForSelector("html[data-boot=done]");
  };
  return { page, go };
}

reader("a database of version 1 is brought to version 4, with everything in it", async ({ visit }) => {
  const { page, go } = await before(visit, (page) => database(page, 1, { "own-old": record("own-old", RAIN.text) }));
  await go("./");
  await ownCards(page).filter({ hasText: "The own-old" }).waitFor();
  assert.deepEqual(await stored(page), { articles: ["own-old"], comparisons: [] });
  await go("./?page=add");
  await compareTwo(page);
  await page.getByRole("button", { name: "Keep this comparison" }).click();
  await page.getByText("Kept: it is in the library").first().waitFor();
  assert.equal((await stored(page)).comparisons.length, 1);
});

reader("a database of a later version is left alone, and the site works for the visit", async ({ visit }) => {
  const { page, go } = await before(visit, (page) => database(page, 5, { "own-new": "of another form" }));
  await go("./?page=add");
  await page.getByText("A newer version of this site updated your texts").waitFor();
  await compareTwo(page);
  const version = await page.evaluate(async () => (await indexedDB.databases())[0].version);
  assert.equal(version, 5);
});

reader("the library says of a pair of own texts what was found in it, until one of them is edited", async ({ visit }) => {
  const { page } = await visit(ADD);
  const pairs = () => page.getByRole("region", { name: "Your texts" }).locator(PART.pairRow);
  await compareTwo(page);
  await toLibrary(page);
  assert.match(await pairs().first().textContent(), /\d+% of .* is in .*, \d+% the other way/);
  await page.reload();
  await pairs().first().waitFor();
  assert.match(await pairs().first().textContent(), /\d+% of .* is in .*, \d+% the other way/, "it is kept");
  // With one of the site's articles too.
  await ownCards(page).first().click();
  await page.getByRole("region", { name: "Five articles" }).getByRole("checkbox").first().click();
  await page.getByRole("button", { name: "Compare these two" }).click();
  await page.getByRole("region", { name: "What was found" }).waitFor();
  await toLibrary(page);
  assert.equal(await pairs().count(), 2);
  await page.getByRole("link", { name: "Edit ‘Rain over the city.’" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Only this is left.");
  await page.getByRole("button", { name: "Save" }).click();
  await pairs().getByText("not compared yet", { exact: true }).waitFor();
  await page.reload();
  await pairs().getByText("not compared yet", { exact: true }).waitFor();
  const edit = await page.getByRole("link", { name: /^Edit ‘A night/ }).getAttribute("href");
  const gone = new URL(edit, page.url()).searchParams.get("a");
  await page.getByRole("button", { name: /^Delete ‘A night/ }).click();
  await page.getByText("was deleted").waitFor();
  await page.goto(new URL(ADD, page.url()).href);
  const isGone = async (gone) => {
    const request = indexedDB.open("crossread");
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const keys = database.transaction("figures").objectStore("figures").getAllKeys();
    const left = await new Promise((done) => (keys.onsuccess = () => done(keys.result)));
    database.close();
    return !left.some((key) => key.includes(gone));
  };
  await until(page, "nothing is left of the deleted text's figures", isGone, gone);
});

reader("a kept comparison stands in the library and leads there, as it was shown", async ({ visit }) => {
  const { page } = await visit(ADD);
  await compareTwo(page);
  await page.keyboard.press("3");
  await page.getByRole("button", { name: "Keep this comparison" }).click();
  await page.getByText("Kept: it is in the library").first().waitFor();
  await toLibrary(page);
  await page.reload();
  await page.getByRole("link", { name: "Rain over the city. / A night of rain." }).click();
  await found(page).waitFor();
  assert.match(page.url(), /view=shared/);
});

reader("where storage is refused, the site works for the visit and says so", async ({ visit }) => {
  for (const refusal of [
    () => {
      indexedDB.open = undefined;
      IDBFactory.prototype.open = () => {
        throw new DOMException("refused", "SecurityError");
      };
    },
    () => Object.defineProperty(window, "indexedDB", { get: () => undefined }),
    () => {
      IDBFactory.prototype.open = () => {
        const request = new EventTarget();
        setTimeout(() => request.dispatchEvent(new Event("error")), 5);
        request.error = new DOMException("refused", "InvalidStateError");
        return request;
      };
    },
  ]) {
    const { page } = await visit(ADD, { before: (context) => context.addInitScript(refusal) });
    await page.getByText("This browser does not let the site keep texts").waitFor();
    await compareTwo(page);
    await page.getByText("Here for this visit only").first().waitFor();
    await toLibrary(page);
    assert.equal(await ownCards(page).count(), 2);
    await page.getByText("This browser does not let the site keep texts").waitFor();
  }
});

reader("where storage is full, what was kept is safe and the new text is here for the visit", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await keep(page, NIGHT);
  await page.getByText("There is no room left in this browser’s storage").waitFor();
  await toLibrary(page);
  assert.equal(await ownCards(page).count(), 2);
  await page.getByText("Here for this visit only", { exact: true }).waitFor();
  assert.equal((await stored(page)).articles.length, 1);
  // The new one is nowhere else: the page asks before it is left.
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await ownCards(page).getByText(RAIN.title).waitFor();
  assert.equal(await ownCards(page).count(), 1);
  await page.mouse.click(3, 3);
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"], "what is kept is no reason to ask");
});

reader("where the small storage alone is full, what is kept is found all the same, and said", async ({ visit }) => {
  const full = () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  const refused = () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  for (const fault of [full, refused]) {
    const { page } = await visit(ADD, { before: (context) => context.addInitScript(fault) });
    await keep(page, RAIN);
    await page.goto(new URL("./", page.url()).href);
    await ownCards(page).getByText(RAIN.title).waitFor();
    await page.getByText("Your texts are kept all the same").waitFor();
  }
});

reader("a record that cannot be read is left where it is, and the others are there", async ({ visit }) => {
  const records = { "own-good": record("own-good", RAIN.text), "own-cut": record("own-cut", NIGHT.text).slice(0, 60), "own-odd": 7 };
  const { page, go } = await before(visit, (page) => database(page, 2, records));
  await go("./");
  await page.getByText("2 things that are kept here could not be read").waitFor();
  assert.equal(await ownCards(page).count(), 1);
  assert.deepEqual((await stored(page)).articles, ["own-cut", "own-good", "own-odd"]);
});

reader("what one tab keeps, edits or deletes appears in the other", async ({ visit }) => {
  const { page, context } = await visit(ADD);
  const other = await context.newPage();
  await other.goto(new URL("./", page.url()).href);
  await other.waitForSelector("html[data-boot=done]");
  await keep(page, RAIN);
  await ownCards(other).getByText(RAIN.title).waitFor();
  await toLibrary(page);
  await page.getByRole("link", { name: /^Edit/ }).click();
  await page.getByLabel("Title", { exact: true }).fill("Of the other tab");
  await page.getByRole("button", { name: "Save" }).click();
  await ownCards(other).filter({ hasText: "Of the other tab" }).waitFor();
  await other.getByRole("button", { name: /^Delete/ }).click();
  await other.mouse.move(5, 5);
  await ownCards(page).waitFor({ state: "detached" });
});

reader("two tabs that keep at once lose nothing", async ({ visit }) => {
  const { page, context } = await visit(ADD);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.waitForSelector("html[data-boot=done]");
  await Promise.all([keep(page, RAIN), keep(other, NIGHT)]);
  for (const tab of [page, other]) {
    await toLibrary(tab);
    await ownCards(tab).nth(1).waitFor();
  }
  assert.equal((await stored(page)).articles.length, 2);
});

reader("an open tab stands in the way of no newer version", async ({ visit }) => {
  const { page } = await visit(ADD);
  await keep(page, RAIN);
  const upgraded = await page.evaluate(
    () =>
      new Promise((done) => {
        const request = indexedDB.open("crossread", 9);
        request.onblocked = () => done("blocked");
        request.onsuccess = () => {
          request.result.close();
          done("upgraded");
        };
      }),
  );
  assert.equal(upgraded, "upgraded");
});
