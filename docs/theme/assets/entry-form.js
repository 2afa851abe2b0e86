// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The form of an entry, drawn from a schema. Each part of it is
//   {element, read(), at(path), tell(messages), focus()}:
// what it reads as, the part at a path inside it, and what is said beside it. A
// part that nobody has touched reads as the very value that it was drawn from,
// so that a form keeps what it cannot show.

import { fill, make } from "./elements.js";
import { equal } from "./entry-yaml.js";
import { initial, isBoth, isText, named } from "./entry-schema.js";
import { suggest } from "./entry-names.js";

const TITLE = ":scope > legend > span, :scope > label > span";
const LINE = 80; // Texts of at most so many characters are written on one line.
const unique = ((count) => () => `write-${(count += 1)}`)(0);
const isBlank = (value) => value === undefined || (typeof value === "object" && !Object.keys(value).length);

/** Keeps a part's value as it was until the part reads differently. */
const keeping = (part, value) => {
  if (value === undefined) return part;
  const { read } = part;
  const before = read();
  return { ...part, read: () => (equal(read() ?? null, before ?? null) ? value : read()) };
};

/** Shows messages below what they are about; an error makes the control invalid. */
const teller = (control, described) => {
  const place = make("p", { id: unique(), className: "sb-write__message", hidden: true });
  const tell = (messages) => {
    place.hidden = !messages.length;
    place.textContent = messages.map(({ text }) => text).join(" ");
    const isWrong = messages.some(({ warning }) => !warning);
    place.classList.toggle("sb-write__message--wrong", isWrong);
    if (control.matches("input, select, textarea")) control.setAttribute("aria-invalid", String(isWrong));
    const ids = [...described, ...(messages.length ? [place.id] : [])].join(" ");
    if (ids) control.setAttribute("aria-describedby", ids);
    else control.removeAttribute("aria-describedby");
  };
  tell([]);
  return { place, tell };
};

/** Returns what a part is called. */
export const titleOf = ({ element }) => element.querySelector(TITLE)?.textContent ?? "";

