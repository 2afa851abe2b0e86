// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Explains a glossary term where it stands: on focus, hover and tap. Without
// this script a term is a link to the glossary.

const open = (link) => {
  const definition = document.getElementById(`term-${link.dataset.term}`);
  if (definition.matches(":popover-open")) return;
  definition.showPopover();
  const place = link.getBoundingClientRect();
  const below = place.bottom + definition.offsetHeight + 8 < innerHeight;
  const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - definition.offsetWidth - 8));
  definition.style.left = `${left + scrollX}px`;
  definition.style.top = `${(below ? place.bottom + 6 : place.top - definition.offsetHeight - 6) + scrollY}px`;
};

export const term = (link) => {
  link.setAttribute("aria-describedby", `term-${link.dataset.term}`);
  link.addEventListener("mouseenter", () => open(link));
  link.addEventListener("focus", () => open(link));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    open(link);
  });
};
