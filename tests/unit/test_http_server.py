# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The preview's web server, without a build: how it answers what browsers, and others, may ask."""

import http.client
import json
import socket
import struct
import time

import pytest

from spelbok.build.preview import waiting
from spelbok.build.preview.http_server import FIRST_PORT, State, free_port, listen
from spelbok.locales import Phrase

PAGE = '<!doctype html><html lang="en"><body>A page</body></html>'


@pytest.fixture
def state():
    state = State()
    state.update("")
    return state


@pytest.fixture
def server(tmp_path, state):
    site = tmp_path / "site"
    (site / "en" / "page").mkdir(parents=True)
    (site / "en" / "page" / "index.html").write_text(PAGE, "utf-8")
    (site / "404.html").write_text(PAGE.replace("A page", "Not here"), "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    server = listen(0)
    server.show(site, state)
    yield server
    server.shutdown()
    server.server_close()


def ask(server, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer, answer.read().decode("utf-8")


def raw(server, target):
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as client:
        client.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return int(client.makefile("rb").readline().split()[1])


def test_an_address_without_its_slash_leads_to_the_one_with_it(server):
    answer, _ = ask(server, "/en/page?a=b")
    assert (answer.status, answer.headers["Location"]) == (302, "/en/page/?a=b")
    assert ask(server, "//en/page")[0].headers["Location"] == "/en/page/", "never to another host"
    assert ask(server, "/en/page/index.html")[0].status == 200


def test_head_answers_as_get_without_a_body(server):
    got, body = ask(server, "/en/page/")
    head, nothing = ask(server, "/en/page/", "HEAD")
    assert (head.status, head.headers["Content-Length"]) == (got.status, str(len(body.encode())))
    assert nothing == ""
    assert ask(server, "/_spelbok/events?after=0", "HEAD")[0].status == 200


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (b"/%00", 400),
        (b"/%", 400),
        (b"/%zz", 400),
        (b"/%ff%fe", 400),
        (b"/../secret.txt", 400),
        (b"/%2e%2e/secret.txt", 400),
        (b"/..%5csecret.txt", 400),
        (b"/en/%0d%0aX:%20y", 400),
        (b"http://other.example/", 400),
        (b"*", 400),
        (b"//[x", 404),
        (b"/" + b"a" * 300, 404),
        (b"/" + b"a/" * 1500, 404),
        (b"/" + b"a" * 5000, 414),
        (b"/" + b"a" * 70000, 414),
        (b"/_spelbok/events?after=abc", 400),
        (b"/_spelbok/events?after=" + "٣".encode(), 400),
        (b"/_spelbok/events?after=-1", 400),
        (b"/nothing/", 404),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else None,
)
def test_what_is_no_address_is_refused_without_a_word_in_the_terminal(server, capfd, target, status):
    assert raw(server, target) == status
    assert ask(server, "/en/page/")[0].status == 200, "it goes on"
    assert capfd.readouterr().err == ""


def test_only_names_of_this_machine_are_answered(server, monkeypatch):
    port = server.server_port
    for host in ("localhost", f"localhost:{port}", f"127.0.0.1:{port}", "[::1]", f"[::1]:{port}", f"LOCALHOST:{port}"):
        assert ask(server, "/en/page/", Host=host)[0].status == 200, host
    others = (
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8000",
        "x@localhost",
        "name-8000.app.dev",
    )
    for host in others:
        answer, body = ask(server, "/en/page/", Host=host)
        assert (answer.status, "localhost" in body) == (421, True), host
    monkeypatch.setenv("CODESPACE_NAME", "name")
    monkeypatch.setenv("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "app.dev")
    assert ask(server, "/en/page/", Host="name-8000.app.dev")[0].status == 200
    assert ask(server, "/en/page/", Host="other-8000.app.dev")[0].status == 421


def test_events_are_told_to_own_pages_alone(server):
    assert ask(server, "/_spelbok/events?after=0", Origin="http://evil.example")[0].status == 403
    assert ask(server, "/_spelbok/events?after=0", Origin="null")[0].status == 403
    answer, told = ask(server, "/_spelbok/events?after=0", Origin=f"http://localhost:{server.server_port}")
    assert (answer.status, "data: reload" in told) == (200, True)


def test_a_client_that_goes_away_leaves_no_trace(server, state, capfd):
    client = socket.create_connection(("127.0.0.1", server.server_port))
    client.sendall(b"GET /_spelbok/events?after=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    client.recv(100)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # Closing resets.
    client.close()
    for _ in range(3):
        state.builds(Phrase("a", "b"))
        state.builds(None)
        time.sleep(0.05)
    assert capfd.readouterr().err == ""


def test_until_there_is_a_page_it_says_what_is_being_built(server, state):
    state.version = 0
    state.builds(Phrase("Bygger sidorna ...", "Building the pages ..."))
    answer, page = ask(server, "/en/page/", Accept_Language="sv-SE,sv;q=0.9,en;q=0.8")
    assert answer.status == 503
    assert '<html lang="sv">' in page
    assert "Sajten byggs" in page
    assert 'role="status">Bygger sidorna ...' in page
    assert "/_spelbok/reload.js" in page
    assert 'http-equiv="refresh"' in page
    assert "http://" not in page.replace("http-equiv", "")
    english = ask(server, "/", Accept_Language="de, en;q=0.5, sv;q=0.1")[1]
    assert '<html lang="en">' in english
    assert "Building the pages ..." in english
    state.update("It failed <here>")
    (server.RequestHandlerClass.site / "404.html").unlink()
    failed = ask(server, "/nothing/")[1]
    assert "The site cannot be built" in failed
    assert 'role="alert"' in failed
    assert "It failed &lt;here&gt;" in failed


def test_pages_say_that_a_build_runs_and_when_it_has_ended(server, state):
    assert '<div class="spelbok-building" role="status"></div>' in ask(server, "/en/page/")[1]
    state.builds(Phrase("Bygger ...", "Building ..."))
    assert 'role="status">Building ...</div>' in ask(server, "/en/page/")[1]

    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", f"/_spelbok/events?after={state.version}")
    events = connection.getresponse()

    def told():
        lines = [events.readline() for _ in range(3)]
        return json.loads(lines[1].removeprefix(b"data: "))

    assert told() == {"sv": "Bygger ...", "en": "Building ..."}
    state.builds(None)
    assert told() == {}
    state.update("")
    assert events.readline() == b"data: reload\n"
    connection.close()


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("", "en"), ("sv", "sv"), ("EN-gb", "en"), ("fr;q=1, sv;q=0.2", "sv"), ("en;q=x, sv", "sv"), ("sv;q=0", "en")],
)
def test_the_language_that_a_reader_asks_for(accepted, language):
    assert waiting.spoken(accepted) == language


def test_the_next_free_port_is_taken_unless_one_is_named(monkeypatch):
    with listen(0) as taken:
        monkeypatch.setattr("spelbok.build.preview.http_server.FIRST_PORT", taken.server_port)
        with listen(None) as other:
            assert other.server_port != taken.server_port
        with pytest.raises(OSError, match=r"."):
            listen(taken.server_port)
        assert free_port(taken.server_port) not in {0, taken.server_port}
    assert FIRST_PORT == 8000
