/** What a phone keeps of somebody's place in a programme, from one session to the next, until it is wiped. */
import type { Store } from "../../../realtime/client/storage";

const OF_SESSION = "holdspace:place-of:";
const TRIED = "holdspace:place-tried:";

export interface KeptPlace {
  words: string[];
  /** The name its person had here last; empty while it is not known yet. */
  alias: string;
  /** The code of the session in which the words were made; empty: typed in from elsewhere. */
  since: string;
}

/** `key` names the programme, see `keyOf` in joining.ts. */
export function keptPlace(store: Store, key: string): KeptPlace | null {
  const text = store.get(key);
  return text === null ? null : (JSON.parse(text) as KeptPlace);
}

export function keepPlace(store: Store, key: string, place: KeptPlace): void {
  store.set(key, JSON.stringify(place));
}

/** The programme's key, by the code of one of its sessions that this phone is in: a page that is loaded again asks no door. */
export function keyOfSession(store: Store, code: string): string | null {
  return store.get(OF_SESSION + code);
}

export function keepKeyOfSession(store: Store, code: string, key: string): void {
  store.set(OF_SESSION + code, key);
}

/** Whoever lets go of a session lets go of words that were only tried there, too. */
export function dropKeyOfSession(store: Store, code: string): void {
  store.remove(OF_SESSION + code);
  store.remove(TRIED + code);
}

/** Words that were typed at this session's door and are not proved: nobody knows yet whether they are a place at all. */
export function triedWords(store: Store, code: string): string[] | null {
  const text = store.get(TRIED + code);
  return text === null ? null : (JSON.parse(text) as string[]);
}

export function keepTried(store: Store, code: string, words: string[]): void {
  store.set(TRIED + code, JSON.stringify(words));
}

/** The session let their person in: now they are this phone's place under `key`. */
export function proveTried(store: Store, code: string, key: string): void {
  const words = triedWords(store, code);
  if (words === null) return;
  keepPlace(store, key, { words, alias: "", since: "" });
  store.remove(TRIED + code);
}
