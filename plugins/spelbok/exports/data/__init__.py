# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exports for other programs: catalogue, feeds, linked data, llms.txt."""
