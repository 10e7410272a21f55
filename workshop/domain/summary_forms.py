"""What is published of one tally: its group picture as words with floors (domain §5).

Words that would give a count away (`inputs.blurred`) are left out like what too few answered.

Where a picture is already in words it holds no number; then only the closing knew whether five people or more answered
(`TallyState.by_five`), unless the session's own floor is that high.
"""

from collections.abc import Sequence

from msgspec import Struct, structs

from workshop.domain.inputs import WHOLE, multi, order
from workshop.domain.inputs.blurred import ONE, gives_away
from workshop.domain.inputs.line import slot_key
from workshop.domain.inputs.options import band
from workshop.domain.inputs.point import density
from workshop.domain.inputs.rings import words_give_away
from workshop.domain.inputs.scale import middle_of, spread_of
from workshop.domain.inputs.sort import card_key
from workshop.domain.kind_states import TallyState
from workshop.domain.pictures import (
    Band,
    Density,
    HeatSums,
    HeatWords,
    LinePicture,
    OptionSums,
    OptionWords,
    OrderSums,
    OrderWords,
    RingsSums,
    RingsWords,
    ScalePicture,
    ScaleSums,
    SortSums,
    SortWords,
)
from workshop.domain.plan import (
    ChoiceInput,
    Input,
    LineInput,
    MultiInput,
    OrderInput,
    PointInput,
    RingsInput,
    ScaleInput,
    ScaleItem,
    SortInput,
)
from workshop.domain.published import (
    HEAT_FLOOR,
    PUBLISH_FLOOR,
    BandLine,
    HeatField,
    MiddleLine,
    PublishedStage,
    Shape,
    SortedCard,
)


class Told(Struct, frozen=True):
    stage: PublishedStage | None
    """None: too few people answered any of it."""
    left: tuple[str, ...] = ()
    """Parts of it that too few people answered, or whose words would give a count away, by what they ask."""


NOTHING = Told(stage=None)


def tally_told(titled: PublishedStage, asked: Input, tally: TallyState, floor: int) -> Told:
    """`titled` with the words of its form. `floor`: the session's own one, below which nothing was unsealed."""
    match asked:
        case ChoiceInput() | MultiInput():
            return _options(titled, asked, tally, floor)
        case ScaleInput():
            return _middles(titled, asked, tally, floor)
        case OrderInput():
            return _upper(titled, asked, tally, floor)
        case SortInput():
            return _sorted(titled, asked, tally, floor)
        case RingsInput():
            return _rings(titled, asked, tally, floor)
        case PointInput():
            return _heat(titled, asked, tally)
        case LineInput():
            return _shape(titled, asked, tally, floor)
        case _:
            return NOTHING


def _enough(tally: TallyState, floor: int, what: str) -> bool:
    """Whether words surely stand for five answers or more."""
    return floor >= PUBLISH_FLOOR or what in tally.by_five


def _lines(labels: Sequence[str], bands: Sequence[Band]) -> tuple[BandLine, ...]:
    return tuple(BandLine(label=label, band=one) for label, one in zip(labels, bands, strict=True))


def _of(counts: Sequence[int], answered: int) -> tuple[Band, ...]:
    return tuple(band(count, answered) for count in counts)


def _options(titled: PublishedStage, asked: ChoiceInput | MultiInput, tally: TallyState, floor: int) -> Told:
    match tally.sums:
        case OptionSums(counts=counts, answered=answered) if answered >= PUBLISH_FLOOR:
            bands = _of(counts, answered)
            each = multi.each_of(asked) if isinstance(asked, MultiInput) else ONE
            if gives_away(bands, answered, each):
                return NOTHING
        case OptionWords(bands=words) if _enough(tally, floor, WHOLE):
            bands = words
        case _:
            return NOTHING
    return Told(structs.replace(titled, bands=_lines(asked.options, bands)))


def _upper(titled: PublishedStage, asked: OrderInput, tally: TallyState, floor: int) -> Told:
    match tally.sums:
        case OrderSums(upper=upper, answered=answered) if answered >= PUBLISH_FLOOR:
            bands = _of(upper, answered)
            if gives_away(bands, answered, order.each_of(asked)):
                return NOTHING
        case OrderWords(bands=words) if _enough(tally, floor, WHOLE):
            bands = words
        case _:
            return NOTHING
    return Told(structs.replace(titled, upper=_lines(asked.options, bands)))


