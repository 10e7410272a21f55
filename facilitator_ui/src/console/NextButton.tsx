import { useEffect, useReducer } from "preact/hooks";

import { secondsText, useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import type { Doing } from "../doing";
import { Act } from "./Act";
import { useDoing } from "./context";
import { type NextStep, linesToCollect, nextStep } from "./next";

/** Milliseconds for which a press may still be going on. */
const SETTLES = 800;
type Step = NextStep["does"];
/** What the second half of a press must not do: end the rooms that it has just started, or announce those that nobody has seen yet. */
const NOT_RIGHT_AFTER: Partial<Record<Step, Step>> = { end_rooms: "start_rooms", announce_rooms: "make_rooms" };
const pressed = new WeakMap<Doing, { does: Step; at: number }>();

/** Milliseconds for which this step does not listen yet, at most 0 once it does. */
function settles(doing: Doing, { does }: NextStep): number {
  const last = pressed.get(doing);
  return last !== undefined && last.does === NOT_RIGHT_AFTER[does] ? last.at + SETTLES - performance.now() : 0;
}

/** Whether it listens; comes back by itself when it does. */
function useSettled(doing: Doing, step: NextStep): boolean {
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  const left = settles(doing, step);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => lookAgain(undefined), left);
    return () => clearTimeout(timer);
  });
  return left <= 0;
}

/** Announced rooms can begin only when people have had the time to read with whom they are. */
const tooEarly = (step: NextStep, left: number | null) => step.does === "start_rooms" && left !== null && left > 0;

/** Presses Next, from the button or from the key. */
export function pressNext(doing: Doing, step: NextStep): void {
  if (tooEarly(step, step.clock && doing.store.clock.left(step.clock))) return;
  if (settles(doing, step) > 0) return;
  pressed.set(doing, { does: step.does, at: performance.now() });
  if (step.does === "read_lines") doing.readLines(doing.store.desk.peek()?.next.run ?? null);
  if (step.command === null || doing.store.line.peek() !== "live") return;
  if (step.ask !== null) doing.open(step.ask);
  else doing.act(step.command);
}

const NO_CLOCK = { endsAt: null, left: null };

export function NextButton({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const doing = useDoing();
  const { t, store } = doing;
  const step = nextStep(desk, shared, t, doing.read.value);
  const left = useTick(store.clock, step.clock ?? NO_CLOCK);
  const settled = useSettled(doing, step);
  if (step.does === "decide_short") return <Short desk={desk} step={step} />;
  const live = store.line.value === "live";
  const sending = step.command !== null && doing.isWaiting(step.command);
  const reads = step.does === "read_lines";
  const early = tooEarly(step, left);
  const off = !reads && (step.command === null || !live || sending || early || !settled);
  const counted = left !== null && (early || step.command === null) ? t(`counting-${step.does}`, { time: secondsText(left) }) : step.detail;
  const detail = step.command !== null && !live ? t("next-no-line") : sending ? t("next-waiting") : counted;
  // One lamp on the page: while lines wait to be collected, it is theirs; while the group reads, nothing calls.
  // A proposal that is being changed by hand is not thrown away by the way.
  const again = step.does === "make_rooms" && desk.board?.state === "proposed";
  const second = reads || again || linesToCollect(desk, shared) > 0;
  const onClick = ({ detail: clicks }: MouseEvent) => {
    // The second half of a double click on the invitation to read must not keep what nobody has read.
    if (!off && !(step.does === "adopt_lines" && clicks > 1)) pressNext(doing, step);
  };
  return (
    <button type="button" class={second ? "next second" : "next"} aria-disabled={off} data-does={step.does} onClick={onClick}>
      <strong>{step.title}</strong>
      <span>{detail}</span>
      <Icon name={reads ? "see" : step.command === null || early ? "clock" : "next"} />
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
