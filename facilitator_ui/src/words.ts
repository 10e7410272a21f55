/** Small wordings that both pages share. */

import type { Clock, TileView } from "../../realtime/client/wire";

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

interface Timed {
  state: TileView["state"];
  clock: Clock;
}

const endsAt = (clock: Clock) => clock.endsAt;

/**
 * The clock that stands for all rooms: of those on their way the one that ends first, else the one until announced rooms can begin,
 * else (while all is calm) the one with the least left. A single room that stands still stops nobody's clock but its own.
 */
export function firstToEnd<Room extends Timed>(rooms: readonly Room[]): Room | null {
  const least = (some: Room[], of: (clock: Clock) => number | null) => some.toSorted((one, other) => (of(one.clock) ?? 0) - (of(other.clock) ?? 0))[0] ?? null;
  const going = rooms.filter(({ clock }) => clock.endsAt !== null);
  return (
    least(going.filter(({ state }) => state !== "formed"), endsAt) ??
    least(going, endsAt) ??
    least(rooms.filter(({ clock }) => clock.left !== null), (clock) => clock.left)
  );
}

/** Session milliseconds as the time of day, "18:34". */
export function clockTime(millis: number): string {
  const time = new Intl.DateTimeFormat(document.documentElement.lang || "en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return time.format(millis);
}
