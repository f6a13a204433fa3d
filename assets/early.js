// What has to be settled before anything is painted: the theme that the reader chose, which the program would apply too
// late to spare the eye a flash of the other; and an address of the program that leads to a page of its own.
{
  const { documentElement: root, currentScript: script } = document;
  let theme = null;
  try {
    theme = localStorage.getItem("crossread.theme");
  } catch {
    // Storage is refused: the system's theme holds, as in the program.
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const { how } = script.dataset;
  if (how && new URLSearchParams(location.search).get("page") === "how") location.replace(how + location.hash);
}
