# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""End with a sentence where Python is too old. Must be readable to any Python, so nothing newer than 2.7 here."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - that is the question
    sys.exit("Spelbok needs Python 3.11 or newer; this is %s." % sys.version.split()[0])  # noqa: UP031 - as above
