# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The playbook as one value, and what reads, compares and changes its files."""

from spelbok.playbook.playbook import Loaded, Playbook

__all__ = ["Loaded", "Playbook"]
