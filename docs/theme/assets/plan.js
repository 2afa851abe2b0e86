// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The page that puts a session together. What is chosen stands in the address
// alone: whoever has the link has the plan, and nothing is stored or sent.

import { length, minutes as readTime, span, time } from "./clock.js";
import { visible } from "./hidden-characters.js";
import { read, write } from "./page-state.js";
import { sessionCartridge } from "./session-cartridge.js";
import { BREAK, breakPart, gaps, moved, parts, timed, total } from "./session.js";

const plan = document.querySelector(".sb-plan");
const say = plan.dataset;
const find = (selector) => plan.querySelector(selector);
/** A name without what cannot be seen, on one line, and no longer than its field. */
const named = (text) => [...visible(text.replace(/\s+/g, " "))].slice(0, name.maxLength).join("").trim();
const [name, start, limit] = ["#session-name", "#start", "#limit"].map(find);
const table = find("table");

const known = new Map([...plan.querySelectorAll(".sb-choice")].map((item) => [item.dataset.id, {
  id: item.dataset.id,
  title: item.querySelector("a").textContent,
  href: item.querySelector("a").href,
  minutes: Number(item.dataset.minutes),
  needs: (item.dataset.needs ?? "").split(" ").filter(Boolean),
  activities: [...item.querySelectorAll("ol > li")].map((activity) => ({
    title: activity.textContent,
    minutes: Number(activity.dataset.minutes),
    pause: "break" in activity.dataset,
  })),
}]));

let session = [];

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const tell = (text, values = {}) => (find(".sb-plan__status").textContent = fill(text, values));

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const said = (number, unit) =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "short" }).format(number);

/** Says a length of time in words. */
const words = (minutes) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && said(hours, "hour"), (rest || !hours) && said(rest, "minute")].filter(Boolean).join(" ");
};

const at = (from, to) => {
  const first = readTime(start.value);
  return first === null ? `${length(from)}–${length(to)}` : span(first + from, first + to);
};

/** A button with a short text, and a name for those who do not see its row. */
const button = (text, label, place, action) => {
  const made = make("button", { type: "button", textContent: text });
  made.setAttribute("aria-label", label);
  made.dataset.at = place;
  made.dataset.action = action;
  return made;
};

const group = ({ part, from, to, activities }, place) => {
  const values = { title: part.title };
  const up = button(say.upShort, fill(say.up, values), place, "up");
  const down = button(say.downShort, fill(say.down, values), place, "down");
  up.disabled = place === 0;
  down.disabled = place === session.length - 1;
  const title = part.href ? make("a", { href: part.href, textContent: part.title }) : part.title;
  const head = make("tr", { className: part.id === BREAK ? "sb-break" : "sb-sheet__part" },
    make("td", { textContent: at(from, to) }),
    make("th", { scope: "rowgroup" }, title),
    make("td", { className: "sb-wide", textContent: words(part.minutes) }),
    make("td", { className: "sb-sheet__do" }, up, down, button(say.removeShort, fill(say.remove, values), place, "remove")));
  const rows = activities.map((activity) => make("tr", { className: activity.pause ? "sb-break" : "" },
    make("td", { textContent: at(activity.from, activity.to) }),
    make("td", { className: "sb-sheet__activity", textContent: activity.title }),
    make("td", { className: "sb-wide", textContent: words(activity.minutes) }),
    make("td", { className: "sb-sheet__do" })));
  return make("tbody", {}, head, ...rows);
};

const sum = () => {
  const all = total(session);
  const most = Number(limit.value);
  const first = readTime(start.value);
  const room = all < most ? say.fits : all === most ? say.full : say.over;
  const values = { total: words(all), limit: words(most), rest: words(most - all), over: words(all - most) };
  return [
    fill(say.total, values),
    most ? fill(room, values) : "",
    first === null ? "" : fill(say.ends, { time: time(first + all) }),
  ].filter(Boolean).join(" ");
};

const gap = ({ part, need, late }) => {
  const values = { title: part.title, need: known.get(need)?.title ?? need };
  const line = make("li", { textContent: `${fill(late ? say.late : say.missing, values)} ` });
  if (late || !known.has(need)) return line;
  const add = make("button", { type: "button", textContent: fill(say.add, { title: values.need }) });
  add.dataset.need = need;
  add.dataset.before = part.id;
  line.append(add);
  return line;
};

