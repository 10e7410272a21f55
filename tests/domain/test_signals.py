"""Signals: what is found in people's words, what is not, and that no text is slow to read."""

import time

import pytest

from workshop.domain.signals import NOBODY, Names, SignalReader, SignalWords
from workshop.domain.signals.folding import folded
from workshop.domain.signals.phrases import PhraseError, phrases
from workshop.library.signal_words import load_signal_reader

READER = load_signal_reader()
PEOPLE = (
    "Mika",
    "Jörg",
    "Zoë",
    "Will",
    "Hope",
    "Ernst",
    "Jo",
    "Maria Schmidt",
    "Frau Weber",
    "O'Neil",
    "ich",
    "and",
    "🦊",
    "Mara 2",
)
HERE = READER.names(PEOPLE)


def told(text: str, names: Names = HERE) -> list[tuple[str, str]]:
    """Every signal as its kind and the words it is about."""
    return [(one.kind, text[one.start : one.end]) for one in READER.signals(READER.read(text), names)]


def kinds(text: str) -> set[str]:
    return {kind for kind, _ in told(text)}


# --- names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I was glad that Mika listened.", "Mika"),
        ("mika, thank you", "mika"),
        ("MIKA!", "MIKA"),
        ("That was Mika's idea", "Mika's"),
        ("Das war Mikas Idee", "Mikas"),
        ("mit Jörg, wie immer", "Jörg"),
        ("mit Jorg, wie immer", "Jorg"),
        ("mit Joerg, wie immer", "Joerg"),
        ("Zoe asked me", "Zoe"),
        ("Maria asked me", "Maria"),
        ("it was Maria Schmidt", "Maria Schmidt"),
        ("so sagt Weber", "Weber"),
        ("when O’Neil laughed", "O’Neil"),
        ("Mara cried", "Mara"),
        ("M\u200bi\u00adk\u2060a heard me", "M\u200bi\u00adk\u2060a"),
        ("Ｍｉｋａ heard me", "Ｍｉｋａ"),
        ("Mi\u0301ka heard me", "Mi\u0301ka"),
    ],
)
def test_a_name_of_somebody_here_is_found_as_a_whole_word(text: str, name: str) -> None:
    assert told(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Jo and I",  # too short to mean somebody
        "Mikado, Marianne, Ernsthaft, ernst gemeint",
        "ich und du, and so on",  # nobody is found in every card by being called like this
        "Schmidt alone is not how anybody here is called",
        "I will not go. Will you? It is my hope, The Hope of it. Hope dies last",
        "Der Ernst des Lebens",
    ],
)
def test_a_word_that_is_no_name_here_is_no_signal(text: str) -> None:
    assert told(text) == []


def test_a_name_that_is_a_word_counts_only_where_it_is_written_as_a_name() -> None:
    assert told("I told Will and Hope, and Ernst heard it") == [("name", "Will"), ("name", "Hope"), ("name", "Ernst")]


def test_nobody_here_is_nobody_found() -> None:
    assert told("Mika and Jörg", NOBODY) == []
    assert told("Mika and Jörg", READER.names(["", "?!", "  "])) == []


