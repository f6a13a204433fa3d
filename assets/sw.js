// Keeps one whole build of the site in this browser, so that it opens and works without a network.
//
// It is written by hand because its main rule is small: a page gets only files of the build that it was opened with. So an
// old script never meets a new program. docs/offline.md says how versions change and how to remove this worker.
// `cargo xtask build` fills in the three lines below and drops the comments.
//
// It also receives what a share sheet hands to the site, so that no request carries it to the host.

// Every file of the build and the beginning of its SHA-256; "" is the page. NOW is kept before this worker takes over,
// LATER is fetched when the page is idle.
const NOW = {};
const LATER = {};
const BUILD = "";

const FILES = { __proto__: null, ...NOW, ...LATER };
const SCOPE = registration.scope;
// Caches belong to the whole origin, where there may be other copies of the site.
const PREFIX = `crossread ${SCOPE} `;
const cacheOf = (build) => PREFIX + build;

// A build's cache also holds two kinds of notes, at addresses that no file has: its list, and the pages opened with it.
const LIST = `${SCOPE}?files`;
const noteOf = (client) => `${SCOPE}?client=${client}`;

// The address to which browsers send what is shared (see the manifest), and the cache in which it waits for the page
// (src/storage/shared.rs). That cache belongs to no build.
const SHARE = `${SCOPE}?share`;
const SHARED = `crossread-shared ${SCOPE}`;

const nameOf = (url) => {
  const address = url.split(/[?#]/)[0];
  if (!address.startsWith(SCOPE)) return undefined;
  const name = address.slice(SCOPE.length);
  return name === "index.html" ? "" : name;
};

const digestOf = async (bytes) =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 8), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

// Puts a file into a build's cache. It takes the file from another build's cache, the browser's own cache or the network,
// but only if its digest is right. Anything else (a newer build's file, a sign-in page) is ignored.
const obtain = async (cache, name, digest, signal) => {
  const address = SCOPE + name;
  const sources = [
    () => caches.match(address),
    () => fetch(address, { cache: "force-cache", signal }),
    () => fetch(address, { cache: "reload", signal }),
  ];
  for (const source of sources) {
    const response = await source();
    if (!response?.ok) continue;
    const bytes = await response.arrayBuffer();
    if ((await digestOf(bytes)) !== digest) continue;
    // A new response, since a redirected one may not answer a page's request.
    const whole = new Response(bytes, response);
    await cache.put(address, whole.clone());
    return whole;
  }
  throw new Error(`${address} is of another build`);
};

// The build that a page was opened with. It is noted in the cache too, since the browser stops idle workers.
const builds = new Map();
const note = async (client, build) => {
  builds.set(client, build);
  await (await caches.open(cacheOf(build))).put(noteOf(client), new Response());
};
const buildOf = async (client) => {
  if (builds.has(client)) return builds.get(client);
  const kept = (await caches.keys()).filter((key) => key.startsWith(PREFIX));
  for (const key of kept) {
    if (await caches.match(noteOf(client), { cacheName: key })) {
      builds.set(client, key.slice(PREFIX.length));
      return builds.get(client);
    }
  }
  // Not every browser names a page's worker before it starts. If only one build is kept, it must be that one.
  const worker = kept.length === 1 && (await clients.get(client))?.type === "worker";
  return worker ? kept[0].slice(PREFIX.length) : undefined;
};

const listOf = async (build) =>
  build === BUILD ? FILES : ((await (await caches.match(LIST, { cacheName: cacheOf(build) }))?.json()) ?? {});

const answer = async (event, name) => {
  const { request, clientId, resultingClientId } = event;
  const build = request.mode === "navigate" ? BUILD : await buildOf(clientId);
  // A page that was opened before there was a worker: it continues over the network.
  if (build === undefined) return fetch(request);
  // A page, or a page's worker, which uses the same build.
  if (resultingClientId) event.waitUntil(note(resultingClientId, build));
  const list = await listOf(build);
  if (!Object.hasOwn(list, name)) return fetch(request);
  const cache = await caches.open(cacheOf(build));
  const kept = await cache.match(SCOPE + name);
  if (kept) {
    // Disks fail, and other pages of the origin can write here too.
    const bytes = await kept.arrayBuffer();
    if ((await digestOf(bytes)) === list[name]) return new Response(bytes, kept);
    await cache.delete(SCOPE + name);
  }
  return obtain(cache, name, list[name]);
};

// The limits: the size of a file, and how many shared items may wait unread.
const MOST_BYTES = 50_000_000;
const MOST_WAITING = 20;

// Whether the form comes from the share sheet, as far as a worker can tell (it does not see Sec-Fetch-Site): a page of
// another site can send a form here too.
const isShared = ({ headers, referrer }) =>
  [headers.get("origin") ?? "", referrer].every((from) => !/^https?:/.test(from) || new URL(from).origin === location.origin);

// Keeps what is shared as the browser sent it, and redirects to the page that shows it. If it is too much or there is no
// room, that page says so.
const takeShared = async (request) => {
  let said = "";
  if (isShared(request)) {
    try {
      const headers = { "content-type": request.headers.get("content-type") };
      const cache = await caches.open(SHARED);
      const form = await request.blob();
      if (form.size > MOST_BYTES || (await cache.keys()).length >= MOST_WAITING) throw new RangeError("too much");
      await cache.put(`${SHARE}=${Date.now()}`, new Response(form, { headers }));
    } catch {
      said = "#not-shared";
    }
  } else {
    said = "#not-from-here";
  }
  return Response.redirect(`${SCOPE}?page=add${said}`, 303);
};

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method === "POST" && mode === "navigate" && url === SHARE) return event.respondWith(takeShared(event.request));
  const name = nameOf(url);
  if (method !== "GET" || name === undefined || (mode === "navigate" && !(name in FILES))) return;
  // A file that is not available is a failed download, as without this worker.
  event.respondWith(answer(event, name).catch(() => Response.error()));
});

