/** The form of a stage: one input, the truth under it before the first tap, Pass and the one main action. */
import { useState } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import type { HeldAnswer } from "../../../realtime/client/held";
import { REFUSALS } from "../../../realtime/client/refusals";
import type { Answer, InputView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import type { Draft } from "../drafts";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { cardText, linesOf } from "../inputs/lines";
import { pilesFrom } from "../inputs/piles";
import { settleUnfinished } from "../inputs/unfinished";
import { isDrawn, missingDrawn, toAnswer } from "../inputs/values";
import { t } from "../text";
import { TruthOf } from "../truth";
import { routeOf } from "../truths";
import { missingWritten } from "../written";
import { normalizedText } from "../writing";
import type { AnswerProps } from "./answer";
import { AsideFields, sentAside, unfitAside } from "./aside";
import { CopyOffer } from "./copy";
import { DealtCard } from "./dealtcard";
import { InputOf } from "./inputof";

const isCard = (input: InputView): boolean => input.type === "text" || input.type === "fields";

/** What is missing before it can be added, as a sentence's id; null: nothing. */
export function missing(input: InputView, draft: Draft): string | null {
  return isDrawn(input) ? missingDrawn(input, draft.drawn) : (missingWritten(input, draft) ?? (isCard(input) ? unfitAside(draft.aside) : null));
}

/** The answer as it goes out. Only for a draft that lacks nothing; `replyTo` is the stranger's card it replies to. */
export function answerOf(here: Here, run: number, input: InputView, replyTo: string | null = null): Answer {
  const draft = here.drafts.of(run).value;
  if (isDrawn(input)) return toAnswer(input, input.send, draft.drawn);
  switch (input.type) {
    case "choice":
      return { t: "choice", option: draft.option ?? 0 };
    case "multi":
      return { t: "multi", options: draft.options.toSorted((a, b) => a - b) };
    case "scale":
      return { t: "scale", steps: draft.steps };
    case "order":
      return { t: "order", options: draft.order ?? [] };
    case "sort":
      return { t: "sort", piles: pilesFrom(draft.piles, input.cards.length, input.bins.length) };
    case "fields": {
      const { card, noteKey } = here.drafts.cardKeys(run);
      return { t: "fields", fields: linesOf(input, draft.fields), card, noteKey, aside: sentAside(draft.aside) };
    }
    default: {
      const { card, noteKey } = here.drafts.cardKeys(run);
      return { t: "text", text: normalizedText(draft.text), card, noteKey, replyTo, aside: sentAside(draft.aside) };
    }
  }
}

export function AnswerForm({ here, stage, body, held }: AnswerProps & { held: HeldAnswer | null }) {
  const { input } = body;
  const { run, prompt } = stage;
  const [hint, setHint] = useState<string | null>(null);
  const draft = here.drafts.of(run).value;
  const change = (part: Partial<Draft>): void => here.drafts.change(run, part);
  const lacks = missing(input, draft);
  const shownHint = hint !== null && hint === lacks ? t(hint) : "";
  const refusal = held !== null && held.state === "refused" ? held.refusal : null;
  useAnnounced(shownHint);
  useAnnounced(refusal === null ? "" : t(REFUSALS[refusal]));

  const give = (answer: Answer): void => {
    setHint(null);
    here.drafts.change(run, { changing: false });
    if (answer.t === "text") here.cards.add(run, prompt, here.drafts.cardKeys(run), input.max, answer.text, [], answer.aside);
    if (answer.t === "fields") {
      const labels = input.fields.map(({ label }) => label);
      here.cards.add(run, prompt, here.drafts.cardKeys(run), input.max, cardText(input, draft.fields), labels, answer.aside);
    }
    here.session.answer(run, input, answer);
  };
  const add = (): void => {
    settleUnfinished();
    const stillLacks = missing(input, here.drafts.of(run).value);
    if (stillLacks !== null) {
      setHint(stillLacks);
      return;
    }
    const answer = answerOf(here, run, input, here.dealt.card(run)?.id ?? null);
    here.leaving.give(run, answer, () => give(answer));
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
      {body.t === "wall" && body.replies && <DealtCard key={run} here={here} run={run} replies />}
      <CopyOffer here={here} stage={stage} input={input} written={draft} copy={change} />
      <InputOf key={run} prompt={prompt} input={input} written={draft} change={change} />
      {isCard(input) && <AsideFields aside={draft.aside} change={(part) => change({ aside: { ...draft.aside, ...part } })} />}
      {shownHint !== "" && <p class="tag lamp">{shownHint}</p>}
      <TruthOf route={routeOf(body)} here={here} />
    </Frame>
  );
}
