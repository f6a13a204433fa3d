// Starts the program, and says in words what is missing where it cannot start.
//
// Why not Trunk's own loader: that one is an inline script, which the page's policy forbids, and it is silent when a
// download fails. The hashed names of the program arrive in this script's data attributes.

const root = document.documentElement;
root.dataset.boot = "running";

const reload = () => location.reload();
document.getElementById("boot-again").addEventListener("click", reload);
document.getElementById("crash-again").addEventListener("click", reload);

const say = (what) => {
  root.dataset.boot = "failed";
  document.getElementById("boot-what").textContent = what;
  document.getElementById("boot-failed").hidden = false;
};

/** Reads as one sentence after what failed: every browser words its errors differently, so only our own words are shown. */
const sentence = (stage) =>
  ({
    unsupported:
      "This browser does not run WebAssembly, or it is turned off here, and Crossread cannot compare articles without it. Open the page in another browser, or turn it on and try again.",
    script: "A part of Crossread could not be downloaded. Check the connection and try again.",
    wasm: "The program that compares the articles could not be downloaded whole. Check the connection and try again.",
    start: "Crossread was downloaded but could not start. If trying again does not help, another browser may.",
  })[stage];

const tag = document.querySelector("script[data-js][data-wasm]");
const address = (name) => new URL(tag.dataset[name], document.baseURI).href;

/** The programs of the workers, "light" and "heavy", fetched and compiled once: promises of { script, module }. */
const programs = {};

/** Called by src/worker.rs. What has failed is fetched anew when it is asked for again. */
globalThis.crossreadProgram = (name) => {
  programs[name] ??= fetchProgram(name).catch((error) => {
    delete programs[name];
    throw error;
  });
  return programs[name];
};

/** What the build worked out about pairs of shipped articles, by file: promises of its bytes. */
const answers = {};

/** Called by src/boot.rs. Where it fails, the page asks a worker. */
globalThis.crossreadAnswer = (a, b) => {
  const file = `${address("answers")}${a}.${b}.bin`;
  answers[file] ??= fetched(file).then((response) => response.arrayBuffer());
  answers[file].catch(() => delete answers[file]);
  return answers[file];
};

/** Called by src/boot.rs: hands a file to the reader, as a download. */
globalThis.crossreadSave = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once: the download begins after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** Called by src/boot.rs: has the program with the reader's own texts at hand for when the page is loaded with it. */
globalThis.crossreadWarm = () => {
  globalThis.crossreadWarm = () => {};
  for (const name of ["ownJs", "ownWasm"]) fetched(address(name)).then((response) => response.arrayBuffer()).catch(() => {});
};

/** Called by src/boot.rs: puts files, or texts as such, where sw.js puts what is shared with the site (src/storage/shared.rs). */
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

/** Whether the reader's own texts are needed: the address is about them, this browser keeps some, or what the reader began
    with is theirs (src/ui/own_door.rs). */
const needsOwn = () => {
  const asked = new URLSearchParams(location.search);
  const isOwn = (key) => asked.get(key)?.startsWith("own-");
  if (["story", "add", "privacy"].includes(asked.get("page")) || isOwn("a") || isOwn("b") || /^#texts(=|%3)/i.test(location.hash)) return true;
  try {
    return localStorage.getItem("crossread.own") !== null || sessionStorage.getItem("crossread.begun") !== null;
  } catch {
    return false;
  }
};

const boot = async () => {
  const own = needsOwn();
  if (own) {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "own.css" });
    document.head.append(style);
  }
  // The page asks for the other program before this script knows better; asked for and let go, it is no waste to warn of.
  if (own) fetched(address("wasm")).then((response) => response.body?.cancel(), () => {});
  let stage = "unsupported";
  try {
    if (typeof WebAssembly !== "object") throw new TypeError("WebAssembly is not there");
    stage = "script";
    const program = await import(address(own ? "ownJs" : "js"));
    stage = "wasm";
    // The response is fetched here and compiled below, so that a failed download and a failed start get different words.
    const module = await compile(await fetched(address(own ? "ownWasm" : "wasm")));
    stage = "start";
    // The line is free now: the typeface comes while the program starts, so that texts are seldom set twice. Earlier, it
    // would share the line with the program; later, lines would break anew under the reader's eyes. It is not waited for: a
    // program that starts in a turn of its own keeps a reader waiting who has seen the page already.
    document.fonts?.load("1rem Literata").catch(() => {});
    await program.default({ module_or_path: module });
    root.dataset.boot = "done";
  } catch (error) {
    console.error(error);
    say(sentence(stage));
  }
};

/** Compiles while it downloads where the host sends the right content type, and after it otherwise. */
const compile = async (response) => {
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

// An address with a pair will be compared, or several articles as a story. What that takes need not wait until this page's own
// program has started: of two shipped articles, as long as the address turns nothing, what the build worked out; else the
// program that compares. Should it fail, the page hears that when it asks.
const begin = (asked, shipped) => {
  const [a, b] = [asked.get("a"), asked.get("b")];
  const story = asked.get("page") === "story";
  if (!(story || (a && b && a !== b)) || typeof WebAssembly !== "object") return;
  const turned = ["min", "strict", "text"].some((key) => asked.has(key));
  const worked = !story && !turned && shipped.includes(a) && shipped.includes(b);
  (worked ? crossreadAnswer(a, b) : crossreadProgram("light")).catch(() => {});
};
begin(new URLSearchParams(location.search), tag.dataset.shipped.split(" "));

boot();
