// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The frame around a module's page: the reader says when it is done.
(function () {
  "use strict";

  var session = window.openSession();
  var button = document.getElementById("done");
  var result = document.getElementById("result");

  function showDone() {
    result.textContent = result.getAttribute("data-done");
    button.disabled = true;
  }

  if (!session.connected) {
    document.getElementById("alone").textContent = document.getElementById("alone").getAttribute("data-alone");
    button.hidden = true;
    return;
  }
  if (session.get("cmi.core.lesson_status") === "completed") {
    showDone();
  }
  button.addEventListener("click", function () {
    session.set("cmi.core.lesson_status", "completed");
    session.commit();
    showDone();
  });
}());
