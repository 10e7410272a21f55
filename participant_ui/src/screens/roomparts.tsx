/** What the screens of a room share: who is in it, whose step it is, how its turns go. */
import { RoomMark } from "../../../realtime/client/look/RoomMark";
import { Icon } from "../../../realtime/client/look/Icon";
import { isolate, personName } from "../../../realtime/client/strings";
import type { MemberView, RoomStepView, RoomsView, RoomView, StageView } from "../../../realtime/client/wire";
import type { Here } from "../here";
import { t } from "../text";

export interface RoomsProps {
  here: Here;
  stage: StageView;
  rooms: RoomsView;
}

export interface InRoomProps extends RoomsProps {
  room: RoomView;
  me: MemberView;
  others: MemberView[];
}

/** The room this phone's person is in now, also while the others there could not find them; null: none. */
export function ownRoom(props: RoomsProps): InRoomProps | null {
  const { seat, room: mine } = props.here.session.store;
  const room = mine.value;
  const me = room?.members.find(({ place }) => place === seat.value?.place);
  if (room === null || me === undefined || props.rooms.state === "finished") return null;
  return { ...props, room, me, others: room.members.filter((member) => member !== me) };
}

/** Those whom nobody has missed. */
export const presentOf = (others: MemberView[]): MemberView[] => others.filter(({ away }) => !away);

/** "Mika and Jo", without marks around single words of the list. */
export function namesOf(members: MemberView[]): string {
  return new Intl.ListFormat(document.documentElement.lang || "en").format(members.map(personName));
}

/** "You are with Mika." Those who only observe are named apart, see `Company`. */
export function withWhom(others: MemberView[]): string {
  const present = presentOf(others);
  const taking = present.filter(({ watching }) => !watching);
  const named = taking.length > 0 ? taking : present;
  return t("room-with", { names: namesOf(named), others: named.length });
}

/** Who observes, what observing is, and who was not found. */
export function Company({ me, others }: Pick<InRoomProps, "me" | "others">) {
  const present = presentOf(others);
  const watching = present.filter((member) => member.watching);
  const away = others.filter((member) => member.away);
  return (
    <>
      {me.watching && <p>{t("room-you-observe")}</p>}
      {watching.length > 0 && watching.length < present.length && (
        <p class="small soft">{t("room-observes", { names: namesOf(watching), count: watching.length })}</p>
      )}
      {away.length > 0 && <p class="small soft">{t("room-not-found", { names: namesOf(away), count: away.length })}</p>}
    </>
  );
}

export function RoomNumber({ room, rooms }: Pick<InRoomProps, "room" | "rooms">) {
  return (
    <p class="row small soft">
      <RoomMark number={room.number}>{t("room-number", { number: room.number })}</RoomMark>
      {rooms.rounds > 1 && <span>{t("room-round", { round: rooms.round, rounds: rooms.rounds })}</span>}
    </p>
  );
}

/** "You are the speaker. Mika is the listener." Without roles: whose step it is. */
export function whoDoes(me: MemberView, others: MemberView[], step: RoomStepView): string {
  const present = presentOf(others);
  if (me.role !== null && !me.watching) {
    const known = present.filter(({ watching }) => !watching);
    const theirs = known.flatMap((member) => (member.role === null ? [] : [t("role-other", { name: personName(member), role: member.role })]));
    return [t("role-you", { role: isolate(me.role) }), ...theirs].join(" ");
  }
  if (step.places.length === 0) return t("step-all");
  if (step.places.includes(me.place)) return t("step-you");
  return t("step-other", { names: namesOf(others.filter((member) => step.places.includes(member.place))) });
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

export function Thread({ room }: { room: RoomView }) {
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
      <p class="small soft centre">{next === undefined || room.ending ? t("step-last") : t("step-next", { step: next.do })}</p>
    </div>
  );
}

const HOST = /^https?:\/\/([^/?#]+)/i;

/** Where people are apart: their organization's own video service, in a tab of its own that learns nothing of this page. */
export function MeetingLink({ link, main = false }: { link: string | null; main?: boolean }) {
  const host = link === null ? undefined : HOST.exec(link)?.[1];
  if (link === null || host === undefined) return null;
  return (
    <div class="stack tight">
      <a class={main ? "button main" : "button wide"} href={link} target="_blank" rel="noopener noreferrer">
        <Icon name="rooms" />
        {t("room-meet")}
      </a>
      <p class="small soft">{t("room-meet-where", { host: isolate(host) })}</p>
    </div>
  );
}