# --- numbers and addresses


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call +49 171 2345678", "+49 171 2345678"),
        ("0171/2345678 abends", "0171/2345678"),
        ("0171-234 56 78", "0171-234 56 78"),
        ("(030) 123456-7", "(030) 123456-7"),
        ("+43 (0)664 1234567.", "+43 (0)664 1234567"),
        ("004917123456789", "004917123456789"),
        ("020 7946 0958", "020 7946 0958"),
        ("(555) 123-4567 after nine", "(555) 123-4567"),
        ("1-555-123-4567", "1-555-123-4567"),
        ("4917123456789", "4917123456789"),
        ("０１７１ ２３４５６７８", "０１７１ ２３４５６７８"),
        ("01\u200b71 2345\u200b678", "01\u200b71 2345\u200b678"),
        ("٠١٧١٢٣٤٥٦٧٨", "٠١٧١٢٣٤٥٦٧٨"),
        ("01.71.23.45.67", "01.71.23.45.67"),
    ],
)
def test_a_telephone_number_is_found(text: str, number: str) -> None:
    assert told(text) == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "on 01.02.2024, from 03.04. to 05.06.2025, and 2024-02-01, or 1/2/2024",
        "01.02.2024–03.02.2024",
        "from 1999 to 2003, 1999-2003, at 18:30 or 18.30–20.00",
        "1.000.000 € and 250000000 EUR, 12,50 €, €1250000000, 0.000001 and 100 %",
        "3 children, 2 cats, 17 years, 12 345 steps, room 204",
        "call 112, 911 or 110",
        "10115 Berlin",
        "1 2 3 4 5 6 7 8 9 10",
    ],
)
def test_dates_years_prices_and_counts_are_no_telephone_numbers(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "address"),
    [
        ("mika@example.org, please", "mail", "mika@example.org"),
        ("Write to m.i-k_a+x@mail.example.co.uk.", "mail", "m.i-k_a+x@mail.example.co.uk"),
        ("mika (at) example (dot) org", "mail", "mika (at) example (dot) org"),
        ("mika [ät] beispiel [punkt] de", "mail", "mika [ät] beispiel [punkt] de"),
        ("mika＠example．org", "mail", "mika＠example．org"),
        ("jörg@müller.de", "mail", "jörg@müller.de"),
        ("see https://example.org/a?b=c.", "web", "https://example.org/a?b=c"),
        ("(http://example.org)", "web", "http://example.org"),
        ("www.beispiel.at!", "web", "www.beispiel.at"),
        ("auf beispiel.de/seite, da", "web", "beispiel.de/seite"),
        ("example.com", "web", "example.com"),
        ("t.me/somebody", "web", "t.me/somebody"),
        ("exam\u200bple.com", "web", "exam\u200bple.com"),
    ],
)
def test_an_address_is_found(text: str, kind: str, address: str) -> None:
    assert told(text) == [(kind, address)]


@pytest.mark.parametrize(
    "text",
    [
        "z.B. so, d.h. nie, e.g. this, i.e. that, U.S.A., a.m.",
        "It ended.Then it began.Me too.I was at home.at last.in the end",
        "version 1.2.3 of me @ home",
        "We met at (at) last",
        "@",
        "me@home",
    ],
)
def test_abbreviations_and_forgotten_spaces_are_no_addresses(text: str) -> None:
    assert told(text) == []


def test_a_name_within_an_address_is_part_of_the_address() -> None:
    assert told("mika@mika.org and Mika") == [("mail", "mika@mika.org"), ("name", "Mika")]


# --- worry


@pytest.mark.parametrize(
    "text",
    [
        "Sometimes I want to kill myself",
        "I think about killing myself.",
        "she tried to kill herself",
        "I will end my life",
        "i just want to end it all",
        "I thought of suicide again",
        "I feel suicidal",
        "I don't want to live",
        "I don’t really want to live like this",
        "I do not want to be alive",
        "They'd be better off without me",
        "I wish I was dead",
        "I wanna die",
        "there is nothing left to live for",
        "I cut myself again last night",
        "self-harm is what calms me",
        "I keep hurting myself",
        "He hits me",
        "my husband sometimes beats me",
        "My father hit us when he drank",
        "my ex is stalking me",
        "I was raped",
        "He threatens to kill me",
        "he is going to kill her",
        "I am not safe at home",
        "I'm afraid to go home",
        "he has got a gun",
        "Ich will nicht mehr leben.",
        "dass ich so nicht mehr leben will",
        "Ich bringe mich um.",
        "manchmal will ich mich einfach umbringen",
        "ich denke an Selbstmord",
        "SUIZIDGEDANKEN",
        "ich möchte sterben",
        "Ich moechte sterben",
        "ich möchte manchmal mir das Leben nehmen",
        "Ich tue mir etwas an",
        "ohne mich wären alle besser dran",
        "es wäre besser, ich wäre tot",
        "ich ritze mich wieder",
        "ich verletze mich selbst",
        "Mein Mann schlägt mich",
        "wenn er mich wieder schlaegt",
        "er hat mich geschlagen",
        "ich wurde vergewaltigt",
        "er droht, mich umzubringen",
        "er droht mir mit dem Tod",
        "zu Hause bin ich nicht sicher",
        "ich habe Angst, nach Hause zu gehen",
        "häusliche Gewalt",
        "K\u200bILL  MYSELF",
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "kíll mysélf",
        "ki\u00adll-myself",
        "scho\u0308n: ich will nicht mehr leben",
    ],
)
def test_words_of_worry_are_found_in_both_languages(text: str) -> None:
    assert kinds(text) == {"worry"}


