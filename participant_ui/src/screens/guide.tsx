import { useRef } from "preact/hooks";

import { TimeLeft } from "../../../realtime/client/look/TimeLeft";
import type { GuideView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { AgreementList } from "./agreements";
import { Pacer } from "./pacer";

/** What stands nowhere else on the page: a title that is repeated, or a line read twice, says less than once. */
const besides = (steps: string[], ...said: string[]): string[] => steps.filter((step) => !said.includes(step));

/** A pause of everybody, with its clock; it ends when the facilitators go on. */
function Pause({ here, stage, guide }: { here: Here; stage: StageView; guide: GuideView }) {
  const { clock } = here.session.store;
  const left = clock.left(stage.clock) ?? 0;
  const longest = useRef(left);
  longest.current = Math.max(longest.current, left);
  const heading = stage.title ?? stage.prompt;
  return (
    <Frame here={here}>
      <div class="stack tight centre">
        <Heading of={`stage ${stage.run}`}>{heading}</Heading>
        {besides(guide.steps, heading).map((step, index) => (
          <p class="voice lead" key={index}>
            {step}
          </p>
        ))}
      </div>
      <div class="step-clock">
        <TimeLeft clock={clock} of={stage.clock} total={longest.current} label={t("pause-left")} spoken={(time) => t("pause-time", { left: time })} />
      </div>
      <p class="soft centre">{t("pause-then")}</p>
    </Frame>
  );
}

/** What the group keeps, before it goes on. */
function Recall({ here, stage, guide }: { here: Here; stage: StageView; guide: GuideView }) {
  const heading = stage.title ?? stage.prompt;
  const agreements = here.session.store.shared.value?.agreements ?? [];
  return (
    <Frame here={here}>
      <Heading of={`stage ${stage.run}`}>{heading}</Heading>
      {besides(guide.steps, heading, ...agreements).map((step, index) => (
        <p key={index}>{step}</p>
      ))}
      <AgreementList agreements={agreements} />
    </Frame>
  );
}

/** The steps that were opened so far, to read at one's own pace; the newest stands out. */
export function GuideScreen({ here, stage, guide }: { here: Here; stage: StageView; guide: GuideView }) {
  useAnnounced(guide.steps[guide.step] ?? "");
  if (guide.pacer !== null) return <Pacer here={here} stage={stage} steps={guide.steps} pacer={guide.pacer} />;
  if (guide.purpose === "pause") return <Pause here={here} stage={stage} guide={guide} />;
  if (guide.purpose === "recall") return <Recall here={here} stage={stage} guide={guide} />;
  return (
    <Frame here={here}>
      <div class="stack tight">
        <Heading of={`stage ${stage.run}`}>{stage.title ?? stage.prompt}</Heading>
        {stage.title !== null && <p class="soft">{stage.prompt}</p>}
      </div>
      <ol class="stack steps">
        {guide.steps.map((step, index) => (
          <li key={index} class={index === guide.step ? "voice now" : "voice"} aria-current={index === guide.step ? "step" : undefined}>
            {step}
          </li>
        ))}
      </ol>
      <p class="soft small">{t("guide-steps", { step: guide.step + 1, of: guide.of })}</p>
    </Frame>
  );
}
