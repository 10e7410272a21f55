/** Three private taps after a role play. They are a page of one's own like any other: in this tab, in no frame, wiped with the pages. */
import { useEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { InputView, StageView } from "../../../realtime/client/wire";
import { announce } from "../announce";
import type { Here } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";

interface Question {
  key: "back" | "keep" | "need";
  ask: string;
  answers: readonly string[];
}

const QUESTIONS: readonly Question[] = [
  { key: "back", ask: "debrief-back", answers: ["debrief-lighter", "debrief-as-before", "debrief-still-in", "debrief-cannot-tell"] },
  { key: "keep", ask: "debrief-keep", answers: ["debrief-said", "debrief-heard", "debrief-felt", "debrief-nothing"] },
  { key: "need", ask: "debrief-need", answers: ["debrief-breath", "debrief-somebody", "debrief-alone", "debrief-go-on"] },
];

/** What the page asked and what was tapped are kept as ids: the file to take home says both in the language of that moment. */
const asked = (before: InputView): InputView => ({ ...before, fields: QUESTIONS.map(({ key, ask }) => ({ key, label: ask })) });

function Asking({ question, number, choose, skip }: { question: Question; number: number; choose: (answer: string) => void; skip: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A tap leads to the next question: the focus goes along, except to the first, where its person has just arrived.
  useEffect(() => {
    if (number > 1) heading.current?.focus({ preventScroll: true });
  }, [number]);
  return (
    <>
      <p class="small soft">{t("debrief-number", { number, of: QUESTIONS.length })}</p>
      <h2 class="title" tabIndex={-1} ref={heading}>
        {t(question.ask)}
      </h2>
      <div class="options">
        {question.answers.map((answer) => (
          <button key={answer} type="button" class="button row-button" onClick={() => choose(answer)}>
            {t(answer)}
          </button>
        ))}
      </div>
      <div class="row">
        <button type="button" class="button quiet at-start" onClick={skip}>
          {t("debrief-skip")}
        </button>
      </div>
    </>
  );
}

export function Debrief({ here, stage }: { here: Here; stage: StageView }) {
  const page = here.pages.of(stage.stage);
  const [again, setAgain] = useState<number | null>(null);
  const done = useRef<HTMLHeadingElement>(null);
  const fields = page?.written.fields ?? {};
  const first = QUESTIONS.findIndex(({ key }) => (fields[key] ?? "") === "");
  const number = again ?? (first < 0 ? QUESTIONS.length : first);
  const question = QUESTIONS[number];
  const finished = question === undefined;
  const before = useRef(finished);
  useEffect(() => {
    if (finished && !before.current) done.current?.focus({ preventScroll: true });
    before.current = finished;
  }, [finished]);
  if (page === null) return null;
  const skip = (): void => {
    here.pages.remove(stage.stage);
    announce(t("debrief-skipped"));
  };
  const choose = (key: string, answer: string): void => {
    const { activity, prompt } = page;
    here.pages.write({ stage: stage.stage, activity, prompt, asked: asked(page.asked), ids: true }, { fields: { ...fields, [key]: answer } });
    setAgain(again === null || again + 1 >= QUESTIONS.length ? null : again + 1);
  };
  return (
    <section class="sheet stack" aria-label={t("debrief")}>
      {question !== undefined ? (
        <Asking question={question} number={number + 1} choose={(answer) => choose(question.key, answer)} skip={skip} />
      ) : (
        <>
          <h2 class="label" tabIndex={-1} ref={done}>
            {t("debrief-yours")}
          </h2>
          <dl class="stack tight">
            {QUESTIONS.map(({ key, ask }) => (
              <div key={key}>
                <dt class="small soft">{t(ask)}</dt>
                <dd class="voice">{t(fields[key] ?? "")}</dd>
              </div>
            ))}
          </dl>
          {fields["need"] === "debrief-somebody" && (
            <button type="button" class="button" onClick={() => (here.over.value = "help")}>
              <Icon name="care" />
              {t("care-ask")}
            </button>
          )}
          <div class="row">
            <button type="button" class="button quiet at-start" onClick={() => setAgain(0)}>
              {t("change")}
            </button>
            <button type="button" class="button quiet" onClick={skip}>
              {t("debrief-wipe")}
            </button>
          </div>
        </>
      )}
      <TruthOf route="debrief" here={here} />
    </section>
  );
}
