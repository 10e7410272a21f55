import type { GuideView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

/** The steps that were opened so far, to read at one's own pace; the newest stands out. */
export function GuideScreen({ here, stage, guide }: { here: Here; stage: StageView; guide: GuideView }) {
  useAnnounced(guide.steps[guide.step] ?? "");
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
