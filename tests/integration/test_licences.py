# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others have made is published with its licence."""

from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_spelbok import licences
from tests.conftest import ROOT
from tests.site import small_project, spelbok

VENDOR = ROOT / "docs" / "theme" / "assets" / "vendor"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    project = small_project(tmp_path_factory.mktemp("licences") / "project")
    run = spelbok(project, "build", "--no-paper")
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


def test_every_library_in_the_site_has_its_licence_there(site):
    text = (site / licences.LICENCES).read_text("utf-8")
    published = {path.relative_to(site / "assets" / "vendor").parts[0] for path in site.rglob("vendor/*/*.js")}
    assert published == {path.name for path in VENDOR.iterdir()} >= {"json-schema", "minisearch", "snowball", "yaml"}
    for name in published:
        (notice,) = [path for path in (VENDOR / name).iterdir() if path.suffix != ".js"]
        assert notice.read_text("utf-8").strip() in text, name
    assert "Copyright (c) Jeremy Danyow" in text


def test_the_theme_whose_style_sheets_and_icons_are_used_has_its_licence_there(site):
    text = (site / licences.LICENCES).read_text("utf-8")
    assert "Martin Donath" in text
    assert "Pictogrammers Free License" in text


@pytest.mark.parametrize(("page", "label"), [("om-webbplatsen", "Licenser för"), ("en/about-the-site", "Licences of")])
def test_a_page_leads_to_it(site, page, label):
    html = (site / page / "index.html").read_text("utf-8")
    assert f'assets/licences.txt">{label}' in html


def test_a_library_without_a_licence_stops_the_build(tmp_path):
    folder = tmp_path / "assets" / "vendor" / "new"
    folder.mkdir(parents=True)
    (folder / "index.js").write_text("", "utf-8")
    config = SimpleNamespace(
        theme=SimpleNamespace(custom_dir=str(tmp_path), name="none", dirs=[str(tmp_path)]), site_dir=str(tmp_path)
    )
    with pytest.raises(PluginError, match="vendor/new has no LICENSE"):
        licences.write(config)
    (folder / "COPYING").write_text("Mine.", "utf-8")
    licences.write(config)
    assert "Mine." in (tmp_path / licences.LICENCES).read_text("utf-8")
