// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// What the parts of a page do, page by page the same: the build joins this file and
// all that it imports into one script. Pages that are a tool of their own, such as
// the search, bring their own script along.

import { checklist } from "./checklist.js";
import { copy } from "./copy.js";
import { facets } from "./facets.js";
import { fromDisk } from "./from-disk.js";
import { knowledgeCheck } from "./knowledge-check.js";
import { languageLink } from "./language-link.js";
import { menu } from "./menu.js";
import { printPart } from "./print-part.js";
import { runSheet } from "./run-sheet.js";
import { term } from "./terms.js";
import { view } from "./view.js";

const parts = [
  [".sb-menu", menu],
  [".sb-language", languageLink],
  [".sb-term", term],
  [".sb-facets", facets],
  ["[data-checklist]", checklist],
  ["[data-copy]", copy],
  ["[data-print-part]", printPart],
  [".sb-view", view],
  [".sb-starts", runSheet],
  [".sb-check", knowledgeCheck],
  [".sb-from-disk", fromDisk], // Last: it mends links.
];

for (const [selector, begin] of parts) for (const part of document.querySelectorAll(selector)) begin(part);
