import { useEffect, useRef } from "preact/hooks";

import type { ConsoleView } from "../../../../realtime/client/wire";
import { ring } from "../../bell";
import { useDoing } from "../context";
import { calls, waitsForYou } from "./needs";

/** A room that begins to call, or bids a facilitator in, is said once and rung for, where the bell is on. Not what stood at loading. */
export function useRoomNews(desk: ConsoleView): void {
  const { t, say, sound } = useDoing();
  const knownRef = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const waiting = (desk.board?.rooms ?? []).filter(waitsForYou);
    const keyOf = (room: (typeof waiting)[number]) => `${room.id} ${calls(room)}`;
    const known = knownRef.current;
    knownRef.current = new Set(waiting.map(keyOf));
    const news = known === null ? undefined : waiting.findLast((room) => !known.has(keyOf(room)));
    if (news === undefined) return;
    say(t(calls(news) ? "call" : "welcome", { number: news.number }), false);
    if (sound.peek()) ring();
  }, [desk.board, say, sound, t]);
}
