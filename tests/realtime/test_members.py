"""Who of a programme is here, for whoever leads; and a key that was lost."""

from realtime.wire import NamedPerson
from tests.bearer import Bearer
from tests.realtime.in_programme import Comer, Programme, desk, door, joining, programme
from workshop.domain import commands as c

__all__ = ["desk", "door", "programme"]


async def test_a_facilitator_recognises_somebody_whose_key_is_lost(programme: Programme) -> None:
    first = await programme.session(1)
    await programme.comes(first, "Mika", "lost words of mine")
    second = await programme.session(2)
    console, lead = await programme.console(second), Bearer(programme.door.base, second.console_secret)
    before = (await programme.members(second))["Mika"]
    await programme.comes(second, "M.", "four new words here")
    await console.until(lambda: console.desk is not None and len(console.desk.people) == 1)
    assert console.desk is not None
    phone = console.desk.people[0].seat
    assert await lead.post("members/recognise", {"seat": phone, "member": before["id"]}) == {}
    assert await programme.members(second) == {"M.": {"id": before["id"], "alias": "M.", "here": True}}
    third = await programme.session(3)
    assert (await joining(programme.door.base, third.code, "", "four new words here", known=True))[0] == 200
    lost = await joining(programme.door.base, third.code, "", "lost words of mine", known=True)
    assert lost == (404, {"error": "unknown_place"})
    assert await lead.ask("members/recognise", {"seat": phone, "member": "nobody"}) == (404, {"error": "unknown_member"})
    assert await lead.ask("members/recognise", {"seat": "none", "member": before["id"]}) == (404, {"error": "unknown_member"})


async def test_who_is_recognised_is_still_kept_apart_as_both_sides_asked(programme: Programme) -> None:
    first = await programme.session(1)
    mika = await programme.comes(first, "Mika", "lost words of mine")
    noor = await programme.comes(first, "Noor", "noor has her words")
    assert await mika.do(c.KeepApart(seat=(await told_of(mika, "Noor")).seat, apart=True)) is None
    member = (await programme.members(first))["Mika"]["id"]
    second = await programme.session(2)
    lead = Bearer(programme.door.base, second.console_secret)
    again = await programme.comes(second, "M.", "four new words here")
    noor = await programme.comes(second, "Noor", "noor has her words")
    lost = await told_of(noor, "M.")
    assert await noor.do(c.KeepApart(seat=lost.seat, apart=True)) is None
    assert await lead.post("members/recognise", {"seat": lost.seat, "member": member}) == {}
    assert (await told_of(noor, "M.")).apart, "what Noor asked for in this session"
    assert (await told_of(again, "Noor")).apart, "what Mika asked for in the first session"


async def told_of(phone: Comer, alias: str) -> NamedPerson:
    """How this phone is told of somebody."""
    return next(person for person in await phone.ask_names() if person.alias == alias)


async def test_who_is_here_already_is_not_recognised_in_another_phone_unless_it_is_theirs(programme: Programme) -> None:
    opened = await programme.session(1)
    console, lead = await programme.console(opened), Bearer(programme.door.base, opened.console_secret)
    await programme.comes(opened, "Mika", "a b c d")
    await programme.comes(opened, "Other", "e f g h")
    await console.until(lambda: console.desk is not None and len(console.desk.people) == 2)
    assert console.desk is not None
    mika, other = (person.seat for person in console.desk.people)
    member = (await programme.members(opened))["Mika"]["id"]
    asked = {"seat": other, "member": member}
    assert await lead.ask("members/recognise", asked) == (409, {"error": "wrong_state"})
    assert await console.do(c.MergeSeats(seat=other, into=mika)) is None
    assert await lead.post("members/recognise", asked) == {}
    assert list((await programme.members(opened)).values()) == [{"id": member, "alias": "Other", "here": True}]


async def test_only_the_console_of_the_session_asks_for_its_members(programme: Programme) -> None:
    opened = await programme.session(1)
    for secret in (opened.screen_secret, programme.desk.secret, "", "x" * 22):
        stranger = Bearer(programme.door.base, secret)
        assert await stranger.ask("members") == (401, {"error": "link_ended"})
        assert await stranger.ask("members/recognise", {"seat": "a", "member": "b"}) == (401, {"error": "link_ended"})
    lead = Bearer(programme.door.base, opened.console_secret)
    assert await lead.ask("members", origin="https://elsewhere.example") == (403, {"error": "foreign_page"})
    alone = Bearer(programme.door.base, programme.door.opened.console_secret)
    assert await alone.get("members") == {"members": []}
    assert await alone.ask("members/recognise", {"seat": "a", "member": "b"}) == (404, {"error": "unknown_member"})
