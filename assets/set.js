// Opens a static collection (docs/set.md): fetches its parts when they are asked for, checks each and keeps it for use without
// a network, and shows its pages, which need no program. Whatever stands in a collection is text: nothing becomes markup here.
//
// `?set=…` is the list, with `&a=…` an article with what is near it. What is opened from there, two articles or a story, the
// program shows: it asks for their texts by `texts`.

/** The most bytes of a file, and how many files are kept, the oldest of which make room. */
const LARGEST = 100_000;
const KEPT = 300;
/** How many articles are listed at once, and how many are chosen at most. */
const AT_ONCE = 30;
const MOST = 12;
/** A word of fewer letters is looked for whole (set/src/words.rs). */
const BEGINNING = 3;
const LONGEST = 40;

/** Its message is for the reader. */
class Fault extends Error {}
const AGAIN = "Check the connection and load the page again.";
const broken = (file) =>
  new Fault(
    `A part of this collection is damaged (${file}): it was cut off or changed. Load the page again. If that does not help, whoever keeps the collection has to copy its files anew.`,
  );

/** The folder that an address names. Other sites are not asked: the page's policy forbids it, and this says so. */
const folderOf = (set) => {
  let url;
  try {
    url = new URL(set, document.baseURI);
  } catch {
    throw new Fault(`‘${set}’ is no address of a collection. Ask for the link again.`);
  }
  if (url.origin !== location.origin) {
    throw new Fault(
      `This link names a collection on another site, ${url.host || url.protocol}. Crossread opens those of its own site only, so that no other learns what you read. Open it where the collection is, or ask whoever keeps it to put it beside this page.`,
    );
  }
  return url.origin + url.pathname.replace(/\/*(set\.json)?$/, "/");
};

/** Where what was read is kept; nothing where the browser keeps nothing. */
const shelf = async () => {
  try {
    return await caches.open(`crossread-set ${new URL(".", document.baseURI)}`);
  } catch {
    return undefined;
  }
};

const keep = async (url, body) => {
  const cache = await shelf();
  try {
    await cache?.put(url, new Response(body));
    const all = (await cache?.keys()) ?? [];
    for (const old of all.slice(0, Math.max(0, all.length - KEPT))) await cache.delete(old);
  } catch {
    // There is no room: it is fetched again when it is next needed.
  }
};

/** The mark of some bytes, by which a part is named: FNV-1a (64 bits) in base32. */
const mark = (bytes) => {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    // Times 2^40 + 435.
    const product = low * 435;
    high = (high * 435 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) % 2 ** 32;
    low = product >>> 0;
  }
  const hash = (BigInt(high) << 32n) | BigInt(low);
  const letter = (place) => "abcdefghijklmnopqrstuvwxyz234567"[Number((hash >> BigInt(5 * place)) & 31n)];
  return Array.from({ length: 13 }, (_, at) => letter(12 - at)).join("");
};

const isTable = (table) => Array.isArray(table) && table.every((row) => Array.isArray(row) && row.length === 2);

/** A collection: its entry, and where it is. */
const open = async (set) => {
  const folder = folderOf(set);
  const url = `${folder}set.json`;
  let body;
  try {
    const response = await fetch(url, { credentials: "same-origin", cache: "no-cache" });
    if (!response.ok) {
      throw new Fault(
        `There is no collection at ${folder}. The link may be mistyped, or the collection was moved or removed. Ask whoever sent the link.`,
      );
    }
    body = await response.text();
  } catch (error) {
    if (error instanceof Fault) throw error;
    const there = await (await shelf())?.match(url);
    if (!there) throw new Fault(`The collection at ${folder} could not be reached. ${AGAIN}`);
    body = await there.text();
  }
  let entry;
  try {
    entry = JSON.parse(body);
  } catch {
    // Some hosts answer with a page of their own.
  }
  if (entry?.crossread !== "static collection") {
    throw new Fault(`What is at ${folder} is no collection of Crossread’s. The link may be mistyped. Ask whoever sent it.`);
  }
  if (entry.version !== 1) {
    const newer = entry.version > 1;
    throw new Fault(
      `This collection was written by ${newer ? "a newer" : "an older"} version of Crossread, and this one cannot read it. ${newer ? "Load the page again to get the newest one." : "Whoever keeps the collection has to build it anew."}`,
    );
  }
  const tables = ["list", "ids", "near", "texts", "words"].every((name) => isTable(entry[name]));
  if (!tables || typeof entry.title !== "string" || !Number.isInteger(entry.articles)) throw broken("set.json");
  await keep(url, body);
  return { folder, entry, parts: new Map() };
};

const whole = (name, bytes) => bytes.length <= LARGEST && mark(bytes) === name;

/** The bytes of a part. One that is damaged here, or in the browser's own cache, is fetched once more. */
const fetchPart = async (set, name) => {
  const file = `parts/${name}.txt`;
  if (!/^[a-z2-7]{13}$/.test(name)) throw broken("set.json");
  const url = set.folder + file;
  const cache = await shelf();
  const there = await cache?.match(url);
  if (there) {
    const bytes = new Uint8Array(await there.arrayBuffer());
    if (whole(name, bytes)) return bytes;
  }
  for (const from of ["default", "reload"]) {
    let bytes;
    try {
      const response = await fetch(url, { credentials: "same-origin", cache: from });
      if (!response.ok) {
        throw new Fault(
          `A part of this collection is missing (${file}). It may just have been replaced by a newer one: load the page again. If that does not help, whoever keeps the collection has to copy its files anew.`,
        );
      }
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw error instanceof Fault ? error : new Fault(`A part of this collection could not be reached. ${AGAIN}`);
    }
    if (whole(name, bytes)) {
      await keep(url, bytes);
      return bytes;
    }
  }
  throw broken(file);
};

const part = (set, name) => {
  if (!set.parts.has(name)) {
    const bytes = fetchPart(set, name);
    bytes.catch(() => set.parts.delete(name));
    set.parts.set(name, bytes);
    // What was asked for long ago comes from the shelf again.
    if (set.parts.size > 50) set.parts.delete(set.parts.keys().next().value);
  }
  return set.parts.get(name);
};

/** The lines that begin in a part, as data. A line that is longer goes on in the next. */
const lines = async (set, table, at) => {
  const decoder = new TextDecoder();
  let text = "";
  for (const [name] of table.slice(at)) {
    text += decoder.decode(await part(set, name), { stream: true });
    if (text.endsWith("\n")) break;
  }
  try {
    return text.split("\n").slice(0, -1).map((line) => JSON.parse(line));
  } catch {
    throw broken(`parts/${table[at]?.[0]}.txt`);
  }
};

/** In which part what has that key begins. */
const place = (table, key) => {
  const before = table.findIndex(([, first]) => !(first < key));
  const at = before < 0 ? table.length : before;
  return table[at]?.[1] === key ? at : Math.max(0, at - 1);
};

/** What a table says of the article of a number. */
const numbered = async (set, table, number) => {
  const at = place(table, number);
  const found = (await lines(set, table, at))[number - table[at]?.[1]];
  if (!found) throw broken(`parts/${table[at]?.[0]}.txt`);
  return found;
};
const listed = (set, number) => numbered(set, set.entry.list, number);

/** Where the article of an id stands; nothing where there is none. */
const find = async (set, id) => {
  const { ids } = set.entry;
  return (await lines(set, ids, place(ids, id))).find(([known]) => known === id);
};

/** The line of the texts in which an article stands. */
const textOf = async (set, [, , at, line]) => {
  const article = (await lines(set, set.entry.texts, at))[line];
  if (typeof article?.text !== "string") throw broken("set.json");
  return article;
};

/** Those articles of a collection, as the texts in a link are written; if none can be read, a sentence that says why. */
export const texts = async (address, ids) => {
  try {
    const set = await open(address);
    const found = await Promise.all(ids.filter((id) => id.startsWith("set-")).map((id) => find(set, id)));
    const read = await Promise.all(found.filter(Boolean).map((one) => textOf(set, one)));
    // The program names each by its content.
    return JSON.stringify(read.map((one) => ({ ...one, id: undefined })));
  } catch (error) {
    return sentence(error);
  }
};

const sentence = (error) => {
  if (error instanceof Fault) return error.message;
  console.error(error);
  return broken("set.json").message;
};

/** The words of a text, as the collection has them (set/src/words.rs). */
const wordsOf = (text) => {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  return [...new Set(words.map((word) => [...word].slice(0, LONGEST).join("")))];
};

const steps = (numbers) => {
  let last = 0;
  return numbers.map((step) => (last += step));
};

/** The articles that have a word, or one that begins so; with it in their titles; and whether too many have it. */
const having = async (set, word) => {
  const table = set.entry.words;
  const fits = (other) => other === word || ([...word].length >= BEGINNING && other.startsWith(word));
  const found = { articles: new Set(), titles: new Set(), frequent: false };
  let at = place(table, word);
  for (let first = true; at < table.length && (first || fits(table[at][1])); first = false) {
    for (const [other, articles, titles] of await lines(set, table, at)) {
      if (!fits(other)) continue;
      found.frequent ||= articles.length === 0;
      for (const number of steps(articles)) found.articles.add(number);
      for (const number of steps(titles)) found.titles.add(number);
    }
    // A line that goes on in the next parts was read with this one.
    const [, begin] = table[at];
    do at += 1;
    while (table[at]?.[1] === begin);
  }
  return found;
};

/** The numbers of the articles that have all of these words, with more of them in the title first, then the newest; and the
    words that too many have. */
const search = async (set, typed) => {
  const words = wordsOf(typed);
  const found = await Promise.all(words.map((word) => having(set, word)));
  const frequent = words.filter((_, at) => found[at].frequent);
  const [one, ...others] = found.filter((word) => !word.frequent);
  const all = [...(one?.articles ?? [])].filter((number) => others.every((other) => other.articles.has(number)));
  const inTitle = (number) => found.filter(({ titles }) => titles.has(number)).length;
  return { frequent, numbers: all.sort((a, b) => inTitle(b) - inTitle(a) || a - b) };
};

/** An element. Its children are elements, or text. */
const el = (tag, more, ...children) => {
  const { attributes, ...properties } = more ?? {};
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== ""));
  return element;
};

