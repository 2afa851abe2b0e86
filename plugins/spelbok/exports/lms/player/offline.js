// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The knowledge check of a package. The last answer to each question counts;
// the LMS is told of every answer, and that the module is completed when all
// questions are answered. What was answered is found again in the next session.
(function () {
  "use strict";

  var session = window.openSession();
  var forms = [].slice.call(document.querySelectorAll("form[data-question]"));
  var result = document.getElementById("result");
  var answers = {};
  var asked = new Date();

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (match, name) {
      return values[name];
    });
  }

  function option(form, letter) {
    return form.querySelector("input[value='" + letter + "']");
  }

  function right(form) {
    return form.querySelector("input[data-right]").value;
  }

  function showFeedback(form, letter) {
    var place = form.querySelector(".feedback");
    var verdict = document.createElement("strong");
    var text = form.querySelector("[data-feedback='" + letter + "']").cloneNode(true);
    verdict.textContent = place.getAttribute(letter === right(form) ? "data-right" : "data-wrong");
    text.hidden = false;
    text.insertBefore(document.createTextNode(". "), text.firstChild);
    text.insertBefore(verdict, text.firstChild);
    place.textContent = "";
    place.appendChild(text);
  }

  function score() {
    return forms.filter(function (form) {
      return answers[form.getAttribute("data-question")] === right(form);
    }).length;
  }

  function left() {
    return forms.filter(function (form) {
      return !answers[form.getAttribute("data-question")];
    }).length;
  }

  function showResult() {
    var words = [filled(result.getAttribute("data-score"), { right: score(), all: forms.length })];
    if (left()) {
      words.push(filled(result.getAttribute("data-left"), { left: left() }));
    } else if (session.connected) {
      words.push(result.getAttribute("data-done"));
    }
    result.textContent = words.join(" ");
  }

  function report() {
    session.set("cmi.core.score.min", 0);
    session.set("cmi.core.score.max", 100);
    session.set("cmi.core.score.raw", Math.round((100 * score()) / forms.length));
    session.set("cmi.suspend_data", Object.keys(answers).map(function (id) {
      return id + ":" + answers[id];
    }).join(";"));
    if (!left()) {
      session.set("cmi.core.lesson_status", "completed");
    }
    session.commit();
  }

  function check(event) {
    var form = event.target;
    var chosen = form.querySelector("input:checked");
    var id = form.getAttribute("data-question");
    event.preventDefault();
    if (!chosen) {
      form.querySelector(".feedback").textContent = form.querySelector(".feedback").getAttribute("data-choose");
      return;
    }
    answers[id] = chosen.value;
    session.answer({ id: id, given: chosen.value, right: right(form), latency: new Date() - asked });
    asked = new Date();
    showFeedback(form, chosen.value);
    showResult();
    report();
  }

  function restore() {
    var kept = {};
    session.get("cmi.suspend_data").split(";").forEach(function (pair) {
      kept[pair.split(":")[0]] = pair.split(":")[1];
    });
    forms.forEach(function (form) {
      var id = form.getAttribute("data-question");
      var chosen = kept[id] && option(form, kept[id]);
      if (chosen) { // The question or the option may be gone since.
        answers[id] = kept[id];
        chosen.checked = true;
        showFeedback(form, kept[id]);
      }
    });
    if (Object.keys(answers).length) {
      showResult();
    }
  }

  if (!session.connected) {
    document.getElementById("alone").textContent = document.getElementById("alone").getAttribute("data-alone");
  }
  restore();
  forms.forEach(function (form) {
    form.addEventListener("submit", check);
  });
}());
