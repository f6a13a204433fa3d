// Acts as a reader in a real browser: opens the site in a fresh profile, and records everything that must not happen.
//
// Every visit records console errors and warnings, uncaught errors, violations of the page's policy and all requests.
// A test made with `reader` fails at its end if one of them was not expected, or if a request left the site.

import { appendFileSync, existsSync } from "node:fs";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { PART } from "./parts.mjs";
import { serve } from "./server.mjs";

const PLACES = [
  process.env.CHROME,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The kinds of screen that tests name, in CSS pixels. */
export const SCREENS = {
  narrow: { width: 360, height: 740 },
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  desk: { width: 1440, height: 900 },
};

/** The longest wait for something on a page, in milliseconds. It is generous, for busy machines. */
const PATIENCE = 20_000;

/**
 * Chromium without its own windows, menus and extensions, from the same source (`chromium-headless-shell`). A fresh profile
 * with a page takes it a quarter of the time. Where it is not installed, the whole browser does its work.
 */
const SHELLS = [process.env.CHROME_SHELL, "/usr/bin/chromium-headless-shell"];

/** Starts a browser. `flags` are added to the usual ones; `shell` allows the one without windows. */
export async function launch(flags = [], shell = false) {
  return chromium.launch(launchOptions(flags, shell));
}

/** Where the browser is, and how it is started, as for `launch`. */
export function launchOptions(flags = [], shell = false) {
  const executablePath = [...(shell ? SHELLS : []), ...PLACES].find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("There is no Chromium: set CHROME to where it is, or run `cargo xtask test browser`.");
  return { executablePath, args: [...FLAGS, ...flags] };
}

/** The longest time of one test, in milliseconds. A browser that hangs fails its test and does not block others. */
const LIMIT = 180_000;

/**
 * If this is set, a failing test is tried once more, and this file gets the names of those that passed the second time. On
 * a busy machine a test fails now and then, which must not hide the results of the others. It is still a fault of the test
 * or of the page, and must be fixed.
 */
const UNSTEADY = process.env.CROSSREAD_UNSTEADY;

/**
 * Starts what one test file needs: a server for the site under `base`, with the folders `beside` it, and a browser. Both are
 * closed at the end.
 *
 * Returns `site` (see server.mjs) and `reader(name, story, { whole })`, which makes a test. The story gets `visit`. `whole`: it
 * needs the whole browser, for what the shell does not do (installing a site) or draws otherwise (the system's letters).
 */
export async function setUp({ base = "/", flags = [], beside } = {}) {
  const site = await serve({ base, beside });
  const browser = await launch(flags, true);
  let wholeBrowser;
  after(async () => {
    await browser.close();
    await (await wholeBrowser)?.close();
    await site.close();
  });

  const once = async (story, whole) => {
    const visits = [];
    const used = whole ? await (wholeBrowser ??= launch(flags)) : browser;
    const visit = async (address = "", options = {}) => {
      const opened = await open(used, site, address, options);
      visits.push(opened);
      return opened;
    };
    try {
      await story({ visit, site });
      for (const { seen } of visits) seen.assertNothingStray();
    } finally {
      for (const { context } of visits) await context.close();
      await site.mend();
    }
  };

  const reader = (name, story, { whole = false } = {}) =>
    test(name, { timeout: UNSTEADY ? 2 * LIMIT : LIMIT }, async (t) => {
      if (!UNSTEADY) return once(story, whole);
      try {
        await once(story, whole);
      } catch (error) {
        t.diagnostic(`tried again: ${error.stack}`);
        await once(story, whole);
        appendFileSync(UNSTEADY, `${name}: ${error.message.split("\n")[0]}\n`);
      }
    });

  return { site, browser, reader };
}

/**
 * Opens `address`, relative to the site's page, in a fresh profile, and waits until the program has started.
 *
 * Options: `screen` (a key of SCREENS), `scheme` ("light" or "dark"), `script` (false turns JavaScript off), `touch`, `started`
 * (false does not wait for the program), `before` (called with the context and the page before anything is loaded), `expected`
 * (patterns of console messages and errors that belong to the test), `kept` (true lets the site be kept for use offline;
 * otherwise every page comes from the host), `newcomer` (true for a reader on a first visit), and any other option of
 * Playwright's `newContext`.
 */
async function open(browser, site, address, options) {
  const { screen = "desk", scheme = "light", script = true, touch = false, started = script, kept = false, newcomer = false, before, expected = [], ...rest } = options;
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    colorScheme: scheme,
    javaScriptEnabled: script,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: "reduce",
    ...rest,
  });
  context.setDefaultTimeout(PATIENCE);
  const seen = new Seen(site.origin, expected);
  await seen.watch(context);
  await context.addInitScript((parts) => {
    window.PART = parts;
  }, PART);
  // The shell has a pointer in the window's corner from the beginning. Nobody pointed there.
  await context.addInitScript(() => {
    const nobody = (event) => event.isTrusted && event.clientX === 0 && event.clientY === 0 && event.stopImmediatePropagation();
    for (const name of ["pointerover", "pointerenter", "pointermove", "mouseover", "mouseenter", "mousemove"]) addEventListener(name, nobody, true);
  });
  // A returning reader gets no explanation of the page.
  if (!newcomer) {
    await context.addInitScript(() => {
      try {
        localStorage.setItem("crossread.met", "on");
      } catch {
        // The browser refuses storage.
      }
    });
  }
  if (!kept) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const page = await context.newPage();
  await before?.(context, page);
  await page.goto(new URL(address, site.url).href);
  if (started) await page.waitForSelector("html[data-boot=done]");
  return { page, context, seen };
}

/** What happened during a visit. */
class Seen {
  /** The addresses of all requests, in order. */
  requests = [];
  /** What went wrong, in words, in order. */
  strays = [];

  constructor(origin, expected) {
    this.origin = origin;
    this.expected = [...expected];
  }

  /** Declares that messages which match the pattern belong to the test. */
  expect(pattern) {
    this.expected.push(pattern);
  }

  async watch(context) {
    context.on("request", (request) => this.requests.push(request.url()));
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.strays.push(`console ${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.strays.push(`uncaught: ${error.error().message}`));
    await context.exposeBinding("crossreadPolicyBreach", (_source, breach) => this.strays.push(`policy: ${breach}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        window.crossreadPolicyBreach(`${event.violatedDirective} forbids ${event.blockedURI}`);
      });
    });
  }

  assertNothingStray() {
    const strays = this.strays.filter((stray) => !this.expected.some((pattern) => pattern.test(stray)));
    assert.deepEqual(strays, [], "errors, warnings or policy breaches during the visit");
    const away = this.requests.filter((url) => !url.startsWith(`${this.origin}/`) && !/^(data|blob|about):/.test(url));
    assert.deepEqual(away, [], "requests that left the site");
  }
}
