// Runs before the first paint. It applies the theme that the reader chose, since the other theme would flash if the program did
// it later. It also finds out whether the address is that of the first page, which is in index.html. At any other address the
// first page is hidden and the program is fetched at once. An address that belongs to a separate page is redirected there.
{
  const { documentElement: root, currentScript: script } = document;
  const { how, js, wasm } = script.dataset;
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
    if (set) hint("stylesheet", "set.css");
    if (set || js) hint("modulepreload", set ? "set.js" : js);
    if (wasm && !set) hint("preload", wasm, { as: "fetch", type: "application/wasm", crossOrigin: "anonymous" });
  }
}
