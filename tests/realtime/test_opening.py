"""The invented help page is for practice only, and what an organizer wrote stays."""

import pytest

from realtime.opening import PRACTICE_HELP, PRACTICE_ORGANIZATION, Terms, help_of, make_session, practice_organization
from tests.engines import Databases
from tests.plans import choice_plan
from tests.waiting import now_ms
from workshop.records.engine import open_database
from workshop.records.errors import HelpPageMissing
from workshop.records.migrate import upgrade
from workshop.records.sessions import organization_of, set_help_page


async def test_g_m3_the_invented_help_page_never_opens_a_real_session(databases: Databases) -> None:
    url = databases.fresh("sqlite")
    await upgrade(url)
    database = open_database(url)
    try:
        await practice_organization(database)
        with pytest.raises(HelpPageMissing):
            await make_session(
                database, choice_plan(), now_ms(), PRACTICE_ORGANIZATION, Terms(practice=False, presence="together", floor=5)
            )
        practice = await make_session(
            database, choice_plan(), now_ms(), PRACTICE_ORGANIZATION, Terms(practice=True, presence="together", floor=5)
        )
        assert help_of(practice) == PRACTICE_HELP
        planned = await make_session(
            database,
            choice_plan(),
            now_ms(),
            PRACTICE_ORGANIZATION,
            Terms(practice=False, presence="together", floor=5, scheduled=True),
        )
        assert (planned.state, help_of(planned)) == ("scheduled", "")
        await set_help_page(database, PRACTICE_ORGANIZATION, "Ines, room 2", now_ms())
        await practice_organization(database)  # as the next start of `make run` does
        kept = await organization_of(database, PRACTICE_ORGANIZATION)
        assert kept is not None
        assert kept.help_page == "Ines, room 2"
    finally:
        await database.dispose()
