// Runs before the first paint. It applies the theme that the reader chose, since the other theme would flash if the program
// did it later. It also redirects an address of the program that belongs to a separate page.
{
  const { documentElement: root, currentScript: script } = document;
  let theme = null;
  try {
    theme = localStorage.getItem("crossread.theme");
  } catch {
    // Storage is refused: the system's theme is used, as in the program.
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const { how } = script.dataset;
  if (how && new URLSearchParams(location.search).get("page") === "how") location.replace(how + location.hash);
}
