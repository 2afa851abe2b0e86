# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser, pages in it that report what goes wrong, and the addresses of pages of every kind."""

import os
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, sync_playwright

import browser as finder
from spelbok.checks.folder import check_folder
from spelbok.model import KINDS
from spelbok.site.routes import entry_url, index_url, named_url, root
from tests.conftest import ROOT

#: Says what a page's policy stopped, in a form of its own: not every violation makes a console message.
VIOLATION = """addEventListener("securitypolicyviolation", (event) => console.error(
  `policy: ${event.effectiveDirective} stopped ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`))"""


class Addresses(dict):
    """Addresses by name, of which a playbook need not have all."""

    def __missing__(self, name):
        pytest.skip(f"this playbook has no {name}")


@dataclass
class Seen:
    """An open page, and what its visit brought to light."""

    page: Page
    messages: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, home):
        def request(asked):
            if not asked.url.startswith((home, "data:", "blob:")):
                self.foreign.append(asked.url)

        def failure(asked):
            if asked.failure != "net::ERR_ABORTED":  # Not fetched to the end, because the reader went on.
                self.failed.append(f"{asked.failure} {asked.url}")

        def response(answer):
            if answer.status >= 400:
                self.failed.append(f"{answer.status} {answer.url}")

        self.page.add_init_script(VIOLATION)
        self.page.on("console", lambda said: said.type in {"error", "warning"} and self.messages.append(said.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", request)
        self.page.on("requestfailed", failure)
        self.page.on("response", response)


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get(finder.VARIABLE) or next(finder.installed(), "")
    if not path:
        pytest.fail(finder.HELP)  # Never skipped silently.
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=finder.arguments())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def playbook():
    result = check_folder(ROOT / "playbook")
    assert result.playbook is not None
    return result.playbook


@pytest.fixture(scope="session")
def addresses(playbook, published):
    """The addresses of one page of every kind in one language, by name; a test that asks for another is skipped."""

    def find(locale):
        found = {"start": root(locale)}
        for name in playbook.vocabulary.pages:
            url = named_url(playbook, name, locale)
            if (published.folder / url / "index.html").is_file():  # A word for a page may outlive the page.
                found[name] = url
        for kind in KINDS:
            found[f"{kind.kind}-index"] = index_url(kind, locale)
            entry = next((entry for entry in playbook.of(kind) if entry.is_current), None)
            if entry is not None:
                found[kind.kind] = entry_url(entry, locale)
        return Addresses({name: published.address + url for name, url in found.items()})

    return {locale: find(locale) for locale in ("sv", "en")}


def windows(chromium, home):
    """Return what opens an address in a window of its own; asking for what is not below ``home`` is recorded."""

    @contextmanager
    def opened(address, *, width=1280, scheme="light", **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        seen = Seen(context.new_page())
        seen.watch(home)
        try:
            seen.page.goto(address)
            yield seen
        finally:
            context.close()

    return opened


@pytest.fixture
def visit(chromium, published):
    """Open an address in a window of its own: ``with visit(address, width=320, scheme="dark") as seen``."""
    return windows(chromium, published.address)


@pytest.fixture
def visit_small(chromium, small_site):
    """Open a page of the small playbook's site by its address below the root, as ``visit`` does."""
    opened = windows(chromium, small_site.address)
    return lambda path="", **options: opened(small_site.address + path, **options)
