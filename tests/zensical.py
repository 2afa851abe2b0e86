# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the pages as Markdown, build a site of them with Zensical, and walk it: ``python -m tests.zensical``.

Every entry has its page in both languages, at the address that it has on our
site; every link and anchor leads somewhere; from each page the language switch
leads to its pair and back. Then faults are planted in the built site, each of
which must be found, and a browser changes language and searches. ``--small``
takes the small playbook, ``--hostile`` one whose texts are all attacks, and
``--mkdocs`` builds the same files with MkDocs and Material, without our plugin.
The exit code is 1 if anything is wrong.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from playwright.sync_api import TimeoutError, sync_playwright  # noqa: A004 - not Python's own
from selectolax.lexbor import LexborHTMLParser

from spelbok.checks.folder import check_folder
from spelbok.checks.site import read_site
from spelbok.locales import LOCALES
from spelbok.model import KINDS
from spelbok.playbook import inventory
from spelbok.site.permalinks import losses
from spelbok.site.routes import pages
from tests.conftest import ROOT
from tests.consumers import zensical
from tests.pages_server import serving
from tests.site import small_project, spelbok
from zensical_spelbok.project import LEFT_OUT

#: What of the promised addresses Zensical does not publish, beside the pages that are left out.
NOT_PUBLISHED = {"/.well-known/security.txt"}
SWITCH = ".sb-language"
#: Calls a function that is not there, so that whatever runs makes an error in the browser.
ATTACK = "\"'><svg/onload=x()><script>x()</script>{{ 7 * 191 }}{% x %}{ onclick=x() }"


def written(project, address):
    """Write a project's pages beside it; return the folder."""
    out = project / ".cache" / "zensical"
    shutil.rmtree(out, ignore_errors=True)
    run = spelbok(project, "pages", "--out", str(out), "--address", address)
    assert run.returncode == 0, run.stdout + run.stderr
    print(run.stderr.strip())
    return out


def mkdocs(project):
    """Build the site of a written project with MkDocs; return its folder."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def faults(folder, playbook, address):
    """Yield what is wrong with a built site."""
    site = read_site(folder, address)
    trees = {
        url: LexborHTMLParser((folder / f"{url[1:]}index.html").read_bytes()) for url in site.pages if url[-1:] == "/"
    }
    yield from _missing(trees, playbook)
    for page in site.pages.values():
        for link in page.links:
            target = site.inside(link, page.url)
            if target is None:
                continue
            path, anchor = target
            if not site.has(path) or (anchor and path in site.pages and anchor not in site.pages[path].anchors):
                yield f"{page.url}: {link} leads nowhere"
    yield from _switches(site, trees)
    own, _ = inventory.parse((folder / "data/v1/addresses.txt").read_text("utf-8"), "")
    for loss in losses(own.promises, site.reached, own.promises):
        if loss.promise.owner not in LEFT_OUT and loss.promise.place not in NOT_PUBLISHED:
            yield f"{loss.promise} is not kept"


def _missing(trees, playbook):
    """Yield the pages that are not there, or not with their title and language."""
    for locale in LOCALES:
        for page in pages(playbook, locale):
            tree = trees.get(f"/{page.url}")
            if page.key in LEFT_OUT:
                continue
            if tree is None:
                yield f"/{page.url} is missing"
            elif page.title.split() != tree.css_first("h1").text(deep=True).replace("¶", "").split():
                yield f"/{page.url} has another title: {tree.css_first('h1').text()}"
            elif tree.css_first("html").attributes.get("lang") != locale:
                yield f"/{page.url} says another language"


def _switches(site, trees):
    """Yield the pages from which a reader does not come to the other language and back."""
    ways = {}
    for url, tree in trees.items():
        switch = tree.css_first(SWITCH)
        if switch is not None:
            ways[url] = site.inside(switch.attributes["href"], url)[0]
    for url, tree in trees.items():
        if tree.css_first(".md-content") is not None and ways.get(ways.get(url)) != url:
            yield f"{url}: no way to the other language and back"


def planted(folder, playbook, address):
    """Plant faults in a built site, one at a time; yield each and whether it was found."""
    practices = [page.url for page in pages(playbook, "sv") if page.key.startswith("practices/") and page.source]
    if not practices:  # A playbook of another kind; the small one shows what is found.
        return
    file = folder / practices[0] / "index.html"
    for name, change in {
        "a page that is gone": lambda _: None,
        "a link to nowhere": lambda text: text.replace("</article>", '<a href="../nowhere/">x</a></article>'),
        "a link to no such place": lambda text: text.replace("</article>", '<a href="#nowhere">x</a></article>'),
        "a promised anchor that is gone": lambda text: text.replace('id="what"', 'id="that"'),
        "a language switch to another page": lambda text: re.sub(r'(sb-language" href=")[^"]*', r"\g<1>../", text),
        "a title that is another": lambda text: text.replace("<h1", "<h1>x</h1><h1", 1),
    }.items():
        before = file.read_text("utf-8")
        after = change(before)
        assert after != before, name
        if after is None:
            file.unlink()
        else:
            file.write_text(after, "utf-8")
        yield name, any(faults(folder, playbook, address))
        file.write_text(before, "utf-8")


def in_browser(site, playbook, *, searched):
    """Yield what goes wrong for a reader who changes language on a page of each kind, and searches for one."""
    sys.path.append(str(ROOT / "scripts"))
    import browser  # noqa: PLC0415 - a module of the scripts, where no package leads

    shown = [page for page in pages(playbook, "sv") if page.key not in LEFT_OUT]
    chosen = [*{page.key.split("/")[0]: page for page in shown if page.source}.values()]
    other = {page.key: page.url for page in pages(playbook, "en")}
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=browser.find(), args=browser.arguments())
        tab = window.new_page()
        said = []
        tab.on("pageerror", lambda error: said.append(f"{tab.url}: {error}"))
        tab.on(
            "request", lambda asked: asked.url.startswith((site.address, "data:", "blob:")) or said.append(asked.url)
        )
        for page in chosen:
            tab.goto(site.address + page.url)
            if not tab.title().startswith(page.title) or str(7 * 191) in tab.inner_text("body"):
                yield f"/{page.url}: a text was not left as it is: {tab.title()}"
            tab.click(SWITCH)
            if tab.url != site.address + other[page.key]:
                yield f"/{page.url}: the switch leads to {tab.url}"
            tab.click(SWITCH)
            if tab.url != site.address + page.url:
                yield f"/{page.url}: the switch does not lead back but to {tab.url}"
        if searched:
            yield from _searched(tab, site, chosen[-1])
        yield from said
        window.close()


def _searched(tab, site, page):
    """Search for a page by its title, as a reader of Zensical's site does."""
    tab.goto(site.address + page.url, wait_until="networkidle")
    tab.keyboard.press("Control+k")
    tab.keyboard.type(page.title)
    try:
        tab.wait_for_selector(f'[role="option"][href*="{page.url}"]', timeout=10_000)
    except TimeoutError:
        yield f"a search for {page.title} does not find it"


