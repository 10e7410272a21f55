/** What the board sends: every wish names the round that its facilitator saw. */

import { isolate } from "../../../../realtime/client/strings";
import type { BoardRoomView, BoardView, ClientCommand, ConsoleView, PlacedView } from "../../../../realtime/client/wire";

export interface Round {
  run: number;
  round: number;
}

export const roundOf = ({ next, board }: ConsoleView): Round => ({ run: next.run, round: board?.round ?? 0 });

export const allRooms = (desk: ConsoleView, minutes: 1 | -1): ClientCommand => ({ t: "give_room_time", ...roundOf(desk), room: null, minutes });

/** Only the first round is proposed, and proposed anew until a room has begun. */
export const propose = (desk: ConsoleView, mix: "same" | "fresh" | null): ClientCommand => ({
  t: "make_rooms",
  run: desk.next.run,
  round: desk.board?.round || 1,
  mix,
});

export interface Placed {
  person: PlacedView;
  /** null: in none. */
  room: BoardRoomView | null;
}

/** Everybody on the board, by seat. */
export function placesOf(board: BoardView): Map<string, Placed> {
  const places = new Map<string, Placed>(board.loose.map((person) => [person.seat, { person, room: null }]));
  for (const room of board.rooms) for (const person of room.people) places.set(person.seat, { person, room });
  return places;
}

/** Two people of different rooms, who both take part or both observe. */
export function canExchange(board: BoardView, one: Placed, other: Placed): boolean {
  const apart = one.room !== null && other.room !== null && one.room.id !== other.room.id;
  return board.state === "proposed" && apart && one.person.watching === other.person.watching;
}

/** Where somebody was let go: over a person, over a room, or over the place of a room that does not exist yet. */
export interface Spot {
  seat: string | null;
  room: string;
}

/** The room that does not exist yet. */
export const NEW_ROOM = "new";

/** null: nothing would change. */
export function letGo(desk: ConsoleView, seat: string, on: Spot): ClientCommand | null {
  const { board } = desk;
  if (board === null) return null;
  const places = placesOf(board);
  const one = places.get(seat);
  const other = on.seat === null ? undefined : places.get(on.seat);
  if (one === undefined || one.room?.id === on.room) return null;
  if (other !== undefined && canExchange(board, one, other)) return { t: "exchange_seats", ...roundOf(desk), one: seat, other: other.person.seat };
  return { t: "move_seat", ...roundOf(desk), seat, room: on.room === NEW_ROOM ? null : on.room };
}

export const nameOf = (places: Map<string, Placed>, desk: ConsoleView, seat: string): string | null => {
  const placed = places.get(seat)?.person.name;
  if (placed !== undefined) return isolate(placed);
  const person = desk.people.find((one) => one.seat === seat);
  return person === undefined ? null : isolate(person.mark > 0 ? `${person.alias} ${person.mark}` : person.alias);
};
