// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// What answers to the self-assessment mean: values in, values out, no page.
//
// A person's answers are a text with one sign for each statement: 0 not true,
// 1 partly true, 2 true, x do not know, - not answered.
const Answers = (() => {
  const SIGNS = /^[012x-]+$/;
  const MOST = 60; // People in one link.

  /** A short mark of the statements, so that a link is never read with others than its own. */
  const mark = (names) => {
    let hash = 2166136261;
    for (const letter of names.join(" ")) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619);
    return (hash >>> 0).toString(36);
  };

  const write = (names, people) => `answers=${mark(names)}.${people.join(".")}`;

  /** Whether something is a list of people's answers to all statements. */
  const areWhole = (names, people) =>
    Array.isArray(people) && people.every((answers) => typeof answers === "string" && answers.length === names.length && SIGNS.test(answers));

  /** The people's answers in a link or its fragment, or null if they cannot be read. */
  const read = (names, link) => {
    const [, found] = /(?:^|#)answers=([^#&\s]+)$/.exec(link.trim()) ?? [];
    if (!found) return null;
    const [made, ...people] = found.split(".");
    return made === mark(names) && people.length && people.length <= MOST && areWhole(names, people) ? people : null;
  };

  const answered = (answers) => /[012x]/.test(answers);
  const numbers = (people, places) =>
    people.flatMap((answers) => places.map((place) => answers[place])).filter((sign) => sign >= "0" && sign <= "2").map(Number);
  const mean = (list) => (list.length ? list.reduce((sum, one) => sum + one, 0) / list.length : null);

  /** How one principle fares: the average, each person's own average, and how often each answer was given. */
  const score = (people, places) => ({
    average: mean(numbers(people, places)),
    each: people.map((answers) => mean(numbers([answers], places))).filter((one) => one !== null),
    counts: ["0", "1", "2", "x"].map(
      (sign) => people.flatMap((answers) => places.filter((place) => answers[place] === sign)).length),
  });

  /** How far from true each statement is on average, from 0 to 2; null where nobody knows. */
  const distances = (people, statements) =>
    statements.map((_, place) => {
      const average = mean(numbers(people, [place]));
      return average === null ? null : 2 - average;
    });

  /**
   * The practices to begin with, what weighs most first. A practice weighs what
   * its statements lack; between equals the weaker principle comes first.
   */
  const advice = (people, statements) => {
    const far = distances(people, statements);
    const weakness = (principle) =>
      mean(far.filter((one, place) => one !== null && statements[place].principle === principle));
    const found = new Map();
    statements.forEach(({ practices, principle }, place) => {
      if (!far[place]) return;
      for (const practice of practices) {
        const one = found.get(practice) ?? { practice, weight: 0, weakness: weakness(principle), places: [] };
        one.weight += far[place];
        one.places.push(place);
        found.set(practice, one);
      }
    });
    return [...found.values()].sort((a, b) => b.weight - a.weight || b.weakness - a.weakness);
  };

  /** The statements that some find true and others not true, the most divided first. */
  const differing = (people, statements) => {
    const spread = (list) => mean(list.map((one) => (one - mean(list)) ** 2));
    return statements
      .map((_, place) => ({ place, list: numbers(people, [place]) }))
      .filter(({ list }) => list.includes(0) && list.includes(2))
      .sort((a, b) => spread(b.list) - spread(a.list))
      .map(({ place }) => place);
  };

  /** The statements that somebody did not know about. */
  const unknown = (people, statements) =>
    statements.map((_, place) => place).filter((place) => people.some((answers) => answers[place] === "x"));

  return { write, read, mark, areWhole, answered, score, distances, advice, differing, unknown };
})();
