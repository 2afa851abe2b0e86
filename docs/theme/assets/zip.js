// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Zip archives as plugins/spelbok/exports/files.py writes them: nothing compressed, no
// clock and no machine in them, so that the same texts give the same bytes.
// The form is PKWARE's APPNOTE 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16.

const VERSION = 20; // Needed to read: folders and stored files.
const UNIX = 3;
const MODE = 0o644;
const FIRST_DAY = (1 << 5) | 1; // 1 January 1980.

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

const crc32 = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/** Writes numbers of two or four bytes, the lowest byte first: [[size, number], ...]. */
const record = (fields) => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, number] of fields) {
    if (size === 2) view.setUint16(at, number, true);
    else view.setUint32(at, number, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
};

const size = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

/** Makes an archive of [name, text] pairs, in their order. Names are ASCII. Returns a list of bytes for a Blob. */
export const archive = (files) => {
  const coder = new TextEncoder();
  const bodies = [];
  const directory = [];
  for (const [name, text] of files) {
    const [path, bytes] = [coder.encode(name), coder.encode(text)];
    const about = [
      [2, VERSION], [2, 0], [2, 0], [2, 0], [2, FIRST_DAY],
      [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0],
    ];
    const rest = [[2, 0], [2, 0], [2, 0], [4, MODE * 0x10000], [4, size(bodies)]];
    directory.push(record([[4, 0x02014b50], [2, UNIX * 0x100 + VERSION], ...about, ...rest]), path);
    bodies.push(record([[4, 0x04034b50], ...about]), path, bytes);
  }
  const end = record([
    [4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length],
    [4, size(directory)], [4, size(bodies)], [2, 0],
  ]);
  return [...bodies, ...directory, end];
};
