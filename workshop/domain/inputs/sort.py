"""Cards into piles. Each card is a question of its own: who leaves it out has not answered it."""

from collections.abc import Sequence

from workshop.domain.answers import SortAnswer
from workshop.domain.inputs.blurred import gives_away
from workshop.domain.inputs.options import band, in_words
from workshop.domain.parts import InputView
from workshop.domain.pictures import Band, NoPicture, SortSums, SortWords, Sums
from workshop.domain.plan import SortInput
from workshop.domain.refusals import RefusalCode


def problem(asked: SortInput, answer: SortAnswer) -> RefusalCode | None:
    whole = len(answer.piles) == len(asked.cards)
    inside = all(pile is None or 0 <= pile < len(asked.bins) for pile in answer.piles)
    sorted_any = any(pile is not None for pile in answer.piles)
    return None if whole and inside and sorted_any else "invalid_answer"


def card_key(card: int) -> str:
    """What a card is called among the things that enough people answered (`answered_by`)."""
    return f"card-{card}"


def answered_cards(asked: SortInput, answers: Sequence[SortAnswer], people: int) -> tuple[str, ...]:
    """The cards that so many people sorted."""
    cards = range(len(asked.cards))
    return tuple(card_key(card) for card in cards if sum(answer.piles[card] is not None for answer in answers) >= people)


def _words(counts: Sequence[int]) -> tuple[Band, ...]:
    bands = tuple(band(count, sum(counts)) for count in counts)
    return () if gives_away(bands, sum(counts)) else bands


def aggregate(asked: SortInput, answers: Sequence[SortAnswer], floor: int) -> Sums:
    """Sums per card and pile; a card that fewer than the floor sorted is empty, and without any other card there is no picture.

    The whole picture is in words where fewer than 8 sorted one of its cards, or (almost) all who did agree about it: half a picture in
    numbers would say which of its cards they are, and beside how many answered, how many sorted the one that is left out. A card
    whose words would give a count away is left out as well.
    """
    per_card: list[tuple[int, ...]] = []
    for card in range(len(asked.cards)):
        piles = [answer.piles[card] for answer in answers]
        counts = tuple(piles.count(pile) for pile in range(len(asked.bins)))
        per_card.append(counts if sum(counts) >= floor else ())
    told = [counts for counts in per_card if counts]
    if not told:
        return NoPicture()
    if len(told) < len(per_card) or any(in_words(counts, sum(counts)) for counts in told):
        bands = tuple(_words(counts) for counts in per_card)
        return SortWords(bands=bands) if any(bands) else NoPicture()
    return SortSums(piles=tuple(per_card), answered=len(answers))


def view(asked: SortInput) -> InputView:
    return InputView(type="sort", cards=asked.cards, bins=asked.bins)
