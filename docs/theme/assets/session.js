// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// A session as values: what it holds, when each part begins, and what is missing.
// A part is {id, title, href, minutes, needs: [id], activities: [{title, minutes, pause}]}.

export const BREAK = "break";
const BREAK_MINUTES = 15;
const MOST = 40; // Parts that an address may name.

/** Reads the ids of an address into parts; what is not known, or named twice, is left out. */
export const parts = (text, known, pause) => {
  const seen = new Set();
  const ids = text.split(",").filter((id) => id === BREAK || (known.has(id) && !seen.has(id) && seen.add(id)));
  return ids.slice(0, MOST).map((id) => known.get(id) ?? breakPart(pause));
};

export const breakPart = (title) => ({ id: BREAK, title, href: "", minutes: BREAK_MINUTES, needs: [], activities: [] });

export const total = (session) => session.reduce((sum, part) => sum + part.minutes, 0);

/** Puts each part, and each of its activities, at its minute of the session. */
export const timed = (session) => {
  let at = 0;
  const next = (minutes) => ({ from: at, to: (at += minutes) });
  return session.map((part) => {
    const from = at;
    const activities = part.activities.map((activity) => ({ ...activity, ...next(activity.minutes) }));
    at = from + part.minutes;
    return { part, from, to: at, activities };
  });
};

/** Finds modules whose prerequisites are not there, or come too late: [{part, need, late}]. */
export const gaps = (session) => {
  const place = new Map(session.map((part, index) => [part.id, index]));
  return session.flatMap((part, index) =>
    part.needs.filter((need) => !(place.get(need) < index)).map((need) => ({ part, need, late: place.has(need) })));
};

/** Moves the part at one place to another. */
export const moved = (session, from, to) => {
  const rest = session.toSpliced(from, 1);
  return rest.toSpliced(to, 0, session[from]);
};
