import { useState } from "preact/hooks";

import { isolate } from "../../../../realtime/client/strings";
import type { BoardRoomView, BoardView, ClientCommand, ConsoleView } from "../../../../realtime/client/wire";
import { Act } from "../Act";
import { useDoing } from "../context";
import { Dialog } from "../Dialog";
import { GonePanel } from "../PeoplePanels";
import { type Placed, canExchange, nameOf, placesOf, roundOf } from "./wishes";

/** Of more rooms one is chosen from a list. */
const AS_BUTTONS = 8;

interface Props {
  desk: ConsoleView;
  board: BoardView;
  placed: Placed;
  onClose: () => void;
}

const namesIn = (room: BoardRoomView) => room.people.map(({ name }) => isolate(name)).join(", ");

function Rooms({ desk, board, placed, onClose }: Props) {
  const { t } = useDoing();
  const [chosen, setChosen] = useState("");
  const { seat, away } = placed.person;
  const rooms = board.rooms.filter((room) => room.state !== "finished" && (room.id !== placed.room?.id || away));
  const move = (room: string | null): ClientCommand => ({ t: "move_seat", ...roundOf(desk), seat, room });
  // Alone in a room already: another of their own would be the same.
  const fresh = board.state === "proposed" && placed.room?.people.length !== 1;
  return (
    <section class="stack tight" aria-labelledby="move-title">
      <h3 id="move-title" class="label">
        {t("move-to")}
      </h3>
      {rooms.length <= AS_BUTTONS ? (
        <ul class="rooms-list">
          {rooms.map((room) => (
            <li key={room.id} class="row">
              <Act label={t("move-to-room", { number: room.number })} command={move(room.id)} onDone={onClose}>
                {t("room", { number: room.number })}
              </Act>
              <span class="small soft grow">{namesIn(room)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <div class="row">
          <select aria-label={t("move-to")} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{t("choose-room")}</option>
            {rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {`${t("room", { number: room.number })}: ${room.people.map(({ name }) => name).join(", ")}`}
              </option>
            ))}
          </select>
          <Act command={move(chosen)} blocked={chosen === ""} onDone={onClose}>
            {t("move")}
          </Act>
        </div>
      )}
      {fresh && (
        <div class="row">
          <Act command={move(null)} onDone={onClose}>
            {t("new-room")}
          </Act>
        </div>
      )}
    </section>
  );
}

function WithSomebody({ desk, board, placed, onClose }: Props) {
  const { t } = useDoing();
  const [with_, setWith] = useState("");
  const places = placesOf(board);
  const { seat } = placed.person;
  const others = desk.people.filter((one) => one.seat !== seat && one.state === "here").map((one) => one.seat);
  if (others.length === 0) return null;
  const other = places.get(with_);
  const bound = board.bound.find(({ one, other: two }) => (one === seat && two === with_) || (two === seat && one === with_))?.how ?? null;
  const none = with_ === "";
  return (
    <section class="stack tight" aria-labelledby="with-title">
      <h3 id="with-title" class="label">
        {t("with-somebody")}
      </h3>
      <select aria-label={t("with-somebody")} value={with_} onChange={(event) => setWith(event.currentTarget.value)}>
        <option value="">{t("choose-person")}</option>
        {others.map((one) => (
          <option key={one} value={one} dir="auto">
            {(nameOf(places, desk, one) ?? "").replaceAll(/[\u2068\u2069]/g, "")}
          </option>
        ))}
      </select>
      <div class="row">
        {board.state === "proposed" && placed.room !== null && (
          <Act command={{ t: "exchange_seats", ...roundOf(desk), one: seat, other: with_ }} blocked={other === undefined || !canExchange(board, placed, other)} onDone={onClose}>
            {t("exchange")}
          </Act>
        )}
        <Act command={{ t: "bind_people", one: seat, other: with_, how: "together" }} blocked={none || bound === "together"} onDone={onClose}>
          {t("keep-together")}
        </Act>
        <Act command={{ t: "bind_people", one: seat, other: with_, how: "apart" }} blocked={none || bound === "apart"} onDone={onClose}>
          {t("keep-apart")}
        </Act>
      </div>
      <p class="small soft">{t("bonds-how")}</p>
    </section>
  );
}

/** What can be done for somebody in a room, or in none. */
export function PlacePanel({ desk, seat, onClose }: { desk: ConsoleView; seat: string; onClose: () => void }) {
  const { t } = useDoing();
  const { board } = desk;
  const placed = board === null ? undefined : placesOf(board).get(seat);
  if (board === null || placed === undefined) return <GonePanel onClose={onClose} />;
  const { person, room } = placed;
  const props = { desk, board, placed, onClose };
  return (
    <Dialog title={isolate(person.name)} onClose={onClose} class="person-panel">
      <p class="soft">{room === null ? t("loose") : t("placed-in", { number: room.number })}</p>
      <button type="button" class="button" onClick={onClose}>
        {t("close")}
      </button>
      <Rooms {...props} />
      <WithSomebody {...props} />
    </Dialog>
  );
}
