"""What stands between two activities of an agenda: a break with a clock, and looking back at the agreements.

Both are guides of one stage, written here and not in a file, because an agenda only names them.
"""

from workshop.domain.plan import Activity, Care, GuideStep, PlanItem, Range, Script, StageTemplate

PEOPLE = Range(min=1, max=100)


def pause(words: str, minutes: int) -> PlanItem:
    """A break. `words` are the agenda's ("Tea, and time to step outside")."""
    stage = StageTemplate(
        id="pause",
        kind="guide",
        minutes=minutes,
        phone=words,
        screen="text",
        purpose="pause",
        guide_steps=(GuideStep(text=words),),
    )
    return PlanItem(minutes=minutes, activity=_between("pause", "Break", stage, _PAUSE_SCRIPT, _PAUSE_CARE))


def recall(words: str, minutes: int) -> PlanItem:
    """The agreements that the group keeps, read again at the beginning of a later session."""
    phone = words or "What we promised each other."
    stage = StageTemplate(
        id="recall",
        kind="guide",
        minutes=minutes,
        phone=phone,
        screen="text",
        purpose="recall",
        guide_steps=(GuideStep(text=phone),),
    )
    return PlanItem(
        minutes=minutes, activity=_between("recall", "What we promised each other", stage, _RECALL_SCRIPT, _RECALL_CARE)
    )


def _between(name: str, title: str, stage: StageTemplate, script: Script, care: Care) -> Activity:
    return Activity(
        id=name,
        title=title,
        theme="frame",
        level=1,
        short=1,
        usual=stage.minutes,
        people=PEOPLE,
        needs=(),
        purpose=title,
        care=care,
        script=script,
        stages=(stage,),
    )


_PAUSE_SCRIPT = Script(
    say=("The clock on your phone shows when we go on.", "If something stays with you, you are welcome to come to me now."),
    ask=("Is there anything you need before we go on?",),
)
_PAUSE_CARE = Care(
    note="Nothing is asked. The clock shows when we go on.",
    sit_out="A break is a break.",
    watch="Look for people who stay alone and seem unsettled; a quiet word is often enough.",
)
_RECALL_SCRIPT = Script(
    say=("These are the promises we made. They still hold.", "Rest, passing and the help page are where they were."),
    ask=("Is there a line that needs another word today?",),
)
_RECALL_CARE = Care(
    note="We read what we agreed on. Anyone may propose a change.",
    sit_out="Reading along is enough.",
    watch="Say the limits of confidentiality once more.",
)
