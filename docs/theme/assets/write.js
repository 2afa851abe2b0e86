// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The page with the form: which entry, the form itself, its draft, the file that
// it makes, and how to hand that in. Nothing is sent from here.

import { fill, make } from "./elements.js";
import { checker } from "./entry-check.js";
import { draftOf } from "./entry-draft.js";
import { drawer } from "./entry-form.js";
import { showFile } from "./entry-hand-in.js";
import { Report } from "./entry-report.js";
import { initial, resolver } from "./entry-schema.js";
import { changed as changedFile, fresh, values } from "./entry-yaml.js";
import { read, write } from "./page-state.js";

const PAUSE = 250; // Milliseconds without a key before what follows from the form is made anew.

const language = document.documentElement.lang;
const page = document.querySelector(".sb-write");
const say = page.dataset;
const find = (selector) => page.querySelector(selector);
const [choice, form] = [find(".sb-write__choice"), find(".sb-write__fields")];
const collator = new Intl.Collator(language);

const get = async (address, how) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer[how]();
};

const localised = (text) => text[language] ?? Object.values(text)[0];
const announce = (text) => (find(".sb-write__status").textContent = text);

let finish = () => {}; // Takes in what was written last, before another entry is opened or the page is left.
addEventListener("pagehide", () => finish());

// --- The form --------------------------------------------------------------------

/** What the form needs to know of the rest of the playbook. */
const surroundings = ({ catalogue, vocabulary }, own) => ({
  terms: (name, ids) => ids.map((id) => [id, localised(vocabulary[name][id].label)]),
  entries: (kind) => catalogue.entries
    .filter((entry) => (!kind || entry.kind === kind) && entry.id !== own && entry.status === "published")
    .map((entry) => [entry.id, localised(entry.title)])
    .sort(([, one], [, other]) => collator.compare(one, other)),
});

/** Draws a draft, or the entry where the draft is of a form that no longer is. */
const drawn = (draft, entry) => {
  try {
    return draft();
  } catch {
    return entry();
  }
};

/** Opens the form on an entry: `target` is {kind, folder, id, title, isNew, source, schema}. */
const open = (target, known) => {
  const { schema, source, isNew } = target;
  const resolved = resolver(schema);
  const check = checker(schema);
  const kept = draftOf(`${target.kind}:${target.id}`);
  const draft = kept.load();
  const today = new Date().toLocaleDateString("sv-SE"); // Year, month, day.
  const begun = isNew ? { ...initial(schema, resolved, today), source: language } : values(source);
  let timer;

  const context = {
    language, say, resolved, today, isNew, announce, ...surroundings(known, target.id),
    changed() {
      clearTimeout(timer);
      timer = setTimeout(update, PAUSE);
    },
  };
  finish = () => timer && update();
  const root = drawn(() => drawer(context)(schema, draft?.value ?? begun), () => drawer(context)(schema, begun));
  root.at(["id"]).element.querySelector("input").readOnly = !isNew;
  const report = new Report(page, root);

  const problems = (value) => {
    const taken = isNew && known.catalogue.entries.some(({ id }) => id === value.id);
    return [...check(value), ...(taken ? [{ path: ["id"], code: "taken", values: { value: value.id } }] : [])];
  };
  const result = () => {
    const value = root.read() ?? {};
    const text = isNew ? fresh(target.kind, value) : changedFile(source, value);
    showFile(page, { ...target, id: isNew ? value.id ?? target.kind : target.id }, text);
    return value;
  };
  const update = () => {
    timer = clearTimeout(timer);
    const value = result();
    report.show(problems(value));
    kept.save({ value, source, saved: Date.now() });
    find("[data-do=erase]").hidden = false;
  };

  form.oninput = context.changed;
  form.onchange = ({ target: control }) => {
    report.touched.add(control.closest(".sb-write__field"));
    context.changed();
  };
  form.onsubmit = (event) => event.preventDefault();
  find("[data-do=check]").onclick = () => {
    report.all = true;
    report.show(problems(result()));
    if (!find(".sb-write__problems").hidden) find(".sb-write__problems").focus();
  };
  find("[data-do=erase]").onclick = () => {
    if (!confirm(say.eraseSure)) return;
    timer = clearTimeout(timer);
    kept.erase();
    open(target, known);
    announce(say.erased);
  };

  const time = draft && new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(draft.saved);
  const behind = draft && draft.source !== source ? ` ${say.behind}` : "";
  find(".sb-write__restored").textContent = draft ? fill(say.restored, { time }) + behind : "";
  find("[data-do=erase]").hidden = !draft;
  find(".sb-write__problems").hidden = true;
  find(".sb-write__result").textContent = "";
  find(".sb-write__first").hidden = true;
  find("h2").textContent = fill(isNew ? say.titleNew : say.titleEdit, { kind: target.name, title: target.title });
  form.replaceChildren(root.element);
  find(".sb-write__entry").hidden = false;
  result();
};

// --- The page --------------------------------------------------------------------

const [kinds, which] = [choice.elements.kind, choice.elements.id];
let known;

const start = async () => {
  const { value: kind } = kinds;
  const option = kinds.selectedOptions[0];
  const id = which.value;
  announce("");
  finish();
  try {
    const schema = await get(say.schema.replace("KIND", kind), "json");
    const source = id ? await get(say.entry.replace("ID", id), "text") : "";
    const target = {
      kind, schema, id, isNew: !id, folder: option.dataset.folder, name: option.textContent.trim().toLocaleLowerCase(language),
      title: which.selectedOptions[0].textContent, source: source.replaceAll("\r\n", "\n"),
    };
    delete schema.properties.$schema; // For data alone.
    open(target, known);
    write({ kind, id });
  } catch {
    find(".sb-write__entry").hidden = true;
    announce(say.failed);
  }
};

const list = () => {
  const own = known.catalogue.entries.filter(({ kind }) => kind === kinds.value)
    .map(({ id, title }) => [id, localised(title)]).sort(([, one], [, other]) => collator.compare(one, other));
  which.replaceChildren(make("option", { value: "", textContent: say.new }),
    ...own.map(([value, textContent]) => make("option", { value, textContent })));
};

choice.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!known) return;
  await start();
  if (!find(".sb-write__entry").hidden) find("h2").focus();
});
kinds.addEventListener("change", () => known && list());

try {
  const [catalogue, vocabulary] = await Promise.all([get(say.catalogue, "json"), get(say.vocabulary, "json")]);
  known = { catalogue, vocabulary };
  const asked = catalogue.entries.find(({ id }) => id === read("id"));
  const kind = asked?.kind ?? read("kind");
  if ([...kinds.options].some(({ value }) => value === kind)) kinds.value = kind;
  list();
  which.value = asked?.id ?? "";
  if (kind) await start();
} catch {
  announce(say.failed);
}
