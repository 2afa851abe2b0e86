# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``spelbok serve`` as far as it goes without a build: ports, and where it builds."""

import pytest
from filelock import Timeout

from spelbok import cli
from spelbok.build.pipeline import Outcome
from spelbok.build.preview import server
from spelbok.build.preview.http_server import State, listen
from spelbok.cli import serve as command
from spelbok.locales import Phrase


@pytest.mark.parametrize("port", ["99999", "70000", "65536", "abc", "-1", "٣", "8000.0", ""])
def test_what_is_no_port_is_refused_with_advice(small, capsys, port):
    with pytest.raises(SystemExit) as ended:
        cli.main(["serve", "--playbook", str(small), f"--port={port}"])
    assert ended.value.code == 2
    assert "a port is a number from 0 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_port_that_is_named_and_taken_names_a_free_one(small, capsys, language):
    with listen(0) as taken:
        port = taken.server_port
        assert cli.main(["serve", "--playbook", str(small), "--port", str(port), "--lang", language]) == 2
    told = capsys.readouterr().err
    assert f"Port {port}" in told
    assert "spelbok serve --port " in told
    assert ("är upptagen" in told) == (language == "sv")


def test_a_taken_port_that_nobody_named_is_left_for_the_next(capsys, monkeypatch):
    with listen(0) as taken:
        for module in ("spelbok.build.preview.http_server", "spelbok.cli.serve"):
            monkeypatch.setattr(f"{module}.FIRST_PORT", taken.server_port)
        server = command._listening(None, lambda phrase: print(phrase["en"]))
        server.server_close()
    assert f"Port {taken.server_port} is taken. Using {server.server_port} instead." in capsys.readouterr().out


def test_two_previews_have_a_folder_each_and_build_in_turn(tmp_path):
    with server.workplace(tmp_path) as first, server.workplace(tmp_path) as second:
        assert first.folder == tmp_path / ".cache" / "serve"
        assert second.folder != first.folder
        first.turn.acquire()
        with pytest.raises(Timeout):
            second.turn.acquire(timeout=0)
        first.turn.release()
        said = []
        state = State()

        def whole(_):
            assert second.turn.is_locked
            return Outcome(log="failed")

        first.turn.acquire()

        def say(phrase):
            said.append(phrase["en"])
            assert state.building is None or "Another preview" not in state.building["en"]
            first.turn.release()  # The other build ends once we wait for it.

        builds = server.Builds(whole, tuple, (), lambda *_: "told", print, say)
        assert server._build(tmp_path, second.turn, builds, state) is None
        assert said == ["Another preview is building in the same folder. Waiting until it is done ..."]
        assert (state.problem, state.building) == ("told", None)
    with server.workplace(tmp_path) as again:
        assert again.folder == tmp_path / ".cache" / "serve"


def test_what_catches_up_waits_for_another_build(tmp_path):
    with server.workplace(tmp_path) as first, server.workplace(tmp_path) as second:
        state = State()
        catching_up = server._CatchingUp(["true"], tmp_path, second.turn, state)
        catching_up.wanted = True
        with first.turn:
            assert catching_up.look() is None
            assert catching_up._running is None
        catching_up.look()
        assert catching_up._running is not None
        assert isinstance(state.building, Phrase)
        catching_up.stop()
        assert state.building is None
        assert not second.turn.is_locked


def test_where_nothing_may_be_written_it_builds_elsewhere(tmp_path):
    (tmp_path / ".cache").write_text("in the way", "utf-8")
    with server.workplace(tmp_path) as place:
        assert place.folder.is_dir()
        assert tmp_path not in place.folder.parents
        with place.turn:
            pass
    assert not place.folder.exists()
    assert [path.name for path in tmp_path.iterdir()] == [".cache"]
