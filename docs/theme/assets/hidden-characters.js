// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Characters that cannot be seen, by the rule of the code forbidden-character: control
// characters, soft hyphens, zero-width characters, marks of direction, private use and
// lone surrogates. Joiners are accepted where a script or an emoji needs them.

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u;
const ACCEPTED = new Set(["\t", "\n"]);
const JOINERS = new Set(["\u200c", "\u200d"]); // ZWNJ, ZWJ
const SELECTORS = new Set(["\ufe0e", "\ufe0f"]); // Text or emoji presentation.
const SCRIPTS = ["Arab", "Syrc", "Nkoo", "Mong", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"];
const JOINED = SCRIPTS.map((script) => new RegExp(`^(?=[\\p{L}\\p{M}])\\p{scx=${script}}$`, "u"));
const PICTURE = /^\p{Extended_Pictographic}$/u;
const PICTURE_END = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const EMOJI = /^\p{Emoji}$/u;

const joins = (joiner, before, after) =>
  JOINED.some((script) => script.test(before) && script.test(after)) ||
  (joiner === "\u200d" && PICTURE_END.test(before) && PICTURE.test(after));

const isHidden = (sign, place, signs) => {
  if (SELECTORS.has(sign)) return !EMOJI.test(signs[place - 1] ?? "");
  if (!HIDDEN.test(sign) || ACCEPTED.has(sign)) return false;
  return !(JOINERS.has(sign) && joins(sign, signs[place - 1] ?? "", signs[place + 1] ?? ""));
};

const mayHide = (text) => HIDDEN.test(text.replace(/[\t\n]/g, "")) || /[\ufe0e\ufe0f]/.test(text);

/** Returns the hidden characters of a text, in their order. */
export const hidden = (text) => (mayHide(text) ? [...text].filter(isHidden) : []);

/** Returns a text without its hidden characters. */
export const visible = (text) =>
  mayHide(text) ? [...text].filter((sign, place, signs) => !isHidden(sign, place, signs)).join("") : text;

/** Returns a text without lone surrogates, which no file can hold. */
export const wellFormed = (text) => text.replace(/\p{Cs}/gu, "");

/** Takes hidden characters out of a control, and returns how many they were. The caret stays in its place. */
export const clear = (control) => {
  const { value, selectionStart, selectionEnd } = control;
  const count = hidden(value).length;
  if (!count) return 0;
  control.value = visible(value);
  const place = (end) => visible(value.slice(0, end)).length;
  if (selectionStart !== null) control.setSelectionRange(place(selectionStart), place(selectionEnd));
  return count;
};
