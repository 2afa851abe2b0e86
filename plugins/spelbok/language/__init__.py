# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said of a text's language: words, sentences, readability, spelling, wording, encoding.

Pure functions over text; places are offsets in it. Which texts there are, and
where they stand in a file, is for :mod:`spelbok.checks.language` to know.
"""
