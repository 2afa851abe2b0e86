// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The menu on narrow screens: a button that opens the sidebar as a drawer.
// Closed, none of its links can be reached (spelbok.css). Esc, a tap outside
// and moving on by keyboard close it.

export const menu = (button) => {
  const list = document.getElementById(button.getAttribute("aria-controls"));
  const drawer = list.closest(".md-sidebar");

  const isOpen = () => document.body.classList.contains("sb-open");
  const show = (open) => {
    document.body.classList.toggle("sb-open", open);
    button.setAttribute("aria-expanded", String(open));
  };

  button.addEventListener("click", () => {
    show(!isOpen());
    if (isOpen()) list.querySelector("a").focus();
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && !drawer.contains(event.target) && !button.contains(event.target)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      show(false);
      button.focus();
    }
  });
  list.addEventListener("focusout", (event) => {
    if (isOpen() && event.relatedTarget && !list.contains(event.relatedTarget)) show(false);
  });
};
