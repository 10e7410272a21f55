/** A private page: it stays on this phone. Only a bare "done" or "pass" goes out, and the two look alike on the line. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { Answer, InputView, JournalView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { settleUnfinished } from "../inputs/unfinished";
import { isDrawn, missingDrawn } from "../inputs/values";
import { t } from "../text";
import { TruthOf } from "../truth";
import { isBlank, NOTHING_WRITTEN, type Written } from "../written";
import { AboutMinutes, standing } from "./answer";
import { CopyOffer } from "./copy";
import { InputOf } from "./inputof";

interface JournalProps {
  here: Here;
  stage: StageView;
  journal: JournalView;
}

/** What became of the page for the moment: done, passed, or its time is over. Going on writing takes a Done back. */
function stateOf(answer: Answer["t"] | null, open: boolean): "page-done" | "page-passed" | "page-over" | null {
  if (!open) return "page-over";
  return answer === "done" ? "page-done" : answer === "pass" ? "page-passed" : null;
}

/** A drawn line is one from two points on: what it lacks, as a sentence's id. Every other page is done whenever its person says so. */
function unfinishedLine(input: InputView, written: Written): string | null {
  return isDrawn(input) && input.type === "line" && input.mode === "curve" ? missingDrawn(input, written.drawn) : null;
}

export function JournalScreen({ here, stage, journal }: JournalProps) {
  const { run } = stage;
  const { input } = journal;
  const mine = standing(here.session.held.byRun.value[run] ?? null);
  const open = stage.phase === "open" && !stage.again;
  const said = stateOf(mine?.answer.t ?? null, open);
  const written = here.pages.of(stage.stage)?.written ?? NOTHING_WRITTEN;
  const blank = isBlank(input, written);
  const earlier = here.pages.all.some((page) => page.stage !== stage.stage);
  const [hint, setHint] = useState<string | null>(null);
  const shownHint = hint !== null && open && mine === null && hint === unfinishedLine(input, written) ? t(hint) : "";
  useAnnounced(said === null ? "" : t(said));
  useAnnounced(shownHint);

  const give = (answer: Answer): void => here.session.answer(run, null, answer);
  const write = (part: Partial<Written>): void => {
    const activity = here.session.store.shared.value?.activity?.title ?? "";
    here.pages.write({ stage: stage.stage, activity, prompt: stage.prompt, asked: input }, part);
    if (open && mine !== null) give({ t: "taken_back" });
  };
  const finish = (): void => {
    settleUnfinished();
    const lacks = unfinishedLine(input, here.pages.of(stage.stage)?.written ?? NOTHING_WRITTEN);
    setHint(lacks);
    if (lacks === null) give({ t: "done" });
  };
  const foot = open ? (
    mine === null ? (
      <>
        <button type="button" class="button" onClick={() => give({ t: "pass" })}>
          {t("pass")}
        </button>
        <button type="button" class="button main" onClick={finish}>
          {t("page-finish")}
        </button>
      </>
    ) : (
      <button type="button" class="button main" onClick={() => give({ t: "taken_back" })}>
        {t("page-go-on")}
      </button>
    )
  ) : undefined;
  return (
    <Frame here={here} foot={foot}>
      <div class="stack tight">
        <Heading of={`stage ${run}`}>{stage.prompt}</Heading>
        {input.ask !== "" && input.ask !== stage.prompt && <p class="soft">{input.ask}</p>}
      </div>
      {said !== null && (
        <p class="tag kept" data-state={said}>
          <Icon name={said === "page-over" ? "clock" : "check"} />
          {t(said)}
        </p>
      )}
      <CopyOffer here={here} stage={stage} input={input} written={written} copy={write} />
      <InputOf key={run} prompt={stage.prompt} input={input} written={written} change={write} page />
      {shownHint !== "" && <p class="tag lamp">{shownHint}</p>}
      <TruthOf route="page" here={here} />
      <div class="row small soft">
        {open && <AboutMinutes here={here} stage={stage} />}
        {!earlier && blank && here.laterTab && <p>{t("pages-elsewhere")}</p>}
      </div>
    </Frame>
  );
}
