/** Keys made on this phone. `crypto.getRandomValues` only: plain http has no `crypto.subtle` and no `randomUUID`. */
import type { Store } from "./storage";

const SEAT_KEY_BYTES = 16;
const CARD_KEY_BYTES = 16;
const NOTE_KEY_BYTES = 32;
const SEAT = "holdspace:seat:";
const LAST = "holdspace:last";
const LANGUAGE = "holdspace:language:";
export const CARDS = "holdspace:cards:";

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** `bytes` random bytes as hex digits. */
export function newKey(bytes: number): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(bytes)));
}

export const newSeatKey = (): string => newKey(SEAT_KEY_BYTES);
export const newCardKey = (): string => newKey(CARD_KEY_BYTES);
export const newNoteKey = (): string => newKey(NOTE_KEY_BYTES);

export function seatKey(store: Store, code: string): string | null {
  return store.get(SEAT + code);
}

export function keepSeatKey(store: Store, code: string, key: string): void {
  store.set(SEAT + code, key);
  store.set(LAST, code);
}

export function dropSeatKey(store: Store, code: string): void {
  store.remove(SEAT + code);
  store.remove(LANGUAGE + code);
  if (store.get(LAST) === code) store.remove(LAST);
}

/** The language that this phone spoke last in a session: kept as long as its place, and gone with it. */
export function keptLanguage(store: Store, code: string): string | null {
  return store.get(LANGUAGE + code);
}

export function keepLanguage(store: Store, code: string, language: string): void {
  store.set(LANGUAGE + code, language);
}

/** The code of the session this phone was in last, if it still has its key. */
export function lastCode(store: Store): string | null {
  const code = store.get(LAST);
  return code !== null && seatKey(store, code) !== null ? code : null;
}

/** What proves that a card is this phone's. Nothing of what is written on it, so that it can outlive the tab. */
export interface CardKeys {
  run: number;
  /** What was asked: the template's words. */
  prompt: string;
  /** Labels of its lines: the template's words too. A phone from before knows none. */
  labels?: string[];
  cardKey: string;
  noteKey: string;
  /** Letters the stage gives a card: its requests have one length. */
  max: number;
  /** It has been seen on the wall. */
  shared: boolean;
  /** It has been seen among those that are dealt. */
  dealt?: boolean;
  /** It was given other words, which were not seen on the wall yet. `leaves`: those from before may still stand there for a moment. */
  rewritten?: "leaves" | "waits" | undefined;
  withdrawn: boolean;
  /** Whether it may be named as a theme, as this phone said last. A phone from before, and an agreement, know nothing of it. */
  nameable?: boolean;
  /** The sealed note that was answered with other words. */
  answered: string | null;
}

export interface KeptCards {
  /** When the session ended, in milliseconds since 1970: the keys are of no use once the cards are erased. */
  endedAt: number | null;
  cards: CardKeys[];
}

export function keptCards(store: Store, code: string): KeptCards {
  const text = store.get(CARDS + code);
  return text === null ? { endedAt: null, cards: [] } : (JSON.parse(text) as KeptCards);
}

export function keepCards(store: Store, code: string, kept: KeptCards): void {
  if (kept.cards.length === 0) store.remove(CARDS + code);
  else store.set(CARDS + code, JSON.stringify(kept));
}

/** Lets go of the card keys of every session that ended more than `lived` milliseconds before `now`. */
export function dropOldCards(store: Store, now: number, lived: number): void {
  for (const key of store.keys()) {
    if (!key.startsWith(CARDS)) continue;
    const { endedAt } = keptCards(store, key.slice(CARDS.length));
    if (endedAt !== null && now - endedAt > lived) store.remove(key);
  }
}
