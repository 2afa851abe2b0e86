// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Finds what a query means in the index that plugins/spelbok/search.py wrote.
// MiniSearch matches words and ranks pages; here it is decided which words a
// query's words stand for, and which shards of the index are worth fetching.

import MiniSearch from "./vendor/minisearch/index.js";

const FIELDS = ["title", "keywords", "summary", "text"];
const BOOST = { title: 8, keywords: 4, summary: 1.5, text: 1 };
/** A page or a term is rarely what is looked for where an entry says the same. */
const LESS = { page: 0.7, term: 0.6 };

const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
/** A letter and what a hyphen binds to it are one word, as in "e-tjänst". */
const words = (text) =>
  text.normalize("NFC").toLowerCase().replace(/(?<![\p{L}\p{N}_])(\p{L})-(?=\p{L})/gu, "$1").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Marks the term of a word that says nothing, in titles. */
const TITLE_WORD = "=";
/** What is typed in capitals: "IT" is a name, "it" says nothing. */
const capitals = (text) => text.match(/(?<![\p{L}\p{N}])[A-ZÅÄÖ]{2,}(?![\p{L}\p{N}])/gu) ?? [];

/** Read steps from record to record, each followed by a weight, as weights by record. */
const weights = (steps) => {
  const found = {};
  for (let at = 0, id = 0; at < steps.length; at += 2) found[(id += steps[at])] = steps[at + 1];
  return found;
};

export class Index {
  #shards = new Map();
  #titles = new Map();
  #engine;

  /** `load` fetches a file of the index by name; `stem` is the language's stemmer. */
  static async open(load, stem) {
    return new Index(load, stem, await load("index.json"));
  }

  constructor(load, stem, data) {
    this.data = data;
    this.load = load;
    this.stem = stem;
    this.terms = data.terms.split(" ");
    this.numbers = new Map(this.terms.map((term, number) => [term, number]));
    this.stop = new Set(data.stop.split(" "));
    this.synonyms = new Map();
    for (const group of data.synonyms) {
      for (const term of group.map(fold)) this.synonyms.set(term, [...(this.synonyms.get(term) ?? []), group]);
    }
    this.vocabulary = new MiniSearch({ fields: ["term"], tokenize: (term) => [term], processTerm: fold });
    this.vocabulary.addAll(this.terms.map((term, id) => ({ id, term })).filter(({ term }) => term[0] !== TITLE_WORD && !this.#isName(term)));
  }

  /** Return the numbers and kinds of what answers a query, the best first, and the terms that were looked for. */
  async search(query) {
    const all = [...new Set(words(query))];
    const asked = all.filter((word) => this.#says(word));
    const names = this.#names(query, asked);
    const meanings = [...names.map((name) => new Map([[name, 1]])), ...asked.map((word) => this.meanings(word))];
    const own = all.map((word) => this.#own(word));
    const terms = new Set(meanings.flatMap((meaning) => [...meaning.keys()]));
    const engine = await this.#with(new Set([...terms, ...own.filter(Boolean)]));
    const titled = own.every(Boolean) ? this.#titled(engine, new Set(own), words(query).length) : new Map();
    const scores = new Map();
    for (const meaning of meanings) {
      for (const [id, score] of this.#best(engine, meaning)) {
        const [sum, matched] = scores.get(id) ?? [0, 0];
        scores.set(id, [sum + score ** 0.6, matched + 1]);
      }
    }
    if (!asked.length) for (const [id] of titled) if (!scores.has(id)) scores.set(id, [1, 0]);
    const hits = [...scores].map(([id, [sum, matched]]) => {
      const kind = this.data.kinds[this.data.records[id][0]];
      const isTitle = titled.get(id) === true;
      return { id, kind, isTitle, score: sum * Math.sqrt(matched / Math.max(1, meanings.length)) * (LESS[kind] ?? 1) };
    });
    hits.sort((a, b) => b.isTitle - a.isTitle || b.score - a.score || a.id - b.id);
    return { hits: await this.#exactFirst(hits, words(query).join(" ")), terms };
  }

  /** Put titles that are the very query before those that have the same words in other forms or another order. */
  async #exactFirst(hits, query) {
    const titled = hits.filter(({ isTitle }) => isTitle);
    if (titled.length < 2) return hits;
    const records = await Promise.all(titled.map(({ id }) => this.record(id)));
    const isExact = new Set(titled.filter((_, number) => words(records[number].title).join(" ") === query));
    return [...isExact, ...hits.filter((hit) => !isExact.has(hit))];
  }

  #says(word) {
    return word.length > 1 && !this.stop.has(word);
  }

  #isName(term) {
    return this.stop.has(term.toLowerCase()) && term !== term.toLowerCase();
  }

  /** Return the acronyms of a query that are stop words in small letters; in a query that says nothing else, those too. */
  #names(query, asked) {
    const typed = capitals(asked.length ? query : query.toUpperCase());
    return [...new Set(typed)].filter((name) => this.#isName(name) && this.numbers.has(name));
  }

  /** Return the term under which titles have a word, or "" if none has it. */
  #own(word) {
    return [`${TITLE_WORD}${word}`, this.stem(word)].find((term) => this.numbers.has(term)) ?? "";
  }

  /** Return the records whose titles hold all of some terms, each with whether the title is just as many words. */
  #titled(engine, terms, length) {
    const counts = new Map();
    for (const term of terms) {
      for (const { id } of engine.search(term, { fields: ["title"] })) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return new Map([...counts].filter(([, count]) => count === terms.size)
      .map(([id]) => [id, this.data.records[id][1] === length]));
  }

  /** Return the records that hold a word's terms, each with the score of the term that fits it best. */
  #best(engine, meaning) {
    const best = new Map();
    for (const [term, weight] of meaning) {
      for (const { id, score } of engine.search(term, { boost: BOOST })) {
        best.set(id, Math.max(best.get(id) ?? 0, score * weight));
      }
    }
    return best;
  }

