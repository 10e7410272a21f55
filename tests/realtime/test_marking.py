"""Signals are for the console's part alone, and go with the words that they are about."""

import random
from collections.abc import Iterator, Mapping

import msgspec
import pytest

from realtime.fanout import Fanout, Part
from realtime.marking import Marking
from tests.domain.given import WALL, Story, held, text_answer
from tests.domain.pictures_of import parts_of
from tests.domain.random_sessions import SEEDS, Moment, played
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.deciding import Actor
from workshop.domain.session import Session
from workshop.domain.signals import SignalsOf, no_signals
from workshop.domain.words import SignalKind
from workshop.library.signal_words import load_signal_reader

READER = load_signal_reader()
LOUD = " Mika, Noa: 0171 2345678, mika@example.org, example.org/x. I want to kill myself."
MOMENTS = 12


def frame(session: Session, texts: Mapping[str, str], part: Part, signals: SignalsOf) -> bytes:
    """What a node sends of this part; `signals` is asked only where the part has any."""
    fanout = Fanout(
        lambda: session, lambda: texts, views.Signs, lambda: signals, lambda: "", 0.0, lambda: pytest.fail("a view was not made")
    )
    return fanout._computed(part)


def moments() -> Iterator[Moment]:
    for seed in SEEDS[:8]:
        settled = [moment for moment in played(seed).moments if moment.settled]
        yield from random.Random(seed).sample(settled, min(MOMENTS, len(settled)))


def never(row: str, words: str) -> tuple[()]:
    pytest.fail("a part that is not the console's asked for signals")


def loud(moment: Moment) -> dict[str, str]:
    """The words of the moment, every card and line with something to look at twice in it."""
    rows = {*views.card_ids(moment.after), *(row for row in moment.texts_after if row in moment.after.cards)}
    return {row: words + LOUD if row in rows else words for row, words in moment.texts_after.items()}


def test_every_part_but_the_consoles_is_the_same_with_and_without_signals() -> None:
    marked = 0
    for moment in moments():
        session, texts = moment.after, loud(moment)
        signals = Marking(READER).now(session, texts)
        for part in parts_of(session, texts):
            if part == ("console", ""):
                plain = frame(session, texts, part, no_signals)
                marked += frame(session, texts, part, signals) != plain
            else:
                assert frame(session, texts, part, signals) == frame(session, texts, part, never)
                assert b'"signals"' not in frame(session, texts, part, signals)
    assert marked > 10, "moments were drawn in which there was nothing to mark"


def test_a_part_of_the_console_has_them() -> None:
    story = queue("Mika said: call 0171 2345678")
    assert kinds(story, Marking(READER)) == {"name", "phone"}


def queue(words: str) -> Story:
    story = Story().people(6).open(WALL)
    story.texts |= {story.session.people[seat].alias: name for seat, name in zip(story.session.people, NAMES, strict=False)}
    story.close([held(number, text_answer(number, words)) for number in range(1, 7)])
    return story


NAMES = ("Mika", "Noa", "Sol", "Ada", "Ben", "Ida")


def kinds(story: Story, marking: Marking) -> set[SignalKind]:
    console = views.console(story.session, story.texts, views.Signs(), marking.now(story.session, story.texts))
    return {signal.kind for signal in console.queue[0].signals}


def test_other_words_have_the_signals_of_the_other_words() -> None:
    story, marking = queue("I want to kill myself"), Marking(READER)
    assert kinds(story, marking) == {"worry"}
    card = story.wall.queue[0]
    story.do(c.RewriteCard(card=card, text="Noa helped me"), Actor(role="system"))
    marking.keep_only(story.texts)
    assert kinds(story, marking) == {"name"}
    assert marking._read[card].text == "Noa helped me"


def test_words_that_were_taken_back_are_kept_nowhere() -> None:
    story, marking = queue("I want to kill myself"), Marking(READER)
    kinds(story, marking)
    card = story.wall.queue[0]
    story.do(c.WithdrawCard(card=card), Actor(role="system"))
    marking.keep_only(story.texts)
    assert card not in marking._read
    assert card not in marking._signals
    assert len(marking._read) == 5


def test_who_comes_later_is_found_in_the_cards_that_are_there() -> None:
    story, marking = queue("Thank you, Ruth"), Marking(READER)
    assert kinds(story, marking) == set()
    (seat,) = list(story.session.people)[-1:]
    story.texts[story.session.people[seat].alias] = "Ruth"
    assert kinds(story, marking) == {"name"}


def test_who_waits_at_the_door_is_nobodys_name_yet() -> None:
    story, marking = queue("Thank you, Ruth"), Marking(READER)
    seat = list(story.session.people)[-1]
    story.texts[story.session.people[seat].alias] = "Ruth"
    at_door = msgspec.structs.replace(story.session.people[seat], admitted=False)
    story.session = msgspec.structs.replace(story.session, people={**story.session.people, seat: at_door})
    assert kinds(story, marking) == set()


def test_a_marking_prints_no_words() -> None:
    story, marking = queue("Thank you, Mika"), Marking(READER)
    kinds(story, marking)
    assert "Mika" not in repr(marking) + repr(marking._read) + repr(marking._names)
