// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// A list of parts of a form that can be added, taken away and moved. Focus stays
// with what was moved, and what happened is announced.

import { fill, make } from "./elements.js";

const TITLE = ":scope > legend > span, :scope > label > span";

/** Returns the element that says what a part is called. */
export const titleOf = ({ element }) => element.querySelector(TITLE);

const isBlank = (value) => value === undefined || (typeof value === "object" && !Object.keys(value).length);

/** A button whose name says more than it shows. */
const button = (text, about, action) => {
  const made = make("button", { type: "button" }, text, make("span", { className: "sb-hidden", textContent: ` ${about}` }));
  made.dataset.action = action;
  return made;
};

/**
 * Returns the elements of a list, what it reads as, and the part at a path.
 * `drawn(content)` draws an item and `blank(number)` is what a new one begins as;
 * `own` is the list's name. With `single` it is one part that may be left out.
 */
export const listing = ({ say, own, single, drawn, blank, announce, changed }, contents) => {
  const items = [];
  const rows = make("ol", { className: "sb-write__items" });
  const add = button(say.add, own, "add");

  /** Numbers the items, and draws the buttons that each has at its place. */
  const settle = () => {
    items.forEach(({ part, bar }, place) => {
      const name = fill(say.item, { number: place + 1 });
      if (!single) titleOf(part).textContent = name;
      const about = single ? own : `${name}, ${own}`;
      const [up, down] = [button(say.up, about, "up"), button(say.down, about, "down")];
      up.disabled = place === 0;
      down.disabled = place === items.length - 1;
      bar.replaceChildren(...(single ? [] : [up, down]), button(say.remove, about, "remove"));
    });
    rows.hidden = !items.length;
    add.hidden = single && items.length > 0;
  };

  const put = (content) => {
    const part = drawn(content);
    const bar = make("p", { className: "sb-write__moves" });
    const row = make("li", {}, part.element, bar);
    items.push({ part, bar, row });
    rows.append(row);
  };

  const focus = (place, action) => {
    const find = (what) => items[place]?.bar.querySelector(`${what}:not(:disabled)`);
    (find(`[data-action=${action}]`) ?? find("button") ?? add).focus();
  };

  const move = (from, to, action) => {
    const [moving] = items.splice(from, 1);
    items.splice(to, 0, moving);
    rows.insertBefore(moving.row, rows.children[to > from ? to + 1 : to] ?? null);
    settle();
    focus(to, action);
    announce(fill(say.moved, { number: from + 1, place: to + 1 }));
  };

  const act = {
    up: (place) => move(place, place - 1, "up"),
    down: (place) => move(place, place + 1, "down"),
    remove(place) {
      items.splice(place, 1)[0].row.remove();
      settle();
      focus(Math.min(place, items.length - 1), "remove");
      announce(fill(say.removed, { number: place + 1 }));
    },
  };

  rows.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-action]");
    const place = items.findIndex(({ bar }) => bar === pressed?.parentElement); // Lists in lists have bars of their own.
    if (place < 0) return;
    act[pressed.dataset.action](place);
    changed();
  });
  add.addEventListener("click", () => {
    put(blank(items.length));
    settle();
    items.at(-1).part.focus();
    announce(fill(say.added, { number: items.length }));
    changed();
  });

  contents.forEach(put);
  settle();

  const read = () => {
    const now = items.map(({ part }) => part.read()).filter((content) => !isBlank(content));
    return single || !now.length ? now[0] : now;
  };
  const at = (path) => {
    if (single) return items[0]?.part.at(path);
    const [place, ...rest] = path;
    const shown = items.filter(({ part }) => !isBlank(part.read())); // Blank items have no place in the file.
    return shown[place]?.part.at(rest);
  };
  return { elements: [rows, make("p", { className: "sb-write__add" }, add)], read, at };
};
