"""Moments of the exercises beyond the first circle, as pages are told of them: every picture, a page, breath, chairs, scenes, replies.

People, cards and scenes are invented.
"""

from msgspec import structs

from tests.browser.states import (
    CLOSED,
    LONG_NAME,
    NOW,
    QUIET,
    RUNS,
    SHARED,
    TEXT,
    TEXTS,
    TILES,
    board,
    circle,
    shared,
    stage,
)
from workshop.domain import parts
from workshop.domain.pictures import (
    HeatSums,
    HeatWords,
    LinePicture,
    LineSlot,
    OrderSums,
    OrderWords,
    RingsSums,
    RingsWords,
    SortSums,
    SortWords,
    Sums,
)
from workshop.domain.plan import Field
from workshop.domain.words import CardId

ORDER = parts.InputView(
    type="order",
    options=(
        "keeping a small promise",
        "saying when I will be back",
        "naming a mistake first",
        "asking how it really is",
        "telling them what I like about them",
        "staying kind while saying no",
    ),
)
SORT = parts.InputView(
    type="sort",
    cards=(
        "rest",
        "feeling safe",
        "being heard",
        "closeness",
        "room of my own",
        "honesty",
        "help with daily things",
        "play and laughter",
        "being trusted",
        "a say in decisions",
    ),
    bins=("well fed", "so-so", "running dry"),
)
POINT = parts.InputView(
    type="point",
    ask="Where have your days been?",
    x=("little turned towards the loss", "much turned towards the loss"),
    y=("little turned towards life now", "much turned towards life now"),
)
RINGS = parts.InputView(
    type="rings",
    max=12,
    rings=("closest", "close", "around me"),
    marks=("gives me strength", "mixed", "costs me strength", "missing or lost"),
    send=("ring", "mark"),
)
LINE = parts.InputView(type="line", max=12, x=("first session", "today"), y=("hard going", "easier"), send=("x", "y"))
FIELDS = parts.InputView(
    type="fields",
    max=300,
    fields=(
        Field(key="when", label="When this happens"),
        Field(key="feel", label="I feel"),
        Field(key="ask", label="And I ask for"),
    ),
)
SAID = (
    "you come home late without a word\nforgotten\na short message before eight",
    "plans change\n\nbeing asked first",
    "Donaudampfschifffahrtsgesellschaftskapitäne talk all at once\nlost, and a little funny\none voice at a time",
)


def _told(asked: parts.InputView, picture: Sums, prompt: str) -> parts.SharedView:
    body = parts.TallyView(input=asked, picture=picture, reveals=True)
    return shared(stage(body, prompt=prompt, **CLOSED))


