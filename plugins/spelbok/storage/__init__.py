# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files on disk: a content-addressed cache, and writes that happen whole or not at all."""
