// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The page with the form: which entry, the form itself, its draft, the file that
// it makes, and how to hand that in. Nothing is sent from here.

import { fill, make } from "./elements.js";
import { checker } from "./entry-check.js";
import { showClashes } from "./entry-clash.js";
import { draftOf } from "./entry-draft.js";
import { drawer } from "./entry-form.js";
import { save, showFile } from "./entry-hand-in.js";
import { clear } from "./hidden-characters.js";
import { beginning } from "./entry-merge.js";
import { Report } from "./entry-report.js";
import { fits, initial, resolver } from "./entry-schema.js";
import { changed as changedFile, equal, fresh, values } from "./entry-yaml.js";
import { read, write } from "./page-state.js";

const PAUSE = 250; // Milliseconds without a key before what follows from the form is made anew.
const MOST = 512 * 1024; // Bytes of a file that the check reads: MAX_BYTES of source.py.

const language = document.documentElement.lang;
const page = document.querySelector(".sb-write");
const say = page.dataset;
const find = (selector) => page.querySelector(selector);
const [choice, form] = [find(".sb-write__choice"), find(".sb-write__fields")];
const collator = new Intl.Collator(language);

const get = async (address, how, options = {}) => {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer[how]();
};

/** Returns the file of an entry as the site has it now: never the copy that the browser has kept. */
const fileOf = async (id) => {
  const text = await get(say.entry.replace("ID", id), "text", { cache: "no-store" });
  return text.replaceAll("\r\n", "\n");
};

const localised = (text) => text[language] ?? Object.values(text)[0];
const announce = (text) => (find(".sb-write__status").textContent = text);

let finish = () => {}; // Takes in what was written last, before another entry is opened or the page is left.
let renew = () => {}; // Looks whether the entry has changed on the site.
addEventListener("pagehide", () => finish());
addEventListener("visibilitychange", () => (document.hidden ? finish() : renew()));

// --- The form --------------------------------------------------------------------

/** What the form needs to know of the rest of the playbook. */
const surroundings = ({ catalogue, vocabulary }, own) => ({
  terms: (name, ids) => ids.map((id) => [id, localised(vocabulary[name][id].label)]),
  entries: (kind) => catalogue.entries
    .filter((entry) => (!kind || entry.kind === kind) && entry.id !== own && entry.status === "published")
    .map((entry) => [entry.id, localised(entry.title)])
    .sort(([, one], [, other]) => collator.compare(one, other)),
});

/** Draws a form on what it begins with; without the draft if that is not drawable. */
const drawn = (draw, draft, target, begun, schema, resolved) => {
  if (draft && fits(draft.value, schema, resolved)) {
    try {
      const start = beginning(draft, target, begun);
      return { root: draw(schema, start.value), ...start, draft };
    } catch {} // Of a form that no longer is.
  }
  return { root: draw(schema, begun), ...beginning(null, target, begun), draft: null };
};

/** Says what became of the draft. */
const tellDraft = ({ draft, isBehind }, raw) => {
  const time = draft && new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(draft.saved);
  const restored = draft ? [fill(say.restored, { time }), isBehind ? say.behind : ""] : [raw === null ? "" : say.broken];
  find(".sb-write__restored").textContent = restored.filter(Boolean).join(" ");
  find("[data-do=erase]").hidden = raw === null;
  find("[data-do=broken]").hidden = raw === null || Boolean(draft);
  find("[data-do=broken]").onclick = () => save("draft.json", raw, "application/json");
};

/** Takes invisible characters out of a control, and says so beside it and aloud. */
const clean = (control) => {
  if (!control.matches("textarea, input[type=text]")) return;
  const count = clear(control);
  const note = find(".sb-write__taken");
  note.hidden = !count;
  if (!count) return;
  note.textContent = fill(say.takenOut, { count });
  control.after(note);
  announce(note.textContent);
};

