// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Links of a course, judged by the catalogue (/data/v1/catalog.json). Values in,
// values out: nothing here knows the page, and nothing is sent anywhere.

const ADDRESS = /https?:\/\/[^\s"'<>\\]+/gi;
const TAIL = /[.,;:!?)\]}*_]+$/; // What follows an address in running text, and is none of it.

/** Finds the addresses in a text or in the source of a page, each once, in order. What is pasted is never parsed as a page. */
export const addresses = (text) => {
  const found = text.match(ADDRESS) ?? [];
  return [...new Set(found.map((address) => address.replaceAll("&amp;", "&").replace(TAIL, "")))];
};

/** The part of an address that tells pages apart: host and path, whatever the protocol, query and anchor. */
const key = (address) => {
  try {
    const url = new URL(address);
    const path = decodeURIComponent(url.pathname).replace(/index\.html$/, "");
    return url.host + (/\.[a-z0-9]{2,5}$/i.test(path) || path.endsWith("/") ? path : `${path}/`);
  } catch {
    return "";
  }
};

/** Makes of a catalogue what addresses are looked up in. */
export const index = (catalogue) => {
  const known = new Map();
  const put = (address, found) => address && known.set(key(address), found);
  for (const entry of catalogue.entries) {
    put(entry.url, { entry, form: "permanent", better: "" });
    put(entry.data, { entry, form: "permanent", better: "" });
    for (const { url, page, former = [] } of Object.values(entry.languages)) {
      for (const old of former) put(old, { entry, form: "old", better: url });
      put(page, { entry, form: "page", better: url });
      for (const lasting of [url, `${url}embed/`, `${url}qr.svg`]) put(lasting, { entry, form: "permanent", better: "" });
    }
    for (const { url } of entry.packages ?? []) put(url, { entry, form: "permanent", better: "" });
  }
  return { known, site: key(catalogue.site), home: key(catalogue.site) };
};

/**
 * Judges one address. Returns null for another site; else {address, entry, form, better, states}, where
 * form is permanent, page or old, and states are retired, changed, old, page, unknown or, alone, current.
 * "since" is a day as 2026-01-31, or "".
 */
export const judge = (address, { known, site, home }, since) => {
  const wanted = key(address);
  if (!wanted.startsWith(site)) return null;
  if (wanted === home) return { address, entry: null, better: "", states: ["current"] };
  const found = known.get(wanted);
  if (!found) return { address, entry: null, better: "", states: ["unknown"] };
  const states = [
    found.entry.status === "archived" && "retired",
    since && found.entry.changed > since && "changed",
    found.form !== "permanent" && found.form,
  ].filter(Boolean);
  return { address, ...found, states: states.length ? states : ["current"] };
};
