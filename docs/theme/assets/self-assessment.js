// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The form of the self-assessment: alone or several, shown on this page alone.
// Answers leave the browser in no other way than by a link that the reader asks
// for, and are kept only while the reader has ticked that they shall be.
{
  const KEY = "spelbok:self-assessment";
  const form = document.getElementById("assess");
  const say = form.dataset;
  const find = (name) => form.querySelector(name);
  const sets = [...form.querySelectorAll("[data-name]")];
  const names = sets.map((set) => set.dataset.name);
  const statements = sets.map((set) => {
    const links = [...set.querySelectorAll(".sb-begin a")].map((link) => [link.getAttribute("href"), link.textContent]);
    return {
      principle: set.dataset.principle,
      text: set.querySelector("legend").textContent.trim(),
      practices: links.map(([address]) => address),
      titles: new Map(links),
    };
  });
  const principles = [...new Set(statements.map(({ principle }) => principle))].map((id) => ({
    title: document.getElementById(id).textContent.trim(),
    places: statements.flatMap(({ principle }, place) => (principle === id ? [place] : [])),
  }));
  const status = find(".sb-assess__status");
  const paste = document.getElementById("paste");

  /** Answers that are in, besides those in the form: only a group has any. */
  let others = [];
  /** What "start again" took away, to undo it. */
  let removed = null;

  const isGroup = () => form.elements.mode.value === "group";
  const current = () => names.map((name) => form.elements[name].value || "-").join("");
  const people = () => [...(isGroup() ? others : []), current()].filter(Answers.answered);
  const fill = (answers) => names.forEach((name, place) => {
    for (const radio of form.elements[name]) radio.checked = radio.value === answers[place];
  });
  const empty = "-".repeat(names.length);

  const tell = (text) => (status.textContent = text);

  // A browser may refuse to keep anything: the form works all the same.
  const keep = () => {
    if (!form.elements.keep.checked) return;
    const state = { mark: Answers.mark(names), group: isGroup(), others, answers: current() };
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
    } catch {}
  };
  const forget = () => {
    try {
      localStorage.removeItem(KEY);
    } catch {}
  };

  const draw = () => {
    const done = [...current()].filter((sign) => sign !== "-").length;
    find(".sb-assess__progress").textContent = say.progress.replace("{done}", done).replace("{all}", names.length);
    find(".sb-assess__group").hidden = find("[data-do=next]").hidden = !isGroup();
    find(".sb-assess__people").hidden = others.length === 0;
    find(".sb-assess__people ul").replaceChildren(...others.map((_, index) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.remove = index;
      button.textContent = say.remove.replace("{number}", index + 1);
      item.append(`${say.person.replace("{number}", index + 1)} `, button);
      return item;
    }));
    find("[data-do=clear]").textContent = removed ? say.undo : say.clear;
  };

  /** After a change: what the page shows follows the answers. */
  const update = () => {
    draw();
    keep();
    if (!Result.section.hidden && people().length) Result.show(people(), statements, principles);
  };

  const restore = (group, more, answers) => {
    form.elements.mode.value = group ? "group" : "alone";
    others = more;
    fill(answers);
  };

  const showResult = () => {
    if (!people().length) return tell(say.empty);
    tell("");
    Result.show(people(), statements, principles);
    Result.section.querySelector("h2").focus();
  };

  const next = () => {
    if (!Answers.answered(current())) return tell(say.empty);
    others.push(current());
    fill(empty);
    removed = null;
    update();
    tell(say.next.replace("{number}", others.length));
    sets[0].querySelector("input").focus();
  };

  const clear = () => {
    const before = { group: isGroup(), others, answers: current() };
    if (removed) restore(removed.group, removed.others, removed.answers);
    else restore(before.group, [], empty);
    removed = removed ? null : before;
    Result.section.hidden = true;
    update();
    tell(removed ? say.cleared : "");
  };

  const addLinks = () => {
    const lines = paste.value.split(/\s+/).filter(Boolean);
    const read = lines.map((line) => Answers.read(names, line));
    others.push(...read.flatMap((found) => found ?? []));
    paste.value = lines.filter((_, index) => !read[index]).join("\n"); // What could not be read stays.
    update();
    tell(say.pasted.replace("{added}", read.filter(Boolean).length).replace("{all}", lines.length));
  };

  const remove = (index) => {
    others.splice(index, 1);
    update();
    tell(say.removed.replace("{number}", index + 1));
    form.elements.mode[1].focus(); // The button that had it is gone.
  };

  const link = async () => {
    const field = document.getElementById("link");
    const said = Result.section.querySelector("[role=status]");
    field.value = new URL(`#${Answers.write(names, people())}`, location.href.split("#")[0]).href;
    field.parentElement.hidden = false;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = say.copied;
    } catch {
      said.textContent = say.made;
    }
  };

  const actions = { next, clear, paste: addLinks, link, print: () => print() };

  form.addEventListener("change", (event) => {
    if (event.target === paste) return;
    if (event.target.name === "keep" && !event.target.checked) forget();
    removed = null;
    tell("");
    update();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    showResult();
  });
  document.addEventListener("click", ({ target }) => {
    if (target.dataset?.remove) remove(Number(target.dataset.remove));
    else actions[target.dataset?.do]?.();
  });

  const readKept = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      if (kept?.mark !== Answers.mark(names)) return;
      if (!Answers.areWhole(names, kept.others) || !Answers.areWhole(names, [kept.answers])) return forget();
      form.elements.keep.checked = true;
      restore(Boolean(kept.group), kept.others, kept.answers);
    } catch {}
  };

  /** Opens a shared link: one person's answers fill the form, a group's are in. */
  const readAddress = () => {
    if (!location.hash.startsWith("#answers=")) return;
    const found = Answers.read(names, location.hash);
    if (!found) return tell(say.unreadable);
    form.elements.keep.checked = false; // Somebody else's answers never replace what is kept.
    restore(found.length > 1, found.length > 1 ? found : [], found.length > 1 ? empty : found[0]);
    draw();
    showResult();
  };

  for (const line of form.querySelectorAll(".sb-begin")) line.hidden = true;
  readKept();
  draw();
  readAddress();
  addEventListener("hashchange", readAddress);
}
