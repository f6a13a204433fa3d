// Measures a static collection on the built site, served like on the web: the first screen by Lighthouse, on a phone and on a
// desk, and what is fetched for each thing a reader does. `cargo xtask sets FOLDER` calls it and names Lighthouse's program in
// LIGHTHOUSE. It is not a test, since performance depends on the machine and its other work.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { launch } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";

const [folder, ...options] = process.argv.slice(2);
const option = (name) => options.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const RUNS = Number(option("runs") ?? 5);
const WORDS = option("words") ?? "election results";

const site = await serve({ hosted: true, beside: { collection: folder } });
const address = new URL("?set=collection", site.url).href;
const out = await mkdtemp(join(tmpdir(), "crossread-sets-"));

/** The largest paint, in seconds. */
const paint = async (more) => {
  const file = join(out, "report.json");
  const flags = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run";
  const words = ["--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=${flags}`, "--only-categories=performance", ...more];
  await promisify(execFile)(process.execPath, [process.env.LIGHTHOUSE, address, ...words], {
    env: { ...process.env, CHROME_PATH: process.env.CHROME },
    timeout: 180_000,
  });
  return JSON.parse(await readFile(file, "utf8")).audits["largest-contentful-paint"].numericValue / 1000;
};

const browser = await launch();
try {
  for (const [device, more] of [["phone", []], ["desk", ["--preset=desktop"]]]) {
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await paint(more));
    times.sort((one, other) => one - other);
    const [least, middle, most] = [times[0], times[RUNS >> 1], times.at(-1)].map((time) => time.toFixed(2));
    console.log(`largest paint, ${device}: ${middle} s (${least}–${most})`);
  }
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  let seen = [];
  const names = new Map();
  network.on("Network.responseReceived", ({ requestId, response }) => names.set(requestId, new URL(response.url).pathname));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => seen.push([names.get(requestId) ?? "", encodedDataLength]));
  const told = async (what) => {
    await page.waitForLoadState("networkidle");
    const sum = (is) => {
      const those = seen.filter(([name]) => is(name));
      return `${those.length} files, ${(those.reduce((all, [, bytes]) => all + bytes, 0) / 1000).toFixed(1)} KB`;
    };
    const ours = (name) => name.startsWith("/collection/");
    console.log(`${what}: of the collection ${sum(ours)}; of the site ${sum((name) => !ours(name))}`);
    seen = [];
  };
  await page.goto(address);
  await page.locator(".set-list li").first().waitFor();
  await told("the list");
  const searched = async (words) => {
    await page.getByRole("searchbox").fill(words);
    await page.locator(".set-said").getByText(/found|No article/).waitFor();
    await page.waitForTimeout(400);
    await told(`the search for “${words}” (${await page.locator(".set-said").textContent()})`);
  };
  await searched(WORDS);
  await page.locator(".set-list a").first().click();
  await page.getByRole("heading", { name: "Nearest articles" }).waitFor();
  await told("what is near an article");
  await page.getByRole("link", { name: /^Compare with/ }).first().click();
  await page.getByRole("region", { name: "What was found" }).waitFor();
  await told("a comparison");
} finally {
  await browser.close();
  await site.close();
  await rm(out, { recursive: true, force: true });
}
console.log(`${RUNS} runs each, median (least–most); ${cpus().length} processors, load ${loadavg().map((load) => load.toFixed(1)).join(", ")}`);
