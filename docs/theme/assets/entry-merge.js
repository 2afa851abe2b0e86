// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Two writers of one entry: values in, values out. What one of them changed is taken;
// what both changed in different ways is a clash {path, mine, theirs}, and stays mine
// until the writer has chosen.

import { equal, values } from "./entry-yaml.js";

const same = (one, other) => equal(one ?? null, other ?? null);
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const areLists = (...values) => values.every(Array.isArray) && values.every(({ length }) => length === values[0].length);

/** Merges by name; the order is theirs, and what is mine alone comes last. */
const records = (base, mine, theirs, path) => {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const parts = names.map((name) => [name, merged(base[name], mine[name], theirs[name], [...path, name])]);
  return {
    value: Object.fromEntries(parts.filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value])),
    clashes: parts.flatMap(([, { clashes }]) => clashes),
  };
};

const lists = (base, mine, theirs, path) => {
  const parts = mine.map((item, place) => merged(base[place], item, theirs[place], [...path, place]));
  return { value: parts.map(({ value }) => value), clashes: parts.flatMap(({ clashes }) => clashes) };
};

/** Merges what two made of the same base. Returns {value, clashes}. */
export const merged = (base, mine, theirs, path = []) => {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes: [] };
  if (same(base, mine)) return { value: theirs, clashes: [] };
  if (isRecord(mine) && isRecord(theirs)) return records(isRecord(base) ? base : {}, mine, theirs, path);
  if (areLists(base, mine, theirs)) return lists(base, mine, theirs, path);
  return { value: mine, clashes: [{ path, mine, theirs }] };
};

/** Returns a value with another one at a path; `undefined` takes the place away. */
export const withAt = (value, [step, ...path], item) => {
  if (step === undefined) return item;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = withAt(copy[step], path, item);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return Array.isArray(copy) ? copy.filter((one) => one !== undefined) : copy;
};

const valuesOf = (source) => {
  try {
    return values(source) ?? {};
  } catch {
    return {};
  }
};

/** What a form begins with, of a draft and the entry as it is now: {value, clashes, isBehind}. */
export const beginning = (draft, { source, isNew }, begun) => {
  const isBehind = Boolean(draft) && !isNew && draft.source !== source;
  if (!isBehind) return { value: draft?.value ?? begun, clashes: [], isBehind };
  return { ...merged(valuesOf(draft.source), draft.value, begun), isBehind };
};
