// Measures Crossread's WebAssembly and its peers in Chromium and in Node.js: every program in a worker of its own, over
// the same texts, one after the other. `cargo xtask bench` calls this and makes tables of the lines that it prints:
// place, case, program, figure, median, number of runs, parted by tabs. A figure that took too long is "over".
//
// node bench.mjs SECONDS CASE ...        each case being a pair of files in out/texts

import { Worker } from "node:worker_threads";
import { launch } from "../e2e/lib/browser.mjs";
import { serve } from "../e2e/lib/server.mjs";
import { fileURLToPath } from "node:url";

const [seconds, ...cases] = process.argv.slice(2);
const LIMIT = Number(seconds) * 1000;
const ROOT = fileURLToPath(new URL("../", import.meta.url));

const site = await serve({ root: ROOT });
const at = (path) => new URL(path, site.url).href;

const PROGRAMS = {
  crossread: { script: at("bench/out/wasm/crossread_bench.js"), wasm: at("bench/out/wasm/crossread_bench_bg.wasm") },
  jsdiff: { script: at("node_modules/diff/dist/diff.js") },
  "diff-match-patch": { script: at("node_modules/diff-match-patch/index.js") },
  "fast-myers-diff": { script: at("node_modules/fast-myers-diff/bin/index.js") },
};

/**
 * Hands a task to a worker and collects its runs, until it is done or one run takes longer than the limit. It is
 * written without anything from outside, since it runs in the browser's page as well; `start` differs.
 */
const COLLECT = `(start, task, limit) => new Promise((settle) => {
  const runs = [];
  let timer;
  const end = (outcome) => { clearTimeout(timer); worker.stop(); settle({ runs, ...outcome }); };
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => end({ over: true }), limit); };
  const worker = start((message) => {
    if (message.ready) worker.post(task);
    if (message.figures) runs.push(message.figures);
    if (message.done) return end({});
    if (message.failed) return end({ failed: message.failed });
    wait();
  }, (error) => end({ failed: String(error) }));
})`;

const IN_BROWSER = `(hear, fail) => {
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = (event) => hear(event.data);
  worker.onerror = (event) => fail(event.message);
  return { post: (task) => worker.postMessage(task), stop: () => worker.terminate() };
}`;

function inNode(hear, fail) {
  const worker = new Worker(new URL("worker.js", import.meta.url));
  worker.on("message", hear);
  worker.on("error", fail);
  return { post: (task) => worker.postMessage(task), stop: () => worker.terminate() };
}

const median = (list) => list.sort((x, y) => x - y)[list.length >> 1];

const browser = await launch();
const page = await browser.newPage();
await page.goto(at("bench/index.html"));
const places = {
  Chromium: (task) => page.evaluate(`(${COLLECT})(${IN_BROWSER}, ${JSON.stringify(task)}, ${LIMIT})`),
  "Node.js": (task) => new Function(`return ${COLLECT}`)()(inNode, task, LIMIT),
};

console.log(["version", "Chromium", browser.version()].join("\t"));
console.log(["version", "Node.js", process.versions.node].join("\t"));
for (const [place, run] of Object.entries(places)) {
  const tooSlow = new Set();
  for (const name of cases) {
    for (const [who, program] of Object.entries(PROGRAMS)) {
      // Over a shorter text it took too long already.
      if (tooSlow.has(who) && /^\d+$/.test(name)) continue;
      console.error(`${place}: ${who}, ${name}`);
      const task = { who, a: at(`bench/out/texts/${name}-a.txt`), b: at(`bench/out/texts/${name}-b.txt`), program };
      const { runs, over, failed } = await run(task);
      if (over && runs.length === 0) {
        tooSlow.add(who);
        console.log([place, name, who, "diff", "over", 0].join("\t"));
      }
      if (failed) throw new Error(`${place}, ${who}, ${name}: ${failed}`);
      for (const figure of Object.keys(runs[0] ?? {})) {
        const value = median(runs.map((each) => each[figure]));
        console.log([place, name, who, figure, value.toFixed(4), runs.length].join("\t"));
      }
    }
  }
}
await browser.close();
await site.close();
