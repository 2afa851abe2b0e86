# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plant faults in a sound site, one at a time, and see that each is found: ``python -m tests.faults``.

The site is a handful of files that hold everything that the check of a built
site looks at. The exit code is 1 if any fault is missed, or if the check finds
something in the sound site.
"""

import io
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

from spelbok.checks.site import check_site, read_site
from spelbok.site.csp import HEAD

SITE = "https://agency.example/playbook/"
START = f'<!doctype html><html lang="sv"><head><meta charset="utf-8">{HEAD}'
PAGE = (
    START
    + """<link rel="canonical" href="{base}{url}">
<link rel="alternate " hreflang="sv" href="{base}a/"><link rel="alternate " hreflang="en" href="{base}en/a/">
<link rel="stylesheet" href="{up}style.css"></head>
<body><h1 id="top">A</h1><a href="{up}{other}#top">other</a> <a href="https://elsewhere.example/x">out</a>
<a href="#top">top</a> <a href="mailto:a@b.example">mail</a> <img src="data:,"><script type="application/ld+json">{{}}
</script><p>One = two, on = off</p>{extra}</body></html>"""
)
SITEMAP = f"<urlset><url><loc>{SITE}a/</loc></url><url><loc>{SITE}en/a/</loc></url></urlset>"
FORWARD = f'{START}<meta http-equiv="refresh" content="0; url=%s"><link rel="canonical" href="%s"></head></html>'
DECOMPOSED = unicodedata.normalize("NFD", "é")


def package(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return data.getvalue()


#: Files of the sound site, by name. A fault changes one of them or adds another.
SOUND = {
    "a/index.html": PAGE.format(base=SITE, url="a/", up="../", other="en/a/", extra="{extra}"),
    "en/a/index.html": PAGE.format(base=SITE, url="en/a/", up="../../", other="a/", extra=""),
    "style.css": "",
    "404.html": f'{START}<link rel="stylesheet" href="/playbook/style.css"></head><body></body></html>',
    "old/index.html": FORWARD % ("../a/", f"{SITE}a/"),
    "sitemap.xml": SITEMAP,
    "data.json": f'{{"url": "{SITE}a/", "search": "{SITE}a/{{term}}", "text": "See {SITE}en/a/."}}',
    "course.zip": package(one__html='<a href="two.html">x</a><a href="$HOME$/x">x</a>', two__html=f"<a href='{SITE}'>"),
    "index.html": f"{START}</head><body></body></html>",
}

#: Kind of fault, and what it puts into a page.
IN_A_PAGE = [
    ("dead-link", '<a href="../b/">x</a>'),
    ("dead-link", '<a href="/playbook/b/">x</a>'),
    ("dead-link", f'<a href="{SITE}b/">x</a>'),
    ("dead-link", '<link rel="alternate" type="application/atom+xml" href="../feeds/x.xml">'),
    ("dead-link", '<a href="../A/">x</a>'),
    ("dead-link", '<a href="..%2Fb">x</a>'),
    ("dead-link", '<a href="http://[">x</a>'),
    ("dead-link", '<form action="gone/"></form>'),
    ("dead-link", '<map name="m"><area href="../b/" alt="x"></map>'),
    ("dead-link", '<img src="x.png" alt="">'),
    ("dead-link", '<img src="../style.css" srcset="../style.css 1x, x.png 2x" alt="">'),
    ("dead-link", '<svg><use href="x.svg"/></svg>'),
    ("dead-link", '<script src="x.js"></script>'),
    ("dead-link", '<link rel="stylesheet" href="x.css">'),
    ("dead-anchor", '<a href="#bottom">x</a>'),
    ("dead-anchor", '<a href="../en/a/#bottom">x</a>'),
    ("dead-anchor", f'<a href="{SITE}en/a/#Top">x</a>'),
    ("dead-anchor", '<a href="?q=1#bottom">x</a>'),
    ("duplicate-anchor", '<p id="top">x</p>'),
    ("duplicate-anchor", '<svg><g id="top"/></svg>'),
    ("inline-code", "<script>x</script>"),
    ("inline-code", '<script type="module">x</script>'),
    ("inline-code", "<style>p {}</style>"),
    ("inline-code", '<p style="color: red">x</p>'),
    ("inline-code", '<p onclick="x()">x</p>'),
    ("inline-code", "<svg/onload=x()>"),
    ("inline-code", '<a href="javascript:x()">x</a>'),
    ("inline-code", '<a href=" Java\nScript:x()">x</a>'),
    ("inline-code", '<a href="data:text/html,x">x</a>'),
    ("foreign-resource", '<script src="https://cdn.example/x.js"></script>'),
    ("foreign-resource", '<link rel="stylesheet" href="//fonts.example/x.css">'),
    ("foreign-resource", '<img src="https://elsewhere.example/x.png" alt="">'),
    ("foreign-resource", '<iframe src="https://elsewhere.example/"></iframe>'),
]
#: Kind of fault, the file that has it, what it replaces there ("" for a new file) and with what.
IN_A_FILE = [
    ("wrong-canonical", "a/index.html", 'canonical" href="' + SITE + "a/", 'canonical" href="' + SITE + "b/"),
    ("wrong-canonical", "a/index.html", 'canonical" href="' + SITE, 'canonical" href="https://other.example/'),
    ("wrong-canonical", "old/index.html", f'canonical" href="{SITE}a/', f'canonical" href="{SITE}gone/'),
    ("dead-link", "old/index.html", "url=../a/", "url=../gone/"),
    ("dead-link", "old/index.html", "0; url=../a/", "5;URL='../gone/'"),
    ("broken-pair", "a/index.html", "{extra}", f'<link rel="alternate" hreflang="no" href="{SITE}a/b/">'),
    ("broken-pair", "a/index.html", "{extra}", f'<link rel="alternate" hreflang="no" href="{SITE}index.html">'),
    (
        "broken-pair",
        "a/index.html",
        "{extra}",
        '<link rel="alternate" hreflang="no" href="https://elsewhere.example/">',
    ),
    ("missing-pair", "a/index.html", f'<link rel="alternate " hreflang="en" href="{SITE}en/a/">', ""),
    ("redirect-chain", "older/index.html", "", FORWARD % ("../old/", f"{SITE}a/")),
    ("wrong-sitemap", "sitemap.xml", f"<url><loc>{SITE}a/</loc></url>", ""),
    ("wrong-sitemap", "sitemap.xml", f"<loc>{SITE}en/a/", f"<loc>{SITE}a/"),
    ("wrong-sitemap", "sitemap.xml", "</urlset>", f"<url><loc>{SITE}old/</loc></url></urlset>"),
    ("dead-link", "sitemap.xml", "</urlset>", f"<url><loc>{SITE}gone/</loc></url></urlset>"),
    ("dead-link", "data.json", f"{SITE}a/", f"{SITE}gone/"),
    ("dead-link", "feed.xml", "", f'<feed><link href="{SITE}gone/"/></feed>'),
    ("dead-link", "llms.txt", "", f"See {SITE}gone/."),
    ("dead-link", "other.zip", "", package(page__html='<a href="gone.html">x</a>')),
    ("dead-link", "other.imscc", "", package(page__html=f'<a href="{SITE}gone/">x</a>')),
    ("dead-link", "other.zip", "", package(data__xml=f"<x>{SITE}gone/</x>")),
    ("colliding-address", "A/index.html", "", FORWARD % ("../a/", f"{SITE}a/")),
    ("colliding-address", "a.html", "", FORWARD % ("a/", f"{SITE}a/")),
    ("colliding-address", f"caf{DECOMPOSED}.txt", "", ""),
    ("missing-policy", "404.html", HEAD, ""),
    ("missing-policy", "a/index.html", "script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    ("missing-policy", "a/index.html", HEAD, f"<title>x</title>{HEAD}"),
    ("missing-policy", "a/index.html", '<meta charset="utf-8">', ""),
]


def plant(folder, extra="", **changed):
    """Write the sound site with ``extra`` in its page and some files changed or added."""
    for name, content in {**SOUND, "caf\xe9.txt": "", **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.replace("{extra}", extra).encode())
    return folder


def faults():
    """Yield every fault: its kind, what it puts into the page, and the files that it changes."""
    for code, extra in IN_A_PAGE:
        yield code, extra, {}
    for code, name, old, new in IN_A_FILE:
        assert not old or old in SOUND[name]
        yield code, "", {name: SOUND[name].replace(old, new) if old else new}


def codes_of(folder, base=SITE):
    """Return the kinds of fault that the check finds."""
    return [item.code.name for item in check_site(read_site(folder, base))]


def main():
    """Run the command; return its exit code."""
    planted, found = Counter(), Counter()
    with tempfile.TemporaryDirectory() as place:
        sound = codes_of(plant(Path(place) / "sound"))
        for number, (code, extra, changed) in enumerate(faults()):
            planted[code] += 1
            found[code] += code in codes_of(plant(Path(place) / str(number), extra, **changed))
    for code in sorted(planted):
        print(f"{code}: {planted[code]} planted, {found[code]} found")
    print(
        f"{planted.total()} faults of {len(planted)} kinds planted, {found.total()} found; {len(sound)} in a sound site"
    )
    return 1 if found != planted or sound else 0


if __name__ == "__main__":
    sys.exit(main())
