// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The form of an entry, drawn from a schema. Each part of it is
//   {element, read(), at(path), tell(messages), focus()}:
// what it reads as, the part at a path inside it, and what is said beside it. A
// part that nobody has touched reads as the very value that it was drawn from,
// so that a form keeps what it cannot show.

import { make } from "./elements.js";
import { listing } from "./entry-list.js";
import { wellFormed } from "./hidden-characters.js";
import { suggest } from "./entry-names.js";
import { initial, isBoth, isText, named } from "./entry-schema.js";
import { equal } from "./entry-yaml.js";

const LINE = 80; // Texts of at most so many characters are written on one line.
const unique = ((count) => () => `write-${(count += 1)}`)(0);

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

/**
 * Returns what draws an entry. `context` is {language, say, resolved, terms,
 * entries, today, isNew, changed(), announce()}.
 */
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
      const text = wellFormed(control.value).replaceAll("\r\n", "\n").trim();
      if (!spot.prose) return text.split("\n").map((line) => line.trim()).filter(Boolean).join(" ") || undefined;
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

  const list = (node, value = [], spot = {}, single = false) => {
    const child = single ? node : resolved(node.items);
    const inside = listing({
      say, single, announce: context.announce, changed: context.changed,
      own: helped(spot.help, spot.label ?? spot.name).label,
      drawn: (content) => draw(child, content, { label: "", lang: spot.lang, plain: single }),
      blank: (number) => initial(child, resolved, context.today, number),
    }, value);
    return group(spot, inside.elements, inside);
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
