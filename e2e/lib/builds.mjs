// Makes further builds of the site, for tests of how one version replaces another: copies of the built site with a change.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "./server.mjs";

/** The folder of the copies; deleted when the process ends. */
const SHELF = mkdtempSync(join(tmpdir(), "crossread-builds-"));
process.on("exit", () => rmSync(SHELF, { recursive: true, force: true }));

/** The file names that a build's service worker lists; "" is the page. */
export const listed = (folder = DIST) => {
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  return ["NOW", "LATER"].flatMap((name) => Object.keys(JSON.parse(new RegExp(`const ${name} = (.*);`).exec(worker)[1])));
};

/** The program's script and WebAssembly, as index.html names them. */
export const program = (folder = DIST) => {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  return { js: /data-js="\.?\/?([^"]+)"/.exec(page)[1], wasm: /data-wasm="\.?\/?([^"]+)"/.exec(page)[1] };
};

/**
 * A build with its `name` in the root's data-version, with other file names for its program, and with two more files: a
 * worker's script that answers with the name and the content of the second file, which is the name too.
 *
 * `change` is called with the folder before its files are listed.
 */
export function build(name, change = () => {}) {
  const folder = join(SHELF, name);
  cpSync(DIST, folder, { recursive: true });
  const edit = (file, how) => writeFileSync(join(folder, file), how(readFileSync(join(folder, file), "utf8")));
  edit("boot.js", (text) => `${text}\ndocument.documentElement.dataset.version = "${name}";\n`);
  const { js } = program();
  const stem = js.replace(/\.js$/, "");
  const other = `${stem}${name}`;
  for (const file of readdirSync(folder).filter((file) => file.startsWith(stem))) {
    renameSync(join(folder, file), join(folder, file.replace(stem, other)));
  }
  edit("index.html", (text) => text.replaceAll(stem, other));
  edit(`${other}.js`, (text) => text.replaceAll(stem, other));
  const answer = `fetch("probe.txt").then((told) => told.text()).then((told) => postMessage("${name}, " + told), () => postMessage("${name}, nothing"))`;
  writeFileSync(join(folder, "probe.js"), `onmessage = () => ${answer};\n`);
  writeFileSync(join(folder, "probe.txt"), name);
  change(folder, edit);
  keep(folder);
  return folder;
}

/** Lists the folder's files again, as `cargo xtask build` does. */
function keep(folder) {
  const own = process.env.CROSSREAD_XTASK;
  const root = fileURLToPath(new URL("../../", import.meta.url));
  if (own) execFileSync(own, ["offline", folder]);
  else execFileSync("cargo", ["xtask", "offline", folder], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
}
