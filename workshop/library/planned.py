"""From a written template to what a session plays."""

from collections.abc import Callable, Mapping

from msgspec import structs

from workshop.domain.plan import Activity, Deck, StageTemplate, SummaryForm, TextInput
from workshop.domain.words import LINE_LENGTH, StageKind
from workshop.library.format import (
    AnyStage,
    WrittenActivity,
    WrittenAgree,
    WrittenCircle,
    WrittenDeck,
    WrittenForm,
    WrittenGuide,
    WrittenJournal,
    WrittenRooms,
    WrittenTally,
    WrittenWall,
)

KINDS: Mapping[type, StageKind] = {
    WrittenGuide: "guide",
    WrittenTally: "tally",
    WrittenWall: "wall",
    WrittenJournal: "journal",
    WrittenRooms: "rooms",
    WrittenCircle: "circle",
    WrittenAgree: "agree",
}
FindDeck = Callable[[str], WrittenDeck]


def planned_activity(written: WrittenActivity, find_deck: FindDeck) -> Activity:
    """`written` must break no rule; `find_deck` gives the scenes that its rooms name."""
    return Activity(
        id=written.id,
        title=written.title,
        theme=written.theme,
        level=written.level,
        short=written.minutes.short,
        usual=written.minutes.usual,
        people=written.people,
        needs=written.needs,
        purpose=written.purpose,
        care=written.care,
        script=written.script,
        stages=tuple(_stage(stage, find_deck) for stage in written.stages),
    )


def _form(written: WrittenForm) -> SummaryForm:
    return SummaryForm(form=written.form)


def _deck(written: WrittenDeck) -> Deck:
    return Deck(id=written.id, title=written.title, brief=written.brief, scenes=written.scenarios, starters=written.starters)


def _stage(written: AnyStage, find_deck: FindDeck) -> StageTemplate:
    plain = StageTemplate(
        id=written.id,
        kind=KINDS[type(written)],
        minutes=written.minutes,
        phone=written.phone,
        screen=written.screen,
        title=written.title,
        hint=written.hint,
        optional=written.optional,
    )
    match written:
        case WrittenGuide():
            return structs.replace(plain, guide_steps=written.steps, pacer=written.pacer)
        case WrittenTally():
            return structs.replace(
                plain, input=written.input, reveal=written.reveal, send=written.send or (), summary=_form(written.summary)
            )
        case WrittenWall():
            return structs.replace(
                plain,
                input=written.input,
                resonate=written.resonate,
                deal=written.deal,
                reply_to=written.reply_to,
                summary=_form(written.summary),
            )
        case WrittenJournal():
            return structs.replace(plain, input=written.input)
        case WrittenRooms():
            return _rooms(plain, written, find_deck)
        case WrittenCircle():
            return structs.replace(plain, mode=written.mode, turn_seconds=written.seconds, chairs=written.seats or 0)
        case WrittenAgree():
            # A proposed line is given as a text.
            return structs.replace(
                plain, start=written.start, propose=written.propose, keep=written.keep, input=TextInput(max=LINE_LENGTH)
            )


def _rooms(plain: StageTemplate, written: WrittenRooms, find_deck: FindDeck) -> StageTemplate:
    names = () if written.deck is None else (written.deck, *(name for name in written.decks if name != written.deck))
    return structs.replace(
        plain,
        room_steps=written.steps,
        size=written.size,
        rounds=written.rounds,
        mix=written.mix,
        roles=written.roles,
        swap=written.swap,
        role_cards=written.cards,
        decks=tuple(_deck(find_deck(name)) for name in names),
    )
