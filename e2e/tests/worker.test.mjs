// The comparison in a worker: it comes when it is needed, the latest answer wins, what fails is said and can be tried
// again, and a long one can be cancelled.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setUp } from "../lib/browser.mjs";
import { DIST } from "../lib/server.mjs";
import {
  adjust,
  column,
  drawer,
  finding,
  findings,
  found,
  IDS,
  KNOWN,
  known,
  saysOther,
  pair,
  position,
  says,
  sentence,
  settled,
  shifted,
  SIGNS,
  SUSPENDS,
  until,
  watchShifts,
} from "../lib/pages.mjs";
import { PART } from "../lib/parts.mjs";

const { site, reader } = await setUp({ base: "/some/where/" });

const LIGHT = /crossread-light-/;
const HEAVY = /crossread-heavy-/;
const ANSWER = /answers-/;
/** A link that turns something, so that the program that compares is asked. */
const TURNED = `${KNOWN.address}&min=4`;
const fetched = (seen, name) => seen.requests.filter((url) => name.test(url));
const underWay = (page) => page.locator(PART.underWay);

/** Has the workers be slow: what they are sent waits until the page's `crossreadRelease` is called. */
const slow = (context) =>
  context.addInitScript(() => {
    const held = [];
    window.crossreadHeld = held;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...message) {
      if (message[0] instanceof WebAssembly.Module || !window.crossreadSlow) return postMessage.apply(this, message);
      held.push(() => postMessage.apply(this, message));
    };
    window.crossreadEnded = 0;
    const { terminate } = Worker.prototype;
    Worker.prototype.terminate = function () {
      window.crossreadEnded += 1;
      return terminate.apply(this);
    };
    window.crossreadSlow = true;
    window.crossreadRelease = () => {
      window.crossreadSlow = false;
      for (const send of held.splice(0)) send();
    };
  });
const release = (page) => page.evaluate(() => window.crossreadRelease());

reader("two shipped articles are shown without the program that compares, which comes when somebody goes to the controls", async ({ visit }) => {
  const { page, seen } = await visit();
  await page.getByRole("heading", { name: /pairs/ }).waitFor();
  await page.locator(`${PART.pairRow} a`).first().hover();
  // By key, and with the pointer out of the way: the controls may come to stand where it was.
  await page.mouse.move(2, 700);
  await page.locator(`${PART.pairRow} a`).first().press("Enter");
  await finding(page).waitFor();
  assert.equal(fetched(seen, ANSWER).length, 1, "what the build worked out is fetched, and once");
  assert.deepEqual(fetched(seen, LIGHT), []);
  await page.locator(PART.bar).hover();
  await until(page, "the program is fetched", () => performance.getEntriesByType("resource").some((one) => /crossread-light-.*wasm/.test(one.name)));
  const before = await finding(page).innerText();
  await adjust(page);
  await page.getByRole("radio", { name: /^strictest/ }).check();
  await saysOther(finding(page), before);
  assert.equal(fetched(seen, LIGHT).filter((url) => url.endsWith(".wasm")).length, 1, "fetched once");
  assert.deepEqual(fetched(seen, HEAVY), [], "what few need is not fetched");
});

for (const [what, more, wanted, not] of [
  ["a link to two shipped articles", "", ANSWER, LIGHT],
  ["a link that turns something", "min=4", LIGHT, ANSWER],
]) {
  reader(`${what} fetches what it takes beside the page's own program`, async ({ visit }) => {
    const { page, seen } = await visit(known(more));
    await drawer(page).waitFor();
    await finding(page).waitFor();
    assert.equal(await underWay(page).isVisible(), false);
    const own = seen.requests.findIndex((url) => /crossread-site-.*\.wasm/.test(url));
    const beside = seen.requests.findIndex((url) => wanted.test(url));
    assert.ok(own >= 0 && beside >= 0 && beside - own < 12, "neither waits for the other");
    assert.deepEqual(fetched(seen, not), []);
  });
}

for (const other of IDS.filter((id) => id !== SUSPENDS)) {
  reader(`what the build worked out shows what a worker finds: ${SUSPENDS} and ${other}`, async ({ visit, site }) => {
    const shown = async (page) => {
      await finding(page).waitFor();
      await settled(page);
      return page.locator("main").evaluate((main) => main.innerHTML);
    };
    const { page, seen } = await visit(pair(SUSPENDS, other));
    const built = await shown(page);
    assert.deepEqual(fetched(seen, LIGHT), []);
    site.spoil(ANSWER, "missing");
    const worker = await visit(pair(SUSPENDS, other), { expected: [/404/] });
    assert.equal(await shown(worker.page), built);
    assert.equal(fetched(worker.seen, LIGHT).filter((url) => url.endsWith(".wasm")).length, 1);
  });
}

