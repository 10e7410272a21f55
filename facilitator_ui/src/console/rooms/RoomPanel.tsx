import { useEffect, useState } from "preact/hooks";

import { Icon } from "../../../../realtime/client/look/Icon";
import { isolate } from "../../../../realtime/client/strings";
import type { BoardRoomView, BoardView, ConsoleView } from "../../../../realtime/client/wire";
import { Act } from "../Act";
import { NOTE_LENGTH } from "../CardPanels";
import { useDoing } from "../context";
import { Dialog } from "../Dialog";
import { Visit } from "./Visit";
import { roundOf } from "./wishes";

interface Props {
  desk: ConsoleView;
  board: BoardView;
  room: BoardRoomView;
  onClose: () => void;
}

function Time({ desk, room }: Props) {
  const { t } = useDoing();
  const give = { t: "give_room_time" as const, ...roundOf(desk), room: room.id };
  return (
    <>
      <Act command={{ ...give, minutes: 1 }}>{t("minute-more")}</Act>
      <Act command={{ ...give, minutes: -1 }}>{t("minute-less")}</Act>
    </>
  );
}

function Note({ desk, room, onClose }: Props) {
  const { t } = useDoing();
  const [text, setText] = useState("");
  const said = text.trim();
  const send = { t: "send_room_note" as const, ...roundOf(desk), room: room.id };
  return (
    <section class="stack tight" aria-labelledby="room-note-title">
      <h3 id="room-note-title" class="label">
        {t("room-note")}
      </h3>
      {room.note !== null && (
        <div class="banner night note-now">
          <p class="grow">
            <span class="label">{t("room-note-now")}</span> {room.note}
          </p>
          <Act command={{ ...send, text: "" }}>{t("room-note-clear")}</Act>
        </div>
      )}
      <label class="field">
        <span class="small soft">{t("room-note-how")}</span>
        <textarea rows={2} maxLength={NOTE_LENGTH} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="row">
        <Act command={{ ...send, text: said }} blocked={said === ""} onDone={onClose}>
          {t("room-note-send")}
        </Act>
      </div>
    </section>
  );
}

function Join({ desk, board, room, onClose }: Props) {
  const { t } = useDoing();
  const [into, setInto] = useState("");
  const others = board.rooms.filter((other) => other.id !== room.id && other.state !== "finished");
  if (others.length === 0 || room.people.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="join-rooms-title">
      <h3 id="join-rooms-title" class="label">
        {t("join-rooms")}
      </h3>
      <div class="row">
        <select aria-label={t("join-rooms")} value={into} onChange={(event) => setInto(event.currentTarget.value)}>
          <option value="">{t("choose-room")}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {`${t("room", { number: other.number })}: ${other.people.map(({ name }) => name).join(", ")}`}
            </option>
          ))}
        </select>
        <Act command={{ t: "join_rooms", ...roundOf(desk), room: room.id, into }} blocked={into === ""} onDone={onClose}>
          {t("join-rooms-yes")}
        </Act>
      </div>
      <p class="small soft">{t("join-rooms-how")}</p>
    </section>
  );
}

/** Everything for one room: time, a visit, a note, its end. Goes away by itself when the room is over. */
export function RoomPanel({ desk, room: id, onClose }: { desk: ConsoleView; room: string; onClose: () => void }) {
  const { t } = useDoing();
  const { board } = desk;
  const room = board?.rooms.find((one) => one.id === id);
  const over = board === null || room === undefined || room.state === "finished";
  useEffect(() => {
    if (over) onClose();
  }, [over, onClose]);
  if (over) return null;
  const begun = room.state === "running" || room.state === "gathering";
  const props = { desk, board, room, onClose };
  return (
    <Dialog title={t("room", { number: room.number })} onClose={onClose} class="person-panel">
      <p class="soft">{room.people.map(({ name }) => isolate(name)).join(", ")}</p>
      <button type="button" class="button" onClick={onClose}>
        {t("close")}
      </button>
      <div class="row">
        <Visit desk={desk} room={room} />
        {room.state === "running" && <Time {...props} />}
        {room.link !== null && (
          <a class="button slim" href={room.link} target="_blank" rel="noreferrer">
            <Icon name="screen" />
            {t("room-link")}
          </a>
        )}
      </div>
      <Note {...props} />
      <Join {...props} />
      {room.state === "running" && !room.ending && (
        <section class="stack tight" aria-labelledby="close-room-title">
          <h3 id="close-room-title" class="label">
            {t("close-room-title")}
          </h3>
          <div class="row">
            <Act command={{ t: "close_room", ...roundOf(desk), room: room.id }} onDone={onClose}>
              {t("close-room")}
            </Act>
          </div>
          <p class="small soft">{t("close-room-how")}</p>
        </section>
      )}
      {!begun && <p class="small soft">{t("room-unbegun")}</p>}
    </Dialog>
  );
}
