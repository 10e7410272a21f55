/** Keys made on this phone. `crypto.getRandomValues` only: plain http has no `crypto.subtle` and no `randomUUID`. */
import { sha256 } from "@noble/hashes/sha2.js";

import type { Store } from "./storage";

const SEAT_KEY_BYTES = 16;
const CARD_KEY_BYTES = 16;
const CARD_ID_BYTES = 16;
const NOTE_KEY_BYTES = 32;
const SEAT = "holdspace:seat:";
const LAST = "holdspace:last";

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** `bytes` random bytes as hex digits. */
export function newKey(bytes: number): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(bytes)));
}

export const newSeatKey = (): string => newKey(SEAT_KEY_BYTES);
export const newCardKey = (): string => newKey(CARD_KEY_BYTES);
export const newNoteKey = (): string => newKey(NOTE_KEY_BYTES);

/** The public name of a card: only who has the key can show that the card is theirs. */
export function cardId(cardKey: string): string {
  return hexOf(sha256(bytesOf(cardKey)).subarray(0, CARD_ID_BYTES));
}

export function seatKey(store: Store, code: string): string | null {
  return store.get(SEAT + code);
}

export function keepSeatKey(store: Store, code: string, key: string): void {
  store.set(SEAT + code, key);
  store.set(LAST, code);
}

export function dropSeatKey(store: Store, code: string): void {
  store.remove(SEAT + code);
  if (store.get(LAST) === code) store.remove(LAST);
}

/** The code of the session this phone was in last, if it still has its key. */
export function lastCode(store: Store): string | null {
  const code = store.get(LAST);
  return code !== null && seatKey(store, code) !== null ? code : null;
}
