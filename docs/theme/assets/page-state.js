// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// What a reader chose on a page, in the page's address, so that it can be linked.
// Nothing is stored, and the link to the other language carries it along.

const language = document.querySelector(".sb-language");

/** Returns the value of a name in the address, or "". */
export const read = (name) => new URLSearchParams(location.search).get(name) ?? "";

/** Puts values by name into the address; an empty one is taken out. Without any, the link takes what is there. */
export const write = (values) => {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const search = query.size ? `?${query}`.replaceAll("%3A", ":").replaceAll("%2C", ",") : "";
  history.replaceState(history.state, "", location.pathname + search + location.hash);
  if (language) language.search = search;
};
