// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
// How fast pages are on Lighthouse's own phone and network: node performance.mjs PORT RUNS ADDRESS...
// Prints, for each address and run, the score and what it is made of.
import lighthouse from "lighthouse";

const [port, runs, ...addresses] = process.argv.slice(2);
const options = { port: Number(port), logLevel: "error", onlyCategories: ["performance"] };
const METRICS = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  si: "speed-index",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
};
const found = {};
for (let run = 0; run < Number(runs); run += 1) {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, options);
    const metrics = Object.entries(METRICS).map(([name, id]) => [name, lhr.audits[id].numericValue]);
    (found[address] ??= []).push({ score: Math.round(lhr.categories.performance.score * 100), ...Object.fromEntries(metrics) });
  }
}
console.log(JSON.stringify(found));
