// Stores the address of the Crossread site that the reader uses, in the extension's own database, which needs no permission.

const NAME = "crossread-extension";
const STORE = "settings";

const done = (request) =>
  new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));

async function store(mode) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  return { database, store: database.transaction(STORE, mode).objectStore(STORE) };
}

/** The address that is kept; undefined for none. */
export async function kept() {
  const { database, store: settings } = await store("readonly");
  return done(settings.get("site")).finally(() => database.close());
}

/** Keeps an address. */
export async function keep(site) {
  const { database, store: settings } = await store("readwrite");
  await done(settings.put(site, "site")).finally(() => database.close());
}

/** The address of the site in what the reader typed; null if it is not a web address. The query and the fragment are dropped,
    since they belong to one page. */
export function siteOf(text) {
  const written = text.trim();
  if (/\s/.test(written)) return null;
  try {
    const { protocol, origin, pathname } = new URL(/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`);
    if (!/^https?:$/.test(protocol)) return null;
    const isFile = /\.[^/]+$/.test(pathname);
    return origin + (isFile || pathname.endsWith("/") ? pathname : `${pathname}/`);
  } catch {
    return null;
  }
}