/** Shows the session, and puts it into the address. */
const update = () => {
  const shown = timed(session);
  table.replaceChildren(table.caption, table.tHead, ...shown.map(group));
  table.tHead.rows[0].cells[0].textContent = readTime(start.value) === null ? say.fromStart : say.clock;
  find(".sb-sheet__total").textContent = session.length ? sum() : "";
  find(".sb-sheet__total").classList.toggle("sb-sheet__over", Boolean(limit.value) && total(session) > Number(limit.value));
  find(".sb-sheet__gaps").replaceChildren(...gaps(session).map(gap));
  find(".sb-sheet__empty").hidden = session.length > 0;
  find("[data-cartridge]").hidden = session.every((part) => part.id === BREAK);
  for (const part of [table.parentElement, find(".sb-sheet__share")]) part.hidden = !session.length;
  find(".sb-print-title").textContent = [named(name.value), sum()].filter(Boolean).join(". ");
  const chosen = new Set(session.map((part) => part.id));
  for (const box of plan.querySelectorAll(".sb-choice input")) box.checked = chosen.has(box.value);
  write({ items: session.map((part) => part.id).join(","), start: start.value, limit: limit.value, name: named(name.value) });
  find("#copy-plan").textContent = location.href;
};

const focus = (place, action) => {
  const buttons = [...table.querySelectorAll(`[data-at="${place}"]`)];
  const wanted = buttons.find((made) => made.dataset.action === action && !made.disabled);
  (wanted ?? buttons.find((made) => !made.disabled) ?? find("#session")).focus();
};

const change = {
  up: (place) => place - 1,
  down: (place) => place + 1,
};

table.addEventListener("click", ({ target }) => {
  const pressed = target.closest("[data-action]");
  if (!pressed) return;
  const place = Number(pressed.dataset.at);
  const { action } = pressed.dataset;
  const { title } = session[place];
  if (action === "remove") {
    session = session.toSpliced(place, 1);
    update();
    tell(say.removed, { title });
    focus(Math.min(place, session.length - 1), "remove");
  } else {
    const to = change[action](place);
    session = moved(session, place, to);
    update();
    tell(say.moved, { title, place: to + 1, all: session.length });
    focus(to, action);
  }
});

plan.addEventListener("change", ({ target }) => {
  if (!target.closest(".sb-choice")) return;
  const part = known.get(target.value);
  session = target.checked ? [...session, part] : session.filter((other) => other.id !== part.id);
  update();
  tell(`${fill(target.checked ? say.added : say.removed, { title: part.title })} ${sum()}`);
});

find(".sb-sheet__gaps").addEventListener("click", ({ target }) => {
  if (!target.dataset.need) return;
  const part = known.get(target.dataset.need);
  const place = session.findIndex((other) => other.id === target.dataset.before);
  session = session.toSpliced(place, 0, part);
  update();
  tell(`${fill(say.added, { title: part.title })} ${sum()}`);
  focus(place, "remove");
});

find("[data-do=break]").addEventListener("click", () => {
  session = [...session, breakPart(say.break)];
  update();
  tell(`${fill(say.added, { title: say.break })} ${sum()}`);
});

plan.addEventListener("click", async ({ target }) => {
  if (!target.dataset.audience) return;
  tell("");
  try {
    const { name: file, blob } = await sessionCartridge({
      parts: session.filter((part) => part.id !== BREAK),
      title: named(name.value) || find("#session").textContent,
      address: location.href,
      rights: say.rights,
      language: document.documentElement.lang,
      audience: target.dataset.audience,
      folder: say.parts,
    });
    const href = URL.createObjectURL(blob);
    make("a", { href, download: file }).click();
    URL.revokeObjectURL(href);
    tell(say.made, { file });
  } catch {
    tell(say.failed);
  }
});

for (const field of [name, start, limit]) {
  field.addEventListener("input", () => {
    update();
    if (field !== name) tell(sum());
  });
}

session = parts(read("items"), known, say.break);
name.value = named(read("name"));
if (readTime(read("start")) !== null) start.value = read("start");
limit.value = read("limit");
if (limit.selectedIndex < 0) limit.value = "";
update();
