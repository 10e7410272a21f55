import type { HeldAnswer } from "../../../realtime/client/held";
import { Picture } from "../../../realtime/client/pictures/Picture";
import type { StageView, TallyView } from "../../../realtime/client/wire";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { becameOf, overOf, useBecame } from "./answer";
import { Begun } from "./begun";

/** Closed: the room looks at the shared screen; the phone has the same picture with its sentence, once it is shown. */
export function TallyClosed({ here, stage, tally, held }: { here: Here; stage: StageView; tally: TallyView; held: HeldAnswer | null }) {
  const became = becameOf(held);
  useBecame(here, stage.run, became);
  return (
    <Frame here={here}>
      {tally.picture === null ? (
        <>
          <Heading of={`stage ${stage.run} closed`}>{t("tally-closed-heading")}</Heading>
          <p>{t(tally.reveals ? "tally-closed" : "tally-closed-kept")}</p>
        </>
      ) : (
        <>
          <div class="stack tight">
            <Heading of={`stage ${stage.run} picture`}>{t("picture-heading")}</Heading>
            <p class="soft">{overOf(stage)}</p>
          </div>
          <Picture sums={tally.picture} input={tally.input} t={t} />
        </>
      )}
      {became !== "" && <p class="soft">{became}</p>}
      <Begun here={here} stage={stage} body={tally} held={held} />
    </Frame>
  );
}