/** Returns what draws an entry: `context` is {language, say, resolved, terms, entries, today, isNew, changed(), announce()}. */
export const drawer = (context) => {
  const { language, say, resolved } = context;

  const names = new Intl.DisplayNames([language], { type: "language" });
  const nameOf = (code) => names.of(code).replace(/^./u, (letter) => letter.toLocaleUpperCase(language));

  const helped = (help, name) => {
    const [label, rest] = help ? named(help[language]) : [name, ""];
    return { label, help: rest && make("p", { id: unique(), className: "sb-write__help", textContent: rest }) };
  };

  /** What a label or legend says: what the field is, its name in the file, and whether it may be left out. */
  const caption = (label, spot) => [
    make("span", { textContent: label }),
    spot.name ? make("code", { textContent: spot.name }) : null,
    spot.optional ? make("span", { className: "sb-write__optional", textContent: `(${say.optional})` }) : null,
  ].flatMap((part) => (part ? [part, " "] : []));

  /** A control below its label, with its help and messages. */
  const field = (control, spot, read) => {
    const { label, help } = helped(spot.help, spot.label ?? spot.name);
    control.id = unique();
    const { place, tell } = teller(control, help ? [help.id] : []);
    const title = make("label", { htmlFor: control.id }, ...caption(label, spot));
    const isBox = control.type === "checkbox";
    const element = make("div", { className: `sb-write__field${isBox ? " sb-write__field--box" : ""}` },
      ...(isBox ? [control, title] : [title, help || null]), ...(isBox ? [help || null] : [control]), place);
    const part = { element, read, tell, at: () => part, focus: () => control.focus() };
    return part;
  };

  /** Parts together under a legend. */
  const group = (spot, inside, { at, read }) => {
    const { label, help } = helped(spot.help, spot.label ?? spot.name);
    const element = spot.plain
      ? make("div")
      : make("fieldset", { className: "sb-write__group" }, make("legend", {}, ...caption(label, spot)));
    const { place, tell } = teller(element, help ? [help.id] : []);
    element.append(...[help, ...inside, place].filter(Boolean));
    const part = { element, read, tell, focus: () => element.querySelector("input, select, textarea, button")?.focus() };
    return Object.assign(part, { at: (path) => (path.length && at(path)) || part });
  };

  // --- Words ------------------------------------------------------------------

  const written = (node, value = "", spot = {}) => {
    const isLong = spot.prose || (spot.inText && !(node.maxLength <= LINE));
    const isDate = node.format === "date" && (!value || new RegExp(node.pattern).test(value));
    const control = isLong
      ? make("textarea", { rows: spot.prose ? 5 : 2 })
      : make("input", { type: isDate ? "date" : "text", inputMode: node.type === "integer" ? "numeric" : "" });
    if (spot.lang) control.lang = spot.lang;
    control.value = value.trimEnd();
    return field(control, spot, () => {
      const text = control.value.replaceAll("\r\n", "\n").trim();
      if (!spot.prose) return text.replace(/\s*\n\s*/g, " ") || undefined;
      return text.includes("\n") || (text && value.endsWith("\n")) ? `${text}\n` : text || undefined;
    });
  };

  const option = ([value, textContent]) => make("option", { value, textContent });

  const chosen = (options, value, spot) => {
    const known = options.some(([id]) => id === value) || value === undefined ? options : [...options, [value, value]];
    const control = make("select", {}, ...[["", say.choose], ...known].map(option));
    control.value = value ?? "";
    return field(control, spot, () => control.value || undefined);
  };

  const flag = (node, value, spot) => {
    const control = make("input", { type: "checkbox", checked: (value ?? String(node.default)) === "true" });
    return field(control, spot, () => (control.checked === (node.default ?? false) ? undefined : String(control.checked)));
  };

  const optionsOf = (node) => {
    if ("x-ref" in node) return context.entries(node["x-ref"]);
    if (node["x-vocabulary"]) return context.terms(node["x-vocabulary"], node.enum);
    return node.enum.map((word) => [word, node.enum.includes("sv") ? nameOf(word) : word]);
  };

  /** Several of a few terms: boxes to tick. What is ticked stays in its order. */
  const ticked = (node, value = [], spot = {}) => {
    const options = optionsOf(resolved(node.items));
    const boxes = [...options, ...value.filter((id) => !options.some(([known]) => known === id)).map((id) => [id, id])]
      .map(([id, text]) => [id, make("input", { type: "checkbox", value: id, checked: value.includes(id) }), text]);
    const read = () => {
      const now = boxes.filter(([, box]) => box.checked).map(([id]) => id);
      const ordered = [...value.filter((id) => now.includes(id)), ...now.filter((id) => !value.includes(id))];
      return ordered.length ? ordered : undefined;
    };
    const rows = boxes.map(([, box, text]) => make("label", { className: "sb-write__tick" }, box, text));
    return group(spot, [make("div", { className: "sb-write__ticks" }, ...rows)], { at: () => null, read });
  };

  // --- Parts of parts ---------------------------------------------------------

  const filled = (value) => {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    return fields.length ? Object.fromEntries(fields) : undefined;
  };

  /** Fields by name, in the schema's order; fields that the schema does not know come along unseen. */
  const fields = (node, value = {}, made = (name, child, item, spot) => draw(child, item, spot)) => {
    const shown = Object.entries(node.properties).filter(([name, raw]) => !raw["x-later"] || !context.isNew || name in value);
    const parts = shown.map(([name, raw]) => {
      const child = resolved(raw);
      const optional = !(node.required ?? []).includes(name);
      return [name, made(name, child, value[name], { name, optional, help: child["x-help"] })];
    });
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !shown.some(([known]) => known === name)));
    return {
      parts: new Map(parts),
      elements: parts.map(([, part]) => part.element),
      read: () => filled({ ...Object.fromEntries(parts.map(([name, part]) => [name, part.read()])), ...rest }),
      at: ([name, ...path]) => new Map(parts).get(name)?.at(path),
    };
  };

  const both = (node, value, spot) => {
    const inside = fields(node, value, (name, child, item, { help }) => draw(child, item, {
      label: nameOf(name), help: child.type === "array" ? help : undefined, lang: name,
      inText: isText(node), prose: node.named === "Prose",
    }));
    const { read, at } = inside;
    return group(spot, [make("div", { className: "sb-write__both" }, ...inside.elements)], { at, read });
  };

  const record = (node, value, spot) => {
    const inside = fields(node, value);
    suggest(inside.parts, context.changed);
    return group(spot, inside.elements, { at: inside.at, read: inside.read });
  };

  // --- Lists ------------------------------------------------------------------

  const button = (text, about, action) => {
    const made = make("button", { type: "button" }, text, make("span", { className: "sb-hidden", textContent: ` ${about}` }));
    made.dataset.action = action;
    return made;
  };

  /** A list whose items can be added, taken away and moved; with `single` a group that may be left out. */
  const list = (node, value = [], spot = {}, single = false) => {
    const child = single ? node : resolved(node.items);
    const items = [];
    const rows = make("ol", { className: "sb-write__items" });
    const own = helped(spot.help, spot.label ?? spot.name).label;
    const add = button(say.add, own, "add");
    const label = (number) => fill(say.item, { number });

    const item = (content) => {
      const part = draw(child, content, { label: "", lang: spot.lang, plain: single });
      const bar = make("p", { className: "sb-write__moves" });
      return { part, bar, row: make("li", {}, part.element, bar) };
    };
    /** Numbers the items, and draws the buttons that each has at its place. */
    const settle = () => {
      items.forEach(({ part, bar }, place) => {
        const name = label(place + 1);
        if (!single) part.element.querySelector(TITLE).textContent = name;
        const about = single ? own : `${name}, ${own}`;
        const up = button(say.up, about, "up");
        const down = button(say.down, about, "down");
        up.disabled = place === 0;
        down.disabled = place === items.length - 1;
        bar.replaceChildren(...(single ? [] : [up, down]), button(say.remove, about, "remove"));
      });
      rows.hidden = !items.length;
      add.hidden = single && items.length > 0;
    };
    const put = (content, place = items.length) => {
      const made = item(content);
      items.splice(place, 0, made);
      rows.insertBefore(made.row, rows.children[place] ?? null);
    };
    const focus = (place, action) => {
      const wanted = items[place]?.bar.querySelector(`[data-action=${action}]:not(:disabled)`);
      (wanted ?? items[place]?.bar.querySelector("button:not(:disabled)") ?? add).focus();
    };
    const act = {
      remove(place) {
        items.splice(place, 1)[0].row.remove();
        settle();
        focus(Math.min(place, items.length - 1), "remove");
        context.announce(fill(say.removed, { number: place + 1 }));
      },
      up: (place) => move(place, place - 1, "up"),
      down: (place) => move(place, place + 1, "down"),
    };
    const move = (from, to, action) => {
      const [moving] = items.splice(from, 1);
      items.splice(to, 0, moving);
      rows.insertBefore(moving.row, rows.children[to > from ? to + 1 : to] ?? null);
      settle();
      focus(to, action);
      context.announce(fill(say.moved, { number: from + 1, place: to + 1 }));
    };
    rows.addEventListener("click", ({ target }) => {
      const pressed = target.closest("[data-action]");
      const place = items.findIndex(({ bar }) => bar === pressed?.parentElement);
      if (place < 0) return;
      act[pressed.dataset.action](place);
      context.changed();
    });
    add.addEventListener("click", () => {
      put(initial(child, resolved, context.today, items.length));
      settle();
      items.at(-1).part.focus();
      context.announce(fill(say.added, { number: items.length }));
      context.changed();
    });
    for (const content of value) put(content);
    settle();
    const read = () => {
      const now = items.map(({ part }) => part.read()).filter((content) => !isBlank(content));
      return single ? now[0] : now.length ? now : undefined;
    };
    const at = ([place, ...path]) => {
      if (single) return items[0]?.part.at([place, ...path]);
      const shown = items.filter(({ part }) => !isBlank(part.read())); // Blank items have no place in the file.
      return shown[place]?.part.at(path);
    };
    return group(spot, [rows, make("p", { className: "sb-write__add" }, add)], { at, read });
  };

  // --- Which part a node becomes ----------------------------------------------

  const made = (node, value, spot) => {
    if (node.type === "array") return resolved(node.items).enum ? ticked(node, value, spot) : list(node, value, spot);
    if (isBoth(node)) return both(node, value, spot);
    if (node.properties) return spot.optional ? list(node, value && [value], spot, true) : record(node, value, spot);
    if (node.type === "boolean") return flag(node, value, spot);
    return node.enum || "x-ref" in node ? chosen(optionsOf(node), value, spot) : written(node, value, spot);
  };

  let keeps = !context.isNew;
  const draw = (node, value, spot = {}) => {
    const part = made(node, value, spot);
    return keeps ? keeping(part, value) : part;
  };

  /** Draws all of an entry; what is added later is new, and keeps nothing. */
  return (node, value) => {
    const part = draw(node, value, { plain: true });
    keeps = false;
    return part;
  };
};
