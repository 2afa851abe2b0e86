// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The link to the other language keeps the place on the page: ids are the same in both.
// The address is in the link itself, so that it can be opened in a new tab or copied.

export const languageLink = (link) => {
  const follow = () => (link.hash = location.hash);
  addEventListener("hashchange", follow);
  follow();
};
