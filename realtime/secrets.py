"""The deployment secret and everything sealed with it. One root, one derived key per purpose and session.

Sealing is ChaCha20-Poly1305 with a random 12-byte nonce in front. What is opened is either whole and ours, or None:
a caller never learns why, and so nobody else does. Nothing here shows a key or a content in its `repr`.
"""

import base64
import binascii
import hashlib
import hmac
import os
import stat
import struct
import tempfile
from pathlib import Path
from secrets import token_bytes, token_hex, token_urlsafe
from typing import Literal

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Struct

from workshop.domain.words import Millis, Nonce, SeatId, SessionId

ROOT_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
NOTE_SIZE = 512
"""Bytes a note is padded to before sealing, so that its length tells nothing."""
NOTE_CONTEXT = b"holdspace note"
HANDOVER_PAD = 4096
APART_ID = 64
"""Bytes that a person's id is padded to in a wish to be apart."""

TicketRole = Literal["facilitator", "screen"]
_ROLES: tuple[TicketRole, ...] = ("facilitator", "screen")
_POSITION = struct.Struct(">QQ")
_TICKET = struct.Struct(">16sQB32s")
_LENGTH = struct.Struct(">I")


class SecretError(Exception):
    """The deployment secret cannot be used; the message says what to do."""


class Ticket(Struct, frozen=True, kw_only=True):
    """What lets a console or screen open one socket. `id` is written when it is spent, so it works once.

    `link`: the SHA-256 of the link's secret (hex): the socket ends with the link.
    """

    id: str
    link: str
    session: SessionId
    role: TicketRole
    expires: Millis

    def __repr__(self) -> str:
        return f"<Ticket {self.role}>"


class Secrets:
    """Seals and opens with keys derived from `root`. Equal roots on all nodes understand each other."""

    __slots__ = ("_root",)

    def __init__(self, root: bytes) -> None:
        """`root` has at least 32 bytes that nobody can guess. Raises ValueError for less."""
        if len(root) < ROOT_BYTES:
            raise ValueError(f"the deployment secret needs at least {ROOT_BYTES} bytes")
        self._root = root

    def __repr__(self) -> str:
        return "<Secrets>"

    def seal_position(self, session: SessionId, epoch: int, seq: int) -> str:
        """59 characters, whatever the numbers: a position tells nobody how much has happened."""
        return _text(_seal(self._key("position", session), _POSITION.pack(epoch, seq), b""))

    def open_position(self, session: SessionId, token: str) -> tuple[int, int] | None:
        """(epoch, seq), or None where the token is not of this session and deployment."""
        plain = _open(self._key("position", session), _bytes(token), b"")
        if plain is None or len(plain) != _POSITION.size:
            return None
        epoch, seq = _POSITION.unpack(plain)
        return epoch, seq

    def seal_receipt(self, session: SessionId, run: int, seat: SeatId, nonce: Nonce) -> str:
        """59 characters that prove to any node that this seat's answer in stage `run` was held. `nonce` is 32 hex digits."""
        return _text(_seal(self._key("receipt", session), _nonce_bytes(nonce), _receipt_context(run, seat)))

    def open_receipt(self, session: SessionId, run: int, seat: SeatId, token: str) -> Nonce | None:
        plain = _open(self._key("receipt", session), _bytes(token), _receipt_context(run, seat))
        return None if plain is None else Nonce(plain.hex())

    def seal_handover(self, session: SessionId, purpose: str, content: bytes, pad_to: int = HANDOVER_PAD) -> bytes:
        """Answers on their way between nodes. The length is a multiple of `pad_to` plus 28 bytes; `purpose` names stage and attempt,
        and only the same purpose opens it."""
        framed = _LENGTH.pack(len(content)) + content
        padded = framed + bytes(-len(framed) % pad_to)
        return _seal(self._key("handover", session), padded, purpose.encode())

    def open_handover(self, session: SessionId, purpose: str, sealed: bytes) -> bytes | None:
        padded = _open(self._key("handover", session), sealed, purpose.encode())
        if padded is None:
            return None
        (length,) = _LENGTH.unpack_from(padded)
        return padded[_LENGTH.size : _LENGTH.size + length]

    def seal_apart(self, scope: str, asker: str, other: str) -> str:
        """Who would rather not be in a room with whom, of one length whoever they are. `scope`: the programme, else the session."""
        plain = asker.encode().ljust(APART_ID, b"\0") + other.encode().ljust(APART_ID, b"\0")
        return _text(_seal(self._key("apart", scope), plain, b""))

    def open_apart(self, scope: str, sealed: str) -> tuple[str, str] | None:
        """(asker, other), or None where it was not sealed in this scope by this deployment."""
        plain = _open(self._key("apart", scope), _bytes(sealed), b"")
        if plain is None or len(plain) != 2 * APART_ID:
            return None
        return plain[:APART_ID].rstrip(b"\0").decode(), plain[APART_ID:].rstrip(b"\0").decode()

    def reseal_apart(self, scope: str, sealed: str, old: str, new: str) -> tuple[str, str] | None:
        """(row, sealed) of the wish with `new` in the place of `old`; None where it does not name `old`."""
        wish = self.open_apart(scope, sealed)
        if wish is None or old not in wish:
            return None
        asker, other = (new if one == old else one for one in wish)
        return self.apart_id(scope, asker, other), self.seal_apart(scope, asker, other)

    def apart_id(self, scope: str, asker: str, other: str) -> str:
        """The row of that wish: 32 hex digits that tell nothing without the deployment secret."""
        named = f"{asker}/{other}".encode()
        return hmac.new(self._key("apart", scope), named, hashlib.sha256).hexdigest()[:32]

    def issue_ticket(self, session: SessionId, role: TicketRole, link: str, expires: Millis) -> str:
        """A ticket good until `expires` (wall-clock milliseconds). `link`: 64 hex digits. The caller of `open_ticket` still has to spend its id."""
        plain = _TICKET.pack(token_bytes(16), expires, _ROLES.index(role), bytes.fromhex(link)) + session.encode()
        return _text(_seal(self._key("ticket"), plain, b""))

    def open_ticket(self, ticket: str, now: Millis) -> Ticket | None:
        """None where it is not ours or its time is over."""
        plain = _open(self._key("ticket"), _bytes(ticket), b"")
        if plain is None:
            return None
        identity, expires, role, link = _TICKET.unpack_from(plain)
        if now >= expires:
            return None
        session = SessionId(plain[_TICKET.size :].decode())
        return Ticket(id=identity.hex(), link=link.hex(), session=session, role=_ROLES[role], expires=expires)

    def place_hash(self, programme: str, place: str) -> str:
        """What is stored of a phone's place in a programme: 64 hex digits. Four words of 1,024 could be tried one after the other,
        so the hash has a key that no copy of the database has."""
        return hmac.digest(self._key("place"), f"{programme}:{place}".encode(), "sha256").hex()

    def sign(self, statement: str) -> str:
        """86 characters that whoever has the `public_key` can check: this deployment said so. The same statement, the same signature."""
        return _text(self._signing_key().sign(statement.encode()))

    def public_key(self) -> str:
        """43 characters. Another deployment secret is another key."""
        return _text(self._signing_key().public_key().public_bytes_raw())

    def _signing_key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._key("statement"))

    def _key(
        self, purpose: Literal["position", "receipt", "handover", "ticket", "place", "apart", "statement"], session: str = ""
    ) -> bytes:
        """Purposes contain no slash, so no session's id can make one purpose look like another."""
        info = f"holdspace/1/{purpose}/{session}".encode()
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(self._root)


