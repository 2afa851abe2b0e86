# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markup that entries do not render is named where it stands; what they render, and ordinary text, is not."""

import time

import pytest

from spelbok.checks.markup import _is_same_page
from spelbok.language.markup import unrendered

#: A text, its form, the stretch that is named, and a part of what it is called.
SEEN = [
    ("## Så gör ni\n\nText.", "block", "## Så gör ni", "heading"),
    ("- ## Så gör ni", "block", "## Så gör ni", "heading"),
    ("> # Så", "block", "# Så", "heading"),
    ("# Så", "inline", "# Så", "heading"),
    ("# Så", "plain", "# Så", "heading"),
    ("Så gör ni\n=========\n\nText.", "block", "=========", "underlined heading"),
    ("Så gör ni\n---\n\nText.", "block", "---", "underlined heading"),
    ("Det är visat.[^1]", "block", "[^1]", "footnote"),
    ("[^1]: Enligt rapporten 2024.", "block", "[^1]:", "footnote"),
    ("![Ritning](https://example.org/d.png)", "block", "![Ritning](https://example.org/d.png)", "image"),
    ("![Ritning][d]", "inline", "![Ritning]", "image"),
    ("- [ ] Boka rum", "block", "[ ]", "task"),
    ("1. [x] Boka rum", "block", "[x]", "task"),
    ("[ ] Boka rum", "inline", "[ ]", "task"),
    ("Rad ett<br>rad två", "block", "<br>", "HTML"),
    ("Rad ett<br />rad två", "inline", "<br />", "HTML"),
    ('<span class="x">ord</span>', "block", '<span class="x">', "HTML"),
    ("ord</b>", "plain", "</b>", "HTML"),
    ("<!-- dolt -->", "block", "<!--", "HTML"),
    ("> [!NOTE]\n> Kom ihåg.", "block", "[!NOTE]", "alert"),
    ("!!! note\n    Kom ihåg.", "block", "!!! note", "admonition"),
    ('??? info "Mer"\n    Text.', "block", '??? info "Mer"', "admonition"),
    ("::: tip\nText.\n:::", "block", "::: tip", "admonition"),
    ('=== "Flik"\n    Text.', "block", '=== "Flik"', "tabs"),
    ("Det är ~~fel~~ rätt.", "block", "~~fel~~", "struck"),
    ("Det är ==viktigt== nu.", "inline", "==viktigt==", "highlighted"),
    ("Det är ++nytt++ nu.", "inline", "++nytt++", "highlighted"),
    ("H~2~O", "block", "~2~", "superscript"),
    ("x^2^", "plain", "^2^", "superscript"),
    ("Formeln $$a=b$$ gäller.", "block", "$$a=b$$", "formula"),
    ("Formeln $a_1$ gäller.", "block", "$a_1$", "formula"),
    ("Ord {.stor}", "block", "{.stor}", "attribute"),
    ("Ord {: .stor }", "block", "{: .stor }", "attribute"),
    ("Ord {#ett-id}", "block", "{#ett-id}", "attribute"),
    ('[x](id:x){target="_blank"}', "block", '{target="_blank"}', "attribute"),
    ('--8<-- "fil.md"', "block", '--8<-- "fil.md"', "included"),
    ("Klart :material-check: nu", "block", ":material-check:", "icon"),
    ("Bra :smile:", "plain", ":smile:", "icon"),
    ("Se [[oppen-dorr]].", "block", "[[oppen-dorr]]", "wiki"),
    ("*[IT]: informationsteknik", "block", "*[IT]: informationsteknik", "abbreviation"),
    ("Term\n: Förklaring", "block", ": Förklaring", "definition list"),
    ("Se https://example.org/sida där.", "block", "https://example.org/sida", "without a link"),
    ("Se www.example.org där.", "inline", "www.example.org", "without a link"),
    ("Se <www.example.org> där.", "block", "<www.example.org>", "without a link"),
    ("Se <example.org/sida>.", "block", "<example.org/sida>", "without a link"),
    ("[sidan](https://example.org/min sida.pdf)", "block", "[sidan](https://example.org/min sida.pdf)", "not whole"),
    ("[sidan] (https://example.org/)", "inline", "] (https://example.org/)", "not whole"),
    ("(sidan)[https://example.org/]", "block", "(sidan)[https://example.org/]", "not whole"),
    ("[sidan](https://example.org/ och mer", "block", "](https://example.org/", "not whole"),
    ("Se [rapporten][r].", "block", "[rapporten][r]", "address is missing"),
    ("Se [rapporten][].", "block", "[rapporten][]", "address is missing"),
    ("Se [rapporten][r].\n\n[q]: https://example.org/", "block", "[rapporten][r]", "address is missing"),
    ("Det är **viktigt nu.", "block", "**", "unclosed **"),
    ("Ett.\n\nDet är **viktigt nu.\n\nMer **rätt** text.", "block", "**", "unclosed **"),
    ("Skriv `kod nu.", "inline", "`", "unclosed `"),
    ("Fler&nbsp;ord", "plain", "&nbsp;", "entity"),
    ("Fler&#160;ord", "plain", "&#160;", "entity"),
    ("Fler &hittepå; &rubbish; ord", "block", "rubbish;", "entity"),
    ("- En punkt", "inline", "- En punkt", "list"),
    ("Ett\n- En punkt", "inline", "- En punkt", "list"),
    ("> Ett citat", "plain", "> Ett citat", "list"),
    ("**Viktigt** nu", "plain", "**Viktigt**", "emphasis"),
    ("*Viktigt* nu", "plain", "*Viktigt*", "emphasis"),
    ("`kod` nu", "plain", "`kod`", "emphasis"),
    ("[öppenhet](id:openness)", "plain", "[öppenhet](id:openness)", "emphasis"),
    ("| a | b |\n| c | d |", "block", "| a | b |", "table"),
    ("| a | b |", "inline", "| a | b |", "table"),
]