def _slots(*medians: int | None, counted: bool = True) -> LinePicture:
    levels = (None if height is None else ("low", "middle", "high")[min(2, height * 3 // 21)] for height in medians)
    pairs = zip(levels, medians, strict=True)
    return LinePicture(slots=tuple(LineSlot(level=level, median=height if counted else None) for level, height in pairs))  # type: ignore[arg-type]


def _cards(*texts: str, replies: bool = False) -> tuple[parts.CardView, ...]:
    return tuple(
        parts.CardView(
            id=CardId(f"said-{number}"),
            text=text,
            resonance=number or None,
            reply_to=CardId("card-0") if replies and number != 1 else None,
        )
        for number, text in enumerate(texts)
    )


def _wall(
    asked: parts.InputView, *cards: parts.CardView, replies: bool = False, featured: CardId | None = None
) -> parts.WallView:
    return parts.WallView(
        input=asked,
        cards=cards,
        resonates=True,
        featured=featured,
        replies=replies,
        standing=(CardId("card-0"),) if replies else (),
    )


def _breath(began: int | None) -> parts.GuideView:
    pacer = parts.PacerView(breathe_in=4, breathe_out=6, cycles=12, began=began)
    return parts.GuideView(
        steps=("Feet on the floor, eyes open. Follow the circle or not.",), step=0, of=1, purpose="read", pacer=pacer
    )


def _bowl(inside: int, asking: int, state: str = "running") -> parts.CircleView:
    names = (LONG_NAME, "Mika", "Rosa", "Sol")
    return circle(
        mode="fishbowl",
        state=state,
        turn=0,
        now=None,
        next=None,
        done=0,
        inside=tuple(parts.NameView(alias=name, mark=0) for name in names[:inside]),
        chairs=4,
        asking=asking,
        clock=RUNS if state == "running" else QUIET,
    )


def _scenes(state: str) -> parts.RoomsView:
    return parts.RoomsView(
        round=0 if state == "before" else 1,
        rounds=3,
        state=state,  # type: ignore[arg-type]
        roles=("speaker", "responder", "observer"),
        deck="Saying no kindly",
    )


PAGE = parts.JournalView(input=TEXT)
EXERCISES = {
    "picture of an order": _told(
        ORDER, OrderSums(places=(19, 31, 35, 28, 42, 55), upper=(9, 6, 5, 7, 4, 3), answered=12), "What builds trust, for you?"
    ),
    "picture of an order, in words": _told(
        ORDER, OrderWords(bands=("most", "mixed", "few", "mixed", "few", "few")), "What builds trust, for you?"
    ),
    "picture of piles": _told(
        SORT,
        SortSums(
            piles=((7, 3, 2), (4, 4, 3), (1, 5, 6), (3, 3, 3), (9, 2, 1), (5, 5, 2), (2, 7, 3), (), (6, 3, 3), (0, 4, 8)),
            answered=12,
        ),
        "How fed is each need?",
    ),
    "picture of piles, in words": _told(
        SORT,
        SortWords(
            bands=(
                ("most", "few", "few"),
                ("few", "mixed", "few"),
                ("few", "mixed", "mixed"),
                ("mixed", "mixed", "few"),
                (),
                ("few", "few", "most"),
                ("mixed", "few", "few"),
                ("few", "few", "few"),
                ("mixed", "few", "mixed"),
                ("few", "mixed", "few"),
            )
        ),
        "How fed is each need?",
    ),
    "picture of a square": _told(
        POINT, HeatSums(counts=(1, 2, 3, 0, 4, 1, 0, 1, 2), answered=14), "If you like, place your last days."
    ),
    "picture of a square, in words": _told(
        POINT,
        HeatWords(densities=("faint", "faint", "present", "faint", "dense", "faint", "faint", "faint", "faint")),
        "If you like, place your last days.",
    ),
    "picture of rings": _told(RINGS, RingsSums(rings=(9, 7, 5), marks=(8, 7, 4, 6), answered=12), "The numbers of our maps"),
    "picture of rings, in words": _told(
        RINGS, RingsWords(rings=("most", "mixed", "few"), marks=("most", "mixed", "few", "mixed")), "The numbers of our maps"
    ),
    "picture of lines": _told(LINE, _slots(5, 4, 8, 12, 11, 15), "How the way has been"),
    "picture of lines, in words": _told(LINE, _slots(None, 4, 8, None, 11, 15, counted=False), "How the way has been"),
    "breath, before": shared(stage(_breath(None), title="Breathing together", clock=QUIET)),
    "breath": shared(stage(_breath(NOW - 2_600), title="Breathing together", clock=QUIET)),
    "breath, over": shared(stage(_breath(NOW - 500_000), title="Breathing together", clock=QUIET)),
    "inner circle, before": shared(stage(_bowl(0, 2, "before"))),
    "inner circle": shared(stage(_bowl(3, 1))),
    "inner circle, full": shared(stage(_bowl(4, 0))),
    "inner circle, over": shared(stage(_bowl(0, 0, "finished"))),
    "a private page": shared(stage(PAGE, prompt="Write to yourself at a liked age.")),
    "scenes, before": shared(stage(_scenes("before"))),
    "scenes, proposed": shared(stage(_scenes("before")), practice=True),
    "scenes, in large rooms": shared(stage(_scenes("running"))),
    "wall of labelled lines": shared(stage(_wall(FIELDS, *_cards(*SAID)), **CLOSED)),
    "one card of labelled lines": shared(stage(_wall(FIELDS, *_cards(*SAID), featured=CardId("said-0")), **CLOSED)),
    "replying": shared(stage(_wall(TEXT, replies=True))),
    "wall of replies": shared(stage(_wall(TEXT, *_cards(*TEXTS, replies=True), replies=True), **CLOSED)),
}
"""What everybody is told, by what it is called."""
ALL = {**SHARED, **EXERCISES}

FORMED = tuple(structs.replace(tile, state="formed", step="", clock=QUIET) for tile in TILES)
LARGE = tuple(
    structs.replace(tile, people=(LONG_NAME, "Mika", "Rosa", "Sol", "Wren", "Amal")[: 3 + tile.number % 4], step="First take")
    for tile in TILES
)
DECKS = (
    parts.DeckView(id="boundaries", title="Saying no kindly", brief="Small noes to friends, family and at work."),
    parts.DeckView(id="conflict", title="After a quarrel", brief="Two people come back to something that went wrong."),
    parts.DeckView(id="closeness", title="Coming closer", brief="Saying something warm that was never said."),
    parts.DeckView(id="asking", title="Asking for help", brief="A small thing that is hard to ask for."),
    parts.DeckView(id="thanks", title="Saying thank you", brief="Something that was seen and never named."),
    parts.DeckView(id="parting", title="Parting well", brief="The end of a visit, a task or a time together."),
)
NEXT: dict[str, parts.NextView] = {
    "breath, before": parts.NextView(does="start_pacer", run=3),
    "inner circle, before": parts.NextView(does="start_circle", run=3),
    "inner circle": parts.NextView(does="end_circle", run=3, count=3, waiting=1),
    "inner circle, full": parts.NextView(does="end_circle", run=3, count=4),
    "a private page": parts.NextView(does="open_stage", run=3, stage=2, title="Four minutes in pairs", count=12),
    "scenes, before": parts.NextView(does="make_rooms", run=3, round=1, count=12),
    "scenes, proposed": parts.NextView(does="announce_rooms", run=3, round=1, count=len(FORMED)),
}
DEALT = tuple(
    parts.QueueCardView(
        id=CardId(f"dealt-{number}"), text=text, state="released", veil=None, rewrites=0, late=False, replies=number
    )
    for number, text in enumerate(TEXTS)
)


def _queue(told: parts.SharedView) -> tuple[parts.QueueCardView, ...]:
    body = told.stage.body if told.stage is not None else None
    if not isinstance(body, parts.WallView):
        return ()
    states = ("waiting", "approved", "released")
    own = tuple(
        parts.QueueCardView(
            id=card.id,
            text=card.text,
            state=its,  # type: ignore[arg-type]
            veil=None,
            rewrites=0,
            late=False,
            reply_to=TEXTS[2] if card.reply_to is not None else "",
        )
        for card, its in zip(body.cards, states, strict=False)
    )
    return (*own, *(DEALT if body.replies else ()))


def _board(state: str) -> parts.BoardView | None:
    if state == "scenes, before":
        return board("before", ())
    if state == "scenes, proposed":
        return board("proposed", FORMED)
    return board("running", LARGE) if state == "scenes, in large rooms" else None


def console_of(state: str, plain: parts.ConsoleView) -> parts.ConsoleView:
    """`plain`: what the console is told of any moment."""
    told = EXERCISES[state]
    body = told.stage.body if told.stage is not None else None
    return structs.replace(
        plain,
        next=NEXT.get(state, plain.next),
        queue=_queue(told),
        featured=None,
        board=_board(state),
        decks=DECKS if state in ("scenes, before", "scenes, proposed") else (),
        picture=body.picture if isinstance(body, parts.TallyView) else None,
    )


def screen_of(state: str, plain: parts.ScreenView) -> parts.ScreenView:
    return structs.replace(plain, rooms=LARGE if state == "scenes, in large rooms" else ())
