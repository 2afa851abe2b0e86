// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// A button that copies a text of the page: data-copy is its id. Focus stays on the
// button, and what happened is said beside it. Where the browser refuses, the text
// is marked instead, so that the reader can copy it.

export const copy = (button) => {
  const line = button.closest("[data-copied]");
  const status = line.querySelector("[role=status]");
  const source = document.getElementById(button.dataset.copy);
  if (source.href) source.textContent = source.href; // Where the page lies now, be it a preview.
  button.addEventListener("click", async () => {
    status.textContent = "";
    let done = line.dataset.copied;
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      getSelection().selectAllChildren(source);
      done = line.dataset.marked;
    }
    setTimeout(() => (status.textContent = done), 50); // The same words again are said again.
  });
};
