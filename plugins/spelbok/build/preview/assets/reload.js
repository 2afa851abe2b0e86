// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2
//
// In the preview: loads the page anew when a build has ended.

const events = new EventSource(`/_spelbok/events?after=${document.currentScript.dataset.after}`);
events.onmessage = () => location.reload();
