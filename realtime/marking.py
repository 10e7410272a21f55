"""Signals for the console of one session: in this node's memory, worked out from the words it shows anyway, and gone with them."""

from collections.abc import Mapping

from workshop.domain.session import Session
from workshop.domain.signals import NOBODY, Names, ReadText, SignalReader, SignalsOf
from workshop.domain.words import Signal


class Marking:
    """A card is read once; who is here is looked for anew whenever somebody comes or is named otherwise."""

    def __init__(self, reader: SignalReader) -> None:
        self._reader = reader
        self._aliases: frozenset[str] = frozenset()
        self._names: Names = NOBODY
        self._read: dict[str, ReadText] = {}
        self._signals: dict[str, tuple[Signal, ...]] = {}

    def __repr__(self) -> str:
        return f"<Marking {len(self._read)}>"

    def now(self, session: Session, texts: Mapping[str, str]) -> SignalsOf:
        """By the names of those who are or were here. Whoever still waits at the door could be called anything."""
        aliases = frozenset(texts.get(person.alias, "") for person in session.people.values() if person.admitted)
        if aliases != self._aliases:
            self._aliases, self._names = aliases, self._reader.names(aliases)
            self._signals.clear()
        return self._of

    def _of(self, row: str, words: str) -> tuple[Signal, ...]:
        read = self._read.get(row)
        if read is None or read.text != words:
            read = self._read[row] = self._reader.read(words)
            self._signals.pop(row, None)
        if row not in self._signals:
            self._signals[row] = self._reader.signals(read, self._names)
        return self._signals[row]

    def keep_only(self, texts: Mapping[str, str]) -> None:
        """Words that were taken back, or that others stand for now, are nowhere any more."""
        for row in [row for row, read in self._read.items() if texts.get(row) != read.text]:
            del self._read[row]
            self._signals.pop(row, None)
