import type { BoardView, ConsoleView, PlacedView } from "../../../../realtime/client/wire";
import { Act } from "../Act";
import { useDoing } from "../context";
import type { Lift } from "./drag";
import { roomsFor } from "./needs";
import { Person } from "./Person";
import { roundOf } from "./wishes";

const OFFERED = 2;
/** Of so many people the rest is a number: the panel of a person and the search lead to them. */
const SHOWN = 12;

function Into({ desk, board, person }: { desk: ConsoleView; board: BoardView; person: PlacedView }) {
  const { t } = useDoing();
  return (
    <div class="row tight-row">
      {roomsFor(board, OFFERED).map((room) => (
        <Act key={room.id} label={t("into-room-who", { number: room.number, name: person.name })} command={{ t: "move_seat", ...roundOf(desk), seat: person.seat, room: room.id }}>
          {t("into-room", { number: room.number })}
        </Act>
      ))}
    </div>
  );
}

/** Who would like to be in a room and is in none, and how many sit this one out. */
export function Loose({ desk, board, lift }: { desk: ConsoleView; board: BoardView; lift?: Lift | undefined }) {
  const { t } = useDoing();
  // Before it is announced the counts stand above.
  const out = board.state === "running" ? board.sittingOut : 0;
  if (board.loose.length === 0 && out === 0) return null;
  const later = board.state === "proposed" || board.state === "announced" ? "loose-before" : board.round < board.rounds && !board.ending ? "loose-later" : "loose-stay";
  return (
    <li class="spare loose">
      <h3 class="small" tabIndex={-1} data-kept>
        {t("loose")}
      </h3>
      {board.loose.length > 0 && (
        <ul class="stack">
          {board.loose.slice(0, SHOWN).map((person) => (
            <li key={person.seat} class="stack tight">
              <Person person={person} lift={lift} />
              <Into desk={desk} board={board} person={person} />
            </li>
          ))}
        </ul>
      )}
      {board.loose.length > SHOWN && <p class="small">{t("loose-more", { count: board.loose.length - SHOWN })}</p>}
      {board.loose.length > 0 && <p class="small soft">{t(later)}</p>}
      {out > 0 && <p class="small">{t("sits-out", { count: out })}</p>}
    </li>
  );
}
