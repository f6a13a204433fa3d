// A report comes in by one press: of the extension's button, or of the bookmark. Two presses are a comparison.

import assert from "node:assert/strict";
import { after } from "node:test";
import { setUp } from "../lib/browser.mjs";
import { findings, found, settled, until } from "../lib/pages.mjs";
import { file, open } from "../lib/import.mjs";
import { ADD, fragmentOf, stored } from "../lib/own.mjs";
import { carried, newsstand, withExtension } from "../lib/press.mjs";
import { saved } from "../lib/saved.mjs";
import { PART } from "../lib/parts.mjs";

const { site, reader } = await setUp({ base: "/some/where/" });

const NOTHING = { articles: [], comparisons: [] };
const PAGES = saved();

const story = (title, paragraphs, more = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="The Quay">${more}</head><body><article><h1>${title}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`;
const ONE = [
  "The rain fell all night over the whole city, officials said on Tuesday. Nobody slept, and the trams stood still until noon.",
  "The river rose by two metres before dawn. The harbour board closed the northern pier, and divers looked at the old wall for cracks.",
  "Schools stay closed for a week, the mayor told reporters, and the market moves to the hall behind the station.",
];
const OTHER = [
  "Officials said on Tuesday that the rain fell all night over the whole city. It was the wettest night since the gauges were built.",
  "The river rose by two metres before dawn. Ferries sail from the southern pier, and the wall holds, said the engineer in charge.",
  "The mayor told reporters that schools stay closed for ten days; some parents had asked for more.",
];
const stand = await newsstand([
  ...PAGES,
  { name: "one.html", bytes: story("Rain over the city", ONE) },
  { name: "other.html", bytes: story("A night of rain", OTHER) },
  { name: "menu.html", bytes: "<!doctype html><title>Menu</title><nav><a href=/a>Home</a> <a href=/b>World</a></nav>" },
  { name: "empty.html", bytes: "" },
  { name: "picture.png", bytes: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"), type: "image/png" },
  { name: "long.html", bytes: story("Eight megabytes", ONE, `<meta name="x" content="${"ab ".repeat(2_700_000)}">`) },
  { name: "wild.html", bytes: wild() },
  { name: "guarded.html", bytes: story("Behind a policy", ONE), headers: { "content-security-policy": "default-src 'none'; script-src 'self'" } },
]);
after(() => stand.close());

/** A page that does not fit an address, however it is packed. */
function wild() {
  const noise = Buffer.alloc(2_400_000, 1);
  for (let at = 0, state = 9; at < noise.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = state >>> 16;
  }
  return story("Noise", ONE, `<meta name="x" content="${noise.toString("base64")}">`);
}

/** Runs a story in a browser with the extension, whose user uses this site. Nothing may go wrong or leave for another place. */
async function withButton(then) {
  const browser = await withExtension({ host: "http://127.0.0.1/*" });
  const { context, address } = browser;
  const strays = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && message.page()?.url().startsWith(site.origin)) strays.push(message.text());
  });
  context.on("weberror", (error) => strays.push(error.error().message));
  context.on("request", (request) => {
    const url = request.url();
    // The last are of saved pages, whose parts are not there.
    if (![site.origin, stand.origin, "data:", "blob:", "chrome", "about:", "cid:"].some((start) => url.startsWith(start))) strays.push(`asks for ${url.slice(0, 200)}`);
    if (/[#?].*(page=1\.|texts=1\.)/.test(url.split("#")[0])) strays.push(`tells ${url.slice(0, 200)}`);
  });
  try {
    const options = await context.newPage();
    await options.goto(address("options.html"));
    await options.getByLabel("Address of Crossread").fill(site.url);
    await options.getByRole("button", { name: "Use this one" }).click();
    await options.getByText(`From now on the button opens ${site.url}`).waitFor();
    await options.close();
    /** Opens a page of the newsstand and presses the button there: the tab that opens. */
    const pressOn = async (name) => {
      const page = await context.newPage();
      await page.goto(stand.url(name));
      const tab = await browser.press(page);
      await page.close();
      return tab;
    };
    await then({ ...browser, pressOn });
    assert.deepEqual(strays, []);
    assert.ok(!site.requested.some((path) => /page=1|texts=/.test(path)));
  } finally {
    await browser.close();
  }
}

const secondWanted = (tab) => tab.getByRole("heading", { name: "Choose a second article" });

/** The article that stands alone in a tab, as its address carries it. */
async function alone(tab) {
  await secondWanted(tab).waitFor();
  const { json } = carried(tab.url());
  assert.equal(json.length, 1);
  return json[0];
}

/** What importing these files gives, by their names. */
async function imported(visit, pages) {
  const { page } = await visit(ADD);
  await open(page, pages.map(({ name, bytes, type }) => file(name, bytes, type ?? "text/html")));
  const all = (count) => {
    const draft = JSON.parse(sessionStorage.getItem("crossread.draft") ?? "{}").draft ?? [];
    return draft.length === count;
  };
  await until(page, "all files are read", all, pages.length, 120_000);
  const draft = await page.evaluate(() => JSON.parse(sessionStorage.getItem("crossread.draft")).draft);
  return new Map(
    draft.map(({ file, sheet, trouble }) => {
      assert.ok(sheet, `${file}: ${trouble}`);
      const [title, publisher, date, , , language] = sheet.fields.map(([value]) => value);
      return [file, { title, publisher, date, language, text: sheet.text }];
    }),
  );
}

// In parts, since each has its time: all of the pages are pressed.
const SHARE = 8;
for (let from = 0; from < PAGES.length; from += SHARE) {
  const pages = PAGES.slice(from, from + SHARE);
  reader(`pressed or imported, saved pages are read alike: ${from + 1} to ${from + pages.length} of ${PAGES.length}`, async ({ visit }) => {
    const files = await imported(visit, pages);
    await withButton(async ({ pressOn }) => {
      for (const { name } of pages) {
        const tab = await pressOn(name);
        const { title, publisher, date, language, text } = await alone(tab);
        const pressed = { title: title.value, publisher: publisher?.value ?? "", date: date?.value ?? "", language: language?.value ?? "", text };
        assert.deepEqual(pressed, files.get(name), name);
        assert.ok(text.length > 150, `${name}: ${text}`);
        await tab.close();
      }
    });
  });
}

reader("two presses are a comparison; nothing is kept until the reader keeps it, and a reload loses nothing", async () => {
  await withButton(async ({ pressOn }) => {
    const first = await pressOn("one.html");
    const one = await alone(first);
    assert.deepEqual([one.title.value, one.publisher.value, one.url.value], ["Rain over the city", "The Quay", stand.url("one.html")]);
    await first.getByText("Brought by the button in another tab: the first text is not kept.").waitFor();
    await first.getByText("Open the other report and press the button there too").waitFor();
    assert.deepEqual(await findings(first), []);
    assert.match(first.url(), /\/some\/where\/\?a=own-[a-z2-7]+#texts=1\./);

    // As long as it waits, it may be loaded again.
    await first.reload();
    await secondWanted(first).waitFor();

    const second = await pressOn("other.html");
    await found(second).waitFor();
    await second.getByText("Brought by the button in another tab: both texts are not kept.").waitFor();
    assert.equal(await second.locator("#pick-a option:checked").innerText(), await first.locator("#pick-a option:checked").innerText());
    assert.match(await second.locator("#pick-b option:checked").innerText(), /A night of rain/);
    assert.deepEqual(carried(second.url()).json.map((one) => one.title.value), ["Rain over the city", "A night of rain"]);
    await first.getByText("is beside this one in its own tab").waitFor();
    assert.deepEqual(await stored(second), NOTHING);
    assert.equal(await second.evaluate(() => history.length), 1);

    await second.reload();
    await found(second).waitFor();
    await second.getByRole("button", { name: "Keep both" }).click();
    await second.getByText("Shared with you").waitFor({ state: "detached" });
    assert.equal((await stored(second)).articles.length, 2);

    // The first has its second: a third one stands alone.
    const third = await pressOn("courier.html");
    await alone(third);
  });
});

reader("two pages that are pressed at once are one comparison, and one page alone is not compared with itself", async () => {
  await withButton(async ({ context, pressOn }) => {
    const first = await pressOn("one.html");
    await alone(first);
    const again = await pressOn("one.html");
    await alone(again);
    const address = { one: "", other: "" };
    for (const name of Object.keys(address)) {
      const tab = await context.newPage();
      await tab.goto(stand.url(`${name}.html`));
      address[name] = await tab.evaluate(([script, site]) => (0, eval)(script)(site), [await script(), site.url]);
      await tab.close();
    }
    await first.close();
    await again.close();
    const tabs = [await context.newPage(), await context.newPage()];
    await Promise.all([tabs[0].goto(address.one), tabs[1].goto(address.other)]);
    await Promise.any(tabs.map((tab) => found(tab).waitFor()));
    // The other one is alone, and knows it.
    await Promise.any(tabs.map((tab) => tab.getByText("is beside this one in its own tab").waitFor()));
    assert.equal((await Promise.all(tabs.map((tab) => found(tab).count()))).join(), (await found(tabs[0]).count()) ? "1,0" : "0,1");
  });
});

/** The function of press.js, as a script that is called with the site's address. */
async function script() {
  const { press } = await import("../../extension/press.js");
  return `(site) => (${press})(site)`;
}

reader("a page without an article, a file and what is too long are told in words, beside a way to paste", async () => {
  await withButton(async ({ context, press, pressOn }) => {
    for (const [name, words] of [
      ["menu.html", /^No text was found in this web page\./],
      ["empty.html", /^No text was found in this web page\./],
    ]) {
      const tab = await pressOn(name);
      const sheet = tab.getByRole("region", { name: stand.url(name), exact: true });
      await sheet.waitFor();
      assert.match(await sheet.locator("p").first().innerText(), words);
      await tab.getByRole("textbox", { name: "Text", exact: true }).fill(ONE.join("\n\n"));
      await tab.getByRole("button", { name: "Open files" }).waitFor();
      assert.equal(new URL(tab.url()).hash, "");
      assert.deepEqual(await stored(tab), NOTHING);
      assert.deepEqual(await findings(tab), []);
      await tab.close({ runBeforeUnload: false });
    }
    for (const [name, words] of [
      ["picture.png", /and no web page/],
      ["long.html", /too long to be sent in a browser’s address.*Save it in its tab/],
      ["wild.html", /too long to be sent in a browser’s address.*Save it in its tab/],
    ]) {
      const tab = await pressOn(name);
      await tab.locator(`${PART.notice} p`).getByText(words).waitFor();
      await tab.getByRole("textbox", { name: "Text", exact: true }).waitFor();
      await tab.getByRole("button", { name: "Open files" }).waitFor();
      assert.equal(new URL(tab.url()).hash, "");
      await tab.close();
    }
    const own = await context.newPage();
    await own.goto("chrome://version");
    const tab = await press(own);
    await tab.getByText("does not let extensions read that page").waitFor();
  });
});

reader("a page of almost two million characters still comes", async () => {
  await withButton(async ({ context }) => {
    const tab = await context.newPage();
    await tab.goto(stand.url("one.html"));
    // What it adds packs to little less than an address holds.
    const address = await tab.evaluate(
      async ([script, site]) => {
        const bytes = crypto.getRandomValues.bind(crypto);
        let noise = "";
        for (let part = 0; part < 21; part += 1) noise += btoa(String.fromCharCode(...bytes(new Uint8Array(49_152))));
        document.querySelector("article").dataset.noise = noise;
        return (0, eval)(script)(site);
      },
      [await script(), site.url],
    );
    assert.ok(address.length > 1_300_000 && address.length < 2_000_000, `${address.length}`);
    const opened = await context.newPage();
    await opened.goto(address);
    assert.equal((await alone(opened)).text, ["Rain over the city", ...ONE].join("\n\n"));
    assert.ok(opened.url().length < 5_000);
  });
});

reader("what stands in a page's form fields stays behind", async () => {
  await withButton(async ({ context }) => {
    const tab = await context.newPage();
    await tab.goto(stand.url("one.html"));
    const address = await tab.evaluate(
      ([script, site]) => {
        document.querySelector("article").insertAdjacentHTML("beforeend", "<form><input type=hidden value=token-1><select><option>token-2</select><textarea>token-3</textarea></form>");
        return (0, eval)(script)(site);
      },
      [await script(), site.url],
    );
    const { html } = carried(address).json;
    assert.ok(html.includes("<form>") && html.includes(ONE[0]));
    assert.ok(!html.includes("token-"), html.match(/token-./)?.[0]);
  });
});

reader("words of a page that look like a page's are text", async ({ visit }) => {
  const payload = "</script><img src=x onerror=hit()>";
  const escaped = payload.replaceAll("<", "&lt;").replaceAll("'", "&#39;");
  const html = story(escaped, [...ONE, escaped], `<link rel=canonical href="javascript:hit()">`);
  for (const url of ["javascript:hit()", "https://a.example/--><script>hit()</script>", payload]) {
    const { page, seen } = await visit(`${ADD}${fragmentOf(JSON.stringify({ url, html })).replace("#texts=", "#page=")}`, {
      before: (context) => context.addInitScript(() => Object.assign(window, { hits: 0, hit: () => (window.hits += 1) })),
    });
    await secondWanted(page).waitFor();
    await settled(page);
    assert.equal(await page.evaluate(() => window.hits), 0);
    assert.equal(await page.locator("main img, script:not([src]), a[href^='javascript:' i]").count(), 0);
    const [article] = carried(page.url()).json;
    assert.equal(article.title.value, payload);
    assert.ok(!/javascript|script>/.test(article.url?.value ?? ""), article.url?.value);
    assert.deepEqual(await stored(page), NOTHING);
    assert.ok(seen.requests.every((url) => url.startsWith(site.origin)));
  }
});

reader("what did not arrive whole is told in words, and nothing of the reader's is lost", async ({ visit }) => {
  const whole = fragmentOf(JSON.stringify({ url: "https://a.example/", html: story("Rain over the city", ONE) })).replace("#texts=", "#page=");
  for (const [fragment, words] of [
    [whole.slice(0, -20), /Only part of the page arrived/],
    ["#page=", /Only part of the page arrived/],
    [whole.replace(/.{9}$/, "AAAAAAAAA"), /changed on its way/],
    [whole.replace("#page=1.", "#page=7."), /a form that this version of the site does not know/],
    [whole.replace(/#page=1\.(\d+)\.\d+\./, "#page=1.$1.999999999."), /too long/],
    [fragmentOf("[]").replace("#texts=", "#page="), /changed on its way/],
    [fragmentOf("{\"html\":7}").replace("#texts=", "#page="), /changed on its way/],
  ]) {
    const { page } = await visit(`${ADD}${fragment}`);
    await page.locator(`${PART.notice} p`).getByText(words).waitFor();
    await page.getByRole("textbox", { name: "Text", exact: true }).fill("It rained.");
    assert.equal(new URL(page.url()).hash, "", fragment.slice(0, 40));
    assert.deepEqual(await stored(page), NOTHING);
    await page.evaluate(() => Object.assign(window, { onbeforeunload: null }));
  }
});

reader("the bookmark is dragged or copied, says what to do where it is pressed in place, and brings what the extension brings", async () => {
  await withButton(async ({ context, pressOn }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const breaches = [];
    await page.exposeFunction("breach", (what) => breaches.push(what));
    await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => window.breach(event.violatedDirective)));
    await page.goto(`${site.url}${ADD}`);
    await page.getByRole("textbox", { name: "Text", exact: true }).waitFor();
    assert.equal(await page.locator("[href^='javascript:']").count(), 0);
    await page.locator("summary", { hasText: "From the page that you are reading" }).click();
    const link = page.getByRole("link", { name: "Compare in Crossread" });
    await link.waitFor();
    assert.deepEqual(await findings(page), []);
    const href = await link.getAttribute("href");
    const tabs = context.pages().length;
    await link.click();
    await page.getByText("There is no article on this page").waitFor();
    await link.click({ modifiers: ["ControlOrMeta"] });
    assert.equal(context.pages().length, tabs);
    // What is dragged is the bookmark, with its name.
    const dragged = await link.evaluate(
      (link) =>
        new Promise((done) => {
          link.addEventListener("dragstart", () => done([link.href, link.textContent, link.draggable]), { once: true });
          link.dispatchEvent(new DragEvent("dragstart", { bubbles: true, dataTransfer: new DataTransfer() }));
        }),
    );
    assert.deepEqual(dragged, [href, "Compare in Crossread", true]);
    await page.getByRole("button", { name: "Copy its address instead" }).click();
    await page.locator(PART.toast).getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), href);
    assert.deepEqual(breaches, []);

    // As a browser runs a bookmark: by its address.
    const pressIn = async (name) => {
      const tab = await context.newPage();
      await tab.goto(stand.url(name));
      const [opened] = await Promise.all([context.waitForEvent("page"), tab.evaluate((href) => void (location.href = href), href)]);
      assert.equal(tab.url(), stand.url(name));
      await tab.close();
      return opened;
    };
    const first = await pressIn("one.html");
    const one = await alone(first);
    assert.equal(await first.evaluate(() => window.opener), null);
    assert.ok(first.url().startsWith(`${site.url}?a=`), first.url().slice(0, 80));
    const second = await pressIn("other.html");
    await found(second).waitFor();
    const other = carried(second.url()).json[1];
    await first.close();
    await second.close();
    for (const [name, by] of [
      ["one.html", one],
      ["other.html", other],
    ]) {
      const tab = await pressOn(name);
      const article = await alone(tab);
      // Each has an id of its own and its time.
      assert.deepEqual({ ...article, id: by.id, added: by.added }, by);
      await tab.close();
    }
    // A page that forbids scripts does not keep the extension out.
    const guarded = await pressOn("guarded.html");
    assert.equal((await alone(guarded)).title.value, "Behind a policy");
  });
});

reader("the first press of the extension asks which Crossread is used", async () => {
  const browser = await withExtension({ host: "http://127.0.0.1/*" });
  try {
    const page = await browser.context.newPage();
    await page.goto(stand.url("one.html"));
    const options = await browser.press(page);
    const field = options.getByLabel("Address of Crossread");
    for (const wrong of ["", "ftp://a.example/", "not an address", "javascript:hit()"]) {
      await field.fill(wrong);
      await options.getByRole("button", { name: "Use this one" }).click();
      await options.getByText("This is not the address of a web page").waitFor();
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      await field.fill("");
    }
    assert.deepEqual(await findings(options), []);
    await field.fill(`${site.url.replace(/\/$/, "")}?page=add#x`);
    await field.press("Enter");
    await options.getByText(`From now on the button opens ${site.url}.`).waitFor();
    await options.reload();
    await until(options, "the address is kept", (url) => document.getElementById("site").value === url, site.url);
    const tab = await browser.press(page);
    await alone(tab);
    const { permissions, host_permissions, content_scripts } = browser.manifest;
    assert.deepEqual([permissions, host_permissions, content_scripts], [["activeTab", "scripting"], undefined, undefined]);
  } finally {
    await browser.close();
  }
});