/** Opens the form on an entry: `target` is {kind, folder, id, title, isNew, source, schema}. */
const open = (target, known) => {
  const { schema, source, isNew } = target;
  const resolved = resolver(schema);
  const check = checker(schema);
  const kept = draftOf(`${target.kind}:${target.id}`);
  const stored = kept.load();
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
  const start = drawn(drawer(context), target.draft ?? stored.draft, target, begun, schema, resolved);
  const { root, clashes } = start;
  root.at(["id"]).element.querySelector("input").readOnly = !isNew;
  const report = new Report(page, root);

  const fileWith = (value) => (isNew ? fresh(target.kind, value) : changedFile(source, value));
  const problems = (value) => {
    const taken = isNew && known.catalogue.entries.some(({ id }) => id === value.id);
    const size = new TextEncoder().encode(fileWith(value)).length;
    return [
      ...check(value),
      ...(taken ? [{ path: ["id"], code: "taken", values: { value: value.id } }] : []),
      ...(size > MOST ? [{ path: [], code: "file-too-large", values: { size: Math.floor(size / 1024), limit: MOST / 1024 } }] : []),
    ];
  };
  const result = () => {
    const value = root.read() ?? {};
    showFile(page, { ...target, id: isNew ? value.id ?? target.kind : target.id }, fileWith(value));
    return value;
  };
  const keep = (value) => {
    const draft = { value, source, saved: Date.now() };
    const isKept = kept.save(draft);
    find(".sb-write__unkept").textContent = isKept ? "" : say.unkept;
    return draft;
  };
  const update = () => {
    timer = clearTimeout(timer);
    const value = result();
    report.show(problems(value));
    keep(value);
    find("[data-do=erase]").hidden = false;
    find("[data-do=broken]").hidden = true; // The draft that could not be read is no more.
  };

  form.oninput = ({ target: control, inputType }) => {
    if (["insertFromPaste", "insertFromDrop"].includes(inputType)) clean(control);
    context.changed();
  };
  form.onchange = ({ target: control }) => {
    clean(control);
    report.touched.add(control.closest(".sb-write__field"));
    context.changed();
  };
  form.onsubmit = (event) => event.preventDefault();
  find("[data-do=check]").onclick = async () => {
    report.all = true;
    report.show(problems(result()));
    if (!find(".sb-write__problems").hidden) find(".sb-write__problems").focus();
    await renew();
  };
  find("[data-do=erase]").onclick = () => {
    if (!confirm(say.eraseSure)) return;
    timer = clearTimeout(timer);
    kept.erase();
    open({ ...target, draft: null }, known);
    announce(say.erased);
  };
  renew = async () => {
    if (isNew || clashes.length) return;
    const now = await fileOf(target.id).catch(() => source);
    if (now === source) return;
    const value = root.read() ?? {};
    timer = clearTimeout(timer);
    open({ ...target, source: now, draft: equal(value, begun) ? null : keep(value) }, known);
    announce(say.behind);
    if (!find(".sb-write__clash").hidden) find(".sb-write__clash").focus();
  };

  tellDraft(start, stored.raw ?? (start.draft && ""));
  find(".sb-write__problems").hidden = true;
  find(".sb-write__result").textContent = "";
  find(".sb-write__first").hidden = true;
  find("h2").textContent = fill(isNew ? say.titleNew : say.titleEdit, { kind: target.name, title: target.title });
  form.replaceChildren(root.element);
  find(".sb-write__entry").hidden = false;
  find(".sb-write__rest").hidden = clashes.length > 0;
  showClashes(page, root, clashes, start.value, (value) => {
    open({ ...target, draft: keep(value) }, known);
    announce(say.clashDone);
    find("h2").focus();
  });
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
    const source = id ? await fileOf(id) : "";
    const target = {
      kind, schema, id, isNew: !id, folder: option.dataset.folder, name: option.textContent.trim().toLocaleLowerCase(language),
      title: which.selectedOptions[0].textContent, source,
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

/** Opens what the address asks for, or says that there is no such thing. */
const begin = async () => {
  const [id, kind] = [read("id"), read("kind")];
  const asked = known.catalogue.entries.find((entry) => entry.id === id);
  const wanted = asked?.kind ?? kind;
  const isKind = [...kinds.options].some(({ value }) => value === wanted);
  if (isKind) kinds.value = wanted;
  list();
  which.value = asked?.id ?? "";
  if (id && !asked) announce(fill(say.noEntry, { id }));
  else if (wanted && !isKind) announce(fill(say.noKind, { kind: wanted }));
  else if (wanted) await start();
};

try {
  const [catalogue, vocabulary] = await Promise.all([get(say.catalogue, "json"), get(say.vocabulary, "json")]);
  known = { catalogue, vocabulary };
  await begin();
} catch {
  announce(say.failed);
}
