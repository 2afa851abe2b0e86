// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// A site that is read from a folder, without a web server. There a link to a folder shows
// a list of files, so links get the name of the page. Browsers refuse modules and data from
// disk, so search and tools do not work: a note says so, and how to have them.

const PAGE = "index.html";

/** Returns an address with the name of the page where it ends in a folder. */
const whole = (address) => {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(address);
  const isFolder = path.endsWith("/") || /(?:^|\/)\.\.?$/.test(path);
  const isHere = !/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith("file:");
  return isFolder && isHere ? `${path.replace(/([^/])$/, "$1/")}${PAGE}${rest}` : address;
};

const mend = (element, name) => {
  const address = element.getAttribute(name);
  if (address && whole(address) !== address) element.setAttribute(name, whole(address));
};

/** Mends what is asked for from here on as well: scripts add links, and change them. */
const mendNear = ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link) mend(link, "href");
};

export const fromDisk = (note) => {
  if (location.protocol !== "file:") return;
  note.hidden = false;
  for (const place of document.querySelectorAll("[data-from-disk]")) place.textContent = place.dataset.fromDisk;
  for (const link of document.querySelectorAll("a[href]")) mend(link, "href");
  for (const form of document.querySelectorAll("form[action]")) mend(form, "action");
  for (const type of ["pointerdown", "focusin", "click"]) addEventListener(type, mendNear, true);
};
