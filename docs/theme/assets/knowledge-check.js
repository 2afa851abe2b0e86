// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The knowledge check as a form: an answer at a time, with feedback on it. The
// first answer to each question counts. Nothing is kept or sent.

const LETTERS = "abcdef"; // As in the folded answers, for those who talk about them.

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

export const knowledgeCheck = (check) => {
  const say = check.dataset;

  /** Makes a form of one question of the page. Returns how it went so far, and a way to begin again. */
  const ask = (item, number, answered) => {
    const options = [...item.querySelectorAll(".sb-options > li")];
    const feedback = [...item.querySelectorAll("dd")].map((text) => text.textContent.trim());
    const legend = make("legend", {}, ...item.querySelector(".sb-question").childNodes);
    const inputs = options.map((_, index) =>
      make("input", { type: "radio", name: `question-${number}`, value: index }));
    const labels = options.map((option, index) =>
      make("label", {}, inputs[index], make("span", {}, `${LETTERS[index]}. `, ...option.childNodes)));
    const status = make("p", { className: "sb-feedback" });
    status.setAttribute("role", "status");
    const button = make("button", { type: "submit", textContent: say.answer });
    const form = make("form", { className: "sb-quiz", autocomplete: "off" }, make("fieldset", {}, legend, ...labels), button, status);
    const state = { first: null };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = inputs.findIndex((input) => input.checked);
      if (chosen < 0) return void (status.textContent = say.choose);
      const right = options[chosen].hasAttribute("data-correct");
      status.className = `sb-feedback sb-feedback--${right ? "right" : "wrong"}`;
      status.replaceChildren(make("strong", { textContent: `${right ? say.right : say.wrong}. ` }), feedback[chosen]);
      state.first ??= right;
      answered();
    });
    // Feedback on another answer than the one that is marked would mislead.
    form.addEventListener("change", () => {
      status.replaceChildren();
      status.className = "sb-feedback";
    });
    state.reset = () => {
      form.reset();
      status.replaceChildren();
      status.className = "sb-feedback";
      state.first = null;
    };
    state.focus = () => inputs[0].focus();
    item.querySelector(".sb-question").replaceWith(form);
    item.querySelector(".sb-options").remove();
    if (!document.querySelector(".sb-view")) item.querySelector("details").remove(); // In a frame all are participants.
    return state;
  };

  const score = make("p", { className: "sb-score" });
  score.setAttribute("role", "status");
  const again = make("button", { type: "button", textContent: say.again, hidden: true });

  const tell = () => {
    const done = states.every((state) => state.first !== null);
    const right = states.filter((state) => state.first).length;
    const text = done ? say.score.replace("{right}", right).replace("{all}", states.length) : "";
    if (score.textContent !== text) score.textContent = text;
    again.hidden = !done;
  };

  const states = [...check.querySelectorAll(".sb-questions > li")].map((item, number) => ask(item, number, tell));

  again.addEventListener("click", () => {
    for (const state of states) state.reset();
    tell();
    states[0].focus(); // The button that had it is gone.
  });
  check.querySelector(".sb-check__private").hidden = false;
  check.append(make("div", { className: "sb-score-bar" }, score, again));
};
