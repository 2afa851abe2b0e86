# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links to other sites, asked of a server on this machine that behaves in every way that servers do."""

import json
import os
import re
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError

import pytest

from spelbok.checks.external import client, links, public_hosts
from spelbok.checks.external.client import Verdict
from spelbok.cli import main
from tests.conftest import ROOT

TIMEOUT = 1.0
#: What the server answers, by path: a status for HEAD, one for GET, and headers. After a comma, what it answers later.
ANSWERS = {
    "/stands": "200 200",
    "/%C3%A5%20b?q=%C3%B6": "200 200",
    "/no-head": "405 200",
    "/wrong-head": "404 200",
    "/slow-head": "slow 200",
    "/broken-head": "500 200",
    "/gone": "404 404",
    "/gone-for-good": "410 410",
    "/bad-request": "400 400",
    "/forbidden": "403 403",
    "/sign-in": "401 401",
    "/invented": "999 999",
    "/too-many": "429 429 Retry-After=1",
    "/too-many-at-first": "429 429 Retry-After=1,200 200",
    "/too-many-unsaid": "429 429 Retry-After=Wed, 21 Oct 2026 07:28:00 GMT",
    "/down": "500 500",
    "/down-at-first": "503 503,200 200",
    "/slow": "slow slow",
    "/slow-at-first": "slow slow,200 200",
    "/garbage": "garbage garbage",
    "/moved": "301 301 Location=/stands",
    "/moved-twice": "308 308 Location=/moved",
    "/elsewhere": "302 302 Location=/stands",
    "/moved-and-elsewhere": "301 301 Location=/elsewhere",
    "/moved-to-nothing": "301 301 Location=/gone",
    "/circle": "302 302 Location=/circle",
    "/to-mail": "302 302 Location=mailto:a@b.example",
    "/nowhere": "301 301",
    "/inside": "302 302 Location=http://[::1]:1/",
    "/inside-by-name": "302 302 Location=http://inside.example:1/",
}


