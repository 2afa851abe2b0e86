// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

import { fill, make } from "./elements.js";
import { titleOf } from "./entry-list.js";

const sorted = (problems) => [problems.filter(({ warning }) => !warning), problems.filter(({ warning }) => warning)];

/**
 * What stands beside the fields of a form, and above them all. Problems of a
 * field are told once the reader has left it, and all of them on demand.
 */
export class Report {
  constructor(page, root) {
    this.find = (selector) => page.querySelector(selector);
    this.say = page.dataset;
    this.words = (code) => page.getAttribute(`data-problem-${code}`) ?? this.say.problemOther;
    this.root = root;
    this.told = new Set();
    this.touched = new Set();
    this.all = false;
  }

  text({ path, code, values }) {
    return fill(this.words(code), { field: path.at(-1) ?? "", ...values });
  }

  /** A problem with the names of the fields that lead to it. */
  line(problem) {
    const parts = problem.path.map((_, place) => this.root.at(problem.path.slice(0, place + 1)));
    const names = [...new Set(parts)].map((part) => titleOf(part)?.textContent);
    return [...names, this.text(problem)].filter(Boolean).join(": ");
  }

  show(problems) {
    const parts = new Map();
    for (const problem of problems) {
      const part = this.root.at(problem.path);
      if (!this.all && !this.touched.has(part.element)) continue;
      parts.set(part, [...(parts.get(part) ?? []), { ...problem, text: this.text(problem) }]);
    }
    for (const part of this.told) if (!parts.has(part)) part.tell([]);
    for (const [part, messages] of parts) part.tell(messages);
    this.told = new Set(parts.keys());
    if (this.all) this.summarise(...sorted(problems));
  }

  summarise(wrong, warnings) {
    const { find, say } = this;
    const count = fill(say.problems, { count: wrong.length });
    find(".sb-write__problems").hidden = !wrong.length;
    find(".sb-write__problems h3").textContent = count;
    find(".sb-write__problems ul").replaceChildren(...wrong.map((problem) => make("li", {}, this.jump(problem))));
    find(".sb-write__result").textContent = [
      wrong.length ? count : say.fine,
      warnings.length ? fill(say.untranslated, { count: warnings.length }) : "",
    ].filter(Boolean).join(" ");
    find(".sb-write__first").hidden = !wrong.length;
    find(".sb-write__first").textContent = fill(say.mendedFirst, { count: wrong.length });
  }

  jump(problem) {
    const made = make("button", { type: "button", className: "sb-write__jump", textContent: this.line(problem) });
    made.addEventListener("click", () => this.root.at(problem.path).focus());
    return made;
  }
}
