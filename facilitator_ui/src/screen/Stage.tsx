import { secondsText, useTick } from "../../../realtime/client/clock";
import { Picture, type Sums } from "../../../realtime/client/pictures/Picture";
import { Words } from "../../../realtime/client/pictures/Words";
import type { GuideView, InputView, StageView } from "../../../realtime/client/wire";
import { Pacer } from "./Pacer";
import type { Views } from "./Screen";
import { headline } from "./headline";

function StageTime({ stage, store, t }: Pick<Views, "store" | "t"> & { stage: StageView }) {
  const left = useTick(store.clock, stage.clock);
  // At zero a stage's clock only offers something to the facilitators; for the room there is nothing to hurry for.
  if (left === null || left === 0 || stage.phase !== "open") return null;
  const text = secondsText(left);
  return (
    <p role="timer" aria-label={t("time-left", { time: text })}>
      <time class="big-time">{text}</time>
    </p>
  );
}

export function GuideScreen({ shared, body, store, t }: Views & { body: GuideView }) {
  const stage = shared.stage;
  if (stage === null) return null;
  const text = body.steps[body.step] ?? "";
  if (body.pacer !== null)
    return (
      <main class="fill guide-screen with-pacer">
        <div class="stack wide">
          <h1 class="soft" tabIndex={-1}>
            {stage.title ?? stage.prompt}
          </h1>
          <p class="voice lead">{text}</p>
        </div>
        <Pacer pacer={body.pacer} clock={store.clock} t={t} />
      </main>
    );
  if (body.purpose === "pause") return <PauseScreen stage={stage} text={text} store={store} t={t} />;
  return (
    <main class="fill guide-screen">
      <div class="stack wide">
        <h1 class="soft" tabIndex={-1}>
          {stage.title ?? stage.prompt}
        </h1>
        <p class={text.length > 140 ? "prompt long" : "prompt"}>{text}</p>
      </div>
      <StageTime stage={stage} store={store} t={t} />
    </main>
  );
}

/** Everybody writes for themselves: what for, and how long. Nobody is counted, because nothing is given. */
export function PageScreen({ shared, store, t }: Views) {
  const stage = shared.stage;
  if (stage === null) return null;
  return (
    <main class="fill question">
      <h1 class={stage.prompt.length > 90 ? "prompt long" : "prompt"} tabIndex={-1}>
        {stage.prompt}
      </h1>
      <div class="row question-foot">
        <p class="voice lead grow">{shared.activity?.note}</p>
        <StageTime stage={stage} store={store} t={t} />
      </div>
    </main>
  );
}

/** A break: what may be done in it, and how long it still is. */
function PauseScreen({ stage, text, store, t }: Pick<Views, "store" | "t"> & { stage: StageView; text: string }) {
  const left = useTick(store.clock, stage.clock);
  const time = left === null ? "" : secondsText(left);
  const heading = stage.title ?? stage.prompt;
  const said = left === 0 ? t("screen-pause-over") : text;
  return (
    <main class="hold big fill still pause-screen">
      <h1 class="prompt" tabIndex={-1}>
        {heading}
      </h1>
      {left !== null && left > 0 && (
        <p role="timer" aria-label={t("time-left", { time })}>
          <time class="big-time">{time}</time>
        </p>
      )}
      {said !== heading && <p class="voice soft lead">{said}</p>}
    </main>
  );
}

/** What the room may know about a question whose picture it does not see. */
function where(stage: StageView): string | null {
  switch (stage.phase) {
    case "open":
      return null;
    case "closing":
      return "screen-closing";
    case "short":
      return "screen-short";
    case "closed":
      if (stage.outcome === "discarded") return "screen-unopened";
      if (stage.outcome === "spoken") return "screen-spoken";
      if (stage.body.t === "wall" && stage.body.deals && stage.body.standing.length > 0) return "screen-dealt";
      return stage.kind === "wall" ? "screen-wall-soon" : "screen-closed";
  }
}

/** A question while it is open and after it has closed. The picture is there only once a facilitator shows it. */
export function QuestionScreen({ shared, screen, store, t, picture, input, asWords = false }: Views & { picture: Sums | null; input: InputView; asWords?: boolean }) {
  const stage = shared.stage;
  if (stage === null) return null;
  if (picture !== null)
    return (
      <main class="fill picture-screen">
        <h1 class="prompt" tabIndex={-1}>
          {headline(stage)}
        </h1>
        {asWords && (picture.t === "option_sums" || picture.t === "option_words") ? (
          <Words sums={picture} input={input} t={t} />
        ) : (
          <Picture sums={picture} input={input} t={t} />
        )}
      </main>
    );
  const said = where(stage);
  return (
    <main class="fill question">
      <h1 class={stage.prompt.length > 90 ? "prompt long" : "prompt"} tabIndex={-1}>
        {stage.prompt}
      </h1>
      <div class="row question-foot">
        <p class="voice lead grow">{said === null ? t("answered", { answered: screen.answered, staying: screen.staying }) : t(said)}</p>
        <StageTime stage={stage} store={store} t={t} />
      </div>
      {stage.phase === "open" && shared.activity !== null && <p class="soft">{shared.activity.note}</p>}
    </main>
  );
}
