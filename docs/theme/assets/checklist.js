// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Keeps what a reader ticks on a checklist, in this browser alone, from the
// first tick until the last is taken away. Without this script the boxes can be
// ticked and are forgotten.
export const checklist = (list) => {
  const bar = document.querySelector(".sb-checklist-bar");
  const status = bar.querySelector(".sb-checklist-bar__status");
  const boxes = [...list.querySelectorAll("input")];
  const key = `spelbok:checklist:${list.dataset.checklist}`;

  const show = () => {
    const done = boxes.filter((box) => box.checked).length;
    const text = bar.dataset.status.replace("{done}", done).replace("{all}", boxes.length);
    if (status.textContent !== text) status.textContent = text;
    bar.hidden = done === 0;
  };

  // A browser may refuse to keep anything: the boxes work all the same.
  const keep = () => {
    const state = boxes.filter((box) => box.checked).map((box) => box.value).join(" ");
    try {
      if (state) localStorage.setItem(key, state);
      else localStorage.removeItem(key);
    } catch {}
    show();
  };

  const read = () => {
    let state = "";
    try {
      state = localStorage.getItem(key) ?? "";
    } catch {}
    // A box is known by its text: a line that is worded anew is open again, whatever stood in its place.
    const ticked = new Set(state.split(" "));
    for (const box of boxes) box.checked = ticked.has(box.value);
    show();
  };

  list.addEventListener("change", keep);
  bar.querySelector("button").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    keep();
    boxes[0].focus(); // The button that had it is gone.
  });
  read();
};
