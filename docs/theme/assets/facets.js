// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Filters the cards of an index: all facets must fit, and of each facet one of
// the ticked values. What is ticked stands in the address. Without this script
// the form stays hidden and the full list stands.
export const facets = (form) => {
  const [details, status, clear] = ["details", "[role=status]", ".sb-facets__bar button"].map((name) =>
    form.querySelector(name));
  const boxes = [...form.elements].filter((field) => field.type === "checkbox");
  const cards = [...document.querySelectorAll(".sb-cards > li")];
  const groups = [...document.querySelectorAll("section")].filter((group) => group.querySelector(".sb-cards"));
  const language = document.querySelector(".sb-language");

  /** What each card is found under, facet to values: read once, when first asked for. */
  const found = new Map();
  const read = (card) => new Map(Object.entries(card.dataset).map(([name, values]) => [name, new Set(values.split(" "))]));
  const has = (card, name, value) => {
    if (!found.has(card)) found.set(card, read(card));
    return found.get(card).get(name)?.has(value);
  };

  /** The ticked values by facet. */
  const choices = () => {
    const chosen = new Map();
    for (const box of boxes.filter((box) => box.checked)) {
      chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
    }
    return chosen;
  };

  const fits = (card, chosen, except) =>
    [...chosen].every(([name, values]) => name === except || values.some((value) => has(card, name, value)));

  /** Says how many cards each value would show, given what the other facets ask for. */
  const count = (chosen) => {
    for (const box of boxes) {
      const number = cards.filter((card) => has(card, box.name, box.value) && fits(card, chosen, box.name)).length;
      const label = box.closest("label");
      label.querySelector(".sb-facets__count").textContent = `(${number})`;
      label.classList.toggle("sb-facets__empty", number === 0);
    }
  };

  const show = (chosen) => {
    for (const card of cards) card.hidden = !fits(card, chosen);
    for (const group of groups) group.hidden = !group.querySelector(".sb-cards > li:not([hidden])");
    const gone = new Set(groups.filter((group) => group.hidden).map((group) => group.getAttribute("aria-labelledby")));
    for (const link of document.querySelectorAll("nav a[href^='#']")) {
      link.closest("li").hidden = gone.has(link.hash.slice(1));
    }
    const shown = cards.filter((card) => !card.hidden).length;
    status.textContent = shown
      ? form.dataset.status.replace("{shown}", shown).replace("{all}", cards.length)
      : form.dataset.none;
  };

  const update = () => {
    const chosen = choices();
    const query = new URLSearchParams([...chosen].flatMap(([name, values]) => values.map((value) => [name, value])));
    const search = chosen.size ? `?${query}` : "";
    if (details.open) count(chosen);
    show(chosen);
    clear.hidden = chosen.size === 0;
    history.replaceState(history.state, "", location.pathname + search + location.hash);
    if (language) language.search = search; // The values have no language.
  };

  const restore = () => {
    const query = new URLSearchParams(location.search);
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    // On a phone the hits come first.
    details.open ||= boxes.some((box) => box.checked) && matchMedia("(min-width: 60em)").matches;
  };

  form.addEventListener("change", update);
  details.addEventListener("toggle", () => details.open && count(choices()));
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    update();
    details.querySelector("summary").focus(); // The button that had it is gone.
  });
  restore();
  if (choices().size) update(); // Else the page stands as it came.
};
