// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Times of day as minutes after midnight, and as the page's language writes them.

const point = document.documentElement.lang === "sv" ? "." : ":";
const DAY = 24 * 60;

/** Reads what a time field holds, as 09:30; null if it holds no time. */
export const minutes = (time) => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match && Number(match[1]) * 60 + Number(match[2]);
};

/** Writes a time of day; after midnight it begins again. */
export const time = (minutes) => {
  const rest = minutes % DAY;
  return `${String(Math.floor(rest / 60)).padStart(2, "0")}${point}${String(rest % 60).padStart(2, "0")}`;
};

export const span = (from, to) => `${time(from)}–${time(to)}`;

/** Writes a length of time as hours and minutes: 1:05. */
export const length = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