const digits = (number) => new Intl.NumberFormat("en").format(number);
const counted = (number, one, many) => `${digits(number)} ${number === 1 ? one : many}`;
const list = (items) => [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(" and ");
const dated = (date) => {
  const [year, month, day] = date.split("-");
  const parts = { year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
  const time = Date.parse(date);
  return year && !Number.isNaN(time) ? new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(time) : "";
};
const byline = ({ publisher, date }) => [publisher, dated(date ?? "")].filter(Boolean).join(", ");

/** What an article and one that is near it share, in words. */
const shared = ({ shared, back, same, reworded, related }) => {
  const kinds = [
    [same, "word for word"],
    [reworded, "reworded"],
    [related, "about the same thing"],
  ].filter(([number]) => number > 0);
  const said = kinds.map(([number, kind], at) => `${at ? digits(number) : counted(number, "sentence", "sentences")} ${kind}`);
  return [`${shared}% of this article is in it, ${back}% the other way`, list(said)].filter(Boolean).join("; ") + ".";
};

/** The page. It stands in the place of the program, which it does not need. */
export const show = async () => {
  document.querySelector("#boot [aria-current]")?.removeAttribute("aria-current");
  const asked = () => new URLSearchParams(location.search.replaceAll("+", "%2B"));
  const address = asked().get("set");
  const link = (more) => `?set=${encodeURIComponent(address).replaceAll("%2F", "/")}${more}`;
  const page = el("div", { className: "archive" });
  document.querySelector("#boot main").append(page);
  const titled = (title) => {
    document.title = `${title} — Crossread`;
    return el("h1", { tabIndex: -1 }, title);
  };
  const faulty = (error) => el("p", { className: "set-fault", attributes: { role: "alert" } }, sentence(error));

  let set;
  try {
    set = await open(address);
  } catch (error) {
    page.append(titled("A collection"), faulty(error), el("p", null, el("a", { href: "./" }, "To the library")));
    return;
  }

  // What was typed, how much is listed, where the page stands: of each entry of the history. What is chosen is of the page.
  const chosen = new Map(history.state?.chosen ?? []);
  const note = (more) => history.replaceState({ ...history.state, ...more, chosen: [...chosen] }, "");
  history.scrollRestoration = "manual";
  addEventListener("pagehide", () => note({ y: scrollY }));

  const said = el("div", { className: "set-said", attributes: { role: "status" } });
  const count = el("p", { tabIndex: -1, attributes: { role: "status" } });
  const acts = el("p", { className: "set-acts" });
  const tray = el("div", { className: "set-tray" }, count, acts);
  const drawTray = (what = "") => {
    const ids = [...chosen.keys()];
    count.textContent = ids.length
      ? `${ids.length} chosen. ${what}`
      : `Tick two articles to compare them, or up to ${MOST} to read them as one story.`;
    const compare = () => el("a", { className: "button strong", href: link(`&a=${ids[0]}&b=${ids[1]}`) }, "Compare the two");
    const story = () => el("a", { className: "button", href: `?page=story&${link(`&of=${ids.join(".")}`).slice(1)}` }, "Read as one story");
    const none = () => el("button", { type: "button", className: "button", onclick: () => choose(ids, false) }, "Choose none");
    if (acts.contains(document.activeElement)) count.focus();
    acts.replaceChildren(...(ids.length === 2 ? [compare()] : []), ...(ids.length > 1 ? [story()] : []), ...(ids.length ? [none()] : []));
  };
  const choose = (ids, on, title) => {
    const full = on && chosen.size >= MOST;
    for (const id of full ? [] : ids) on ? chosen.set(id, title) : chosen.delete(id);
    for (const box of page.querySelectorAll("input[type=checkbox]")) box.checked = chosen.has(box.value);
    drawTray(full ? "A story takes no more of a collection." : "");
    note();
  };
  const tick = ({ id, title }, ...words) => {
    const onchange = ({ target }) => choose([id], target.checked, title);
    const attributes = words.length ? {} : { "aria-label": `Choose: ${title}` };
    return el("label", null, el("input", { type: "checkbox", value: id, checked: chosen.has(id), onchange, attributes }), ...words);
  };
  const row = (one, ...more) => {
    const title = el("a", { href: link(`&a=${one.id}`) }, one.title);
    return el("li", null, tick(one), el("div", null, el("p", { className: "set-title" }, title), el("p", { className: "set-by" }, byline(one)), ...more));
  };

  let turn = 0;
  const drawList = async () => {
    const { title, articles, dates } = set.entry;
    const spans = dates ? `, ${list([...new Set(dates.map(dated))]).replace(" and ", " to ")}` : "";
    const rows = el("ol", { className: "set-list" });
    const more = el("button", { type: "button", className: "button" }, "Show more");
    const box = el("input", { type: "search", id: "set-find", value: history.state?.words ?? "", autocomplete: "off" });
    const fill = async () => {
      const mine = ++turn;
      try {
        const typed = box.value.trim();
        const { numbers, frequent } = typed ? await search(set, typed) : { frequent: [] };
        const all = numbers?.length ?? articles;
        const shown = Math.min(all, history.state?.shown ?? AT_ONCE);
        const wanted = Array.from({ length: shown }, (_, at) => numbers?.[at] ?? at);
        const found = await Promise.all(wanted.map((number) => listed(set, number)));
        if (mine !== turn) return;
        rows.replaceChildren(...found.map((one) => row(one)));
        more.hidden = shown === all;
        const left = frequent.length ? ` More than half of the articles have ${list(frequent.map((word) => `‘${word}’`))}, which is not looked for.` : "";
        said.textContent = typed ? `${all === 0 ? "No article has these words." : `${counted(all, "article", "articles")} found.`}${left}` : "The newest first.";
      } catch (error) {
        if (mine !== turn) return;
        rows.replaceChildren();
        more.hidden = true;
        said.replaceChildren(faulty(error));
      }
    };
    let waiting;
    box.addEventListener("input", () => {
      note({ words: box.value, shown: AT_ONCE });
      clearTimeout(waiting);
      waiting = setTimeout(fill, 150);
    });
    more.addEventListener("click", async () => {
      const from = rows.childElementCount;
      note({ shown: from + AT_ONCE });
      await fill();
      rows.children[from]?.querySelector("a").focus();
    });
    const form = el("form", { attributes: { role: "search" } }, el("label", { htmlFor: box.id }, "Search titles and words"), box);
    form.addEventListener("submit", (event) => event.preventDefault());
    const head = [titled(title), el("p", { className: "set-by" }, `${counted(articles, "article", "articles")}${spans}.`)];
    more.hidden = true;
    drawTray();
    page.replaceChildren(...head, form, tray, said, rows, more);
    await fill();
  };

  const drawArticle = async (id) => {
    const mine = ++turn;
    const known = await find(set, id);
    const up = el("p", null, el("a", { href: link("") }, `All articles of “${set.entry.title}”`));
    if (!known) {
      const gone = "This collection has no such article, or has it no more: it may have been corrected since the link was made. Search for its title among all articles.";
      return page.replaceChildren(titled("No such article"), el("p", { className: "set-fault", attributes: { role: "alert" } }, gone), up);
    }
    const [, number] = known;
    const [one, around] = await Promise.all([listed(set, number), numbered(set, set.entry.near, number)]);
    const near = await Promise.all(around.near.map(async (other) => [await listed(set, other.article), other]));
    const claims = await Promise.all(
      around.claims.map(async ({ says, articles, others }) => [says, articles, await Promise.all(others.map((other) => listed(set, other)))]),
    );
    if (mine !== turn) return;
    const text = el("details", null, el("summary", null, "The text"));
    const read = async () => {
      try {
        const { text: body } = await textOf(set, known);
        text.append(...body.split(/\n+/).filter(Boolean).map((paragraph) => el("p", null, paragraph)));
      } catch (error) {
        text.append(faulty(error));
      }
    };
    text.addEventListener("toggle", read, { once: true });
    const nearest = near.map(([other, figures]) =>
      row(
        other,
        el("p", null, shared(figures)),
        el("p", null, el("a", { href: link(`&a=${id}&b=${other.id}`), attributes: { "aria-label": `Compare with: ${other.title}` } }, "Compare")),
      ),
    );
    const told = claims.map(([says, articles, others]) => {
      const titles = others.flatMap((other, at) => [at ? "; " : "", el("a", { href: link(`&a=${other.id}`) }, other.title)]);
      const rest = articles - 1 - others.length;
      return el("li", null, el("blockquote", null, says), el("p", null, `In ${counted(articles, "article", "articles")}: this one; `, ...titles, rest > 0 ? `; and ${digits(rest)} more.` : "."));
    });
    drawTray();
    page.replaceChildren(
      up,
      titled(one.title),
      el("p", { className: "set-by" }, byline(one)),
      tray,
      tick(one, " Choose this article"),
      text,
      el("h2", null, "Nearest articles"),
      nearest.length ? el("ol", { className: "set-list" }, ...nearest) : el("p", null, "No other article shares anything with it."),
      ...(told.length ? [el("h2", null, "What others tell too"), el("ol", { className: "set-told" }, ...told)] : []),
    );
  };

  const draw = async () => {
    const id = asked().get("a");
    try {
      await (id ? drawArticle(id) : drawList());
    } catch (error) {
      page.replaceChildren(titled(set.entry.title), faulty(error), el("p", null, el("a", { href: link("") }, "All articles")));
    }
    scrollTo(0, history.state?.y ?? 0);
    note();
  };
  // The collection's own pages need no other document.
  page.addEventListener("click", async (event) => {
    const to = event.target.closest?.("a");
    const { ctrlKey, metaKey, shiftKey, altKey, button } = event;
    if (!to || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    const { searchParams } = new URL(to.href);
    if (!searchParams.has("set") || searchParams.has("b") || searchParams.has("page")) return;
    event.preventDefault();
    note({ y: scrollY });
    history.pushState({}, "", to.href);
    await draw();
    page.querySelector("h1")?.focus({ preventScroll: true });
  });
  addEventListener("popstate", draw);
  await draw();
};
