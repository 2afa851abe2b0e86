// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
// gift-pegjs, a parser of GIFT by others: node gift.mjs FILE...
// Prints, for each file, its questions, or what the parser could not read.
import { readFileSync } from "node:fs";
import parser from "gift-pegjs";

const read = (file) => {
  try {
    return parser.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return String(error.message);
  }
};
console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [file, read(file)]))));
