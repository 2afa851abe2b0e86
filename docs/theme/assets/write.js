// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The page with the form: which entry, the form itself, its draft, the file that
// it makes, and how to hand that in. Nothing is sent from here.

import { fill, make } from "./elements.js";
import { checker } from "./entry-check.js";
import { drawer, titleOf } from "./entry-form.js";
import { initial, resolver } from "./entry-schema.js";
import { changed as changedFile, fresh, values } from "./entry-yaml.js";
import { read, write } from "./page-state.js";

const PAUSE = 250; // Milliseconds without a key before what follows from the form is made anew.
const ADDRESS = 7500; // Longer addresses are refused by servers on the way.

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

// --- The draft, in this browser alone ---------------------------------------------

const drafts = (name) => {
  const key = `spelbok:draft:${name}`;
  return {
    load() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    save(draft) {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
      } catch {} // A browser may refuse to keep anything: the form works all the same.
    },
    erase() {
      try {
        localStorage.removeItem(key);
      } catch {}
    },
  };
};

// --- The form --------------------------------------------------------------------

/** What stands beside the problems of an entry, and above them all. */
class Report {
  constructor(root) {
    this.root = root;
    this.told = new Set();
    this.touched = new Set();
    this.all = false;
  }

  text({ path, code, values: given }) {
    const field = path.at(-1) ?? "";
    return fill(page.getAttribute(`data-problem-${code === "long" ? "text-too-long" : code}`) ?? say.problemOther, { field, ...given });
  }

  /** The names of the fields that lead to a path. */
  title(path) {
    const parts = path.map((_, place) => this.root.at(path.slice(0, place + 1)));
    return [...new Set(parts)].map(titleOf).filter(Boolean).join(": ");
  }

  show(problems) {
    const parts = new Map();
    for (const problem of problems) {
      const part = this.root.at(problem.path);
      if (this.all || this.touched.has(part.element)) parts.set(part, [...(parts.get(part) ?? []), { ...problem, text: this.text(problem) }]);
    }
    for (const part of this.told) if (!parts.has(part)) part.tell([]);
    for (const [part, messages] of parts) part.tell(messages);
    this.told = new Set(parts.keys());
    if (this.all) this.summarise(problems.filter(({ warning }) => !warning), problems.filter(({ warning }) => warning));
  }

  summarise(wrong, warnings) {
    const box = find(".sb-write__problems");
    box.hidden = !wrong.length;
    box.querySelector("h3").textContent = fill(say.problems, { count: wrong.length });
    box.querySelector("ul").replaceChildren(...wrong.map((problem) => {
      const link = make("button", { type: "button", className: "sb-write__jump", textContent: `${this.title(problem.path)}: ${this.text(problem)}` });
      link.addEventListener("click", () => this.root.at(problem.path).focus());
      return make("li", {}, link);
    }));
    const more = warnings.length ? fill(say.untranslated, { count: warnings.length }) : "";
    find(".sb-write__result").textContent = [wrong.length ? fill(say.problems, { count: wrong.length }) : say.fine, more].filter(Boolean).join(" ");
    const first = find(".sb-write__first");
    first.hidden = !wrong.length;
    first.textContent = fill(say.mendedFirst, { count: wrong.length });
  }
}

/** Says how the file is handed in, and where. */
const handIn = ({ folder, id, isNew }, text) => {
  const template = isNew ? say.newFile : say.editFile;
  const host = template && new URL(template).host;
  const path = `playbook/${folder}`;
  const put = { folder: encodeURI(path), file: encodeURI(`${path}/${id}.yml`), name: encodeURIComponent(`${id}.yml`) };
  const whole = fill(template, { ...put, text: encodeURIComponent(text) });
  const fits = whole.length <= ADDRESS;
  const [how, go] = !template ? [say.handInNone, ""] : !isNew ? [say.handInEdit, say.goEdit]
    : fits ? [say.handInNew, say.goNew] : [say.handInLong, say.goEmpty];
  find(".sb-write__how").textContent = fill(how, { host, folder: path });
  const link = find(".sb-write__go");
  link.hidden = !template;
  link.textContent = fill(go, { host });
  if (template) link.href = fits ? whole : fill(template, { ...put, text: "" });
};

const showFile = (target, text) => {
  find(".sb-write__file").textContent = text;
  find(".sb-write__name code").textContent = `playbook/${target.folder}/${target.id}.yml`;
  const download = find("[data-do=download]");
  download.textContent = fill(say.download, { file: `${target.id}.yml` });
  download.onclick = () => {
    const href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    make("a", { href, download: `${target.id}.yml` }).click();
    URL.revokeObjectURL(href);
  };
  handIn(target, text);
};

/** What the form needs to know of the rest of the playbook. */
const surroundings = ({ catalogue, vocabulary }, own) => ({
  terms: (name, ids) => ids.map((id) => [id, localised(vocabulary[name][id].label)]),
  entries: (kind) => catalogue.entries
    .filter((entry) => (!kind || entry.kind === kind) && entry.id !== own && entry.status === "published")
    .map((entry) => [entry.id, localised(entry.title)])
    .sort(([, one], [, other]) => collator.compare(one, other)),
});

/** Opens the form on an entry: `target` is {kind, folder, id, title, isNew, source, schema}. */
const open = (target, known) => {
  const { schema, source, isNew } = target;
  const resolved = resolver(schema);
  const check = checker(schema);
  const kept = drafts(`${target.kind}:${target.id}`);
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
  const root = drawer(context)(schema, draft?.value ?? begun);
  root.at(["id"]).element.querySelector("input").readOnly = !isNew;
  const report = new Report(root);

  const problems = (value) => {
    const taken = isNew && known.catalogue.entries.some(({ id }) => id === value.id);
    return [...check(value), ...(taken ? [{ path: ["id"], code: "taken", values: { value: value.id } }] : [])];
  };
  const result = () => {
    const value = root.read() ?? {};
    const text = isNew ? fresh(target.kind, value) : changedFile(source, value);
    showFile({ ...target, id: isNew ? value.id ?? target.kind : target.id }, text);
    return value;
  };
  const update = () => {
    clearTimeout(timer);
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
    clearTimeout(timer);
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
