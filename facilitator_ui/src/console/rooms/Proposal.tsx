import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { Icon } from "../../../../realtime/client/look/Icon";
import type { BoardRoomView, BoardView, ConsoleView } from "../../../../realtime/client/wire";
import { Act } from "../Act";
import { useDoing } from "../context";
import { Bonds, bondsOf } from "./Bonds";
import { type Lift, useDrag } from "./drag";
import { Head } from "./Head";
import { Loose } from "./Loose";
import { tagsOf, usualSize } from "./needs";
import { Person } from "./Person";
import { Some } from "./Some";
import { NEW_ROOM, letGo, propose, roundOf } from "./wishes";

/** Who takes part, as numbers: who sits out can be worked out from the names in the rooms, so nothing is claimed about it. */
export function Counts({ board }: { board: BoardView }) {
  const { t } = useDoing();
  return (
    <p class="tag fits num">
      {t("rooms-counts", { taking: board.takingPart, observing: board.observing, out: board.sittingOut })}
    </p>
  );
}

/** A person who was moved to another tile is another button: the focus goes along. */
function useFollowed() {
  const boxRef = useRef<HTMLElement>(null);
  const seatRef = useRef<string | null>(null);
  const onFocus = (event: FocusEvent) => {
    seatRef.current = (event.target as Element | null)?.closest<HTMLElement>("[data-seat]")?.dataset["seat"] ?? null;
  };
  useLayoutEffect(() => {
    if (seatRef.current === null || document.activeElement !== document.body) return;
    boxRef.current?.querySelector<HTMLElement>(`[data-seat="${CSS.escape(seatRef.current)}"]`)?.focus();
  });
  return { boxRef, onFocus };
}

function Lock({ desk, room }: { desk: ConsoleView; room: BoardRoomView }) {
  const { t } = useDoing();
  const { locked, number } = room;
  return (
    <Act
      class="button slim quiet"
      label={t(locked ? "unlock-room-number" : "lock-room-number", { number })}
      command={{ t: "lock_room", ...roundOf(desk), room: room.id, locked: !locked }}
    >
      <Icon name="kept" />
      {t(locked ? "unlock-room" : "lock-room")}
    </Act>
  );
}

interface TileProps {
  desk: ConsoleView;
  board: BoardView;
  room: BoardRoomView;
  usual: number;
  bonds: Map<string, string[]>;
  lift: Lift;
}

function Tile({ desk, board, room, usual, bonds, lift }: TileProps) {
  return (
    <li class={room.alone ? "tile needs" : room.locked ? "tile locked" : "tile"} data-room={room.id} data-spot="room">
      <Head room={room} tags={tagsOf(room, board, usual)} timed={false}>
        <Lock desk={desk} room={room} />
      </Head>
      <ul class="hold">
        {room.people.map((person) => (
          <li key={person.seat}>
            <Person person={person} bonds={bonds.get(person.seat)} lift={lift} roles={false} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Locked rooms stay, whichever way the others are made. */
function Mixes({ desk, board }: { desk: ConsoleView; board: BoardView }) {
  const { t } = useDoing();
  const locked = board.rooms.some((room) => room.locked);
  return (
    <div class="row">
      <Act command={propose(desk, null)}>
        <Icon name="swap" />
        {t(locked ? "mix-rest" : "mix-again")}
      </Act>
      {board.before && <Act command={propose(desk, "same")}>{t(locked ? "mix-same-rest" : "mix-same")}</Act>}
      <Act command={propose(desk, "fresh")}>{t(locked ? "mix-fresh-rest" : "mix-fresh")}</Act>
    </div>
  );
}

/** What only facilitators see yet: who would be with whom, to be changed by hand as long as it is not announced. */
export function Proposal({ desk, board }: { desk: ConsoleView; board: BoardView }) {
  const { t, act } = useDoing();
  const { boxRef, onFocus } = useFollowed();
  const lift = useDrag((seat, on) => {
    const command = letGo(desk, seat, on);
    if (command !== null) act(command);
  });
  const usual = usualSize(board.rooms);
  const bonds = bondsOf(board, desk, t);
  return (
    <section class="stack proposal" aria-labelledby="rooms-title" ref={boxRef} onFocusIn={onFocus}>
      <div class="row">
        <h2 id="rooms-title" class="title small-title" tabIndex={-1} data-kept>
          {t("rooms-proposed", { count: board.rooms.length })}
        </h2>
        <span class="soft small grow">
          {desk.decks.length > 0 && `${t("rooms-deck", { deck: desk.decks[0]?.title ?? "" })} `}
          {t("rooms-proposed-truth")}
        </span>
      </div>
      <div class="row">
        <Counts board={board} />
        <Mixes desk={desk} board={board} />
      </div>
      <p class="small soft">{t("rooms-by-hand")}</p>
      <Some
        rooms={board.rooms}
        needing={null}
        renderTile={(room) => <Tile key={room.id} desk={desk} board={board} room={room} usual={usual} bonds={bonds} lift={lift} />}
        after={
          <>
            <li class="spare new-room" data-room={NEW_ROOM} data-spot="new">
              <h3 class="small">{t("new-room")}</h3>
              <p class="small soft">{t("new-room-how")}</p>
            </li>
            <Loose desk={desk} board={board} lift={lift} />
          </>
        }
      />
      <Bonds desk={desk} board={board} />
    </section>
  );
}

/** Before anything is proposed: how many there are, and where rooms stood before, the two other ways to make them. */
export function BeforeRooms({ desk, board }: { desk: ConsoleView; board: BoardView }) {
  const { t, say } = useDoing();
  const { none } = board;
  useEffect(() => void (none && say(t("rooms-none"), false)), [none, say, t]);
  return (
    <section class="stack" aria-labelledby="rooms-title">
      <h2 id="rooms-title" class="title small-title" tabIndex={-1} data-kept>
        {t("rooms")}
      </h2>
      <Counts board={board} />
      {none && <p>{t("rooms-none")}</p>}
      {board.before && (
        <div class="row">
          <Act command={propose(desk, "same")}>{t("mix-same")}</Act>
          <Act command={propose(desk, "fresh")}>{t("mix-fresh")}</Act>
        </div>
      )}
      <Bonds desk={desk} board={board} />
    </section>
  );
}
