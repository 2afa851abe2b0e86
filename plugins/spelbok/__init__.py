# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spelbok: from structured YAML entries to a bilingual playbook.

The way of the data, one direction only::

    YAML text - source - typed model - Playbook - checks - pages and exports

Only :mod:`spelbok.playbook.loader`, :mod:`spelbok.build.pipeline`, :mod:`spelbok.build.preview.server` and the
command line touch files; everything between is functions over values.
"""
