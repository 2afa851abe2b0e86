# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: every entry with its addresses, its version and its packages, for programs.

The models here are the form of ``/data/v1/``. Its JSON Schemas derive from
them, and its version is in the address: what is there is never renamed or taken
away, fields may be added.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Literal

from spelbok.exports.data.content import Json, changed, content, table
from spelbok.exports.files import File
from spelbok.exports.lms.packages import Package, Packages, packages_of
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES, Locale
from spelbok.model import Entry, json_schema
from spelbok.model.publisher import Licence
from spelbok.model.values import Id, Model, Summary, Title, described
from spelbok.playbook import Playbook
from spelbok.site.routes import DATA, entry_url, feed_url, former_urls, permanent_url

Address = str
#: Parts of the vocabulary that are the site's own words, and nobody's data.
_OF_THE_SITE = frozenset({"labels", "pages"})


class PackageRecord(Model):
    """A package for course systems."""

    form: str = described("Vad paketet är.", "What the package is.", examples=["scorm-offline"])
    language: Locale = described("Paketets språk.", "The package's language.")
    url: Address = described("Adress, ändras aldrig.", "Address, never changes.")
    media_type: str = described("Medietyp.", "Media type.")
    bytes: int = described("Storlek i byte.", "Size in bytes.", ge=1)
    sha256: str = described("Innehållets SHA-256.", "SHA-256 of the content.", pattern="^[0-9a-f]{64}$")


class LanguageRecord(Model):
    """An entry's addresses in one language."""

    url: Address = described("Adress som aldrig ändras.", "Address that never changes.")
    page: Address = described("Sidans adress i dag.", "The page's address today.")
    feed: Address = described("Atomflöde med ändringar.", "Atom feed of changes.")
    former: tuple[Address, ...] = described(
        "Adresser som sidan har haft, äldst först. De leder vidare.",
        "Addresses that the page has had, the oldest first. They lead on to it.",
        default=(),
    )


class Languages(Model):
    """Addresses by language."""

    sv: LanguageRecord
    en: LanguageRecord


class Record(Model):
    """An entry of the catalogue."""

    id: Id = described("Postens id, ändras aldrig.", "The entry's id, never changes.")
    kind: str = described("Slag av post.", "Kind of entry.")
    status: Literal["published", "archived"] = described(
        "Publicerad, eller arkiverad: texten står kvar men underhålls inte.",
        "Published, or archived: the text remains but is not maintained.",
    )
    title: Title = described("Rubrik.", "Title.")
    summary: Summary = described("Sammanfattning.", "Summary.")
    version: str | None = described("Version, där slaget har en.", "Version, where the kind has one.", default=None)
    changed: dt.date = described(
        "Senaste ändring enligt ändringsloggen; utan logg dagen då texten senast lästes igenom.",
        "Latest change by the change log; without a log the day on which the text was last read.",
    )
    url: Address = described(
        "Adress som aldrig ändras, på läsarens språk.", "Address that never changes, in the reader's language."
    )
    successor: Address | None = described(
        "Posten att läsa i stället, när den här är arkiverad.",
        "The entry to read instead, when this one is archived.",
        default=None,
    )
    data: Address = described("Posten som JSON.", "The entry as JSON.")
    languages: Languages = described("Adresser på varje språk.", "Addresses in each language.")
    packages: tuple[PackageRecord, ...] = described("Paket för kurssystem.", "Packages for course systems.")


class EntryFile(Record):
    """An entry with all of its content."""

    content: dict[str, Any] = described(
        "Postens fält, som i filen där den är skriven.", "The entry's fields, as in the file that it is written in."
    )


class Catalogue(Model):
    """All published entries of a playbook."""

    format: Literal["1.0"] = described("Formatets version.", "Version of the format.")
    name: Title = described("Vad spelboken heter.", "What the playbook is called.")
    licence: Licence = described("Texternas licens.", "The licence of the texts.")
    site: Address = described("Webbplatsens adress.", "The site's address.")
    entries: tuple[Record, ...] = described(
        "Posterna, i samma ordning som på webbplatsen.", "The entries, in the order of the site."
    )


