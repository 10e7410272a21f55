"""Moments of the organizer's desk and of the closing as their doors answer them: house, sessions and themes are invented."""

from msgspec import structs

from realtime import desk_shapes as d
from tests.browser.states import HELP
from workshop.domain.published import (
    BandLine,
    HeatField,
    LeftOut,
    MiddleLine,
    PublishedActivity,
    PublishedStage,
    Shape,
    SortedCard,
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
    retention_days=7,
    waits_for=(),
    programme=None,
    number=None,
)
ROWS = (
    ROW,
    structs.replace(ROW, id=SessionId("s0"), code="H2RJ7WYM", starts_ms=None, created_ms=AT - DAY),
    structs.replace(ROW, id=SessionId("s7"), code="K8SJ6XZN", waits_for=("Drawing a loss: my own line",)),
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
    met_before=False,
    tender=(),
    approved=(),
)
OFFERS = (
    OFFER,
    structs.replace(OFFER, id="taster", title="Taster", minutes=20, people_min=3, people_max=40, practice=True),
    structs.replace(OFFER, id="heard", title="Heard", met_before=True, tender=("grief-line",)),
)
EXERCISE = d.ExerciseOffer(
    id="around-kind-no",
    title="Clear and kind",
    purpose="Practise a no that keeps the door open, with the words that come by themselves and the ones that are missing.",
    theme="boundaries",
    level=2,
    minutes=92,
    people_min=5,
    people_max=20,
    met_before=False,
    activities=("What this is, and what it is not", "Equal turns", "Water, air, a few steps", "Clear and kind", "How I leave"),
    activity_minutes=(4, 12, 7, 35, 6),
    tender=(),
    approved=(),
)
EXERCISES = (
    EXERCISE,
    structs.replace(
        EXERCISE, id="around-grief-line", title="Drawing a loss: my own line", level=3, met_before=True, tender=("grief-line",)
    ),
    structs.replace(EXERCISE, id="around-grounding-senses", title="Back into the room", theme="regulation", level=1, minutes=60),
)
GRIEF_LINE = d.TenderActivity(
    id="grief-line",
    title="Drawing a loss: my own line",
    purpose="Let each person draw how a loss has moved with them, and see that no line is like another.",
    note="Your line stays on this phone. Choose a loss that you can look at today; a small one is enough.",
    watch="Watch for a loss of the last weeks, and for people who go very quiet. Offer a private word and the help page.",
    approved=False,
    decided_ms=None,
)
TENDER = (
    GRIEF_LINE,
    structs.replace(GRIEF_LINE, id="letter", title="A letter to the younger self", approved=True, decided_ms=AT - DAY),
    structs.replace(GRIEF_LINE, id="room-for-loss", title="Making room for a loss", decided_ms=AT - 2 * DAY),
)
DESK = d.DeskView(
    organization="The Quiet House at the Canal",
    help_page=d.HelpPage(text=HELP, checked_ms=AT - 9 * DAY),
    sessions=ROWS,
    agendas=OFFERS,
    exercises=EXERCISES,
    tender=TENDER,
    programmes=(),
    programme_offers=(),
    meeting_link="",
)
EMPTY = structs.replace(DESK, help_page=d.HelpPage(text="", checked_ms=None), sessions=())
LINKS = d.SessionLinks(
    code="M7QK4RWT",
    join="http://localhost:3000/M7QK4RWT",
    console="http://localhost:3000/console#8d1f0e7c6b5a49382716f5e4d3c2b1a0",
    screen="http://localhost:3000/screen#0a1b2c3d4e5f60718293a4b5c6d7e8f9",
)
RINGS = (BandLine(label="closest", band="most"), BandLine(label="close", band="mixed"), BandLine(label="around me", band="few"))
PILES = (
    BandLine(label="well fed", band="few"),
    BandLine(label="so-so", band="mixed"),
    BandLine(label="running dry", band="mixed"),
)
FORMS = PublishedActivity(
    title="Maps, orders and lines",
    stages=(
        PublishedStage(stage=6, title="What builds trust", form="bands", upper=RINGS),
        PublishedStage(stage=7, title="How fed is each need?", form="bands", cards=(SortedCard(card="rest", piles=PILES),)),
        PublishedStage(
            stage=8,
            title="The numbers of our maps",
            form="bands",
            rings=RINGS,
            marks=(BandLine(label="gives me strength", band="most"), BandLine(label="missing or lost", band="few")),
        ),
        PublishedStage(
            stage=9,
            title="Where my days have been",
            form="heat3",
            heat=HeatField(
                ask="Where have your days been?",
                x=("little turned towards the loss", "much turned towards the loss"),
                y=("little turned towards life now", "much turned towards life now"),
                densities=("faint", "faint", "present", "faint", "dense", "faint", "faint", "faint", "faint"),
            ),
        ),
        PublishedStage(
            stage=10,
            title="How the way has been",
            form="shape",
            shape=Shape(
                x=("first session", "today"), y=("hard going", "easier"), levels=(None, "low", "middle", "middle", "high", "high")
            ),
        ),
    ),
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
        FORMS,
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
NAMEABLE = d.NameableCards(
    walls=(
        d.NameableWall(
            stage=4,
            cards=(
                d.NameableCard(text="Since he died nobody says his name at home.", note="about my father"),
                d.NameableCard(text="I hope to say one thing that I usually swallow.", note=""),
            ),
            others=4,
        ),
        d.NameableWall(stage=9, cards=(), others=6),
    )
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
