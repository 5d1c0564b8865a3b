// Writes a zip file of stored (uncompressed) entries: all that a Word file needs.
// About 50 lines instead of a library, because the book has no build step to bring one in.

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * CRC-32 as zip uses it.
 * @param {Uint8Array} bytes
 */
export function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * @param {[string, string | Uint8Array][]} entries names and their text or bytes, in order
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zipped(entries) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const title = encoder.encode(name);
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    // Version 2.0, names in UTF-8, stored, 1 January 1980: a fixed date keeps the file the same.
    const common = [20, 0x0800, 0, 0, 0x0021];
    const sizes = [checksum(bytes), bytes.length, bytes.length];
    const local = header(0x04034b50, common, sizes, [title.length, 0]);
    directory.push(header(0x02014b50, [20, ...common], sizes, [title.length, 0, 0, 0, 0, 0, 0, ...halves(offset)]), title);
    parts.push(local, title, bytes);
    offset += local.length + title.length + bytes.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = header(0x06054b50, [0, 0, entries.length, entries.length], [size, offset], [0]);
  const all = [...parts, ...directory, end];
  const whole = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

/** @param {number} value @returns {number[]} */
function halves(value) {
  return [value & 0xffff, value >>> 16];
}

/**
 * A zip header: a signature, then numbers of two, four and two bytes, low byte first.
 * @param {number} signature
 * @param {number[]} shorts
 * @param {number[]} longs
 * @param {number[]} last
 */
function header(signature, shorts, longs, last) {
  const words16 = [...halves(signature), ...shorts, ...longs.flatMap(halves), ...last];
  const bytes = new Uint8Array(words16.length * 2);
  words16.forEach((word, index) => {
    bytes[index * 2] = word & 255;
    bytes[index * 2 + 1] = (word >>> 8) & 255;
  });
  return bytes;
}