def record(packages: Packages, site: str, entry: Entry) -> Record:
    """Return an entry's record."""
    successor = entry.retired.successor if entry.retired else None
    return Record(
        id=entry.id,
        kind=entry.kind,
        status="archived" if str(entry.status) == "archived" else "published",
        title=entry.title,
        summary=entry.summary,
        version=getattr(entry, "version", None),
        changed=changed(entry),
        url=site + permanent_url(entry.id),
        successor=site + permanent_url(successor.id) if successor else None,
        data=f"{site}{DATA}entries/{entry.id}.json",
        languages=Languages(sv=_language(site, entry, "sv"), en=_language(site, entry, "en")),
        packages=tuple(_package(site, package) for locale in LOCALES for package in packages.of(entry, locale)),
    )


def _language(site: str, entry: Entry, locale: Locale) -> LanguageRecord:
    return LanguageRecord(
        url=site + permanent_url(entry.id, locale),
        page=site + entry_url(entry, locale),
        feed=site + feed_url(entry, locale),
        former=tuple(site + url for url in former_urls(entry, locale)),
    )


def _package(site: str, package: Package) -> PackageRecord:
    return PackageRecord(
        form=package.form,
        language=package.locale,
        url=site + package.url,
        media_type=package.media_type,
        bytes=len(package.content),
        sha256=package.sha256,
    )


def files(playbook: Playbook, site: str) -> Iterator[File]:
    """Yield the packages, the catalogue that lists them, each entry and its file, words, tables and schemas."""
    packages = packages_of(playbook, site)
    for package in packages.all():
        yield File(package.url, package.content)
    entries = [entry for entry in playbook.entries if entry.is_published]
    records = {entry.id: record(packages, site, entry) for entry in entries}
    publisher = playbook.publisher
    catalogue = Catalogue(
        format="1.0",
        name=publisher.service,
        licence=publisher.licence,
        site=site,
        entries=tuple(records.values()),
    )
    yield _json(site, "catalog", "catalog", content(catalogue))
    for entry in entries:
        data = content(records[entry.id])
        assert isinstance(data, dict)
        yield _json(site, f"entries/{entry.id}", "entry", {**data, "content": content(entry)})
        yield File(f"{DATA}entries/{entry.id}.yml", playbook.document(entry).text.encode())
    yield _json(site, "vocabulary", "vocabulary", content(playbook.vocabulary, _OF_THE_SITE))
    yield _json(site, "glossary", "glossary", content(playbook.glossary))
    for kind in playbook.kinds:
        for locale in LOCALES:
            mine = playbook.in_order((entry for entry in entries if isinstance(entry, kind)), locale)
            yield File(f"{DATA}csv/{kind.folder}.{locale}.csv", table(Texts(playbook, locale, site), mine))
    for name, text in schemas(playbook, site).items():
        yield File(f"{DATA}schema/{name}", text.encode())


def schemas(playbook: Playbook, site: str) -> dict[str, str]:
    """Return the JSON Schema of every kind of file, by name: those of editors, and the catalogue's own."""
    base = f"{site}{DATA}schema/"
    found = {name: json.loads(text) for name, text in json_schema.schemas(playbook.kinds, playbook.vocabulary).items()}
    for name in _OF_THE_SITE:
        del found["vocabulary.json"]["properties"][name]
        found["vocabulary.json"]["required"].remove(name)
    found["catalog.json"] = Catalogue.model_json_schema()
    found["entry.json"] = EntryFile.model_json_schema()
    found["entry.json"]["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind.kind}}},
            "then": {"properties": {"content": {"$ref": f"{kind.kind}.json"}}},
        }
        for kind in playbook.kinds
    ]
    for name, found_schema in found.items():
        found_schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        found_schema["$id"] = base + name
        found_schema["properties"]["$schema"] = {"type": "string", "format": "uri"}
    return {name: _text(found_schema) for name, found_schema in found.items()}


def _json(site: str, name: str, form: str, data: Json) -> File:
    assert isinstance(data, dict)
    named: Json = {"$schema": f"{site}{DATA}schema/{form}.json", **data}
    return File(f"{DATA}{name}.json", _text(named).encode())


def _text(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
