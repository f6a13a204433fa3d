// Texts and files that other programs share with the installed site through the share sheet. They are treated like a paste
// or a file, and no request carries them to the host.

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, setUp } from "../lib/browser.mjs";
import { findings, notice, until } from "../lib/pages.mjs";
import { NIGHT, RAIN, field, keepButton, stored } from "../lib/own.mjs";
import { file, real, sheetOf, value } from "../lib/import.mjs";
import { elsewhere } from "../lib/server.mjs";
import { PART } from "../lib/parts.mjs";

const { site, reader } = await setUp({ base: "/some/where/" });

/** A visit after which the service worker answers, as on a device where the site is installed. */
async function installed(visit, options = {}) {
  const opened = await visit("", { kept: true, ...options });
  await until(opened.page, "the site is kept", () => navigator.serviceWorker.controller?.state === "activated");
  return opened;
}

/** The share target as the browser reads it in the manifest. */
async function target(context, page) {
  const browser = await context.newCDPSession(page);
  await until(page, "the manifest is told", () => document.querySelector("link[rel=manifest]") !== null);
  const { url, errors, data } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { action, method, enctype, params } = JSON.parse(data).share_target;
  return { action: new URL(action, url).href, method, enctype, params };
}

/** Has a page say that it stands in the window of the installed site, as one that the share sheet opens does. */
const inWindow = (page) =>
  page.addInitScript(() => {
    const match = window.matchMedia;
    window.matchMedia = (query) => match.call(window, query.replaceAll("(display-mode: browser)", "(max-width: 0px)"));
  });

/**
 * Shares as the share sheet does: a form with these fields and files is sent to the share target, as a navigation of a page
 * that is not the site's own.
 */
async function share(context, page, { files = [], ...fields }) {
  const { action, method, enctype, params } = await target(context, page);
  const from = await context.newPage();
  await inWindow(from);
  const inputs = Object.entries(fields).map(([name]) => `<textarea name="${params[name]}"></textarea>`);
  await from.setContent(
    `<form action="${action}" method="${method}" enctype="${enctype}">${inputs.join("")}<input type="file" multiple name="${params.files[0].name}"><button>Share</button></form>`,
  );
  for (const [name, text] of Object.entries(fields)) await from.locator(`[name="${params[name]}"]`).fill(text);
  if (files.length > 0) await from.locator("input").setInputFiles(files);
  await from.getByRole("button", { name: "Share" }).click();
  await from.waitForURL(/page=add/);
  await from.waitForSelector("html[data-boot=done]");
  return from;
}

reader("a text that is shared stands on the add page, and no request carries it", async ({ visit }) => {
  const { page, context, seen } = await installed(visit);
  site.requested.length = 0;
  const shared = await share(context, page, { title: "Rain", text: `${RAIN.text} https://example.org/rain`, url: "" });
  await shared.getByText("It was shared by another program.").waitFor();
  assert.equal(new URL(shared.url()).search + new URL(shared.url()).hash, "?page=add");
  assert.equal(await field(shared, "Text").inputValue(), RAIN.text);
  assert.equal(await field(shared, "Title").inputValue(), "Rain");
  assert.equal(await field(shared, "Address").inputValue(), "https://example.org/rain");
  await shared.locator(PART.hint, { hasText: "Understood from what was shared." }).first().waitFor();
  assert.deepEqual(await findings(shared), []);
  assert.deepEqual(await stored(shared), { articles: [], comparisons: [] }, "nothing is kept before it is asked for");
  assert.deepEqual(site.sent, []);
  assert.deepEqual(site.requested.filter((name) => /share/.test(name)), []);
  // Taken up once: another tab has it no more, a reload of this one still has.
  await until(shared, "nothing waits any more", async () => {
    const name = (await caches.keys()).find((name) => name.startsWith("crossread-shared "));
    return (await (await caches.open(name)).keys()).length === 0;
  });
  const other = await context.newPage();
  await other.goto(shared.url());
  await field(other, "Text").waitFor();
  assert.equal(await field(other, "Text").inputValue(), "");
  await shared.reload();
  await field(shared, "Text").waitFor();
  assert.equal(await field(shared, "Text").inputValue(), RAIN.text);
  await keepButton(shared).click();
  await shared.getByRole("heading", { name: "Added just now" }).waitFor();
  assert.equal(seen.requests.filter((url) => url.includes("Nobody")).length, 0);
});

