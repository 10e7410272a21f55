"""Words that no screen and no promise of Holdspace says: the one list. Names of brands and of illnesses stand with the library's rules."""

import re

from workshop.library.rules import DIAGNOSING, NOT_OUR_WORDS

CLAIMS_TOO_MUCH = re.compile(
    r"100 ?%|untraceable|nobody can ever|no one can ever|impossible to|guarantee\w*|fully private|secure\w*|(?<!not )anonym\w*",
    re.IGNORECASE,
)
"""More than anybody can keep. That something is *not* anonymous may be said."""
ORDERS = re.compile(r"\b(must|should|ought to)\b", re.IGNORECASE)
"""People are invited, never told to."""
SHOUTS = re.compile(r"!")
NOT_SAID = {
    "claims too much": CLAIMS_TOO_MUCH,
    "gives an order": ORDERS,
    "shouts": SHOUTS,
    "names a brand, an illness or a label": NOT_OUR_WORDS,
    "diagnoses": DIAGNOSING,
}


def not_said(text: str) -> list[str]:
    """What is wrong with this text; empty where it may be said."""
    return [f"{why}: {found.group()}" for why, words in NOT_SAID.items() for found in words.finditer(text)]
