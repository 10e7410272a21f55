/** Somebody in no room: before, meanwhile, after, and when the others could not find them. Says why, as far as this phone knows. */
import { useEffect, useRef } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import { t } from "../text";
import { RoundChoices } from "./roomchoice";
import { RoomFoot } from "./roomfoot";
import { type InRoomProps, presentOf, type RoomsProps } from "./roomparts";
import { Later } from "./roomslater";

/** Whether this phone was here when the rooms of this round became known, would have liked one, and had none. */
export function useLeftOut({ here, stage, rooms }: RoomsProps): boolean {
  const { seat, room } = here.session.store;
  const known = rooms.state === "formed" || rooms.state === "running";
  const before = useRef<{ run: number; round: number; out: boolean } | null>(null);
  const last = before.current;
  const round = known ? rooms.round : 0;
  if (last === null || last.run !== stage.run || last.round !== round) {
    const watched = last !== null && last.run === stage.run;
    const would = seat.value?.choice !== "sit_out" && seat.value?.away === false;
    before.current = { run: stage.run, round, out: watched && known && would && room.value === null };
  }
  return (before.current?.out ?? false) && room.value === null;
}

/** What was asked for in private can only be the reason where something was asked for: the phone asks, and nobody else is told. */
function LeftOut({ here, stage, rooms }: RoomsProps) {
  const { names, line, seat } = here.session.store;
  const live = line.value === "live";
  useEffect(() => void (live && here.session.askNames()), [live, here.session]);
  const asked = (names.value ?? []).some(({ apart }) => apart);
  const why = t(asked && seat.value?.choice === "take_part" ? "rooms-unmet" : "rooms-none");
  useAnnounced(why);
  return (
    <>
      <Heading of={`stage ${stage.run} without a room ${rooms.round}`}>{t("rooms-none-heading")}</Heading>
      <p>{why}</p>
      <p class="soft">{t(rooms.round < rooms.rounds ? "rooms-then-next" : "rooms-then-all")}</p>
    </>
  );
}

/** No rooms could be made, because of what this phone asked for: told to it alone. For all others nothing has happened yet. */
function UnmetYet({ stage }: RoomsProps) {
  const why = t("rooms-unmet-yet");
  useAnnounced(why);
  return (
    <>
      <Heading of={`stage ${stage.run} no rooms yet`}>{t("rooms-unmet-yet-heading")}</Heading>
      <p>{why}</p>
    </>
  );
}

type Outside = RoomsProps & { leftOut: boolean };

/** The words for `state`, as the ids of a heading and of what stands under it. */
function wordsOf({ here, rooms }: RoomsProps): string {
  if (rooms.state === "before") return "rooms-before";
  if (rooms.state === "finished") return "rooms-over";
  if (here.session.store.seat.value?.choice === "sit_out") return "rooms-sit-out";
  return rooms.round < rooms.rounds ? "rooms-next" : "rooms-last";
}

export function OutsideRooms({ here, stage, rooms, leftOut }: Outside) {
  const props = { here, stage, rooms };
  const text = wordsOf(props);
  const over = rooms.state === "finished";
  const { unmet, seat } = here.session.store;
  const unmetNow = unmet.value && seat.value?.choice === "take_part";
  return (
    <Frame here={here}>
      {unmetNow && rooms.state === "before" ? (
        <UnmetYet {...props} />
      ) : leftOut ? (
        <LeftOut {...props} />
      ) : (
        <>
          <Heading of={`stage ${stage.run} outside ${text}`}>{t(`${text}-heading`)}</Heading>
          <p>{t(text)}</p>
          {unmetNow && over && <p class="soft">{t("rooms-unmet-over")}</p>}
        </>
      )}
      {rooms.state === "before" && <p class="voice lead">{stage.prompt}</p>}
      {over ? <AfterRoom here={here} stage={stage} /> : <RoundChoices here={here} stage={stage} />}
    </Frame>
  );
}

/** After a role play this phone was in: three private taps, and nothing at all where they have not reached it. */
export function AfterRoom({ here, stage }: Pick<RoomsProps, "here" | "stage">) {
  if (here.pages.of(stage.stage) === null) return null;
  return <Later until={null}>{(all) => <all.Debrief here={here} stage={stage} />}</Later>;
}

/** The others could not find this phone's person, who may be beside them all the same. */
export function NotFound({ here, stage, rooms, own }: RoomsProps & { own: InRoomProps | null }) {
  return (
    <Frame here={here} foot={own === null ? undefined : <RoomFoot {...own} />}>
      <Heading of={`stage ${stage.run} not found`}>{t("away-heading")}</Heading>
      <p>{t("away")}</p>
      <button type="button" class="button main" onClick={() => void here.wish({ t: "find_partner", run: stage.run, round: rooms.round })}>
        <Icon name="check" />
        {t("away-here")}
      </button>
      <p class="soft">{t(own !== null && presentOf(own.others).length > 0 ? "away-then-back" : "away-then-other")}</p>
      <RoundChoices here={here} stage={stage} folded />
    </Frame>
  );
}
