// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// The script of a module's page for frames.

import { knowledgeCheck } from "./knowledge-check.js";

knowledgeCheck(document.querySelector(".sb-check"));
