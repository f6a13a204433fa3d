// Draws what a link to two shipped articles shows first, while the program is still on its way: the same elements in the same
// places, as the build wrote them down (src/ui/compare/before.rs). boot.js calls it where early.js found such a link. Where it
// cannot draw, the page waits for the program.

import "./align.js";

const root = document.documentElement;
const boot = document.getElementById("boot");

/** For so long the texts wait for their typeface, in milliseconds: without it their lines would break anew when it comes. */
const TYPEFACE = 700;

/** For so long the program waits until they are painted, in milliseconds. */
const PAINT = 1000;
const LARGEST = "largest-contentful-paint";

const later = (time) => new Promise((done) => setTimeout(done, time));

const kept = (name) => {
  try {
    return localStorage.getItem(`crossread.${name}`);
  } catch {
    return null;
  }
};

/** A text, or the element of [name.classes, { attributes }, what it holds…]. */
const made = (node) => {
  if (typeof node === "string") return node;
  const [named, ...parts] = node;
  const [name, classes] = named.split(".");
  const space = ["svg", "path"].includes(name) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
  const element = document.createElementNS(space, name);
  if (classes) element.setAttribute("class", classes);
  for (const part of parts) {
    if (typeof part === "string" || Array.isArray(part)) element.append(made(part));
    else for (const [name, value] of Object.entries(part)) name.startsWith("--") ? element.style.setProperty(name, value) : element.setAttribute(name, value);
  }
  return element;
};

