# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages as Markdown, for a site generator that is not ours.

One way only, from the HTML that the templates give: a new kind of entry needs
no second template, and every text goes through one door, :mod:`.text`.
"""
