"""Whether a loot links cards to people: every attack's hits against those of guessing, corrected for how many attacks there are."""

import math
from collections.abc import Mapping
from statistics import NormalDist

from msgspec import Struct

from tests.adversary.chance import Group, deviation, expected, p_of
from tests.adversary.linkers import IN_TURN, Guesses
from tests.adversary.loot import Loot

ALPHA = 0.001
"""How often all attacks together may cry wolf on a loot that tells nothing."""
MARGIN = 0.03
"""Better than chance by this much is linked, whatever the attack."""

Judged = list[tuple[Group, int]]
"""By stage: what was guessed among whom, and how often rightly."""


class Attack(Struct, frozen=True):
    """One attack on all loots of a variant. `bound`: so much above chance at most, at α shared by all attacks."""

    name: str
    cards: int
    hits: int
    accuracy: float
    chance: float
    p: float
    bound: float


class Verdict(Struct, frozen=True):
    linked: bool
    attacks: int
    best: Attack
    """The one that chance explains least."""
    linked_by: tuple[str, ...]
    fresh: float
    """What the best attack of one half of the stages reaches in the other: nothing that was chosen for its luck."""
    widest: Attack
    """Of those that guess most cards, the one with the largest bound."""


def judged(loot: Loot, authors: Mapping[str, str], name: str, guesses: Guesses) -> Judged:
    """`authors`: words to alias; of a card that was taken back its id to alias."""
    found: Judged = []
    for stage in loot.stages:
        guess = guesses.get((stage.session, stage.run), {})
        aliases = {seat.id: seat.alias for seat in stage.people}
        words = {card.id: card.text for card in stage.cards}
        hits = sum(authors[words.get(card, card)] == aliases[seat] for card, seat in guess.items())
        if guess:
            found.append(((len(guess), len(stage.typed_again if name in IN_TURN else stage.people)), hits))
    return found


def attack(name: str, stages: Judged, attacks: int) -> Attack:
    groups, hits = [group for group, _ in stages], sum(hits for _, hits in stages)
    cards, mean = sum(cards for cards, _ in groups), expected(groups)
    quantile = NormalDist().inv_cdf(1 - ALPHA / attacks)
    return Attack(
        name=name,
        cards=cards,
        hits=hits,
        accuracy=hits / cards,
        chance=mean / cards,
        p=p_of(groups, hits),
        bound=(hits - mean + quantile * deviation(groups)) / cards,
    )


def verdict(attacks: Mapping[str, Judged], cards: int) -> Verdict:
    many = len(attacks)
    found = [attack(name, stages, many) for name, stages in attacks.items() if stages]
    best = min(found, key=lambda one: one.p)
    linked_by = tuple(one.name for one in sorted(found, key=lambda one: one.p) if one.p < ALPHA / many)
    return Verdict(
        linked=bool(linked_by),
        attacks=many,
        best=best,
        linked_by=linked_by,
        fresh=_fresh(attacks),
        widest=max((one for one in found if 2 * one.cards >= cards), key=lambda one: one.bound),
    )


def _fresh(attacks: Mapping[str, Judged]) -> float:
    """Each half chooses, the other one judges."""
    hits = cards = 0
    for half in (0, 1):
        chosen = min(attacks, key=lambda name: _p(attacks[name][half::2]))
        other = attacks[chosen][1 - half :: 2]
        hits += sum(one for _, one in other)
        cards += sum(group[0] for group, _ in other)
    return hits / cards if cards else math.nan


def _p(stages: Judged) -> float:
    return p_of([group for group, _ in stages], sum(hits for _, hits in stages)) if stages else 1.0
