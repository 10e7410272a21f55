"""Why a wish was not granted. A refusal changes nothing and is told only to whoever wished.

The code is the whole message on the wire; each face has a sentence for it that says what to do (a test proves the list complete).
"""

from typing import Literal, get_args

from workshop.domain.words import Value

RefusalCode = Literal[
    "not_permitted",  # this role may not do this in this phase
    "stale_stage",  # the stage, round or step it named is not the current one
    "already_asked",  # an answered stage is not asked again
    "unknown_stage",
    "session_ended",
    "door_locked",
    "session_full",
    "answers_open",  # close the stage before moving on
    "unknown_card",
    "stale_card",  # its author has found other words meanwhile: read those
    "card_waits",  # another facilitator has taken back what was decided about it
    "card_approved",  # … has approved it
    "card_released",  # … has let it go out
    "card_hidden",  # … has hidden it
    "card_returned",  # … has returned it with a note
    "cards_changed",  # other cards would go out than whoever let them go had seen
    "too_few_cards",  # below the rule of three: no wall
    "batch_waits",  # the last one or two cards wait until all are decided
    "no_picture",
    "too_few_people",
    "nobody_asks",  # for a chair of the fishbowl
    "rooms_stand",  # rooms are already formed
    "rooms_unfit",  # as they are they cannot be announced; propose them once more
    "rooms_changed",  # people came or went; look again
    "rooms_announced",  # people are being told; they can begin in a moment
    "room_unfit",  # this room cannot take this person
    "not_here",  # the person has left or rests
    "invalid_answer",
    "text_empty",
    "text_too_long",
    "text_unreadable",  # control characters
    "intake_closed",
    "closing_not_due",
    "care_open",  # a care request has to be answered or handed over first
    "not_your_turn",
    "line_questioned",  # somebody has an open question about it
    "unknown_person",
    "unknown_line",
    "gauge_not_due",
    "too_many_marks",
    "stale_check_in",  # the check-in it named is not open, or not the last one
    "busy",  # the database did not answer; try again
]
REFUSAL_CODES: tuple[str, ...] = get_args(RefusalCode)


class Refusal(Value, frozen=True):
    code: RefusalCode
