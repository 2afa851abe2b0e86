// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// A session as a Common Cartridge, made in the browser from the parts that a
// build publishes for each entry. Nothing but those parts is asked for.

import { cartridge, link } from "./cartridge.js";

/** A short name that the same ids always give (FNV-1a, 32 bits): a second import meets the first. */
const digest = (text) => {
  let sum = 0x811c9dc5;
  for (const sign of text) sum = Math.imul(sum ^ sign.codePointAt(0), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
};

/**
 * Makes the cartridge of a session. "parts" are {id, title} in order, "folder" the address that
 * holds /ID-LANGUAGE.json for each. Returns {name, blob}; throws if a part cannot be fetched.
 */
export const sessionCartridge = async ({ parts, title, address, rights, language, audience, folder }) => {
  const identifier = `session-${digest(parts.map(({ id }) => id).join(","))}-${language}-${audience}`;
  const fetched = await Promise.all(parts.map(async ({ id }) => {
    const answer = await fetch(`${folder}/${id}-${language}.json`);
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json())[audience];
  }));
  const about = { id: `about-${identifier}`, title, items: [link(`link-${identifier}`, title, address)] };
  const description = `${parts.map((part) => part.title).join(", ")}. ${address}`;
  const bytes = cartridge({ identifier, language, title, description, rights, folders: [about, ...fetched] });
  return { name: `${identifier}.imscc`, blob: new Blob(bytes, { type: "application/zip" }) };
};
