// Takes pictures of the built site: every address below, at three widths, light and dark, into e2e/out/shots.
//
// With `--readme`: the pictures that the README shows (docs/) and that link previews show (assets/og.png). With `--icons`:
// the icons of the installed site, drawn from its favicon. Called by `cargo xtask shots`. A picture of a page that wrote an error into the console is not taken.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SCREENS, launch } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const A = "nato-suspends-cooperation";
const B = "nato-firm-statements";
const UNKNOWN = "no-such-article";

/** What the README shows: two whose finding is a contradiction. */
const OPPOSITE = "?a=some-signs-of-withdrawal&b=nato-warns-on-recognition";

/** Where a quotation stands in an article's body, in Unicode scalar values: what links name. */
const offset = async (id, quotation) => {
  const file = await readFile(inProject(`assets/articles/${id}.md`), "utf8");
  const body = file.slice(file.indexOf("\n+++\n") + "\n+++\n".length);
  const index = body.indexOf(quotation);
  if (index < 0) throw new Error(`${id} does not say “${quotation}”`);
  return [...body.slice(0, index)].length;
};

const selected = `at=${await offset(A, "They said they do not recognize")}.${await offset(B, "We do not recognize")}`;

/** What is shown: a name for the file, and the address. */
const PAGES = [
  ["library", ""],
  ["side", `?a=${A}&b=${B}`],
  ["one", `?a=${A}&b=${B}&view=one`],
  ["shared", `?a=${A}&b=${B}&view=shared`],
  ["selected", `?a=${A}&b=${B}&${selected}`],
  ["nothing-shared", "?a=nato-suspends-cooperation&b=nato-warns-on-recognition"],
  ["unknown", `?a=${A}&b=${UNKNOWN}`],
  ["story", "?page=story"],
  ["how", "how.html"],
];

const site = await serve();
const browser = await launch();

const take = async (file, address, { viewport, scheme, fullPage = false }) => {
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(site.url + address);
  // The page that explains the site has no program to wait for.
  if (!address.startsWith("how.html")) await page.waitForSelector("html[data-boot=done]");
  // The worker's answer, and what is selected.
  if (address.includes("&b=") && !address.includes(UNKNOWN)) await page.getByText(/Overlap cannot show|Looked for/).first().waitFor();
  if (address.includes("page=story")) await page.locator(".claim").first().waitFor();
  if (address.includes("&at=")) await page.locator("#drawer").waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Two frames: whatever the program places after the first paint is in place.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  if (errors.length > 0) throw new Error(`${address}: ${errors.join("; ")}`);
  await writeFile(file, await page.screenshot({ fullPage }));
  await context.close();
  console.log(file);
};

/** Draws assets/favicon.svg, `size` pixels wide. Maskable: on a full ground, within the circle that every system leaves. */
const icon = async (file, size, maskable = false) => {
  const drawing = (await readFile(inProject("assets/favicon.svg"), "utf8")).replace("<svg ", `<svg width="${size}" height="${size}" `);
  const [, ground] = /<rect[^>]* fill="([^"]+)"/.exec(drawing);
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 ${maskable ? `; background: ${ground} } svg { scale: 0.85` : ""} }</style>${drawing}`);
  await writeFile(inProject(file), await page.screenshot({ omitBackground: true }));
  await page.close();
  console.log(file);
};

try {
  if (process.argv.includes("--icons")) {
    await mkdir(inProject("assets/icons"), { recursive: true });
    await icon("assets/icons/192.png", 192);
    await icon("assets/icons/512.png", 512);
    await icon("assets/icons/maskable.png", 512, true);
  } else if (process.argv.includes("--readme")) {
    await mkdir(inProject("docs"), { recursive: true });
    const desk = { width: 1280, height: 800 };
    await take(inProject("docs/compare-light.png"), OPPOSITE, { viewport: desk, scheme: "light" });
    await take(inProject("docs/compare-dark.png"), OPPOSITE, { viewport: desk, scheme: "dark" });
    const preview = { width: 1200, height: 630 };
    await take(inProject("assets/og.png"), OPPOSITE, { viewport: preview, scheme: "light" });
  } else {
    const folder = inProject("e2e/out/shots");
    await mkdir(folder, { recursive: true });
    for (const [name, address] of PAGES) {
      for (const screen of ["phone", "tablet", "desk"]) {
        for (const scheme of ["light", "dark"]) {
          const file = `${folder}/${name}-${SCREENS[screen].width}-${scheme}.png`;
          await take(file, address, { viewport: SCREENS[screen], scheme });
        }
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}
