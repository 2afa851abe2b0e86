# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""security.txt as RFC 9116 asks for it."""

import datetime as dt

from spelbok.checks.folder import check_folder
from spelbok.exports import security_txt

SITE = "https://agency.example/playbook/"


def test_the_file_names_a_contact_and_expires_within_a_year_of_the_last_review(small):
    playbook = check_folder(small).playbook
    (file,) = security_txt.files(playbook, SITE)
    fields = dict(line.split(": ", 1) for line in file.content.decode().splitlines())
    assert file.url == ".well-known/security.txt"
    assert fields["Contact"] == "https://git.example.org/agency/playbook/security"
    assert fields["Canonical"] == f"{SITE}.well-known/security.txt"
    assert fields["Preferred-Languages"] == "sv, en"
    newest = max(entry.reviewed for entry in playbook.entries)
    expires = dt.datetime.fromisoformat(fields["Expires"]).date()
    assert newest < expires < newest + dt.timedelta(days=365)


def test_without_a_contact_there_is_none(small):
    file = small / "publisher.yml"
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("security:")]
    file.write_text("\n".join(lines), "utf-8")
    assert list(security_txt.files(check_folder(small).playbook, SITE)) == []