for (const screen of ["phone", "desk"]) {
  reader(`nothing jumps while a link opens, early or late, ${screen}`, async ({ visit }) => {
    for (const late of [false, true]) {
      const shifts = (context, page) =>
        Promise.all([
          watchShifts(context),
          page.route(ANSWER, async (route) => {
            // Late is when the page has begun to say that it waits.
            if (late) await underWay(page).waitFor();
            await route.continue();
          }),
        ]);
      const { page } = await visit(known(), { screen, touch: screen === "phone", before: shifts });
      await drawer(page).waitFor();
      await settled(page);
      const shift = await shifted(page);
      assert.ok(shift < 0.02, `${shift} with the answer ${late ? "late" : "early"}`);
    }
  }, { whole: true });
}

for (const [name, how] of [
  ["is missing", "missing"],
  ["breaks off", "aborted"],
  ["arrives garbled", "corrupt"],
  ["is a page of the host's", "=<!doctype html><title>Sign in</title>"],
]) {
  reader(`when what the build worked out ${name}, a worker is asked`, async ({ visit, site }) => {
    site.spoil(ANSWER, how);
    const { page, seen } = await visit(known(), { expected: [/404|ERR_/] });
    await drawer(page).waitFor();
    await finding(page).waitFor();
    assert.equal(fetched(seen, LIGHT).filter((url) => url.endsWith(".wasm")).length, 1);
    assert.equal(await underWay(page).isVisible(), false);
  });
}

