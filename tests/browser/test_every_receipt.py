"""Everything that a phone says of what was written on it, on a small window and at 200 % zoom: nothing for axe, nothing beside the window."""

from tests.browser.conftest import Launch
from tests.browser.shown import CODE, shown
from tests.browser.states_of_what_i_wrote import moments


async def test_every_moment_of_what_was_written_fits_and_can_be_read(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", f"/{CODE}")
    found: list[str] = []
    seen: list[str] = []
    async for moment in moments(phone):
        found += await phone.faults(moment)
        seen.append(moment)
    assert len(seen) == len(set(seen)) > 10
    assert not found, "\n".join(found)
