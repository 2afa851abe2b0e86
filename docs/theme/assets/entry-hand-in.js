// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The file that the form makes: shown, to be downloaded, and to be handed in by a
// link that the publisher names. Nothing is sent from here.

import { fill, make } from "./elements.js";

const ADDRESS = 7500; // Longer addresses are refused by servers on the way.

/** What is said of the way to hand in, and what the link is called. */
const words = (say, isNamed, isNew, fits) => {
  if (!isNamed) return [say.handInNone, ""];
  if (!isNew) return [say.handInEdit, say.goEdit];
  return fits ? [say.handInNew, say.goNew] : [say.handInLong, say.goEmpty];
};

/** Says how the file is handed in, and where. */
const handIn = (page, { folder, id, isNew }, text) => {
  const { dataset: say } = page;
  const template = isNew ? say.newFile : say.editFile;
  const host = template && new URL(template).host;
  const path = `playbook/${folder}`;
  const put = { folder: encodeURI(path), file: encodeURI(`${path}/${id}.yml`), name: encodeURIComponent(`${id}.yml`) };
  const whole = fill(template, { ...put, text: encodeURIComponent(text) });
  const fits = whole.length <= ADDRESS;
  const [how, go] = words(say, Boolean(template), isNew, fits);
  page.querySelector(".sb-write__how").textContent = fill(how, { host, folder: path });
  const href = fits ? whole : fill(template, { ...put, text: "" });
  const link = { className: "sb-write__go", href, target: "_blank", rel: "noopener", textContent: fill(go, { host }) };
  page.querySelector(".sb-write__link").replaceChildren(template ? make("a", link) : "");
};

/** Shows the file of an entry: `target` is {folder, id, isNew}. */
export const showFile = (page, target, text) => {
  const { dataset: say } = page;
  page.querySelector(".sb-write__file").textContent = text;
  page.querySelector(".sb-write__name code").textContent = `playbook/${target.folder}/${target.id}.yml`;
  const download = page.querySelector("[data-do=download]");
  download.textContent = fill(say.download, { file: `${target.id}.yml` });
  download.onclick = () => {
    const href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    make("a", { href, download: `${target.id}.yml` }).click();
    URL.revokeObjectURL(href);
  };
  handIn(page, target, text);
};
