# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""llms.txt: the playbook's contents for language models, in the form of llmstxt.org."""

from collections.abc import Iterator

from spelbok.exports.files import File
from spelbok.exports.texts import Texts
from spelbok.locales import LOCALES
from spelbok.playbook import Playbook
from spelbok.site.plain_text import link_text, one_line
from spelbok.site.routes import DATA, named_url, root


def files(playbook: Playbook, site: str) -> Iterator[File]:
    """Yield ``llms.txt`` in each language, every published entry with its permanent address."""
    for locale in LOCALES:
        yield File(f"{root(locale)}llms.txt", _contents(Texts(playbook, locale, site)).encode())


def _contents(texts: Texts) -> str:
    publisher = texts.playbook.publisher
    lines = [
        f"# {link_text(texts.plain(publisher.service))}",
        "",
        f"> {texts.label('llms_intro')} {one_line(publisher.licence.name)}: {publisher.licence.url}",
    ]
    for kind in texts.playbook.kinds:
        entries = [entry for entry in texts.playbook.of(kind) if entry.is_current]
        if entries:
            lines += ["", f"## {texts.kind(kind, many=True)}", ""]
            lines += [
                f"- [{link_text(texts.plain(entry.title))}]({texts.url(entry)}): {texts.plain(entry.summary)}"
                for entry in texts.playbook.in_order(entries, texts.locale)
            ]
    about = texts.site + named_url(texts.playbook, "open-data", texts.locale)
    lines += ["", f"## {texts.label('open_data')}", ""]
    lines += [
        f"- [catalog.json]({texts.site}{DATA}catalog.json)",
        f"- [{link_text(texts.label('open_data'))}]({about})",
    ]
    return "\n".join(lines) + "\n"
