/** What comes to a room from outside, above the task and never over it: a knock, a note, somebody on the way, the end. */
import { secondsText, useTick } from "../../../realtime/client/clock";
import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { isolate, personName } from "../../../realtime/client/strings";
import type { RoomView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import type { Here } from "../here";
import { t } from "../text";
import type { InRoomProps } from "./roomparts";

/** Session milliseconds before the end at which a room is told of it: the domain's `ENDING_SECONDS` and `LAST_SECONDS`. */
const [SOON, NOW] = [60_000, 10_000];

type Wish = Pick<InRoomProps, "here" | "stage" | "rooms" | "room">;

/** Any of them answers for all. Who knocks learns yes or not now, and not from whom. */
function Knock({ here, stage, rooms, room }: Wish) {
  const says = { none: "", knocking: "knock-ask", welcome: "knock-coming", later: "knock-later" }[room.knock];
  const words = says === "" ? "" : t(says);
  useAnnounced(words);
  const answer = (welcome: boolean) => () => void here.wish({ t: "answer_knock", run: stage.run, round: rooms.round, welcome });
  if (words === "") return null;
  if (room.knock !== "knocking") return <p class={room.knock === "welcome" ? "tag lamp" : "small soft"}>{words}</p>;
  return (
    <section class="sheet stack tight" aria-label={t("knock")}>
      <p class="strong">{words}</p>
      <div class="segments">
        <button type="button" class="button" onClick={answer(true)}>
          {t("knock-in")}
        </button>
        <button type="button" class="button" onClick={answer(false)}>
          {t("knock-not-now")}
        </button>
      </div>
    </section>
  );
}

/** Until somebody has come, or the room needs nobody any more. That somebody comes is said once they have said so: `knock-coming`. */
function Called({ room }: { room: RoomView }) {
  const words = room.called && room.knock !== "welcome" ? t("room-called") : "";
  useAnnounced(words);
  return words === "" ? null : (
    <p class="tag care">
      <Icon name="care" />
      {words}
    </p>
  );
}

function RoomNote({ note }: { note: string | null }) {
  const words = note === null ? "" : `${t("room-note")} ${note}`;
  useAnnounced(words);
  return note === null ? null : (
    <p class="row note">
      <Icon name="note" />
      <span class="grow">
        <span class="small soft">{t("room-note")}</span> <span class="voice">{note}</span>
      </span>
    </p>
  );
}

/** Which of its two calm lines a room reads; null: neither yet. A last step that is short anyway needs no warning a minute ahead. */
export function endingOf(room: RoomView, left: number | null): "soon" | "now" | null {
  const step = room.steps[room.step];
  if (left === null || step === undefined || (!room.ending && room.step < room.steps.length - 1)) return null;
  if (left <= NOW) return "now";
  return left <= SOON && (room.ending || step.seconds * 1000 >= SOON) ? "soon" : null;
}

function Ending({ here, room, me }: Pick<InRoomProps, "here" | "room" | "me">) {
  const left = useTick(here.session.store.clock, room.clock);
  const ending = endingOf(room, left);
  const then = t(room.last ? "ending-then-all" : "ending-then-round");
  const words = ending === null ? "" : ending === "now" ? t("ending-now") : `${t("ending-soon")} ${then}`;
  useAnnounced(words);
  if (words === "") return null;
  const card = here.session.store.seat.value?.role ?? null;
  return (
    <Banner icon="clock">
      {words}
      {card !== null && <span class="small out-of-role">{t("ending-role", { name: personName(me), role: isolate(card.role) })}</span>}
    </Banner>
  );
}

export function RoomNews(props: InRoomProps) {
  const { here, room, me } = props;
  return (
    <>
      <Knock {...props} />
      {!room.paused && <Called room={room} />}
      <RoomNote note={room.note} />
      {room.state === "running" && !room.paused && <Ending here={here} room={room} me={me} />}
    </>
  );
}

/** The time that stands, in words for readers too. */
export function StandingTime({ here, room }: { here: Here; room: RoomView }) {
  const left = here.session.store.clock.left(room.clock);
  return left === null || room.state !== "running" ? null : <p class="soft num">{t("paused-left", { left: secondsText(left) })}</p>;
}
