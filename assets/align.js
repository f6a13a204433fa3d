// Two articles side by side: matching paragraphs begin at the same height. Where one article tells something in another place
// than the other, a short note says so and links to it. This script reads the marks on the sentences
// (src/ui/compare/paint/marking.rs) and does not change the articles' own words. Texts as long as books, which are laid out in
// parts, are not aligned.

/** A larger space than this looks like a hole in the text, in pixels. */
const MOST = 420;
/** A text that is too long for a note, and the words of it that are kept. */
const LONG = /^(?=.{41})(.{0,40}) .*/;

const index = (sentence) => Number(sentence.id.slice(1));
/** The index of its first counterpart. */
const counterpart = (sentence) => Number(/\d+$/.exec(sentence.dataset.to)[0]) - 1;

const noted = (before, told, word, place) => {
  const [note, link, words] = ["p", "button", "bdi"].map((name) => document.createElement(name));
  note.className = "elsewhere";
  link.className = "link";
  link.type = "button";
  link.textContent = `Told ${word}, ¶ ${place}`;
  link.addEventListener("click", () => {
    told.scrollIntoView({ block: "center" });
    if (told.getAttribute("aria-pressed") !== "true") told.click();
  });
  const copy = told.cloneNode(true);
  for (const heard of copy.querySelectorAll(".aloud")) heard.remove();
  words.textContent = copy.textContent.trim().replace(/\s+/g, " ").replace(LONG, "$1…");
  note.append(link, ": ", words);
  before.after(note);
};

/** Adds the notes of one column. `level`: the sentences of both columns that are matched and not moved, in order. */
const note = (column, side, paragraphs, level) => {
  const done = new Set();
  for (const told of [...column.querySelectorAll(".s.moved[data-to]")].reverse()) {
    const there = counterpart(told);
    const before = level.filter((both) => index(both[1 - side]) < there).at(-1)?.[side];
    // Not above the first paragraph, so that the article begins as high as possible.
    const here = Math.max(0, paragraphs.indexOf(before?.closest("details, .para")));
    const place = paragraphs.indexOf(told.closest("details, .para"));
    // A neighbouring paragraph needs no note, and one note for each other paragraph is enough.
    if (place < 0 || place === here || place === here + 1 || done.has(`${here} ${place}`)) continue;
    done.add(`${here} ${place}`);
    noted(paragraphs[here], told, place > here ? "later" : "earlier", place + 1);
  }
};

let observed, width;
const watch = new ResizeObserver(([{ contentRect }]) => {
  if (width && width !== contentRect.width) align();
  width = contentRect.width;
});

/** Aligns the two texts on the page. Called by src/boot.rs. */
const align = () => {
  const pages = document.querySelector(".pages:has(> .mid)");
  for (const one of document.querySelectorAll(".elsewhere, .level-room")) one.remove();
  if (!pages || pages.querySelector(".long")) return;
  if (observed !== pages) {
    observed = pages;
    width = 0;
    watch.disconnect();
    watch.observe(pages);
  }
  const columns = [...pages.querySelectorAll(".column")];
  const paragraphs = columns.map((column) => [...column.querySelectorAll(".text > :is(.para, details)")]);
  // Matches that are not moved, as long as they come in the same order in both.
  const level = [];
  let last = -1;
  for (const a of columns[0].querySelectorAll(".s[data-to]:not(.moved)")) {
    const b = document.getElementById(`b${counterpart(a)}`);
    if (!b || index(b) <= last) continue;
    last = index(b);
    level.push([a, b]);
  }
  for (const side of [0, 1]) note(columns[side], side, paragraphs[side], level);
  const rows = [];
  for (const both of level) {
    const row = both.map((one) => one.closest(".text > .para"));
    if (row.every(Boolean) && !row.some((one, side) => one === rows.at(-1)?.[side])) rows.push(row);
  }
  // Everything is measured before anything is moved.
  const apart = rows.map(([a, b]) => a.offsetTop - b.offsetTop);
  let lead = 0;
  rows.forEach((row, at) => {
    const room = apart[at] + lead;
    const height = Math.abs(room);
    if (height > MOST || height < 2) return;
    lead -= room;
    const spacer = document.createElement("div");
    spacer.className = "level-room";
    spacer.style.height = `${height}px`;
    row[room > 0 ? 1 : 0].before(spacer);
  });
};

globalThis.crossreadAlign = align;
document.fonts.addEventListener("loadingdone", align);
