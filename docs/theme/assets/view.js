// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Who the page is shown for. Participants do not see what is marked for the
// facilitator alone, on screen or on paper.

import { read, write } from "./page-state.js";

export const view = (set) => {
  const choices = [...set.querySelectorAll("input")];
  const marked = [...document.querySelectorAll("[data-who]")];

  /** Takes the headings that are not shown out of the page's contents. */
  const list = () => {
    for (const heading of marked.flatMap((part) => [...part.querySelectorAll("[id]")])) {
      const shown = heading.checkVisibility();
      for (const link of document.querySelectorAll(`nav a[href="#${heading.id}"]`)) link.closest("li").hidden = !shown;
    }
  };

  const show = (view) => {
    document.documentElement.dataset.view = view || "facilitator";
    for (const choice of choices) choice.checked = choice.value === view;
    list();
  };

  for (const choice of choices) {
    choice.addEventListener("change", () => {
      write({ view: choice.value });
      show(choice.value);
    });
  }
  write({}); // The link to the other language takes what the reader came with.
  show(choices.some((choice) => choice.value === read("view")) ? read("view") : "");
};
