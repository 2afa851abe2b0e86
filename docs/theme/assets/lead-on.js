// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Leads from a permanent or a former address to today's page, with what stands
// after the ? and the #. The page is one of data-sv and data-en: the first of
// the reader's languages that there is, else English, else the only one.
// The address is replaced, so that Back leads to where the reader came from.
{
  const ways = document.currentScript.dataset;
  const wanted = navigator.languages.map((name) => name.toLowerCase().split("-")[0]);
  const language = [...wanted, "en", "sv"].find((name) => name in ways);
  location.replace(ways[language] + location.search + location.hash);
}