reader("choices that follow each other quickly end on the last", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await adjust(page);
  const matches = position(page);
  const strictness = (name) => page.getByRole("radio", { name: new RegExp(`^${name}`) });
  const shown = {};
  const changed = (from) => until(page, "something else is shown", (from) => document.querySelector(PART.position).innerText !== from, from);
  let before = await matches.innerText();
  for (const name of ["strictest", "loosest"]) {
    await strictness(name).check();
    await says(page, "strict", name);
    await changed(before);
    before = shown[name] = await matches.innerText();
  }
  await page.evaluate(() => {
    const radios = [...document.querySelectorAll("input[name=strictness]")];
    for (const place of [1, 2, 3, 0, 2, 4, 1, 3, 0, 4]) radios[place].click();
  });
  await says(page, "strict", "strictest");
  await until(page, "the last choice is what is shown", (text) => document.querySelector(PART.position).innerText === text, shown.strictest);
  // And it stays: what is chosen next is answered after all that was asked before, and nothing else is shown on the way to it.
  await page.evaluate(() => {
    window.shown = [];
    new MutationObserver(() => window.shown.push(document.querySelector(PART.position).innerText)).observe(document.querySelector(PART.position), {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await strictness("loosest").check();
  await changed(shown.strictest);
  const others = (await page.evaluate(() => window.shown)).filter((text) => text !== shown.loosest && text !== shown.strictest);
  assert.deepEqual(others, []);
});

reader("pairs that follow each other quickly end on the last", async ({ visit }) => {
  const { page } = await visit(KNOWN.address);
  await finding(page).waitFor();
  const second = page.getByRole("combobox", { name: /Second article/ });
  await second.selectOption("russia-warns-kiev");
  await second.selectOption("nato-warns-on-recognition");
  await second.selectOption(SIGNS);
  await says(page, "b", SIGNS);
  await column(page, "B").getByText("NATO sees ‘some signs’").first().waitFor();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await sentence(column(page, "B"), KNOWN.b).waitFor();
});

reader("a long comparison shows the texts, says how far it is, can be cancelled and begun again", async ({ visit }) => {
  const { page } = await visit(TURNED, { before: slow });
  await underWay(page).waitFor();
  await column(page, "A").locator(PART.paragraph).first().waitFor();
  assert.ok((await column(page, "A").locator(PART.paragraph).count()) > 3, "the texts can be read meanwhile");
  assert.equal(await page.getByRole("progressbar", { name: "Compared so far" }).isVisible(), true);
  await underWay(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByText("The comparison was cancelled.").first().waitFor();
  assert.deepEqual(await findings(page), []);
  await until(page, "its worker is ended, so that it can say nothing more", () => window.crossreadEnded === 1);
  await release(page);
  await settled(page);
  assert.equal(await finding(page).count(), 0, "what was cancelled does not come after all");
  await underWay(page).getByRole("button", { name: "Compare" }).click();
  await finding(page).waitFor();
  assert.equal(await underWay(page).isVisible(), false);
});

reader("another view keeps its place free until there is something to show, and moves nothing when it comes", async ({ visit }) => {
  for (const view of ["shared", "one"]) {
    const { page } = await visit(`${TURNED}&view=${view}`, {
      before: async (context) => {
        await slow(context);
        await watchShifts(context);
      },
    });
    await underWay(page).waitFor();
    assert.equal(await page.locator(`${PART.sentence}:visible`).count(), 0, "no text that goes again");
    assert.equal(await page.locator(PART.foot).isVisible(), false, "nothing that is pushed out");
    await underWay(page).getByRole("button", { name: "Cancel" }).click();
    await column(page, "A").locator(PART.paragraph).first().waitFor();
    await underWay(page).getByRole("button", { name: "Compare" }).click();
    await page.locator(`${PART.sideBySide}:empty`).waitFor({ state: "attached" });
    await settled(page);
    const before = await shifted(page);
    await release(page);
    await finding(page).waitFor();
    await settled(page);
    const shift = (await shifted(page)) - before;
    assert.ok(shift < 0.02, `${view}: ${shift}`);
  }
});

reader("while other options are worked out, what was found before stays", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, { before: (context) => slow(context).then(() => context.addInitScript(() => (window.crossreadSlow = false))) });
  await finding(page).waitFor();
  const before = await finding(page).innerText();
  await adjust(page);
  await page.evaluate(() => (window.crossreadSlow = true));
  await page.getByRole("radio", { name: /^strictest/ }).check();
  await underWay(page).waitFor();
  assert.equal(await finding(page).innerText(), before);
  await underWay(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByText("You still see the previous result.").first().waitFor();
  await release(page);
  await underWay(page).getByRole("button", { name: "Compare" }).click();
  // Nothing is said of waiting for a moment: what counts is that the finding becomes another.
  await saysOther(finding(page), before);
  await underWay(page).waitFor({ state: "hidden" });
});

for (const [name, file, how] of [
  ["is missing", /crossread-light-.*\.wasm/, "missing"],
  ["arrives garbled", /crossread-light-.*\.wasm/, "corrupt"],
  ["has no script", /crossread-light-.*\.js/, "missing"],
]) {
  reader(`when the program that compares ${name}, the page says so, and trying again helps`, async ({ visit, site }) => {
    site.spoil(file, how);
    const { page } = await visit(TURNED, { expected: [/.*/] });
    await page.getByText("The part of Crossread that compares could not be loaded.").first().waitFor();
    await column(page, "A").locator(PART.paragraph).first().waitFor();
    site.mend();
    await underWay(page).getByRole("button", { name: "Try again" }).click();
    await finding(page).waitFor();
    assert.equal(await underWay(page).isVisible(), false);
  });
}

reader("a worker that dies is noticed, said, and started again", async ({ visit }) => {
  const dying = (context) =>
    context.addInitScript(() => {
      window.crossreadWorkers = [];
      const Own = window.Worker;
      window.Worker = class extends Own {
        constructor(...given) {
          super(...given);
          window.crossreadWorkers.push(this);
        }
      };
    });
  const { page } = await visit(TURNED, { before: (context) => dying(context), expected: [/.*/] });
  await finding(page).waitFor();
  await adjust(page);
  // Has the worker fail at the next comparison; what else it is asked (number and kind of ask come first) it answers.
  const fail = (how) =>
    page.evaluate((how) => {
      const worker = window.crossreadWorkers.at(-1);
      const event = {
        // As a program that traps: its answer never comes, and the browser tells the page so.
        trap: () => new ErrorEvent("error", { message: "unreachable" }),
        // As one that says what nobody understands.
        babble: () => new MessageEvent("message", { data: new Uint8Array([250, 250]) }),
      }[how];
      worker.postMessage = (call) =>
        call[1] === 0 ? setTimeout(() => worker.dispatchEvent(event())) : Worker.prototype.postMessage.call(worker, call);
    }, how);
  for (const [how, strictness] of [
    ["trap", /^strictest/],
    ["babble", /^loosest/],
  ]) {
    const before = await page.evaluate(() => window.crossreadWorkers.length);
    await fail(how);
    await page.getByRole("radio", { name: strictness }).check();
    await underWay(page).getByText("The comparison was interrupted.").waitFor();
    assert.deepEqual(await findings(page), []);
    await underWay(page).getByRole("button", { name: "Try again" }).click();
    await underWay(page).waitFor({ state: "hidden" });
    assert.ok((await page.evaluate(() => window.crossreadWorkers.length)) > before, "another worker");
  }
});

reader("a passage that is in no match is shown in both texts, with what changed around it", async ({ visit }) => {
  const { page } = await visit(pair(SUSPENDS, "russia-warns-kiev", "view=shared&min=3"));
  const rows = page.locator(`${PART.passages} li`);
  await rows.first().waitFor();
  for (let place = 0; place < (await rows.count()); place += 1) {
    await rows.nth(place).getByRole("button").click();
    await drawer(page).waitFor();
    const apart = (await drawer(page).innerText()).includes("Not a match");
    if (apart) {
      await drawer(page).locator("del").first().waitFor();
      return;
    }
    await page.getByRole("button", { name: "Shared" }).click();
    await rows.first().waitFor();
  }
  assert.fail("every passage of this pair lies in a match");
});

reader("the heavier program compares what is not English", async ({ visit }) => {
  const { page } = await visit();
  const name = (ending) => readdirSync(DIST).find((file) => HEAVY.test(file) && file.endsWith(ending));
  assert.ok(readFileSync(join(DIST, name(".wasm"))).length > 100_000);
  // A call as the page writes it (postcard): number, compare, two texts with language, no date and no furniture, options,
  // no links by hand (made, refused).
  const answer = await page.evaluate(
    async ([js, wasm]) => {
      const bytes = (text) => {
        const all = [...new TextEncoder().encode(text)];
        return [(all.length & 127) | 128, all.length >> 7, ...all];
      };
      const text = (words, language) => [...bytes(words), 1, language.length, ...new TextEncoder().encode(language), 0, 0];
      const one = "Die Minister beschlossen gestern in Brüssel, jede militärische Zusammenarbeit mit Moskau auszusetzen. Danach sprachen sie lange über den Haushalt des Bündnisses.";
      const other = "Jede militärische Zusammenarbeit mit Moskau setzten die Minister gestern in Brüssel aus. Es regnete den ganzen Tag, und niemand ging gerne aus dem Haus hinaus.";
      const call = new Uint8Array([7, 0, ...text(one, "de"), ...text(other, "de"), 5, 2, 0, 0, 0]);
      const module = await WebAssembly.compileStreaming(fetch(wasm));
      const worker = crossreadWorker(js);
      worker.postMessage(module);
      worker.postMessage(call);
      return new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => data[1] === 1 && resolve([...data.slice(0, 3)]);
      });
    },
    [new URL(name(".js"), site.url).href, new URL(name(".wasm"), site.url).href],
  );
  assert.deepEqual(answer, [7, 1, 0], "number, an answer, the comparison");
});

for (const when of ["before it is asked", "at work", "at work, twice"]) {
  reader(`a worker that ends without an error is noticed, ${when}`, async ({ visit }) => {
    // Instead of being given the comparison (number and kind of ask come first), the worker ends, once it has begun to live.
    const ending = (context) =>
      context.addInitScript(() => {
        const Own = window.Worker;
        window.endings = 0;
        window.Worker = class extends Own {
          constructor(...given) {
            super(...given);
            this.alive = new Promise((alive) => this.addEventListener("message", alive, { once: true }));
          }
          postMessage(call, ...rest) {
            if (window.endings === 0 || call[1] !== 0) return super.postMessage(call, ...rest);
            window.endings -= 1;
            this.alive.then(() => this.terminate());
          }
        };
      });
    const { page } = await visit(TURNED, { before: ending });
    await finding(page).waitFor();
    const before = await finding(page).innerText();
    const endings = { "at work": 1, "at work, twice": 2 }[when] ?? 0;
    await page.evaluate((endings) => (window.endings = endings), endings);
    if (endings === 0) await page.workers()[0].evaluate(() => self.close());
    await adjust(page);
    await page.getByRole("radio", { name: /^strictest/ }).check();
    if (endings === 2) {
      await underWay(page).getByText("The comparison was interrupted.").waitFor();
      await underWay(page).getByRole("button", { name: "Try again" }).click();
    }
    await saysOther(finding(page), before);
  });
}
