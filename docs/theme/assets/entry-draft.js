// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The draft of an entry, kept in this browser alone. A browser may refuse to keep
// anything: the form works all the same.

/** Returns what keeps the draft of a name: a kind and an id. */
export const draftOf = (name) => {
  const key = `spelbok:draft:${name}`;
  return {
    load() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    save(draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
      } catch {}
    },
    erase() {
      try {
        localStorage.removeItem(key);
      } catch {}
    },
  };
};
