# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the generator is: a playbook of any size to measure on, what is measured, and what it showed."""
