# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that everyone can reach and read are accepted; the schema's pattern refuses none of them."""

import re

import pytest

from spelbok.model import urls
from spelbok.model.values import URL_PATTERN


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org/",
        "https://example.org/a_(b)?c=d#e",
        "http://www.example.org:8080/",
        "https://EXAMPLE.org/",
        "https://example.org./",
        "https://räksmörgås.se/",
        "https://xn--rksmrgs-5wao1o.se/",
        "https://пример.рф/",
        "https://my_host.example.org/",
        "https://a.b.c.example.museum/",
        "https://123.example.org/",
    ],
)
def test_a_public_address_is_accepted(url):
    assert urls.fault(url) is None
    assert re.search(URL_PATTERN, url)


@pytest.mark.parametrize(
    "url",
    ["http:", "https://", "http:///x", "http://localhost/", "https://intranet", "http://127.0.0.1/", "https://[::1]/"],
)
def test_the_pattern_of_the_form_refuses_what_the_check_refuses(url):
    assert urls.fault(url)
    assert not re.search(URL_PATTERN, url)


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("https://user:secret@example.org/", "remove the name and password"),
        ("https://10.0.0.1/", "host's name instead of its number"),
        ("https://printer.local/", "own machine or network"),
        ("https://server/", "without a dot"),
        ("https://ex\u0430mple.org/", "look like others"),
        ("https://example.org:0/", "number of the port"),
        ("https://exa--.org/", "between // and the next /"),
        ("javascript:alert(1)", "write the whole address"),
    ],
)
def test_each_fault_has_its_own_advice(url, advice):
    fault = urls.fault(url)
    assert fault
    assert advice in fault.en
    assert fault.sv


def test_mail_goes_to_a_public_host():
    assert urls.fault("mailto:a.b@example.org") is None
    assert urls.fault("mailto:a@localhost")
