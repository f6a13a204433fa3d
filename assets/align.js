// Two articles side by side: matching paragraphs begin at the same height. Where one article tells something in another place
// than the other, a short note says so and links to it. This script reads the marks on the sentences
// (src/ui/compare/paint/marking.rs) and does not change the articles' own words. Texts as long as books, which are laid out in
// parts, are not aligned.

/** A larger space than this looks like a hole in the text, in pixels: about six lines. */
const MOST = 180;
const index = (sentence) => Number(sentence.id.slice(1));
/** The index of its first counterpart. */
const counterpart = (sentence) => Number(/\d+$/.exec(sentence.dataset.to)[0]) - 1;

/** Puts one note behind a paragraph about everything that is told elsewhere: of each sentence the direction and the number of its
    paragraph, and to who points at it the sentence. */
const noted = (before, all) => {
  const note = document.createElement("p");
  note.className = "elsewhere";
  all.forEach(([told, word, place], at) => {
    const link = document.createElement("button");
    link.className = "link";
    link.type = "button";
    link.textContent = `${word === all[at - 1]?.[1] ? "" : `Told ${word}, `}¶ ${place}`;
    // Without what is only heard, which comes first.
    link.title = told.textContent.slice(told.firstChild.textContent.length).trim();
    link.addEventListener("click", () => {
      told.scrollIntoView({ block: "center" });
      if (told.getAttribute("aria-pressed") !== "true") told.click();
    });
    note.append(at ? ", " : "", link);
  });
  before.after(note);
};

/** Adds the notes of one column. `level`: the sentences of both columns that are matched and not moved, in order. */
const note = (column, side, paragraphs, level) => {
  const notes = new Map();
  for (const told of column.querySelectorAll(".s.moved[data-to]")) {
    const there = counterpart(told);
    const before = level.filter((both) => index(both[1 - side]) < there).at(-1)?.[side];
    // Not above the first paragraph, so that the article begins as high as possible.
    const here = Math.max(0, paragraphs.indexOf(before?.closest("details, .para")));
    const place = paragraphs.indexOf(told.closest("details, .para"));
    const all = notes.get(here) ?? [];
    // A neighbouring paragraph needs no note, and each other paragraph is named once.
    if (place < 0 || place === here || place === here + 1 || all.some((one) => one[2] === place + 1)) continue;
    notes.set(here, [...all, [told, place > here ? "later" : "earlier", place + 1]]);
  }
  for (const [here, all] of notes) noted(paragraphs[here], all);
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
