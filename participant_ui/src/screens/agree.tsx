/** Agreements: lines with two taps each, and one of one's own. The facilitators collect lines and read them before they stand here. */
import { useRef, useState } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { REFUSALS } from "../../../realtime/client/refusals";
import type { AgreeView, Answer, LineView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { TextInput } from "../inputs";
import { DOUBLE_TAP } from "../leaving";
import { t } from "../text";
import { TruthOf } from "../truth";
import { standing } from "./answer";
import { answerOf, missing } from "./form";
import { Tap } from "./tap";

interface AgreeProps {
  here: Here;
  stage: StageView;
  agree: AgreeView;
}

function Line({ here, stage, line, open }: { here: Here; stage: StageView; line: LineView; open: boolean }) {
  return (
    <li class="card">
      {line.text}
      <footer class="stack tight">
        {line.kept && (
          <span class="tag kept">
            <Icon name="kept" />
            {t("line-kept")}
          </span>
        )}
        {open && (
          <span class="row">
            <Tap here={here} run={stage.run} mark={`support:${line.id}`} of={line.text}>
              {t("line-support")}
            </Tap>
            <Tap here={here} run={stage.run} mark={`question:${line.id}`} of={line.text}>
              {t("line-question")}
            </Tap>
          </span>
        )}
        {line.support !== null && <span>{t("line-supported", { people: line.support })}</span>}
        {line.question && (
          <span class="tag lamp">
            <Icon name="help" />
            {t("line-questioned")}
          </span>
        )}
      </footer>
    </li>
  );
}

/** The phone's own line: to write, on its way, held until it is collected, or with the facilitators. */
function Own({ here, stage, agree, justGave }: AgreeProps & { justGave: () => boolean }) {
  const { run } = stage;
  const { input } = agree;
  const held = here.session.held.byRun.value[run] ?? null;
  const draft = here.drafts.of(run).value;
  const mine = standing(held);
  const change = (): void => {
    if (!justGave()) here.drafts.change(run, { changing: true });
  };
  const takeBack = (): void => {
    if (!justGave()) here.session.answer(run, input, { t: "taken_back" }, true);
  };
  const another = (): void => {
    here.drafts.renew(run);
    here.drafts.change(run, { changing: true });
  };
  const id =
    held === null ? "" : held.state === "included" ? "line-with" : held.state === "sending" ? "line-sending" : held.answer.t === "pass" ? "passed" : "line-held";
  useAnnounced(mine !== null && id !== "" ? t(id) : "");
  if (mine !== null && !draft.changing)
    return (
      <section class="stack" aria-label={t("line-yours")}>
        {mine.answer.t === "text" && (
          <blockquote class="hold own">
            <p class="voice">{mine.answer.text}</p>
          </blockquote>
        )}
        <p>{t(id)}</p>
        <div class="row">
          {mine.state === "included" ? (
            <button type="button" class="button" onClick={another}>
              {t("line-another")}
            </button>
          ) : (
            <>
              <button type="button" class="button" onClick={change}>
                {t("change")}
              </button>
              <button type="button" class="button" onClick={takeBack}>
                {t("take-back")}
              </button>
            </>
          )}
        </div>
      </section>
    );
  return (
    <section class="stack" aria-label={t("line-yours")}>
      <h2 class="title">{t("line-propose")}</h2>
      {held?.state === "refused" && held.refusal !== null && (
        <Banner icon="warn" tone="care">
          {t(REFUSALS[held.refusal])}
        </Banner>
      )}
      {mine?.answer.t === "text" && <p class="small soft">{t(mine.state === "included" ? "line-still-with" : "line-still-held")}</p>}
      <TextInput prompt={stage.prompt} label={t("line-yours")} input={input} text={draft.text} write={(text) => here.drafts.change(run, { text })} />
      <TruthOf route="line" here={here} />
    </section>
  );
}

/** Pass and the one main action, while there is something to propose. */
function ProposeFoot({ here, stage, agree, hint, gave }: AgreeProps & { hint: (lacks: string | null) => void; gave: () => void }) {
  const { run } = stage;
  const lacks = missing(agree.input, here.drafts.of(run).value);
  const give = (answer: Answer): void => {
    hint(null);
    gave();
    here.drafts.change(run, { changing: false });
    here.session.answer(run, agree.input, answer, true);
  };
  const propose = (): void => {
    hint(lacks);
    if (lacks === null) give(answerOf(here, run, agree.input));
  };
  return (
    <>
      <button type="button" class="button" onClick={() => give({ t: "pass" })}>
        {t("pass")}
      </button>
      <button type="button" class="button main" aria-disabled={lacks !== null} onClick={propose}>
        {t("line-go")}
      </button>
    </>
  );
}

export function AgreeScreen({ here, stage, agree }: AgreeProps) {
  const [hint, setHint] = useState<string | null>(null);
  const gaveRef = useRef(Number.NEGATIVE_INFINITY);
  const gave = (): void => {
    gaveRef.current = performance.now();
  };
  const justGave = (): boolean => performance.now() - gaveRef.current < DOUBLE_TAP;
  const open = stage.phase === "open" && !stage.again;
  const held = here.session.held.byRun.value[stage.run] ?? null;
  const refusal = here.session.taps.byRun.value[stage.run]?.refusal ?? null;
  const writes = open && agree.propose && (standing(held) === null || here.drafts.of(stage.run).value.changing);
  const lacks = writes && hint !== null && hint === missing(agree.input, here.drafts.of(stage.run).value) ? t(hint) : "";
  useAnnounced(lacks);
  useAnnounced(stage.phase === "closing" ? t("line-collecting") : "");
  return (
    <Frame here={here} foot={writes ? <ProposeFoot here={here} stage={stage} agree={agree} hint={setHint} gave={gave} /> : undefined}>
      <Heading of={`stage ${stage.run}`}>{stage.prompt}</Heading>
      {stage.phase === "closing" && <p class="soft">{t("line-collecting")}</p>}
      {refusal !== null && (
        <Banner icon="warn" tone="care">
          {t(REFUSALS[refusal])}
        </Banner>
      )}
      <ul class="stack">
        {agree.lines.map((line) => (
          <Line key={line.id} here={here} stage={stage} line={line} open={open} />
        ))}
      </ul>
      {agree.lines.length === 0 && <p class="soft">{t("line-none")}</p>}
      {open && agree.lines.length > 0 && <TruthOf route="line_taps" here={here} />}
      {agree.propose && stage.phase === "open" && <Own here={here} stage={stage} agree={agree} justGave={justGave} />}
      {lacks !== "" && <p class="tag lamp">{lacks}</p>}
    </Frame>
  );
}
