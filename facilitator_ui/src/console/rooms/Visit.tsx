import type { BoardRoomView, ConsoleView } from "../../../../realtime/client/wire";
import { Act } from "../Act";
import { useDoing } from "../context";
import { roundOf } from "./wishes";

interface VisitProps {
  desk: ConsoleView;
  room: BoardRoomView;
  /** Words that say which room it is, where the button's own do not. */
  describedBy?: string;
  /** Only what comes next. */
  brief?: boolean;
}

/** To a room that calls one just goes; any other is asked first. Afterwards the facilitator says that it is settled. */
export function Visit({ desk, room, describedBy, brief = false }: VisitProps) {
  const { t } = useDoing();
  const { number, called, knock } = room;
  const wish = { ...roundOf(desk), room: room.id };
  const known = knock === "knocking" || knock === "welcome";
  const come = called ? "come" : "knock";
  const done = called ? "settled" : knock === "welcome" ? "over" : "back";
  const named = (which: string) => (describedBy === undefined ? { label: t(`visit-${which}-number`, { number }) } : { describedBy });
  return (
    <>
      {!known && (
        <Act class={called ? "button slim care" : "button slim"} command={{ t: "knock_room", ...wish }} {...named(come)}>
          {t(`visit-${come}`)}
        </Act>
      )}
      {(known || (!brief && (called || knock === "later"))) && (
        <Act command={{ t: "settle_room", ...wish }} {...named(done)}>
          {t(`visit-${done}`)}
        </Act>
      )}
    </>
  );
}
