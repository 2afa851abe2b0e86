// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The sentences of a text without line breaks, as `spelbok fmt` parts them:
// plugins/spelbok/language/words.py and layout.py hold the same rules, and a
// test compares the two.

const W = String.raw`[\p{L}\p{N}_]`;
const B = `(?:(?<=${W})(?!${W})|(?<!${W})(?=${W}))`; // Where a word begins or ends.
// Stretches that are not language. What stands in them ends no sentence.
const UNREAD = new RegExp([
  String.raw`(?<code>${"`"}+)(?!${"`"}).*?(?<!${"`"})\k<code>(?!${"`"})`,
  String.raw`(?<=\])\([^)\s]*\)`,
  String.raw`\{${W}+\}`,
  String.raw`(?:https?://|mailto:|${B}id:)[^\s>)]+`,
  String.raw`${B}[\p{L}\p{N}_.+\-]+@[\p{L}\p{N}_\-]+\.${W}[\p{L}\p{N}_.]*${B}`,
  String.raw`${B}(?:[\p{L}\p{N}_\-]+\.)+(?:au|com|dk|eu|fi|gov|io|net|no|org|se|uk)${B}(?:/[^\s)>]*)?`,
].join("|"), "gisu");
const MARKER = /^[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])|\|/gmu;
const BREAK = "\f";
const END = /(?<sign>[.!?…:]+)["'”’»)\]*_]*(?=\s+["'”“’‘»«(\[*_–—-]*(?<next>[A-ZÅÄÖÉ0-9]))|(?<block>\f|$)/gu;
const BEFORE = /[\p{L}\p{N}_.]+$/u;
const WORD = /[\p{L}\p{N}]/u;
const ABBREVIATIONS = new Set([
  "avd bl.a ca d.v.s dnr dvs e.d ev exkl f.d f.n f.o.m forts fr.o.m föreg inkl jfr kap kl kr",
  "m.a.o max min nr o.d o.dyl obs osv p.g.a pga prop resp s s.a.s s.k sek sid skr st t.ex t.o.m",
  "tel tfn u.a uppl urspr vol årg",
  "a.k.a approx cf dept dr e.g ed eds esp fig i.e incl mr mrs ms p pp prof vs",
].join(" ").split(" "));

const masked = (text) => text
  .replace(UNREAD, (found) => " ".repeat(found.length))
  .replace(MARKER, (found) => BREAK + " ".repeat(found.length - 1));

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
