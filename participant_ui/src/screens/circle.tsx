/** A round of turns: who speaks, who is next, and in one's own turn three ways on that look alike. A sleeping phone loses nothing. */
import { useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { TimeLeft } from "../../../realtime/client/look/TimeLeft";
import { Truth } from "../../../realtime/client/look/Truth";
import { personName } from "../../../realtime/client/strings";
import type { CircleView, ClientCommand, SeatView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";
import { Fishbowl } from "./fishbowl";

interface CircleProps {
  here: Here;
  stage: StageView;
  circle: CircleView;
}

/** Done and Pass are the same wish: nobody can tell them apart, on the line neither. */
function TurnButtons({ here, stage, circle }: CircleProps) {
  const [asked, setAsked] = useState<number | null>(null);
  const { run } = stage;
  const { turn } = circle;
  const wish = async (command: ClientCommand): Promise<void> => {
    if (asked === turn) return; // a second tap must not end the next person's turn, nor be told off
    setAsked(turn);
    if (!(await here.wish(command))) setAsked(null);
  };
  const waits = asked === turn;
  const end = (): void => void wish({ t: "end_turn", run, turn });
  return (
    <>
      <button type="button" class="button" aria-disabled={waits} onClick={() => void wish({ t: "put_later", run, turn })}>
        <Icon name="swap" />
        {t("turn-later")}
      </button>
      <button type="button" class="button" aria-disabled={waits} onClick={end}>
        <Icon name="pass" />
        {t("pass")}
      </button>
      <button type="button" class="button" aria-disabled={waits} onClick={end}>
        <Icon name="check" />
        {t("turn-done")}
      </button>
    </>
  );
}

/** What this person's place in the round is called. */
function placeIn(turn: SeatView["turn"], circle: CircleView): string {
  const name = circle.now === null ? "" : personName(circle.now);
  switch (turn) {
    case "now":
      return t("turn-now-heading");
    case "next":
      return name === "" ? t("turn-next-heading") : t("turn-next-after", { name });
    case "later":
    case "done":
    case "inside":
    case "asking":
    case null:
      return name === "" ? t("turn-between") : t("turn-speaks", { name });
  }
}

/** `inside` and `asking` are places of a fishbowl: in a round nobody has them. */
const SAYS = { now: "turn-now", next: "turn-next", later: "turn-waits", done: "turn-had", inside: "turn-listen", asking: "turn-listen" } as const;

function Running({ here, stage, circle }: CircleProps) {
  const turn = here.session.store.seat.value?.turn ?? null;
  const heading = placeIn(turn, circle);
  const mine = turn === "now";
  const paused = circle.clock.left !== null;
  // How much time the turn had, as far as this phone saw: only the light of the clock depends on it.
  const longest = useRef({ turn: circle.turn, total: 0 });
  const left = here.session.store.clock.left(circle.clock) ?? 0;
  longest.current = { turn: circle.turn, total: circle.turn === longest.current.turn ? Math.max(left, longest.current.total) : left };
  const foot = mine ? <TurnButtons here={here} stage={stage} circle={circle} /> : <Truth icon="phone">{t("turn-sleep")}</Truth>;
  return (
    <Frame here={here} foot={foot} threeFold={mine}>
      <div class="stack tight">
        <Heading of={`stage ${stage.run} ${mine ? `turn ${circle.turn}` : (turn ?? "listens")}`}>{heading}</Heading>
        <p>{t(turn === null ? "turn-listen" : SAYS[turn])}</p>
      </div>
      <article class="sheet">
        <p class="voice lead">{stage.prompt}</p>
      </article>
      <div class="step-clock">
        <TimeLeft
          clock={here.session.store.clock}
          of={circle.clock}
          total={longest.current.total}
          label={paused ? t("clock-stands") : ""}
          spoken={(time) => t("time-left", { step: heading, left: time })}
        />
      </div>
      {mine && <TruthOf route="turn" here={here} />}
      <p class="small soft centre">
        {circle.next !== null && turn !== "next" && <>{t("turn-then", { name: personName(circle.next) })} </>}
        {t("turn-count", { done: circle.done, of: circle.of })}
      </p>
    </Frame>
  );
}

export function CircleScreen({ here, stage, circle }: CircleProps) {
  const turn = here.session.store.seat.value?.turn ?? null;
  useAnnounced(circle.state === "running" && circle.mode === "round" ? placeIn(turn, circle) : "");
  if (circle.mode === "fishbowl" && circle.state !== "finished") return <Fishbowl here={here} stage={stage} circle={circle} />;
  if (circle.state === "running" && circle.mode === "round") return <Running here={here} stage={stage} circle={circle} />;
  const before = circle.mode === "open" ? "circle-before-open" : "circle-before-round";
  const id = { before, running: "circle-open", finished: "circle-over" }[circle.state];
  return (
    <Frame here={here} foot={<Truth icon="phone">{t("turn-sleep")}</Truth>}>
      <div class="stack tight">
        <Heading of={`stage ${stage.run} ${circle.state}`}>{circle.state === "finished" ? t("circle-over-heading") : stage.prompt}</Heading>
        <p>{t(id)}</p>
      </div>
      {circle.state === "finished" && <p class="voice lead soft">{stage.prompt}</p>}
    </Frame>
  );
}
