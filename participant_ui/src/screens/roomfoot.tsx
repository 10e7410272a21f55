/** The three ways out of a scene, always in the same place, with the stop word above them; and the screen of a room that stands still. */
import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand } from "../../../realtime/client/wire";
import { Frame } from "../frame";
import { Heading } from "../heading";
import { t } from "../text";
import { RoomNews, StandingTime } from "./roomnews";
import { type InRoomProps, presentOf } from "./roomparts";

type Wish = Pick<InRoomProps, "here" | "stage" | "rooms" | "room">;

function Call({ here, stage, rooms, room }: Wish) {
  const call = !room.called;
  return (
    <button type="button" class="button" onClick={() => void here.wish({ t: "call_facilitator", run: stage.run, round: rooms.round, call })}>
      <Icon name={call ? "person" : "check"} />
      {t(call ? "room-call" : "room-call-back")}
    </button>
  );
}

export function RoomFoot({ here, stage, rooms, room }: Wish) {
  const role = here.session.store.seat.value?.role ?? null;
  const own = { run: stage.run, round: rooms.round };
  const wish = (command: ClientCommand) => () => void here.wish(command);
  return (
    <div class="room-foot">
      <p class="small soft">{t("stop-word")}</p>
      {room.paused ? (
        <button type="button" class="button" onClick={wish({ t: "go_on_room", ...own })}>
          <Icon name="go" />
          {t("room-go-on")}
        </button>
      ) : (
        <button type="button" class="button care" onClick={wish({ t: "pause_room", ...own })}>
          <Icon name="pause" />
          {t("room-pause")}
        </button>
      )}
      {!room.paused && role?.maySwap === true && role.scene !== "" && (
        <button type="button" class="button" onClick={wish({ t: "swap_scene", ...own, scene: role.scene })}>
          <Icon name="swap" />
          {t("scene-other")}
        </button>
      )}
      <Call here={here} stage={stage} rooms={rooms} room={room} />
      {room.paused && (
        <button type="button" class="button" onClick={wish({ t: "rest" })}>
          <Icon name="rest" />
          {t("room-stop-here")}
        </button>
      )}
    </div>
  );
}

/** The same for all in the room, whoever tapped: nobody is told who. */
export function PausedRoom(props: InRoomProps) {
  const { here, stage, room, others } = props;
  const { called } = room;
  return (
    <Frame here={here} foot={<RoomFoot {...props} />}>
      <RoomNews {...props} />
      <div class="hold big stack centre calm">
        <Heading of={`stage ${stage.run} room ${room.id} ${called ? "called" : "paused"}`}>
          {called ? t("called-heading") : t("paused-heading", { people: presentOf(others).length + 1 })}
        </Heading>
        <p>{t(called ? "called" : "paused")}</p>
        <StandingTime here={here} room={room} />
      </div>
      <p class="soft centre">{t("paused-then")}</p>
    </Frame>
  );
}
