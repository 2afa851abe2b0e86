// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Light or dark: as the reader's system says, until the reader says otherwise.
// The choice is kept in this browser, and only once the button is pressed.
//
// It runs before anything is drawn. So it also says that scripts run: what needs them
// stands in its place from the start (spelbok.css), and nothing moves when they come.

(() => {
  const KEY = "spelbok-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");

  const read = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const isDark = () => (read() ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => {
    document.body.dataset.mdColorScheme = isDark() ? "slate" : "default";
    document.querySelector(".sb-theme")?.setAttribute("aria-pressed", String(isDark()));
  };

  document.documentElement.classList.add("sb-scripted");
  show();
  system.addEventListener("change", show);
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".sb-theme");
    if (!button) return;
    button.addEventListener("click", () => {
      try {
        localStorage.setItem(KEY, isDark() ? "light" : "dark");
      } catch {
        return; // Storage is closed: the system's choice stands.
      }
      show();
    });
    show();
  });
})();
