/**
 * The four words that bring somebody's place in a programme back, on any phone and without an account. They stay with the person: what
 * goes to the server is derived from them.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

import { hexOf } from "../../../realtime/client/keys";
import { PLACE_WORDS } from "../../../realtime/client/wire";
import { WORDS } from "./list";

/** Hex digits of a place. */
const PLACE_DIGITS = 32;
/** Letters of a word that tell it from all others. */
const TELLING = 4;

const byBeginning = new Map(WORDS.map((word) => [word.slice(0, TELLING), word]));

/** Four words out of 1,024: the lowest ten bits of a random number are as even as the number. */
export function newWords(): string[] {
  return Array.from(crypto.getRandomValues(new Uint16Array(PLACE_WORDS)), (number) => WORDS[number % WORDS.length] ?? "");
}

export function placeOf(words: readonly string[]): string {
  return hexOf(sha256(utf8ToBytes(`holdspace place:${words.join(" ")}`))).slice(0, PLACE_DIGITS);
}

/** The word of the list that was meant: the first four letters decide, so that a slip behind them is none. */
function meant(typed: string): string | null {
  const word = byBeginning.get(typed.slice(0, TELLING));
  return word === undefined || (word.length < TELLING && word !== typed) ? null : word;
}

export type Read = { words: string[] } | { unknown: string[] } | { count: number };

/** " Amber-LAKE, river  moss" is amber, lake, river, moss. Else the words that are on no list, or how many there are. */
export function readWords(typed: string): Read {
  const parts = typed.toLowerCase().split(/[^\p{L}]+/u).filter((part) => part !== "");
  const unknown = parts.filter((part) => meant(part) === null);
  if (unknown.length > 0) return { unknown };
  return parts.length === PLACE_WORDS ? { words: parts.flatMap((part) => meant(part) ?? []) } : { count: parts.length };
}