reader("files that are shared are read like files that are opened, a bad one too", async ({ visit }) => {
  const { page, context } = await installed(visit);
  const files = [real("harbour.docx"), file("empty.txt", "", "text/plain"), file("night.txt", NIGHT.text, "text/plain")];
  const shared = await share(context, page, { files });
  await sheetOf(shared, "night.txt").waitFor();
  assert.equal(await value(shared, "night.txt", "Text"), NIGHT.text);
  assert.equal(await value(shared, "harbour.docx", "Title"), "Harbour gates close for the first time");
  await sheetOf(shared, "empty.txt").getByText(/This file is empty/).waitFor();
  assert.equal(await shared.getByLabel("Text", { exact: true }).count(), 2);
  assert.deepEqual(site.sent, []);
});

reader("of an address alone the page says that the article has to come from the reader", async ({ visit }) => {
  const { page, context, seen } = await installed(visit);
  const shared = await share(context, page, { title: "Rain over the city", text: "https://example.org/rain" });
  await shared.getByText(/The article itself did not come with it, and this page fetches nothing from other sites/).waitFor();
  assert.equal(await field(shared, "Address").inputValue(), "https://example.org/rain");
  await keepButton(shared).click();
  await shared.locator(PART.fault, { hasText: "There is no text yet." }).waitFor();
  assert.ok(!seen.requests.some((url) => url.startsWith("https://example.org")));
});

reader("markup in what is shared stays text", async ({ visit }) => {
  const trap = (context) => context.addInitScript(() => void (window.hit = () => (window.hits = 1)));
  const { page, context } = await installed(visit, { before: trap });
  const payload = "<img src=x onerror=hit()><script>hit()</script>";
  const shared = await share(context, page, { title: payload, text: `${payload} said officials.\nAll night.`, url: "javascript:hit()" });
  await shared.getByText("It was shared by another program.").waitFor();
  assert.equal(await field(shared, "Title").inputValue(), payload);
  assert.equal(await field(shared, "Address").inputValue(), "");
  assert.equal(await shared.evaluate(() => window.hits), undefined);
});

reader("where there is no room for what is shared, the page says so", async ({ visit }) => {
  const { page, context } = await installed(visit, { expected: [/./] });
  const browser = await context.newCDPSession(page);
  await browser.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 1 });
  const shared = await share(context, page, { text: `${RAIN.text}\n${"It rained. ".repeat(20_000)}` });
  await notice(shared).getByText(/What you shared did not arrive: this browser has no room for it, or it is larger/).waitFor();
  assert.deepEqual(site.sent, []);
});

/** Makes a test: where the site is kept, a page of another site, which begins with `head`, has a form whose button sends words. */
const planted = (name, head, story) =>
  test(name, async () => {
    const browser = await launch();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.url);
    await until(page, "the site is kept", () => navigator.serviceWorker.controller?.state === "activated");
    const { action, enctype, params } = await target(context, page);
    const form = `<form action="${action}" method="post" enctype="${enctype}"><textarea name="${params.text}">Planted words.</textarea><button>Go</button></form>`;
    const other = await elsewhere(`${head}${form}`);
    const send = async () => {
      await page.goto(other.url);
      await page.getByRole("button", { name: "Go" }).click();
    };
    try {
      site.sent.length = 0;
      await story(page, send);
      assert.deepEqual(site.sent, []);
    } finally {
      await browser.close();
      other.close();
    }
  });

planted("what another site's page sends is not taken, and said", "", async (page, send) => {
  await send();
  await page.getByText("Another site tried to put something on this page. It was refused.").waitFor();
  assert.equal(await field(page, "Text").inputValue(), "");
});

const UNNAMED = '<meta name="referrer" content="no-referrer">';
planted("what another site's page sends without saying where it is from is asked about, and thrown away", UNNAMED, async (page, send) => {
  for (const [name, left] of [["Throw it away", ""], ["Put it here", "Planted words."]]) {
    await send();
    await page.getByText("Something was sent to this page, by a program of yours or by a page of another site.").waitFor();
    assert.deepEqual(await findings(page), []);
    assert.equal(await field(page, "Text").inputValue(), "");
    await page.getByRole("button", { name }).click();
    await page.getByText("Something was sent").waitFor({ state: "detached" });
    await until(page, `the field says “${left}”`, (left) => document.querySelector("textarea[rows='16']").value === left, left);
    await until(page, "nothing waits any more", async () => {
      const name = (await caches.keys()).find((name) => name.startsWith("crossread-shared "));
      return (await (await caches.open(name)).keys()).length === 0;
    });
  }
});

reader("the share target is not offered before there is a worker that takes what is shared", async ({ visit }) => {
  const { page } = await visit();
  assert.equal(await page.locator("link[rel=manifest]").count(), 0);
});
