// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Buttons that copy a text of the page. Focus stays on the button, and what
// happened is said beside it. Where the browser refuses, the text is marked instead.

for (const line of document.querySelectorAll(".sb-copy")) {
  const [button, status] = line.children;
  const source = document.getElementById(button.dataset.copy);
  line.hidden = false;
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
}
