// Says what files weigh as hosts send them: for each file that is named, a line with its size by brotli at its best.
//
// By Node.js, which the optimised build needs anyway: compiling a brotli for `xtask` took half a minute on every machine.

import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

// Side by side, on as many threads as Node.js has for it.
const packed = await Promise.all(process.argv.slice(1).map((file) => promisify(brotliCompress)(readFileSync(file))));
console.log(packed.map((bytes) => bytes.length).join("\n"));
