// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Times of day on the run sheet, from when the session starts.

import { minutes, span, time } from "./clock.js";
import { read, write } from "./page-state.js";

export const runSheet = (bar) => {
  const [field, status] = ["input", "[data-ends]"].map((name) => bar.querySelector(name));
  const heading = document.querySelector("[data-clock]");
  const cells = [...document.querySelectorAll(".sb-clock")];
  const elapsed = [heading, ...cells].map((cell) => cell.textContent);

  const show = () => {
    const start = minutes(field.value);
    const times = cells.map((cell) => [start + Number(cell.dataset.from), start + Number(cell.dataset.to)]);
    const texts = start === null ? elapsed : [heading.dataset.clock, ...times.map((pair) => span(...pair))];
    [heading, ...cells].forEach((cell, index) => (cell.textContent = texts[index]));
    status.textContent = start === null ? "" : status.dataset.ends.replace("{time}", time(times.at(-1)[1]));
  };

  field.addEventListener("input", () => {
    write({ start: field.value });
    show();
  });
  if (minutes(read("start")) !== null) field.value = read("start");
  show();
};
