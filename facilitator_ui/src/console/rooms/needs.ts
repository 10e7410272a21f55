/** What a room may need, from its state alone: nothing here knows what is said in it. */

import type { Args } from "../../../../realtime/client/strings";
import type { BoardRoomView, BoardView } from "../../../../realtime/client/wire";

export interface Tag {
  says: string;
  args?: Args;
  icon: string;
  look: "care" | "lamp" | "kept" | "soft";
}

export const takersOf = (room: BoardRoomView): number => room.people.filter(({ watching, away }) => !watching && !away).length;

/** How many most of the rooms hold; one more is worth a word, because their turns are shorter. */
export function usualSize(rooms: readonly BoardRoomView[]): number {
  const counts = new Map<number, number>();
  for (const room of rooms) counts.set(takersOf(room), (counts.get(takersOf(room)) ?? 0) + 1);
  return [...counts].toSorted(([size, many], [other, more]) => more - many || size - other)[0]?.[0] ?? 0;
}

const over = ({ state }: BoardRoomView) => state === "finished";

export const calls = (room: BoardRoomView): boolean => room.called && !over(room);

/** A facilitator is waited for: by a call, or since a knock was answered. */
export const waitsForYou = (room: BoardRoomView): boolean => calls(room) || (room.knock === "welcome" && !over(room));

/** Worth a look before all others. */
export const needsSomebody = (room: BoardRoomView): boolean => !over(room) && (waitsForYou(room) || room.alone || room.people.some(({ away }) => away));

const urgency = (room: BoardRoomView): number => (calls(room) ? 0 : waitsForYou(room) ? 1 : needsSomebody(room) ? 2 : 3);

/** Who calls stands first, then whoever else needs somebody, then by number. */
export const inOrder = (rooms: readonly BoardRoomView[]): BoardRoomView[] =>
  rooms.toSorted((one, other) => urgency(one) - urgency(other) || one.number - other.number);

const KNOCKS = {
  none: null,
  knocking: { says: "room-knocking", icon: "go", look: "soft" },
  welcome: { says: "room-welcome", icon: "go", look: "kept" },
  later: { says: "room-later", icon: "go", look: "soft" },
} as const;

/** The states of a room that are worth a word, the most urgent first; none for one that simply goes on. */
export function tagsOf(room: BoardRoomView, board: BoardView, usual: number): Tag[] {
  if (over(room)) return [{ says: "room-finished", icon: "check", look: "soft" }];
  const tags: (Tag | null)[] = [
    room.called ? { says: "room-calls", icon: "person", look: "care" } : null,
    room.called && room.knock === "welcome" ? { says: "room-told", icon: "go", look: "kept" } : KNOCKS[room.knock],
    room.alone ? { says: room.people.length === 0 ? "room-empty" : "room-alone", icon: "person", look: "lamp" } : null,
    room.paused && !room.called ? { says: "room-paused", icon: "pause", look: "care" } : null,
    room.ending ? { says: "room-ending", icon: "clock", look: "lamp" } : null,
    board.state === "running" && room.state === "formed" ? { says: "room-waits", icon: "clock", look: "soft" } : null,
    takersOf(room) > usual ? { says: "room-more", args: { count: takersOf(room) }, icon: "people", look: "soft" } : null,
  ];
  return tags.filter((tag) => tag !== null);
}

/** Whether two whom the facilitators keep apart are in one room. What people themselves have wished is known to nobody here. */
export const apartInOne = ({ bound, rooms }: BoardView): boolean =>
  bound.some(({ one, other, how }) => how === "apart" && rooms.some(({ people }) => [one, other].every((kept) => people.some(({ seat }) => seat === kept))));

/** Whether a soft end now would take turns or rounds from somebody. */
export const moreToCome = (board: BoardView): boolean =>
  !board.ending && (board.round < board.rounds || board.rooms.some((room) => room.state === "running" && !room.ending && room.turn < room.turns));

/** Rooms that would take one more first: whoever is alone, then the smallest ones. */
export function roomsFor(board: BoardView, most: number): BoardRoomView[] {
  const open = board.rooms.filter((room) => !over(room) && !room.ending);
  return open.toSorted((one, other) => takersOf(one) - takersOf(other) || one.number - other.number).slice(0, most);
}
