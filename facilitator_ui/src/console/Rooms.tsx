import { secondsText, useTick } from "../../../realtime/client/clock";
import { isolate } from "../../../realtime/client/strings";
import type { ConsoleView, SharedView, TileView } from "../../../realtime/client/wire";
import { useStepBell } from "../bell";
import { useDoing } from "./context";
import { SoundButton } from "./SoundButton";

function Tile({ room }: { room: TileView }) {
  const { t, store } = useDoing();
  const left = useTick(store.clock, room.clock);
  const inTurns = room.state === "running" && room.turns > 1;
  return (
    <li class="tile">
      <div class="row small">
        <strong class="grow">{t("room", { number: room.number })}</strong>
        {left !== null && <time class="num">{secondsText(left)}</time>}
      </div>
      <p class="hold">
        {room.people.map((name) => (
          <span key={name} class="name">
            {isolate(name)}
          </span>
        ))}
      </p>
      <p class="small soft">{t(inTurns ? "room-turn" : `room-${room.state}`, { step: room.step, turn: room.turn, turns: room.turns })}</p>
    </li>
  );
}

/** Who is where and at which step. What is said in a room is not here, because it is nowhere. */
export function Rooms({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, sound } = useDoing();
  useStepBell(desk.rooms, sound.value);
  if (shared.stage?.body.t !== "rooms" || desk.rooms.length === 0) return null;
  const { deck } = shared.stage.body;
  return (
    <section class="stack" aria-labelledby="rooms-title">
      <div class="row">
        <h2 id="rooms-title" class="title small-title">
          {t("rooms")}
        </h2>
        <span class="soft small grow">
          {deck !== "" && `${t("rooms-deck", { deck })} `}
          {t("rooms-private")}
        </span>
        <SoundButton />
      </div>
      <ul class="tiles">
        {desk.rooms.map((room) => (
          <Tile key={room.number} room={room} />
        ))}
      </ul>
    </section>
  );
}
