// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The menu on narrow screens: a button that opens the sidebar as a drawer.
// Closed, none of its links can be reached (spelbok.css). Esc, a tap outside
// and moving on by keyboard close it.

const button = document.querySelector(".sb-menu");
const menu = document.getElementById("sb-nav");
const drawer = menu.closest(".md-sidebar");

const isOpen = () => document.body.classList.contains("sb-open");
const show = (open) => {
  document.body.classList.toggle("sb-open", open);
  button.setAttribute("aria-expanded", String(open));
};

button.hidden = false;
button.addEventListener("click", () => {
  show(!isOpen());
  if (isOpen()) menu.querySelector("a").focus();
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
menu.addEventListener("focusout", (event) => {
  if (isOpen() && event.relatedTarget && !menu.contains(event.relatedTarget)) show(false);
});
