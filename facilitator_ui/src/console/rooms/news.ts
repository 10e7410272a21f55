import { useEffect, useRef } from "preact/hooks";

import { type Translate, isolate } from "../../../../realtime/client/strings";
import type { BoardRoomView, BoardView, ConsoleView } from "../../../../realtime/client/wire";
import { ring } from "../../bell";
import { useDoing } from "../context";
import { calls, takersOf, waitsForYou } from "./needs";
import { placesOf } from "./wishes";

/** An exchange moves two; a new draw moves many, and is not read person by person. */
const READ_BY_NAME = 2;

type Rooms = readonly BoardRoomView[];

/** What is true of a room now and was not before, each by a word that is its own. */
function news(before: Rooms, now: Rooms, wordsOf: (room: BoardRoomView) => string[]): string[] {
  const known = new Set(before.flatMap(wordsOf));
  return now.flatMap(wordsOf).filter((word) => !known.has(word));
}

/** A room that begins to call, or bids a facilitator in; of several the last. */
function waiting(before: Rooms, now: Rooms, t: Translate): string | undefined {
  return news(before, now, (room) => (waitsForYou(room) ? [t(calls(room) ? "call" : "welcome", { number: room.number })] : [])).at(-1);
}

/** Somebody who was not found in a room that stands, and somebody who is alone there. One by one, or as a number. */
function missing(before: Rooms, now: Rooms, t: Translate): string[] {
  const away = news(before, now, ({ number, people }) => people.filter((one) => one.away).map(({ name }) => t("room-lost", { name: isolate(name), number })));
  const alone = news(before, now, (room) => (room.alone && takersOf(room) > 0 ? [t("room-has-one", { number: room.number })] : []));
  const said = (each: string[], many: string) => (each.length > 1 ? [t(many, { count: each.length })] : each);
  return [...said(away, "rooms-lost"), ...said(alone, "rooms-have-one")];
}

const seatsIn = ({ people }: BoardRoomView): string =>
  people
    .map(({ seat }) => seat)
    .toSorted()
    .join(" ");

/** Locked rooms whose people a new draw has parted: somebody of them may not be together any more. Unlocking by hand parts nobody. */
function liftedLocks(before: Rooms, now: Rooms): BoardRoomView[] {
  const locks = (rooms: Rooms) => rooms.filter((room) => room.locked);
  if (locks(now).length >= locks(before).length) return [];
  const still = new Set(now.map(seatsIn));
  return locks(before).filter((room) => !still.has(seatsIn(room)));
}

/** Where people of a proposal are now: two by name, or that all of it is new. */
function redrawn(before: BoardView, now: BoardView, t: Translate): string[] {
  if (before.state !== "proposed") return [t("rooms-proposed", { count: now.rooms.length })];
  const places = placesOf(before);
  const moved = [...placesOf(now).values()].filter(({ person, room }) => {
    const was = places.get(person.seat);
    return room !== null && was !== undefined && was.room?.id !== room.id;
  });
  if (moved.length > READ_BY_NAME) return [t("rooms-drawn-anew")];
  return moved.map(({ person, room }) => t("placed-now", { name: isolate(person.name), number: room?.number ?? 0 }));
}

/** What happens on the board is said once, and rung for where a facilitator is waited for and the bell is on. Not what stood at loading. */
export function useRoomNews({ board }: ConsoleView): void {
  const { t, say, sound } = useDoing();
  const beforeRef = useRef<BoardView | null | undefined>(undefined);
  useEffect(() => {
    const before = beforeRef.current;
    beforeRef.current = board;
    if (before === undefined || before === board || board === null) return;
    const rooms = before?.rooms ?? [];
    const waits = waiting(rooms, board.rooms, t);
    const stands = board.state === "announced" || board.state === "running";
    const proposed = board.state === "proposed" && before !== null;
    const lifted = proposed && before.state === "proposed" ? liftedLocks(before.rooms, board.rooms) : [];
    const sentences = [
      ...(waits === undefined ? [] : [waits]),
      ...(stands ? missing(rooms, board.rooms, t) : []),
      ...lifted.map(({ number }) => t("lock-lifted", { number })),
      ...(proposed ? redrawn(before, board, t) : []),
    ];
    if (sentences.length > 0) say(sentences.join(" "), lifted.length > 0);
    if (waits !== undefined && sound.peek()) ring();
  }, [board, say, sound, t]);
}
