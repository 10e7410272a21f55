"""What is sealed opens only whole, only for its session and purpose, and shows nothing by its length or its `repr`."""

import base64
import json
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from realtime.secrets import (
    HANDOVER_PAD,
    NOTE_SIZE,
    SecretError,
    Secrets,
    hash_secret,
    load_root,
    new_nonce,
    new_secret,
    open_note,
    seal_note,
)
from workshop.domain.words import Nonce, SeatId, SessionId

HERE = SessionId("here")
ELSEWHERE = SessionId("elsewhere")
SEAT = SeatId("seat-1")
LINK = "ab" * 32
OURS = Secrets(b"r" * 32)
THEIRS = Secrets(b"t" * 32)
NOTE_KEY = "00" * 31 + "ff"
COUNTS = st.integers(0, 2**63 - 1)


def changed(token: str) -> list[str]:
    """The token with one character changed, at several places, and cut short."""
    spoiled = [token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for at in range(0, len(token) - 1, 7)]
    return [*spoiled, token[:-4], token + "AAAA", "", "not a token", "é", "A" * 59]


def test_a_place_is_kept_under_a_hash_that_only_this_deployment_can_make() -> None:
    place = "0123456789abcdef" * 2
    hashed = OURS.place_hash("programme", place)
    assert len(bytes.fromhex(hashed)) == 32
    assert OURS.place_hash("programme", place) == hashed
    others = (OURS.place_hash("another", place), OURS.place_hash("programme", place[::-1]), THEIRS.place_hash("programme", place))
    assert len({hashed, *others}) == 4
    assert place not in hashed


@given(COUNTS, COUNTS)
def test_a_position_opens_to_what_it_was_and_its_length_tells_nothing(epoch: int, seq: int) -> None:
    token = OURS.seal_position(HERE, epoch, seq)
    assert len(token) == 59
    assert OURS.open_position(HERE, token) == (epoch, seq)


def test_a_position_of_another_session_deployment_or_purpose_opens_nothing() -> None:
    token = OURS.seal_position(HERE, 1, 2)
    assert OURS.open_position(ELSEWHERE, token) is None
    assert THEIRS.open_position(HERE, token) is None
    assert OURS.open_receipt(HERE, 1, SEAT, token) is None
    assert OURS.open_ticket(token, 0) is None


def test_a_changed_position_opens_nothing() -> None:
    for token in changed(OURS.seal_position(HERE, 1, 2)):
        assert OURS.open_position(HERE, token) is None


def test_two_nodes_with_one_secret_understand_each_other() -> None:
    assert Secrets(b"r" * 32).open_position(HERE, OURS.seal_position(HERE, 3, 4)) == (3, 4)


def test_a_receipt_proves_its_session_its_stage_and_its_seat() -> None:
    nonce = new_nonce()
    token = OURS.seal_receipt(HERE, 2, SEAT, nonce)
    assert OURS.open_receipt(HERE, 2, SEAT, token) == nonce
    assert OURS.open_receipt(ELSEWHERE, 2, SEAT, token) is None
    assert OURS.open_receipt(HERE, 3, SEAT, token) is None
    assert OURS.open_receipt(HERE, 2, SeatId("seat-2"), token) is None
    assert [OURS.open_receipt(HERE, 2, SEAT, spoiled) for spoiled in changed(token)] == [None] * len(changed(token))


def test_receipts_are_of_one_length_and_never_the_same_twice() -> None:
    nonce = new_nonce()
    tokens = [OURS.seal_receipt(HERE, run, SeatId("s" * run), nonce) for run in range(1, 40)]
    tokens.append(OURS.seal_receipt(HERE, 1, SeatId("s"), nonce))
    assert {len(token) for token in tokens} == {59}
    assert len(set(tokens)) == len(tokens)
    assert not any(nonce in token for token in tokens)


@pytest.mark.parametrize("nonce", ["", "abcd", "zz" * 16, "00" * 17])
def test_only_a_nonce_goes_into_a_receipt(nonce: str) -> None:
    with pytest.raises(ValueError, match="hex"):
        OURS.seal_receipt(HERE, 1, SEAT, Nonce(nonce))


@given(st.binary(max_size=10_000))
def test_a_hand_over_opens_whole_and_its_length_is_rounded_up(content: bytes) -> None:
    sealed = OURS.seal_handover(HERE, "1/1", content)
    assert (len(sealed) - 28) % HANDOVER_PAD == 0
    assert OURS.open_handover(HERE, "1/1", sealed) == content


