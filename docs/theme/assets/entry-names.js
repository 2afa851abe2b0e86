// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Ids and the last parts of addresses, suggested from titles as `spelbok new` does.

const MOST = 60;
const LETTERS = { æ: "ae", ø: "o", ß: "ss", "&": " " };

/** Returns a title as the last part of an address: "Öppen dörr" becomes "oppen-dorr". */
export const slug = (text) => {
  const letters = text.toLowerCase().replace(/[æøß&]/g, (letter) => LETTERS[letter])
    .normalize("NFKD").replace(/[^\x00-\x7f]/g, "").replace(/[^a-z0-9]/g, " ");
  const words = letters.split(" ").filter(Boolean);
  while (words.length && words.join("-").length > MOST) words.pop();
  return words.join("-").replace(/^[-0-9]+/, "");
};

/** Fills in id and slug when the title is written, until the reader writes them. */
export const suggest = (parts, changed) => {
  const title = parts.get("title");
  const targets = [["id", [], (text) => text.en ?? text.sv], ["slug", ["sv"], ({ sv }) => sv], ["slug", ["en"], ({ en }) => en]]
    .filter(([name]) => parts.has(name))
    .map(([name, path, from]) => ({ control: parts.get(name).at(path).element.querySelector("input"), from, last: "" }));
  if (!title || !targets.length) return;
  title.element.addEventListener("change", () => {
    const text = title.read();
    if (!text || typeof text !== "object") return;
    for (const target of targets) {
      const { control, last, from } = target;
      if (control.value !== last) continue;
      control.value = target.last = slug(from(text) ?? "");
    }
    changed();
  });
};
