import type { Translate } from "../../realtime/client/strings";
import { texts, words } from "./language";

/** Every sentence of the phone, in the language it speaks now: a screen that says something is drawn again when that changes. */
export const t: Translate = (id, args) => words.value(id, args);

/** A session's title before its parts come: its agenda's, where the library knows it in this language. */
export function titled(title: string): string {
  const known = texts.value?.texts ?? {};
  return Object.hasOwn(known, title) ? (known[title] as string) : title;
}
