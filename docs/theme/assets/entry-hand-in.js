// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The file that the form makes: shown, to be copied or downloaded, and to be handed in
// on the page of the repository that the publisher names. No address carries the text:
// hosts cut long ones. Nothing is sent from here.

import { fill, make } from "./elements.js";

const PICTURED = "github.com"; // The host whose buttons are named and drawn.

/** Saves a text on the reader's computer. */
export const save = (name, text, type) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: name }).click();
  URL.revokeObjectURL(href);
};

const link = (place, template, parts, words) => {
  const href = fill(template, { ...parts, text: "" });
  const go = { className: "sb-write__go", href, target: "_blank", rel: "noopener", textContent: words };
  place.replaceChildren(template ? make("a", go) : "");
};

/** Which of the steps apply: those of a new file, of a changed one, or without a host. */
const steps = (page, template, isNew) => {
  const host = template && new URL(template).host;
  const way = !template ? "none" : isNew ? "new" : "edit";
  const buttons = host === PICTURED ? "pictured" : "named";
  for (const step of page.querySelectorAll("[data-way]")) {
    const ways = step.dataset.way.split(" ");
    step.hidden = !ways.includes(way) || (ways.includes("pictured") || ways.includes("named") ? !ways.includes(buttons) : false);
  }
  return host;
};

/** Says how the file is handed in, and where. */
const handIn = (page, { folder, id, isNew }) => {
  const { dataset: say } = page;
  const template = isNew ? say.newFile : say.editFile;
  const path = `playbook/${folder}`;
  const host = steps(page, template, isNew);
  const upload = say.uploadFile && new URL(say.uploadFile).host;
  for (const text of page.querySelectorAll("[data-say]")) {
    text.textContent = fill(text.dataset.say, { host: text.closest("[data-upload]") ? upload : host, folder: path, file: `${id}.yml` });
  }
  const parts = { folder: encodeURI(path), file: encodeURI(`${path}/${id}.yml`), name: encodeURIComponent(`${id}.yml`) };
  link(page.querySelector(".sb-write__link"), template, parts, fill(isNew ? say.goNew : say.goEdit, { host }));
  link(page.querySelector(".sb-write__upload"), say.uploadFile, parts, fill(say.goUpload, { host: upload }));
};

/** Shows the file of an entry: `target` is {folder, id, isNew}. */
export const showFile = (page, target, text) => {
  const name = `${target.id}.yml`;
  page.querySelector(".sb-write__file").textContent = text;
  page.querySelector(".sb-write__name code").textContent = `playbook/${target.folder}/${name}`;
  const download = page.querySelector("[data-do=download]");
  download.textContent = fill(page.dataset.download, { file: name });
  download.onclick = () => save(name, text, "application/yaml");
  handIn(page, target);
};
