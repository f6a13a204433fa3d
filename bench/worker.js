// Measures one program over one pair of texts, in a worker of the browser or of Node.js: the same lines run in both.
//
// It is told { who, a, b, program }, with addresses of the texts and of the program's files, and answers with one message
// for each figure of each run, so that whoever waits can end it when its patience does.

/** A figure is the median of this many runs, or of as many as fit into this time, in milliseconds. */
const RUNS = 7;
const PATIENCE = 10_000;

const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};

/** The exports of a CommonJS file without imports. */
const commonJs = async (address) => {
  const module = { exports: {} };
  new Function("module", "exports", await (await fetched(address)).text())(module, module.exports);
  return module.exports;
};

/** The words of both texts as numbers, equal for equal words, as these two need them. */
function numbered(a, b) {
  const numbers = new Map();
  const number = (text) =>
    (text.match(/\S+/g) ?? []).map((word) => {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      return numbers.get(word);
    });
  return [number(a), number(b)];
}

const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** For each program: how it is loaded, and a run, which gives its figures in milliseconds. */
const PROGRAMS = {
  async crossread({ script, wasm }) {
    const bindgen = new Function(`${await (await fetched(script)).text()}; return wasm_bindgen;`)();
    const { memory } = bindgen.initSync({ module: await (await fetched(wasm)).arrayBuffer() });
    return (a, b) => {
      const whole = timed(() => bindgen.whole(a, b));
      // WebAssembly's memory never shrinks: its size is its peak.
      const megabytes = memory.buffer.byteLength / 1e6;
      const marks = [performance.now()];
      bindgen.steps(a, b, () => marks.push(performance.now()));
      const [reading, passages, matches, figures] = marks.slice(1).map((mark, at) => mark - marks[at]);
      const diff = timed(() => bindgen.diff(a, b));
      return { whole, memory: megabytes, reading, passages, matches, figures, diff };
    };
  },
  async jsdiff({ script }) {
    const { diffWords } = await commonJs(script);
    return (a, b) => ({ diff: timed(() => diffWords(a, b)) });
  },
  async "diff-match-patch"({ script }) {
    const DiffMatchPatch = await commonJs(script);
    const differ = new DiffMatchPatch();
    differ.Diff_Timeout = 0; // Without a limit: by default it gives up after a second and returns what it has.
    // One character for a word, as its documentation advises; half surrogates left out.
    const character = (number) => String.fromCharCode(number < 0xd7ff ? number + 1 : number + 0x801);
    const written = (numbers) => numbers.map(character).join("");
    return (a, b) => ({ diff: timed(() => differ.diff_main(...numbered(a, b).map(written), false)) });
  },
  async "fast-myers-diff"({ script }) {
    const { diff } = await commonJs(script);
    return (a, b) => ({ diff: timed(() => [...diff(...numbered(a, b))]) });
  },
};

async function measure({ who, a, b, program }, tell) {
  const texts = await Promise.all([a, b].map(async (address) => (await fetched(address)).text()));
  const run = await PROGRAMS[who](program);
  tell({ loaded: true });
  const start = performance.now();
  for (let runs = 0; runs < RUNS && (runs === 0 || performance.now() - start < PATIENCE); runs += 1) {
    tell({ figures: run(...texts) });
  }
  tell({ done: true });
}

const inNode = typeof process === "object";
const port = inNode ? (await import("node:worker_threads")).parentPort : globalThis;
const tell = (message) => port.postMessage(message);
const listen = (task) => measure(task, tell).catch((error) => tell({ failed: String(error) }));
if (inNode) port.on("message", listen);
else port.onmessage = (event) => listen(event.data);
tell({ ready: true });