addEventListener("install", (event) => {
  const fill = async () => {
    const cache = await caches.open(cacheOf(BUILD));
    await cache.put(LIST, new Response(JSON.stringify(FILES)));
    await Promise.all(Object.entries(NOW).map(([name, digest]) => obtain(cache, name, digest)));
  };
  event.waitUntil(fill());
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// Large files that few pages need. On metered connections they are fetched only when a page asks. They are not fetched while
// another version is waiting, since it can only take over when nothing is in progress here.
let fetching = new AbortController();
registration.addEventListener("updatefound", () => {
  fetching.abort();
  fetching = new AbortController();
});
const fetchLater = async () => {
  const { saveData, type } = navigator.connection ?? {};
  const { signal } = fetching;
  const cache = await caches.open(cacheOf(BUILD));
  for (const [name, digest] of Object.entries(LATER)) {
    if (saveData || type === "cellular" || signal.aborted || registration.installing || registration.waiting) return;
    if (!(await cache.match(SCOPE + name))) await obtain(cache, name, digest, signal).catch(() => {});
  }
};

// Deletes the builds that no open page uses. Not while another version is being installed, since no page uses its cache yet.
const tidy = async () => {
  if (registration.installing || registration.waiting) return;
  const open = (await clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id);
  for (const key of await caches.keys()) {
    if (!key.startsWith(PREFIX)) continue;
    const cache = await caches.open(key);
    let used = key === cacheOf(BUILD);
    for (const { url } of await cache.keys()) {
      const client = url.split("?client=")[1];
      if (!client) continue;
      if (open.includes(client)) used = true;
      else await cache.delete(url);
    }
    if (!used) await caches.delete(key);
  }
};

addEventListener("message", (event) => {
  // The reader has accepted the new version.
  if (event.data === "take") return event.waitUntil(skipWaiting());
  // A page has started, and its build is noted.
  const greet = async () => {
    if (await caches.has(cacheOf(event.data))) await note(event.source.id, event.data);
    await fetchLater();
    await tidy();
  };
  event.waitUntil(greet());
});
