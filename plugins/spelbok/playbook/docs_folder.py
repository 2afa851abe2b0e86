# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files of ``docs/`` are published: by kind, content, name and size.

The list names what is allowed. SVG is not: it is a document that can hold
scripts and links, and a picture can be saved as PNG or WebP instead. The
theme's own files are code, and are reviewed as such.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from spelbok.diagnostics import START, Diagnostic, codes
from spelbok.locales import LOCALES, Phrase
from spelbok.playbook.leftovers import is_leftover

#: Folders of ``docs/`` that hold no content: the theme, and what developers read.
NOT_CONTENT = frozenset({"theme", "dev", "adr"})
#: The largest file, in bytes.
MAX_BYTES = 20 * 1024 * 1024
#: So much of a file is read to see what it is, in bytes.
_HEAD = 4096

_Test = Callable[[bytes], bool]


def _begins(*signs: bytes) -> _Test:
    return lambda head: head.startswith(signs)


def _is_text(head: bytes) -> bool:
    return b"\0" not in head


#: Every kind of file that may lie beside the pages, with a test of its first bytes.
KINDS: dict[str, _Test] = {
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    ".jpg": _begins(b"\xff\xd8\xff"),
    ".jpeg": _begins(b"\xff\xd8\xff"),
    ".gif": _begins(b"GIF87a", b"GIF89a"),
    ".webp": lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP",
    ".avif": lambda head: head[4:12] in {b"ftypavif", b"ftypavis"},
    ".pdf": _begins(b"%PDF-"),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), _begins(b"PK\x03\x04")),
    ".txt": _is_text,
    ".csv": _is_text,
}
#: What hosts and programs look for: a file at the root of ``docs/``, and a folder of data.
_OF_HOSTS = frozenset({"CNAME"})
_WELL_KNOWN = ".well-known"
_WELL_KNOWN_KINDS = frozenset({"", ".txt", ".json"})
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss"})
_PICTURE = Phrase("spara bilden som .png eller .webp", "save the image as .png or .webp")
_CODE = Phrase(
    "sådant hör till mallarna i docs/theme; skriv innehållet som en sida i Markdown (.md)",
    "such files belong to the templates in docs/theme; write the content as a page in Markdown (.md)",
)
_OTHER = Phrase(
    "lägg filen någon annanstans, eller spara den som .pdf, .txt eller .csv",
    "put the file elsewhere, or save it as .pdf, .txt or .csv",
)
_ADVICE = {
    **dict.fromkeys((".svg", ".svgz", ".bmp", ".tif", ".tiff", ".heic", ".ico"), _PICTURE),
    **dict.fromkeys(
        (".htm", ".html", ".xhtml", ".xht", ".xml", ".js", ".mjs", ".css", ".wasm", ".php", ".swf", ".webmanifest"),
        _CODE,
    ),
    ".markdown": Phrase("ge filen ändelsen .md", "give the file the suffix .md"),
}


def is_content(name: str) -> bool:
    """Whether a file of ``docs/``, named from there, belongs to the content: not hidden, and not the theme's."""
    parts = PurePosixPath(name).parts
    return parts[0] not in NOT_CONTENT and not any(part.startswith(".") for part in parts if part != _WELL_KNOWN)


def is_published(name: str) -> bool:
    """Whether a file of ``docs/``, named from there, is of a kind that is published beside the theme."""
    suffix = PurePosixPath(name).suffix
    return is_content(name) and (suffix in {".md", *KINDS} or name in _OF_HOSTS or _is_well_known(name))


def _is_well_known(name: str) -> bool:
    return name.startswith(f"{_WELL_KNOWN}/") and PurePosixPath(name).suffix in _WELL_KNOWN_KINDS


def strange_files(folder: Path, *, follow: bool = False) -> Iterator[Diagnostic]:
    """Report links, devices and the like below a folder, and the folder itself if it is one, unless ``follow``.

    Nothing below the folder is followed or opened.
    """
    if folder.is_symlink() and not follow:
        yield Diagnostic(codes.UNEXPECTED_FILE, folder.as_posix(), START)
        return
    for place, folders, names in os.walk(folder):
        for path in (Path(place, name) for name in (*folders, *names)):
            if is_leftover(path.name) and not path.is_dir():
                continue
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                yield Diagnostic(codes.UNEXPECTED_FILE, path.as_posix(), START)


def files(docs: Path) -> Iterator[str]:
    """Yield the plain files of the content by their names from ``docs/``, in order. No link is followed."""
    if docs.is_symlink():
        return
    for place, folders, names in os.walk(docs):
        here = Path(place).relative_to(docs)
        folders[:] = sorted(name for name in folders if is_content((here / name).as_posix()))
        for name in sorted(names):
            path = Path(place, name)
            is_ours = is_content((here / name).as_posix()) and not is_leftover(name)
            if is_ours and path.is_file() and not path.is_symlink():
                yield (here / name).as_posix()


def check(docs: Path) -> Iterator[Diagnostic]:
    """Report every file of the content that cannot be published as it is."""
    pages: dict[str, str] = {}
    told: set[PurePosixPath] = set()
    for name in files(docs):
        path, file = PurePosixPath(name), f"{docs.as_posix()}/{name}"
        if name in _OF_HOSTS or _is_well_known(name):
            continue
        for part in (path, *path.parents):
            if part not in told and part.name not in {"", _WELL_KNOWN} and not _is_safe(part.name):
                params = {"name": part.name, "suggestion": safe_name(part.name)}
                yield Diagnostic(codes.UNSAFE_FILE_NAME, file, START, params)
            told.add(part)
        if path.suffix != ".md":
            yield from _of_kind(docs / name, path.suffix.lower(), file)
        elif path.parts[0] not in LOCALES:
            yield Diagnostic(codes.MISPLACED_PAGE, file, START)
        else:
            address = name.removesuffix(".md").removesuffix("/index")
            first = pages.setdefault(address, file)
            if first != file:
                yield Diagnostic(codes.COLLIDING_ADDRESS, file, START, {"file": first})


def _of_kind(path: Path, suffix: str, file: str) -> Iterator[Diagnostic]:
    """Report a file beside the pages that is of another kind, another content or too large."""
    test = KINDS.get(suffix)
    if test is None:
        advice = _ADVICE.get(suffix, _OTHER)
        params = {"kind": suffix or path.name, "advice_sv": advice.sv, "advice_en": advice.en}
        yield Diagnostic(codes.FILE_KIND, file, START, params)
        return
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        yield Diagnostic(codes.UNEXPECTED_FILE, file, START)
        return
    if not test(head):
        yield Diagnostic(codes.WRONG_CONTENT, file, START, {"kind": suffix})
    if size > MAX_BYTES:
        params = {"size": str(size // 1024**2), "limit": str(MAX_BYTES // 1024**2)}
        yield Diagnostic(codes.LARGE_FILE, file, START, params)


def _is_safe(name: str) -> bool:
    """Whether a name means the same on every system and in every address."""
    return bool(_NAME.fullmatch(name)) and name.partition(".")[0] not in _DEVICES and ".." not in name


def safe_name(name: str) -> str:
    """Return a name of a file or folder with letters that every system has: ``Ny sida.md`` becomes ``ny-sida.md``."""
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    words = _words(stem) or "sida"
    return f"{words}{'-1' if words in _DEVICES else ''}{dot}{_words(suffix)}"


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9_]+", plain))
