// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// What is wrong with an entry, as far as its schema can tell: problems as
// {path, code, values, warning}. The check of the whole playbook tells the rest.

import { hidden } from "./hidden-characters.js";
import { isText, nodeAt, resolver, typed } from "./entry-schema.js";
import { Validator } from "./vendor/json-schema/index.js";

const DRAFT = "2020-12";
const GROUPS = new Set(["properties", "items", "$ref", "additionalProperties"]); // Say that something inside is wrong.

const steps = (pointer) => pointer.split("/").slice(1)
  .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));

const valueAt = (value, path) => path.reduce((at, step) => at?.[step], value);
const length = (text) => [...text].length;

/** Says what is missing where the reader writes it: in the own language of a text, in the fields of a group. */
const missing = (node, path, resolved, source = "sv") => {
  if (node.type === "array") return [{ path, code: "few", values: { limit: node.minItems ?? 1 } }];
  if (isText(node)) return [{ path: [...path, source], code: "missing", values: {} }];
  const inside = (node.required ?? []).flatMap((name) =>
    missing(resolved(node.properties[name]), [...path, name], resolved, source));
  return inside.length ? inside : [{ path, code: "missing", values: {} }];
};

/** Turns a finding of the validator into problems. */
const explained = ({ keyword, instanceLocation }, value, schema, resolved) => {
  const path = steps(instanceLocation);
  const node = nodeAt(schema, path, resolved) ?? {};
  const found = valueAt(value, path);
  const problem = (code, values = {}) => ({ path, code, values: { value: String(found), ...values } });
  switch (keyword) {
    case "required":
      return node.required.filter((name) => !(name in found))
        .flatMap((name) => missing(resolved(node.properties[name]), [...path, name], resolved, value.source));
    case "minItems":
      return [problem("few", { limit: node.minItems })];
    case "maxItems":
      return [problem("many", { limit: node.maxItems })];
    case "maxLength":
      return [node["x-code"] ? problem(node["x-code"]) : problem("text-too-long", { actual: length(found), limit: node.maxLength })];
    case "minimum":
    case "maximum":
      return [problem("number", { least: node.minimum, most: node.maximum })];
    case "type":
      return [node.type === "integer" ? problem("number", { least: node.minimum, most: node.maximum }) : problem("other")];
    case "minLength":
    case "pattern":
    case "format":
      return [problem(node["x-code"] ?? "other", { example: node.examples?.[0] })];
    case "false":
      return [problem("unknown")];
    default:
      return [problem("other")];
  }
};

/** Finds texts that lack their own language or the other. */
const untold = (value, node, resolved, source, path = []) => {
  if (value === undefined || typeof value !== "object") return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, place) => untold(item, resolved(node.items), resolved, source, [...path, place]));
  }
  if (isText(node)) {
    return ["sv", "en"].filter((language) => !value[language]).map((language) => ({
      path: [...path, language],
      code: language === source ? "source" : "untranslated",
      values: {},
      warning: language !== source,
    }));
  }
  return Object.entries(value).flatMap(([name, item]) =>
    node.properties?.[name] ? untold(item, resolved(node.properties[name]), resolved, source, [...path, name]) : []);
};

/** Finds characters that cannot be seen. */
const unseen = (value, path = []) => {
  if (typeof value === "string") {
    return [...new Set(hidden(value))].map((sign) => ({
      path, code: "forbidden-character", values: { character: `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` },
    }));
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, item]) => unseen(item, [...path, Array.isArray(value) ? Number(name) : name]))
    : [];
};

/** Finds ranges whose smallest number is larger than the largest. */
const reversed = (value, path = []) => {
  if (typeof value !== "object" || value === null) return [];
  const { min, max } = value;
  const isWrong = typeof min === "number" && typeof max === "number" && min > max;
  return [
    ...(isWrong ? [{ path: [...path, "max"], code: "invalid-range", values: { minimum: min, maximum: max } }] : []),
    ...Object.entries(value).flatMap(([name, item]) => reversed(item, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
};

/** Returns what checks entries by a schema. */
export const checker = (schema) => {
  const resolved = resolver(schema);
  const validator = new Validator(schema, DRAFT, false);
  return (value) => {
    const source = value.source ?? schema.properties.source.default;
    const asked = typed(value, schema, resolved);
    const found = validator.validate(asked).errors
      .filter(({ keyword }) => !GROUPS.has(keyword))
      .flatMap((error) => explained(error, asked, schema, resolved));
    const seen = new Set();
    return [...found, ...unseen(value), ...reversed(asked), ...untold(value, schema, resolved, source)]
      .filter(({ path }) => !seen.has(path.join(".")) && seen.add(path.join(".")));
  };
};
