// Starts the program, and tells the reader what is missing if it cannot start.
//
// Trunk's own loader is not used: it is an inline script, which the page's policy forbids, and it says nothing when
// a download fails. This script's data attributes hold the hashed names of the program.

const root = document.documentElement;
root.dataset.boot = "running";

const reload = () => (isFramed() ? open(location.href, "_blank", "noopener") : location.reload());
document.getElementById("boot-again").addEventListener("click", reload);
document.getElementById("crash-again").addEventListener("click", reload);

const say = (what) => {
  root.dataset.boot = "failed";
  soon.textContent = "";
  // At any address, the readable part is shown, without the text boxes, which need the program. That is the first page, unless two
  // articles stand there already (pair.js).
  if (root.dataset.drawn === undefined) delete root.dataset.page;
  document.querySelector("#boot .begin")?.remove();
  document.getElementById("boot-what").textContent = what;
  document.getElementById("boot-failed").hidden = false;
};

/** What to do about it, to be read after what failed. Browsers word their errors differently, so only our own words are shown. */
const sentence = (stage) =>
  ({
    framed:
      "This page is shown inside another site’s page, which could trick you into pressing something. So Crossread shows none of your own texts here. Open it in a tab of its own.",
    unsupported:
      "This browser does not run WebAssembly, or it is turned off here, and Crossread cannot compare articles without it. Open the page in another browser, or turn it on and try again.",
    script: "A part of Crossread could not be downloaded. Check the connection and try again.",
    wasm: "The program that compares the articles could not be downloaded completely. Check the connection and try again.",
    start: "Crossread was downloaded but could not start. If trying again does not help, another browser may.",
  })[stage];

const tag = document.querySelector("script[type=module][data-js]");
const address = (name) => new URL(tag.dataset[name], document.baseURI).href;

/** If the page's policy has Trusted Types, only this makes a text the address of a script, and only of the site's own. */
const trusted = globalThis.trustedTypes?.createPolicy("crossread", {
  createScriptURL: (text) => {
    const url = new URL(text, document.baseURI);
    if (url.origin !== location.origin) throw new TypeError(`${url} is no script of this site`);
    return url.href;
  },
});

/** Called by src/boot.rs: a worker that runs that script. `gone` is called when it has ended, which may be without an error. */
globalThis.crossreadWorker = (script, gone) => {
  const name = `crossread ${Date.now()} ${Math.random()}`;
  const worker = new Worker(trusted?.createScriptURL(script) ?? script, { type: "module", name });
  // Its first message says that it holds this lock, which it keeps for as long as it lives (worker/worker.js). The page
  // requests the same lock and gets it when the worker ends.
  const watch = (event) => {
    if (event.data !== "held") return;
    event.stopImmediatePropagation();
    navigator.locks?.request(name, () => gone?.()).catch(() => {});
  };
  worker.addEventListener("message", watch, { once: true });
  return worker;
};

/** The programs of the workers, "light" and "heavy", fetched and compiled once: promises of { script, module }. */
const programs = {};

/** Called by src/worker.rs. After a failure, the next call fetches again. */
globalThis.crossreadProgram = (name) => {
  aligned();
  programs[name] ??= fetchProgram(name).catch((error) => {
    delete programs[name];
    throw error;
  });
  return programs[name];
};

/** The computed answers about pairs of shipped articles, by file: promises of their bytes. */
const answers = {};

/** The script that aligns the two texts (align.js), which src/boot.rs calls. Without it they are not aligned. */
const aligned = () => import("./align.js").catch(() => {});

/** Called by src/boot.rs. If it fails, the page asks a worker. */
globalThis.crossreadAnswer = (a, b) => {
  const file = `${address("answers")}${a}.${b}.bin`;
  answers[file] ??= Promise.all([fetched(file), aligned()]).then(([response]) => response.arrayBuffer());
  answers[file].catch(() => delete answers[file]);
  return answers[file];
};

