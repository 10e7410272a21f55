"""Rules V-T20 to V-T29: what is asked, and with how many words."""

from workshop.domain.plan import (
    ChoiceInput,
    FieldsInput,
    Input,
    LineInput,
    MultiInput,
    OrderInput,
    PointInput,
    RingsInput,
    ScaleInput,
    SortInput,
    TextInput,
)
from workshop.library.format import (
    AnyStage,
    WrittenJournal,
    WrittenTally,
    WrittenWall,
)
from workshop.library.rules import KEY, Broken, Problems, distinct

TALLY_INPUTS = (ChoiceInput, MultiInput, ScaleInput, PointInput, OrderInput, SortInput, RingsInput, LineInput)
WALL_INPUTS = (TextInput, FieldsInput)
LONGEST_CARD = 280
LONGEST_PAGE = 5000


def check_input(stage: WrittenTally | WrittenWall | WrittenJournal, earlier: tuple[AnyStage, ...], broken: Broken) -> Problems:
    """`earlier`: the stages before it, which it may copy from."""
    asked = stage.input
    if isinstance(stage, WrittenTally) and not isinstance(asked, TALLY_INPUTS):
        yield broken("V-T21", "input.type", "must be no text and no fields: words belong on a wall or a private page")
    if isinstance(stage, WrittenWall) and not isinstance(asked, WALL_INPUTS):
        yield broken("V-T21", "input.type", "must be text or fields on a wall")
    yield from _check_content(asked, broken)
    if isinstance(asked, TextInput | FieldsInput):
        longest = LONGEST_CARD if isinstance(stage, WrittenWall) else LONGEST_PAGE
        if not 40 <= asked.max <= longest:
            yield broken("V-T28", "input.max", f"must be 40 to {longest} characters, and is {asked.max}")
    copied = getattr(asked, "copied", None)
    if copied is not None:
        source = next((one for one in earlier if one.id == copied), None)
        if not isinstance(source, WrittenJournal) or type(source.input) is not type(asked):
            yield broken(
                "V-T29",
                "input.from",
                f'must name an earlier private page (kind journal) with the same input, and "{copied}" is none',
            )


def _check_content(asked: Input, broken: Broken) -> Problems:
    match asked:
        case ChoiceInput(options=options) | MultiInput(options=options):
            if not distinct(options, 2, 24):
                yield broken("V-T22", "input.options", "must be 2 to 24 different texts of at most 64 characters")
            if isinstance(asked, MultiInput) and not 1 <= asked.pick < len(options):
                yield broken("V-T22", "input.pick", "must be at least 1 and less than the number of options")
        case OrderInput(options=options):
            if not distinct(options, 3, 8):
                yield broken("V-T22", "input.options", "must be 3 to 8 different texts of at most 64 characters")
        case SortInput(cards=cards, bins=bins):
            if not distinct(cards, 2, 12):
                yield broken("V-T22", "input.cards", "must be 2 to 12 different texts of at most 64 characters")
            if not distinct(bins, 2, 4):
                yield broken("V-T22", "input.bins", "must be 2 to 4 different texts of at most 64 characters")
        case ScaleInput(items=items):
            whole = all(KEY.fullmatch(item.key) and item.ask and item.low and item.high for item in items)
            if not 1 <= len(items) <= 4 or len({item.key for item in items}) != len(items) or not whole:
                yield broken("V-T23", "input.items", "must be 1 to 4 with different keys, each with ask, low and high")
        case PointInput():
            if not (asked.ask and distinct(asked.x, 2, 2) and distinct(asked.y, 2, 2)):
                yield broken("V-T24", "input", "needs ask and the names of both ends of x and of y")
        case RingsInput():
            if not (distinct(asked.rings, 3, 4) and distinct(asked.marks, 2, 5) and 1 <= asked.max <= 20):
                yield broken("V-T25", "input", "needs 3 to 4 rings, 2 to 5 marks and a max of 1 to 20")
        case LineInput():
            if not (distinct(asked.x, 2, 2) and distinct(asked.y, 2, 2) and 2 <= asked.max <= 80):
                yield broken("V-T26", "input", "needs the names of both ends of x and of y and a max of 2 to 80")
        case FieldsInput(fields=fields):
            whole = all(KEY.fullmatch(one.key) and one.label for one in fields)
            if not 2 <= len(fields) <= 6 or len({one.key for one in fields}) != len(fields) or not whole:
                yield broken("V-T27", "input.fields", "must be 2 to 6 with different keys, each with a label")
        case TextInput():
            pass
