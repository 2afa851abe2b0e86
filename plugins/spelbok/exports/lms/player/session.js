// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A session with an LMS by SCORM 1.2 (Run-Time Environment, section 3).
// In the JavaScript of 2009, because the frame of an LMS decides what runs.
//
// var session = openSession();
// session.connected           whether an LMS listens
// session.get("cmi.…")        a value, "" where there is none
// session.set("cmi.…", text)  set a value
// session.answer({…})         record an answer to a question
// session.commit()            ask the LMS to keep what was set
// The session closes itself, once, when the page is left.
(function () {
  "use strict";

  // As far up as an LMS is likely to nest its frames; the standard's own example stops at 7.
  var MAX_FRAMES = 20;

  function above(frame) {
    var count;
    try {
      for (count = 0; frame && count < MAX_FRAMES; count += 1) {
        if (frame.API) {
          return frame.API;
        }
        if (frame.parent === frame) {
          return null;
        }
        frame = frame.parent;
      }
    } catch (error) {
      // A frame of another origin: no API of ours is there.
    }
    return null;
  }

  function find() {
    var found = above(window);
    try {
      if (!found && window.top.opener) {
        found = above(window.top.opener);
      }
    } catch (error) {
      found = null;
    }
    return found;
  }

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  // CMITimespan, HHHH:MM:SS.
  function timespan(milliseconds) {
    var seconds = Math.round(milliseconds / 1000);
    var hours = Math.min(Math.floor(seconds / 3600), 9999);
    return ("000" + hours).slice(-4) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
  }

  // CMITime, HH:MM:SS.
  function time(date) {
    return two(date.getHours()) + ":" + two(date.getMinutes()) + ":" + two(date.getSeconds());
  }

  window.openSession = function () {
    var api = find();
    var connected = Boolean(api) && String(api.LMSInitialize("")) === "true";
    var opened = new Date();
    var closed = !connected;

    function get(name) {
      return closed ? "" : String(api.LMSGetValue(name));
    }

    // In review a learner looks at what is done; nothing is to change.
    var recording = connected && get("cmi.core.lesson_mode") !== "review";

    function set(name, value) {
      if (!closed && recording) {
        api.LMSSetValue(name, String(value));
      }
    }

    function commit() {
      if (!closed) {
        api.LMSCommit("");
      }
    }

    // answer: {id, given, right, correct, latency}: letters of the given and the right option.
    function answer(values) {
      var prefix = "cmi.interactions." + (parseInt(get("cmi.interactions._count"), 10) || 0) + ".";
      set(prefix + "id", values.id);
      set(prefix + "time", time(new Date()));
      set(prefix + "type", "choice");
      set(prefix + "correct_responses.0.pattern", values.right);
      set(prefix + "weighting", 1);
      set(prefix + "student_response", values.given);
      set(prefix + "result", values.given === values.right ? "correct" : "wrong");
      set(prefix + "latency", timespan(values.latency));
    }

    function close() {
      if (closed) {
        return;
      }
      set("cmi.core.session_time", timespan(new Date() - opened));
      set("cmi.core.exit", "suspend");
      commit();
      closed = true;
      api.LMSFinish("");
    }

    if (/^(not attempted|unknown|)$/.test(get("cmi.core.lesson_status"))) {
      set("cmi.core.lesson_status", "incomplete");
      commit();
    }
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", function (event) {
      if (event.persisted) {
        window.location.reload(); // The session that this page had is closed.
      }
    });
    return { connected: connected, get: get, set: set, commit: commit, answer: answer };
  };
}());