/** Called by src/boot.rs: hands a file to the reader, as a download. */
globalThis.crossreadSave = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once, since the download begins only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** Called by src/boot.rs: shows a text as a QR code in an element, or says there why it cannot. */
globalThis.crossreadCode = async (place, text) => {
  place.textContent = "";
  try {
    const { draw } = await import("./qr.js");
    place.replaceChildren(draw(text, "QR code of the link") ?? "This link is too long for a code.");
  } catch {
    place.textContent = "The code could not be downloaded. Try again.";
  }
};

/** Called by src/boot.rs: those articles of a static collection, as the texts in a link are written; else a sentence that says
    why not. */
globalThis.crossreadCollected = async (set, ids) => {
  try {
    return await (await import("./set.js")).texts(set, ids.split("."));
  } catch {
    return sentence("script");
  }
};

/** Called by src/boot.rs: the dropped files, including those in folders, each with its path, up to a maximum number. */
globalThis.crossreadDropped = async (data, most) => {
  const found = [];
  const walk = async (entry) => {
    if (found.length >= most) return;
    if (entry.isFile) {
      const file = await new Promise((done) => entry.file(done, () => done(null)));
      if (file) found.push([entry.fullPath.slice(1), file]);
      return;
    }
    const reader = entry.createReader();
    const some = () => new Promise((done) => reader.readEntries(done, () => done([])));
    for (let part = await some(); part.length > 0; part = await some()) for (const one of part) await walk(one);
  };
  // The dropped items are no longer available after the first `await`.
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const dropped = items.map((item) => [item.webkitGetAsEntry?.(), item.getAsFile()]);
  for (const [entry, file] of dropped) {
    if (entry?.isDirectory) await walk(entry);
    else if (file) found.push([file.name, file]);
  }
  return found;
};

/** Called by src/boot.rs: fetches the program with own texts in advance, before the page is loaded with it. */
globalThis.crossreadWarm = () => {
  globalThis.crossreadWarm = () => {};
  for (const name of ["ownJs", "ownWasm"]) fetched(address(name)).then((response) => response.arrayBuffer()).catch(() => {});
};

/** Called by src/boot.rs: stores files or texts where sw.js stores what is shared with the site (src/storage/shared.rs). */
globalThis.crossreadLend = async (what) => {
  const form = new FormData();
  for (const one of [...what]) form.append("files", one instanceof File ? one : new File([one], "text.txt", { type: "text/plain" }));
  const folder = new URL(".", document.baseURI).href;
  const cache = await caches.open(`crossread-shared ${folder}`);
  await cache.put(`${folder}?shared=${Date.now()}`, new Response(form));
};

const fetchProgram = async (name) => ({ script: address(`${name}Js`), module: await compile(await fetched(address(`${name}Wasm`))) });

const fetched = async (url) => {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response;
};

/** Whether the reader's own texts are needed: the address is about them, this browser keeps some, or the reader began a
    comparison with them (src/ui/own_door.rs). */
const needsOwn = () => {
  const asked = new URLSearchParams(location.search);
  const isOwn = (key) => asked.get(key)?.startsWith("own-");
  if (["story", "add", "privacy"].includes(asked.get("page")) || asked.get("set") || isOwn("a") || isOwn("b") || /^#texts(=|%3)/i.test(location.hash)) return true;
  try {
    return localStorage.getItem("crossread.own") !== null || sessionStorage.getItem("crossread.begun") !== null;
  } catch {
    return false;
  }
};

/**
 * The same, if the small storage cannot tell because it is full, refused or was emptied: whether the database has own
 * texts. Few visitors have the database, so it is only opened if it exists.
 */
const keepsOwn = async () => {
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === "crossread")) return false;
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    const database = await done(indexedDB.open("crossread"));
    const stores = ["articles", "comparisons"].filter((name) => database.objectStoreNames.contains(name));
    const counts = stores.map((name) => done(database.transaction(name).objectStore(name).count()));
    return (await Promise.all(counts).finally(() => database.close())).some((count) => count > 0);
  } catch {
    return false;
  }
};

/** Whether a page of another site shows this one in a frame. Only a host that sets headers can forbid that. */
const isFramed = () => {
  try {
    return top !== self && top.location.origin !== location.origin;
  } catch {
    return true;
  }
};

