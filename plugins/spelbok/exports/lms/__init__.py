# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exports for course systems: Common Cartridge, SCORM, GIFT."""
