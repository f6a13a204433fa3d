// How the page starts, and what it tells a reader if it cannot.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { test } from "node:test";
import { launch, setUp } from "../lib/browser.mjs";
import { settled, shifted, until, watchShifts } from "../lib/pages.mjs";
import { elsewhere } from "../lib/server.mjs";

const { site, reader } = await setUp({ base: "/some/where/" });
const atTheRoot = await setUp();

/** One of the shipped articles' titles. */
const TITLE = "NATO warns Russia against recognizing separatist Donetsk, Luhansk regions";

/** A pair of shipped articles, as a link names it. */
const PAIR = "?a=nato-suspends-cooperation&b=nato-firm-statements";

const shown = (page, text) => page.getByText(text).waitFor({ state: "visible" });
const findings = async (page) =>
  (await new AxeBuilder({ page }).analyze()).violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
  );

reader("the site starts under a path", async ({ visit }) => {
  const { page, seen } = await visit();
  assert.equal(await page.locator("h1").count(), 1);
  assert.equal(await page.locator("#boot").count(), 0, "what stood there until the start is gone");
  assert.ok(seen.requests.length >= 6, "page, scripts, program, styles");
  assert.deepEqual(
    seen.requests.filter((url) => !url.startsWith(site.url)),
    [],
    "no request leaves the path",
  );
});

atTheRoot.reader("the site starts at the root of a host", async ({ visit }) => {
  const { page } = await visit();
  assert.equal(await page.locator("main h1").count(), 1);
});

/** What a page says, as its reader sees it: the lines, and the addresses that its links lead to. */
const told = (page, selector) =>
  page.evaluate((selector) => {
    const roots = [...document.querySelectorAll(selector)];
    return {
      lines: roots.flatMap((root) => root.innerText.split("\n")).map((line) => line.trim()).filter(Boolean),
      links: roots.flatMap((root) => [...root.querySelectorAll("a[href]:not(#boot-late a)")]).map((link) => `${link.textContent} ${link.href}`),
    };
  }, selector);

for (const screen of ["desk", "narrow"]) {
  reader(`the first page stands before the program and says the same, ${screen}`, async ({ visit }) => {
    let go;
    const held = new Promise((then) => (go = then));
    const hold = (context) => context.route(/_bg\.wasm$|crossread-site-.*\.wasm$/, async (route) => held.then(() => route.continue()));
    const { page } = await visit("", { screen, started: false, before: hold });
    await page.getByRole("heading", { level: 1, name: /^Two reports, one story/ }).waitFor();
    const before = await told(page, "#boot");
    assert.ok(before.links.length > 20, "articles, pairs, pages");
    // What is typed and ticked before the program is there stays.
    await page.getByRole("textbox", { name: "One report" }).fill("Rain fell.");
    await page.getByRole("checkbox").first().check();
    await page.getByRole("textbox", { name: "The other" }).focus();
    await settled(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    go();
    await page.waitForSelector("html[data-boot=done]");
    await until(page, "the tick counts", () => document.querySelector(".tray .said").textContent === "Tick one more.");
    assert.equal(await page.getByRole("textbox", { name: "One report" }).inputValue(), "Rain fell.");
    assert.equal(await page.evaluate(() => document.activeElement.id), "begin-b", "the focus stays");
    assert.equal(await page.getByRole("checkbox").first().isChecked(), true);
    await page.getByRole("checkbox").first().uncheck();
    const after = await told(page, ".top:not(.away), #main, .foot");
    const buttons = ["?"];
    assert.deepEqual(after.lines.filter((line) => !buttons.includes(line)), before.lines);
    assert.deepEqual(after.links, before.links);
    assert.ok(Math.abs((await page.evaluate(() => document.documentElement.scrollHeight)) - height) <= 1, "it is as high");
  }, { whole: true });
}

reader("links of the first page lead on before the program is there, under a path", async ({ visit, site }) => {
  site.spoil(/crossread-site-.*\.js$/, "missing");
  const { page } = await visit("", { started: false, expected: [/.*/] });
  const links = await page.locator("#first a[href]").evaluateAll((all) => all.map((one) => one.href));
  assert.ok(links.length > 10);
  for (const link of links) assert.ok(link.startsWith(site.url), link);
  site.mend();
  await page.locator("#boot .pairs a").first().click();
  await page.getByRole("region", { name: "What was found" }).waitFor();
});

reader("no other address shows the first page, not even for a moment", async ({ visit, site }) => {
  site.spoil("boot.js", "missing");
  const addresses = { "": true, "?page=library": true, "?page=elsewhere": true, "?a=&b=": true, [PAIR]: false, "?page=story": false, "?page=compare": false, "?b=x": false, "#texts=1.2.3": false };
  for (const [address, shows] of Object.entries(addresses)) {
    const { page } = await visit(address, { started: false, expected: [/404/, /preload/] });
    assert.equal(await page.evaluate(() => document.getElementById("first").checkVisibility()), shows, address);
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), shows ? "Two reports, one story. See where they differ." : "Crossread");
  }
});

