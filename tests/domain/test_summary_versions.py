"""A later version of a summary: its themes may change, what was told in numbers' place never does."""

from msgspec import structs

from tests.domain.given import MULTI
from tests.domain.test_summary import THEMES, evening, published, summed
from workshop.domain.published import LeftOut
from workshop.domain.summary import corrected


def test_a_later_version_changes_themes_and_nothing_else() -> None:
    story = evening()
    first, other = summed(story, ()), summed(story, THEMES)
    again = corrected(first, other)
    assert again == other
    assert corrected(other, first) == first, "also where a theme is taken back"


def test_what_was_told_once_is_never_told_in_other_words() -> None:
    story = evening()
    first = summed(story)
    shown = published(first)[MULTI]
    other_words = tuple(structs.replace(line, band="few") for line in shown.bands)
    anew = structs.replace(
        first,
        people="20+",
        minutes=99,
        activities=tuple(
            structs.replace(
                one, stages=tuple(structs.replace(s, bands=other_words) if s.stage == MULTI else s for s in one.stages)
            )
            for one in first.activities
        ),
        left_out=(*first.left_out, LeftOut(activity="x", stage="y", reason="below_floor")),
    )
    assert corrected(first, anew) == first
    assert corrected(first, structs.replace(anew, activities=())) == first
