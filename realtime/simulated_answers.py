"""What simulated people say: answers to whatever is asked, cards with keys that only their phone has, lines for the agreements."""

import hashlib
import random
from secrets import token_hex

from msgspec import Struct

from realtime.secrets import open_note
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, PassAnswer, ScaleAnswer, TextAnswer
from workshop.domain.parts import InputView, NotesView
from workshop.domain.words import CardId

CARDS = (
    "I hope to listen without preparing my answer.",
    "I am a little afraid of being the quiet one.",
    "To find words for things I usually swallow.",
    "That nobody tries to fix me.",
    "I would like to leave with one sentence that is mine.",
    "I hesitate because I talk a lot when I am nervous.",
)
LINES = (
    "We let each other finish.",
    "What is said here stays here.",
    "Nobody has to explain a pass.",
    "We ask before we give advice.",
)


class OwnCard(Struct, frozen=True):
    """A card as its author's phone keeps it: `key` takes it back, `note_key` opens a note about it."""

    key: str
    note_key: str
    text: str

    def __repr__(self) -> str:
        return "<OwnCard>"

    @property
    def id(self) -> CardId:
        return CardId(hashlib.sha256(bytes.fromhex(self.key)).hexdigest()[:32])

    def answer(self) -> TextAnswer:
        return TextAnswer(text=self.text, card=self.id, note_key=self.note_key)


def own_card(text: str) -> OwnCard:
    return OwnCard(key=token_hex(16), note_key=token_hex(32), text=text)


def opened_notes(notes: NotesView | None, cards: dict[CardId, OwnCard]) -> dict[CardId, list[str]]:
    """What was written to the unknown author of these cards, by card."""
    sealed = () if notes is None else notes.sealed
    read = {card.id: [open_note(card.note_key, one) for one in sealed] for card in cards.values()}
    return {card: [note for note in found if note is not None] for card, found in read.items() if any(found)}


def some_answer(asked: InputView, chance: random.Random) -> Answer:
    """What somebody may answer; one in eight passes."""
    if chance.random() < 0.125:
        return PassAnswer()
    match asked.type:
        case "choice":
            return ChoiceAnswer(option=chance.randrange(len(asked.options)))
        case "multi":
            return MultiAnswer(options=tuple(chance.sample(range(len(asked.options)), chance.randint(1, asked.pick))))
        case "scale":
            return ScaleAnswer(steps={item.key: chance.randint(1, asked.steps) for item in asked.items})
        case "text":
            return own_card(chance.choice(CARDS)[: asked.max]).answer()