@pytest.mark.parametrize(
    "text",
    [
        "This traffic is killing me",
        "my feet are killing me",
        "I nearly died laughing",
        "I wanted to die of embarrassment",
        "I cut myself off from people",
        "Cut myself some slack",
        "I shot myself in the foot",
        "It hit me hard that she left",
        "he beats me at chess",
        "she beat me to it",
        "I burn myself out",
        "I am dying to see you",
        "a killer idea, and a dead end",
        "I die a little each Monday",
        "taking my life seriously",
        "we killed time. Myself I was bored",
        "End of my working life",
        "Das ist zum Totlachen",
        "ich lache mich tot",
        "todmüde und sterbenslangweilig",
        "Die Hitze bringt mich um den Schlaf",
        "Ich bringe mich um acht ins Bett",
        "er schlägt mich als Sprecher vor",
        "Er schlägt mich im Schach",
        "die Toten ruhen, der Tod gehört dazu",
        "Meine Großeltern, die nicht mehr leben, fehlen mir",
        "wir wollten vor Lachen sterben",
        "Ich habe mich beim Kochen geschnitten",
        "Nimm dir das Leben leichter",
        "Ich will mehr leben und weniger arbeiten",
        "Ich mag den Film. Sterben alle?",
        "You hurt my feelings",
        "I am afraid of being alone",
    ],
)
def test_idioms_and_everyday_words_are_no_worry(text: str) -> None:
    assert told(text) == []


def test_an_idiom_hides_only_its_own_words() -> None:
    assert told("This traffic is killing me, and I want to kill myself") == [("worry", "want to kill myself")]


def test_phrases_that_overlap_are_one_signal() -> None:
    assert told("I want to kill myself") == [("worry", "want to kill myself")]


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence_but_over_a_pause() -> None:
    assert told("I want to. Die Blumen blühen") == []
    assert kinds("I want to... die") == {"worry"}
    assert told("line one: want to\ndie zweite") == []


# --- where


def test_places_count_the_code_points_of_the_text_as_it_was_written() -> None:
    text = "🫶🏽 für Zoë\u0308: ﬁne, 0171 2345678"
    (name, phone) = READER.signals(READER.read(text), HERE)
    assert (name.start, name.end) == (7, 10)
    assert text[phone.start : phone.end] == "0171 2345678"


@pytest.mark.parametrize("text", ["", " ", "\u200b\u200b", "\n\n", "🦊", "\u0308", "'", "’’’", "\u3164"])
def test_a_text_of_nothing_has_no_signal(text: str) -> None:
    assert told(text) == []


def test_dots_are_two_letters_and_accents_none() -> None:
    assert folded("ÄÖÜ ß é ñ").letters == "aeoeue ss e n"
    assert folded("a\u0308").letters == folded("ä").letters == "ae"
    assert folded("töten").letters != folded("toten").letters
    assert len(folded("ﬁ ß ä").letters) == len(folded("ﬁ ß ä").places)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "a",
            "1",
            " ",
            "(",
            "@",
            ".",
            "-",
            "'",
            "\u200b",
            "ä",
            "\u0308",
            "🦊",
            "1 ",
            "a.",
            "a-",
            "a@",
            "1.",
            "01/",
            "(0",
            "+4",
            "www.",
        ),
        *(
            "kill ",
            "want to ",
            "mika ",
            "mich ",
            "he ",
            "https://",
            "a.com",
            "x@y.z ",
            "not dont ",
            "er mich ",
            "\n",
            "a'",
            "will nicht ",
        ),
    ],
)
def test_a_text_made_to_be_slow_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    """Ten times as long takes about ten times the processor's time; squared it would be a hundred times, in every try."""

    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        before = time.process_time()
        READER.signals(READER.read(text), HERE)
        return time.process_time() - before

    assert any(cost(100_000) < max(0.2, 40 * cost(10_000)) for _ in range(3))


# --- the lists


@pytest.mark.parametrize("phrase", ["", "..", "a ..", ".. a", "a .. .. b", "a $ b", "ab*", "a!b", "|", "a |b", "*"])
def test_a_phrase_that_is_not_written_as_phrases_are_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError):
        phrases([phrase])


def test_a_phrase_may_leave_room_for_three_words_and_no_more() -> None:
    words = SignalWords(worry=("one|two .. fish* $",), idioms=(), words_too=(), before=(), titles=(), never=())
    reader = SignalReader([words])

    def found(text: str) -> bool:
        return bool(reader.signals(reader.read(text)))

    assert found("one fish")
    assert found("two a b c fishes, said he")
    assert not found("two a b c d fishes")
    assert not found("one fish swims")


def test_nothing_that_carries_words_shows_them() -> None:
    read = READER.read("Mika, kill myself 0171 2345678")
    assert "Mika" not in repr((read, read.words, HERE, folded("Mika")))
