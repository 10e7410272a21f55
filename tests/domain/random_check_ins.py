"""Check-ins of a random session: opened, closed and shown beside whatever else people wish, with dice of their own."""

import random

from workshop.domain import commands as c
from workshop.domain.check_in import FEELINGS
from workshop.domain.deciding import Actor
from workshop.domain.session import Session
from workshop.domain.words import CHECK_IN_STEPS

OFTEN = 0.06
"""Of the other wishes so many are followed by one about a check-in."""


def wish_about_check_in(session: Session, dice: random.Random) -> tuple[c.AnyCommand, Actor]:
    """Plausible or stale."""
    number, counts = session.check_in.number, tuple(dice.randint(0, 3) for _ in range(CHECK_IN_STEPS))
    shows = c.ShowCheckIn(
        check_in=number, feeling=dice.choice(FEELINGS), counts=counts, people=sum(counts), changes=dice.randint(0, 9)
    )
    wishes: tuple[c.AnyCommand, ...] = (
        c.OpenCheckIn(after=number - dice.choice([0, 0, 1])),
        c.CloseCheckIn(check_in=number),
        shows,
        shows,
    )
    command = dice.choice(wishes)
    return command, Actor(role="system" if command is shows else "facilitator")
