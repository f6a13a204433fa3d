// Presses the button of the extension (extension/) and of the bookmark, in a browser that has the extension loaded.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { chromium } from "playwright-core";
import { launchOptions } from "./browser.mjs";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

/**
 * A browser with the extension, in its own profile. `host` stands in for a person's press, which a test cannot make: in the
 * loaded copy, the manifest lets the extension read that host, as a press lets it read one tab.
 *
 * Returns `context`, `worker` (the extension's service worker), `press(page)`, which presses the button in a tab and returns the
 * tab that opens, and `close()`.
 */
export async function withExtension({ host } = {}) {
  const room = mkdtempSync(join(tmpdir(), "crossread-extension-"));
  const folder = join(room, "extension");
  cpSync(EXTENSION, folder, { recursive: true });
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  if (host) writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [host] }));
  const context = await chromium.launchPersistentContext(join(room, "profile"), {
    ...launchOptions([`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]),
    ignoreDefaultArgs: ["--disable-extensions"],
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  return {
    context,
    worker,
    /** The manifest as it is published. */
    manifest,
    /** The address of a file of the extension. */
    address: (name) => new URL(name, worker.url()).href,
    press: async (page) => {
      const [opened] = await Promise.all([
        context.waitForEvent("page"),
        worker.evaluate(async (url) => {
          const tabs = await chrome.tabs.query({});
          const tab = tabs.find((tab) => tab.url === url) ?? tabs.find((tab) => tab.active);
          chrome.action.onClicked.dispatch(tab);
        }, page.url()),
      ]);
      return opened;
    },
    close: async () => {
      await context.close();
      rmSync(room, { recursive: true, force: true });
    },
  };
}

/** Serves pages as news sites do: a list of { name, bytes, type }. Returns `url(name)` and `close()`. */
export async function newsstand(pages) {
  const requested = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url.slice(1));
    requested.push(name);
    const page = pages.find((page) => page.name === name);
    if (!page) return response.writeHead(404, { "content-type": "text/html" }).end("<!doctype html><title>Nothing</title>");
    response.writeHead(200, { "content-type": page.type ?? "text/html", ...page.headers }).end(page.bytes);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    requested,
    url: (name) => `${origin}/${encodeURIComponent(name)}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** What a fragment carries (docs/collection.md): the JSON behind `#page=` or `#texts=`. */
export function carried(address) {
  const [version, characters, bytes, mark, packed] = address.slice(address.indexOf("#") + 1).replace(/^\w+=/, "").split(".");
  const plain = inflateRawSync(Buffer.from(packed, "base64url"));
  if (packed.length !== Number(characters) || plain.length !== Number(bytes)) throw new Error("the lengths are not as they are told");
  return { version, mark, plain, json: JSON.parse(plain) };
}
