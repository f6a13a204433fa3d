// Opens files on the Add page, as a reader does.

import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

/** A file that a real program made (import/tests/files/README.md). */
export const real = (name, as = name) => ({
  name: as,
  mimeType: "",
  buffer: readFileSync(new URL(`../../import/tests/files/${name}`, import.meta.url)),
});

/** A file of these bytes or of this text. */
export const file = (name, content, mimeType = "") => ({ name, mimeType, buffer: Buffer.from(content) });

/** Opens files by the page's button. */
export async function open(page, files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  await chooser.setFiles(files);
}

/** Drops files onto the page, as { name, buffer }. */
export const drop = (page, files) =>
  page.evaluate(
    (files) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) {
        data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
      }
      document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    files.map(({ name, buffer }) => ({ name, bytes: buffer.toString("base64") })),
  );

/** What the page shows about a file. */
export const sheetOf = (page, name) => page.getByRole("region", { name, exact: true });

/** The value of a field of a file's text. */
export const value = (page, name, label) => sheetOf(page, name).getByLabel(label, { exact: true }).inputValue();

/** The checksum of ZIP (CRC-32). */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** An archive of one part, deflated. For a zip bomb the checksum is never reached. */
export const zip = (name, bytes) => archive([[name, bytes]]);

/** An archive of these parts, as [name, bytes]. */
export function archive(parts) {
  const [files, directory] = [[], []];
  let at = 0;
  for (const [name, bytes] of parts) {
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(bytes.length < 1_000_000 ? checksum(bytes) : 0, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    const rest = Buffer.alloc(4);
    rest.writeUInt16LE(path.length, 0);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), fields, rest, path, packed]);
    files.push(file);
    at += file.length;
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), fields, rest, place, path);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, central, end]);
}

/** The importer's program among the requests. */
export const importer = (seen) => seen.requests.filter((url) => /crossread-import-.*\.wasm/.test(url));
