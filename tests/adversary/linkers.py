"""Each attack is a function from the loot to guesses: which card is whose. None of them knows what was planted, if anything.

An attack may guess only some cards of a stage; it is judged by those.
"""

import hashlib
import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from tests.adversary.loot import Event, Loot, Row, Seat, Stage, places
from tests.adversary.orders import Guess, Places, best_first, laid, of_cards, of_people

NEAR = 600
"""Bytes within which two things count as lying beside each other."""
SEED = 4
"""Ties are broken by chance, the same in every run."""
WHAT_YOU_WRITE = frozenset({("length", "put down")})
"""Outside the claim: whoever sees when somebody puts the phone away, and reads the wall, may compare that with how long a card is."""
ASKED_FOR = frozenset({"card_rewritten", "card_withdrawn", "card_consent_changed"})
"""What a request to the door of cards leaves in the log."""
TYPED_LONGEST = "how long a card is, and who typed longest"
TYPED_JUST_THEN = "when a card was rewritten, and who was seen typing just then"
RESTED_JUST_THEN = "when a card was taken back, and who rested just then"
IN_TURN = frozenset({"late ones in turn", TYPED_JUST_THEN})
"""Whoever sees who types again knows between whom to choose: here guessing is among those."""

Guesses = dict[tuple[str, int], Guess]
"""By session and run."""


def every_attack(loot: Loot) -> dict[str, Guesses]:
    """By name. The number of them is what a verdict is corrected for."""
    found = Places(loot, places)
    attacks: dict[str, Guesses] = {}
    for stage in loot.stages:
        key = (stage.session, stage.run)
        for name, guess in _of_stage(loot, stage, found):
            attacks.setdefault(name, {})[key] = guess
    return {name: guesses for name, guesses in attacks.items() if any(guesses.values())}


def outside(loot: Loot) -> dict[str, Guesses]:
    """What the claim leaves open, measured all the same."""
    nowhere = Places(Loot(), places)
    attacks: dict[str, Guesses] = {TYPED_LONGEST: {}, TYPED_JUST_THEN: {}, RESTED_JUST_THEN: {}}
    for stage in loot.stages:
        key = (stage.session, stage.run)
        cards, people = of_cards(loot, stage, nowhere), of_people(loot, stage, nowhere)
        attacks[TYPED_LONGEST][key] = laid(cards["length"], people["put down"])
        attacks[TYPED_JUST_THEN][key] = _in_turn([event.body["card"] for event in stage.named("card_rewritten")], stage)
        attacks[RESTED_JUST_THEN][key] = _named_around(stage, "card_withdrawn", 1)
    return attacks


def _of_stage(loot: Loot, stage: Stage, found: Places) -> Iterator[tuple[str, Guess]]:
    cards, people = of_cards(loot, stage, found), of_people(loot, stage, found)
    for of, order in cards.items():
        for against, other in people.items():
            if (of, against) not in WHAT_YOU_WRITE:
                yield f"order: {of} / {against}", laid(order, other)
                yield f"order: {of} / {against}, turned", laid(order, other[::-1])
    for group in loot.files:
        for way, word in ((0, "nearest"), (1, "next"), (-1, "before")):
            yield f"beside: {group}, {word}", _beside(stage, found, group, way)
    yield "hash", _hashed(loot, stage)
    yield "length in a line", _length_in_line(loot, stage)
    yield "together in a row", _together(loot, stage, 1)
    yield "never together in a row", _together(loot, stage, -1)
    for way, word in ((1, "after"), (-1, "before")):
        yield f"named just {word} a change", _named_around(stage, "card_rewritten", way)
        yield f"named just {word} a consent", _named_around(stage, "card_consent_changed", way)
    yield "late ones in turn", _in_turn(_late(stage), stage)
    for group in loot.files:
        yield f"requests in turn: {group}", _requests_in_turn(loot, stage, group)


def _beside(stage: Stage, found: Places, group: str, way: int) -> Guess:
    """Each place of a card votes for whoever is named next after it (`way` 1), last before it (-1), or nearest (0)."""
    votes: dict[tuple[str, str], float] = {}
    people = sorted((at, seat.id) for seat in stage.people for at in found.people[group][seat.id])
    for card in stage.cards:
        for place in found.cards[group][card.id]:
            at = bisect_left(people, (place, ""))
            around = [] if way < 0 else people[at : at + 1]
            around += [] if way > 0 else people[max(0, at - 1) : at]
            near = min(((abs(where - place), seat) for where, seat in around), default=(NEAR, ""))
            if near[0] < NEAR:
                votes[card.id, near[1]] = votes.get((card.id, near[1]), 0.0) + 1
    return best_first(votes, random.Random(SEED))


def _hashed(loot: Loot, stage: Stage) -> Guess:
    """Any column of a card may be a hash of anything known of a person, salted with anything that lies there."""
    scores: dict[tuple[str, str], float] = {}
    salts = {"", stage.session, *(word for card in stage.cards for word in _words(card.row))}
    salts |= {loot.tables["session"][0]["organization_id"], loot.tables["session"][0].get("code", "")}
    wanted = [(card.id, [value.lower() for key, value in card.row.items() if key != "text"]) for card in stage.cards]
    for seat in stage.people:
        for mark in seat.marks:
            for digest in _digests(mark, salts):
                for card, values in wanted:
                    if any(digest in value for value in values):
                        scores[card, seat.id] = 1.0
    return best_first(scores, random.Random(SEED))


