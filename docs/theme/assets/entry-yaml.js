// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The file of an entry: text in, values out, and back in the layout of the
// command `spelbok fmt`. Every word is text, as the generator's own reader has it.
// A file that is changed keeps the rest of its text, comments included.

import { sentences } from "./sentences.js";
import { isMap, isScalar, isSeq, parseDocument } from "./vendor/yaml/index.js";

const WIDTH = 120;
const STEP = 2;
// How long a text between braces may grow before it gets a line of its own.
const ROW = 60;
// A text that no reader of YAML takes for anything else. What does not match gets quotes.
const PLAIN = /^(?!(?:null|Null|NULL)$)[\p{L}\p{N}](?:[^:#"\\\t]|:(?=\S)|(?<=\S)#)*$/u;
const PLAIN_IN_ROW = /^(?!(?:null|Null|NULL)$)[\p{L}\p{N}](?:[^:#"\\\t,[\]{}])*$/u;

const parse = (text) => parseDocument(text, { schema: "failsafe" });

/** Returns the values of a file. Throws what is wrong with its YAML. */
export const values = (text) => {
  const document = parse(text);
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong) throw wrong;
  return document.toJS();
};

/** Whether two values are the same; the order of fields does not count. */
export const equal = (one, two) => {
  if (typeof one !== "object" || typeof two !== "object" || !one || !two) return one === two;
  if (Array.isArray(one) !== Array.isArray(two)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(two).length && names.every((name) => name in two && equal(one[name], two[name]));
};

// --- Writing ------------------------------------------------------------------

const margin = (text, column) => text.split("\n").map((line) => (line ? " ".repeat(column) + line : "")).join("\n");
const folded = (lines, column) => `>-\n${margin(lines.join("\n"), column)}`;

const literal = (text, column) => {
  let end = text.length;
  while (text[end - 1] === "\n") end--;
  const body = text.slice(0, end);
  const ends = text.length - body.length;
  const sign = ends === 1 ? "" : ends ? "+" : "-";
  return `|${sign}\n${margin(body + "\n".repeat(Math.max(0, ends - 1)), column)}`;
};

/** Yields ways to write a text, the plainest first; not each of them reads back. A text is broken or stands in a row. */
function* ways(text, column, { row, broken }) {
  if (text.includes("\n")) {
    if (!row) yield literal(text, column);
  } else {
    const parts = broken ? sentences(text) : [];
    if (parts.length > 1) yield folded(parts, column);
    if ((row ? PLAIN_IN_ROW : PLAIN).test(text)) yield text;
    if (!/["\\]/.test(text)) yield JSON.stringify(text);
    yield `'${text.replaceAll("'", "''")}'`;
  }
  yield JSON.stringify(text);
}

const readsBack = (written, text, row) => {
  const document = parse(row ? `k: [${written}, x]\n` : `k: ${written}\n`);
  return !document.errors.length && equal(document.toJS(), { k: row ? [text, "x"] : text });
};

const word = (text, column, how) => {
  for (const way of ways(text, column, how)) if (readsBack(way, text, how.row)) return way;
  return JSON.stringify(text);
};

const inRow = (value) => {
  if (typeof value === "string") return word(value, 0, { row: true });
  if (Array.isArray(value)) return `[${value.map(inRow).join(", ")}]`;
  return `{${Object.entries(value).map(([name, item]) => `${name}: ${inRow(item)}`).join(", ")}}`;
};

/** Whether a value goes on its key's line: it is empty, or a list or mapping of few words. */
const isRow = (value, column) => {
  const parts = Object.values(value);
  const words = Array.isArray(value) ? parts : parts.flat();
  const plain = words.every((word) => typeof word === "string" && word && !/\s/.test(word));
  return !parts.length || (plain && column + inRow(value).length < (WIDTH * 3) / 4);
};

/** Whether a value is a text in two languages of which one has no room on its key's line: then both are broken. */
const isBroken = (value, column) => {
  const words = Object.entries(value);
  const isText = words.every(([name, text]) => ["sv", "en"].includes(name) && typeof text === "string");
  return isText && words.some(([name, text]) => column + name.length + 2 + [...text].length > WIDTH);
};

const afterKey = (value, column, broken = false) => {
  if (typeof value === "string") return ` ${word(value, column + STEP, { broken })}`;
  if (isRow(value, column)) return ` ${inRow(value)}`;
  return `\n${" ".repeat(column + STEP)}${block(value, column + STEP)}`;
};

const afterDash = (value, column) =>
  typeof value === "object" && !isRow(value, column) ? ` ${block(value, column + STEP)}` : afterKey(value, column);

const block = (value, column) => {
  const lines = Array.isArray(value)
    ? value.map((item) => `-${afterDash(item, column)}`)
    : Object.entries(value).map(([name, item]) => `${name}:${afterKey(item, column, isBroken(value, column))}`);
  return lines.join(`\n${" ".repeat(column)}`);
};

/** Returns a value as it is shown to a reader: a text as it is, anything else as it stands in a file. */
export const shown = (value) => (typeof value === "string" ? value : block(value, 0));

/** Returns the file of a new entry of a kind. */
export const fresh = (kind, value) =>
  `# yaml-language-server: $schema=../schema/${kind}.json\n\n${Object.keys(value).length ? `${block(value, 0)}\n` : ""}`;

// --- Changing -----------------------------------------------------------------
// A change is {from, to, text}: what stands in the place of a stretch of the file.

const apply = (source, changes, from = 0, to = source.length) => {
  let [text, at] = ["", from];
  for (const change of changes.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    text += source.slice(at, change.from) + change.text;
    at = change.to;
  }
  return text + source.slice(at, to);
};

/** A file that is changed: `changes(node, after)` says how, or null if whoever holds the node is to write it anew. */
class File {
  constructor(source) {
    this.source = source;
    this.document = parse(source);
  }

  now(node) {
    return node?.toJS ? node.toJS(this.document) : "";
  }

  lineStart(offset) {
    return this.source.lastIndexOf("\n", offset - 1) + 1;
  }

  lineEnd(offset) {
    const end = this.source.indexOf("\n", offset);
    return end < 0 ? this.source.length : end;
  }

  end(node) {
    if (!node.flow && isMap(node) && node.items.length) return this.end(node.items.at(-1).value);
    if (!node.flow && isSeq(node) && node.items.length) return this.end(node.items.at(-1));
    const [start, end] = node.range;
    return start + this.source.slice(start, end).trimEnd().length;
  }

  changes(node, after) {
    if (equal(this.now(node), after)) return [];
    if (isMap(node) && !Array.isArray(after) && typeof after === "object") {
      return node.flow ? this.inBraces(node, after) : this.inFields(node, after);
    }
    return isSeq(node) && Array.isArray(after) && !node.flow && after.length ? this.inItems(node, after) : null;
  }

  inBraces(node, after) {
    const names = node.items.map(({ key }) => key.value);
    if (!equal(names.toSorted(), Object.keys(after).toSorted())) return null;
    const found = node.items.map(({ key, value }) => {
      const text = after[key.value];
      if (!isScalar(value) || typeof text !== "string") return this.changes(value, text);
      if (value.value === text) return [];
      const [from, to] = value.range;
      return text.length > ROW || text.includes("\n") ? null : [{ from, to, text: inRow(text) }];
    });
    return found.includes(null) ? null : found.flat();
  }

  inFields(node, after) {
    const first = node.items[0].key.range[0];
    const column = first - this.lineStart(first);
    const indent = " ".repeat(column);
    const present = new Map(node.items.map(({ key, value }) => [key.value, { key, value }]));
    const broken = isBroken(after, column);
    const isOther = broken !== isBroken(this.now(node), column);
    const all = [];
    for (const [name, { key, value }] of present) {
      const [from, to] = [key.range[0], this.end(value)];
      if (!(name in after)) {
        if (this.source.slice(this.lineStart(from), from).trim()) return null; // Behind the dash of a list's item.
        all.push({ from: this.lineStart(from), to: this.lineEnd(to) + 1, text: "" });
      } else {
        const inner = isOther ? null : this.changes(value, after[name]);
        all.push(...(inner ?? [{ from, to, text: `${name}:${afterKey(after[name], column, broken)}` }]));
      }
    }
    let last = null;
    for (const [name, value] of Object.entries(after)) {
      if (present.has(name)) {
        last = name;
        continue;
      }
      const line = `${name}:${afterKey(value, column, broken)}`;
      const at = last === null ? first : this.lineEnd(this.end(present.get(last).value));
      all.push({ from: at, to: at, text: last === null ? `${line}\n${indent}` : `\n${indent}${line}` });
    }
    return all;
  }

  inItems(node, after) {
    const dashes = node.items.map((item) => this.source.lastIndexOf("-", item.range[0] - 1));
    const column = dashes[0] - this.lineStart(dashes[0]);
    const ends = node.items.map((item) => this.end(item));
    const starts = dashes.map((dash, place) => (place ? this.lineEnd(ends[place - 1]) + 1 : this.lineStart(dash)));
    const written = (value) => `${" ".repeat(column)}-${afterDash(value, column)}`;
    const texts = paired(node.items.map((item) => this.now(item)), after).map((place, index) => {
      if (place < 0) return written(after[index]);
      const inner = this.changes(node.items[place], after[index]);
      const above = this.source.slice(starts[place], this.lineStart(dashes[place]));
      return inner ? apply(this.source, inner, starts[place], ends[place]) : above + written(after[index]);
    });
    return [{ from: starts[0], to: ends.at(-1), text: texts.join("\n") }];
  }
}

/** For each new item the place of the old one that it is, or was made from; -1 where there is none. */
const paired = (before, after) => {
  const left = new Set(before.keys());
  const take = (place) => (left.delete(place), place);
  const same = after.map((value) => {
    const place = [...left].find((at) => equal(before[at], value));
    return place === undefined ? -1 : take(place);
  });
  const open = same.filter((place) => place < 0).length;
  if (open !== left.size) return same;
  const rest = [...left];
  return same.map((place) => (place < 0 ? rest.shift() : place));
};

const header = (source) => /^(?:#.*\n|\s*\n)*/.exec(source)[0];

/** Returns the text of a file with other values, and as much of it unchanged as can be. */
export const changed = (source, after) => {
  const file = new File(source);
  const found = file.changes(file.document.contents, after);
  const text = found && apply(source, found);
  return text !== null && isSame(text, after) ? text : `${header(source)}${block(after, 0)}\n`;
};

const isSame = (text, value) => {
  try {
    return equal(values(text), value);
  } catch {
    return false;
  }
};
