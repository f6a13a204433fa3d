// A simple static web server for the built site, under any path.
//
// It is not one from npm, because the tests need a server that omits, cuts off or garbles a file on request, and that
// serves the site under a path such as /some/where/.

import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built site. */
export const DIST = process.env.CROSSREAD_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The files that hosts compress: those that are not compressed already. */
const packs = (name) => !/\.(png|woff2)$/.test(name);

/** All files of the folder that hosts compress, packed at brotli's best level in advance, as hosts do. */
const packAll = async (root) => {
  const names = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && packs(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return new Map(await Promise.all(names.map(async (name) => [name, brotliCompressSync(await readFile(join(root, name)))])));
};

/** How long browsers may keep a file, as the README advises: forever if its name or its folder's name has a hash. */
const keeping = (name) => (/-[0-9a-f]{15,16}(_bg)?[./]/.test(name) ? "public, max-age=31536000, immutable" : "no-cache");

/**
 * Serves the folder `root` under the path `base` (it begins and ends with a slash).
 *
 * Returns `url` (of the page), `origin`, `requested` (the requested paths, under `base`), `sent` (the data of requests
 * that are not for a file; these are refused), `publish(folder)` (serves that folder from now on), `stop()` and `start()`
 * (at the same address), `spoil(file, how)`, `mend()` (undoes all these) and `close()`. `file` is the end of a name or
 * a pattern; `how` is one of
 * - "missing": 404,
 * - "aborted": half of the file, then the connection ends,
 * - "corrupt": the file with its bytes overwritten from the middle on,
 * - "silent": no answer until the server closes,
 * - a string of its own that begins with "=": these bytes instead of the file's.
 *
 * `hosted`: serves files as a host on the web does: compressed, and those with a hash in their name may be kept. `beside`:
 * other folders that lie beside the site, by their names there.
 */
export async function serve({ root = DIST, base = "/", hosted = false, beside = {} } = {}) {
  const spoiled = new Map();
  const packed = hosted ? await packAll(root) : new Map();
  let folder = root;
  const requested = [];
  const sent = [];
  // Longer links must get the page as well.
  const server = createServer({ maxHeaderSize: 1 << 20 }, async (request, response) => {
    if (!["GET", "HEAD"].includes(request.method)) {
      const parts = [];
      for await (const part of request) parts.push(part);
      sent.push(Buffer.concat(parts).toString());
      return response.writeHead(405, { allow: "GET, HEAD" }).end();
    }
    const path = decodeURIComponent(new URL(request.url, "http://host/").pathname);
    if (!path.startsWith(base)) return refuse(response);
    const name = normalize(path.slice(base.length) || "index.html");
    requested.push(name);
    if (name.startsWith(`..${sep}`) || name.endsWith(sep)) return refuse(response);
    let bytes;
    try {
      const [first, ...rest] = name.split(sep);
      bytes = await readFile(Object.hasOwn(beside, first) ? join(beside[first], ...rest) : join(folder, name));
    } catch {
      return refuse(response);
    }
    const how = [...spoiled].find(([file]) => (file instanceof RegExp ? file.test(name) : name.endsWith(file)))?.[1];
    if (how === "missing") return refuse(response);
    if (how === "silent") return;
    if (how === "corrupt") bytes.fill(0xff, bytes.length >> 1);
    if (how?.startsWith("=")) bytes = Buffer.from(how.slice(1));
    if (hosted && packs(name) && !packed.has(name)) packed.set(name, brotliCompressSync(bytes));
    const small = packed.has(name) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    if (small) bytes = packed.get(name);
    response.writeHead(200, {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "content-length": bytes.length,
      "cache-control": hosted ? keeping(name) : "no-cache",
      ...(small && { "content-encoding": "br", vary: "accept-encoding" }),
    });
    if (how === "aborted") {
      response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    } else {
      response.end(bytes);
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const start = () => server.listening || new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return {
    origin,
    url: origin + base,
    requested,
    sent,
    spoil: (file, how) => spoiled.set(file, how),
    publish: (other) => {
      folder = other;
    },
    start,
    stop: close,
    mend: () => {
      spoiled.clear();
      folder = root;
      return start();
    },
    close,
  };
}

const refuse = (response) => response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.");

/** Another site. Its only page has that body. */
export async function elsewhere(body) {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Elsewhere</title>${body}`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
