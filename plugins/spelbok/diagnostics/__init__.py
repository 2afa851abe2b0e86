# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mistakes in content as values: diagnostics, their codes and their reporters."""

from spelbok.diagnostics.diagnostic import START, Code, Diagnostic, Severity, Span, has_errors, in_order

__all__ = ["START", "Code", "Diagnostic", "Severity", "Span", "has_errors", "in_order"]
