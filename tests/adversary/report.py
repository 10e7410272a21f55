"""All variants, as many at a time as there are cores to spare: a table to read, and one JSON line for whoever asks."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from copy import deepcopy
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from tests.adversary.mutants import DEFENDED, MUTANTS, PRODUCTS, VARIANTS, Variant
from tests.adversary.run import Tried, together, tried
from tests.adversary.verdict import ALPHA, MARGIN, Verdict
from tests.engines import Databases

AT_ONCE = 3
"""Loots: mostly they wait for people who type."""


class Size(Struct, frozen=True):
    """How much is played. `product`: loots of each engine; `mutant`: loots of each fault."""

    product: int
    mutant: int
    evenings: int = 0
    stages: int = 0
    """Of the product, where they are not as in the short form."""


SHORT = Size(product=1, mutant=1)
LONG = Size(product=24, mutant=1, evenings=3, stages=10)
"""About 13,000 cards: as many as it takes to hold the margin also for an attack that has something to say of half of them only."""


def orders(size: Size) -> list[tuple[Variant, int]]:
    """Loots to be made: what is played, and the seed of its first evening."""
    product = [structs.replace(one, evenings=size.evenings or one.evenings, stages=size.stages or one.stages) for one in PRODUCTS]
    found = [(one, number) for one in product for number in range(size.product)]
    found += [(one, number) for one in (*MUTANTS, *DEFENDED) for number in range(size.mutant)]
    return [(one, 1 + 10 * number) for one, number in found]


def one_loot(variant: Variant, seed: int) -> Tried:
    """In a process of its own: it reads and counts for as long as it plays."""
    with tempfile.TemporaryDirectory(prefix="holdspace-a-") as folder:
        databases = Databases(Path(folder))
        try:
            return asyncio.run(tried(variant, databases, seed))
        finally:
            databases.close()


@contextmanager
def _postgres() -> Iterator[None]:
    """Held from here: else it would stop whenever no loot needs it, and under the one that begins just then."""
    with tempfile.TemporaryDirectory(prefix="holdspace-a-") as folder:
        databases = Databases(Path(folder))
        try:
            assert databases.postgres.pid
            yield
        finally:
            databases.close()


def all_tried(size: Size, said: Callable[[str], None]) -> tuple[dict[str, Tried], list[str]]:
    """(by variant, loots that could not be made). Every loot is said too, in the order in which they were asked for."""
    os.environ["PYTEST_XDIST_TESTRUNUID"] = f"adv{os.getpid()}"  # one PostgreSQL for all of them
    loots: dict[str, list[Tried]] = {}
    failures: list[str] = []
    with _postgres(), ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as processes:
        asked = [(variant, processes.submit(one_loot, variant, seed)) for variant, seed in orders(size)]
        for variant, future in asked:
            error = future.exception()
            if error is not None:
                failures.append(f"{variant.name}: {type(error).__name__} {error}")
                said(failures[-1])
                continue
            loots.setdefault(variant.name, []).append(future.result())
            said(line_of(future.result()))
    return {name: together(many) for name, many in loots.items()}, failures


def line_of(found: Tried) -> str:
    verdict = found.verdict()
    best = verdict.best
    return (
        f"{found.variant:24} {VARIANTS[found.variant].engine:10} {'linked' if verdict.linked else 'not linked':10} "
        f"{best.accuracy:.3f} (chance {best.chance:.3f}, p {best.p:.1e}) by {best.name}; "
        f"{best.cards} of {found.cards} cards, {found.sessions} sessions, {found.seconds:.0f} s"
    )


def caught(found: Tried) -> bool:
    """Linked, and by the attack that was written for it."""
    by = VARIANTS[found.variant].caught_by
    return any(name.startswith(by) for name in found.verdict().linked_by)


def result_of(all_found: dict[str, Tried], failures: list[str], seconds: float) -> dict[str, Any]:
    products = [all_found[one.name] for one in PRODUCTS if one.name in all_found]
    verdicts: list[Verdict] = [one.verdict() for one in products]
    cards = sum(one.cards for one in products)
    widest = together(deepcopy(products)).verdict().widest if products else None  # both engines as one
    return {
        "linked": any(one.linked for one in verdicts),
        "accuracy": _mean([(one.fresh, found.cards) for one, found in zip(verdicts, products, strict=True)]),
        "chance": _mean([(one.best.chance, found.cards) for one, found in zip(verdicts, products, strict=True)]),
        "sessions": sum(one.sessions for one in all_found.values()),
        "mutants": {one.name: one.name in all_found and caught(all_found[one.name]) for one in MUTANTS},
        "defended": {one.name: one.name in all_found and not all_found[one.name].verdict().linked for one in DEFENDED},
        "cards": cards,
        "alpha": ALPHA,
        "attacks": max((one.attacks for one in verdicts), default=0),
        "most_above_chance": round(widest.bound, 4) if widest else 1.0,
        "widest": f"{widest.name}; {widest.cards} cards" if widest else "",
        "margin": MARGIN,
        "outside_the_claim": {
            left.name: [round(left.accuracy, 3), round(left.chance, 3)] for one in products[:1] for left in one.left_open()
        },
        "failures": failures,
        "seconds": round(seconds),
    }


def _mean(shares: list[tuple[float, int]]) -> float:
    """Of shares, each weighted."""
    return round(sum(share * weight for share, weight in shares) / max(1, sum(weight for _, weight in shares)), 4)


def sound(result: dict[str, Any], size: Size) -> bool:
    """In the long form no attack may even possibly be above the margin."""
    kept = not result["linked"] and all(result["mutants"].values()) and all(result["defended"].values())
    return kept and not result["failures"] and (size is SHORT or result["most_above_chance"] < MARGIN)


def report(size: Size, said: Callable[[str], None]) -> tuple[dict[str, Any], bool]:
    started = time.monotonic()
    found, failures = all_tried(size, said)
    if size is not SHORT:
        said("Together:")
        for one in found.values():
            said(line_of(one))
    result = result_of(found, failures, time.monotonic() - started)
    return result, sound(result, size)
