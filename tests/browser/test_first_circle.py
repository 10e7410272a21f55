"""The whole first circle in real browsers: the console by keyboard alone, seven phones by touch, phones asleep on the way.

G-R8: all phones frozen during the round and the rooms change nothing for the people. G-M2, G-M3, G-A9 as their steps say.
"""

from pathlib import Path

from tests.browser.conftest import Launch
from tests.browser.evening import Evening, they_agree_on_promises, they_arrive, they_read_and_say_that_they_are_ready
from tests.browser.evening_later import (
    one_card_is_taken_back,
    somebody_asks_for_a_person,
    the_summary_is_signed,
    they_listen,
    they_mark_what_brought_them,
    they_meet_with_their_phones_in_their_pockets,
    they_part,
    they_set_sliders,
    they_take_turns,
    they_write_and_one_card_is_returned,
)
from tests.browser.faces import Faces
from tests.engines import Databases
from tests.nodes import cluster
from workshop.library.loader import load_plan

PACE = 30.0
DURATIONS: dict[str, object] = {"beat": 1000, "silence": 3000, "asleep_after": 4000, "grace": 500, "lapse": 3000}
"""Phones count as asleep after four seconds instead of 45."""


async def test_g_r8_g_m2_g_m3_g_a9_the_first_circle_plays(launch: Launch, databases: Databases, tmp_path: Path) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite"), **DURATIONS) as made:
        node = await made.start()
        opened = await made.open(load_plan("first-circle"), pace=PACE)
        faces = Faces(await launch(), node.base)
        evening = Evening(faces, opened, await faces.console(opened.console_secret), await faces.screen(opened.screen_secret))
        async with faces.pictured(tmp_path):
            await they_arrive(evening)
            await they_read_and_say_that_they_are_ready(evening)
            await they_agree_on_promises(evening)
            await they_set_sliders(evening, "Begin “How I arrive”", "Right now I am...", ("My energy", "My ease in this group"))
            await they_take_turns(evening)
            await they_mark_what_brought_them(evening)
            await they_write_and_one_card_is_returned(evening)
            await one_card_is_taken_back(evening)
            await they_meet_with_their_phones_in_their_pockets(evening)
            await they_listen(evening)
            await they_set_sliders(evening, "Begin", "Being listened to like this was...", ("As a speaker", "As a listener"))
            await they_set_sliders(
                evening, "Begin “How I leave”", "Leaving, I feel...", ("How settled I am", "How useful this was for me")
            )
            await evening.keys.next("Begin")
            await somebody_asks_for_a_person(evening)
            await they_part(evening)
            await the_summary_is_signed(evening)
            assert faces.troubles(but=lambda trouble: False) == []
