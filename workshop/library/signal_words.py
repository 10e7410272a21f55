"""The word lists of signals (`workshop.domain.signals`), one file per language: `signals/en.toml`. A group writes in any of them."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable

from workshop.domain.signals import SignalReader, SignalWords
from workshop.domain.signals.phrases import PhraseError
from workshop.library.errors import TemplateError
from workshop.library.shapes import into

FORMAT = "workshop-signals/1"
RULE = "V-S01"


def _words(name: str, text: str) -> SignalWords:
    try:
        table: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(RULE, name, f"this is no TOML: {error}") from None
    if table.pop("format", None) != FORMAT:
        raise TemplateError(RULE, name, f'it begins with format = "{FORMAT}"', key="format")
    return into(name, table, SignalWords)


def load_signal_reader(folder: Traversable | None = None) -> SignalReader:
    """Reads every list in `folder`; None: those that come with the package. Raises TemplateError."""
    place = files("workshop.library").joinpath("signals") if folder is None else folder
    lists = sorted((one for one in place.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    words = [_words(one.name.removesuffix(".toml"), one.read_text(encoding="utf-8")) for one in lists]
    try:
        return SignalReader(words)
    except PhraseError as error:
        raise TemplateError(RULE, "signals", f"a phrase is written as `workshop.domain.signals.phrases` says: {error}") from None
