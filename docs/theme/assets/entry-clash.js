// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Where two have changed the same text: both versions side by side, and a choice for
// each. Nothing is chosen beforehand.

import { fill, make } from "./elements.js";
import { titleOf } from "./entry-list.js";
import { withAt } from "./entry-merge.js";
import { shown } from "./entry-yaml.js";

const LANGUAGES = new Set(["sv", "en"]);

/** The names of the fields that lead to a path, as the form shows them. */
const nameOf = (root, path) => {
  const parts = path.map((_, place) => root.at(path.slice(0, place + 1)));
  const names = [...new Set(parts)].map((part) => part && titleOf(part)?.textContent);
  return names.filter(Boolean).join(": ") || path.join(".");
};

const version = (say, value, name, number, side) => {
  const id = `write-clash-${number}-${side}`;
  const radio = make("input", { type: "radio", name, value: side, id });
  const text = make("div", { className: "sb-write__version", textContent: value === undefined ? say.clashNone : shown(value) });
  return make("div", {}, make("p", {}, radio, " ", make("label", { htmlFor: id, textContent: side === "mine" ? say.clashMine : say.clashTheirs })), text);
};

/**
 * Shows clashes of a value in the page; `done(value)` gets it anew once each is decided.
 * Without clashes the place is empty.
 */
export const showClashes = (page, root, clashes, value, done) => {
  const place = page.querySelector(".sb-write__clash");
  const [list, status] = [place.querySelector("form"), place.querySelector("[role=status]")];
  const say = page.dataset;
  place.hidden = !clashes.length;
  status.textContent = "";
  list.replaceChildren(...clashes.map(({ path, mine, theirs }, number) => {
    const set = make("fieldset", {}, make("legend", { textContent: nameOf(root, path) }),
      make("div", { className: "sb-write__both" },
        version(say, mine, `clash-${number}`, number, "mine"), version(say, theirs, `clash-${number}`, number, "theirs")));
    if (LANGUAGES.has(path.at(-1))) for (const text of set.querySelectorAll(".sb-write__version")) text.lang = path.at(-1);
    return set;
  }), make("p", {}, make("button", { type: "submit", textContent: say.clashUse })));
  list.onsubmit = (event) => {
    event.preventDefault();
    const chosen = clashes.map((_, number) => list.elements[`clash-${number}`].value);
    const open = chosen.filter((side) => !side).length;
    if (open) {
      status.textContent = fill(say.clashChoose, { count: open });
      list.querySelector("fieldset:not(:has(:checked)) input").focus();
      return;
    }
    const taken = clashes.filter((_, number) => chosen[number] === "theirs");
    done(taken.reduceRight((all, { path, theirs }) => withAt(all, path, theirs), value));
  };
};
