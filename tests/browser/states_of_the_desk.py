"""Moments of the organizer's desk and of the closing as their doors answer them: house, sessions and themes are invented."""

from msgspec import structs

from realtime import desk_shapes as d
from tests.browser.states import HELP
from workshop.domain.published import (
    BandLine,
    LeftOut,
    MiddleLine,
    PublishedActivity,
    PublishedStage,
    Summary,
    ThemesOf,
)
from workshop.domain.words import SessionId

AT = 1_795_716_300_000
"""26 November 2026, 18:05 UTC."""
DAY = 86_400_000
LONG_TITLE = "First circle: safe enough to begin"
ROW = d.SessionRowView(
    id=SessionId("s1"),
    title=LONG_TITLE,
    agenda="first-circle",
    stage="scheduled",
    practice=False,
    presence="together",
    floor=5,
    approval=False,
    code="M7QK4RWT",
    starts_ms=AT,
    created_ms=AT - 3 * DAY,
    ended_ms=None,
    cards_until_ms=None,
    has_summary=False,
)
ROWS = (
    ROW,
    structs.replace(ROW, id=SessionId("s0"), code="H2RJ7WYM", starts_ms=None, created_ms=AT - DAY),
    structs.replace(ROW, id=SessionId("s2"), stage="live", practice=True, code="B3XN8PLC", starts_ms=None),
    structs.replace(ROW, id=SessionId("s3"), stage="ended", code="C4YP9QMD", ended_ms=AT - DAY, cards_until_ms=AT),
    structs.replace(ROW, id=SessionId("s4"), stage="signed", code="D5ZQ2RNE", ended_ms=AT - 8 * DAY, has_summary=True),
    structs.replace(ROW, id=SessionId("s5"), stage="cancelled", code="E6AR3SPF"),
    structs.replace(ROW, id=SessionId("s6"), stage="erased", code="F7BS4TQG", ended_ms=AT - 30 * DAY),
)
OFFER = d.AgendaOffer(
    id="first-circle",
    title=LONG_TITLE,
    aim="People meet, agree on how to be together, and say one true thing.",
    minutes=90,
    people_min=6,
    people_max=20,
    practice=False,
    activities=("What this is", "Agreements", "Check-in"),
    playable=True,
    reason=None,
)
OFFERS = (
    OFFER,
    structs.replace(OFFER, id="taster", title="Taster", minutes=20, people_min=3, people_max=40, practice=True),
    structs.replace(OFFER, id="heard", title="Heard", playable=False, reason="It needs drawing, which cannot be played yet."),
)
DESK = d.DeskView(
    organization="The Quiet House at the Canal",
    help_page=d.HelpPage(text=HELP, checked_ms=AT - 9 * DAY),
    sessions=ROWS,
    agendas=OFFERS,
)
EMPTY = structs.replace(DESK, help_page=d.HelpPage(text="", checked_ms=None), sessions=())
LINKS = d.SessionLinks(
    code="M7QK4RWT",
    join="http://localhost:3000/M7QK4RWT",
    console="http://localhost:3000/console#8d1f0e7c6b5a49382716f5e4d3c2b1a0",
    screen="http://localhost:3000/screen#0a1b2c3d4e5f60718293a4b5c6d7e8f9",
)
SUMMARY = Summary(
    title=LONG_TITLE,
    minutes=95,
    people="8-11",
    activities=(
        PublishedActivity(
            title="How I arrive",
            stages=(
                PublishedStage(
                    stage=2,
                    title="Right now I am…",
                    form="middle",
                    middles=(
                        MiddleLine(ask="My energy", low="running on empty", high="buzzing", middle="middle", spread="spread"),
                        MiddleLine(ask="My ease in this group", low="on guard", high="at home", middle="low", spread="close"),
                    ),
                ),
            ),
        ),
        PublishedActivity(title="Three short meetings"),
        PublishedActivity(
            title="Hopes and hesitations",
            stages=(
                PublishedStage(
                    stage=3,
                    title="I am here because of…",
                    form="bands",
                    bands=(
                        BandLine(label="saying yes when I mean no", band="most"),
                        BandLine(label="worry or fear around people I care about", band="mixed"),
                        BandLine(label="Donaudampfschifffahrtsgesellschaft", band="few"),
                    ),
                ),
                PublishedStage(
                    stage=4,
                    title="One hope or one hesitation",
                    form="themes",
                    themes=("being the only one who is nervous", "a rest from being the strong one"),
                ),
            ),
        ),
        PublishedActivity(title="Thanks", stages=(PublishedStage(stage=5, title="One thank-you", form="count", count="12-19"),)),
    ),
    left_out=(
        LeftOut(activity="Three short meetings", stage="What I would say aloud", reason="not_asked"),
        LeftOut(activity="Equal turns", stage="Being listened to like this was…", reason="below_floor"),
        LeftOut(activity="Check-out", stage="One word", reason="no_themes"),
        LeftOut(activity="Check-out", stage="How it was with us", reason="never_published"),
    ),
)
PAGE = d.SummaryPage(
    summary=SUMMARY,
    themes=(ThemesOf(stage=4, themes=("being the only one who is nervous", "x" * 60)), ThemesOf(stage=9, themes=())),
    version=0,
    signed_ms=None,
    practice=False,
    organization="The Quiet House at the Canal",
    ended_ms=AT,
    cards_until_ms=AT + DAY,
)
SIGNED = structs.replace(PAGE, version=1, signed_ms=AT + 600_000, cards_until_ms=None)
FEW = structs.replace(
    PAGE,
    themes=(),
    practice=True,
    summary=structs.replace(
        SUMMARY,
        people=None,
        activities=(),
        left_out=(LeftOut(activity="Hopes and hesitations", stage="One hope", reason="small_session"),),
    ),
)
