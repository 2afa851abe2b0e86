// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
// Lighthouse on a running browser: node lighthouse.mjs PORT ADDRESS...
// Prints, for each address, the score of each category and the audits that took points.
import lighthouse from "lighthouse";

const [port, ...addresses] = process.argv.slice(2);
const options = { port: Number(port), logLevel: "error", onlyCategories: ["accessibility", "best-practices", "seo"] };
const found = {};
for (const address of addresses) {
  const { lhr } = await lighthouse(address, options);
  found[address] = {
    scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score])),
    faults: Object.values(lhr.categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id)),
  };
}
console.log(JSON.stringify(found));
