import { useCallback } from "preact/hooks";

import { useTick } from "../../../../realtime/client/clock";
import { Icon } from "../../../../realtime/client/look/Icon";
import type { BoardRoomView, BoardView, ConsoleView } from "../../../../realtime/client/wire";
import { QUIETER, ring, useStepBell, useWarnings } from "../../bell";
import { firstToEnd } from "../../words";
import { Act } from "../Act";
import { useDoing } from "../context";
import { SoundButton } from "../SoundButton";
import { Head } from "./Head";
import { Loose } from "./Loose";
import { calls, inOrder, moreToCome, needsSomebody, tagsOf, usualSize } from "./needs";
import { Person } from "./Person";
import { Counts } from "./Proposal";
import { Some } from "./Some";
import { Visit } from "./Visit";
import { allRooms, propose } from "./wishes";

const NO_CLOCK = { endsAt: null, left: null };

/** A bell at the end of a step and a quieter one before it; that it comes is said as well. Shows nothing. */
function Bells({ board }: { board: BoardView }) {
  const { t, store, say, sound } = useDoing();
  useStepBell(board.rooms, sound.value);
  const first = firstToEnd(board.rooms.filter(({ state }) => state === "running"));
  const left = useTick(store.clock, first?.clock ?? NO_CLOCK);
  const warn = useCallback(
    (seconds: number) => {
      if (sound.peek()) ring(QUIETER);
      say(t(seconds === 60 ? "rooms-minute-left" : "rooms-seconds-left"), false);
    },
    [say, sound, t],
  );
  useWarnings(first === null ? null : `${first.step} ${first.ending}`, left, warn);
  return null;
}

/** What the room does now. */
function Where({ room }: { room: BoardRoomView }) {
  const { t } = useDoing();
  if (room.state === "finished" || room.state === "formed") return null;
  if (room.state === "gathering") return <p class="small soft step">{t("room-gathering")}</p>;
  const turn = room.turns > 1 ? t("room-turn", { step: room.step, turn: room.turn, turns: room.turns }) : room.step;
  return <p class="small soft step">{room.called || room.paused ? `${turn} ${t("room-clock-stands")}` : turn}</p>;
}

function Note({ room }: { room: BoardRoomView }) {
  const { t } = useDoing();
  if (room.note === null) return null;
  return (
    <p class="small room-note">
      <Icon name="note" />
      <span>
        <span class="hidden">{t("room-note-now")}</span> {room.note}
      </span>
    </p>
  );
}

function Tile({ desk, board, room, usual }: { desk: ConsoleView; board: BoardView; room: BoardRoomView; usual: number }) {
  const { t, open } = useDoing();
  const look = calls(room) ? "tile care" : needsSomebody(room) ? "tile needs" : room.state === "finished" ? "tile over" : "tile";
  return (
    <li class={look}>
      <Head room={room} tags={tagsOf(room, board, usual)} timed={room.state !== "formed"} />
      <ul class="hold">
        {room.people.map((person) => (
          <li key={person.seat}>
            <Person person={person} roles={room.state !== "finished"} />
          </li>
        ))}
      </ul>
      <Where room={room} />
      <Note room={room} />
      {room.state !== "finished" && (
        <div class="row deeds">
          {/* Nobody is visited who has not begun, unless they ask for it. */}
          {(room.state !== "formed" || room.called || room.knock !== "none") && <Visit desk={desk} room={room} brief />}
          <button type="button" class="button slim quiet" aria-haspopup="dialog" aria-label={t("room-more-number", { number: room.number })} onClick={() => open({ about: "room", room: room.id })}>
            {t("room-more-deeds")}
          </button>
        </div>
      )}
    </li>
  );
}

function EndSoftly({ desk, asks }: { desk: ConsoleView; asks: boolean }) {
  const { t, open, store } = useDoing();
  if (!asks) return <Act command={{ t: "end_rooms_softly", run: desk.next.run }}>{t("end-softly")}</Act>;
  const off = store.line.value !== "live";
  return (
    <button type="button" class="button slim" aria-haspopup="dialog" aria-disabled={off} onClick={() => !off && open("end_softly")}>
      {t("end-softly")}
    </button>
  );
}

/** What is done for all rooms at once. */
export function ForAll({ desk }: { desk: ConsoleView }) {
  const { t, open, store } = useDoing();
  const { board } = desk;
  if (board === null || (board.state !== "announced" && board.state !== "running")) return null;
  const runs = board.state === "running";
  const off = store.line.value !== "live";
  const soft = runs && !board.ending && desk.next.does !== "end_rooms";
  return (
    <>
      {runs && (
        <>
          <Act command={allRooms(desk, 1)}>
            <Icon name="more-time" />
            {t("all-minute-more")} <kbd>+</kbd>
          </Act>
          <Act command={allRooms(desk, -1)}>{t("all-minute-less")}</Act>
        </>
      )}
      <button type="button" class="button slim" aria-haspopup="dialog" onClick={() => open("note")}>
        <Icon name="note" />
        {t("all-note")}
      </button>
      {board.state === "announced" && <Act command={propose(desk, null)}>{t("propose-anew")}</Act>}
      {soft && <EndSoftly desk={desk} asks={moreToCome(board)} />}
      {(board.ending || board.state === "announced") && (
        <button type="button" class="button slim quiet" aria-haspopup="dialog" aria-disabled={off} onClick={() => !off && open("end_rooms")}>
          {t(board.ending ? "end-now" : "rooms-call-off")}
        </button>
      )}
    </>
  );
}

interface BoardProps {
  desk: ConsoleView;
  board: BoardView;
  deck: string;
}

/** Who is where, in which step, and who needs somebody. What is said in a room is not here, because it is nowhere. */
export function Board({ desk, board, deck }: BoardProps) {
  const { t } = useDoing();
  const usual = usualSize(board.rooms);
  const rooms = inOrder(board.rooms);
  return (
    <section class="stack board" aria-labelledby="rooms-title">
      <Bells board={board} />
      <div class="row">
        <h2 id="rooms-title" class="title small-title" tabIndex={-1} data-kept>
          {t(board.state === "announced" ? "rooms-announced" : "rooms")}
        </h2>
        <span class="soft small grow">
          {deck !== "" && `${t("rooms-deck", { deck })} `}
          {t("rooms-private")}
        </span>
        <SoundButton />
      </div>
      {board.state === "announced" && <Counts board={board} />}
      <Some
        rooms={rooms}
        needing={rooms.filter(needsSomebody)}
        renderTile={(room) => <Tile key={room.id} desk={desk} board={board} room={room} usual={usual} />}
        after={<Loose desk={desk} board={board} />}
      />
    </section>
  );
}
