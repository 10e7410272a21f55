/** The pause before a long card leaves, where its stage is on the screen. */
import { Banner } from "../../../realtime/client/look/Banner";
import type { StageView, TallyView, WallView } from "../../../realtime/client/wire";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import type { Waiting } from "../leaving";
import { t } from "../text";
import { AsideSaid } from "./aside";
import { OwnWords } from "./ownwords";

interface LeavingProps {
  here: Here;
  stage: StageView;
  body: TallyView | WallView;
  waits: Waiting;
  /** One that was given before is held. */
  before: boolean;
}

export function LeavingScreen({ here, stage, body, waits, before }: LeavingProps) {
  const foot = (
    <>
      <button type="button" class="button" onClick={() => here.leaving.takeBack()}>
        {t("take-back")}
      </button>
      <button type="button" class="button main" onClick={() => here.leaving.tapSend()}>
        {t("leaving-now")}
      </button>
    </>
  );
  return (
    <Frame here={here} foot={foot}>
      <Heading of={`stage ${stage.run} leaving`}>{t("leaving-heading")}</Heading>
      <Banner icon="clock">
        <strong class="num" role="timer">
          {t("leaving-in", { seconds: waits.left })}
        </strong>
      </Banner>
      <OwnWords input={body.input} answer={waits.answer} />
      {(waits.answer.t === "text" || waits.answer.t === "fields") && <AsideSaid aside={waits.answer.aside} />}
      <p>{t(before ? "leaving-before" : "leaving-then")}</p>
    </Frame>
  );
}
