"""What a transcript says about rooms, role cards and dealt cards besides what pages show."""

from msgspec import Struct

from tests.transcripts.evening import HeardPhone
from tests.transcripts.exercise import Exercise
from tests.transcripts.expected import heard, readers
from workshop.domain.parts import RoleCardView, RoomStepView, WallView
from workshop.domain.plan import Scene
from workshop.domain.words import CardId

PEOPLE = {"two": 2, "three": 3}
PLACES = ("first", "second", "third", "fourth")


class Texts(Struct, frozen=True):
    """The card that each role has in a scene."""

    scene: Scene

    def of(self, role: str) -> str:
        return {"speaker": self.scene.speaker, "responder": self.scene.responder, "observer": self.scene.observer}[role]


def check_steps(evening: Exercise, people: int, says: str) -> None:
    """Every room of that many people has these steps, each with its seconds and the people whose it is."""
    rooms = [phone.room for phone in evening.phones.values() if phone.room is not None and len(phone.room.members) == people]
    assert rooms
    for room in rooms:
        assert " / ".join(_step(step) for step in room.steps) == says


def _step(step: RoomStepView) -> str:
    whose = " and ".join(PLACES[place] for place in sorted(step.places)) or "everybody"
    return f"{step.do} ({step.seconds} s, {whose})"


def _scenes(evening: Exercise) -> dict[str, Texts]:
    (stage,) = (stage for stage in evening.activity.stages if stage.decks)
    return {scene.id: Texts(scene) for scene in stage.decks[0].scenes}


def _card(phone: HeardPhone) -> RoleCardView:
    assert phone.seat is not None
    assert phone.seat.role is not None
    return phone.seat.role


async def check_cards_in_rooms(evening: Exercise, roles: str) -> None:
    """In each room everybody has another of these roles, with the card of that role in one scene, a light one to begin with."""
    scenes = _scenes(evening)
    rooms: dict[str, list[HeardPhone]] = {}
    for phone in evening.phones.values():
        await phone.until(lambda phone=phone: phone.seat is not None and phone.seat.role is not None)  # type: ignore[misc]
        assert phone.room is not None
        rooms.setdefault(phone.room.id, []).append(phone)
    for phones in rooms.values():
        await phones[0].until(lambda phones=phones: len({_card(one).scene for one in phones}) == 1)  # type: ignore[misc]
        cards = [_card(phone) for phone in phones]
        assert sorted(card.role for card in cards) == sorted(roles.split(", "))
        (texts,) = {card.scene: scenes[card.scene] for card in cards}.values()
        assert texts.scene.level == 1
        assert all((card.card, card.situation) == (texts.of(card.role), texts.scene.situation) for card in cards)


def check_roles_in_turn(evening: Exercise, roles: str) -> None:
    """Everybody had each of these roles."""
    for alias, phone in evening.phones.items():
        assert list(dict.fromkeys(card.role for card in phone.roles)) != [], alias
        assert sorted({card.role for card in phone.roles}) == sorted(roles.split(", ")), alias


def check_twists(evening: Exercise) -> None:
    """A scene is played without its twist first, and then with it: once a turn."""
    scenes = _scenes(evening)
    for alias, phone in evening.phones.items():
        told = list(dict.fromkeys((card.role, bool(card.twist)) for card in phone.roles))
        assert [twisted for _, twisted in told] == [False, True] * 3, (alias, told)
        assert all(card.twist in ("", scenes[card.scene].scene.twist) for card in phone.roles)


def check_read_elsewhere(evening: Exercise) -> None:
    """A card is read by those who had its role in its scene, and by nobody else, not by console or screen."""
    for scene, texts in _scenes(evening).items():
        for role in ("speaker", "responder", "observer"):
            had = {
                alias
                for alias, phone in evening.phones.items()
                if any((card.scene, card.role) == (scene, role) for card in phone.roles)
            }
            assert readers(evening, texts.of(role)) == had, (scene, role)


def check_dealt(evening: Exercise, says: str) -> None:
    """Each phone shows one of these, and not its own."""
    for alias, phone in evening.phones.items():
        shown = phone.shows_of(evening.run)
        assert shown is not None, alias
        assert shown.text in says.split(" / ")
        assert shown.id not in phone.cards


def check_readers_of_dealt(evening: Exercise, words: str) -> None:
    """The console approved it; besides, only the phones that were dealt it have been told it."""
    dealt = {alias for alias, phone in evening.phones.items() if any(words == card.text for card in phone.dealt[evening.run])}
    assert dealt
    assert readers(evening, words) == {"console"} | dealt
    assert set(heard(evening)) > {"console"} | dealt


def check_beside(evening: Exercise, says: str) -> None:
    """On the console each of these replies is beside the sentence that its author was dealt."""
    waiting = {card.id: card for card in evening.desk.queue}
    for text in says.split(" / "):
        phone, own = _author(evening, text)
        shown = phone.shows_of(evening.run)
        assert shown is not None
        assert (waiting[own].text, waiting[own].reply_to) == (text, shown.text)


def check_replies_named(evening: Exercise, number: int) -> None:
    body = evening.stage.body
    assert isinstance(body, WallView)
    replies = [card for card in body.cards if card.reply_to is not None]
    assert len(replies) == number
    for card in replies:
        phone, _ = _author(evening, card.text)
        shown = phone.shows_of(evening.run)
        assert shown is not None
        assert card.reply_to == shown.id


def _author(evening: Exercise, text: str) -> tuple[HeardPhone, CardId]:
    return next((phone, card.id) for phone in evening.phones.values() for card in phone.cards.values() if card.text == text)
