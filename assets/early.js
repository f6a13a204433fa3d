// Runs before the first paint. It applies the theme that the reader chose, since the other theme would flash if the program did
// it later. It also finds out whether the address is that of the first page, which is in index.html. At any other address the
// first page is hidden and the program is fetched at once; at a link to two shipped articles, first what stands there before the
// program (pair.js). An address that belongs to a separate page is redirected there.
{
  const { documentElement: root, currentScript: script } = document;
  const { how, js, wasm, before, shipped } = script.dataset;
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      // Storage is refused: the system's theme is used, as in the program.
      return null;
    }
  };
  const theme = kept("crossread.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  // Own texts come before the shipped articles, so they have to be read first.
  if (kept("crossread.own") !== null) root.dataset.own = "kept";
  const asked = new URLSearchParams(location.search);
  const page = asked.get("page");
  // As src/state/codec.rs reads an address.
  const named = ["compare", "story", "add", "privacy", "how"].includes(page);
  // A collection's own pages, which need no program (set.js): its list, and an article in it.
  const set = asked.get("set") && !asked.get("b") && !named && page !== "library";
  const first = page === "library" || !(named || set || asked.get("a") || asked.get("b"));
  if (how && page === "how") location.replace(how + location.hash);
  if (!first || /^#texts(=|%3)/i.test(location.hash)) {
    root.dataset.page = set ? "set" : "other";
    const hint = (rel, href, more) => document.head.append(Object.assign(document.createElement("link"), { rel, href, ...more }));
    const fetched = (href, more) => hint("preload", href, { as: "fetch", crossOrigin: "anonymous", ...more });
    // As the site writes such a link; anything else in it is the program's to understand. Where the service worker keeps the
    // program, it is here as soon as what would stand before it.
    const [, a, b, at] = /^\?a=([\w-]+)&b=([\w-]+)(&at=\d+\.\d+)?(?:&d=\w+)?$/.exec(location.search) ?? [];
    const ids = shipped?.split(" ") ?? [];
    if (before && a !== b && ids.includes(a) && ids.includes(b) && !root.dataset.own && !navigator.serviceWorker?.controller) {
      root.dataset.pair = `${before}${a}.${b}`;
      for (const script of ["pair.js", "align.js"]) hint("modulepreload", script);
      fetched(`${root.dataset.pair}.json`);
      if (at) fetched(`${root.dataset.pair}.held.json`);
      hint("preload", "fonts/literata-latin.woff2", { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
    } else if (set) {
      hint("stylesheet", "set.css");
      hint("modulepreload", "set.js");
    } else {
      if (js) hint("modulepreload", js);
      if (wasm) fetched(wasm, { type: "application/wasm" });
    }
  }
}
