// Draws a text as a QR code (ISO/IEC 18004: bytes, correction level M, versions 1 to 20), for the link of a page that is shown on
// a projector. Fetched on first use (boot.js).

/** For each version, from 1: the number of error-correction codewords per block, and the number of blocks, at level M. */
const CORRECT = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

/** The modules that carry data: all except the function patterns. */
const room = (version) => {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const patterns = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return (16 * version + 128) * version + 64 - patterns - (version > 6 ? 36 : 0);
};
const codewords = (version) => room(version) >> 3;
const forData = (version) => codewords(version) - CORRECT[version - 1] * BLOCKS[version - 1];
const countBits = (version) => (version < 10 ? 8 : 16);

/** The product of two bytes in the field of the Reed–Solomon code. */
const times = (x, y) => {
  let z = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    z = (z << 1) ^ ((z >> 7) * 0x11d);
    z ^= ((y >> bit) & 1) * x;
  }
  return z;
};

const divisor = (degree) => {
  const out = new Array(degree - 1).fill(0).concat(1);
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) out[j] = times(out[j], root) ^ (out[j + 1] ?? 0);
    root = times(root, 2);
  }
  return out;
};

const remainder = (data, by) => {
  const out = by.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ out.shift();
    out.push(0);
    by.forEach((one, i) => (out[i] ^= times(one, factor)));
  }
  return out;
};

/** The text's bytes and their error-correction codewords, in the order in which they are placed. */
const sequence = (bytes, version) => {
  const bits = [];
  const put = (value, length) => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >> i) & 1);
  };
  put(4, 4);
  put(bytes.length, countBits(version));
  for (const byte of bytes) put(byte, 8);
  const capacity = forData(version) * 8;
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) put(pad, 8);
  const data = [];
  for (let i = 0; i < bits.length; i += 8) data.push(parseInt(bits.slice(i, i + 8).join(""), 2));

  const [count, correct] = [BLOCKS[version - 1], CORRECT[version - 1]];
  const short = count - (codewords(version) % count);
  const length = Math.floor(codewords(version) / count) - correct;
  const by = divisor(correct);
  const blocks = [];
  for (let i = 0, from = 0; i < count; i += 1) {
    const part = data.slice(from, from + length + (i < short ? 0 : 1));
    from += part.length;
    blocks.push([part, remainder(part, by)]);
  }
  const out = [];
  for (const half of [0, 1]) {
    for (let i = 0; i <= Math.max(length, correct); i += 1) for (const block of blocks) if (i < block[half].length) out.push(block[half][i]);
  }
  return out;
};

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Bits followed by their error-correction bits, the remainder of a division. */
const guarded = (value, length, by) => {
  const degree = 31 - Math.clz32(by);
  let rest = value;
  for (let i = 0; i < degree; i += 1) rest = (rest << 1) ^ ((rest >> (degree - 1)) * by);
  return ((value << degree) | (rest & ((1 << degree) - 1))) & ((1 << (length + degree)) - 1);
};

/** The penalty of a code by the standard's four rules. The mask with the lowest penalty is used. */
const penalty = (grid) => {
  const size = grid.length;
  let sum = 0;
  const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x]))];
  for (const line of lines) {
    const text = line.join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    for (let i = 0; i + 11 <= size; i += 1) if (["10111010000", "00001011101"].includes(text.slice(i, i + 11))) sum += 40;
  }
  let dark = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += grid[y][x];
      if (y && x && new Set([grid[y][x], grid[y - 1][x], grid[y][x - 1], grid[y - 1][x - 1]]).size === 1) sum += 3;
    }
  }
  return sum + Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5) * 10;
};

/** The code of a text: rows of 0 and 1; null if it is too long. */
export const code = (text) => {
  const bytes = new TextEncoder().encode(text);
  const fits = (version) => bytes.length * 8 + 4 + countBits(version) <= forData(version) * 8;
  const version = CORRECT.findIndex((_, at) => fits(at + 1)) + 1;
  if (version === 0) return null;
  const size = version * 4 + 17;
  const grid = Array.from({ length: size }, () => new Array(size).fill(0));
  const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const set = (x, y, dark) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    grid[y][x] = Number(dark);
    fixed[y][x] = true;
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const square = (x, y, reach, light) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, [2, 4]);
  if (version > 1) {
    const count = Math.floor(version / 7) + 2;
    const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    const places = [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - (count - 2 - i) * step)];
    const last = size - 7;
    for (const x of places) {
      for (const y of places) if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6))) square(x, y, 2, [1]);
    }
  }
  const format = (mask) => {
    const bits = guarded(mask, 5, 0x537) ^ 0x5412;
    const bit = (i) => (bits >> i) & 1;
    for (let i = 0; i < 6; i += 1) set(8, i, bit(i));
    set(8, 7, bit(6));
    set(8, 8, bit(7));
    set(7, 8, bit(8));
    for (let i = 9; i < 15; i += 1) set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i += 1) set(size - 1 - i, 8, bit(i));
    for (let i = 8; i < 15; i += 1) set(8, size - 15 + i, bit(i));
    set(8, size - 8, 1);
  };
  format(0);
  if (version > 6) {
    const bits = guarded(version, 6, 0x1f25);
    for (let i = 0; i < 18; i += 1) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
      set(a, b, (bits >> i) & 1);
      set(b, a, (bits >> i) & 1);
    }
  }
  const stream = sequence(bytes, version);
  let at = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const upward = ((right + 1) & 2) === 0;
        const y = upward ? size - 1 - step : step;
        if (fixed[y][x] || at >= stream.length * 8) continue;
        grid[y][x] = (stream[at >> 3] >> (7 - (at & 7))) & 1;
        at += 1;
      }
    }
  }
  const masked = (mask) => {
    format(mask);
    return grid.map((row, y) => row.map((dark, x) => (!fixed[y][x] && MASKS[mask](x, y) === 0 ? 1 - dark : dark)));
  };
  return MASKS.map((_, mask) => masked(mask)).reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
};

/** The code as a picture, with the margin that readers need; null if the text is too long. */
export const draw = (text, name) => {
  const rows = code(text);
  if (!rows) return null;
  const make = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const edge = rows.length + 8;
  const dark = rows.flatMap((row, y) => row.map((one, x) => (one ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  const picture = make("svg", { viewBox: `0 0 ${edge} ${edge}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" });
  picture.append(make("rect", { width: edge, height: edge, fill: "#fff" }), make("path", { d: dark, fill: "#000" }));
  return picture;
};
