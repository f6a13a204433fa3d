// Draws a text as a QR code, for the link of a page that is shown to a room. Fetched when it is first asked for (boot.js).
// The code itself is made by lean-qr, a copy of the npm package of that name (assets/lean-qr).

import { correction, generate } from "./lean-qr.js";

/** The longest text in UTF-8 bytes. A longer one makes a code so fine that cameras do not read it from a wall. */
const LONGEST = 666;
/** The margin that readers need, in modules. */
const MARGIN = 4;

/** The code as a picture; null if the text is too long. */
export const draw = (text, name) => {
  if (new TextEncoder().encode(text).length > LONGEST) return null;
  const code = generate(text, { minCorrectionLevel: correction.M });
  const make = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  let dark = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dark += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`;
  }
  const edge = code.size + 2 * MARGIN;
  const picture = make("svg", { viewBox: `0 0 ${edge} ${edge}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" });
  picture.append(make("rect", { width: edge, height: edge, fill: "#fff" }), make("path", { d: dark, fill: "#000" }));
  return picture;
};