  /** Return the terms that a word may stand for, each with how surely it does. */
  meanings(word) {
    const stem = this.stem(word);
    const found = new Map();
    const add = (term, weight) => {
      if (this.numbers.has(term) && !(found.get(term) >= weight)) found.set(term, weight);
    };
    const find = (text, options) => this.vocabulary.search(text, options).map(({ id }) => this.terms[id]);
    add(stem, 1);
    if (!found.size || fold(word) === word) for (const term of find(stem)) add(term, 0.9);
    const isKnown = found.size > 0;
    for (const end of [-1, -2]) if (stem.length > 5) add(stem.slice(0, end), 0.5);
    for (const group of this.synonyms.get(fold(stem)) ?? []) for (const term of group) add(term, 0.5);
    const longer = word.length > 2 ? find(stem, { prefix: true }) : [];
    for (const term of longer.slice(0, 8)) if (!isKnown || term.length <= 2 * stem.length) add(term, isKnown ? 0.2 : 0.6);
    for (const part of this.data.compounds ? this.parts(word) : []) add(part, isKnown ? 0.3 : 0.6);
    for (let end = word.length; !found.size && end > Math.max(3, word.length - 4); end--) {
      const fuzzy = (text) => Math.min(2, Math.floor(text.length / 4));
      for (const text of new Set([this.stem(word.slice(0, end)), word.slice(0, end)])) {
        for (const term of find(text, { fuzzy }).slice(0, 4)) add(term, 0.5);
      }
    }
    return found;
  }

  /** Return the two terms that a compound is made of, if the index knows both. */
  parts(word) {
    for (let cut = 3; cut < word.length - 2; cut++) {
      const head = word.slice(0, cut);
      const first = [head, head.replace(/s$/, "")].map(this.stem).find((term) => this.numbers.has(term));
      const second = this.stem(word.slice(cut));
      if (first && this.numbers.has(second) && !this.stop.has(word.slice(cut))) return [first, second];
    }
    return [];
  }

  /** Return a record's title, address and summary. */
  async record(id) {
    const number = Math.floor(id / this.data.titles);
    if (!this.#titles.has(number)) this.#titles.set(number, this.load(`titles-${number}.json`));
    const [title, url, summary] = (await this.#titles.get(number))[id % this.data.titles];
    return { title, url, summary };
  }

  /** Return MiniSearch with the shards that hold `terms`. */
  async #with(terms) {
    const numbers = [...terms].map((term) => this.data.shards.findLastIndex((start) => start <= this.numbers.get(term)));
    const missing = [...new Set(numbers)].filter((number) => !this.#shards.has(number));
    const loaded = await Promise.all(missing.map((number) => this.load(`words-${number}.json`)));
    missing.forEach((number, at) => this.#shards.set(number, loaded[at]));
    if (missing.length || !this.#engine) this.#engine = this.#ranked();
    return this.#engine;
  }

  #ranked() {
    const { records, shards } = this.data;
    const lengths = records.map(([, ...length]) => length);
    const average = FIELDS.map((_, field) => lengths.reduce((sum, length) => sum + length[field], 0) / records.length);
    const index = [...this.#shards].flatMap(([number, entries]) =>
      entries.map((fields, at) => [
        this.terms[shards[number] + at],
        Object.fromEntries(Object.entries(fields).map(([field, steps]) => [field, weights(steps)])),
      ]),
    );
    const numbers = Object.fromEntries(records.map((_, id) => [id, id]));
    const options = { fields: FIELDS, tokenize: (text) => text.split(" "), processTerm: (term) => term };
    const js = {
      documentCount: records.length,
      nextId: records.length,
      documentIds: numbers,
      fieldIds: Object.fromEntries(FIELDS.map((name, number) => [name, number])),
      fieldLength: lengths,
      averageFieldLength: average,
      storedFields: {},
      index,
      serializationVersion: 2,
    };
    return MiniSearch.loadJS(js, options);
  }
}

/** Yield a text in pieces, and whether each is a word that was looked for. */
export function* marked(text, terms, stem) {
  const stems = [...terms].filter((term) => term.length > 3).map(fold);
  for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
    const word = piece.toLowerCase();
    const folded = fold(word);
    yield [piece, terms.has(piece) || terms.has(stem(word)) || stems.some((term) => folded.includes(term))];
  }
}
