// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
//
// In the preview: shows what is being built, and loads the page anew when there is something new to see.

const sign = document.querySelector(".spelbok-building");
const events = new EventSource(`/_spelbok/events?after=${document.currentScript.dataset.after}`);
events.addEventListener("building", (event) => {
  const words = JSON.parse(event.data);
  sign.textContent = words[document.documentElement.lang] ?? words.en ?? "";
});
events.onmessage = () => location.reload();
