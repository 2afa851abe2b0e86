// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The page that checks the links of a course. What is pasted stays in this
// browser: the catalogue is fetched here, the links are sent nowhere.

import { addresses, index, judge } from "./course-links.js";
import { write } from "./page-state.js";

const language = document.documentElement.lang;
const form = document.querySelector(".sb-course-check");
const say = form.dataset;
const result = document.querySelector(".sb-course-result");
const status = form.querySelector("[role=status]");
const [text, since] = [form.elements.course, form.elements.since];
const STATES = ["unknown", "retired", "changed", "old", "page", "current"]; // What asks for most comes first.

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

let catalogue;

const title = (entry) => entry.title[language] ?? Object.values(entry.title)[0];
const words = (state, what) => say[`${state}${what}`];
const date = (day) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

const link = (address, textContent = address) => make("a", { href: address, textContent });

/** An address as it is told apart from others of the site. */
const short = (address) => address.replace(catalogue.site, "/");

const row = ({ address, entry, better, states }) => {
  const advice = states.map((state) => make("p", {}, words(state, "Advice")));
  if (better) advice.at(-1).append(" ", link(better, short(better)));
  const next = entry?.successor && states.includes("retired") ? make("p", {}, link(entry.successor, short(entry.successor))) : "";
  return make("tr", { className: `sb-course-link sb-course-link--${states[0]}` },
    make("th", { scope: "row" },
      entry ? make("span", { className: "sb-course-link__title", textContent: title(entry) }) : "",
      link(address, short(address))),
    make("td", {},
      make("span", { className: "sb-course-link__state", textContent: states.map((state) => words(state, "Name")).join(", ") }),
      entry ? make("span", { className: "sb-course-link__changed", textContent: fill(say.day, { day: date(entry.changed) }) }) : ""),
    make("td", {}, ...advice, next));
};

const rank = ({ states }) => STATES.indexOf(states[0]);

/** Says how many links are in each state. */
const summary = (judged, others) => {
  const counts = STATES.map((state) => [state, judged.filter(({ states }) => states[0] === state).length]);
  const parts = counts.filter(([, count]) => count).map(([state, count]) => `${words(state, "Name")}: ${count}`);
  return [
    fill(say.found, { count: judged.length }),
    parts.length ? `${parts.join(", ")}.` : "",
    others ? fill(say.others, { count: others }) : "",
  ].filter(Boolean).join(" ");
};

const show = () => {
  const found = index(catalogue);
  const all = addresses(text.value).map((address) => judge(address, found, since.value));
  const judged = all.filter(Boolean).sort((one, other) => rank(one) - rank(other));
  const tell = summary(judged, all.length - judged.length);
  result.hidden = !judged.length;
  result.querySelector("tbody").replaceChildren(...judged.map(row));
  status.textContent = tell;
  if (judged.length) result.querySelector("h2").focus();
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  status.textContent = "";
  if (!addresses(text.value).length) {
    result.hidden = true;
    status.textContent = say.empty;
    return text.focus();
  }
  try {
    catalogue ??= await (await fetch(say.catalogue)).json();
  } catch {
    return void (status.textContent = say.failed);
  }
  show();
});

// A page that is copied brings its links along, which a text field would drop.
text.addEventListener("paste", (event) => {
  const found = addresses(event.clipboardData.getData("text/html"));
  if (!found.length) return;
  event.preventDefault();
  text.setRangeText(`${found.join("\n")}\n`, text.selectionStart, text.selectionEnd, "end");
  status.textContent = fill(say.pasted, { count: found.length });
});

form.querySelector("[type=reset]").addEventListener("click", () => {
  result.hidden = true;
  status.textContent = "";
  text.focus();
});
write({}); // The link to the other language takes what the reader came with.
