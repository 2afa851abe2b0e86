// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Copies a page's permanent link. Where the browser does not let a page copy,
// the link is selected, so that the reader can. Without this script the link
// stands there all the same.

const part = document.querySelector(".sb-permanent");
const link = part.querySelector("a");
const button = part.querySelector("button");
const status = part.querySelector("[role=status]");

link.textContent = link.href; // Where the page lies now, be it a preview.
button.hidden = false;
button.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(link.href);
    status.textContent = part.dataset.copied;
  } catch {
    getSelection().selectAllChildren(link);
    status.textContent = part.dataset.selected;
  }
});