/** Whether the address is that of the first page, which is already shown (early.js). */
const isFirst = root.dataset.page !== "other";

/** Resolves when the first page has been painted. A fetch before that would delay it. */
const painted = () =>
  new Promise((done) => {
    if (document.visibilityState === "hidden") return done();
    setTimeout(done, 1000);
    try {
      new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && done()).observe({ type: "paint", buffered: true });
    } catch {
      requestAnimationFrame(() => setTimeout(done));
    }
  });

/** The button of the first page that was pressed before the program arrived. It is pressed again afterwards. */
let pressed;
const soon = document.getElementById("boot-soon");
/** Called by pair.js too. */
globalThis.crossreadSoon = () => (soon.textContent = "Crossread is still loading. It does what you asked as soon as it is ready.");
const press = ({ target }) => {
  pressed = target.closest?.("#first .strong");
  if (pressed) crossreadSoon();
};
document.addEventListener("click", press);

/** Has a link to two shipped articles show its page before the program has come, as early.js found it. What takes longer than
    this, in milliseconds, is not waited for. */
const PAIR = 2000;
const drawn = () => {
  const pair = import("./pair.js").then(({ draw }) => draw()).catch(() => {});
  return Promise.race([pair, new Promise((done) => setTimeout(done, PAIR))]);
};

const boot = async () => {
  const own = needsOwn();
  // Looked up during the download, so that it takes no extra time.
  const kept = own || keepsOwn();
  if (isFramed() && (await kept)) return say(sentence("framed"));
  const dress = () => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "own.css" }));
  if (own) dress();
  // early.js requests the other program before this script has decided. Cancelling that request wastes nothing.
  if (own && !isFirst) fetched(address("wasm")).then((response) => response.body?.cancel(), () => {});
  let stage = "unsupported";
  try {
    if (typeof WebAssembly !== "object") throw new TypeError("WebAssembly is not there");
    if (isFirst) await painted();
    else if (root.dataset.pair && !own) await drawn();
    const load = async (own) => {
      stage = "script";
      const program = await import(address(own ? "ownJs" : "js"));
      stage = "wasm";
      // The response is fetched here and compiled below, so that a failed download and a failed start get different messages.
      return [program, await compile(await fetched(address(own ? "ownWasm" : "wasm")))];
    };
    let [program, module] = await load(own);
    if (!own && (await kept)) {
      dress();
      [program, module] = await load(true);
    }
    stage = "start";
    // The connection is free now, so the typeface is fetched while the program starts. Earlier, it would compete with the
    // program; later, lines would rewrap under the reader's eyes. The program does not wait for it, since that would
    // delay the page.
    document.fonts?.load("1rem Literata").catch(() => {});
    document.removeEventListener("click", press);
    globalThis.crossreadHandOver?.();
    await program.default({ module_or_path: module });
    root.dataset.boot = "done";
    pressed?.click();
  } catch (error) {
    console.error(error);
    say(sentence(stage));
  }
};

/** Compiles during the download if the host sends the right content type, otherwise after it. */
const compile = async (response) => {
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

// If the address names a pair or a story, the download for comparing begins before the page's own program has started.
// For two shipped articles with default options it is the computed answer, otherwise the program that compares. If it
// fails, the page learns that when it asks.
const begin = (asked, shipped) => {
  const [a, b] = [asked.get("a"), asked.get("b")];
  const story = asked.get("page") === "story";
  if (!(story || (a && b && a !== b)) || typeof WebAssembly !== "object") return;
  const turned = ["min", "strict", "text"].some((key) => asked.has(key));
  const worked = !story && !turned && shipped.includes(a) && shipped.includes(b);
  (worked ? crossreadAnswer(a, b) : crossreadProgram("light")).catch(() => {});
};
begin(new URLSearchParams(location.search), tag.dataset.shipped.split(" "));

/** A collection's own page, which needs no program. */
const showSet = async () => {
  try {
    await (await import("./set.js")).show();
    root.dataset.boot = "done";
  } catch (error) {
    console.error(error);
    say(sentence("script"));
  }
};

if (root.dataset.page === "set") showSet();
else boot();
