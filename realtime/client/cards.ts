/** The names of cards. Apart from the keys, because a page at the door needs none of it. */
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes } from "@noble/hashes/utils.js";

import { hexOf } from "./keys";

const CARD_ID_BYTES = 16;

/** The public name of a card: only who has the key can show that the card is theirs. */
export function cardId(cardKey: string): string {
  return hexOf(sha256(hexToBytes(cardKey)).subarray(0, CARD_ID_BYTES));
}
