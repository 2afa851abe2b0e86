// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Draws the result of the self-assessment: a picture, the table that says the
// same, and advice.
const Result = (() => {
  const FIRST = 5; // Pieces of advice that are shown at once.
  const ROW = 3; // The height of a principle in the picture, in rem.
  const section = document.getElementById("result");
  const find = (name) => section.querySelector(name);
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
  const across = (number) => `${2 + number * 43}%`;

  const scale = (height) => [0, 1, 2].flatMap((number) => [
    drawn("line", { class: "axis", x1: across(number), x2: across(number), y1: "1.4rem", y2: `${height}rem` }),
    drawn("text", { class: "tick", x: across(number), y: "0.9rem", "text-anchor": ["start", "middle", "end"][number],
      ...(number === 0 && { dx: "-0.4rem" }) }, wording[number]),
  ]);

  const row = ({ title, average, each }, index) => {
    const top = 1.9 + index * ROW;
    const y = `${top + 1.7}rem`;
    const parts = [drawn("text", { class: "name", x: 0, y: `${top + 0.8}rem` }, title)];
    if (average === null) return parts;
    if (each.length === 1) {
      parts.push(drawn("line", { class: "bar", x1: across(0), x2: across(Math.max(average, 0.02)), y1: y, y2: y }));
    } else {
      parts.push(drawn("line", { class: "range", x1: across(Math.min(...each)), x2: across(Math.max(...each)), y1: y, y2: y }));
      parts.push(...each.map((one) => drawn("circle", { class: "dot", cx: across(one), cy: y, r: "0.22rem" })));
      parts.push(drawn("circle", { class: "mean", cx: across(average), cy: y, r: "0.5rem" }));
    }
    return [...parts, drawn("text", { class: "value", x: "100%", y: `${top + 2}rem`, "text-anchor": "end" }, shown(average))];
  };

  const picture = (rows) => {
    const height = 1.9 + rows.length * ROW;
    const svg = drawn("svg", { role: "img", "aria-labelledby": "chart-caption", "aria-describedby": "table-caption",
      width: "100%", height: `${height}rem` });
    svg.append(...scale(height), ...rows.flatMap(row));
    find(".sb-result__chart").replaceChildren(svg);
  };

  const table = (rows, isGroup) => {
    for (const heading of section.querySelectorAll("[data-group]")) heading.hidden = !isGroup;
    find("tbody").replaceChildren(...rows.map(({ title, average, each, counts }) => {
      const ends = each.length ? [Math.min(...each), Math.max(...each)] : [null, null];
      const name = element("th", title);
      name.scope = "row";
      const figures = [shown(average), ...(isGroup ? ends.map(shown) : []), ...counts];
      return element("tr", "", name, ...figures.map((figure) => element("td", `${figure}`)));
    }));
  };

  const fill = (name, items) => {
    find(name).hidden = items.length === 0;
    find(`${name} > ul`)?.replaceChildren(...items);
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
    const [first, more] = section.querySelectorAll(".sb-result__advice ol");
    first.replaceChildren(...items.slice(0, FIRST));
    more.replaceChildren(...items.slice(FIRST));
    more.start = FIRST + 1;
    more.parentElement.hidden = items.length <= FIRST;
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
