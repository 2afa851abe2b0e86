// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// What the JSON Schema of a kind says of its fields. A node is a schema with
// what it refers to put in, and `named` tells what it referred to.

const LANGUAGES = ["sv", "en"];

/** Returns what gives a schema's nodes: `resolved(node)`. */
export const resolver = (schema) => (node) => {
  if (!node.$ref) return node;
  const named = node.$ref.split("/").at(-1);
  return { ...schema.$defs[named], ...node, named };
};

/** Whether a node holds something in Swedish and in English, side by side. */
export const isBoth = ({ properties }) =>
  Boolean(properties) && Object.keys(properties).length === 2 && LANGUAGES.every((language) => language in properties);

/** Whether a node is a text, of which one language may be missing. */
export const isText = (node) => isBoth(node) && !node.required && node.properties.sv.type === "string";

/** Splits a help text into what it names, which is its first sentence, and the rest. */
export const named = (help) => {
  const [first, ...rest] = help.split(/(?<=[.?!]) (?=[A-ZÅÄÖ{])/);
  return [first.replace(/\.$/, ""), rest.join(" ")];
};

const word = (node, number, today) => {
  if (node.default !== undefined && typeof node.default !== "object") return String(node.default);
  if (node.examples && node.examples.length > number && !isVague(node)) return plain(node.examples[number]);
  if (node.format === "date") return today;
  return undefined;
};

/** Whether examples say what a value may look like instead of what it begins as. */
const isVague = (node) => node["x-code"] === "invalid-form" || (node.type === "string" && node.examples.length > 1 && node["x-code"] === "invalid-duration");

const plain = (example) => (Array.isArray(example) ? example : String(example));

/** Returns what a required field of a new entry begins as: `number` is its place in the list that it stands in. */
export const initial = (node, resolved, today, number = 0) => {
  const { type, properties, required = [], items } = node;
  if (type === "array") {
    if (node.examples) return word(node, number, today);
    if (items.enum) return [];
    return Array.from({ length: node.minItems ?? 1 }, (_, place) => initial(resolved(items), resolved, today, place) ?? "");
  }
  if (!properties) return word(node, number, today);
  return Object.fromEntries(Object.entries(properties)
    .filter(([name]) => required.includes(name) || resolved(properties[name]).examples)
    .map(([name, field]) => [name, initial(resolved(field), resolved, today, number)])
    .filter(([, value]) => value !== undefined));
};

/** Returns a value with its numbers and flags as such, for a validator: files hold text alone. */
export const typed = (value, node, resolved) => {
  if (Array.isArray(value)) return node.items ? value.map((item) => typed(item, resolved(node.items), resolved)) : value;
  if (value && typeof value === "object") {
    const { properties = {} } = node;
    return Object.fromEntries(Object.entries(value).map(([name, item]) =>
      [name, properties[name] ? typed(item, resolved(properties[name]), resolved) : item]));
  }
  if (node.type === "integer" && /^-?\d+$/.test(value)) return Number(value);
  if (node.type === "boolean" && ["true", "false"].includes(value)) return value === "true";
  return value;
};

/** Whether a value has the shape that a node asks for: lists and records in their places, and text elsewhere. */
export const fits = (value, node, resolved) => {
  if (value === undefined) return true;
  if (node.type === "array") return Array.isArray(value) && value.every((item) => fits(item, resolved(node.items), resolved));
  if (!node.properties) return typeof value === "string";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(node.properties).every(([name, child]) => fits(value[name], resolved(child), resolved));
};

/** Returns the node at a path of names and places. */
export const nodeAt = (node, path, resolved) =>
  path.reduce((at, step) => at && resolvedChild(at, step, resolved), node);

const resolvedChild = (node, step, resolved) => {
  const child = typeof step === "number" ? node.items : node.properties?.[step];
  return child && resolved(child);
};
