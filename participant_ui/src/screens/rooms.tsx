/** Breakouts: with whom, who has the time, what comes next. What is said there is spoken; the phone only keeps the time. */
import { TimeLeft } from "../../../realtime/client/look/TimeLeft";
import { isolate, personName } from "../../../realtime/client/strings";
import type { MemberView, RoomStepView, RoomsView, RoomView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { ToPages } from "./pages";
import { RoleCard } from "./rolecard";

interface RoomsProps {
  here: Here;
  stage: StageView;
  rooms: RoomsView;
}

const SECOND = 1000;
/** How long people have to find each other: only the light of that clock depends on it. */
const GATHER_SECONDS = 10;

/** "Mika and Jo", without marks around single words of the list. */
export function namesOf(members: MemberView[]): string {
  return new Intl.ListFormat(document.documentElement.lang || "en").format(members.map(personName));
}

function OutsideRooms({ here, stage, rooms }: RoomsProps) {
  const state = rooms.state;
  const meanwhile = rooms.round < rooms.rounds ? "rooms-next" : "rooms-last";
  const text = { before: "rooms-before", formed: meanwhile, running: meanwhile, finished: "rooms-over" }[state];
  return (
    <Frame here={here}>
      <Heading of={`stage ${stage.run} outside ${state}`}>{t(`${text}-heading`)}</Heading>
      <p>{t(text)}</p>
      {state === "before" && <p class="voice lead">{stage.prompt}</p>}
      <ToPages here={here} />
    </Frame>
  );
}

/** "You are the speaker. Mika is the listener." Without roles: whose step it is. */
function whoDoes(room: RoomView, place: number, step: RoomStepView): string {
  const me = room.members.find((member) => member.place === place);
  const others = room.members.filter((member) => member.place !== place);
  if (me?.role !== null && me?.role !== undefined) {
    const theirs = others.flatMap((member) => (member.role === null ? [] : [t("role-other", { name: personName(member), role: member.role })]));
    return [t("role-you", { role: isolate(me.role) }), ...theirs].join(" ");
  }
  if (step.places.length === 0) return t("step-all");
  if (step.places.includes(place)) return t("step-you");
  return t("step-other", { names: namesOf(others.filter((member) => step.places.includes(member.place))) });
}

function Formed({ here, stage, rooms, room, others }: RoomsProps & { room: RoomView; others: MemberView[] }) {
  const gathering = room.state === "gathering";
  const card = here.session.store.seat.value?.role ?? null;
  return (
    <Frame here={here}>
      <Heading of={`stage ${stage.run} room ${room.id}`}>
        {others.length === 0 ? t("room-alone-heading") : t("room-with", { names: namesOf(others), others: others.length })}
      </Heading>
      {others.length === 0 ? <p>{t("room-alone")}</p> : <p>{t(gathering ? "room-gathering" : "room-formed")}</p>}
      <p class="soft">{t("room-number", { number: room.number, round: rooms.round, rounds: rooms.rounds })}</p>
      {gathering && (
        <TimeLeft
          clock={here.session.store.clock}
          of={room.clock}
          total={GATHER_SECONDS * SECOND}
          label={t("room-starts")}
          spoken={(left) => t("room-starts-in", { left })}
        />
      )}
      <article class="sheet">
        <p class="voice lead">{stage.prompt}</p>
      </article>
      {card !== null && <RoleCard here={here} stage={stage} round={rooms.round} role={card} />}
      <ToPages here={here} />
    </Frame>
  );
}

/** How many steps one turn has: where the roles move on, the same steps come again at other places. All of them where they do not. */
function turnLength(steps: readonly RoomStepView[]): number {
  const comesAgain = (length: number): boolean => {
    const before = (index: number): RoomStepView | undefined => steps[index - length];
    const same = steps.every((step, index) => index < length || step.do === before(index)?.do);
    const moved = steps.some((step, index) => index >= length && step.places.join() !== before(index)?.places.join());
    return same && moved;
  };
  for (let length = 1; length < steps.length; length += 1) if (steps.length % length === 0 && comesAgain(length)) return length;
  return steps.length;
}

function Thread({ room }: { room: RoomView }) {
  const next = room.steps[room.step + 1];
  const length = turnLength(room.steps);
  const [turn, turns] = [Math.floor(room.step / length), room.steps.length / length];
  const step = room.step % length;
  return (
    <div class="stack tight">
      {turns > 1 && <p class="small strong centre">{t("turn-of", { turn: turn + 1, of: turns })}</p>}
      <ol class="thread" aria-label={t("step-of", { step: step + 1, of: length })}>
        {room.steps.slice(turn * length, (turn + 1) * length).map((_, index) => (
          <li key={index} class={index < step ? "done" : index === step ? "now" : undefined} />
        ))}
      </ol>
      <p class="small soft centre">{next === undefined ? t("step-last") : t("step-next", { step: next.do })}</p>
    </div>
  );
}

function Running({ here, stage, rooms, room, place, others }: RoomsProps & { room: RoomView; place: number; others: MemberView[] }) {
  const step = room.steps[room.step];
  const who = step === undefined ? "" : whoDoes(room, place, step);
  useAnnounced(step === undefined ? "" : `${step.do}. ${who}`);
  if (step === undefined) return null;
  const paused = room.clock.left !== null;
  const card = here.session.store.seat.value?.role ?? null;
  return (
    <Frame here={here}>
      <div class="stack tight">
        <Heading small of={`stage ${stage.run} room ${room.id} running`}>
          {step.do}
        </Heading>
        <p class={step.places.includes(place) ? "strong" : undefined}>{who}</p>
        {(card === null || others.length === 0) && (
          <p class="soft small">{others.length === 0 ? t("room-alone") : t("room-with", { names: namesOf(others), others: others.length })}</p>
        )}
      </div>
      {card === null ? (
        <article class="sheet">
          <p class="voice lead">{stage.prompt}</p>
        </article>
      ) : (
        <RoleCard here={here} stage={stage} round={rooms.round} role={card} />
      )}
      <div class="step-clock">
        <TimeLeft
          clock={here.session.store.clock}
          of={room.clock}
          total={step.seconds * SECOND}
          label={paused ? t("clock-stands") : ""}
          spoken={(left) => t("time-left", { step: step.do, left })}
        />
      </div>
      <Thread room={room} />
      <ToPages here={here} />
    </Frame>
  );
}

export function RoomsScreen({ here, stage, rooms }: RoomsProps) {
  const { seat, room: mine } = here.session.store;
  const room = mine.value;
  const place = seat.value?.place ?? null;
  if (room === null || place === null || rooms.state === "finished") return <OutsideRooms here={here} stage={stage} rooms={rooms} />;
  const others = room.members.filter((member) => member.place !== place);
  switch (room.state) {
    case "formed":
    case "gathering":
      return <Formed here={here} stage={stage} rooms={rooms} room={room} others={others} />;
    case "running":
      return <Running here={here} stage={stage} rooms={rooms} room={room} place={place} others={others} />;
    case "finished":
      return (
        <Frame here={here}>
          <Heading of={`stage ${stage.run} room ${room.id} finished`}>{t("room-finished-heading")}</Heading>
          <p>{others.length === 0 ? t("room-finished-alone") : t("room-finished", { names: namesOf(others) })}</p>
          <ToPages here={here} />
        </Frame>
      );
  }
}
