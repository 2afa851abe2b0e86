// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Asks the search page's own module: the folder of the theme's assets, a folder with an
// index and queries.json, and the language in; the titles of the hits of each query out.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const [, , assets, folder, locale] = process.argv;
const name = { sv: "Swedish", en: "English" }[locale];
const scripts = ["base-stemmer", `${name.toLowerCase()}-stemmer`]
  .map((file) => readFileSync(join(assets, "vendor", "snowball", `${file}.js`), "utf8"));
const stemmer = runInThisContext(`${scripts.join("\n")}\nnew ${name}Stemmer()`);
const load = async (file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const { Index } = await import(pathToFileURL(join(assets, "search-index.js")));
const index = await Index.open(load, (word) => stemmer.stemWord(word));
const titles = async (query) => {
  const { hits } = await index.search(query);
  return Promise.all(hits.map(async ({ id }) => (await index.record(id)).title));
};
const answers = [];
for (const query of await load("queries.json")) answers.push(await titles(query));
console.log(JSON.stringify(answers));
