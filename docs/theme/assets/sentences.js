// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The sentences of a text without line breaks, as `spelbok fmt` parts them:
// plugins/spelbok/language/words.py and layout.py hold the same rules, and a
// test compares the two.

const W = String.raw`[\p{L}\p{N}_]`;
const B = `(?:(?<=${W})(?!${W})|(?<!${W})(?=${W}))`; // Where a word begins or ends.
// Stretches that are not language. What stands in them ends no sentence. What can
// repeat begins where nothing of its kind stands before it, so that a text takes a
// time that grows with its length.
const UNREAD = new RegExp([
  "(?<code>`+)",
  String.raw`(?<=\])\([^)\s\]]*\)`,
  String.raw`\{${W}+\}`,
  String.raw`(?:https?://|mailto:|${B}id:)[^\s>)]+`,
  String.raw`(?<![\p{L}\p{N}_.+\-])[\p{L}\p{N}_.+\-]+@[\p{L}\p{N}_\-]+(?:\.${W}+)+`,
  String.raw`(?<![\p{L}\p{N}_\-])(?<![\p{L}\p{N}_\-]\.)(?<host>[\p{L}\p{N}_\-]+(?:\.[\p{L}\p{N}_\-]+)+)`,
].join("|"), "giu");
const TOP_LEVEL = new RegExp(`^(?:au|com|dk|eu|fi|gov|io|net|no|org|se|uk)(?!${W})`, "iu");
const HOST_PATH = /\/[^\s)>]*/y;
const MARKER = /^[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])|\|/gmu;
const BREAK = "\f";
const END = /(?<![.!?…:])(?<sign>[.!?…:]+)["'”’»)\]*_]*(?=\s+["'”“’‘»«(\[*_–—-]*(?<next>[A-ZÅÄÖÉ0-9]))|(?<block>\f|$)/gu;
const BEFORE = /[\p{L}\p{N}_.]+$/u;
const WORD = /[\p{L}\p{N}]/u;
const ABBREVIATIONS = new Set([
  "avd bl.a ca d.v.s dnr dvs e.d ev exkl f.d f.n f.o.m forts fr.o.m föreg inkl jfr kap kl kr",
  "m.a.o max min nr o.d o.dyl obs osv p.g.a pga prop resp s s.a.s s.k sek sid skr st t.ex t.o.m",
  "tel tfn u.a uppl urspr vol årg",
  "a.k.a approx cf dept dr e.g ed eds esp fig i.e incl mr mrs ms p pp prof vs",
].join(" ").split(" "));

/** Returns where the run of backticks after `place` that is as long as `run` ends; 0 if nothing closes it. */
const closing = (runs, run, place) => {
  const same = runs[run.length] ?? [];
  while (same.length && same.at(-1) < place) same.pop();
  return same.length ? same.at(-1) + run.length : 0;
};

/** Returns the places of all runs of backticks by their length, the last first. */
const backticks = (text) => {
  const runs = {};
  for (const { 0: run, index } of text.matchAll(/`+/g)) (runs[run.length] ??= []).push(index);
  for (const places of Object.values(runs)) places.reverse();
  return runs;
};

/** Returns where the name of a host ends, its path included; 0 if the dotted words are none. */
const hostEnd = (text, start, host) => {
  for (let dot = host.lastIndexOf("."); dot > 0; dot = host.lastIndexOf(".", dot - 1)) {
    const known = TOP_LEVEL.exec(host.slice(dot + 1));
    if (!known) continue;
    HOST_PATH.lastIndex = start + dot + 1 + known[0].length;
    return HOST_PATH.lastIndex + (HOST_PATH.exec(text)?.[0].length ?? 0);
  }
  return 0;
};

const masked = (text) => {
  const runs = backticks(text);
  let read = "";
  UNREAD.lastIndex = 0;
  for (let found, done = 0; ; ) {
    found = UNREAD.exec(text);
    if (!found) {
      read += text.slice(done);
      break;
    }
    const { code, host } = found.groups;
    const end = code ? closing(runs, code, UNREAD.lastIndex) : host ? hostEnd(text, found.index, host) : UNREAD.lastIndex;
    if (!end) continue;
    read += text.slice(done, found.index) + " ".repeat(end - found.index);
    UNREAD.lastIndex = done = end;
  }
  return read.replace(MARKER, (found) => BREAK + " ".repeat(found.length - 1));
};

const endsSentence = (text, { index, groups: { sign, next, block } }) => {
  if (block !== undefined) return true;
  const before = BEFORE.exec(text.slice(Math.max(0, index - 12), index))?.[0].toLowerCase();
  return !(sign === "." && ABBREVIATIONS.has(before)) && !(sign === ":" && /\d/.test(next));
};

/** Returns the sentences, to be joined by a space. A colon does not part them. */
export const sentences = (text) => {
  const read = masked(text);
  const cuts = [];
  let start = 0;
  for (const found of read.matchAll(END)) {
    if (!endsSentence(read, found)) continue;
    const end = found.index + found[0].length;
    if (WORD.test(read.slice(start, end)) && text[end - 1] !== ":" && text[end] === " ") cuts.push(end);
    start = end;
  }
  return [...cuts, text.length].map((end, place) => text.slice(place ? cuts[place - 1] + 1 : 0, end));
};
