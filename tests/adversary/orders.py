"""Every order in which the cards of a stage lie somewhere, and every order of its people. Each of one is laid against each of the other."""

import random
from collections.abc import Callable, Iterable, Iterator

from tests.adversary.loot import Card, Loot, Seat, Stage

Guess = dict[str, str]
"""Card to seat, one to one."""
Ordered = dict[str, list[str]]
"""Ids in some order, by where that order was found. Those that it does not name are missing."""


class Places:
    """Where the cards and people of a whole loot stand in its files: sought once."""

    def __init__(self, loot: Loot, places: Callable[[list[bytes], str], list[int]]) -> None:
        self.cards: dict[str, dict[str, list[int]]] = {}
        self.people: dict[str, dict[str, list[int]]] = {}
        """By store and id."""
        cards = {card.id: card for stage in loot.stages for card in stage.cards}
        seats = {seat.id: seat for stage in loot.stages for seat in stage.people}
        for group, contents in loot.files.items():
            self.cards[group] = {
                card.id: sorted([*places(contents, card.text), *places(contents, card.id)]) for card in cards.values()
            }
            self.people[group] = {
                seat.id: sorted(at for mark in seat.marks for at in places(contents, mark)) for seat in seats.values()
            }


def of_cards(loot: Loot, stage: Stage, places: Places) -> Ordered:
    here = {card.id: card for card in stage.cards}
    found: Ordered = {}
    columns = set(loot.tables["card"][0]) - {"session_id", "organization_id"} if loot.tables["card"] else set()
    for column in sorted(columns):
        found[f"card.{column}"] = _sorted(stage.cards, lambda card, column=column: card.row[column])  # type: ignore[misc]
    found["length"] = _sorted(stage.cards, lambda card: len(card.text))
    found["row"] = [row["id"] for row in loot.tables["card"] if row["id"] in here and row["session_id"] == stage.session]
    found["closed"] = _known(stage.named("wall_closed")[0].body["cards"], here)
    found["approved"] = _known((event.body["card"] for event in stage.named("card_approved")), here)
    found["released"] = _known((card for event in stage.named("cards_released") for card in event.body["cards"]), here)
    _places(found, places.cards, here)
    return {name: order for name, order in found.items() if len(order) == len(here)}


def of_people(loot: Loot, stage: Stage, places: Places) -> Ordered:
    here = {seat.id: seat for seat in stage.people}
    found: Ordered = {}
    rows = [row for row in loot.tables["seat"] if row["id"] in here]
    for column in sorted(set(rows[0]) - {"session_id", "organization_id"}):
        found[f"seat.{column}"] = [row["id"] for row in sorted(rows, key=lambda row: row[column])]
    found["alias"] = sorted(here, key=lambda seat: here[seat].alias)
    found["row"] = [row["id"] for row in rows]
    found["address"] = sorted(here, key=lambda seat: here[seat].address)
    found["put down"] = [seat for seat in stage.put_down if seat in here]
    opened, closed = stage.events[0].seq, stage.closed_at
    asked = [event for event in stage.events if opened <= event.seq <= closed]
    found["first named"] = _known(_named(event.words for event in asked), here)
    found["last named"] = _known(_named(event.words for event in reversed(asked)), here)
    for name, written in _written(loot, stage, here).items():
        found[name] = written
    _places(found, places.people, here)
    return {name: order for name, order in found.items() if len(order) >= len(stage.cards)}


def _written(loot: Loot, stage: Stage, here: dict[str, Seat]) -> Ordered:
    """Tables that name seats and are none of those that everybody knows."""
    found: Ordered = {}
    for name, rows in loot.tables.items():
        if name in ("seat", "event"):
            continue
        own = [row for row in rows if row.get("session_id") == stage.session and row.get("run", str(stage.run)) == str(stage.run)]
        for column in sorted({key for row in own for key, value in row.items() if value in here}):
            found[f"{name}.{column}"] = _known((row[column] for row in own), here)
    return found


def _named(bodies: Iterable[str]) -> Iterator[str]:
    for body in bodies:
        _, found, rest = body.partition('"seat":"')
        if found:
            yield rest.partition('"')[0]


def _places(found: Ordered, places: dict[str, dict[str, list[int]]], here: Iterable[str]) -> None:
    for group, where in places.items():
        stands = [one for one in here if where.get(one)]
        found[f"first in {group}"] = sorted(stands, key=lambda one: where[one][0])
        found[f"last in {group}"] = sorted(stands, key=lambda one: where[one][-1])


def _sorted(cards: Iterable[Card], key: Callable[[Card], str | int]) -> list[str]:
    return [card.id for card in sorted(cards, key=key)]


def _known(ids: Iterable[str], here: Iterable[str]) -> list[str]:
    """Each once, where it stands first."""
    wanted = set(here)
    return list(dict.fromkeys(one for one in ids if one in wanted))


def laid(cards: list[str], people: list[str]) -> Guess:
    """The first card to the first person and so on; people who wrote none, wherever they are, stretch it."""
    if len(people) < len(cards):
        return {}
    return {card: people[(2 * at + 1) * len(people) // (2 * len(cards))] for at, card in enumerate(cards)}


def best_first(scores: dict[tuple[str, str], float], chance: random.Random) -> Guess:
    """One to one, the best pair first; of equal ones any. Pairs without a score are not guessed."""
    guess: Guess = {}
    pairs = list(scores)
    chance.shuffle(pairs)
    for card, seat in sorted(pairs, key=lambda pair: -scores[pair]):
        if card not in guess and seat not in guess.values():
            guess[card] = seat
    return guess