@pytest.mark.parametrize(("text", "form", "stretch", "name"), SEEN)
def test_markup_that_is_not_rendered_is_named(text, form, stretch, name):
    found = [(text[start:end], markup.what.en) for start, end, markup in unrendered(text, form)]

    assert any(stretch in shown and name in what for shown, what in found), found
    assert all(markup.what.sv and markup.advice.sv and markup.advice.en for _, _, markup in unrendered(text, form))


RENDERED = [
    ("Ett *ord* och **två** och `kod` och [länk](id:x).", "block"),
    ("- ett\n- två\n\n1. tre\n2. fyra", "block"),
    ("> Ett citat.", "block"),
    ("| a | b |\n| --- | --- |\n| c | d |", "block"),
    ("a | b\n--- | ---\nc | d", "block"),
    ("Ett.\n\n---\n\nTvå.", "block"),
    ("Skriv `## rubrik`, `<br>`, `[^1]`, `![x](y)` och ``a ` b``.", "block"),
    ("```\n## rubrik\n<br> ~~x~~ [ ] **\n```", "block"),
    ("    ## rubrik\n    <br>", "block"),
    (r"Skriv \# och \*\* och \[ \] och \<br\> och \`.", "block"),
    ("<https://example.org/> och <kontakt@example.org>", "inline"),
    ('[x](https://example.org/a_(b) "Titel") och [y](<https://example.org/a b>)', "block"),
    ("[https://example.org/](https://example.org/)", "inline"),
    ("[www.example.org](https://example.org/?a=b&c=d#e)", "inline"),
    ("Se [rapporten][r].\n\n[r]: https://example.org/", "block"),
    ("Fler&nbsp;ord &amp; tecken", "block"),
    ("Nummer 1, C#, #1 och 5 * 3 * 2 < 40 > 3, a_b_c och 50 % ~ 60", "block"),
    ("Det kostar $5 eller $10, AT&T.", "plain"),
    ("Öppet kl. 10:30: kom! (Alla [sic] får.)", "plain"),
    ("Vem gör vad? Se {title} på {page}.", "plain"),
    ("C++ och G++ är språk", "inline"),
    ("Skriv <namn> här", "inline"),
    ("En sak\n: nej\noch: ja", "inline"),
    ("Vänta -- nej", "inline"),
    ("Skriv till a@www.se", "inline"),
    ("1. Öppna dörren", "inline"),
]


@pytest.mark.parametrize(("text", "form"), RENDERED)
def test_ordinary_text_is_left_alone(text, form):
    assert [(text[start:end], markup.what.en) for start, end, markup in unrendered(text, form)] == []


@pytest.mark.parametrize(
    "sign",
    [
        *("`", "`` ` ", "[", "![", "[x](", "**", "~~", "==", "++", "<", "<b ", "$a", "$a=", "{.", ":a", "| ", "&a"),
        *("[^", "][", "[a][", "\n# ", "a\n=", "- [ ] ", "www.", "](https:", "](id: ", "\\", "> ", "- ", "\n: "),
        *(":::", "^", "_", "[x]((a", "[x](a(b)"),
    ],
)
@pytest.mark.parametrize("form", ["plain", "inline"])
def test_it_takes_linear_time(sign, form):
    started = time.process_time()
    unrendered(sign * (64_000 // len(sign)), form)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("https://example.org/sv/a", "https://example.org/en/a", True),
        ("https://example.org/a", "https://example.org/en/b", True),
        ("https://example.org/?lang=sv", "https://example.org/?lang=en", True),
        ("https://sv.example.org/wiki/Ord", "https://en.example.org/wiki/Word", True),
        ("https://www.example.org/a", "https://example.org/a", True),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://example.org/a", "https://example.com/en/a", False),
        ("id:open-door", "id:open-window", False),
        ("id:sv", "id:en", False),
    ],
)
def test_a_page_in_two_languages_is_one_page(first, second, is_same):
    assert _is_same_page(first, second) is is_same
