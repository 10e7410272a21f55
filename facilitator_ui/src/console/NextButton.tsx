import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import type { Doing } from "../doing";
import { Act } from "./Act";
import { useDoing } from "./context";
import { type NextStep, linesToCollect, nextStep } from "./next";

/** Presses Next, from the button or from the key. */
export function pressNext(doing: Doing, step: NextStep): void {
  if (step.command === null || doing.store.line.peek() !== "live") return;
  if (step.ask !== null) doing.open(step.ask);
  else doing.act(step.command);
}

export function NextButton({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const doing = useDoing();
  const { t, store } = doing;
  const step = nextStep(desk, shared, t);
  if (step.does === "decide_short") return <Short desk={desk} step={step} />;
  const live = store.line.value === "live";
  const sending = step.command !== null && doing.isWaiting(step.command);
  const off = step.command === null || !live || sending;
  const detail = step.command !== null && !live ? t("next-no-line") : sending ? t("next-waiting") : step.detail;
  // One lamp on the page: while lines wait to be collected, it is theirs.
  const second = linesToCollect(desk, shared) > 0;
  return (
    <button type="button" class={second ? "next second" : "next"} aria-disabled={off} data-does={step.does} onClick={() => !off && pressNext(doing, step)}>
      <strong>{step.title}</strong>
      <span>{detail}</span>
      <Icon name={step.command === null ? "clock" : "next"} />
    </button>
  );
}

/** Too few people for it without names: three ways on, none of them opens anything. */
function Short({ desk, step }: { desk: ConsoleView; step: NextStep }) {
  const { t } = useDoing();
  const { run } = desk.next;
  return (
    <section class="short" aria-labelledby="short-title">
      <h2 id="short-title" class="title">
        {step.title}
      </h2>
      <p>{step.detail}</p>
      <div class="row">
        <Act class="button lamp" command={{ t: "reopen_stage", run, minutes: 1 }}>
          <Icon name="more-time" />
          {t("short-extend")}
        </Act>
        <Act class="button" command={{ t: "speak_stage", run }}>
          {t("short-speak")}
        </Act>
        <Act class="button" command={{ t: "discard_stage", run }}>
          {t("short-drop")}
        </Act>
      </div>
    </section>
  );
}
