// Use without a network: what is kept, and how one version replaces another. Nothing is lost, and versions are never mixed.

import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setUp } from "../lib/browser.mjs";
import { build, listed, program } from "../lib/builds.mjs";
import { ADD, compareTwo } from "../lib/own.mjs";
import { FIRM, KNOWN, SUSPENDS, choose, column, drawer, eventually, findings, found, inSight, known, pair, query, sentence, settled, sticksOut, until } from "../lib/pages.mjs";

const underAPath = await setUp({ base: "/some/where/" });
const atTheRoot = await setUp();
const { site, reader } = underAPath;

const FIRST = build("first");
const SECOND = build("second");

/** Waits until the site is kept and answers this page's requests. */
const isKept = (page) => until(page, "the site is kept", () => navigator.serviceWorker.controller?.state === "activated");
/** Waits until everything of a build is kept, the large files too, which come afterwards. */
const isWhole = async (page, folder) => {
  await isKept(page);
  const isThere = async (names) => {
    const kept = await Promise.all(names.map((name) => caches.match(new URL(name || "./", document.baseURI))));
    return kept.every(Boolean);
  };
  await until(page, "the large files are kept", isThere, listed(folder), 60_000);
};
const started = (page) => page.waitForSelector("html[data-boot=done]");
const version = (page) => page.evaluate(() => document.documentElement.dataset.version);
const bar = (page) => page.getByText("A new version of Crossread is ready.");
const take = (page) => page.getByRole("button", { name: "Use it now" });
const later = (page) => page.getByRole("button", { name: "Later", exact: true });

/** Another tab of the same reader. */
async function tab(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await started(page);
  return page;
}

/** Notices every start of the page from now on. */
const starts = (page) => {
  const seen = [];
  page.on("domcontentloaded", () => seen.push(page.url()));
  return seen;
};

/** The names of what is kept: one for each build. */
const kept = (page) => page.evaluate(() => caches.keys());

/** What becomes of a download by the page. */
const download = (page, file) =>
  page.evaluate(
    (file) =>
      fetch(file).then(
        ({ status }) => String(status),
        ({ name }) => name,
      ),
    file,
  );

/** A worker of the page, and what it reads: of which builds they are. */
const probe = (page) =>
  page.evaluate(
    () =>
      new Promise((told) => {
        const worker = crossreadWorker("probe.js");
        worker.onmessage = ({ data }) => told(data);
        worker.onerror = () => told("no worker");
        worker.postMessage("who?");
      }),
  );

for (const [where, { reader, site }] of [
  ["at the root of a host", atTheRoot],
  ["under a path", underAPath],
]) {
  reader(`after one visit the site opens and compares without a network, ${where}`, async ({ visit }) => {
    const { page, context } = await visit("", { kept: true, expected: [/ERR_FAILED/] });
    await isKept(page);
    await site.stop();
    await page.reload();
    await started(page);
    const other = await tab(context, `${site.url}${pair(SUSPENDS, FIRM, "view=shared&strict=4")}#top`);
    await found(other).waitFor();
    assert.deepEqual([query(other).a, query(other).b, query(other).view], [SUSPENDS, FIRM, "shared"]);
    await other.goto(`${site.url}index.html${known()}`);
    await started(other);
    await drawer(other).waitFor();
    await choose(sentence(column(other, "A"), KNOWN.a));
    // What is no part of the site stays what it is: an address that cannot be reached.
    assert.equal(await download(page, "no-such-file"), "TypeError");
  });
}

reader("a first visit downloads every file once, though all of them are kept", async ({ visit }) => {
  site.requested.length = 0;
  const { page } = await visit("", { kept: true });
  await isWhole(page);
  const often = site.requested.filter((name, index) => site.requested.indexOf(name) !== index);
  assert.deepEqual(often, []);
  const wanted = listed().map((name) => name || "index.html");
  assert.deepEqual(wanted.filter((name) => !site.requested.includes(name)), []);
});

reader("a kept file that was damaged is thrown away and fetched anew", async ({ visit }) => {
  const { page } = await visit("", { kept: true });
  await isWhole(page);
  const damage = async () => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("crossread "));
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (!url.endsWith(".wasm")) continue;
      const kept = await cache.match(url);
      const bytes = new Uint8Array(await kept.arrayBuffer());
      for (let at = 5_000; at < 6_000; at += 1) bytes[at] ^= 1;
      await cache.put(url, new Response(bytes, kept));
    }
  };
  await page.evaluate(damage);
  await page.reload();
  await started(page);
  assert.ok((await page.locator("main").innerText()).length > 100);
  const isSound = async () => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("crossread "));
    const cache = await caches.open(name);
    const request = (await cache.keys()).find(({ url }) => /\/crossread-site[^/]*_bg\.wasm$/.test(url));
    return WebAssembly.validate(await (await cache.match(request)).arrayBuffer());
  };
  await until(page, "what is kept is sound again", isSound);
});