def load_root(given: str | None, folder: Path) -> bytes:
    """The deployment secret: `given`, or the one kept in `folder/secret`, made at the first start and readable only by its owner.

    Raises SecretError where the file is readable by others, too short, or cannot be made.
    """
    if given is not None:
        return given.encode()
    path = folder / "secret"
    try:
        if not path.exists():
            _create(path)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise SecretError(
                f"{path} can be read by others. Take that right away (chmod 600), or delete the file to get a new secret."
            )
        root = path.read_bytes().strip()
    except OSError as error:
        raise SecretError(f"{path} cannot be read or made: {error.strerror}.") from None
    if len(root) < ROOT_BYTES:
        raise SecretError(
            f"{path} is too short to be a secret. Delete it to get a new one; open console links then stop working."
        )
    return root


def _create(path: Path) -> None:
    """Written whole and then linked into place: two processes starting at once agree on one, and neither reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(token_hex(ROOT_BYTES))
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first, and its secret is as good
    finally:
        Path(draft).unlink()


def new_secret() -> str:
    """128 bits for a link, as 22 characters that need no quoting."""
    return token_urlsafe(16)


def new_nonce() -> Nonce:
    """The name of one receipt: 32 hex digits, never a card's key."""
    return Nonce(token_hex(16))


def hash_secret(secret: str) -> str:
    """SHA-256 as 64 hex digits: what is stored of a link's secret or a seat's key. Enough because they have 128 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def seal_note(note_key: str, text: str, size: int = NOTE_SIZE) -> str:
    """A note that only the phone with `note_key` (64 hex digits) can read, although every phone gets it.

    Base64url without padding of nonce ‖ ciphertext ‖ tag. The text is UTF-8, filled with NULs to `size` bytes.
    Raises ValueError where it is longer than that or contains a NUL.
    """
    plain = text.encode()
    if len(plain) > size or b"\0" in plain:
        raise ValueError(f"a note has at most {size} bytes and no NUL")
    return _text(_seal(bytes.fromhex(note_key), plain.ljust(size, b"\0"), NOTE_CONTEXT))


def open_note(note_key: str, sealed: str) -> str | None:
    """What the phone does; here so that both sides are proved against the same examples."""
    plain = _open(bytes.fromhex(note_key), _bytes(sealed), NOTE_CONTEXT)
    return None if plain is None else plain.rstrip(b"\0").decode()


def is_signed(public_key: str, statement: str, signature: str) -> bool:
    """Whether whoever has the other half of this key (43 characters) signed exactly this, and the signature is as it was written."""
    raw = _bytes(signature)
    if _text(raw) != signature:  # the last letter has bits that decoding drops
        return False
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(public_key)).verify(raw, statement.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _seal(key: bytes, plain: bytes, context: bytes) -> bytes:
    nonce = token_bytes(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, context)


def _open(key: bytes, sealed: bytes, context: bytes) -> bytes | None:
    if len(sealed) < NONCE_BYTES + TAG_BYTES:
        return None
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except InvalidTag:
        return None


def _receipt_context(run: int, seat: SeatId) -> bytes:
    return f"{run}/{seat}".encode()


def _nonce_bytes(nonce: Nonce) -> bytes:
    raw = bytes.fromhex(nonce)
    if len(raw) != 16:
        raise ValueError("a receipt's nonce has 32 hex digits")
    return raw


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(token: str) -> bytes:
    """The bytes of a token, or none at all where it is not one (which then opens nothing)."""
    try:
        return base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
