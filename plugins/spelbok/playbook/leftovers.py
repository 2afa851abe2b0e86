# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that editors, merge tools and systems leave beside others: locks, backups, swap files. Nobody means them."""

import re

#: What file managers put into any folder that is looked at, in lower case.
OF_SYSTEMS = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".directory"})

_OF_EDITORS = re.compile(
    r"""
    \.\#.* | \#.*\#           # Emacs: a lock, which is a link that leads nowhere; a text that is not saved yet
    | .*~                     # many: a backup
    | \..*\.sw[a-p] | 4913    # Vim: a swap file, its test whether a folder may be written
    | .*\.kate-swp            # Kate
    | .*___jb_(tmp|old)___    # JetBrains
    | \.goutputstream-.*      # programs of GNOME
    | \.~lock\..*\#           # LibreOffice
    | \._.*                   # macOS on other file systems
    | \.nfs[0-9a-f]+          # NFS: removed, and still open somewhere
    | .*\.(orig|rej|bak|tmp)  # git, patch and many others
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_leftover(name: str) -> bool:
    """Whether a file of this name, without its folder, is one that a program leaves behind."""
    return name.casefold() in OF_SYSTEMS or _OF_EDITORS.fullmatch(name) is not None
