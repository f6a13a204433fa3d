// Static collections, as the command line writes them from articles that are made up here.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BUILT = ["release", "debug"].map((kind) => fileURLToPath(new URL(`../../target/${kind}/crossread`, import.meta.url)));

/** The folder of everything that is made here; deleted when the process ends. */
const SHELF = mkdtempSync(join(tmpdir(), "crossread-sets-"));
process.on("exit", () => rmSync(SHELF, { recursive: true, force: true }));

/** A folder with the collection of these articles: each has a title, a text, and perhaps a publisher and a date. */
export function collection(name, title, articles) {
  const command = [process.env.CROSSREAD_CLI, ...BUILT].find((file) => file && existsSync(file));
  if (!command) throw new Error("There is no command line: `cargo build -p crossread-cli` builds it.");
  const from = join(SHELF, `${name}.jsonl`);
  const folder = join(SHELF, name);
  writeFileSync(from, articles.map((article, at) => JSON.stringify({ id: String(at), language: "en", ...article })).join("\n"));
  execFileSync(command, ["collection", "build", from, folder, "--title", title], { stdio: ["ignore", "ignore", "pipe"] });
  return folder;
}
