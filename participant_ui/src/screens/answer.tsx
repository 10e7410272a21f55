/** A stage that asks something without names: the form, what is held, and what became of it. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { useTick } from "../../../realtime/client/clock";
import type { HeldAnswer } from "../../../realtime/client/held";
import { REFUSALS } from "../../../realtime/client/refusals";
import type { StageView, TallyView, WallView } from "../../../realtime/client/wire";
import { announce, useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { cardIn } from "../mycards";
import { t } from "../text";
import { AsideSaid } from "./aside";
import { Begun } from "./begun";
import { AnswerForm } from "./form";
import { LeavingScreen } from "./leaving";
import { OwnWords } from "./ownwords";
import { TallyClosed } from "./tally";
import { WallClosed } from "./wall";

export interface AnswerProps {
  here: Here;
  stage: StageView;
  body: TallyView | WallView;
}

const MINUTE = 60_000;

/** The answer that stands on this phone for a stage, or null: none given, or taken back. */
export function standing(held: HeldAnswer | null): HeldAnswer | null {
  return held === null || (held.answer.t === "taken_back" && !held.wiped) || held.state === "refused" ? null : held;
}

/** About how long it stays open: a clock at zero offers to close, it never closes by itself. */
export function AboutMinutes({ here, stage }: { here: Here; stage: StageView }) {
  const left = useTick(here.session.store.clock, stage.clock);
  if (left === null || left === 0) return null;
  return <span>{t("open-about", { minutes: Math.max(1, Math.round(left / MINUTE)) })}</span>;
}

/** The sentence about this phone's own answer once the stage has closed; empty where there is none. */
export function becameOf(held: HeldAnswer | null): string {
  if (held === null || held.answer.t === "taken_back") return "";
  switch (held.state) {
    case "included":
      return held.answer.t === "pass" ? "" : t("became-included");
    case "not_included":
      return t(cardIn(held.answer) === null ? "became-lost" : "became-lost-card");
    case "refused":
      return t("became-refused");
    case "sending":
    case "unconfirmed":
      return t("became-unconfirmed");
    case "held":
    case "dropped":
      return "";
  }
}

/** What stands over a picture or a wall that is out: by then the prompt asks for nothing any more. */
export const overOf = ({ title, prompt }: StageView): string => title ?? prompt;

/** Says it, also when the screen opens with it; what was on a page that somebody looked at is not told again later. */
export function useBecame(here: Here, run: number, became: string): void {
  useEffect(() => {
    if (became === "") return;
    announce(became);
    if (document.visibilityState === "visible") here.session.held.tell(run);
  }, [here, run, became]);
}

function HeldScreen({ here, stage, body, held }: AnswerProps & { held: HeldAnswer }) {
  const { answer, state, refusal } = held;
  const sending = state === "sending";
  const heading =
    answer.t === "pass"
      ? sending
        ? "pass-sending"
        : "passed-heading"
      : body.t === "wall"
        ? sending
          ? "card-sending"
          : "card-held"
        : sending
          ? "answer-sending"
          : "answer-held";
  useAnnounced(t(heading));
  const change = (): void => here.drafts.change(stage.run, { changing: true });
  const takeBack = (): void => {
    here.drafts.change(stage.run, { changing: false });
    here.session.answer(stage.run, body.input, { t: "taken_back" });
  };
  return (
    <Frame here={here} foot={<FootClock here={here} stage={stage} />}>
      <Heading of={`stage ${stage.run} held`}>{t(heading)}</Heading>
      {refusal !== null && (
        <Banner icon="warn" tone="care">
          {t("change-refused")} {t(REFUSALS[refusal])}
        </Banner>
      )}
      <OwnWords input={body.input} answer={answer} />
      {(answer.t === "text" || answer.t === "fields") && <AsideSaid aside={answer.aside} />}
      <p>{sending ? t("sending-kept") : t(answer.t === "pass" ? "passed" : body.t === "wall" ? "card-held-then" : "answer-held-then")}</p>
      {here.hasWritten && cardIn(answer) !== null && (
        <p class="row small soft">
          <Icon name="card" />
          <span class="grow">{t("written-where")}</span>
        </p>
      )}
      <div class="row">
        <button type="button" class="button" onClick={change}>
          {t("change")}
        </button>
        <button type="button" class="button" onClick={takeBack}>
          {t("take-back")}
        </button>
      </div>
    </Frame>
  );
}

function FootClock({ here, stage }: { here: Here; stage: StageView }) {
  const left = here.session.store.clock.left(stage.clock);
  if (left === null || left === 0) return <p class="soft small">{t("open-still")}</p>;
  return (
    <Banner icon="clock">
      <AboutMinutes here={here} stage={stage} />
    </Banner>
  );
}

/** Gathering, or too few: nothing to do here for now, and the words say why. */
function Between({ here, stage, heading, children }: { here: Here; stage: StageView; heading: string; children: ComponentChildren }) {
  return (
    <Frame here={here}>
      <Heading of={`stage ${stage.run} ${stage.phase}`}>{heading}</Heading>
      {children}
    </Frame>
  );
}

export function AnswerStage({ here, stage, body }: AnswerProps) {
  const held = here.session.held.byRun.value[stage.run] ?? null;
  const mine = standing(held);
  const floor = here.session.store.shared.value?.floor ?? 0;
  const changing = here.drafts.of(stage.run).value.changing;
  const waits = here.leaving.now.value;
  switch (stage.phase) {
    case "open":
      if (waits?.run === stage.run) return <LeavingScreen here={here} stage={stage} body={body} waits={waits} before={mine !== null} />;
      return mine !== null && !changing ? (
        <HeldScreen here={here} stage={stage} body={body} held={mine} />
      ) : (
        <AnswerForm here={here} stage={stage} body={body} held={held} />
      );
    case "closing":
      return (
        <Between here={here} stage={stage} heading={t("closing-heading")}>
          <p>{mine === null ? t("closing-without") : t("closing-with")}</p>
          {mine === null && <Begun here={here} stage={stage} body={body} held={held} />}
        </Between>
      );
    case "short":
      return (
        <Between here={here} stage={stage} heading={t("short-heading")}>
          <p>{t("short", { floor })}</p>
          {mine !== null && <p class="soft">{t("short-yours")}</p>}
        </Between>
      );
    case "closed":
      if (stage.outcome === "discarded" || stage.outcome === "spoken")
        return (
          <Between here={here} stage={stage} heading={t(`${stage.outcome}-heading`)}>
            <p>{t(stage.outcome)}</p>
            {stage.outcome === "spoken" && <p class="voice lead">{stage.prompt}</p>}
            <Begun here={here} stage={stage} body={body} held={held} />
          </Between>
        );
      return body.t === "tally" ? (
        <TallyClosed here={here} stage={stage} tally={body} held={held} />
      ) : (
        <WallClosed here={here} stage={stage} wall={body} held={held} />
      );
  }
}
