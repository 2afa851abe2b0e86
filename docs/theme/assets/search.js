// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The search page. The index is fetched when somebody asks for something, and
// the query stands in the address; nothing is stored.

import { Index, marked } from "./search-index.js";

const PAUSE = 200; // Milliseconds after a keystroke.
const PAGE = 10; // Hits shown at a time.

const form = document.querySelector(".sb-find");
const [kinds, status, list, more] = ["fieldset", ".sb-find__status", ".sb-hits", ".sb-find__more"].map(
  (name) => form.querySelector(name) ?? document.querySelector(name),
);
const folder = new URL(`${form.dataset.index}/`, location.href);
const root = new URL("../../../", folder);
const stemmer = document.documentElement.lang === "sv" ? new SwedishStemmer() : new EnglishStemmer();
const stem = (word) => stemmer.stemWord(word);

let opened;
let version = "";
let latest = 0;
let timer;
let found = { hits: [], terms: new Set() };

const load = async (name) => {
  const answer = await fetch(new URL(name + version, folder), version ? {} : { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
};

const open = () => {
  opened ??= Index.open(load, stem).then((index) => {
    version = `?v=${index.data.version}`; // Shards of an older site are not mixed in.
    return index;
  });
  return opened;
};

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

const withMarks = (text) =>
  [...marked(text, found.terms, stem)].map(([piece, isHit]) => (isHit ? element("mark", "", piece) : piece));

const kind = () => form.elements.kind.value;
const shown = () => found.hits.filter((hit) => !kind() || hit.kind === kind());

const item = (hit, { title, url, summary }) => {
  const link = element("a", "", ...withMarks(title));
  link.href = new URL(url, root);
  const name = form.querySelector(`input[value="${hit.kind}"] + span`).dataset.one;
  return element(
    "li",
    "",
    element("p", "sb-hits__title", link, " ", element("span", "sb-hits__kind", name)),
    element("p", "", ...withMarks(summary)),
  );
};

/** Show the next hits after those that are shown; return the first of them. */
const extend = async (turn) => {
  const index = await open();
  const next = shown().slice(list.children.length, list.children.length + PAGE);
  const records = await Promise.all(next.map((hit) => index.record(hit.id)));
  if (turn !== latest) return null;
  const items = next.map((hit, number) => item(hit, records[number]));
  list.append(...items);
  more.hidden = list.children.length >= shown().length;
  return items[0];
};

const count = () => {
  for (const radio of form.elements.kind) {
    const number = found.hits.filter((hit) => !radio.value || hit.kind === radio.value).length;
    radio.parentElement.querySelector(".sb-find__count").textContent = `(${number})`;
  }
};

const announce = (query) => {
  const { length } = shown();
  const { one, many, none } = form.dataset;
  status.textContent = !query ? "" : length === 0 ? none : length === 1 ? one : many.replace("{count}", length);
};

const remember = (query) => {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries({ q: query, kind: kind() })) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
};

const show = async (turn, query) => {
  list.replaceChildren();
  more.hidden = true;
  kinds.hidden = !query;
  count();
  await extend(turn);
  if (turn === latest) announce(query);
};

const search = async () => {
  clearTimeout(timer);
  const turn = ++latest;
  const query = form.elements.q.value.trim();
  remember(query);
  list.ariaBusy = "true";
  try {
    const answer = query ? await (await open()).search(query) : { hits: [], terms: new Set() };
    if (turn !== latest) return;
    found = answer;
    await show(turn, query);
  } catch {
    if (turn !== latest) return;
    opened = undefined;
    version = "";
    list.replaceChildren();
    status.textContent = form.dataset.failed;
  }
  if (turn === latest) list.ariaBusy = "false";
};

form.addEventListener("input", (event) => {
  clearTimeout(timer);
  if (event.target === form.elements.q) timer = setTimeout(search, PAUSE);
  else search();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
more.addEventListener("click", async () => (await extend(latest))?.querySelector("a").focus());

const asked = new URLSearchParams(location.search);
form.elements.q.value = asked.get("q") ?? "";
for (const radio of form.elements.kind) radio.checked = radio.value === (asked.get("kind") ?? "");
if (!kind()) form.elements.kind[0].checked = true;
if (form.elements.q.value) search();
