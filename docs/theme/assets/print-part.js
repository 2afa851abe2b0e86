// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Buttons that print one part of a page alone: data-print-part names it, and
// teaching.css leaves out the rest.

export const printPart = (button) => {
  const root = document.documentElement;
  button.addEventListener("click", () => {
    root.dataset.print = button.dataset.printPart;
    addEventListener("afterprint", () => delete root.dataset.print, { once: true });
    print();
  });
};
