"""A private page: what is written stays in the phone's tab. Only a bare "done" is held, counted, and forgotten with the stage."""

from workshop.domain.inputs import input_view
from workshop.domain.parts import JournalView
from workshop.domain.plan import StageTemplate


def view(template: StageTemplate) -> JournalView:
    assert template.input is not None
    return JournalView(input=input_view(template.input))