def hostile_project(folder):
    """Fill a folder with the small playbook, every text in it an attack."""
    project = small_project(folder)
    for kind in KINDS:
        for file in (project / "playbook" / kind.folder).glob("*.yml"):
            content = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - builds texts alone
            file.write_text(yaml.safe_dump(_attacking(content), allow_unicode=True), "utf-8")
    return project


def _attacking(node):
    if isinstance(node, dict):
        return {
            key: ATTACK if key in LOCALES and isinstance(value, str) else value if key == "slug" else _attacking(value)
            for key, value in node.items()
        }
    return [_attacking(item) for item in node] if isinstance(node, list) else node


def main():
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Build the pages with Zensical and walk the site.")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--small", action="store_true", help="take the small playbook")
    which.add_argument("--hostile", action="store_true", help="take the small playbook with attacks for texts")
    parser.add_argument("--mkdocs", action="store_true", help="build with MkDocs and Material instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        make = hostile_project if options.hostile else small_project
        project = make(Path(place) / "project") if options.small or options.hostile else ROOT
        folder = project / ".cache" / "zensical" / "site"
        with serving(folder) as site:
            (mkdocs if options.mkdocs else zensical)(written(project, site.address))
            playbook = check_folder(project / "playbook").playbook
            found = [*faults(folder, playbook, site.address), *in_browser(site, playbook, searched=not options.mkdocs)]
            seen = [] if found else [*planted(folder, playbook, site.address)]
        count = sum(1 for _ in folder.rglob("index.html"))
    print(f"{'mkdocs' if options.mkdocs else 'zensical'}: {count} pages, {len(found)} faults", *found[:50], sep="\n")
    print(f"{len(seen)} faults planted, {sum(caught for _, caught in seen)} found")
    missed = [name for name, caught in seen if not caught]
    print(*missed, sep="\n")
    return 1 if found or missed else 0


if __name__ == "__main__":
    sys.exit(main())
