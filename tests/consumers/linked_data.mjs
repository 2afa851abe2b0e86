// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
// schema-dts, the types of schema.org by its makers, judges JSON-LD: node linked_data.mjs FILE
// FILE holds a list of nodes. Prints what the TypeScript compiler says, one line a fault.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const nodes = JSON.parse(readFileSync(process.argv[2], "utf8"));
const folder = mkdtempSync(join(here, "linked-data-"));
const source = join(folder, "nodes.ts");
const lines = nodes.map((node, number) => `export const node${number}: WithContext<${node["@type"]}> = ${JSON.stringify(node)};`);
const types = [...new Set(nodes.map((node) => node["@type"]))];
writeFileSync(source, `import type { WithContext, ${types.join(", ")} } from "schema-dts";\n${lines.join("\n")}\n`);
const compiler = join(here, "node_modules", "typescript", "bin", "tsc");
const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--moduleResolution", "nodenext"];
const done = spawnSync(process.execPath, [compiler, ...options, source], { encoding: "utf8" });
rmSync(folder, { recursive: true });
const said = (done.stdout + done.stderr).split("\n").filter(Boolean);
console.log(JSON.stringify(done.status === 0 ? [] : said.length ? said : ["the compiler failed"]));
