/** Breakouts: with whom, who has the time, what comes next. What is said there is spoken; the phone only keeps the time. */
import { useEffect } from "preact/hooks";

import { useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import { TimeLeft } from "../../../realtime/client/look/TimeLeft";
import type { InputView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import { t } from "../text";
import { RoleCard } from "./rolecard";
import { RoundChoices } from "./roomchoice";
import { PausedRoom, RoomFoot } from "./roomfoot";
import { MyPartnerIsMissing, QuietPartner } from "./roommissing";
import { RoomNews } from "./roomnews";
import { Company, type InRoomProps, MeetingLink, namesOf, ownRoom, presentOf, RoomNumber, type RoomsProps, Thread, whoDoes, withWhom } from "./roomparts";
import { fetchRoomParts, Later } from "./roomslater";
import { AfterRoom, NotFound, OutsideRooms, useLeftOut } from "./roomsoutside";

const SECOND = 1000;
/** How long people have to find each other, and how long announced rooms wait: only the light of those clocks depends on it. */
const GATHER_SECONDS = 10;

const roleOf = ({ here }: RoomsProps) => here.session.store.seat.value?.role ?? null;

/** The role's card, or what the room talks about. */
function Task(props: InRoomProps) {
  const { here, stage, rooms } = props;
  const role = roleOf(props);
  return role === null ? (
    <article class="sheet">
      <p class="voice lead">{stage.prompt}</p>
    </article>
  ) : (
    <RoleCard here={here} stage={stage} round={rooms.round} role={role} />
  );
}

/** What is there in every room besides the task. */
function More(props: InRoomProps) {
  const { here, stage, room } = props;
  return (
    <div class="stack tight">
      <MyPartnerIsMissing key={room.id} {...props} />
      <RoundChoices here={here} stage={stage} folded />
    </div>
  );
}

/** Announced: nobody is moved without warning, and nothing begins before one of them says so. */
function Go({ here, stage, rooms, room, others }: InRoomProps) {
  const { clock } = here.session.store;
  const left = useTick(clock, room.clock) ?? 0;
  const ready = left === 0;
  useAnnounced(ready ? t("room-go-what", { others: presentOf(others).length }) : "");
  if (!ready)
    return (
      <TimeLeft
        clock={clock}
        of={room.clock}
        total={GATHER_SECONDS * SECOND}
        label={t("room-go-soon")}
        spoken={(time) => t("room-go-in", { left: time })}
      />
    );
  return (
    <div class="stack tight">
      <button type="button" class="button main" onClick={() => void here.wish({ t: "begin_room", run: stage.run, round: rooms.round })}>
        <Icon name="go" />
        {t("room-go")}
      </button>
      <p class="soft">{t("room-go-what", { others: presentOf(others).length })}</p>
    </div>
  );
}

/** Which role is one's own, before its card. Somebody who observes has read so with the company. */
function OwnRole({ room, me, others }: InRoomProps) {
  const first = room.steps[0];
  if (first === undefined || me.role === null || me.watching) return null;
  return <p class="strong">{whoDoes(me, others, first)}</p>;
}

function Formed(props: InRoomProps) {
  const { here, stage, rooms, room, me, others } = props;
  const gathering = room.state === "gathering";
  const { clock } = here.session.store;
  return (
    <Frame here={here} foot={<RoomFoot {...props} />}>
      <RoomNews {...props} />
      <div class="stack tight">
        <RoomNumber room={room} rooms={rooms} />
        <Heading of={`stage ${stage.run} room ${room.id}`}>{withWhom(others)}</Heading>
        <Company me={me} others={others} />
        <p>{t(gathering ? "room-gathering" : "room-formed")}</p>
      </div>
      <QuietPartner key={room.id} {...props} />
      <MeetingLink link={room.link} main={gathering} />
      {gathering ? (
        <TimeLeft
          clock={clock}
          of={room.clock}
          total={GATHER_SECONDS * SECOND}
          label={t("room-starts")}
          spoken={(left) => t("room-starts-in", { left })}
        />
      ) : (
        <Go {...props} />
      )}
      <OwnRole {...props} />
      <Task {...props} />
      <More {...props} />
    </Frame>
  );
}

function StepClock({ here, room, small }: Pick<InRoomProps, "here" | "room"> & { small: boolean }) {
  const step = room.steps[room.step];
  if (step === undefined) return null;
  return (
    <TimeLeft
      clock={here.session.store.clock}
      of={room.clock}
      total={(room.ending ? Math.min(step.seconds, 60) : step.seconds) * SECOND}
      label={room.clock.left !== null ? t("clock-stands") : ""}
      spoken={(left) => t("time-left", { step: step.do, left })}
      small={small}
    />
  );
}

/** Beside a long card the clock stays in sight. */
function Strip({ here, room }: Pick<InRoomProps, "here" | "room">) {
  return (
    <div class="room-strip">
      <StepClock here={here} room={room} small />
      <Thread room={room} />
    </div>
  );
}

function Running(props: InRoomProps) {
  const { here, stage, rooms, room, me, others } = props;
  const step = room.steps[room.step];
  const who = step === undefined ? "" : whoDoes(me, others, step);
  useAnnounced(step === undefined ? "" : `${step.do}. ${who}`);
  if (step === undefined) return null;
  const card = roleOf(props);
  return (
    <Frame here={here} under={card === null ? undefined : <Strip here={here} room={room} />} foot={<RoomFoot {...props} />}>
      <RoomNews {...props} />
      <div class="stack tight">
        <Heading small of={`stage ${stage.run} room ${room.id} running`}>
          {step.do}
        </Heading>
        <p class={step.places.includes(me.place) ? "strong" : undefined}>{who}</p>
        {card === null && <p class="soft small">{withWhom(others)}</p>}
        <Company me={me} others={others} />
      </div>
      <QuietPartner key={room.id} {...props} />
      <Task {...props} />
      {card === null && (
        <>
          <div class="step-clock">
            <StepClock here={here} room={room} small={false} />
          </div>
          <Thread room={room} />
        </>
      )}
      <MeetingLink link={room.link} />
      <RoomNumber room={room} rooms={rooms} />
      <More {...props} />
    </Frame>
  );
}

/** Nobody else is there, and nobody could be put there: something for oneself until somebody comes. */
function Alone(props: InRoomProps) {
  const { here, stage, rooms, room, me, others } = props;
  const { state } = room;
  return (
    <Frame here={here} under={state === "running" ? <Strip here={here} room={room} /> : undefined} foot={<RoomFoot {...props} />}>
      <RoomNews {...props} />
      <div class="stack tight">
        <RoomNumber room={room} rooms={rooms} />
        <Heading of={`stage ${stage.run} room ${room.id} alone`}>{t("room-alone-heading")}</Heading>
        <p>{t("room-alone")}</p>
        <Company me={me} others={others} />
      </div>
      <article class="sheet stack">
        <p class="voice lead">{stage.prompt}</p>
        <Later until={<p class="soft">{t("solo-think")}</p>}>{(all) => <all.Solo />}</Later>
      </article>
      <MeetingLink link={room.link} />
      <More {...props} />
    </Frame>
  );
}

function RoomOver({ here, stage, room, others }: InRoomProps) {
  return (
    <Frame here={here}>
      <Heading of={`stage ${stage.run} room ${room.id} finished`}>{t(room.last ? "room-finished-last-heading" : "room-finished-heading")}</Heading>
      {others.length > 0 && <p>{t("room-finished", { names: namesOf(others) })}</p>}
      <p class="soft">{t(room.last ? "room-finished-all" : "room-finished-next")}</p>
      <AfterRoom here={here} stage={stage} />
      <div class="stack tight">
        {!room.last && <RoundChoices here={here} stage={stage} folded />}
        {room.last && (
          <button type="button" class="button quiet at-start" onClick={() => (here.over.value = "apart")}>
            <Icon name="people" />
            {t("apart")}
          </button>
        )}
      </div>
    </Frame>
  );
}

/** Until the first of its questions is answered. */
const NOTHING_ASKED: InputView = {
  type: "fields",
  options: [],
  pick: 1,
  steps: 0,
  items: [],
  max: 0,
  starter: "",
  fields: [],
  ask: "",
  x: [],
  y: [],
  cards: [],
  bins: [],
  rings: [],
  marks: [],
  mode: "points",
  send: [],
};

/** A page of its own that is still empty says that this phone was in a role play: it is asked about it afterwards. */
function useRolePlayed({ here, stage, rooms }: RoomsProps): void {
  const { store } = here.session;
  const plays = rooms.deck !== "" && store.room.value?.state === "running";
  const { stage: index, prompt } = stage;
  useEffect(() => {
    if (!plays || here.pages.of(index) !== null) return;
    const activity = store.shared.peek()?.activity?.title ?? "";
    here.pages.write({ stage: index, activity, prompt, asked: NOTHING_ASKED }, {});
  }, [plays, index, prompt, here, store]);
}

function InRoom(props: InRoomProps) {
  const { room, others } = props;
  if (room.state === "finished") return <RoomOver {...props} />;
  if (room.paused) return <PausedRoom {...props} />;
  if (presentOf(others).length === 0) return <Alone {...props} />;
  return room.state === "running" ? <Running {...props} /> : <Formed {...props} />;
}

export function RoomsScreen(props: RoomsProps) {
  const { here, rooms } = props;
  const { seat, room: mine } = here.session.store;
  const leftOut = useLeftOut(props);
  useRolePlayed(props);
  useEffect(() => void fetchRoomParts(), []);
  const room = mine.value;
  const own = ownRoom(props);
  if (seat.value?.away === true && rooms.state !== "finished" && room?.state !== "finished") return <NotFound {...props} own={own} />;
  return own === null ? <OutsideRooms {...props} leftOut={leftOut} /> : <InRoom {...own} />;
}