class Server(ThreadingHTTPServer):
    """Answers by the table, and remembers who asked for what and when."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def count(self, path):
        return Counter(method for method, asked, *_ in self.asked if asked == path)


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        before = self.server.count(self.path)[self.command]
        self.server.asked.append((self.command, self.path, time.monotonic(), self.headers["User-Agent"]))
        turns = re.split(r",(?=\d)", ANSWERS[self.path])
        head, get, *headers = turns[min(before, len(turns) - 1)].split(" ", 2)
        status = get if self.command == "GET" else head
        if status == "slow":
            time.sleep(TIMEOUT * 1.5)
        elif status == "garbage":
            self.wfile.write(b"\x00\xff not a protocol\r\n\r\n")
        else:
            self.send_response(int(status))
            for header in headers:
                self.send_header(*header.split("=", 1))
            self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - the name that http.server asks for

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def loopback(monkeypatch):
    """Let the server on this machine count as public: no test asks another one."""
    monkeypatch.setattr(public_hosts, "is_public", lambda address: address == "127.0.0.1")


@pytest.fixture
def asking(server, loopback):  # noqa: ARG001 - the server is reached through it
    """Ask for a path of the server; return the answer, and how long was waited between the tries."""
    server.asked.clear()

    def one(path):
        waited = []
        return client.ask(server.url(path), wait=2, timeout=TIMEOUT, sleep=waited.append), waited

    return one


@pytest.mark.parametrize(
    ("path", "verdict", "waited"),
    [
        ("/stands", Verdict.STANDS, []),
        ("/å b?q=ö", Verdict.STANDS, []),
        ("/no-head", Verdict.STANDS, []),
        ("/wrong-head", Verdict.STANDS, []),
        ("/slow-head", Verdict.STANDS, []),
        ("/broken-head", Verdict.STANDS, []),
        ("/gone", Verdict.DEAD, []),
        ("/gone-for-good", Verdict.DEAD, []),
        ("/bad-request", Verdict.DEAD, []),
        ("/forbidden", Verdict.UNCLEAR, []),
        ("/sign-in", Verdict.UNCLEAR, []),
        ("/invented", Verdict.UNCLEAR, []),
        ("/too-many", Verdict.UNCLEAR, [2, 4]),
        ("/too-many-at-first", Verdict.STANDS, [2]),
        ("/too-many-unsaid", Verdict.UNCLEAR, [2, 4]),
        ("/down", Verdict.SILENT, [2, 4]),
        ("/down-at-first", Verdict.STANDS, [2]),
        ("/slow", Verdict.SILENT, [2, 4]),
        ("/slow-at-first", Verdict.STANDS, [2]),
        ("/garbage", Verdict.UNCLEAR, []),
        ("/moved", Verdict.MOVED, []),
        ("/moved-twice", Verdict.MOVED, []),
        ("/elsewhere", Verdict.STANDS, []),
        ("/moved-and-elsewhere", Verdict.STANDS, []),
        ("/moved-to-nothing", Verdict.DEAD, []),
        ("/circle", Verdict.UNCLEAR, []),
        ("/to-mail", Verdict.UNCLEAR, []),
        ("/nowhere", Verdict.UNCLEAR, []),
    ],
)
def test_what_an_answer_means(path, verdict, waited, asking):
    answer, slept = asking(path)
    assert (answer.verdict, slept) == (verdict, waited)


@pytest.mark.parametrize("path", ["/inside", "/inside-by-name"])
def test_a_redirect_to_what_is_not_public_is_not_followed(path, asking, monkeypatch):
    resolved = socket.getaddrinfo

    def inside(host, *arguments, **options):
        return resolved("10.0.0.1" if host == "inside.example" else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    answer, waited = asking(path)
    assert (answer.verdict, answer.params["reason_en"], waited) == (
        Verdict.UNCLEAR,
        "is or leads to no public address",
        [],
    )


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]", "0"]
)
def test_this_machine_is_never_asked_whatever_it_is_called(host, server):
    server.asked.clear()
    url = server.url("/stands").replace("127.0.0.1", host)

    assert client.ask(url, timeout=TIMEOUT).params.get("reason_en") == "is or leads to no public address"
    assert server.asked == []


def test_a_name_is_resolved_once_and_the_connection_goes_there(server, loopback, monkeypatch):  # noqa: ARG001
    """A name server that answers otherwise the second time is not asked a second time."""
    answers = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers))

    answer = client.ask(f"http://rebinding.example:{server.server_port}/stands", timeout=TIMEOUT)
    assert answer.verdict is Verdict.STANDS


def test_a_name_with_one_inner_address_is_refused(monkeypatch):
    places = [("93.184.215.14", 80), ("169.254.169.254", 80)]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in places]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    with pytest.raises(public_hosts.NotPublicError):
        public_hosts.resolve("both.example", 80)


def test_a_proxy_is_not_asked_for_an_inner_address(server, monkeypatch):
    server.asked.clear()
    monkeypatch.setenv("http_proxy", server.url("").rstrip("/"))
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)

    assert client.ask("http://169.254.169.254/latest/", timeout=TIMEOUT).verdict is Verdict.UNCLEAR
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("127.0.0.2", False),
        ("169.254.169.254", False),
        ("172.31.0.1", False),
        ("192.168.1.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("0.0.0.0", False),  # noqa: S104 - to be refused
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:0:0", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        ("fc00::1", False),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("no address", False),
    ],
)
def test_which_addresses_are_public(address, public):
    assert public_hosts.is_public(address) is public


def test_a_page_is_not_asked_for_when_its_head_is_enough(asking, server):
    asking("/stands")
    asking("/gone")
    assert server.count("/stands") == {"HEAD": 1}
    assert server.count("/gone") == {"HEAD": 1, "GET": 1}
    assert {agent for *_, agent in server.asked} == {"spelbok/0.1.0 (looks for dead links)"}


def test_a_server_may_ask_for_a_longer_wait_but_not_for_ever(asking, monkeypatch):
    monkeypatch.setitem(ANSWERS, "/too-many", "429 429 Retry-After=9")
    assert asking("/too-many")[1] == [9, 9]
    monkeypatch.setitem(ANSWERS, "/too-many", "429 429 Retry-After=86400")
    assert asking("/too-many")[1] == [client.MOST, client.MOST]


def test_the_new_address_is_told(asking, server):
    assert asking("/moved-twice")[0].params == {"to": server.url("/stands")}


@pytest.mark.parametrize(
    ("error", "verdict", "heard"),
    [
        (URLError(socket.gaierror(socket.EAI_NONAME, "x")), Verdict.DEAD, False),
        (URLError(socket.gaierror(socket.EAI_AGAIN, "x")), Verdict.SILENT, False),
        (URLError(ConnectionRefusedError()), Verdict.SILENT, False),
        (ConnectionResetError(), Verdict.SILENT, False),
        (URLError(TimeoutError()), Verdict.SILENT, False),
        (URLError(ssl.SSLCertVerificationError()), Verdict.SILENT, False),
        (UnicodeError(), Verdict.UNCLEAR, True),
    ],
)
def test_what_an_error_means(error, verdict, heard, monkeypatch):
    def fallen(*_):
        raise error

    monkeypatch.setattr(client, "_opened", fallen)
    answer = client.ask("https://agency.example/", sleep=lambda _: None)
    assert (answer.verdict, answer.heard) == (verdict, heard)


@pytest.mark.usefixtures("loopback")
def test_a_closed_port_and_a_host_that_speaks_no_tls(server):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        urls = [f"http://127.0.0.1:{closed.getsockname()[1]}/", server.url("/stands").replace("http:", "https:")]
        answers = client.ask_all(urls, wait=0, timeout=TIMEOUT)
    assert [answers[url].verdict for url in urls] == [Verdict.SILENT, Verdict.SILENT]
    assert answers[urls[0]].params["reason_en"] == "takes no connection"


@pytest.mark.usefixtures("loopback")
def test_a_site_is_asked_one_thing_at_a_time_and_each_once(server):
    server.asked.clear()
    urls = [server.url(path) for path in ("/stands", "/moved", "/elsewhere", "/stands")]
    answers = client.ask_all(urls, pause=0.3, timeout=TIMEOUT)
    assert [answers[url].verdict for url in urls[:3]] == [Verdict.STANDS, Verdict.MOVED, Verdict.STANDS]
    begun = [when for _, path, when, _ in server.asked if path in ("/moved", "/elsewhere")]
    assert begun[1] - begun[0] >= 0.3
    assert server.count("/stands")["HEAD"] == 3  # Once by itself, twice led on to.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se https://a.se/b.", ["https://a.se/b"]),
        (
            "(https://a.se/b_(c)), [x](https://a.se/d), <https://a.se/e>",
            ["https://a.se/b_(c)", "https://a.se/d", "https://a.se/e"],
        ),
        ("url: {x: https://a.se/1,2, y: 'https://b.se'}", ["https://a.se/1,2", "https://b.se"]),
        ("**https://a.se/x** `https://a.se/y`", ["https://a.se/x", "https://a.se/y"]),
        ("https://a.se/x#part https://a.se:8080?q=1", ["https://a.se/x", "https://a.se:8080?q=1"]),
        ("https://a.se/{id} https://…/x https://sub.agency.example/x https://example.org http://localhost:1/", []),
        ("http://127.0.0.1:8000/ https://x.test ftp://a.se mailto:a@b.se a.se", []),
    ],
)
def test_addresses_of_a_text(text, found):
    assert [place.url for place in links.places("x.md", text)] == found


def test_an_address_is_found_where_it_stands():
    place = next(links.places("x.md", "ett\n  två https://a.se/x#y.\n"))
    assert (place.span.line, place.span.column, place.span.end_column) == (2, 7, 23)


@pytest.fixture
def project(small, server, loopback, monkeypatch):  # noqa: ARG001 - the server is reached through it
    """A project whose addresses lead to the server."""
    monkeypatch.setattr(links, "RESERVED", re.compile(r"(?!127\.).*"))  # No test asks another machine.
    monkeypatch.setattr(client.ask_all, "__kwdefaults__", {"pause": 0, "wait": 0, "timeout": TIMEOUT})
    door = small / "practices" / "open-door.yml"
    text = door.read_text("utf-8").replace("Frågor kommer fram.", f"'[Frågor]({server.url('/gone#x')}) kommer.'")
    door.write_text(text, "utf-8")
    pages = small.parent / "docs" / "sv"
    pages.mkdir(parents=True)
    lines = [server.url(path) for path in ("/stands", "/gone", "/down", "/forbidden", "/moved")]
    (pages / "about.md").write_text("\n".join(lines), "utf-8")
    return small.parent


@pytest.mark.usefixtures("project")
def test_the_command_tells_file_and_line_of_each(server, capsys):
    assert main(["links", "external", "--format", "json", "--lang", "en"]) == 1
    told = capsys.readouterr()
    rows = json.loads(told.out)
    assert [(row["code"], row["file"], row["line"]) for row in rows] == [
        ("dead-external-link", "docs/sv/about.md", 2),
        ("silent-external-link", "docs/sv/about.md", 3),
        ("unchecked-external-link", "docs/sv/about.md", 4),
        ("moved-external-link", "docs/sv/about.md", 5),
        ("dead-external-link", "playbook/practices/open-door.yml", 17),
    ]
    assert rows[0]["message"] == f"'{server.url('/gone')}' answers 404"
    assert "Asking 5 addresses on 1 sites" in told.err


def test_without_a_dead_link_the_command_succeeds(project, capsys):
    (project / "docs" / "sv" / "about.md").unlink()
    door = project / "playbook" / "practices" / "open-door.yml"
    door.write_text(door.read_text("utf-8").replace("/gone", "/down"), "utf-8")
    assert main(["links", "external", "--lang", "sv"]) == 0
    assert "varning[silent-external-link]" in capsys.readouterr().out


def test_a_machine_without_a_network_says_so(project, capsys):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        (project / "docs" / "sv" / "about.md").unlink()
        door = project / "playbook" / "practices" / "open-door.yml"
        text = re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{closed.getsockname()[1]}", door.read_text("utf-8"))
        door.write_text(text, "utf-8")
        assert main(["links", "external", "--lang", "en"]) == 2
    assert "Is this machine connected?" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="stands in for gh with a script of Unix")
@pytest.mark.parametrize(
    ("code", "open_issue", "asked"),
    [
        (1, "[]", "issue create --title Döda länkar / Dead links --label links --body"),
        (1, '[{"number": 7}]', "issue edit 7 --body"),
        (0, '[{"number": 7}]', "issue close 7"),
        (0, "[]", ""),
    ],
)
def test_the_script_opens_updates_and_closes_an_issue(code, open_issue, asked, tmp_path):
    """With commands that stand in for spelbok and gh, and tell what they were asked."""
    log = tmp_path / "log"
    answers = {
        "spelbok": f"echo 'docs/x.md:1:1: fel[dead-external-link] ```@you'; exit {code}",
        "gh": f"""echo "$*" >> {log}; case "$*" in *list*) echo '{open_issue}';; esac""",
    }
    for name, answer in answers.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    script = (
        "import sys, pathlib, environment; environment.ready = lambda: None\n"
        "environment.program = lambda name: pathlib.Path(sys.argv[1], name)\n"
        "from commands import links; sys.exit(links.main())"
    )
    variables = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run(
        [sys.executable, "-c", script, tmp_path], env=variables, check=False, capture_output=True, text=True
    )

    assert run.returncode == 0, run.stderr
    told = log.read_text("utf-8")
    assert asked in told
    assert told.count("issue create") + told.count("issue edit") + told.count("issue close") == bool(asked)
    if code:
        assert told.count("```") == 2, "nothing that a page says ends the block"


@pytest.mark.skipif(os.name == "nt", reason="stands in for spelbok with a script of Unix")
def test_the_script_fails_when_the_command_does(tmp_path):
    (tmp_path / "spelbok").write_text("#!/bin/sh\necho offline >&2; exit 2\n", "utf-8")
    (tmp_path / "spelbok").chmod(0o755)
    script = (
        "import sys, pathlib, environment; environment.ready = lambda: None\n"
        "environment.program = lambda name: pathlib.Path(sys.argv[1], name)\n"
        "from commands import links; sys.exit(links.main())"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run(
        [sys.executable, "-c", script, tmp_path], env=variables, check=False, capture_output=True, text=True
    )
    assert run.returncode
    assert "offline" in run.stderr
