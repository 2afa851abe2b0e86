# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""``publisher.yml``: who publishes the playbook, and what a public site owes its readers.

The accessibility statement has the parts that MDFFS 2019:2, 6 §, asks for
(regulation of the Swedish Agency for Digital Government under lag 2018:1937).
"""

from typing import Annotated, Literal

from pydantic import Field

from spelbok.model.values import (
    CRITERION_PATTERN,
    Date,
    Flag,
    FormUrl,
    Items,
    LanguageCode,
    Line,
    Model,
    Prose,
    Title,
    Url,
    Written,
    described,
)


class Channel(Model):
    """A way to reach the publisher."""

    name: Title = described("Vad vägen heter, till exempel E-post.", "What the way is called, such as E-mail.")
    text: Line = described(
        "Adressen eller numret, gärna som länk, och när någon svarar.",
        "The address or number, preferably as a link, and when somebody answers.",
    )


class Defect(Model):
    """Something on the site that is known not to be accessible."""

    what: Line = described(
        "Vad som inte fungerar, för vem och på vilka sidor.", "What does not work, for whom and on which pages."
    )
    basis: Literal["not-met", "disproportionate", "exempt"] = described(
        "Grund: not-met (kravet är inte uppfyllt än), disproportionate (oskäligt betungande, 12 §) "
        "eller exempt (omfattas inte av kraven, 9 §).",
        "Basis: not-met (the requirement is not met yet), disproportionate (a disproportionate burden, section 12) "
        "or exempt (outside the requirements, section 9).",
    )
    reason: Line = described("Varför det är så.", "Why it is so.")
    criterion: Annotated[Written, Field(pattern=CRITERION_PATTERN)] | None = described(
        "Framgångskriterium i WCAG, till exempel 1.4.3.", "Success criterion of WCAG, such as 1.4.3.", default=None
    )
    known_since: Date = described("Dagen då bristen blev känd.", "The day on which the defect became known.")
    mended_by: Date | None = described(
        "Dagen då den ska vara åtgärdad.", "The day by which it is to be mended.", default=None
    )


class Accessibility(Model):
    """What was assessed, how, and with what result."""

    compliance: Literal["full", "partial", "none"] = described(
        "Förenlighet med lagkraven: full (helt), partial (delvis) eller none (inte förenlig).",
        "Compliance with the requirements: full, partial or none.",
    )
    assessed: Date = described("Dagen för bedömningen.", "The day of the assessment.")
    updated: Date = described("Dagen då redogörelsen senast ändrades.", "The day on which the statement last changed.")
    method: Prose = described(
        "Hur bedömningen gjordes, och vad som inte bedömdes.", "How the assessment was made, and what was not assessed."
    )
    defects: Items[Defect] = described("Kända brister.", "Known defects.", default=())


class Hosting(Model):
    """Who keeps the web server, and what it records."""

    name: Written = described("Vem som har webbservern.", "Who keeps the web server.")
    text: Prose = described("Vad servern sparar om besökare.", "What the server keeps about visitors.")
    url: Url = described("Var leverantören berättar om det.", "Where the provider tells about it.")
    language: LanguageCode = described(
        "Den sidans språk, två bokstäver enligt ISO 639-1.", "That page's language, two letters as in ISO 639-1."
    )


class Licence(Model):
    """What others may do with the texts."""

    name: Written = described("Licensens korta namn, till exempel CC BY 4.0.", "The licence's short name: CC BY 4.0.")
    url: Url = described("Licensens adress.", "The licence's address.")


class Publisher(Model):
    """Who publishes the playbook."""

    name: Title = described("Den som ger ut spelboken.", "Who publishes the playbook.")
    service: Title = described("Vad webbplatsen heter.", "What the site is called.")
    public_body: Flag = described(
        "Om utgivaren är en offentlig aktör enligt lagen om tillgänglighet till digital offentlig service.",
        "Whether the publisher is a public body under the act on accessibility to digital public services.",
    )
    licence: Licence = described("Texternas licens.", "The licence of the texts.")
    about: Prose = described("Vem utgivaren är.", "Who the publisher is.")
    site: Prose = described("Hur webbplatsen är gjord.", "How the site is made.")
    contact: Annotated[Items[Channel], Field(min_length=1)] = described(
        "Vägar att nå utgivaren.", "Ways to reach the publisher."
    )
    feedback: FormUrl | None = described(
        "Adress dit synpunkter på en sida lämnas. {id}, {title} och {page} byts ut mot sidans id, rubrik och adress.",
        "Address for comments on a page. {id}, {title} and {page} become the page's id, title and address.",
        default=None,
    )
    security: Url | None = described(
        "Adress dit den som hittat en säkerhetsbrist vänder sig i förtroende. Står i security.txt.",
        "Address for whoever found a vulnerability and reports it in confidence. Stands in security.txt.",
        default=None,
    )
    history: FormUrl | None = described(
        "Adress till en fils alla ändringar. {file} byts ut mot filens plats i arkivet.",
        "Address of all changes of a file. {file} becomes the file's place in the repository.",
        default=None,
    )
    new_file: FormUrl | None = described(
        "Adress där en ny fil föreslås. {folder} och {name} byts ut mot filens mapp och namn.",
        "Address for proposing a new file. {folder} and {name} become the file's folder and name.",
        default=None,
    )
    edit_file: FormUrl | None = described(
        "Adress där en ändrad fil föreslås. {file} byts ut mot filens plats i arkivet.",
        "Address for proposing a changed file. {file} becomes the file's place in the repository.",
        default=None,
    )
    upload_file: FormUrl | None = described(
        "Adress där en fil laddas upp. {folder} byts ut mot filens mapp.",
        "Address for uploading a file. {folder} becomes the file's folder.",
        default=None,
    )
    accessibility: Accessibility = described("Tillgänglighetsredogörelsen.", "The accessibility statement.")
    hosting: Hosting = described("Webbservern.", "The web server.")
