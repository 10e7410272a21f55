"""Words that no screen and no promise of Holdspace says: the one list. Names of brands and of illnesses stand with the library's rules."""

import re

from workshop.library.loader import library
from workshop.library.rules import DIAGNOSING, NOT_OUR_WORDS
from workshop.library.translations import Translations

CLAIMS_TOO_MUCH = re.compile(
    r"100 ?%|untraceable|nobody can ever|no one can ever|impossible to|guarantee\w*|fully private|secure\w*|(?<!not )(?<!nicht )anonym\w*|"
    r"nicht rückverfolgbar|niemand kann (?:je|jemals)\b|unmöglich|garantier\w*|völlig (?:privat|geheim)|(?:ab|ge)?sicher\w*",
    re.IGNORECASE,
)
"""More than anybody can keep. That something is *not* anonymous may be said."""
ORDERS = re.compile(r"\b(must|should|ought to|musst|müsst|müssen|sollst|sollt|solltest|solltet)\b", re.IGNORECASE)
"""People are invited, never told to."""
SHOUTS = re.compile(r"!")
_OTHERS = [Translations(library()).language(language) for language in Translations(library()).languages()]
_UNSAID = "|".join(words for one in _OTHERS for words in (*one.not_our_words, *one.diagnosing))
ELSEWHERE = re.compile(rf"\b({_UNSAID})\b", re.IGNORECASE)
"""The same in the other languages, as their files say."""
NOT_SAID = {
    "claims too much": CLAIMS_TOO_MUCH,
    "gives an order": ORDERS,
    "shouts": SHOUTS,
    "names a brand, an illness or a label": NOT_OUR_WORDS,
    "diagnoses": DIAGNOSING,
    "names or diagnoses in another language": ELSEWHERE,
}


def not_said(text: str) -> list[str]:
    """What is wrong with this text; empty where it may be said."""
    return [f"{why}: {found.group()}" for why, words in NOT_SAID.items() for found in words.finditer(text)]
