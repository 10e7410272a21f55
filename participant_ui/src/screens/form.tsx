/** The form of a stage: one input, the truth under it before the first tap, Pass and the one main action. */
import { useState } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import { Truth } from "../../../realtime/client/look/Truth";
import type { HeldAnswer } from "../../../realtime/client/held";
import { REFUSALS } from "../../../realtime/client/refusals";
import type { Answer, InputView, TallyView, WallView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import type { Draft } from "../drafts";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { ChoiceInput, MultiInput, ScaleInput, TextInput } from "../inputs";
import { t } from "../text";
import { lengthOf, normalizedText } from "../writing";
import type { AnswerProps } from "./answer";

/** What is missing before it can be added, as a sentence's id; null: nothing. */
export function missing(input: InputView, draft: Draft): string | null {
  switch (input.type) {
    case "choice":
      return draft.option === null ? "missing-choice" : null;
    case "multi":
      return draft.options.length === 0 ? "missing-multi" : null;
    case "scale":
      return Object.keys(draft.steps).length === 0 ? "missing-scale" : null;
    case "text": {
      const text = normalizedText(draft.text);
      return text === "" ? "missing-text" : lengthOf(text) > input.max ? "refused-text-too-long" : null;
    }
  }
}

/** The answer as it goes out. Only for a draft that lacks nothing. */
export function answerOf(here: Here, run: number, input: InputView): Answer {
  const draft = here.drafts.of(run).value;
  switch (input.type) {
    case "choice":
      return { t: "choice", option: draft.option ?? 0 };
    case "multi":
      return { t: "multi", options: draft.options.toSorted((a, b) => a - b) };
    case "scale":
      return { t: "scale", steps: draft.steps };
    case "text": {
      const { card, noteKey } = here.drafts.cardKeys(run);
      return { t: "text", text: normalizedText(draft.text), card, noteKey };
    }
  }
}

/** Who sees this, and from how many people on. In practice the floor is one, so there it says something else. */
function TruthOf({ here, body }: { here: Here; body: TallyView | WallView }) {
  const { input } = body;
  const shared = here.session.store.shared.value;
  if (shared === null) return null;
  if (shared.practice)
    return (
      <Truth icon="see" lead={t("truth-practice-lead")}>
        {t(input.type === "text" ? "truth-practice-card" : "truth-practice")}
      </Truth>
    );
  return input.type === "text" ? (
    <Truth lead={t("truth-card-lead")}>{t("truth-card", { floor: shared.floor })}</Truth>
  ) : (
    <Truth lead={t("truth-tally-lead")}>
      {t(body.t === "tally" && !body.reveals ? "truth-tally-kept" : "truth-tally", { floor: shared.floor })}
    </Truth>
  );
}

function InputOf({ here, run, input, prompt }: { here: Here; run: number; input: InputView; prompt: string }) {
  const draft = here.drafts.of(run).value;
  const change = (part: Partial<Draft>): void => here.drafts.change(run, part);
  switch (input.type) {
    case "choice":
      return <ChoiceInput prompt={prompt} input={input} chosen={draft.option} choose={(option) => change({ option })} />;
    case "multi":
      return <MultiInput prompt={prompt} input={input} chosen={draft.options} choose={(options) => change({ options })} />;
    case "scale":
      return <ScaleInput input={input} steps={draft.steps} set={(steps) => change({ steps })} />;
    case "text":
      return <TextInput prompt={prompt} input={input} text={draft.text} write={(text) => change({ text })} />;
  }
}

export function AnswerForm({ here, stage, body, held }: AnswerProps & { held: HeldAnswer | null }) {
  const { input } = body;
  const { run, prompt } = stage;
  const [hint, setHint] = useState<string | null>(null);
  const lacks = missing(input, here.drafts.of(run).value);
  const shownHint = hint !== null && hint === lacks ? t(hint) : "";
  const refusal = held !== null && held.state === "refused" ? held.refusal : null;
  useAnnounced(shownHint);
  useAnnounced(refusal === null ? "" : t(REFUSALS[refusal]));

  const give = (answer: Answer): void => {
    setHint(null);
    here.drafts.change(run, { changing: false });
    if (answer.t === "text") here.cards.add(run, prompt, here.drafts.cardKeys(run), input.max, answer.text);
    here.session.answer(run, input, answer);
  };
  const add = (): void => {
    if (lacks === null) give(answerOf(here, run, input));
    else setHint(lacks);
  };

  const foot = (
    <>
      <button type="button" class="button" onClick={() => give({ t: "pass" })}>
        {t("pass")}
      </button>
      <button type="button" class="button main" aria-disabled={lacks !== null} onClick={add}>
        {t("add-mine")}
      </button>
    </>
  );
  return (
    <Frame here={here} foot={foot}>
      <Heading of={`stage ${run}`}>{prompt}</Heading>
      {refusal !== null && (
        <Banner icon="warn" tone="care">
          {t(REFUSALS[refusal])}
        </Banner>
      )}
      <InputOf here={here} run={run} input={input} prompt={prompt} />
      {shownHint !== "" && <p class="tag lamp">{shownHint}</p>}
      <TruthOf here={here} body={body} />
    </Frame>
  );
}
