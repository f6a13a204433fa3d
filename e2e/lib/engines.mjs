// Acts as a reader in Chromium, Firefox or WebKit, with the protocol that all three understand (W3C, WebDriver). It can do less
// than browser.mjs, which drives only Chromium: it sees no requests, and cannot change anything before a page loads.
//
// CROSSREAD_ENGINE says which engine; `cargo xtask engines` sets it, and the paths of browsers and drivers.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { serve } from "./server.mjs";
import { Session } from "./webdriver.mjs";

export { Key } from "./webdriver.mjs";

/** The longest wait for something on a page, in milliseconds. It is generous, for busy machines. */
const PATIENCE = 20_000;
/** The longest time of one test, in milliseconds. */
const LIMIT = 120_000;
/** The size of the window, in CSS pixels. */
const WINDOW = { width: 1280, height: 900 };

const first = (places) => places.find((place) => place && existsSync(place));

/** WebKit's plain browser lies beside its library, in a folder with the library's version. */
const miniBrowser = () =>
  ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"]
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit2?gtk/.test(name))
        .sort()
        .reverse()
        .map((name) => join(folder, name, "MiniBrowser")),
    )
    .find(existsSync);

/** How each engine is started: its driver's command, and what the session asks for. */
const ENGINES = {
  chromium: () => ({
    driver: process.env.CHROMEDRIVER ?? "chromedriver",
    capabilities: {
      browserName: "chrome",
      "goog:chromeOptions": {
        binary: first([process.env.CHROME, "/usr/bin/chromium"]),
        args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
      },
    },
  }),
  firefox: () => ({
    driver: process.env.GECKODRIVER ?? "geckodriver",
    capabilities: {
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: first([process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"]),
        args: ["-headless"],
        prefs: { "app.update.enabled": false, "datareporting.policy.dataSubmissionEnabled": false, "network.captive-portal-service.enabled": false },
      },
    },
  }),
  webkit: () => ({
    driver: process.env.WEBKITDRIVER ?? "WebKitWebDriver",
    capabilities: { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: process.env.MINIBROWSER ?? miniBrowser(), args: ["--automation"] } },
    // It has no headless mode, so it draws into a virtual screen, without a graphics card. Its sandbox does not start for
    // root, who runs the tests in a container.
    screen: true,
    env: {
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" }),
    },
  }),
};

/** The engine's name. */
export const ENGINE = process.env.CROSSREAD_ENGINE ?? "chromium";

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

/** Waits until `check` returns something. If it never does, the error says `what`. */
export async function until(what, check, patience = PATIENCE) {
  let last;
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((then) => setTimeout(then, 60))) {
    try {
      const found = await check();
      if (found) return found;
    } catch (error) {
      // A page that is being loaded, or an element that was just replaced, cannot be asked.
      last = error;
    }
  }
  throw new Error(`never came true: ${what}${last ? ` (${last.message.split("\n")[0]})` : ""}`);
}

/** A virtual screen: its name, and a function that ends it. */
function screen() {
  const process = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return new Promise((ready, failed) => {
    process.on("error", failed);
    process.stdio[3].once("data", (number) => ready({ name: `:${String(number).trim()}`, close: () => process.kill() }));
  });
}

/**
 * Starts what one test file needs: a server for the site under `base` and the engine's driver. Both are closed at the end.
 *
 * Returns `reader(name, story)`, which makes a test. The story gets `site` (see server.mjs), `open(address)`, which opens a page in
 * a browser of its own, and `skip(reason)` for what this engine cannot do.
 */
export async function setUp({ base = "/some/where/" } = {}) {
  const site = await serve({ base });
  const { driver, capabilities, env = {}, screen: needsScreen } = ENGINES[ENGINE]();
  const shown = needsScreen && !process.env.DISPLAY ? await screen() : undefined;
  const port = await freePort();
  const started = spawn(driver, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, ...env, ...(shown && { DISPLAY: shown.name }) } });
  const url = `http://127.0.0.1:${port}`;
  let fault;
  started.on("error", (error) => (fault = error));
  after(async () => {
    started.kill();
    shown?.close();
    await site.close();
  });
  await until(`${driver} answers`, async () => {
    if (fault) throw fault;
    return (await fetch(`${url}/status`)).ok;
  });

  const reader = (name, story) =>
    test(`${ENGINE}: ${name}`, { timeout: LIMIT }, async (t) => {
      const pages = [];
      const open = async (address = "") => {
        const session = await Session.start(url, capabilities);
        const page = new Page(session, site);
        pages.push(page);
        await session.limit({ script: PATIENCE, pageLoad: 2 * PATIENCE });
        await session.size(WINDOW.width, WINDOW.height);
        await page.go(address);
        return page;
      };
      try {
        await story({ open, site, skip: (reason) => t.skip(reason) });
        for (const page of pages.slice(-1)) assert.equal(await page.run(() => document.querySelector("#crash")?.open ?? false), false, "the page did not stop");
      } finally {
        for (const page of pages) await page.session.end().catch(() => {});
        await site.mend();
      }
    });

  return { reader };
}

