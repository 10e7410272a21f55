/** The same rules for text that the server has, so that the left count is the one that counts. */

import { ALIAS_LENGTH } from "../../realtime/client/wire";

/** Embeddings and overrides can turn a neighbour's words around; natural right-to-left text needs none. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;
/** Control characters but the line break. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;

/** What is sent of `typed`: composed, trimmed, without control characters. */
export function normalizedText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, (letter) => (letter === "\n" ? "\n" : " "))
    .replace(OVERRIDES, "")
    .normalize("NFC")
    .trim();
}

/** Unicode code points, as the limit counts them. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A name has one line. */
export function normalizedAlias(typed: string): string {
  return normalizedText(typed).replaceAll("\n", " ");
}

/** The id of a sentence that says why it cannot be a name; null: it can. */
export function aliasProblem(alias: string): string | null {
  return alias === "" ? "join-name-empty" : lengthOf(alias) > ALIAS_LENGTH ? "join-name-long" : null;
}
