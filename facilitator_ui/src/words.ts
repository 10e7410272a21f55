/** Small wordings that both pages share. */

import type { TileView } from "../../realtime/client/wire";

const MINUTE = 60_000;

export function minutesOf(millis: number): number {
  return Math.ceil(millis / MINUTE);
}

export const joinLink = (code: string): string => `${location.origin}/${code}`;
export const joinHost = (): string => location.host;
export const qrOf = (code: string): string => `/qr/${code}.svg`;

/** Letters of a title in the plan: three lines of its column at most. */
const SHORT = 40;

/** The first sentence of what stands in for a title. What is longer ends between two words, with an ellipsis. */
export function shortTitle(title: string): string {
  const [sentence = ""] = title.split(/(?<=[.?!…])\s/u, 1);
  const letters = Array.from(sentence);
  if (letters.length <= SHORT) return sentence;
  const cut = letters.slice(0, SHORT).join("");
  return `${cut.slice(0, cut.lastIndexOf(" ") + 1 || undefined).replace(/[\s,;:]+$/u, "")}…`;
}

const rest = (room: TileView) => room.clock.endsAt ?? room.clock.left ?? Number.POSITIVE_INFINITY;

/** The clock that stands for all rooms: the one that ends first. */
export function firstToEnd(rooms: TileView[]): TileView | null {
  const timed = rooms.filter((room) => room.clock.endsAt !== null || room.clock.left !== null);
  return timed.toSorted((one, other) => rest(one) - rest(other))[0] ?? null;
}

/** Session milliseconds as the time of day, "18:34". */
export function clockTime(millis: number): string {
  const time = new Intl.DateTimeFormat(document.documentElement.lang || "en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return time.format(millis);
}