reader("a new version is offered, waits, and is taken with a comparison open", async ({ visit }) => {
  site.publish(FIRST);
  const { page } = await visit(known("view=side&strict=4"), { kept: true });
  await isKept(page);
  const seen = starts(page);
  const address = page.url();
  await bar(page).waitFor({ state: "hidden" });

  site.publish(SECOND);
  await page.reload();
  await started(page);
  assert.equal(await version(page), "first", "the version that is kept opens, at once");
  await bar(page).waitFor();
  await later(page).click();
  await bar(page).waitFor({ state: "hidden" });
  await sentence(column(page, "A"), KNOWN.a).waitFor();
  assert.equal(seen.length, 1, "nothing is loaded again unasked");

  // Whoever put it off is asked again when the page is next opened.
  await page.reload();
  await started(page);
  await bar(page).waitFor();
  await take(page).focus();
  await page.keyboard.press("Enter");
  await until(page, "the new version is there", () => document.documentElement.dataset.version === "second");
  await started(page);
  await drawer(page).waitFor();
  await settled(page);
  assert.equal(page.url(), address);
  assert.ok(await inSight(sentence(column(page, "A"), KNOWN.a)), "the selected sentence is in sight");
  await isKept(page);
  await until(page, "what the first version kept is gone", async () => (await caches.keys()).length === 1);
  assert.equal(await bar(page).isVisible(), false);
  assert.equal(seen.length, 3, "one start for the new version, and no other");
  await site.stop();
  await page.reload();
  await started(page);
  assert.equal(await version(page), "second");
});

reader("an update taken while a text of one's own is edited loses nothing of it", async ({ visit }) => {
  site.publish(FIRST);
  const { page } = await visit(ADD, { kept: true });
  await isKept(page);
  await compareTwo(page);
  site.publish(SECOND);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await bar(page).waitFor();
  const address = page.url();
  await page.locator("#edit-B").click();
  const text = page.getByRole("textbox", { name: /^Editing / });
  await until(page, "the text has the focus", () => document.activeElement?.id === "live-text");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" And then the sun came out.");
  await take(page).click();
  await until(page, "the new version is there", () => document.documentElement.dataset.version === "second");
  await started(page);
  await found(page).waitFor();
  assert.equal(page.url(), address);
  await page.locator("#edit-B").click();
  assert.ok((await text.inputValue()).endsWith("Schools stay closed. And then the sun came out."));
});

reader("two tabs with two versions each keep their own files", async ({ visit }) => {
  site.publish(FIRST);
  const { page: one, context } = await visit(KNOWN.address, { kept: true });
  await isKept(one);
  await one.reload();
  await started(one);
  const seen = starts(one);
  site.publish(SECOND);
  const two = await tab(context, site.url);
  await bar(two).waitFor();
  await take(two).click();
  await until(two, "the new version is there", () => document.documentElement.dataset.version === "second");
  await started(two);

  await bar(one).waitFor();
  assert.equal(await version(one), "first");
  assert.equal((await kept(one)).length, 2);
  assert.equal(await probe(one), "first, first");
  assert.equal(await probe(two), "second, second");
  assert.equal(await download(one, program(FIRST).wasm), "200", "gone from the host, and kept");
  await site.stop();
  assert.equal(await probe(one), "first, first");
  assert.equal(await probe(two), "second, second");
  await found(one).waitFor();
  assert.equal(seen.length, 0, "the other tab's choice does not load this one again");

  await take(one).click();
  await until(one, "the new version is there", () => document.documentElement.dataset.version === "second");
  await started(one);
  await found(one).waitFor();
  assert.deepEqual([query(one).a, query(one).b], [SUSPENDS, FIRM]);
  await until(one, "what the first version kept is gone", async () => (await caches.keys()).length === 1);
  assert.equal(seen.length, 1);
});

reader("each tab keeps its version also when the browser has stopped the worker in between", async ({ visit }) => {
  site.publish(FIRST);
  const { page: one, context } = await visit("", { kept: true });
  await isKept(one);
  await one.reload();
  await started(one);
  site.publish(SECOND);
  const two = await tab(context, site.url);
  await take(two).click();
  await until(two, "the new version is there", () => document.documentElement.dataset.version === "second");
  await started(two);
  await bar(one).waitFor();
  const browser = await context.newCDPSession(one);
  await browser.send("ServiceWorker.enable");
  await browser.send("ServiceWorker.stopAllWorkers");
  assert.equal(await probe(one), "first, first");
  await browser.send("ServiceWorker.stopAllWorkers");
  assert.equal(await probe(two), "second, second");
});

reader("a version that does not arrive whole is not offered, and the next try has it", async ({ visit }) => {
  site.publish(FIRST);
  const { page } = await visit("", { kept: true });
  await isKept(page);
  site.publish(SECOND);
  // As on a host that is just being filled: the list is new, a file is not.
  site.spoil("boot.js", "=// of another build");
  site.requested.length = 0;
  await page.reload();
  await started(page);
  await eventually("the new version is fetched", () => site.requested.includes("boot.js"));
  await until(page, "the try is over", async () => {
    const { installing, waiting } = await navigator.serviceWorker.getRegistration();
    return !installing && !waiting;
  });
  assert.equal(await bar(page).isVisible(), false);
  assert.equal(await version(page), "first");
  site.spoil("boot.js", undefined);
  await page.reload();
  await started(page);
  await bar(page).waitFor();
});

