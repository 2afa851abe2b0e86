# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the scripts do. The scripts themselves are readable to any Python, and say which one is needed."""
