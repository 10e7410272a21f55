import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { secondsText, useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import { Truth } from "../../../realtime/client/look/Truth";
import { Picture } from "../../../realtime/client/pictures/Picture";
import type { Translate } from "../../../realtime/client/strings";
import type { Clock, ConsoleView, InputView, SharedView, StageView } from "../../../realtime/client/wire";
import { firstToEnd } from "../words";
import { Act } from "./Act";
import { useDoing } from "./context";
import { besides } from "./next";
import { take, wayBack, waySkip } from "./way";

/** "Session 4 of 12 of Thursdays"; null where the session is no programme's. */
export function whichSession({ programme }: SharedView, t: Translate): string | null {
  return programme === null ? null : t("programme-session", { number: programme.number, of: programme.of, title: programme.title });
}

/** "Hopes and hesitations, 2 of 2. Writing has closed." */
export function whereWeAre(shared: SharedView, t: Translate): string {
  const { activity, stage } = shared;
  if (activity === null || stage === null) return whichSession(shared, t) ?? shared.title;
  const place = t("where", { activity: activity.title, number: stage.number, of: stage.of });
  if (stage.again) return `${place} ${t("where-again")}`;
  if (stage.body.t === "rooms") {
    const { round, rounds } = stage.body;
    // Where the roles swap inside standing rooms there is only one: every room then plays its own turns.
    return round > 0 && rounds > 1 ? `${place} ${t("where-round", { round, rounds })}` : place;
  }
  if (stage.body.t === "guide") return place;
  const state = stage.phase === "closed" ? `where-${stage.outcome}` : `where-${stage.phase}`;
  return `${place} ${t(state, { kind: stage.kind })}`.trim();
}

export function headline(shared: SharedView, t: Translate): string {
  const { stage } = shared;
  return stage === null ? t("lobby-title") : stage.prompt || stage.title || shared.title;
}

const NO_CLOCK: Clock = { endsAt: null, left: null };

/** Closing has lasted so long that a server may never hand over: then there is a way on that opens nothing. */
function GiveUp({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, store, open } = useDoing();
  const left = useTick(store.clock, desk.closing === null ? NO_CLOCK : { endsAt: desk.closing.givesUpAt, left: null });
  if (left !== 0 || shared.calm) return null;
  return (
    <button type="button" class="button slim" onClick={() => open("drop")}>
      {t("closing-drop")}
    </button>
  );
}

/** The clock that counts now, large: the stage's own, or in rooms that of the step that ends first. */
function TimeNow({ desk, stage }: { desk: ConsoleView; stage: StageView }) {
  const { t, store } = useDoing();
  const left = useTick(store.clock, stage.kind === "rooms" ? (firstToEnd(desk.board?.rooms ?? [])?.clock ?? NO_CLOCK) : stage.clock);
  // In a round or an inner circle the clock of the turn is the one that counts, and it stands beside the names.
  const inTurn = stage.body.t === "circle" && (stage.body.now !== null || (stage.body.mode === "fishbowl" && stage.body.state === "running"));
  // Announced rooms that can begin are in no hurry.
  const stands = desk.next.does === "start_rooms" && desk.board?.state === "announced" && left === 0;
  if (left === null || stage.phase !== "open" || inTurn || stands) return null;
  const text = secondsText(left);
  return (
    <p class="stage-time" role="timer" aria-label={t("time-left", { time: text })}>
      <time class="big-time">{text}</time>
    </p>
  );
}

export function Heading({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, store } = useDoing();
  const { stage } = shared;
  const left = useTick(store.clock, stage?.clock ?? NO_CLOCK);
  const over = stage?.phase === "open" && stage.kind !== "rooms" && left === 0;
  return (
    <div class="heading">
      <div class="stack tight">
        <p class="label">{whereWeAre(shared, t)}</p>
        <h1 class="prompt" tabIndex={-1}>{headline(shared, t)}</h1>
        {over && <p class="soft small">{t("time-over")}</p>}
        {shared.calm && stage !== null && <p class="soft small">{t("clock-still")}</p>}
      </div>
      {stage !== null && <TimeNow desk={desk} stage={stage} />}
    </div>
  );
}

/** How many have answered, while anybody still can. Never who. */
export function Counts({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  const { stage } = shared;
  if (stage === null) return <p class="lead">{t("lobby-ready", { people: shared.people })}</p>;
  const asks = stage.kind === "tally" || stage.kind === "wall";
  if (!asks || stage.phase === "closed") return null;
  return (
    <div class="counts">
      <p class="tag">{t("answered", { answered: desk.answered, staying: desk.staying })}</p>
      <progress max={Math.max(1, desk.staying)} value={Math.min(desk.answered, desk.staying)} aria-label={t("counts")} />
      {desk.comingBack > 0 && (
        <p class="banner night">
          <span>
            <strong>{t("coming-back", { count: desk.comingBack })}.</strong> {t("coming-back-why")}
          </span>
        </p>
      )}
    </div>
  );
}

const COUNTED_LATER: ReadonlySet<InputView["type"]> = new Set(["rings", "line"]);

/** A page that stays with each person: that it does is said, and how many are done with it. */
export function Journal({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  if (shared.stage?.body.t !== "journal") return null;
  // The numbers of a map or a line can be asked for in a later stage; whoever likes adds theirs.
  const counted = COUNTED_LATER.has(shared.stage.body.input.type);
  return (
    <div class="stack tight">
      <p class="tag fits num">{t("journal-done", { answered: desk.answered, staying: desk.staying })}</p>
      <Truth icon="held">{t(counted ? "journal-private-numbers" : "journal-private")}</Truth>
    </div>
  );
}

/** What a breath pacer does; it can be seen as the screen shows it. */
export function Breath({ shared }: { shared: SharedView }) {
  const { t } = useDoing();
  const body = shared.stage?.body;
  if (body?.t !== "guide" || body.pacer === null) return null;
  const { breatheIn, breatheOut, cycles, began } = body.pacer;
  return <p class={began === null ? "soft" : "tag fits"}>{t(began === null ? "breath-before" : "breath-runs", { in: breatheIn, out: breatheOut, cycles })}</p>;
}

/** The steps that a guide has shown so far; the last one is the one that stands now. What was agreed is read whole: no line of it is past. */
export function Guide({ shared }: { shared: SharedView }) {
  if (shared.stage?.body.t !== "guide") return null;
  const { steps, step, purpose } = shared.stage.body;
  if (purpose === "recall" && shared.agreements.length > 0)
    return (
      <ul class="guide recalled">
        {shared.agreements.map((line) => (
          <li key={line} class="voice">
            {line}
          </li>
        ))}
      </ul>
    );
  // A break's one line is the heading already.
  if (steps.length === 1 && steps[0] === shared.stage.prompt) return null;
  return (
    <ol class="guide">
      {steps.map((text, index) => (
        <li key={text} class={index === step ? "voice" : "voice soft"} aria-current={index === step ? "step" : undefined}>
          {text}
        </li>
      ))}
    </ol>
  );
}

/** The closed picture. The facilitator sees it first; at the reveal the focus goes to its heading. */
export function ClosedPicture({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const body = shared.stage?.body;
  const revealed = body?.t === "tally" && body.picture !== null;
  const wasRef = useRef(revealed);
  useEffect(() => {
    if (revealed && !wasRef.current) headingRef.current?.focus();
    wasRef.current = revealed;
  }, [revealed]);
  if (body?.t !== "tally" || desk.picture === null) return null;
  return (
    <section class="stack" aria-labelledby="picture-title">
      <h2 id="picture-title" class="row" tabIndex={-1} ref={headingRef}>
        <span class="title small-title">{t("picture-here")}</span>
        {desk.picture.t !== "no_picture" && <span class="soft small">{t(revealed ? "picture-shown" : body.reveals ? "picture-not-shown" : "picture-never-shown")}</span>}
      </h2>
      <Picture sums={desk.picture} input={body.input} t={t} />
    </section>
  );
}

export function Besides({ desk, shared, children }: { desk: ConsoleView; shared: SharedView; children?: ComponentChildren }) {
  const doing = useDoing();
  const { t, store } = doing;
  const off = store.line.value !== "live";
  const back = wayBack(desk, shared);
  const skip = waySkip(desk, shared);
  return (
    <div class="row besides">
      {children}
      {back !== null && (
        <button type="button" class="button slim" data-name="back" aria-disabled={off} onClick={() => !off && take(back, doing)}>
          <Icon name="back" />
          {t(back.title === "" ? "guide-back" : "back")}
        </button>
      )}
      {besides(shared).map(({ label, command }) => (
        <Act key={label} command={command}>
          {t(label)}
        </Act>
      ))}
      {skip !== null && (
        <button type="button" class="button slim" data-name="skip" aria-disabled={off} onClick={() => !off && take(skip, doing)}>
          {t("skip")}
        </button>
      )}
      <GiveUp desk={desk} shared={shared} />
      <p class="soft small keys-hint">
        <kbd>{t("name-of-space")}</kbd> {t("key-space")}
        {desk.queue.some((card) => card.state === "waiting") && (
          <>
            <kbd>M</kbd> {t("queue")}
          </>
        )}
        <kbd>?</kbd> {t("keys-all")}
      </p>
    </div>
  );
}

const TALKING = new Set(["circle", "rooms"]);

/** What is said belongs to the beginning of an activity, what is asked to where people talk: at its end, in rounds, over what came in. */
function scriptNow(desk: ConsoleView, { stage }: SharedView): { say: boolean; ask: boolean } {
  if (stage === null) return { say: true, ask: desk.ask.length > 0 };
  const talks = stage.number === stage.of || TALKING.has(stage.kind) || stage.phase === "closed";
  return { say: stage.number === 1, ask: talks };
}

/** The lines of the activity that belong to this moment; the others are behind a fold. */
export function Script({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  if (desk.say.length + desk.ask.length === 0 && desk.watch === "") return null;
  const now = scriptNow(desk, shared);
  const folded = (!now.say && desk.say.length > 0) || (!now.ask && desk.ask.length > 0);
  const say = desk.say.map((line) => <p key={line}>{line}</p>);
  const ask = desk.ask.length > 0 && (
    <>
      <h2 class="label">{t("ask")}</h2>
      {desk.ask.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
  return (
    <section class="script" aria-label={t("script")}>
      {now.say && say}
      {now.ask && ask}
      {folded && (
        <details>
          <summary>{t(now.say ? "script-later" : "script-rest")}</summary>
          {!now.say && say}
          {!now.ask && ask}
        </details>
      )}
      {desk.watch !== "" && <p class="watch small soft">{t("watch", { watch: desk.watch })}</p>}
    </section>
  );
}