reader("large files that few need are fetched afterwards", async ({ visit }) => {
  const folder = build("later", (folder, edit) => edit("probe.txt", (text) => text));
  // The list as it is for a file that weigh.rs says comes later.
  const worker = join(folder, "sw.js");
  const text = readFileSync(worker, "utf8");
  const [entry] = /,"probe.txt":"[0-9a-f]+"/.exec(text);
  writeFileSync(worker, text.replace(entry, "").replace("const LATER = {", `const LATER = {${entry.slice(1)},`));
  site.publish(folder);
  const { page } = await visit("", { kept: true });
  await isKept(page);
  await until(page, "it is kept", async () => Boolean(await caches.match("probe.txt")));
  await site.stop();
  assert.equal(await download(page, "probe.txt"), "200");
});

reader("large files on their way do not hold up a new version", async ({ visit }) => {
  // Of the version in use a large file never arrives.
  const large = /^crossread-import-.*\.wasm$/;
  site.spoil(large, "silent");
  site.publish(FIRST);
  site.requested.length = 0;
  const { page } = await visit("", { kept: true });
  await isKept(page);
  await eventually("the large file is asked for", () => site.requested.some((name) => large.test(name)));
  site.publish(SECOND);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()));
  await bar(page).waitFor();
  await take(page).click();
  await until(page, "the new version is there", () => document.documentElement.dataset.version === "second");
});

const refusals = [
  ["has no service workers", () => delete Navigator.prototype.serviceWorker],
  [
    "refuses to keep anything",
    () => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("no", "SecurityError"));
    },
  ],
];
for (const [how, refuse] of refusals) {
  reader(`the site works as ever where the browser ${how}`, async ({ visit }) => {
    const { page } = await visit(KNOWN.address, { kept: true, before: (context) => context.addInitScript(refuse) });
    await found(page).waitFor();
    await page.reload();
    await started(page);
    await found(page).waitFor();
    assert.equal(await bar(page).isVisible(), false);
  });
}

reader("the site works as ever where there is no room", async ({ visit }) => {
  const { page } = await visit(KNOWN.address, {
    kept: true,
    before: async (context, page) => {
      const browser = await context.newCDPSession(page);
      await browser.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 10_000 });
    },
  });
  await found(page).waitFor();
  await until(page, "keeping has been given up", async () => !(await navigator.serviceWorker.getRegistration())?.installing);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  await page.reload();
  await started(page);
  await found(page).waitFor();
});

reader("a published sw-off.js ends it: nothing is kept, and the page comes from the host", async ({ visit }) => {
  site.publish(FIRST);
  const { page } = await visit(KNOWN.address, { kept: true });
  // A worker that is still fetching is not replaced before it is done.
  await isWhole(page, FIRST);
  const off = build("off");
  copyFileSync(fileURLToPath(new URL("../../assets/sw-off.js", import.meta.url)), join(off, "sw.js"));
  site.publish(off);
  await page.reload();
  await started(page);
  await until(page, "nothing is kept", async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0);
  const seen = starts(page);
  await page.reload();
  await started(page);
  assert.equal(await version(page), "off");
  await settled(page);
  assert.equal(seen.length, 1, "it does not load itself again and again");
});

for (const [scheme, screen] of [
  ["light", "desk"],
  ["dark", "narrow"],
]) {
  reader(`the offer is said aloud, reads well and stays off paper, ${scheme}, ${screen}`, async ({ visit }) => {
    const { page } = await visit(known(), { scheme, screen });
    // The bar as offline.js shows it.
    await page.evaluate(() => {
      document.getElementById("update-bar").hidden = false;
    });
    await bar(page).waitFor();
    assert.equal(await page.getByRole("status").filter({ has: bar(page) }).count(), 1);
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(await sticksOut(page), []);
    for (const button of [take(page), later(page)]) assert.ok(await inSight(button), "nothing covers it");
    await page.emulateMedia({ media: "print" });
    assert.equal(await bar(page).isVisible(), false);
  });
}

reader("the site can be installed", async ({ visit }) => {
  const { page, context } = await visit("", { kept: true });
  await isKept(page);
  await until(page, "the manifest is told", () => document.querySelector("link[rel=manifest]") !== null);
  const browser = await context.newCDPSession(page);
  const { url, errors, data } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  for (const key of ["start_url", "scope"]) assert.equal(new URL(manifest[key], url).href, site.url, key);
  for (const { src, sizes, type } of manifest.icons.filter(({ type }) => type === "image/png")) {
    const answer = await page.request.get(new URL(src, url).href);
    const bytes = await answer.body();
    assert.equal(answer.headers()["content-type"], type);
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});
