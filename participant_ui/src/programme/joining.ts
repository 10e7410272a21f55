/** Coming in with one's place in a programme: the words that this phone has, that were typed, or new ones. */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

import { hexOf } from "../../../realtime/client/keys";
import type { Store } from "../../../realtime/client/storage";
import { dropKeyOfSession, keepKeyOfSession, keepPlace, keepTried, keptPlace, type KeptPlace, triedWords } from "./kept";
import { newWords, placeOf } from "./place";

const PLACE = "holdspace:place:";
const TITLE_BYTES = 8;

/** By the programme's title, which is all that a door tells of it. As a digest: whoever looks through a phone's storage reads no title. */
export function keyOf(title: string): string {
  return PLACE + hexOf(sha256(utf8ToBytes(title)).subarray(0, TITLE_BYTES));
}

export function placeAt(store: Store, title: string): KeptPlace | null {
  return keptPlace(store, keyOf(title));
}

export function forgetPlaceAt(store: Store, title: string): void {
  store.remove(keyOf(title));
}

export interface Joining {
  place: string;
  /** The words were typed in: then they belong to a place that is there already, or are mistyped. */
  known: boolean;
  /** Other words than those of a try whose answer was lost: a seat that may have come of it is not this person's. */
  other: boolean;
  /** Nobody came in: the phone has again what it had before. */
  undo(): void;
}

/**
 * Kept before it is sent, like the seat's key: if the answer is lost, trying again brings the same words. Typed words are kept
 * apart until somebody has come in with them: mistyped ones must not take the place of the phone's own.
 */
export function joining(store: Store, code: string, title: string, alias: string, typed: string[] | null): Joining {
  const key = keyOf(title);
  const before = keptPlace(store, key);
  const words = typed ?? before?.words ?? newWords();
  const tried = triedWords(store, code);
  dropKeyOfSession(store, code);
  if (typed === null) keepPlace(store, key, { words, alias, since: before?.since ?? code });
  else keepTried(store, code, typed);
  keepKeyOfSession(store, code, key);
  return {
    place: placeOf(words),
    known: typed !== null,
    other: tried !== null && tried.join() !== words.join(),
    undo() {
      if (before === null) store.remove(key);
      else keepPlace(store, key, before);
      dropKeyOfSession(store, code);
    },
  };
}
