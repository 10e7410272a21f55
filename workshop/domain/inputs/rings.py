"""People of one's own as dots in rings around oneself. Who they are stays on the phone; how many they are is told to nobody."""

from collections.abc import Collection, Sequence

from workshop.domain.answers import Dot, RingsAnswer
from workshop.domain.inputs.blurred import gives_away
from workshop.domain.inputs.options import band, in_words
from workshop.domain.parts import InputView
from workshop.domain.pictures import NoPicture, RingsSums, RingsWords, Sums
from workshop.domain.plan import RingsInput
from workshop.domain.refusals import RefusalCode


def _fits(asked: RingsInput, dot: Dot, send: Collection[str]) -> bool:
    """What does not travel is not there: a ring that does not is 0 for everybody, a mark None."""
    ring = 0 <= dot.ring < len(asked.rings) if "ring" in send else dot.ring == 0
    mark = dot.mark is None or ("mark" in send and 0 <= dot.mark < len(asked.marks))
    return ring and mark


def problem(asked: RingsInput, answer: RingsAnswer, send: Collection[str]) -> RefusalCode | None:
    fits = 1 <= len(answer.dots) <= asked.max and all(_fits(asked, dot, send) for dot in answer.dots)
    return None if fits else "invalid_answer"


def words_give_away(asked: RingsInput, words: RingsWords, answered: int) -> bool:
    """Everybody has somebody in a ring; a mark is nobody's duty."""
    in_rings, with_marks = (1, min(asked.max, len(words.rings))), (0, min(asked.max, len(words.marks)))
    return gives_away(words.rings, answered, in_rings) or gives_away(words.marks, answered, with_marks)


def aggregate(asked: RingsInput, answers: Sequence[RingsAnswer], floor: int, send: Collection[str]) -> Sums:
    """People who have somebody there, per ring and per mark; words below 8 answers or where (almost) all have or (almost) nobody
    has somebody in one of them; nothing below the floor, and no words that give a count away."""
    answered = len(answers)
    if answered < floor:
        return NoPicture()
    rings = range(len(asked.rings)) if "ring" in send else range(0)
    marks = range(len(asked.marks)) if "mark" in send else range(0)
    in_ring = tuple(sum(any(dot.ring == ring for dot in answer.dots) for answer in answers) for ring in rings)
    with_mark = tuple(sum(any(dot.mark == mark for dot in answer.dots) for answer in answers) for mark in marks)
    if in_words((*in_ring, *with_mark), answered, nobody_tells=True):
        words = RingsWords(
            rings=tuple(band(count, answered) for count in in_ring), marks=tuple(band(count, answered) for count in with_mark)
        )
        return NoPicture() if words_give_away(asked, words, answered) else words
    return RingsSums(rings=in_ring, marks=with_mark, answered=answered)


def view(asked: RingsInput) -> InputView:
    return InputView(type="rings", max=asked.max, rings=asked.rings, marks=asked.marks)
