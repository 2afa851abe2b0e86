# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The MkDocs plugin: puts the pages of :mod:`spelbok` on a MkDocs site."""