const fetched = async (name) => {
  const response = await fetch(new URL(`${root.dataset.pair}.${name}`, document.baseURI), { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.json();
};

/** How high something is that stays in the window. */
const height = (selector, position) => {
  const one = boot.querySelector(selector);
  return one && getComputedStyle(one).position === position ? one.getBoundingClientRect().height : 0;
};

/** Where the page was scrolled to when it was drawn. */
let drawnAt = 0;

/** Selects a match, as src/ui/compare/paint/redraw.rs does it: the drawer under the first sentence, the second one beside it. */
const hold = ([a, b, kin, place, ...inside], edges) => {
  for (const id of kin.split(" ")) document.getElementById(id)?.classList.add("kin");
  const [here, there] = [a, b].map((id) => document.getElementById(id));
  for (const one of [here, there]) {
    one?.closest("details")?.setAttribute("open", "");
    one?.classList.add("selected");
    one?.setAttribute("aria-pressed", "true");
  }
  boot.querySelector(".where").textContent = place;
  const drawer = document.getElementById("drawer");
  drawer.append(made(["div", { class: "slip" }, ...inside]));
  drawer.classList.remove("gone");
  here.after(drawer);
  if (there) {
    drawer.classList.add("wide");
    const room = made(["span", { class: "room", "aria-hidden": "true" }]);
    there.after(room);
    const more = there.offsetHeight - here.offsetHeight;
    drawer.style.marginTop = `${Math.max(0, more)}px`;
    room.style.height = `${drawer.offsetHeight + Math.max(0, -more)}px`;
    const by = here.offsetTop - there.offsetTop;
    const { style } = document.getElementById("flow-B");
    style.transition = "none";
    style.transform = `translateY(${by}px)`;
    style.marginBottom = `${Math.max(0, by)}px`;
  }
  // Into sight, as `reveal` in src/ui/compare/layout/measure.rs.
  const [top, bottom] = [edges[0] + 16, innerHeight - edges[1]];
  const seen = here.getBoundingClientRect();
  const end = Math.max(seen.bottom, drawer.getBoundingClientRect().bottom);
  if (seen.top >= top && end <= bottom - 16) return;
  const aim = top + Math.max(0, bottom - (top - 16) - (end - seen.top)) * 0.3;
  scrollTo({ top: scrollY + seen.top - aim, behavior: "instant" });
};

/** The same in the program's page. */
const twin = (one) =>
  one.id
    ? document.getElementById(one.id)
    : [...document.querySelectorAll(one.localName)].find(
        (other) => other.className === one.className && other.textContent === one.textContent && other.ariaLabel === one.ariaLabel,
      );

/** What was pressed or chosen last, to be done again. */
let again;

const wait = (then) => {
  again = then;
  crossreadSoon();
};

const listen = () => {
  const pressed = (event, one) => {
    if (!one || root.dataset.boot !== "running") return;
    event.preventDefault();
    wait(() => twin(one)?.click());
  };
  boot.addEventListener("click", (event) => pressed(event, event.target.closest("button:not(#boot-again), :not(.fold) > summary, .s[role=button]")));
  boot.addEventListener("keydown", (event) => ["Enter", " "].includes(event.key) && pressed(event, event.target.closest(".s[role=button]")));
  boot.addEventListener("change", ({ target }) =>
    wait(() => {
      const list = twin(target);
      list.value = target.value;
      list.dispatchEvent(new Event("change"));
    }),
  );
};

/** Called by boot.js before the program starts, which puts its page in the place of this one: where one reads, what one opened,
    what has the focus and what was pressed stays. */
const handOver = () => {
  const open = [...boot.querySelectorAll("details[open] > summary")];
  const active = boot.contains(document.activeElement) && document.activeElement;
  const [y, scrolled] = [scrollY, Math.abs(scrollY - drawnAt) > 1];
  // So high that it is not scrolled while nothing stands there.
  const { style } = document.body;
  style.minHeight = `${root.scrollHeight}px`;
  const done = () => {
    watch.disconnect();
    delete root.dataset.drawn;
    style.minHeight = "";
  };
  const watch = new MutationObserver(() => {
    if (!document.querySelector("#main .counting")) return;
    watch.disconnect();
    // Behind what the program does before this frame is painted.
    requestAnimationFrame(() => {
      for (const one of open) twin(one)?.parentElement.setAttribute("open", "");
      done();
      if (scrolled) scrollTo({ top: y, behavior: "instant" });
      if (active) twin(active)?.focus({ preventScroll: true });
      again?.();
    });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(done, 3000);
};

/** Resolves when the texts have been painted. A fetch before that would delay them. */
const painted = () =>
  new Promise((done) => {
    if (!PerformanceObserver.supportedEntryTypes?.includes(LARGEST)) return requestAnimationFrame(() => setTimeout(done));
    const isText = ({ element }) => element?.closest(".comparison");
    new PerformanceObserver((list) => list.getEntries().some(isText) && done()).observe({ type: LARGEST });
  });

/** Draws it; whether it stands there and has been painted. */
export const draw = async () => {
  const asked = new URLSearchParams(location.search);
  const at = asked.get("at");
  const typeface = Promise.race([document.fonts.load("1rem Literata"), later(TYPEFACE)]).catch(() => {});
  const [page, held] = await Promise.all([fetched("json"), at && fetched("held.json"), typeface]);
  const match = at && held[at];
  // What it cannot show as the program does, and a page that has started meanwhile.
  if ((at && !match) || (asked.get("d") ?? page.digest) !== page.digest || root.dataset.boot !== "running" || !boot.isConnected) return false;
  const [head, main] = [page.head.map(made), page.main.map(made)];
  const find = (selector) => main[1].querySelector(selector);
  if (kept("met")) find(".intro")?.replaceChildren();
  const marks = kept("marks");
  const views = find(".views");
  if (views && marks && (marks === "differences") !== views.classList.contains("differing")) {
    views.classList.toggle("differing");
    find(".key").replaceWith(...page.key.map(made));
    for (const one of main[1].querySelectorAll(".marks button")) one.ariaPressed = one.ariaPressed !== "true";
  }
  // One column, as in src/ui/compare/side.rs; the stylesheets have the same width.
  const narrow = matchMedia("(max-width: 37.49rem)").matches;
  const pages = narrow && find(".pages");
  if (pages) pages.replaceChildren(pages.children[1], pages.children[0], ...page.other.map(made));
  document.title = page.title;
  root.dataset.drawn = "";
  // In a new element: an old one that comes to stand below the bar would count as moved.
  const old = boot.querySelector("main");
  const now = old.cloneNode();
  now.append(...old.childNodes, ...main);
  old.replaceWith(...head, now);
  const edges = [height(".bar", "sticky"), height(".differs", "fixed")];
  ["--bar", "--strip"].forEach((name, at) => root.style.setProperty(name, `${Math.round(edges[at])}px`));
  crossreadAlign();
  if (match) hold(match, edges);
  drawnAt = scrollY;
  listen();
  globalThis.crossreadHandOver = handOver;
  await Promise.race([painted(), later(document.hidden ? 0 : PAINT)]);
  return true;
};
