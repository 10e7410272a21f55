/** What was begun and not given before a stage closed: it is still on this phone, and stays in sight. */
import type { HeldAnswer } from "../../../realtime/client/held";
import type { Answer, InputView, StageView, TallyView, WallView } from "../../../realtime/client/wire";
import type { Draft } from "../drafts";
import type { Here } from "../here";
import { linesOf } from "../inputs/lines";
import { t } from "../text";
import { isBlank } from "../written";
import { normalizedText } from "../writing";
import { standing } from "./answer";
import { PageShown } from "./pages";

/** Whether what was given is opened again and has other words by now. */
function reworded(input: InputView, draft: Draft, given: Answer): boolean {
  if (given.t === "text") return normalizedText(draft.text) !== given.text;
  return given.t === "fields" && Object.entries(linesOf(input, draft.fields)).some(([key, words]) => words !== given.fields[key]);
}

interface BegunProps {
  here: Here;
  stage: StageView;
  body: TallyView | WallView;
  held: HeldAnswer | null;
}

export function Begun({ here, stage, body: { input }, held }: BegunProps) {
  const draft = here.drafts.of(stage.run).value;
  const given = standing(held)?.answer ?? null;
  const passes = given?.t === "pass";
  const shows = !isBlank(input, draft) && (given === null || (draft.changing && (passes || reworded(input, draft, given))));
  return (
    <>
      {passes && draft.changing && <p class="soft">{t("pass-stands")}</p>}
      {shows && (
        <section class="stack tight" aria-label={t("begun")}>
          <p class="soft">{t("begun")}</p>
          <ul>
            <PageShown page={{ stage: stage.stage, activity: "", prompt: stage.prompt, asked: input, written: draft }} />
          </ul>
        </section>
      )}
    </>
  );
}