def _words(row: Row) -> set[str]:
    """What may be a salt: the parts of a column that others have as well are found again and again, so few are left."""
    return {
        part for key, value in row.items() if key not in ("text", "id", "note_key") for part in re.split(r"[$:/.]", value)[:-1]
    }


def _digests(mark: str, salts: set[str]) -> Iterator[str]:
    for salt in salts:
        for words in {salt + mark, mark + salt, f"{salt}:{mark}", f"{mark}:{salt}"}:
            for kind in (hashlib.sha256, hashlib.sha1, hashlib.md5, hashlib.blake2b):
                yield kind(words.encode()).hexdigest()[:16]


def _length_in_line(loot: Loot, stage: Stage) -> Guess:
    scores: dict[tuple[str, str], float] = {}
    lines = [line for content in loot.files["said"] for line in content.decode(errors="replace").splitlines()]
    for seat in stage.people:
        own = [line for line in lines if any(mark in line for mark in seat.marks)]
        numbers = {int(number) for line in own for number in re.findall(r"(?<![\w.])\d{1,6}(?![\w.])", line)}
        for card in stage.cards:
            if numbers & {len(card.text), len(card.text.encode())}:
                scores[card.id, seat.id] = 1.0
    return best_first(scores, random.Random(SEED))


def _together(loot: Loot, stage: Stage, sign: int) -> Guess:
    """Rows that name a person and a card: their own, or all but their own."""
    scores: dict[tuple[str, str], float] = {}
    cards, people = {card.id for card in stage.cards}, {seat.id for seat in stage.people}
    for name, rows in loot.tables.items():
        for row in rows if name != "event" else ():
            values = set(row.values())
            for card in values & cards:
                for seat in values & people:
                    scores[card, seat] = scores.get((card, seat), 0.0) + sign
    for event in stage.events:
        seat_named = str(event.body.get("seat", ""))
        for card in cards if seat_named in people else ():
            if card in event.words:
                scores[card, seat_named] = scores.get((card, seat_named), 0.0) + sign
    return best_first(scores if sign > 0 else _left_over(scores, cards, people), random.Random(SEED))


def _left_over(scores: dict[tuple[str, str], float], cards: set[str], people: set[str]) -> dict[tuple[str, str], float]:
    """Pairs that never stand together; first where a card or a person has few of them. Nothing where no pair does."""
    if not scores:
        return {}
    left = {(card, seat) for card in cards for seat in people if (card, seat) not in scores}
    of_card, of_seat = Counter(card for card, _ in left), Counter(seat for _, seat in left)
    return {(card, seat): 1 / (of_card[card] * of_seat[seat]) for card, seat in left}


def _named_around(stage: Stage, change: str, way: int) -> Guess:
    """The facts around a changed card: perhaps its author came back for it, or left with it."""
    people, guess = {seat.id for seat in stage.people}, Guess()
    in_time = sorted(stage.events, key=lambda one: way * one.seq)
    for event in stage.named(change):
        seats = (str(one.body.get("seat", "")) for one in in_time if way * one.seq > way * event.seq)
        seat = next((one for one in seats if one in people and one not in guess.values()), None)
        if seat is not None:
            guess[event.body["card"]] = seat
    return guess


def _late(stage: Stage) -> list[str]:
    """Cards that were changed after the first release, in the order in which they came back."""
    changed = {event.body["card"] for event in stage.named("card_rewritten")}
    later = stage.named("cards_released")[1:]
    return list(dict.fromkeys(card for event in later for card in event.body["cards"] if card in changed))


def _in_turn(cards: list[str], stage: Stage) -> Guess:
    """The first of these cards to whoever typed again first."""
    here = {card.id for card in stage.cards}
    return {card: seat for card, seat in zip(cards, stage.typed_again, strict=False) if card in here}


def _requests_in_turn(loot: Loot, stage: Stage, group: str) -> Guess:
    """Addresses that are kept where cards were changed, in the order of the changes."""
    changes = [event for event in _events(loot, stage) if event.type in ASKED_FOR]
    asked = max((_asked(content, _everybody(loot, stage), len(changes)) for content in loot.files[group]), key=len, default=[])
    if len(asked) < len(changes):
        return {}
    here, people = {card.id for card in stage.cards}, {seat.id for seat in stage.people}
    turns = [(event.body["card"], seat) for event, seat in zip(changes, asked, strict=False)]
    guess: Guess = {}
    for card, seat in turns:
        if card in here and seat in people and seat not in guess.values():
            guess[card] = seat
    return guess


def _asked(content: bytes, people: tuple[Seat, ...], requests: int) -> list[str]:
    """Who asked, in turn. Every request may have left its address several times."""
    where = sorted((place, seat.id) for seat in people for place in places([content], seat.address))
    times, odd = divmod(len(where), requests) if requests else (0, 0)
    if times and not odd:
        return [seat for _, seat in where[::times]]
    return [seat for at, (_, seat) in enumerate(where) if at == 0 or where[at - 1][1] != seat]


def _events(loot: Loot, stage: Stage) -> list[Event]:
    same = [one for one in loot.stages if one.session == stage.session]
    return [event for one in sorted(same, key=lambda one: one.run) for event in one.events]


def _everybody(loot: Loot, stage: Stage) -> tuple[Seat, ...]:
    return max((one.people for one in loot.stages if one.session == stage.session), key=len)
