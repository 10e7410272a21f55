"""G-A2: with everything that lies in any store nobody links cards to people better than by guessing.

The short form. Scripts have fixed seeds; ids, keys and the product's own dice are real. `make adversary-long` has the full power.
"""

import pytest

from tests.adversary.mutants import DEFENDED, MUTANTS, PRODUCTS, VARIANTS
from tests.adversary.planted import PLANTS
from tests.adversary.report import caught, line_of
from tests.adversary.run import tried
from tests.engines import Databases


@pytest.mark.parametrize("name", [variant.name for variant in (*PRODUCTS, *DEFENDED)])
async def test_g_a2_everything_a_thief_takes_tells_no_more_than_guessing(databases: Databases, name: str) -> None:
    found = await tried(VARIANTS[name], databases)
    assert found.cards >= 30
    assert not found.verdict().linked, line_of(found)


@pytest.mark.parametrize("name", [variant.name for variant in MUTANTS])
async def test_g_a2_each_simpler_way_is_caught_by_its_attack(databases: Databases, name: str) -> None:
    found = await tried(VARIANTS[name], databases)
    assert caught(found), line_of(found)


def test_g_a2_every_fault_there_is_is_tried() -> None:
    assert {variant.planted for variant in VARIANTS.values()} == {"", *PLANTS}
    assert all(variant.caught_by for variant in MUTANTS)
