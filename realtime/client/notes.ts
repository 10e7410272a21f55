/** Notes to an unknown author: all phones get them, only the phone with the note key can read its own. */
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { hexToBytes } from "@noble/hashes/utils.js";

const NONCE_BYTES = 12;
const ABOUT = new TextEncoder().encode("holdspace note");

/**
 * The note, or null where it was sealed to another key or altered.
 * `sealed` is base64url of a 12-byte nonce, the ciphertext and its tag; the text is filled with NULs to one length for all notes.
 */
export function openNote(noteKey: string, sealed: string): string | null {
  const bytes = fromBase64url(sealed);
  if (bytes === null || bytes.length <= NONCE_BYTES) return null;
  const cipher = chacha20poly1305(hexToBytes(noteKey), bytes.subarray(0, NONCE_BYTES), ABOUT);
  try {
    const plain = cipher.decrypt(bytes.subarray(NONCE_BYTES));
    return new TextDecoder().decode(plain).replace(/\0+$/, "");
  } catch (error) {
    if (error instanceof Error) return null; // not ours: the tag does not fit
    throw error;
  }
}

function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