def test_a_hand_over_opens_only_for_its_session_and_its_attempt() -> None:
    sealed = OURS.seal_handover(HERE, "1/1", b"a card of somebody")
    assert OURS.open_handover(HERE, "1/2", sealed) is None
    assert OURS.open_handover(ELSEWHERE, "1/1", sealed) is None
    assert OURS.open_handover(HERE, "1/1", sealed[:-1]) is None
    assert OURS.open_handover(HERE, "1/1", b"") is None
    assert OURS.open_handover(HERE, "1/1", bytes([sealed[0] ^ 1]) + sealed[1:]) is None
    assert b"a card" not in sealed


def test_a_ticket_says_what_it_lets_in_and_until_when() -> None:
    ticket = OURS.open_ticket(OURS.issue_ticket(HERE, "screen", LINK, 30_000), 29_999)
    assert ticket is not None
    assert (ticket.session, ticket.role, ticket.link, ticket.expires) == (HERE, "screen", LINK, 30_000)
    assert len(ticket.id) == 32


def test_g_s1_a_late_changed_or_foreign_ticket_lets_nobody_in() -> None:
    written = OURS.issue_ticket(HERE, "facilitator", LINK, 30_000)
    assert OURS.open_ticket(written, 30_000) is None
    assert THEIRS.open_ticket(written, 0) is None
    assert [OURS.open_ticket(spoiled, 0) for spoiled in changed(written)] == [None] * len(changed(written))


def test_two_tickets_are_never_the_same() -> None:
    tickets = [OURS.open_ticket(OURS.issue_ticket(HERE, "screen", LINK, 30_000), 0) for _ in range(50)]
    assert len({ticket.id for ticket in tickets if ticket is not None}) == 50


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120))
def test_a_note_opens_with_its_key_and_all_notes_look_alike(text: str) -> None:
    sealed = seal_note(NOTE_KEY, text)
    assert len(sealed) == -(-(12 + NOTE_SIZE + 16) * 4 // 3)
    assert open_note(NOTE_KEY, sealed) == text


def test_a_note_opens_with_no_other_key_and_not_when_changed() -> None:
    sealed = seal_note(NOTE_KEY, "a little broader, please")
    assert open_note("11" * 32, sealed) is None
    assert [open_note(NOTE_KEY, spoiled) for spoiled in changed(sealed)] == [None] * len(changed(sealed))


@pytest.mark.parametrize("text", ["x" * (NOTE_SIZE + 1), "ż" * (NOTE_SIZE // 2 + 1), "a\0b"])
def test_a_note_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="at most 512 bytes"):
        seal_note(NOTE_KEY, text)


def test_the_server_reads_the_phones_example_of_a_note() -> None:
    example = json.loads((Path(__file__).parents[1] / "vectors" / "note.json").read_text(encoding="utf-8"))
    assert open_note(example["noteKey"], example["sealed"]) == example["text"]
    plain = example["text"].encode().ljust(example["plainBytes"], b"\0")
    cipher = ChaCha20Poly1305(bytes.fromhex(example["noteKey"]))
    again = bytes.fromhex(example["nonce"]) + cipher.encrypt(bytes.fromhex(example["nonce"]), plain, b"holdspace note")
    assert len(seal_note(example["noteKey"], example["text"])) == len(example["sealed"])
    assert base64.urlsafe_b64encode(again).rstrip(b"=").decode() == example["sealed"]


def test_link_secrets_have_128_bits_and_only_their_hash_is_kept() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {len(secret) for secret in secrets} == {22}
    assert hash_secret("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_nothing_shows_itself_in_a_repr() -> None:
    ticket = OURS.open_ticket(OURS.issue_ticket(HERE, "screen", LINK, 30_000), 0)
    assert repr(OURS) == "<Secrets>"
    assert repr(ticket) == "<Ticket screen>"


def test_a_short_root_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        Secrets(b"short")


def test_the_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = load_root(None, folder)
    assert load_root(None, folder) == first
    assert len(first) >= 32
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [folder / "secret"]


def test_two_folders_have_two_secrets(tmp_path: Path) -> None:
    assert load_root(None, tmp_path / "one") != load_root(None, tmp_path / "two")


def test_a_given_secret_touches_no_file(tmp_path: Path) -> None:
    assert load_root("s" * 40, tmp_path) == b"s" * 40
    assert list(tmp_path.iterdir()) == []


def test_a_secret_that_others_can_read_or_that_is_too_short_is_refused_with_what_to_do(tmp_path: Path) -> None:
    load_root(None, tmp_path)
    (tmp_path / "secret").chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600"):
        load_root(None, tmp_path)
    (tmp_path / "secret").chmod(0o600)
    (tmp_path / "secret").write_text("short")
    with pytest.raises(SecretError, match="too short"):
        load_root(None, tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder belongs")
    with pytest.raises(SecretError, match="cannot be read or made"):
        load_root(None, tmp_path / "data")
