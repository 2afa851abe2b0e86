// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Asks the form's own modules what they make of many values at once: the folder
// of the theme's assets and a JSON file of questions in, answers out.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , assets, asked] = process.argv;
const load = (name) => import(pathToFileURL(join(assets, name)));
const files = ["sentences.js", "entry-names.js", "entry-yaml.js", "hidden-characters.js", "entry-merge.js"];
const [{ sentences }, { slug }, yaml, { hidden, visible }, { merged }] = await Promise.all(files.map(load));
const answer = {
  sentences: ({ text }) => sentences(text),
  slug: ({ text }) => slug(text),
  values: ({ source }) => yaml.values(source),
  changed: ({ source, after }) => yaml.changed(source, after),
  hidden: ({ text }) => [hidden(text).length, visible(text)],
  merged: ({ base, mine, theirs }) => merged(base, mine, theirs),
  fresh: ({ kind, value }) => yaml.fresh(kind, value),
};
const questions = JSON.parse(readFileSync(asked, "utf8"));
console.log(JSON.stringify(questions.map((question) => answer[question.ask](question))));