reader("nothing jumps when the program takes the first page over", async ({ visit }) => {
  for (const [screen, touch] of [["phone", true], ["desk", false]]) {
    const { page } = await visit("", { screen, touch, before: watchShifts });
    await settled(page);
    const shift = await shifted(page);
    assert.ok(shift < 0.02, `${shift} on a ${screen}`);
  }
});

reader("what the page asks for is there", async ({ visit }) => {
  const { page } = await visit();
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll("link[href], script[src], meta[property='og:image']")].map(
      (tag) => new URL(tag.getAttribute("href") ?? tag.getAttribute("src") ?? tag.getAttribute("content"), document.baseURI).href,
    ),
  );
  assert.ok(addresses.length >= 8);
  for (const address of addresses) {
    const answer = await page.request.get(address);
    assert.equal(answer.status(), 200, address);
  }
});

reader("search engines and link previews find words and a picture", async ({ visit }) => {
  const { page } = await visit("", { started: false });
  const content = (name) => page.locator(`meta[${name}]`).first().getAttribute("content");
  assert.match(await content("name=description"), /two articles/);
  assert.match(await content("property='og:title'"), /^Crossread/);
  assert.match(await content("property='og:image'"), /og\.png$/);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.title(), /Crossread/);
});

reader("the policy lets no inline script or style through", async ({ visit }) => {
  const { page, seen } = await visit();
  seen.expect(/policy: (script-src|style-src|require-trusted-types-for)/);
  seen.expect(/console error: .*(Content Security Policy|TrustedScript)/);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.textContent = "window.ranInline = true";
    } catch {
      // Not even that, where the browser knows trusted types.
    }
    document.head.append(script);
    const style = document.createElement("style");
    style.textContent = "body { --inline: yes }";
    document.head.append(style);
    return [window.ranInline === true, getComputedStyle(document.body).getPropertyValue("--inline")];
  });
  assert.deepEqual(ran, [false, ""]);
});

reader("no text becomes markup, a script or its address", async ({ visit }) => {
  const { page, seen } = await visit();
  seen.expect(/policy: (require-trusted-types-for|trusted-types)/);
  seen.expect(/console error: .*(Content Security Policy|Trusted)/);
  const refused = await page.evaluate(() => {
    const acts = [
      () => (document.createElement("p").innerHTML = "<b>x</b>"),
      () => (document.createElement("script").src = "boot.js"),
      () => new Worker("boot.js"),
      () => trustedTypes.createPolicy("another", { createHTML: (text) => text }),
      () => crossreadWorker("https://elsewhere.example/x.js"),
    ];
    return acts.map((act) => {
      try {
        act();
        return "";
      } catch (error) {
        return error.name;
      }
    });
  });
  assert.deepEqual(refused, Array(5).fill("TypeError"));
});

test("inside another site's page, no text of the reader's is shown", async () => {
  const browser = await launch();
  const other = await elsewhere(`<iframe src="${site.url}?page=add" width="900" height="700"></iframe>`);
  try {
    const page = await browser.newPage();
    await page.goto(other.url);
    const frame = page.frameLocator("iframe");
    await frame.getByText("Open it in a tab of its own.").waitFor();
    assert.equal(await frame.locator("textarea").count(), 0);
    const [tab] = await Promise.all([page.context().waitForEvent("page"), frame.getByRole("button", { name: "Try again" }).click()]);
    await tab.getByRole("heading", { name: "Add your own texts" }).waitFor();
  } finally {
    await browser.close();
    other.close();
  }
});

