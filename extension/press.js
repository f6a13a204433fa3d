// Collects the page that the reader is on and packs it into an address, from which Crossread opens it. The extension and the
// bookmark both run this one function. It must not use anything outside itself: a browser carries it into the page as text,
// and src/own/press.rs makes the bookmark from that text, without the comments on their own lines.
//
// What it writes is described in docs/collection.md ("A page that a press brings"). The part behind # is sent to no server.

export async function press(site) {
  const to = (what) => `${site}?page=add#page=${what}`;
  // A picture or a PDF is shown in a page that the browser made.
  if (!/html|xml|^text\//.test(document.contentType)) return to("other");
  const copy = document.documentElement.cloneNode(true);
  // None of these is used. Structured data stays, since it says title, day and publisher. Form fields go, since they may hold
  // what only that site should know.
  const unread = "script:not([type='application/ld+json']), input, select, textarea, style, svg, canvas, iframe, frame, object, embed, video, audio, link[rel~=stylesheet], link[rel~=preload], link[as]";
  for (const one of copy.querySelectorAll(unread)) one.remove();
  // A picture that is embedded in the page may be larger than all its words.
  for (const one of copy.querySelectorAll("[src^='data:'], [srcset]")) {
    one.removeAttribute("src");
    one.removeAttribute("srcset");
  }
  const page = { url: location.href, html: copy.outerHTML };
  const plain = new TextEncoder().encode(JSON.stringify(page));
  if (plain.length > 8_000_000) return to("long");
  let packed;
  try {
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    packed = new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return to("unpacked");
  }
  let text = "";
  // In pieces, since a function takes a limited number of arguments. Three bytes are four characters.
  for (let at = 0; at < packed.length; at += 24_576) text += btoa(String.fromCharCode(...packed.subarray(at, at + 24_576)));
  text = text.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
  // FNV-1a in two halves of 32 bits: its prime is 2 to the power of 40, and 435.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of plain) {
    low = (low ^ byte) >>> 0;
    const times = low * 435;
    high = (high * 435 + Math.floor(times / 2 ** 32) + ((low << 8) >>> 0)) % 2 ** 32;
    low = times % 2 ** 32;
  }
  const hash = (BigInt(high) << 32n) | BigInt(low);
  let mark = "";
  for (let bits = 60n; bits >= 0n; bits -= 5n) mark += "abcdefghijklmnopqrstuvwxyz234567"[Number((hash >> bits) & 31n)];
  const address = to(`1.${text.length}.${plain.length}.${mark}.${text}`);
  // No browser accepts longer addresses.
  return address.length > 2_000_000 ? to("long") : address;
}
