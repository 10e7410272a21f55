"""Which dealt cards have replies is known to everybody: it must not tell who wrote them."""

import random
from collections import Counter
from collections.abc import Callable

from realtime.dealing import Dealing
from tests.domain.given import card_id
from tests.realtime.test_dealing import PEOPLE, dealt_stage, drawn
from workshop.domain.words import CardId


def shown(cards: tuple[CardId, ...], number: int, dice: random.Random) -> CardId:
    """The phone's rule: one that is not its own."""
    return dice.choice([one for one in cards if one != card_id(number)])


def first(cards: tuple[CardId, ...], number: int, dice: random.Random) -> CardId:
    """The rule that must not be: only whoever was told their own card would show the second."""
    return next(one for one in cards if one != card_id(number))


def linked(rule: Callable[[tuple[CardId, ...], int, random.Random], CardId], sessions: int) -> float:
    """How often a card without a reply is rightly given to somebody who replied to a card that has several replies."""
    story, right, tries = dealt_stage(), 0, 0
    for seed in range(sessions):
        dice = random.Random(seed)
        dealing, people = Dealing(dice), list(range(1, PEOPLE + 1))
        dice.shuffle(people)
        replies = {number: rule(drawn(dealing, story, number), number, dice) for number in people}
        counts = Counter(replies.values())
        suspects = [number for number in people if counts[replies[number]] > 1]
        for author in people:
            if counts[card_id(author)] == 0:
                tries += 1
                right += author == dice.choice(suspects)
    return right / tries


def test_which_cards_have_replies_does_not_tell_who_wrote_them() -> None:
    """Were it always the first that is not one's own, it would."""
    chance = 1 / PEOPLE
    assert linked(shown, 600) < chance + 0.05
    assert linked(first, 600) > chance + 0.1
