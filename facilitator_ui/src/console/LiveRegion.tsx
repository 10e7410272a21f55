import { useEffect, useRef } from "preact/hooks";

import { personName } from "../../../realtime/client/strings";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import { headline, whereWeAre } from "./Activity";
import { useDoing } from "./context";
import { useRoomNews } from "./rooms/news";

/** A toast leaves by itself; what it said stands again wherever the same thing is tried. */
const SHOWN_FOR = 10_000;

/** Somebody asks for a person, or stands at the door: said once, for whoever does not see it come. */
function useNews(desk: ConsoleView): void {
  const { t, say } = useDoing();
  const asking = desk.care.filter((request) => request.outcome === null);
  const waiting = desk.people.filter((person) => person.state === "waiting");
  const knownRef = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const known = knownRef.current;
    knownRef.current = new Set([...asking.map(({ id }) => id), ...waiting.map(({ seat }) => seat)]);
    if (known === null) return;
    const asks = asking.findLast(({ id }) => !known.has(id));
    if (asks !== undefined) say(t("care-asks", { name: personName(asks) }), false);
    else if (waiting.some(({ seat }) => !known.has(seat))) say(t("at-door", { count: waiting.length }), false);
  });
}

/** The only live region: what became of a wish, and where the session is now. */
export function LiveRegion({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, said, say, store } = useDoing();
  const place = `${whereWeAre(shared, t)} ${headline(shared, t)}`;
  const live = store.line.value === "live";
  useEffect(() => {
    say(live ? place : t("reconnecting-title"), false);
  }, [place, live, say, t]);
  useNews(desk);
  useRoomNews(desk);
  const { text, shown, turn } = said.value;
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => say("", false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [turn, shown, say]);
  return (
    <p role="status" class={shown ? "toast" : "hidden"}>
      {/* A screen reader hears only what is new in the region: the same words again have to be another node. */}
      <span key={turn}>{text}</span>
    </p>
  );
}
