# SPDX-FileCopyrightText: 2026 The Spelbok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that the benchmark's texts are made of, Swedish and English side by side.

A row is one word or phrase. Nouns come apart: a first part and a last part make
a Swedish compound, such as ``ärendelistan``, so that the texts have as many
different words as texts that people write.
"""

from typing import NamedTuple


class First(NamedTuple):
    """The first part of a noun."""

    sv: str
    en: str


class Last(NamedTuple):
    """The last part of a noun: its definite and indefinite forms in Swedish, and its article with an adjective."""

    sv: str
    article: str
    bare: str
    en: str


class Verb(NamedTuple):
    """What somebody does with something. The particle stands before the object: ``skriver ned listan``."""

    present: str
    imperative: str
    infinitive: str
    particle: str
    en: str


class Words(NamedTuple):
    """A phrase that is used as it stands."""

    sv: str
    en: str


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


FIRSTS = tuple(
    First(*row)
    for row in _rows(
        """
        ärende | case
        besluts | decision
        vecko | weekly
        månads | monthly
        vinter | winter
        besöks | visit
        service | service
        kontakt | contact
        användar | user
        team | team
        ledar | leader
        produkt | product
        budget | budget
        upphandlings | procurement
        kund | customer
        arbets | work
        utbildnings | training
        kunskaps | knowledge
        telefon | phone
        kurs | course
        ansöknings | application
        handläggnings | processing
        risk | risk
        säkerhets | security
        kvalitets | quality
        uppföljnings | follow-up
        samverkans | cooperation
        introduktions | introduction
        behovs | needs
        klagomåls | complaints
        resurs | resource
        bemannings | staffing
        drift | operations
        kommun | municipal
        region | regional
        skol | school
        vård | care
        byggnads | building
        tillstånds | permit
        bidrags | grant
        avgifts | fee
        arkiv | archive
        inköps | purchasing
        personal | staff
        skatte | tax
        biblioteks | library
        trafik | traffic
        miljö | environment
        vatten | water
        energi | energy
        idrotts | sports
        kultur | culture
        barn | children's
        ungdoms | youth
        omsorgs | social care
        familje | family
        hyres | rent
        bostads | housing
        fastighets | property
        park | park
        avfalls | waste
        livsmedels | food
        hälso | health
        patient | patient
        läkar | doctor
        lärar | teacher
        elev | pupil
        student | student
        språk | language
        integrations | integration
        arbetsmarknads | labour market
        närings | business
        företags | company
        förenings | association
        turist | tourist
        folkhälso | public health
        krisberedskaps | emergency
        brand | fire
        polis | police
        rätts | legal
        försäkrings | insurance
        pensions | pension
        löne | pay
        semester | holiday
        rekryterings | recruitment
        schemaläggnings | scheduling
        bokförings | accounting
        faktura | invoice
        kontrakts | contract
        lager | stock
        fordons | vehicle
        väg | road
        järnvägs | railway
        hamn | harbour
        flyg | flight
        post | mail
        ljud | sound
        forsknings | research
        försöks | pilot
        data | data
        nätverks | network
        plattforms | platform
        inloggnings | login
        tillgänglighets | accessibility
        översättnings | translation
        detalj | detail
        samråds | consultation
        nämnd | committee
        styrelse | governing board
        lednings | management
        sektions | section
        områdes | district
        stadsdels | neighbourhood
        kust | coastal
        skogs | forest
        jordbruks | farming
        djur | animal
        klimat | climate
        buller | noise
        luft | air
        strand | shoreline
        """
    )
)

LASTS = tuple(
    Last(*row)
    for row in _rows(
        """
        listan | den | lista | list
        kartan | den | karta | map
        rapporten | den | rapport | report
        planen | den | plan | plan
        enkäten | den | enkät | survey
        blanketten | den | blankett | form
        rutinen | den | rutin | routine
        frågan | den | fråga | question
        mallen | den | mall | template
        tavlan | den | tavla | board
        siffran | den | siffra | figure
        mätningen | den | mätning | measurement
        översikten | den | översikt | overview
        kalendern | den | kalender | calendar
        sidan | den | sida | page
        genomgången | den | genomgång | review
        övningen | den | övning | exercise
        statistiken | den | statistik | statistics
        gruppen | den | grupp | group
        kurvan | den | kurva | curve
        bilden | den | bild | picture
        loggen | den | logg | log
        brevet | det | brev | letter
        mötet | det | möte | meeting
        beslutet | det | beslut | decision
        avtalet | det | avtal | contract
        kortet | det | kort | card
        svaret | det | svar | answer
        underlaget | det | underlag | material
        schemat | det | schema | schedule
        protokollet | det | protokoll | record
        registret | det | register | register
        flödet | det | flöde | flow
        samtalet | det | samtal | conversation
        provet | det | prov | trial
        tabellen | den | tabell | table
        texten | den | text | text
        anteckningen | den | anteckning | note
        beskrivningen | den | beskrivning | description
        analysen | den | analys | analysis
        modellen | den | modell | model
        metoden | den | metod | method
        skissen | den | skiss | sketch
        instruktionen | den | instruktion | instruction
        uppgiften | den | uppgift | task
        utredningen | den | utredning | inquiry
        bedömningen | den | bedömning | assessment
        prognosen | den | prognos | forecast
        policyn | den | policy | policy
        regeln | den | regel | rule
        processen | den | process | process
        kostnaden | den | kostnad | cost
        inriktningen | den | inriktning | direction
        presentationen | den | presentation | presentation
        rundan | den | runda | round
        handboken | den | handbok | handbook
        diagrammet | det | diagram | diagram
        dokumentet | det | dokument | document
        formuläret | det | formulär | questionnaire
        exemplet | det | exempel | example
        problemet | det | problem | problem
        förslaget | det | förslag | proposal
        meddelandet | det | meddelande | message
        målet | det | mål | target
        arbetet | det | arbete | work
        uppdraget | det | uppdrag | assignment
        kravet | det | krav | requirement
        systemet | det | system | system
        verktyget | det | verktyg | tool
        värdet | det | värde | value
        """
    )
)

ADJECTIVES = tuple(
    Words(*row)
    for row in _rows(
        """
        korta | short
        gamla | old
        nya | new
        gemensamma | shared
        enkla | simple
        öppna | open
        första | first
        senaste | latest
        viktiga | important
        tydliga | clear
        lilla | small
        långa | long
        vanliga | usual
        svåra | difficult
        tidiga | early
        muntliga | spoken
        """
    )
)

VERBS = tuple(
    Verb(*row)
    for row in _rows(
        """
        skriver | skriv | skriva | ned | write down
        läser | läs | läsa | upp | read out
        samlar | samla | samla | in | collect
        visar | visa | visa | upp | show
        prövar | pröva | pröva || try
        jämför | jämför | jämföra || compare
        ritar | rita | rita | upp | draw
        räknar | räkna | räkna | om | recount
        följer | följ | följa | upp | follow up
        delar | dela | dela | ut | hand out
        ändrar | ändra | ändra || change
        kortar | korta | korta | ned | shorten
        tar | ta | ta | bort | remove
        granskar | granska | granska || examine
        beskriver | beskriv | beskriva || describe
        förklarar | förklara | förklara || explain
        sparar | spara | spara || keep
        skickar | skicka | skicka | ut | send out
        planerar | planera | planera || plan
        lyssnar | lyssna | lyssna | efter | listen for
        hämtar | hämta | hämta || fetch
        öppnar | öppna | öppna || open
        lämnar | lämna | lämna | över | pass on
        går | gå | gå | igenom | go through
        pratar | prata | prata | om | talk about
        förbättrar | förbättra | förbättra || improve
        sorterar | sortera | sortera || sort
        hänger | häng | hänga | upp | put up
        söker | sök | söka | efter | look for
        avslutar | avsluta | avsluta || close
        väljer | välj | välja || choose
        rättar | rätta | rätta || correct
        """
    )
)

#: Who does something, in the plural, so that the English verb needs no ending.
ACTORS = tuple(
    Words(*row)
    for row in _rows(
        """
        teamen | the teams
        cheferna | the managers
        ni | you
        handläggarna | the case officers
        juristerna | the lawyers
        kollegerna | your colleagues
        de som svarar i telefon | those who answer the phone
        användarna | users
        ledarna | the leaders
        de nya i gruppen | the newcomers in the group
        tre av er | three of you
        två personer | two people
        alla i rummet | all of those in the room
        upphandlarna | the buyers
        produktledarna | the product managers
        handledarna | the facilitators
        grannkommunerna | the neighbouring municipalities
        stödfunktionerna | the support functions
        ekonomerna | the finance officers
        de som möter invånarna | those who meet residents
        utvecklarna | the developers
        två av cheferna | two of the managers
        """
    )
)

#: When and how something is done.
MANNERS = tuple(
    Words(*row)
    for row in _rows(
        """
        varje måndag | every Monday
        före mötet | before the meeting
        i slutet av veckan | at the end of the week
        en gång i månaden | once a month
        samma dag | on the same day
        under fem minuter | for five minutes
        vid nästa träff | at the next meeting
        under hösten | during the autumn
        varannan vecka | every other week
        så fort det går | as soon as possible
        med penna och papper | with pen and paper
        i samma rum | in the same room
        utan att fråga om lov | without asking for permission
        två och två | in pairs
        i lugn och ro | in peace and quiet
        på en halvtimme | in half an hour
        efter lunch | after lunch
        på torsdag | on Thursday
        hos en annan enhet | at another unit
        med hjälp av en kollega | with the help of a colleague
        steg för steg | step by step
        i början av året | at the beginning of the year
        framför tavlan | in front of the board
        """
    )
)

#: What it leads to.
PURPOSES = tuple(
    Words(*row)
    for row in _rows(
        """
        så att ingen behöver fråga två gånger | so that nobody has to ask twice
        så att alla ser samma sak | so that everyone sees the same thing
        så att det syns vad som händer sedan | so that it shows what happens next
        så att den som är ny hänger med | so that newcomers can keep up
        så att väntan blir kortare | so that the wait gets shorter
        så att det går att ångra sig | so that it is possible to change one's mind
        så att felet märks tidigt | so that the mistake is noticed early
        så att frågan inte kommer tillbaka | so that the question does not come back
        så att nästa grupp slipper börja om | so that the next group need not start again
        så att det blir lättare att säga nej | so that saying no becomes easier
        och skriver dit ett namn | and add a name to it
        och berättar vad som blev annorlunda | and tell what became different
        och låter saken vila en vecka | and let the matter rest for a week
        och ber om ett ärligt svar | and ask for an honest answer
        och bestämmer en dag | and settle on a day
        så att effekten märks hos någon | so that somebody notices the outcome
        och visar produkten för någon ny | and show the product to somebody new
        så att nästa leverans blir mindre | so that the next output gets smaller
        """
    )
)

#: What is so with a thing, in the singular, when somebody does something about it.
STATES = tuple(
    Words(*row)
    for row in _rows(
        """
        saknas | is missing
        är för gammal | is too old
        blir för lång | gets too long
        ligger hos någon annan | lies with somebody else
        inte räcker till | is not enough
        kommer för sent | comes too late
        är färdig | is ready
        inte går att förstå | cannot be understood
        har fått vänta | has had to wait
        finns på två ställen | is in two places
        """
    )
)

#: Where something is done, for titles.
PLACES = tuple(
    Words(*row)
    for row in _rows(
        """
        på servicekontoret | at the service office
        i nämnden | in the committee
        i receptionen | in reception
        på fältet | in the field
        i ledningsgruppen | in the management group
        på enheten | at the unit
        i kommunen | in the municipality
        i regionen | in the region
        på myndigheten | at the agency
        i stödfunktionen | in the support function
        på biblioteket | at the library
        i skolan | at school
        i vården | in health care
        i arkivet | in the archive
        i kundtjänst | in customer service
        på distans | at a distance
        över gränsen | across the border
        från början | from the start
        före beslut | before decisions
        efter lansering | after release
        """
    )
)

#: Towns, for names that both languages share.
TOWNS = tuple(
    Words(f"i {row[0]}", f"in {row[0]}")
    for row in _rows(
        """
        Alingsås
        Arboga
        Arvika
        Avesta
        Boden
        Bollnäs
        Borgholm
        Borlänge
        Borås
        Båstad
        Enköping
        Eskilstuna
        Eslöv
        Falkenberg
        Falköping
        Falun
        Filipstad
        Gävle
        Göteborg
        Hagfors
        Halmstad
        Haparanda
        Hedemora
        Helsingborg
        Hjo
        Hudiksvall
        Härnösand
        Hässleholm
        Höganäs
        Jönköping
        Kalmar
        Karlshamn
        Karlskoga
        Karlskrona
        Karlstad
        Katrineholm
        Kiruna
        Kramfors
        Kristianstad
        Kristinehamn
        Kumla
        Kungsbacka
        Kungälv
        Köping
        Laholm
        Landskrona
        Leksand
        Lidköping
        Lindesberg
        Linköping
        Ljungby
        Ludvika
        Luleå
        Lund
        Lycksele
        Lysekil
        Malmö
        Mariestad
        Mora
        Motala
        Mölndal
        Nacka
        Norrköping
        Norrtälje
        Nybro
        Nyköping
        Nynäshamn
        Nässjö
        Orsa
        Oskarshamn
        Oxelösund
        Piteå
        Ronneby
        Sala
        Sigtuna
        Simrishamn
        Skara
        Skellefteå
        Skövde
        Sollefteå
        Solna
        Stockholm
        Strömstad
        Sundsvall
        Säffle
        Säter
        Söderhamn
        Södertälje
        Sölvesborg
        Tidaholm
        Tierp
        Timrå
        Tranås
        Trelleborg
        Trollhättan
        Trosa
        Uddevalla
        Umeå
        Uppsala
        Vadstena
        Varberg
        Vetlanda
        Vilhelmina
        Vimmerby
        Visby
        Vänersborg
        Värnamo
        Västervik
        Västerås
        Växjö
        Ystad
        Åmål
        Ängelholm
        Örebro
        Örnsköldsvik
        Östersund
        Östhammar
        """
    )
)