reader("without script the page says what it needs, and shows the titles", async ({ visit }) => {
  for (const screen of ["narrow", "desk"]) {
    const { page } = await visit("", { script: false, screen });
    // Playwright's search by text passes over <noscript>.
    const notice = page.locator("noscript p");
    await notice.waitFor({ state: "visible" });
    assert.match(await notice.innerText(), /needs JavaScript and WebAssembly/);
    await shown(page, TITLE);
    assert.equal(await page.locator("#boot-late").isVisible(), false);
  }
});

reader("without WebAssembly the page says so, and shows the titles", async ({ visit }) => {
  const { page } = await visit("", {
    started: false,
    before: (context) => context.addInitScript(() => delete window.WebAssembly),
    expected: [/WebAssembly is not there/, /preload/],
  });
  await shown(page, "This browser does not run WebAssembly");
  await shown(page, TITLE);
  assert.deepEqual(await findings(page), []);
});

const PROGRAM = "could not be downloaded completely. Check the connection and try again.";
const PART = "A part of Crossread could not be downloaded. Check the connection and try again.";
const MISHAPS = [
  ["the program is missing", "_bg.wasm", "missing", PROGRAM],
  ["the program's download breaks off", "_bg.wasm", "aborted", PROGRAM],
  ["the program arrives garbled", "_bg.wasm", "corrupt", PROGRAM],
  ["the program is a page of the host's", "_bg.wasm", "=<!doctype html><title>Sign in</title>", PROGRAM],
  ["a script is missing", /crossread-site-[^/]*\.js$/, "missing", PART],
];

for (const [name, file, how, words] of MISHAPS) {
  reader(`when ${name}, the page says so, and trying again helps`, async ({ visit, site }) => {
    site.spoil(file, how);
    const { page } = await visit(PAIR, { started: false, expected: [/.*/] });
    await shown(page, words);
    // The two articles stand there already (drawn.test.mjs).
    await page.locator("#flow-A .s").first().waitFor();
    assert.equal(await page.locator("html").getAttribute("data-boot"), "failed");
    site.mend();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector("html[data-boot=done]");
    assert.ok(new URL(page.url()).search.startsWith(PAIR), "the address is kept");
  });
}

reader("when the program stops while it starts, the page says so", async ({ visit }) => {
  const { page } = await visit("", {
    started: false,
    // What the program needs first, gone: its start fails in the middle.
    before: (context) =>
      context.addInitScript(() => {
        const { createElement } = Document.prototype;
        Document.prototype.createElement = function (name) {
          if (document.documentElement.dataset.boot === "running") throw new Error("no elements today");
          return createElement.call(this, name);
        };
        Element.prototype.cloneNode = Node.prototype.cloneNode = () => {
          throw new Error("no copies today");
        };
      }),
    expected: [/.*/],
  });
  await shown(page, "could not start");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  assert.equal(await page.locator("#crash").isVisible(), false, "one message, not two");
});

reader("when the program stops later, a dialog says so and loads the page again", async ({ visit }) => {
  const { page } = await visit(PAIR);
  // As the panic hook does; a panic to order is not to be had.
  await page.evaluate(() => document.getElementById("crash").showModal());
  const dialog = page.getByRole("dialog", { name: "Crossread has stopped" });
  await dialog.waitFor();
  assert.deepEqual(await findings(page), []);
  await dialog.getByRole("button", { name: "Load the page again" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.waitForSelector("html[data-boot=done]");
});

reader("when boot.js itself does not arrive, a late message says so", async ({ visit, site }) => {
  site.spoil("boot.js", "missing");
  const { page } = await visit("", { started: false, expected: [/404/, /preload/] });
  assert.equal(await page.locator("#boot-late").isVisible(), false, "not at once");
  await shown(page, "This is taking long");
  await shown(page, TITLE);
  site.mend();
  await page.getByRole("link", { name: "Try again" }).click();
  await page.waitForSelector("html[data-boot=done]");
});

for (const scheme of ["light", "dark"]) {
  reader(`the page that cannot start reads well, ${scheme}`, async ({ visit, site }) => {
    site.spoil(".wasm", "missing");
    const { page } = await visit("", { started: false, scheme, screen: "narrow", expected: [/.*/] });
    await shown(page, PROGRAM);
    assert.deepEqual(await findings(page), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, "nothing sticks out at 360 px");
  });
}
