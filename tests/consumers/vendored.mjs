// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Prints the libraries that pages load, each as one module for browsers: {file: text}.

import { build } from "esbuild";

const WANTED = {
  "yaml/index.js": 'export { isMap, isScalar, isSeq, parseDocument } from "yaml";',
  "json-schema/index.js": 'export { Validator } from "@cfworker/json-schema";',
};

const found = {};
for (const [file, contents] of Object.entries(WANTED)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true, format: "esm", platform: "browser", target: "es2022", charset: "utf8", minify: true, write: false,
  });
  found[file] = outputFiles[0].text;
}
console.log(JSON.stringify(found));
