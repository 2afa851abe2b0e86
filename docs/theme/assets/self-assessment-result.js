// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Draws the result of the self-assessment: a picture, the table that says the
// same, and advice.
const Result = (() => {
  const FIRST = 5; // Items that are shown at once; the others open.
  const section = document.getElementById("result");
  const find = (name) => section.querySelector(name);
  const ofGroups = [...section.querySelectorAll("[data-group]")]; // Columns that one person's result has not.
  const average = ofGroups[0].previousElementSibling;
  const wording = section.dataset.answers.split("|");
  const decimal = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const shown = (number) => (number === null ? "–" : decimal.format(number));

  const element = (name, text = "", ...children) => {
    const made = document.createElement(name);
    made.append(text, ...children);
    return made;
  };
  const drawn = (name, attributes, text = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(text);
    return made;
  };

  /** Where a number from 0 to 2 stands across the picture. */
  const across = (number) => `${1 + number * 43}%`;
  const MIDDLE = "0.7rem";

  const marks = ({ average, each }) => {
    if (average === null) return [];
    if (each.length === 1) {
      return [drawn("line", { class: "bar", x1: across(0), x2: across(Math.max(average, 0.02)), y1: MIDDLE, y2: MIDDLE })];
    }
    const ends = { x1: across(Math.min(...each)), x2: across(Math.max(...each)) };
    return [
      drawn("line", { class: "range", ...ends, y1: MIDDLE, y2: MIDDLE }),
      ...each.map((one) => drawn("circle", { class: "dot", cx: across(one), cy: MIDDLE, r: "0.22rem" })),
      drawn("circle", { class: "mean", cx: across(average), cy: MIDDLE, r: "0.5rem" }),
    ];
  };

  const row = (score) => {
    const svg = drawn("svg", { width: "100%", height: "1.4rem" });
    for (const number of [0, 1, 2]) {
      svg.append(drawn("line", { class: "axis", x1: across(number), x2: across(number), y1: 0, y2: "100%" }));
    }
    svg.append(...marks(score), drawn("text", { x: "100%", y: "1rem", "text-anchor": "end" }, shown(score.average)));
    return element("div", "", element("span", score.title), svg);
  };

  // The names stand outside the drawings, so that they wrap on a phone.
  const picture = (rows) => {
    const scale = element("div", "", ...wording.slice(0, 3).map((word) => element("span", word)));
    scale.className = "sb-result__scale";
    find(".sb-result__chart").replaceChildren(scale, ...rows.map(row));
  };

  const table = (rows, isGroup) => {
    if (isGroup) average.after(...ofGroups);
    else for (const heading of ofGroups) heading.remove();
    find("tbody").replaceChildren(...rows.map(({ title, average: mean, each, counts }) => {
      const ends = each.length ? [Math.min(...each), Math.max(...each)] : [null, null];
      const name = element("th", title);
      name.scope = "row";
      const figures = [shown(mean), ...(isGroup ? ends.map(shown) : []), ...counts];
      return element("tr", "", name, ...figures.map((figure) => element("td", `${figure}`)));
    }));
  };

  /** Fills a part of the result: the first items at once, the others in its disclosure. */
  const fill = (name, items) => {
    const part = find(name);
    const [first, more] = ["", "details > "].map((place) => part.querySelector(`:scope > ${place}:is(ol, ul)`));
    part.hidden = items.length === 0;
    first.replaceChildren(...items.slice(0, FIRST));
    more.replaceChildren(...items.slice(FIRST));
    more.parentElement.hidden = items.length <= FIRST;
  };

  const advise = (people, statements) => {
    const far = Answers.distances(people, statements);
    const said = (place) =>
      people.length === 1 ? wording[2 - far[place]] : `${section.dataset.average} ${shown(2 - far[place])}`;
    const items = Answers.advice(people, statements).map(({ practice, places }) => {
      const link = element("a", statements.find(({ practices }) => practices.includes(practice)).titles.get(practice));
      link.href = practice;
      const reasons = places.map((place) => element("li", `${said(place)}: ${statements[place].text}`));
      return element("li", link, element("ul", "", ...reasons));
    });
    fill(".sb-result__advice", items);
    find(".sb-result__nothing").hidden = items.length > 0 || far.every((one) => one === null);
  };

  const list = (places, statements) => places.map((place) => element("li", statements[place].text));

  /** Shows the result of ``people``, each a text of answers, to ``statements``. */
  const show = (people, statements, principles) => {
    const rows = principles.map(({ title, places }) => ({ title, ...Answers.score(people, places) }));
    const isGroup = people.length > 1;
    section.hidden = false;
    find(".sb-result__count").hidden = find(".sb-result__legend").hidden = !isGroup;
    find(".sb-result__count").textContent = section.dataset.count.replace("{number}", people.length);
    picture(rows);
    table(rows, isGroup);
    advise(people, statements);
    fill(".sb-result__differ", list(Answers.differing(people, statements), statements));
    fill(".sb-result__unknown", list(Answers.unknown(people, statements), statements));
    find(".sb-result__link").hidden = true;
    find("[role=status]").textContent = "";
  };

  return { section, show };
})();
