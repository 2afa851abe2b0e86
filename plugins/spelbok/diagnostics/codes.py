# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of mistake that Spelbok reports, with its words.

A code is a name. ``spelbok explain CODE`` and the contributor guide show its
explanation; a test sees to it that each code has a case under ``tests/cases``.
"""

from spelbok.diagnostics import Code
from spelbok.locales import Phrase

__all__ = ["ALL", "Code"]

#: Every code by name.
ALL: dict[str, Code] = {}


def _code(name: str, message: Phrase, hint: Phrase, explanation: Phrase, *, warning: bool = False) -> Code:
    code = Code(name, "warning" if warning else "error", message, hint, explanation)
    ALL[name] = code
    return code


_NO_HINT = Phrase("", "")

FURTHER_MESSAGES = _code(
    "further-messages",
    Phrase("{count} meddelanden till om filen visas inte", "{count} more messages about this file are not shown"),
    Phrase("rätta det som visas; sedan visas resten", "mend what is shown; then the rest is shown"),
    Phrase(
        "Om en fil visas högst 100 meddelanden, felen först. Det är mer än någon läser, och ofta har många en orsak.",
        "At most 100 messages are shown about a file, errors first. That is more than anyone reads, and many of them "
        "often have one cause.",
    ),
    warning=True,
)

# --- The file and its YAML ---------------------------------------------------

FILE_TOO_LARGE = _code(
    "file-too-large",
    Phrase("filen är {size} kB, högst {limit} kB läses", "the file is {size} kB, at most {limit} kB are read"),
    Phrase("dela upp innehållet i flera poster", "split the content into several entries"),
    Phrase(
        "En post är några sidor text. En fil som är större än gränsen är nästan alltid något annat än en post.",
        "An entry is a few pages of text. A file above the limit is almost always something else than an entry.",
    ),
)
NOT_UTF8 = _code(
    "not-utf8",
    Phrase("filen är inte UTF-8", "the file is not UTF-8"),
    Phrase("spara filen igen med teckenkodningen UTF-8", "save the file again with the encoding UTF-8"),
    Phrase(
        "Alla filer är skrivna i UTF-8. Andra teckenkodningar förvanskar å, ä och ö.",
        "Every file is written in UTF-8. Other encodings garble å, ä and ö.",
    ),
)
FORBIDDEN_CHARACTER = _code(
    "forbidden-character",
    Phrase("osynligt eller styrande tecken {character}", "invisible or control character {character}"),
    Phrase(
        "ta bort tecknet; det följer ofta med från ett ordbehandlingsprogram",
        "remove the character; it often comes along from a word processor",
    ),
    Phrase(
        "Styrtecken, tecken utan bredd och tecken som vänder textriktningen syns inte, "
        "men kan få texten att betyda något annat än den som granskar ser.",
        "Control characters, zero-width characters and characters that turn the direction of text cannot be seen, "
        "but can make the text mean something else than the reviewer sees.",
    ),
)
YAML_SYNTAX = _code(
    "yaml-syntax",
    Phrase("YAML går inte att läsa: {problem_sv}", "YAML cannot be read: {problem_en}"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "Filen följer inte reglerna för YAML. Vanligast är ett kolon i löpande text utan citattecken, "
        "en tabb i stället för mellanslag, eller en rad som är indragen för lite eller för mycket.",
        "The file does not follow the rules of YAML. The usual causes are a colon in running text without quotes, "
        "a tab instead of spaces, or a line that is indented too little or too much.",
    ),
)
CONFLICT_MARKER = _code(
    "conflict-marker",
    Phrase("'{marker}' står kvar efter en sammanslagning i git", "'{marker}' is left over from a merge in git"),
    Phrase(
        "välj den ena texten eller skriv ihop båda, och ta bort raderna med <<<<<<<, ======= och >>>>>>>",
        "keep one of the texts or combine them, and remove the lines with <<<<<<<, ======= and >>>>>>>",
    ),
    Phrase(
        "När två har ändrat samma rader skriver git in båda versionerna i filen, med en rad tecken före, mellan och "
        "efter dem. Någon måste välja.",
        "When two people have changed the same lines, git writes both versions into the file, with a row of signs "
        "before, between and after them. Somebody has to choose.",
    ),
)
ODD_SPACE = _code(
    "odd-space",
    Phrase(
        "{character} ser ut som ett mellanslag men är inget i YAML",
        "{character} looks like a space but is none in YAML",
    ),
    Phrase("skriv ett vanligt mellanslag i stället", "write an ordinary space instead"),
    Phrase(
        "Hårda mellanslag följer ofta med från webbsidor och ordbehandlingsprogram. I löpande text får de stå, "
        "men inte som indrag, efter ett streck eller kolon eller i ett fälts namn: där blir de en del av texten.",
        "No-break spaces often come along from web pages and word processors. They may stand in running text, "
        "but not as indentation, after a dash or colon or in a field's name: there they become part of the text.",
    ),
)
COMMENT_SWALLOWS_TEXT = _code(
    "comment-swallows-text",
    Phrase("'{found}' är en kommentar och publiceras inte", "'{found}' is a comment and is not published"),
    Phrase(
        'sätt hela texten inom "citattecken"; är det en kommentar, skriv den på en egen rad',
        'put the whole text in "quotes"; if it is a comment, write it on a line of its own',
    ),
    Phrase(
        "I YAML inleder # efter ett mellanslag en kommentar, som inte läses. Det som följer försvinner ur texten. "
        "En kommentar efter ett värde har två mellanslag före # och ett efter.",
        "In YAML a # after a space begins a comment, which is not read. What follows is lost from the text. "
        "A comment after a value has two spaces before the # and one after it.",
    ),
)
COMMA_SPLITS_TEXT = _code(
    "comma-splits-text",
    Phrase("inom klammer slutar texten före '{found}'", "inside braces the text ends before '{found}'"),
    Phrase('sätt hela texten inom "citattecken"', 'put the whole text in "quotes"'),
    Phrase(
        "Inom klammer börjar ett nytt fält efter varje komma. En text med komma "
        "sätts därför inom citattecken, eller skrivs på en egen rad under fältet.",
        "Inside braces a new field begins after every comma. So a text with a comma "
        "is put in quotes, or written on a line of its own below the field.",
    ),
)
TOO_DEEP = _code(
    "too-deep",
    Phrase("fler än {limit} nivåer i varandra", "nested more than {limit} levels deep"),
    Phrase(
        "ingen post behöver så många nivåer; kontrollera indraget",
        "no entry needs that many levels; check the indentation",
    ),
    Phrase(
        "Läsningen slutar innan djupet kan bli ett problem för programmet.",
        "Reading stops before the depth can become a problem for the program.",
    ),
)
UNSUPPORTED_YAML = _code(
    "unsupported-yaml",
    Phrase("'{feature}' används inte i spelboken", "'{feature}' is not used in the playbook"),
    Phrase(
        'skriv ut texten; börjar den med *, & eller ! så sätt den inom "citattecken"',
        'write the text out; if it starts with *, & or !, put it in "quotes"',
    ),
    Phrase(
        "Ankare, alias, taggar och sammanslagningar gör filer svåra att läsa och granska. "
        "Spelboken använder bara nycklar, listor och text.",
        "Anchors, aliases, tags and merge keys make files hard to read and review. "
        "The playbook uses keys, lists and text alone.",
    ),
)
SEVERAL_DOCUMENTS = _code(
    "several-documents",
    Phrase("filen innehåller flera YAML-dokument", "the file holds several YAML documents"),
    Phrase("en fil är en post: ta bort raden med '---'", "one file is one entry: remove the line with '---'"),
    Phrase("Varje post har sin egen fil.", "Every entry has a file of its own."),
)
DUPLICATE_KEY = _code(
    "duplicate-key",
    Phrase("'{key}' står två gånger, först på rad {line}", "'{key}' stands twice, first on line {line}"),
    Phrase("behåll den ena", "keep one of them"),
    Phrase(
        "De flesta YAML-läsare låter tyst det sista värdet vinna. Här är det ett fel, så att ingen text försvinner.",
        "Most YAML readers silently let the last value win. Here it is an error, so that no text is lost.",
    ),
)
NOT_A_MAPPING = _code(
    "not-a-mapping",
    Phrase("filen ska bestå av fält med namn", "the file must consist of named fields"),
    Phrase("börja med raden 'id: ...'", "start with the line 'id: ...'"),
    Phrase(
        "En post är en samling fält: ett namn, ett kolon och ett värde.",
        "An entry is a set of fields: a name, a colon and a value.",
    ),
)

# --- The fields --------------------------------------------------------------

UNKNOWN_FIELD = _code(
    "unknown-field",
    Phrase("okänt fält '{field}'", "unknown field '{field}'"),
    Phrase("{suggestion_sv}", "{suggestion_en}"),
    Phrase(
        "Fältet finns inte för den här sortens post. Ofta är det felstavat eller ligger på fel nivå.",
        "The field does not exist for this kind of entry. Often it is misspelt or stands on the wrong level.",
    ),
)
MISSING_FIELD = _code(
    "missing-field",
    Phrase("fältet '{field}' saknas", "the field '{field}' is missing"),
    Phrase("lägg till '{field}:' här", "add '{field}:' here"),
    Phrase("Fältet behövs för att sidan ska bli hel.", "The field is needed for the page to be complete."),
)
WRONG_TYPE = _code(
    "wrong-type",
    Phrase(
        "'{field}' ska vara {expected_sv}, här står {actual_sv}", "'{field}' must be {expected_en}, found {actual_en}"
    ),
    _NO_HINT,
    Phrase(
        "Värdet har fel form: till exempel en text där det ska stå en lista.",
        "The value has the wrong shape: for example a text where a list is expected.",
    ),
)
EMPTY_TEXT = _code(
    "empty-text",
    Phrase("'{field}' är tomt", "'{field}' is empty"),
    Phrase(
        "{advice_sv}skriv texten eller ta bort raden",
        "{advice_en}write the text or remove the line",
    ),
    Phrase(
        "Ett fält som står med ska ha innehåll. null och ~ är YAML:s ord för ingenting; som text sätts de inom "
        "citattecken.",
        "A field that is present must have content. null and ~ are YAML's words for nothing; as text they are put in "
        "quotes.",
    ),
)
LINE_BREAK = _code(
    "line-break",
    Phrase("'{field}' har flera rader", "'{field}' has several lines"),
    Phrase("skriv texten på en rad, utan | och \\n", "write the text on one line, without | and \\n"),
    Phrase(
        "Rubriker, sammanfattningar, namn och sökord är en rad text. De visas i listor och förteckningar, där en "
        "radbrytning delar dem. Lång text delas på flera rader i filen efter tecknet >.",
        "Titles, summaries, names and keywords are one line of text. They are shown in lists and indexes, where a line "
        "break splits them. Long text is put on several lines of the file after the sign >.",
    ),
)
WRONG_LENGTH = _code(
    "wrong-length",
    Phrase("'{field}' har {actual} delar, ska ha {limit_sv}", "'{field}' has {actual} items, needs {limit_en}"),
    _NO_HINT,
    Phrase(
        "Listan är för kort eller för lång. En utbildningsmodul har till exempel 2 till 5 lärandemål.",
        "The list is too short or too long. A training module has, for example, 2 to 5 learning outcomes.",
    ),
)
TEXT_TOO_LONG = _code(
    "text-too-long",
    Phrase("'{field}' har {actual} tecken, högst {limit}", "'{field}' has {actual} characters, at most {limit}"),
    Phrase("korta texten; resten hör hemma i ett annat fält", "shorten the text; the rest belongs in another field"),
    Phrase(
        "Rubriker och sammanfattningar visas i listor, sökresultat och delade länkar, där långa texter kapas.",
        "Titles and summaries appear in lists, search results and shared links, where long texts are cut.",
    ),
)
UNKNOWN_VALUE = _code(
    "unknown-value",
    Phrase("'{value}' är inte ett värde för '{field}'", "'{value}' is not a value of '{field}'"),
    Phrase("{suggestion_sv}tillåtna: {allowed}", "{suggestion_en}allowed: {allowed}"),
    Phrase(
        "Värdet finns inte i playbook/vocabulary.yml. Använd ett av de tillåtna, eller föreslå ett nytt där.",
        "The value is not in playbook/vocabulary.yml. Use one of the allowed ones, or propose a new one there.",
    ),
)
INVALID_ID = _code(
    "invalid-id",
    Phrase("'{value}' kan inte vara ett id", "'{value}' cannot be an id"),
    Phrase(
        "små bokstäver a-z, siffror och bindestreck, 2 till 60 tecken; inte ett reserverat ord",
        "lower-case a-z, digits and hyphens, 2 to 60 characters; not a reserved word",
    ),
    Phrase(
        "Ett id och ett adressnamn (slug) blir en del av en webbadress. Å, ä och ö förstörs av vissa kurssystem, "
        "och ord som 'index' och 'search' är upptagna.",
        "An id and a slug become part of a web address. Å, ä and ö are destroyed by some course systems, "
        "and words such as 'index' and 'search' are taken.",
    ),
)
INVALID_DATE = _code(
    "invalid-date",
    Phrase("'{value}' är inte ett datum", "'{value}' is not a date"),
    Phrase(
        "skriv år-månad-dag, till exempel 2026-11-23, från 1990 och framåt",
        "write year-month-day, for example 2026-11-23, from 1990 on",
    ),
    Phrase("Datum skrivs enligt ISO 8601: ÅÅÅÅ-MM-DD.", "Dates are written as in ISO 8601: YYYY-MM-DD."),
)
FUTURE_DATE = _code(
    "future-date",
    Phrase("'{field}' är {value}, som inte har varit än", "'{field}' is {value}, which has not come yet"),
    Phrase("skriv dagen då det hände", "write the day on which it happened"),
    Phrase(
        "Fältet säger när något gjordes. En dag i framtiden är nästan alltid ett skrivfel, och en post som är läst "
        "i framtiden kommer aldrig upp till granskning. Dagens datum gäller i alla tidszoner.",
        "The field tells when something was done. A day in the future is almost always a typing error, and an entry "
        "that was read in the future never comes up for review. Today's date holds in every time zone.",
    ),
    warning=True,
)
INVALID_DURATION = _code(
    "invalid-duration",
    Phrase("'{value}' är inte en tidslängd", "'{value}' is not a duration"),
    Phrase(
        "skriv till exempel PT45M (45 minuter), PT1H30M, P2D (dagar), P3W (veckor), P12M (månader)",
        "write for example PT45M (45 minutes), PT1H30M, P2D (days), P3W (weeks), P12M (months)",
    ),
    Phrase(
        "Tidslängder skrivs enligt ISO 8601, så att de kan summeras, filtreras och visas på båda språken.",
        "Durations are written as in ISO 8601, so that they can be added, filtered and shown in both languages.",
    ),
)
INVALID_URL = _code(
    "invalid-url",
    Phrase("'{value}' är inte en adress som får länkas", "'{value}' is not an address that may be linked"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "Länkar går till webben, till en e-postadress eller till en annan post. Annat kan köra kod hos läsaren. "
        "Värdens namn ska vara ett som alla når: inte localhost, en IP-adress eller ett namn på det egna nätet. "
        "Namn med bokstäver ur flera alfabet, eller som ser ut som andra, kan leda till en förfalskad webbplats.",
        "Links lead to the web, to an e-mail address or to another entry. Anything else could run code. "
        "The host's name is one that everyone can reach: not localhost, an IP address or a name of one's own network. "
        "Names with letters of several alphabets, or letters that look like others, may lead to a forged site.",
    ),
)
INVALID_NUMBER = _code(
    "invalid-number",
    Phrase("'{value}' duger inte som '{field}'", "'{value}' does not do as '{field}'"),
    Phrase("skriv ett heltal {limit_sv}", "write a whole number {limit_en}"),
    Phrase("Fältet är ett heltal inom en gräns.", "The field is a whole number within bounds."),
)
INVALID_FORM = _code(
    "invalid-form",
    Phrase("'{value}' har inte den form som '{field}' ska ha", "'{value}' does not have the form of '{field}'"),
    Phrase("skriv till exempel {example}", "write for example {example}"),
    Phrase(
        "Värdet följer ett bestämt mönster: två bokstäver för ett språk, två tal med punkt för en version.",
        "The value follows a fixed pattern: two letters for a language, two numbers with a dot for a version.",
    ),
)
INVALID_FLAG = _code(
    "invalid-flag",
    Phrase("'{value}' är varken 'true' eller 'false'", "'{value}' is neither 'true' nor 'false'"),
    Phrase("skriv true (ja) eller false (nej)", "write true (yes) or false (no)"),
    Phrase(
        "Fältet är ett ja eller nej och skrivs true eller false.",
        "The field is a yes or no and is written true or false.",
    ),
)
INVALID_RANGE = _code(
    "invalid-range",
    Phrase(
        "gruppens minsta storlek {minimum} är större än den största {maximum}",
        "the smallest group size {minimum} is larger than the largest {maximum}",
    ),
    Phrase("byt plats på talen", "swap the numbers"),
    Phrase(
        "Ett intervall går från det mindre talet till det större.",
        "A range goes from the smaller number to the larger.",
    ),
)
MISSING_LANGUAGE = _code(
    "missing-language",
    Phrase("'{field}' saknar text på {language_sv}", "'{field}' has no text in {language_en}"),
    Phrase("lägg till raden '{locale}: ...'", "add the line '{locale}: ...'"),
    Phrase(
        "Postens källspråk måste finnas för varje text: det är texten som översätts och som annars visas.",
        "The entry's source language must be there for every text: it is what is translated, and shown otherwise.",
    ),
)
UNTRANSLATED = _code(
    "untranslated",
    Phrase("'{field}' är inte översatt till {language_sv}", "'{field}' is not translated into {language_en}"),
    Phrase(
        "sidan visar originalet, märkt som oöversatt, tills raden '{locale}: ...' finns",
        "the page shows the original, marked as untranslated, until the line '{locale}: ...' is there",
    ),
    Phrase(
        "En översättning som saknas hindrar inte publicering, men läsaren ser att texten inte är översatt.",
        "A missing translation does not stop publishing, but the reader sees that the text is not translated.",
    ),
    warning=True,
)

# --- The playbook as a whole -------------------------------------------------

UNEXPECTED_FILE = _code(
    "unexpected-file",
    Phrase("filen hör inte hemma här", "the file does not belong here"),
    Phrase("lägg en vanlig fil där; en post heter ID.yml", "put a regular file there; an entry is named ID.yml"),
    Phrase(
        "I posternas mappar ligger bara YAML-filer. Andra filändelser och undermappar läses inte. Symboliska länkar "
        "får inte finnas någonstans i spelboken eller bland sidorna i docs/: en sådan kan peka på vad som helst.",
        "The folders of entries hold YAML files alone. Other suffixes and subfolders are not read. There may be no "
        "symbolic links anywhere in the playbook or among the pages in docs/: one may point at anything.",
    ),
)
MISSING_FILE = _code(
    "missing-file",
    Phrase("filen saknas", "the file is missing"),
    Phrase(
        "lägg till filen; i README står vad en ny spelbok behöver",
        "add the file; the README says what a new playbook needs",
    ),
    Phrase(
        "En spelbok behöver sin ordlista, sina begrepp och sin utgivare: glossary.yml, vocabulary.yml, publisher.yml.",
        "A playbook needs its glossary, vocabulary and publisher: glossary.yml, vocabulary.yml and publisher.yml.",
    ),
)
UNREAD_FILE = _code(
    "unread-file",
    Phrase("ingenting läser det här", "nothing reads this"),
    Phrase("{suggestion_sv}", "{suggestion_en}"),
    Phrase(
        "I spelbokens mapp har filer och mappar bestämda namn, till exempel practices och vocabulary.yml. "
        "Det som heter något annat publiceras inte. Döp om det, eller lägg det någon annanstans.",
        "In the playbook's folder, files and folders have fixed names, such as practices and vocabulary.yml. "
        "What has another name is not published. Rename it, or put it elsewhere.",
    ),
    warning=True,
)
CASE_COLLISION = _code(
    "case-collision",
    Phrase(
        "namnet skiljer sig bara i stora och små bokstäver, eller i hur tecknen är kodade, från {others}",
        "the name differs only in case, or in how its characters are encoded, from {others}",
    ),
    Phrase("ge den ena ett annat namn, eller ta bort den", "give one of them another name, or remove it"),
    Phrase(
        "På Windows och macOS är det samma namn, så den ena filen skriver över den andra när någon hämtar spelboken.",
        "On Windows and macOS that is the same name, so one file overwrites the other when somebody fetches the "
        "playbook.",
    ),
)
UNREADABLE_HISTORY = _code(
    "unreadable-history",
    Phrase("git svarar inte: {problem}", "git does not answer: {problem}"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "Sidorna säger när de senast ändrades, och det vet git. Här finns ett git-arkiv som git inte vill eller kan "
        "läsa, ofta för att mappen tillhör en annan användare, så sidorna saknar de dagarna.",
        "Pages say when they last changed, which git knows. Here is a repository that git will not or cannot read, "
        "often because the folder is another user's, so pages lack those days.",
    ),
    warning=True,
)
ID_MISMATCH = _code(
    "id-mismatch",
    Phrase("id är '{id}' men filen heter '{name}'", "the id is '{id}' but the file is named '{name}'"),
    Phrase(
        "döp filen till '{id}.yml' eller ändra id; ett publicerat id ändras aldrig",
        "name the file '{id}.yml' or change the id; a published id never changes",
    ),
    Phrase(
        "Filens namn är postens id, så att den som söker en post vet var den ligger.",
        "The file's name is the entry's id, so that whoever looks for an entry knows where it is.",
    ),
)
DUPLICATE_ID = _code(
    "duplicate-id",
    Phrase("id '{id}' finns redan i {file}", "the id '{id}' already exists in {file}"),
    Phrase("välj ett annat id", "choose another id"),
    Phrase(
        "Ett id är unikt i hela spelboken, oberoende av sort och av stora och små bokstäver.",
        "An id is unique in the whole playbook, whatever the kind and the case of letters.",
    ),
)
DUPLICATE_SLUG = _code(
    "duplicate-slug",
    Phrase("adressen '{slug}' används redan av {file}", "the address '{slug}' is already used by {file}"),
    Phrase("välj en annan slug", "choose another slug"),
    Phrase("Två sidor kan inte ha samma adress.", "Two pages cannot have the same address."),
)
UNKNOWN_REFERENCE = _code(
    "unknown-reference",
    Phrase("ingen post{of_kind_sv} har id '{id}'", "no entry{of_kind_en} has the id '{id}'"),
    Phrase("{suggestion_sv}", "{suggestion_en}"),
    Phrase(
        "Posten som pekas ut finns inte, eller är av en annan sort.",
        "The entry that is pointed to does not exist, or is of another kind.",
    ),
)
SELF_REFERENCE = _code(
    "self-reference",
    Phrase("'{id}' pekar på sig själv", "'{id}' points to itself"),
    Phrase("peka på en annan post, eller stryk raden", "point to another entry, or drop the line"),
    Phrase(
        "En sida som länkar till sig själv leder läsaren ingenstans.",
        "A page that links to itself leads readers nowhere.",
    ),
)
PREREQUISITE_CYCLE = _code(
    "prerequisite-cycle",
    Phrase("förkunskaperna går i cirkel: {cycle}", "the prerequisites form a circle: {cycle}"),
    Phrase("ta bort en av förkunskaperna", "remove one of the prerequisites"),
    Phrase(
        "Ingen kan börja om varje modul kräver en annan först.",
        "Nobody can start if each module requires another one first.",
    ),
)
PATH_ORDER = _code(
    "path-order",
    Phrase(
        "'{module}' kommer före sin förkunskap '{prerequisite}'",
        "'{module}' comes before its prerequisite '{prerequisite}'",
    ),
    Phrase("byt ordning på modulerna", "change the order of the modules"),
    Phrase("I en utbildningsväg ska förkunskapen komma först.", "In a learning path the prerequisite comes first."),
)
DURATION_MISMATCH = _code(
    "duration-mismatch",
    Phrase("delarna tar {parts} men 'duration' är {total}", "the parts take {parts} but 'duration' is {total}"),
    Phrase(
        "ändra 'duration' till {parts}, eller aktiviteternas tider",
        "change 'duration' to {parts}, or the times of the activities",
    ),
    Phrase(
        "Aktiviteternas tider ska tillsammans bli modulens tid.",
        "The times of the activities add up to the module's time.",
    ),
)
OUTCOME_NOT_PRACTISED = _code(
    "outcome-not-practised",
    Phrase("ingen aktivitet övar lärandemålet '{outcome}'", "no activity practises the learning outcome '{outcome}'"),
    Phrase("ange '{outcome}' under 'outcomes' i en aktivitet", "name '{outcome}' under 'outcomes' of an activity"),
    Phrase("Det som ska läras måste övas.", "What is to be learned must be practised."),
)
OUTCOME_NOT_CHECKED = _code(
    "outcome-not-checked",
    Phrase("ingen fråga prövar lärandemålet '{outcome}'", "no question checks the learning outcome '{outcome}'"),
    Phrase("ange '{outcome}' under 'outcome' i en fråga", "name '{outcome}' under 'outcome' of a question"),
    Phrase(
        "Kunskapskontrollen ska visa om målet är nått.", "The knowledge check shows whether the outcome is reached."
    ),
)
TASK_NOT_TAUGHT = _code(
    "task-not-taught",
    Phrase(
        "uppgiften på jobbet använder '{practice}', som modulen inte lär ut",
        "the task on the job uses '{practice}', which the module does not teach",
    ),
    Phrase(
        "lägg '{practice}' i modulens 'practices', eller byt arbetssätt i uppgiften",
        "add '{practice}' to the module's 'practices', or change the practice of the task",
    ),
    Phrase(
        "Det som ska göras på jobbet efteråt måste ha lärts ut. Annars tar vägen från lärandemål till arbete slut.",
        "What is to be done on the job afterwards must have been taught. "
        "Otherwise the way from outcome to work ends halfway.",
    ),
)
NO_CORRECT_OPTION = _code(
    "no-correct-option",
    Phrase("frågan har {count} rätta svar, ska ha ett", "the question has {count} correct options, needs one"),
    Phrase("sätt 'correct: true' på just ett svar", "set 'correct: true' on exactly one option"),
    Phrase("Varje fråga har ett rätt svar.", "Every question has one correct option."),
)
DUPLICATE_PART = _code(
    "duplicate-part",
    Phrase("'{id}' används två gånger i samma lista", "'{id}' is used twice in the same list"),
    Phrase("ge delarna olika id, eller stryk den ena", "give the parts different ids, or drop one"),
    Phrase(
        "Steg, lärandemål och frågor har egna adresser på sidan och måste kunna skiljas åt.",
        "Steps, outcomes and questions have addresses of their own on the page and must be told apart.",
    ),
)
FORMER_SLUG_TAKEN = _code(
    "former-slug-taken",
    Phrase(
        "den tidigare adressen '{slug}' används redan av {file}",
        "the former address '{slug}' is already used by {file}",
    ),
    Phrase(
        "en adress kan bara leda till en sida: ge den ena en annan slug",
        "an address can lead to one page only: give one of them another slug",
    ),
    Phrase(
        "Adresser som en sida har haft leder till den för alltid. De kan inte bli adresser för något annat.",
        "Addresses that a page has had lead to it for ever. They cannot become addresses of anything else.",
    ),
)
RETIREMENT_MISMATCH = _code(
    "retirement-mismatch",
    Phrase("'status' är '{status}', men 'retired' {state_sv}", "'status' is '{status}', but 'retired' {state_en}"),
    Phrase(
        "en arkiverad post har både 'status: archived' och 'retired' med 'date' och 'reason'; andra har ingetdera",
        "an archived entry has both 'status: archived' and 'retired' with 'date' and 'reason'; others have neither",
    ),
    Phrase(
        "Sidan för en arkiverad post säger sedan när den är arkiverad, varför, och vad som ersätter den.",
        "The page of an archived entry says since when it is archived, why, and what replaces it.",
    ),
)
RETIRED_REFERENCE = _code(
    "retired-reference",
    Phrase("'{id}' är arkiverad", "'{id}' is archived"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "Arkiverade poster underhålls inte. Det som pekar på dem visar dem märkta, och borde peka på något annat.",
        "Archived entries are not kept up. What points to them shows them marked, and ought to point elsewhere.",
    ),
    warning=True,
)
MISSING_TERM = _code(
    "missing-term",
    Phrase("'{vocabulary}' saknar '{term}'", "'{vocabulary}' lacks '{term}'"),
    Phrase("lägg till '{term}' med text på båda språken", "add '{term}' with text in both languages"),
    Phrase(
        "Mallarna visar ord från playbook/vocabulary.yml; ordet som saknas behövs på en sida.",
        "The templates show words from playbook/vocabulary.yml; the missing one is needed on a page.",
    ),
)
UNKNOWN_PLACEHOLDER = _code(
    "unknown-placeholder",
    Phrase("inget sätts in för '{found}' i '{label}'", "nothing is filled in for '{found}' in '{label}'"),
    Phrase(
        "skriv bara de platshållare som ordet kan ha: {known_sv}; ta bort andra klamrar",
        "write only the placeholders that this label takes: {known_en}; remove other braces",
    ),
    Phrase(
        "Ett ord i playbook/vocabulary.yml kan ha platshållare, namn inom klamrar, som byts ut mot ett värde. "
        "Bara namnet får stå mellan klamrarna, och klamrar går inte att använda till något annat.",
        "A label in playbook/vocabulary.yml may hold placeholders, names in braces, that become a value. "
        "Only the name may stand between the braces, and braces have no other use.",
    ),
)
TOO_MUCH_MARKUP = _code(
    "too-much-markup",
    Phrase("för många {what_sv}, högst {limit} går att läsa", "too many {what_en}, at most {limit} can be read"),
    Phrase(
        "dela upp texten i fler stycken, punkter eller sidor", "split the text into more paragraphs, items or pages"
    ),
    Phrase(
        "Sidor som är skrivna för hand läses av ett program som blir mycket långsamt, eller stannar, "
        "när ett stycke har väldigt många hakparenteser och kodtecken eller listor ligger i varandra i många nivåer.",
        "Pages written by hand are read by a program that becomes very slow, or stops, "
        "when a paragraph has very many brackets and backticks, or lists lie within each other in many levels.",
    ),
)
MISSING_TARGET = _code(
    "missing-target",
    Phrase(
        "ingen post{of_kind_sv} har id '{id}' ännu; posten här är ett utkast",
        "no entry{of_kind_en} has the id '{id}' yet; the entry here is a draft",
    ),
    Phrase(
        "{suggestion_sv}skriv posten som saknas ('spelbok new') innan utkastet publiceras",
        "{suggestion_en}write the missing entry ('spelbok new') before the draft is published",
    ),
    Phrase(
        "Ett utkast får peka på en post som inte är skriven än. När utkastet publiceras måste posten finnas: "
        "då blir varningen felet 'unknown-reference'.",
        "A draft may point to an entry that is not written yet. When the draft is published the entry must exist: "
        "the warning then becomes the error 'unknown-reference'.",
    ),
    warning=True,
)
DRAFT_REFERENCE = _code(
    "draft-reference",
    Phrase("'{id}' är ett utkast och visas utan länk", "'{id}' is a draft and is shown without a link"),
    Phrase("publicera utkastet, eller vänta med att peka på det", "publish the draft, or wait before pointing to it"),
    Phrase(
        "Utkast har ingen sida. Den som pekar på ett utkast visar bara dess rubrik.",
        "Drafts have no page. Whatever points to a draft shows its title alone.",
    ),
    warning=True,
)
EVIDENCE_WITHOUT_SOURCE = _code(
    "evidence-without-source",
    Phrase("underlaget '{value}' saknar källa", "the evidence '{value}' has no source"),
    Phrase(
        "lägg till ett exempel ('case') eller en referens av typen 'research', eller skriv 'experience'",
        "add an example ('case') or a reference of type 'research', or write 'experience'",
    ),
    Phrase(
        "Ett påstående om forskning eller fall behöver en källa som går att läsa.",
        "A claim of research or cases needs a source that can be read.",
    ),
)

OLD_ASSESSMENT = _code(
    "old-assessment",
    Phrase("tillgängligheten bedömdes för mer än ett år sedan", "accessibility was assessed more than a year ago"),
    Phrase(
        "bedöm webbplatsen på nytt, rätta listan över brister och ändra datumet",
        "assess the site anew, mend the list of defects and change the date",
    ),
    Phrase(
        "Tillgänglighetsredogörelsen ska visa hur webbplatsen är nu. Den bygger på en bedömning som görs om varje år, "
        "och när något större har ändrats.",
        "The accessibility statement is to show what the site is like now. It rests on an assessment that is made "
        "anew each year, and whenever something large has changed.",
    ),
    warning=True,
)

LOW_CONTRAST = _code(
    "low-contrast",
    Phrase(
        "färgen {colour} ger texten kontrasten {ratio_sv}:1 i {scheme_sv}; minst 4,5:1 krävs",
        "the colour {colour} gives text a contrast of {ratio_en}:1 in {scheme_en}; at least 4.5:1 is required",
    ),
    Phrase(
        "välj en mörkare färg där texten är vit, och en ljusare där bakgrunden är mörk",
        "choose a darker colour where the text is white, and a lighter one where the background is dark",
    ),
    Phrase(
        "Text måste skilja sig tillräckligt från sin bakgrund: WCAG 2.2, 1.4.3 Kontrast. Färgerna står överst i "
        "docs/theme/assets/spelbok.css.",
        "Text must stand out enough from its background: WCAG 2.2, 1.4.3 Contrast. The colours are at the top of "
        "docs/theme/assets/spelbok.css.",
    ),
)

# --- What was published stays ------------------------------------------------

UNREADABLE_PROMISE = _code(
    "unreadable-promise",
    Phrase("raden '{line}' går inte att läsa", "the line '{line}' cannot be read"),
    Phrase(
        "en rad är vad, språk och plats: 'practices/retrospective sv /arbetssatt/retrospektiv/'",
        "a line is what, language and place: 'practices/retrospective sv /arbetssatt/retrospektiv/'",
    ),
    Phrase(
        "published.txt räknar upp varje adress som har publicerats, en på varje rad. "
        "Märken efter en sammanslagning i git ska bort; raderna från båda sidor ska vara kvar.",
        "published.txt lists every address that was published, one on each line. "
        "Marks of a merge in git go; the lines of both sides stay.",
    ),
)
SKIPPED_PROMISE = _code(
    "skipped-promise",
    Phrase("raden '{line}' går inte att läsa och jämförs inte", "the line '{line}' cannot be read and is not compared"),
    Phrase(
        "nästa publicering skriver filen på nytt; kontrollera själv att adressen finns kvar",
        "the next publication writes the file anew; see for yourself that the address is still there",
    ),
    Phrase(
        "En tidigare version skrev en rad som inte går att läsa i filen som redan är publicerad. "
        "Den kan bara rättas genom en ny publicering, så raden stoppar den inte.",
        "An earlier version wrote a line that cannot be read into the file that is published already. "
        "Only a new publication can mend it, so the line does not stop one.",
    ),
    warning=True,
)
LOST_ENTRY = _code(
    "lost-entry",
    Phrase("'{owner}' har varit publicerad och har ingen sida längre", "'{owner}' was published and has no page now"),
    Phrase(
        "ta tillbaka filen; en post som inte gäller får 'status: archived' och fältet 'retired', och tas inte bort",
        "bring the file back; an entry that no longer holds gets 'status: archived' and 'retired', it is not deleted",
    ),
    Phrase(
        "Andra länkar till sidan: i kurser, beslut och mejl. En post som har varit publicerad tas därför inte bort, "
        "blir inte utkast igen och byter inte id. Den arkiveras, och sidan säger varför och vad som gäller i stället.",
        "Others link to the page: in courses, decisions and mail. So an entry that was published is not deleted, does "
        "not become a draft again and does not change its id. It is archived, and its page says why and what to read.",
    ),
)
LOST_SLUG = _code(
    "lost-slug",
    Phrase("den publicerade adressen '{address}' leder ingenstans", "the published address '{address}' leads nowhere"),
    Phrase(
        "lägg till '{slug}' i 'former_slugs' under '{locale}'; nästa gång gör 'spelbok rename' det åt dig",
        "add '{slug}' to 'former_slugs' under '{locale}'; next time 'spelbok rename' does it for you",
    ),
    Phrase(
        "Sidan har bytt adress. Den gamla adressen ska leda till den nya, så att ingens länk slutar fungera.",
        "The page has another address now. The old one is to lead to the new one, so that nobody's link stops working.",
    ),
)
LOST_ANCHOR = _code(
    "lost-anchor",
    Phrase("'#{anchor}' har varit publicerat och finns inte längre", "'#{anchor}' was published and is gone"),
    Phrase(
        "ge delen tillbaka sitt id, eller lägg till '{id}' i 'former_ids' för delen som innehållet flyttade till",
        "give the part its id back, or add '{id}' to 'former_ids' of the part that its content moved to",
    ),
    Phrase(
        "Länkar går rakt till steg, lärandemål, aktiviteter, frågor, påståenden och ord. Delens id ändras därför inte. "
        "Har innehållet flyttat till en annan del får den delen det gamla id:t under 'former_ids'.",
        "Links lead straight to steps, outcomes, activities, questions, statements and terms. So a part's id does not "
        "change. If its content moved to another part, that part names the old id under 'former_ids'.",
    ),
)
LOST_ADDRESS = _code(
    "lost-address",
    Phrase(
        "'{place}' har publicerats och finns inte på den byggda sajten",
        "'{place}' was published and is not on the built site",
    ),
    Phrase(
        "ta tillbaka det som fanns där; en sida för hand kan också få en efterträdare, med 'former_slugs' under "
        "'pages' i vocabulary.yml",
        "bring back what was there; a page written by hand may also get a successor, by 'former_slugs' under 'pages' "
        "in vocabulary.yml",
    ),
    Phrase(
        "En sida, en fil eller en plats på en sida som har publicerats finns inte längre. Den som har en länk dit "
        "möter ett fel.",
        "A page, a file or a place on a page that was published is gone. Whoever has a link to it meets an error.",
    ),
)
TAKEN_ADDRESS = _code(
    "taken-address",
    Phrase(
        "adressen '{address}' har publicerats för '{owner}' och leder nu till '{other}'",
        "the address '{address}' was published for '{owner}' and now leads to '{other}'",
    ),
    Phrase(
        "ge '{other}' en annan slug, och lägg till den här i 'former_slugs' för '{owner}'",
        "give '{other}' another slug, and add this one to 'former_slugs' of '{owner}'",
    ),
    Phrase(
        "En adress byter inte innehåll: den som länkade till en sida ska inte hamna på en annan.",
        "An address does not change what it shows: whoever linked to one page must not end up on another.",
    ),
)
UNLISTED_ADDRESS = _code(
    "unlisted-address",
    Phrase(
        "{count} adresser och platser är inte förtecknade än, till exempel '{place}'",
        "{count} addresses and places are not listed yet, such as '{place}'",
    ),
    Phrase(
        "kör 'spelbok links update' när de ska publiceras", "run 'spelbok links update' when they are to be published"
    ),
    Phrase(
        "Det som står i published.txt lovar spelboken att aldrig förlora. Nya adresser förs in med "
        "'spelbok links update' efter ett bygge. Saknas filen är ingenting lovat.",
        "What stands in published.txt the playbook promises never to lose. New addresses are added by "
        "'spelbok links update' after a build. Without the file nothing is promised.",
    ),
    warning=True,
)

# --- The language ------------------------------------------------------------

HARD_TO_READ = _code(
    "hard-to-read",
    Phrase("texten är svår att läsa: LIX {lix}, högst {limit}", "the text is hard to read: LIX {lix}, at most {limit}"),
    Phrase("dela de längsta meningarna och byt ut långa ord", "split the longest sentences and replace long words"),
    Phrase(
        "LIX (Björnsson 1968) är antalet ord per mening plus andelen ord med fler än sex bokstäver, i procent. "
        "Det räknas på svenska texter med minst 60 ord, och på postens alla texter tillsammans.",
        "LIX (Björnsson 1968) is the number of words per sentence plus the share of words of more than six letters, "
        "in per cent. It is taken on Swedish texts of at least 60 words, and on all texts of an entry together.",
    ),
    warning=True,
)
LONG_SENTENCE = _code(
    "long-sentence",
    Phrase("meningen har {count} ord, högst {limit}", "the sentence has {count} words, at most {limit}"),
    Phrase("dela den: en tanke i varje mening", "split it: one thought a sentence"),
    Phrase(
        "En mening med fler än 30 ord får läsaren att börja om. Dela den, eller gör en lista av den.",
        "A sentence of more than 30 words makes the reader start again. Split it, or turn it into a list.",
    ),
    warning=True,
)
MISSPELLED = _code(
    "misspelled",
    Phrase("'{word}' finns inte i ordlistan för {language_sv}", "'{word}' is not in the {language_en} dictionary"),
    Phrase(
        "{suggestion_sv}rätta ordet, eller lägg det i playbook/words.{locale}.txt om det är rätt",
        "{suggestion_en}mend the word, or add it to playbook/words.{locale}.txt if it is right",
    ),
    Phrase(
        "Orden jämförs med en ordlista för svenska (hunspell-sv, med regler för sammansättningar) och en för brittisk "
        "engelska. Namn och facktermer som saknas där står i playbook/words.sv.txt och words.en.txt, ett på varje rad.",
        "Words are compared with a dictionary for Swedish (hunspell-sv, with rules for compounds) and one for British "
        "English. Names and terms that they lack stand in playbook/words.sv.txt and words.en.txt, one on each line.",
    ),
    warning=True,
)
WRONG_TERM = _code(
    "wrong-term",
    Phrase("'{found}' är inte ordet som spelboken använder", "'{found}' is not the word that the playbook uses"),
    Phrase("skriv i stället: {use}", "write instead: {use}"),
    Phrase(
        "Varje begrepp har en term. Reglerna står i playbook/wording.yml. "
        "Den som nämner ordet i stället för att använda det sätter det inom citattecken.",
        "Every concept has one term. The rules stand in playbook/wording.yml. "
        "Whoever mentions the word instead of using it puts it in quotes.",
    ),
    warning=True,
)
OFFICIALESE = _code(
    "officialese",
    Phrase("'{found}' gör texten tung", "'{found}' weighs the text down"),
    Phrase("skriv i stället: {use}", "write instead: {use}"),
    Phrase(
        "Ord som myndighetstexter undviker. Reglerna står i playbook/wording.yml och kan ändras där.",
        "Words that public texts avoid. The rules stand in playbook/wording.yml and can be changed there.",
    ),
    warning=True,
)
DOUBLE_ENCODED = _code(
    "double-encoded",
    Phrase("'{found}' är felaktigt kodad text", "'{found}' is wrongly encoded text"),
    Phrase("skriv '{whole}'", "write '{whole}'"),
    Phrase(
        "Texten har vid något tillfälle lästs med fel teckenkodning, så att å, ä och ö blev två tecken var.",
        "At some point the text was read in the wrong encoding, so that å, ä and ö became two characters each.",
    ),
    warning=True,
)
DECOMPOSED = _code(
    "decomposed",
    Phrase("'{found}' har bokstäver i två delar", "'{found}' has letters in two parts"),
    Phrase("skriv '{whole}' på nytt", "type '{whole}' again"),
    Phrase(
        "Bokstaven å kan vara ett tecken, eller a följt av en lös ring. De ser lika ut, men sökning och "
        "sortering skiljer på dem. Det andra följer ofta med när man kopierar ur en PDF.",
        "The letter å can be one character, or an a followed by a loose ring. They look the same, but search and "
        "sorting tell them apart. The second often comes along when copying from a PDF.",
    ),
    warning=True,
)
SHARED_SENTENCE = _code(
    "shared-sentence",
    Phrase("samma mening står i {file}", "the same sentence stands in {file}"),
    Phrase(
        "säg det som är särskilt för just den här posten, eller länka till den andra",
        "say what is particular to this entry, or link to the other one",
    ),
    Phrase(
        "Två poster delar ingen mening av åtta ord eller fler: upprepningar är mallprosa som läsaren hoppar över.",
        "No two entries share a sentence of eight words or more: repetition is boilerplate that readers skip.",
    ),
    warning=True,
)
PLACEHOLDER_TEXT = _code(
    "placeholder-text",
    Phrase(
        "'{field}' är bara '{text}', som står där en text ska skrivas",
        "'{field}' is only '{text}', the placeholder of a text",
    ),
    Phrase(
        "skriv texten, ta bort fältet om det får utelämnas, eller låt posten vara ett utkast",
        "write the text, remove the field if it may be left out, or keep the entry a draft",
    ),
    Phrase(
        "'spelbok new' skriver '…' där en text ska stå. Det som är publicerat får inte ha sådana kvar, "
        "på något språk. En text som saknas på det andra språket utelämnas i stället.",
        "'spelbok new' writes '…' where a text is to be. What is published may have none of them left, "
        "in either language. A text that is missing in the other language is left out instead.",
    ),
)
UNWRITTEN_DRAFT = _code(
    "unwritten-draft",
    Phrase(
        "{count} texter i utkastet är bara '…', den första här",
        "{count} texts of the draft are only '…', the first one here",
    ),
    Phrase("skriv dem innan utkastet publiceras", "write them before the draft is published"),
    Phrase(
        "Ett utkast får ha texter kvar att skriva. När det publiceras är varje sådan text felet 'placeholder-text'.",
        "A draft may have texts left to write. When it is published each of them is the error 'placeholder-text'.",
    ),
    warning=True,
)
ORPHAN_RECORD = _code(
    "orphan-record",
    Phrase("filen hör till '{name}', som inte finns", "the file belongs to '{name}', which does not exist"),
    Phrase(
        "ta bort filen, eller döp om den om posten har bytt id",
        "delete the file, or rename it if the entry got another id",
    ),
    Phrase(
        "Mappen playbook/translations har en fil för varje post, sida och gemensam fil vars översättning har jämförts. "
        "När posten tas bort blir filen kvar utan nytta.",
        "The folder playbook/translations has a file for each entry, page and shared file whose translation was "
        "compared. When the entry is removed, the file is left and of no use.",
    ),
    warning=True,
)
UNFINISHED = _code(
    "unfinished",
    Phrase("'{found}' ser ut som något att skriva senare", "'{found}' looks like something to be written later"),
    Phrase("skriv klart texten, eller ta bort den", "finish the text, or remove it"),
    Phrase(
        "Anteckningar till en själv, som TODO, och utfyllnadstext ska inte nå läsaren.",
        "Notes to oneself, such as TODO, and filler text are not to reach readers.",
    ),
    warning=True,
)
WRONG_LANGUAGE = _code(
    "wrong-language",
    Phrase("texten under '{key}' verkar vara på {language_sv}", "the text under '{key}' seems to be {language_en}"),
    Phrase("se efter om språken har bytt plats", "see whether the languages have changed places"),
    Phrase(
        "Kontrollen känner igen ett språk på dess småord. Står svenska under 'en' läser skärmläsare fel.",
        "The check knows a language by its small words. With Swedish under 'en', screen readers read it wrong.",
    ),
    warning=True,
)
SAME_TEXT = _code(
    "same-text",
    Phrase("texten är densamma på båda språken", "the text is the same in both languages"),
    Phrase("översätt den, eller ta bort den på engelska", "translate it, or remove the English one"),
    Phrase(
        "En text som inte är översatt ska saknas: då märks den på sidan och i listan över det som ska översättas.",
        "A text that is not translated should be missing: it is then marked on the page, and listed as untranslated.",
    ),
    warning=True,
)
UNLIKE_STRUCTURE = _code(
    "unlike-structure",
    Phrase(
        "antalet {part_sv} skiljer sig: {swedish} på svenska, {english} på engelska",
        "the number of {part_en} differs: {swedish} in Swedish, {english} in English",
    ),
    Phrase("se efter vad som saknas på ett av språken", "see what one of the languages lacks"),
    Phrase(
        "En översättning har lika många rubriker, länkar och punkter som sin källtext. Annars saknas oftast något. "
        "Det gäller också sidorna i docs/.",
        "A translation has as many headings, links and list items as its source text. If not, something is usually "
        "missing. The same goes for the pages in docs/.",
    ),
    warning=True,
)
UNLIKE_LINKS = _code(
    "unlike-links",
    Phrase(
        "länken leder till '{english}' på engelska och till '{swedish}' på svenska",
        "the link leads to '{english}' in English and to '{swedish}' in Swedish",
    ),
    Phrase(
        "länka till samma post på båda språken, eller till samma sida på annat språk",
        "link to the same entry in both languages, or to the same page in another language",
    ),
    Phrase(
        "Länkarna i en översättning leder dit källtextens länkar leder. En extern sida får ha en annan adress om "
        "adressen visar språket, som /en/ eller lang=en. Leder de med avsikt olika, lägg till ett undantag med skäl.",
        "The links of a translation lead where those of its source text lead. An external page may have another "
        "address if the address tells the language, as /en/ or lang=en do. If they differ on purpose, add an exception "
        "with the reason.",
    ),
    warning=True,
)
MARKUP_NOT_RENDERED = _code(
    "markup-not-rendered",
    Phrase("'{found}' är {what_sv}, som läsaren ser som tecken", "'{found}' is {what_en}, which readers see as signs"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "Texter i poster kan ha stycken, listor, tabeller, citat, betoning, kod och länkar. Rubriker, bilder, "
        "fotnoter, HTML och annat som hör till andra verktyg visas som de tecken som står där. Rubrikfält och "
        "sammanfattningar är ren text. Sidor i docs/ får också ha rubriker, bilder, fotnoter och rutor (!!! och ???). "
        "Tecken som ska synas sätts inom `kod`.",
        "Texts of entries can have paragraphs, lists, tables, quotes, emphasis, code and links. Headings, images, "
        "footnotes, HTML and what belongs to other tools are shown as the signs that stand there. Titles and summaries "
        "are plain text. Pages in docs/ may have headings, images, footnotes and boxes (!!! and ???) as well. "
        "Signs that are meant to be seen are put in `code`.",
    ),
    warning=True,
)
UNUSED_EXCEPTION = _code(
    "unused-exception",
    Phrase("undantaget för '{code}' i '{field}' behövs inte", "the exception for '{code}' in '{field}' is not needed"),
    Phrase("ta bort det, eller rätta fältets väg", "remove it, or mend the path of the field"),
    Phrase(
        "Ett undantag gäller en kod i en text, till exempel 'steps.0.text.sv'. När texten inte längre "
        "ger den varningen ska undantaget bort, så att det inte döljer nästa.",
        "An exception is for one code in one text, such as 'steps.0.text.sv'. When the text no longer gives that "
        "warning the exception goes, so that it does not hide the next one.",
    ),
    warning=True,
)

# --- Pages written by hand, and files beside them -----------------------------

FRONT_MATTER = _code(
    "front-matter",
    Phrase("sidhuvudet går inte att läsa: {problem_sv}", "the front matter cannot be read: {problem_en}"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "En sida börjar med raden ---, sedan 'title:' och 'description:' på var sin rad, och raden ---. "
        "Ett sidhuvud som inte går att läsa visas som text på sidan, eller försvinner.",
        "A page begins with the line ---, then 'title:' and 'description:' on a line each, and the line ---. "
        "Front matter that cannot be read is shown as text on the page, or is lost.",
    ),
)
UNREADABLE_PAGE = _code(
    "unreadable-page",
    Phrase("sidan går inte att göra om till HTML: {problem}", "the page cannot be turned into HTML: {problem}"),
    Phrase(
        "dela upp det som står i många nivåer, eller ta bort sådant som inte är text",
        "split what is nested in many levels, or remove what is not text",
    ),
    Phrase(
        "Programmet som läser Markdown klarar inte sidan. Oftast beror det på listor eller citat i hundratals nivåer.",
        "The program that reads Markdown cannot take the page. Usually it holds lists or quotes of hundreds of levels.",
    ),
)
UNSAFE_MARKUP = _code(
    "unsafe-markup",
    Phrase("'{found}' får inte stå på en sida", "'{found}' may not stand on a page"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "Sidor i docs/ är Markdown och får ha HTML för text, listor, tabeller och bilder. Skript, ramar, formulär, "
        "stilar, händelseattribut och adresser som kör kod får inte stå där, och element ska stängas. "
        "Utseende och kod ligger i docs/theme.",
        "Pages in docs/ are Markdown, and may have HTML for text, lists, tables and images. Scripts, frames, forms, "
        "styles, event attributes and addresses that run code may not stand there, and elements are to be closed. "
        "Looks and code lie in docs/theme.",
    ),
)
UNTITLED_BOX = _code(
    "untitled-box",
    Phrase(
        "rutan '{found}' saknar rubrik, och får ett engelskt ord som rubrik",
        "the box '{found}' has no title, and gets its type as one",
    ),
    Phrase('skriv rubriken inom citattecken: {found} "Tänk på"', 'write its title in quotes: {found} "Remember"'),
    Phrase(
        "En ruta utan rubrik får sin sort som rubrik, på engelska: Note, Warning.",
        "A box without a title gets its type as title, in English on Swedish pages too: Note, Warning.",
    ),
    warning=True,
)
MISSING_PAGE = _code(
    "missing-page",
    Phrase("sidan finns inte på {language_sv}: {file} saknas", "the page does not exist in {language_en}: no {file}"),
    Phrase(
        "skriv den, med samma filnamn som här, eller ta bort den här sidan",
        "write it, under the same file name as here, or remove this page",
    ),
    Phrase(
        "Varje sida finns på båda språken, så att läsaren kan byta språk på den.",
        "Every page exists in both languages, so that readers can switch language on it.",
    ),
)
MISPLACED_PAGE = _code(
    "misplaced-page",
    Phrase("sidan ligger varken i docs/sv eller docs/en", "the page lies neither in docs/sv nor in docs/en"),
    Phrase("lägg den i språkets mapp", "put it into the folder of its language"),
    Phrase(
        "Spelboken har två språk, svenska och engelska. Sidor ligger i docs/sv och docs/en, med samma filnamn. "
        "I andra mappar i docs/ ligger bara bilder och andra filer som båda språken visar.",
        "The playbook has two languages, Swedish and English. Pages lie in docs/sv and docs/en, under the same file "
        "names. Other folders of docs/ hold images and other files that both languages show.",
    ),
)
NAV_WITHOUT_PAGE = _code(
    "nav-without-page",
    Phrase("'nav' pekar på '{page}', som inte finns", "'nav' names '{page}', which does not exist"),
    Phrase(
        "ta bort raden ur 'nav', eller lägg tillbaka sidan i docs/sv och docs/en",
        "remove the line from 'nav', or bring the page back in docs/sv and docs/en",
    ),
    Phrase(
        "Menyn står under 'nav' i mkdocs.yml. En sida som tas bort ur docs/ tas bort där också.",
        "The menu stands under 'nav' in mkdocs.yml. A page that is removed from docs/ is removed there too.",
    ),
)
DEAD_FILE = _code(
    "dead-file",
    Phrase("filen '{link}' finns inte", "the file '{link}' does not exist"),
    Phrase(
        "lägg bilder för båda språken i docs/bilder och skriv {up}bilder/{name}; stora och små bokstäver räknas",
        "put images for both languages into docs/bilder and write {up}bilder/{name}; the case of letters counts",
    ),
    Phrase(
        "En bild eller fil som bara ett språk visar ligger bredvid sidan. En som båda visar ligger i en mapp i docs/, "
        "till exempel docs/bilder, och länkas som ../bilder/NAMN från docs/sv och docs/en.",
        "An image or file of one language lies beside the page. One of both lies in a folder of docs/, such as "
        "docs/bilder, and is linked as ../bilder/NAME from docs/sv and docs/en.",
    ),
)
FILE_KIND = _code(
    "file-kind",
    Phrase("filer av sorten '{kind}' publiceras inte från docs/", "files of the kind '{kind}' are not published"),
    Phrase("{advice_sv}", "{advice_en}"),
    Phrase(
        "I docs/ ligger sidor (.md), bilder (.png, .jpg, .jpeg, .gif, .webp, .avif), dokument (.pdf, .docx, .xlsx, "
        ".pptx, .odt, .ods, .odp) och text (.txt, .csv). Annat kan köra kod hos läsaren: skript, stilar, HTML och "
        "SVG hör till mallarna i docs/theme, som den som ansvarar för kod granskar.",
        "In docs/ lie pages (.md), images (.png, .jpg, .jpeg, .gif, .webp, .avif), documents (.pdf, .docx, .xlsx, "
        ".pptx, .odt, .ods, .odp) and text (.txt, .csv). Others can run code in a reader's browser: scripts, styles, "
        "HTML and SVG belong to the templates in docs/theme, which those who answer for code review.",
    ),
)
WRONG_CONTENT = _code(
    "wrong-content",
    Phrase("innehållet är inte '{kind}'", "the content is not '{kind}'"),
    Phrase("spara filen igen i rätt format", "save the file again in the right format"),
    Phrase(
        "Filens innehåll stämmer inte med dess ändelse. En webbläsare kan ta en sådan fil för något annat än en bild.",
        "The file's content is not what its name says. A browser may take such a file for something else.",
    ),
)
LARGE_FILE = _code(
    "large-file",
    Phrase(
        "filen är {size} MB, högst {limit} MB publiceras", "the file is {size} MB, at most {limit} MB are published"
    ),
    Phrase("minska bilden, eller länka till filen på en annan plats", "shrink the image, or link to it elsewhere"),
    Phrase(
        "Stora filer gör sidan långsam för läsaren och källkoden tung för alla som arbetar med den.",
        "Large files make the page slow for readers, and the source heavy for all who work with it.",
    ),
)
UNSAFE_FILE_NAME = _code(
    "unsafe-file-name",
    Phrase("'{name}' kan inte vara ett namn i docs/", "'{name}' cannot be a name in docs/"),
    Phrase(
        "döp om till '{suggestion}' och ändra länkarna dit: små bokstäver a-z, siffror, bindestreck och punkt",
        "rename it to '{suggestion}' and mend links to it: lower-case a-z, digits, hyphens and full stops",
    ),
    Phrase(
        "Namnet blir en del av en webbadress. Mellanslag, å, ä, ö och stora bokstäver skrivs om på olika sätt av "
        "servrar och program, och Windows kan inte ha filer som heter con, aux eller nul.",
        "The name becomes part of a web address. Spaces, å, ä, ö and capitals are rewritten in different ways by "
        "servers and programs, and Windows can have no files named con, aux or nul.",
    ),
)

# --- The built site ----------------------------------------------------------

CARD_TOO_FULL = _code(
    "card-too-full",
    Phrase(
        "texten får inte plats på arbetssättets kort ({language})",
        "the text does not fit on the practice's card ({language})",
    ),
    Phrase(
        "korta sammanfattningen, det som står under use_when eller stegens rubriker",
        "shorten the summary, what stands under use_when or the titles of the steps",
    ),
    Phrase(
        "Varje arbetssätt blir ett kort i A6 med två sidor. Text som inte får plats klipps inte bort; bygget stannar.",
        "Every practice becomes a card in A6 with two sides. Text that does not fit is not cut off; the build stops.",
    ),
)
DEAD_LINK = _code(
    "dead-link",
    Phrase("länken '{link}' leder ingenstans", "the link '{link}' leads nowhere"),
    Phrase(
        "rätta adressen, eller peka ut posten med id: i stället", "mend the address, or name the entry by id: instead"
    ),
    Phrase(
        "En länk på den byggda sajten går till en fil som inte finns.",
        "A link of the built site leads to a file that does not exist.",
    ),
)
DEAD_ANCHOR = _code(
    "dead-anchor",
    Phrase(
        "länken '{link}' går till '{anchor}', som inte finns på sidan",
        "the link '{link}' leads to '{anchor}', which the page does not have",
    ),
    Phrase("rätta den del av adressen som står efter #", "mend the part of the address after #"),
    Phrase(
        "Länken öppnar rätt sida, men inte rätt plats på den.",
        "The link opens the right page, but not the right place on it.",
    ),
)
DUPLICATE_ANCHOR = _code(
    "duplicate-anchor",
    Phrase("'{anchor}' är id för flera delar av sidan", "'{anchor}' is the id of several parts of the page"),
    Phrase("ge delarna olika id", "give the parts different ids"),
    Phrase("Två delar av en sida kan inte ha samma adress.", "Two parts of a page cannot have the same address."),
)
REDIRECT_CHAIN = _code(
    "redirect-chain",
    Phrase("sidan leder till '{link}', som leder vidare", "the page leads to '{link}', which leads on"),
    Phrase("led direkt till sidan där läsaren ska hamna", "lead straight to the page where the reader is to end up"),
    Phrase(
        "En gammal adress leder till sidan i ett enda steg.",
        "An old address leads to the page in one single step.",
    ),
)
OCCUPIED_ADDRESS = _code(
    "occupied-address",
    Phrase("här ligger redan något annat", "something else lies here already"),
    Phrase(
        "ge sidan eller filen ett annat namn i playbook/vocabulary.yml eller docs/",
        "give the page or file another name in playbook/vocabulary.yml or docs/",
    ),
    Phrase(
        "Två delar av bygget vill skriva till samma adress. Ingen av dem får tyst skriva över den andra.",
        "Two parts of the build want to write to the same address. Neither may silently overwrite the other.",
    ),
)
BROKEN_PAIR = _code(
    "broken-pair",
    Phrase(
        "sidan '{link}' på språket '{language}' pekar inte tillbaka hit",
        "the page '{link}' in the language '{language}' does not point back here",
    ),
    Phrase("se till att sidan finns på båda språken", "see to it that the page exists in both languages"),
    Phrase(
        "En sida och dess översättning pekar ut varandra; annars tappar läsaren och sökmotorn bort den ena.",
        "A page and its translation name each other; otherwise readers and search engines lose one of them.",
    ),
)
WRONG_CANONICAL = _code(
    "wrong-canonical",
    Phrase("sidan säger att dess adress är '{link}'", "the page says that its address is '{link}'"),
    Phrase("kontrollera 'site_url' i mkdocs.yml", "check 'site_url' in mkdocs.yml"),
    Phrase(
        "Sidans egen uppgift om sin adress stämmer inte med var den ligger.",
        "What the page says of its own address is not where it lies.",
    ),
)
COLLIDING_ADDRESS = _code(
    "colliding-address",
    Phrase("adressen är densamma som för '{file}'", "the address is the same as that of '{file}'"),
    Phrase("ge den ena ett annat namn", "give one of them another name"),
    Phrase(
        "Två filer på sajten skiljer sig bara i stora och små bokstäver, i hur tecknen är kodade, eller i om sidan "
        "är en fil eller en mapp. En del servrar kan inte skilja dem åt, och den ena skriver över den andra.",
        "Two files of the site differ only in case, in how their characters are encoded, or in whether the page is a "
        "file or a folder. Some servers cannot tell them apart, and one overwrites the other.",
    ),
)
MISSING_PAIR = _code(
    "missing-pair",
    Phrase(
        "sidan anger ingen version på språket '{language}'", "the page names no version in the language '{language}'"
    ),
    Phrase("se till att sidan finns på båda språken", "see to it that the page exists in both languages"),
    Phrase(
        "Varje sida finns på alla sajtens språk och säger var, så att läsaren kan byta språk på den.",
        "Every page exists in all languages of the site and says where, so that readers can switch language on it.",
    ),
)
WRONG_SITEMAP = _code(
    "wrong-sitemap",
    Phrase("'{link}' står {count} gånger", "'{link}' stands {count} times"),
    Phrase(
        "varje sida som sökmotorer får visa ska stå en gång, och inget annat",
        "every page that search engines may show stands once, and nothing else does",
    ),
    Phrase(
        "Sitemap.xml ska räkna upp sajtens sidor med de adresser som sidorna själva uppger.",
        "Sitemap.xml lists the site's pages with the addresses that the pages themselves give.",
    ),
)
MISSING_POLICY = _code(
    "missing-policy",
    Phrase(
        "sidans huvud börjar inte med teckenkodning och säkerhetspolicy",
        "the page's head does not begin with its encoding and the security policy",
    ),
    Phrase(
        "sätt {{{{ policy }}}} direkt efter <meta charset> i mallen",
        "put {{{{ policy }}}} right after <meta charset> in the template",
    ),
    Phrase(
        "Varje sida har samma Content-Security-Policy, före allt som den ska gälla för. "
        "Den står i plugins/spelbok/site/csp.py.",
        "Every page has the same Content-Security-Policy, before everything that it is to hold for. "
        "It stands in plugins/spelbok/site/csp.py.",
    ),
)
INLINE_CODE = _code(
    "inline-code",
    Phrase("kod eller stil står i själva sidan: {place}", "code or style stands in the page itself: {place}"),
    Phrase("lägg den i en fil i docs/theme/assets", "put it in a file in docs/theme/assets"),
    Phrase(
        "Skript, stilar och händelseattribut i sidan körs inte: policyn tillåter bara filer från sajten. "
        "Det är det som gör att insmugglad kod inte kan köras.",
        "Scripts, styles and event attributes in a page do not run: the policy allows files of the site alone. "
        "That is what keeps smuggled code from running.",
    ),
)
FOREIGN_RESOURCE = _code(
    "foreign-resource",
    Phrase("sidan hämtar '{link}' från en annan server", "the page fetches '{link}' from another host"),
    Phrase("lägg filen i sajten, eller länka till den", "put the file into the site, or link to it"),
    Phrase(
        "En sida hämtar allt den behöver från sajten själv. Då får ingen annan veta vem som läser.",
        "A page fetches all that it needs from the site itself. So nobody else learns who reads.",
    ),
)
DEAD_EXTERNAL_LINK = _code(
    "dead-external-link",
    Phrase("'{link}' {reason_sv}", "'{link}' {reason_en}"),
    Phrase("leta upp var sidan finns nu, eller ta bort länken", "find where the page is now, or remove the link"),
    Phrase(
        "Sidan som länken leder till finns inte längre. Kommandot 'spelbok links external' frågar alla adresser en "
        "gång; ett bygge gör det aldrig. Leta hos den som gav ut sidan, eller i ett webbarkiv.",
        "The page that the link leads to is gone. The command 'spelbok links external' asks every address once; a "
        "build never does. Look at its publisher's site, or in a web archive.",
    ),
)
SILENT_EXTERNAL_LINK = _code(
    "silent-external-link",
    Phrase("'{link}' {reason_sv}", "'{link}' {reason_en}"),
    Phrase("pröva igen en annan dag", "try again another day"),
    Phrase(
        "Webbplatsen var nere eller svarade inte i tid, fast den frågades flera gånger. Står det så vecka efter vecka "
        "är länken död.",
        "The site was down or did not answer in time, though it was asked several times. If this stands week after "
        "week, the link is dead.",
    ),
    warning=True,
)
UNCHECKED_EXTERNAL_LINK = _code(
    "unchecked-external-link",
    Phrase("'{link}' gick inte att kontrollera: den {reason_sv}", "'{link}' could not be checked: it {reason_en}"),
    Phrase("öppna den i en webbläsare", "open it in a browser"),
    Phrase(
        "Webbplatsen svarar, men inte på frågor från program, eller bara den som har loggat in. Läsaren ser kanske "
        "sidan ändå.",
        "The site answers, but not when programs ask, or only those who have signed in. A reader may see the page all "
        "the same.",
    ),
    warning=True,
)
MOVED_EXTERNAL_LINK = _code(
    "moved-external-link",
    Phrase("'{link}' har flyttat för gott till '{to}'", "'{link}' has moved for good to '{to}'"),
    Phrase("skriv den nya adressen om den leder till samma sida", "write the new address if it leads to the same page"),
    Phrase(
        "Länken fungerar, men webbplatsen säger att sidan har en annan adress nu. Gamla adresser slutar en dag att "
        "leda vidare. Se efter att det är rätt sida: en del leder allt som är borta till sin startsida.",
        "The link works, but the site says that the page has another address now. Old addresses stop leading on one "
        "day. See that it is the right page: some lead everything that is gone to their start page.",
    ),
    warning=True,
)

# --- Templates ---------------------------------------------------------------

TEMPLATE_SYNTAX = _code(
    "template-syntax",
    Phrase("mallen går inte att läsa", "the template cannot be read"),
    Phrase('Jinja säger på engelska: "{reason}"', 'Jinja says: "{reason}"'),
    Phrase(
        "Något i mallen är inte Jinja: ett block som inte avslutas, en klammer som saknas eller ett filter som inte "
        "finns. Jinjas egen förklaring är på engelska.",
        "Something in the template is not Jinja: a block without an end, a missing brace, or a filter that does not "
        "exist.",
    ),
)
TEMPLATE_ERROR = _code(
    "template-error",
    Phrase("mallen går inte att fylla i för {shown}", "the template cannot be filled in for {shown}"),
    Phrase('Jinja säger på engelska: "{reason}"', 'Jinja says: "{reason}"'),
    Phrase(
        "Raden i mallen frågar efter något som inte finns i det som sidan visar, till exempel ett fält med ett annat "
        "namn. Alla fält står i fältreferensen. Fråga först om fältet har ett värde, om det får saknas.",
        "The line of the template asks for something that what the page shows does not have, such as a field of "
        "another name. The field reference lists all fields. Ask first whether a field has a value if it is optional.",
    ),
)
MISSING_TEMPLATE = _code(
    "missing-template",
    Phrase("mallen '{name}' saknas, och behövs för {shown}", "the template '{name}' is missing, needed for {shown}"),
    Phrase(
        "lägg till filen i mappen templates, eller rätta namnet där den hämtas",
        "add the file to the folder templates, or correct the name where it is included",
    ),
    Phrase(
        "Varje slag av post och varje sida har en mall i spelbokens mapp templates, och mallar kan hämta in varandra.",
        "Every kind of entry and every page has a template in the playbook's folder templates, and templates can "
        "include one another.",
    ),
)
