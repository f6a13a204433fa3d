// Generates prose of any length, always the same from the same seed, for tests and measurements of long texts. Also cuts
// texts to a length.

/** Numbers from 0 to 1 from a seed (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014: its mixer). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const COMMON = "the of and to in a that was for on with as by at from had were which not but their this his they been have after said would who more".split(" ");
const STARTS = "ba be bri ca cla co da dra e fa fre ga gri ha ho ju ka la lo ma mi mo na ne o pa pre ra re sa se sha ta to tra u va ve wa wi".split(" ");
const MIDDLES = "la len mi nor pel ra ren ri ro sa sti ta ten ti tro va ven vi".split(" ");
const ENDS = "ble ce den er est ing lan ly ment ness or ous ry ter tion ty ward".split(" ");

/** A list of that many invented words. */
function vocabulary(next, size) {
  const one = (list) => list[Math.floor(next() * list.length)];
  const words = new Set();
  while (words.size < size) words.add(one(STARTS) + (next() < 0.6 ? one(MIDDLES) : "") + one(ENDS));
  return [...words];
}

/** That many words of prose, in sentences and paragraphs. */
export function prose(words, seed = 1) {
  const next = random(seed);
  const rare = vocabulary(random(7), 9000);
  // A few words are frequent and many are rare, as in any language.
  const word = () => (next() < 0.45 ? COMMON[Math.floor(next() ** 2 * COMMON.length)] : rare[Math.floor(next() ** 3 * rare.length)]);
  const paragraphs = [];
  for (let written = 0; written < words; ) {
    const sentences = [];
    for (let count = 2 + Math.floor(next() * 5); count > 0 && written < words; count -= 1) {
      const length = Math.min(6 + Math.floor(next() * 26), words - written);
      const all = Array.from({ length }, word);
      written += length;
      all[0] = all[0][0].toUpperCase() + all[0].slice(1);
      sentences.push(`${all.join(" ")}.`);
    }
    paragraphs.push(sentences.join(" "));
  }
  return paragraphs.join("\n\n");
}

/** The same prose by another author: some sentences left out, some reworded, some moved, some unchanged. */
export function retold(text, seed = 2) {
  const next = random(seed);
  const paragraphs = text.split("\n\n").map((paragraph) =>
    paragraph
      .split(/(?<=\.) /)
      .filter(() => next() > 0.12)
      .map((sentence) => {
        if (next() < 0.5) return sentence;
        const words = sentence.slice(0, -1).split(" ");
        return `${words.map((word, at) => (at && next() < 0.15 ? COMMON[Math.floor(next() * COMMON.length)] : word)).join(" ")}.`;
      })
      .join(" "),
  );
  for (let at = 10; at < paragraphs.length; at += 40) paragraphs.splice(at - 10, 0, paragraphs.splice(at, 1)[0]);
  return paragraphs.filter(Boolean).join("\n\n");
}

/** The first words of a text, that many, with its lines unchanged. */
export function firstWords(text, words) {
  const found = new RegExp(`^(?:\\s*\\S+){0,${Math.min(words, 30_000)}}`);
  let end = 0;
  for (let left = words; left > 0 && end < text.length; left -= 30_000) {
    const [part] = new RegExp(found.source.replace(/\d+\}$/, `${Math.min(left, 30_000)}}`), "y").exec(text.slice(end)) ?? [""];
    if (!part) break;
    end += part.length;
  }
  return text.slice(0, end);
}
