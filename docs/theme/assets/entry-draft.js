// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The draft of an entry, kept in this browser alone: {value, source, saved}, where
// source is the file that the writer began from. A browser may refuse to keep
// anything, or hold something that no form wrote: the form works all the same.

import { wellFormed } from "./hidden-characters.js";

const cleaned = (_, item) => (typeof item === "string" ? wellFormed(item) : item);

const isDraft = (draft) =>
  Boolean(draft?.value) && typeof draft.value === "object" && !Array.isArray(draft.value) &&
  typeof draft.source === "string" && Number.isFinite(draft.saved) && !Number.isNaN(new Date(draft.saved).getTime());

const parsed = (raw) => {
  try {
    const draft = JSON.parse(raw, cleaned);
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
};

/** Returns what keeps the draft of a name: a kind and an id. */
export const draftOf = (name) => {
  const key = `spelbok:draft:${name}`;
  return {
    /** Returns {draft, raw}: the draft or null, and the stored text or null. */
    load() {
      try {
        const raw = localStorage.getItem(key);
        return { draft: raw === null ? null : parsed(raw), raw };
      } catch {
        return { draft: null, raw: null };
      }
    },
    /** Returns whether the browser kept the draft. */
    save(draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    erase() {
      try {
        localStorage.removeItem(key);
      } catch {}
    },
  };
};