def _sorted(titled: PublishedStage, asked: SortInput, tally: TallyState, floor: int) -> Told:
    """Every card has its own floor."""
    match tally.sums:
        case SortSums(piles=piles):
            bands = [_piles(counts) for counts in piles]
        case SortWords(bands=words):
            bands = [words[card] if _enough(tally, floor, card_key(card)) else () for card in range(len(words))]
        case _:
            return NOTHING
    cards = [SortedCard(card=card, piles=_lines(asked.bins, one)) for card, one in zip(asked.cards, bands, strict=True) if one]
    if not cards:
        return NOTHING
    left = tuple(card for card, one in zip(asked.cards, bands, strict=True) if not one)
    return Told(structs.replace(titled, cards=tuple(cards)), left)


def _piles(counts: Sequence[int]) -> tuple[Band, ...]:
    bands = _of(counts, sum(counts))
    return () if sum(counts) < PUBLISH_FLOOR or gives_away(bands, sum(counts)) else bands


def _rings(titled: PublishedStage, asked: RingsInput, tally: TallyState, floor: int) -> Told:
    match tally.sums:
        case RingsSums(answered=answered) as sums if answered >= PUBLISH_FLOOR:
            rings, marks = _of(sums.rings, answered), _of(sums.marks, answered)
            if words_give_away(asked, RingsWords(rings=rings, marks=marks), answered):
                return NOTHING
        case RingsWords() as words if _enough(tally, floor, WHOLE):
            rings, marks = words.rings, words.marks
        case _:
            return NOTHING
    told = structs.replace(
        titled,
        rings=_lines(asked.rings, rings) if rings else (),
        marks=_lines(asked.marks, marks) if marks else (),
    )
    return Told(told)


def _heat(titled: PublishedStage, asked: PointInput, tally: TallyState) -> Told:
    """Words stand for eight answers or more only where the closing said so (`answered_by`), whatever the session's floor is."""
    densities: tuple[Density, ...]
    match tally.sums:
        case HeatSums(counts=counts, answered=answered) if answered >= HEAT_FLOOR:
            densities = tuple(density(count, answered) for count in counts)
            if gives_away(densities, answered):
                return NOTHING
        case HeatWords(densities=words) if WHOLE in tally.by_five:
            densities = words
        case _:
            return NOTHING
    return Told(structs.replace(titled, heat=HeatField(ask=asked.ask, x=asked.x, y=asked.y, densities=densities)))


def _shape(titled: PublishedStage, asked: LineInput, tally: TallyState, floor: int) -> Told:
    """Every sixth has its own floor; an empty one is said by being empty."""
    slots = tally.sums.slots if isinstance(tally.sums, LinePicture) else ()
    levels = tuple(one.level if _enough(tally, floor, slot_key(slot)) else None for slot, one in enumerate(slots))
    if not any(levels):
        return NOTHING
    return Told(structs.replace(titled, shape=Shape(x=asked.x, y=asked.y, levels=levels)))


def _middles(titled: PublishedStage, asked: ScaleInput, tally: TallyState, floor: int) -> Told:
    """Every slider has its own floor."""
    items = tally.sums.items if isinstance(tally.sums, ScalePicture) else ()
    known = {item.key: item for item in items}
    lines = [(item, _middle(tally, item, known.get(item.key), asked.steps, floor)) for item in asked.items]
    middles = tuple(line for _, line in lines if line is not None)
    if not middles:
        return NOTHING
    return Told(structs.replace(titled, middles=middles), tuple(item.ask for item, line in lines if line is None))


def _middle(tally: TallyState, item: ScaleItem, sums: ScaleSums | None, steps: int, floor: int) -> MiddleLine | None:
    if sums is None:
        return None
    if sums.counts is not None:
        values = [step for step, count in enumerate(sums.counts, start=1) for _ in range(count)]
        if len(values) < PUBLISH_FLOOR:
            return None
        middle, spread = middle_of(values, steps), spread_of(values, steps)
    elif sums.middle is not None and _enough(tally, floor, item.key):
        middle, spread = sums.middle, sums.spread
    else:
        return None
    return MiddleLine(ask=item.ask, low=item.low, high=item.high, middle=middle, spread=spread)
