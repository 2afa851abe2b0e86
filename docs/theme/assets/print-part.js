// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Buttons that print one part of a page alone: data-print-part names it, and
// teaching.css leaves out the rest.

const root = document.documentElement;

for (const button of document.querySelectorAll("[data-print-part]")) {
  button.addEventListener("click", () => {
    root.dataset.print = button.dataset.printPart;
    addEventListener("afterprint", () => delete root.dataset.print, { once: true });
    print();
  });
}