/** A page of the site in a browser of its own. */
class Page {
  constructor(session, site) {
    this.session = session;
    this.site = site;
  }

  /** Goes to an address of the site, and waits until the program has started. */
  async go(address) {
    await this.session.go(new URL(address, this.site.url).href);
    await this.started();
  }

  /** Ends its browser. Some drivers allow only one at a time. */
  close() {
    return this.session.end();
  }

  /** Loads the page again. */
  async reload() {
    await this.session.reload();
    await this.started();
  }

  started() {
    return until("the program has started", () => this.run(() => document.documentElement.dataset.boot === "done"));
  }

  /** Calls a function in the page with plain data, and waits for its result. */
  run(work, ...given) {
    return this.session.settle(work, ...given);
  }

  /** The visible elements that match `css` and whose label or text holds `words`, a text or a pattern. */
  all(css, words = "") {
    const [pattern, flags] = words instanceof RegExp ? [words.source, words.flags] : [words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), ""];
    return this.session.run(
      (css, pattern, flags) =>
        [...document.querySelectorAll(css)].filter((one) => {
          if (!one.checkVisibility({ visibilityProperty: true })) return false;
          const said = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.innerText ?? one.textContent;
          return new RegExp(pattern, flags).test(said.replace(/\s+/g, " ").trim());
        }),
      css,
      pattern,
      flags,
    );
  }

  /** The first of them, as soon as there is one. */
  see(css, words = "") {
    return until(`there is ${css} ${words}`, async () => (await this.all(css, words))[0]);
  }

  /** Waits until there is none. */
  gone(css, words = "") {
    return until(`there is no ${css} ${words} any more`, async () => (await this.all(css, words)).length === 0);
  }

  /** What the first of them says. */
  async says(css, words = "") {
    return (await this.see(css, words)).text();
  }

  /** Clicks the first of them, where no fixed element covers it. */
  async click(css, words = "") {
    await until(`${css} ${words} can be clicked`, async () => {
      const [one] = await this.all(css, words);
      if (!one) return false;
      await this.session.run((one) => one.scrollIntoView({ block: "center", behavior: "instant" }), one);
      await one.click();
      return true;
    });
  }

  /** Clicks the beginning of the first of them, as soon as it stands still. The middle of its box may be outside it, since a
  sentence runs over several lines. */
  async choose(css, words) {
    const one = await this.see(css, words);
    let before;
    const [x, y] = await until(`${words} stands still`, async () => {
      const place = await this.session.run((one) => {
        one.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = one.getClientRects()[0];
        return [left + Math.min(12, width / 2), top + height / 2];
      }, one);
      const still = String(place) === before;
      before = String(place);
      return still && place;
    });
    await this.session.clickAt(x, y);
  }

  /** Presses a key, or types letters, where the focus is. */
  press(...keys) {
    return this.session.press(...keys);
  }

  /**
   * Writes into the last field of that name and replaces its content. Not by keys: WebKit's driver leaves out line ends,
   * and a long text takes long.
   */
  async fill(name, words) {
    const field = await until(`there is a field ${name}`, async () => (await this.all("input, textarea", new RegExp(`^${name}$`))).at(-1));
    await this.session.run(
      (field, words) => {
        field.focus();
        field.value = words;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      },
      field,
      words,
    );
  }

  /** What the last field of that name holds. */
  async value(name) {
    const fields = await this.all("input, textarea", new RegExp(`^${name}$`));
    return fields.at(-1).property("value");
  }

  /** Drops a file onto the page. */
  drop(name, bytes) {
    return this.run(
      (name, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
        document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      name,
      Buffer.from(bytes).toString("base64"),
    );
  }

  /** The query of the address, as an object. */
  async query() {
    return Object.fromEntries(new URL(await this.session.address()).searchParams);
  }
}
