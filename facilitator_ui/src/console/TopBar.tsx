import { useTick } from "../../../realtime/client/clock";
import { inFours } from "../../../realtime/client/code";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import { clockTime } from "../words";
import { Act } from "./Act";
import { useDoing } from "./context";
import { Door } from "./Panels";
import { Over } from "./Plan";

function TimeOfDay() {
  const { store } = useDoing();
  useTick(store.clock);
  return <time class="num">{clockTime(store.clock.now())}</time>;
}

function Line() {
  const { t, store } = useDoing();
  const live = store.line.value === "live";
  return (
    <span class={live ? "tag kept" : "tag care"}>
      {live ? <i class="dot" aria-hidden="true" /> : <Icon name="offline" />}
      {t(live ? "line-live" : "line-off")}
    </span>
  );
}

export function CalmButton({ shared, short = false }: { shared: SharedView; short?: boolean }) {
  const { t } = useDoing();
  return (
    <Act class={short ? "button care calm-foot" : "button slim care"} command={{ t: shared.calm ? "resume_room" : "calm_room" }}>
      <Icon name={shared.calm ? "go" : "pause"} />
      {shared.calm ? t("next-resume") : t(short ? "calm-short" : "calm")}
      {!short && <kbd>H</kbd>}
    </Act>
  );
}

export function TopBar({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, open } = useDoing();
  return (
    <div class="top">
      <Icon name="mark" class="mark" label={t("mark")} />
      <strong>{shared.title}</strong>
      <span class="soft num code-said">{t("code", { code: inFours(desk.code) })}</span>
      <button type="button" class="button slim quiet" onClick={() => open("join")}>
        <Icon name="qr" />
        {t("join-panel")} <kbd>J</kbd>
      </button>
      <button type="button" class="button slim quiet" onClick={() => open("note")}>
        <Icon name="note" />
        {t("note")} <kbd>N</kbd>
      </button>
      <Door desk={desk} />
      <span class="far row">
        <TimeOfDay />
        <Over desk={desk} />
        <Line />
      </span>
      {!shared.calm && shared.phase !== "ended" && <CalmButton shared={shared} />}
    </div>
  );
}

/** Code and time on one line; the plan and everything else behind the menu. */
export function PhoneBar({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, open, store } = useDoing();
  return (
    <div class="bar">
      <Icon name="mark" class="mark" label={t("mark")} />
      <span class="grow">
        <strong>{shared.title}</strong>
        <br />
        <span class="num">{inFours(desk.code)}</span>
      </span>
      <TimeOfDay />
      <Over desk={desk} />
      {store.line.value !== "live" && <Line />}
      <button type="button" class="button quiet" aria-label={t("plan-and-more")} onClick={() => open("plan")}>
        <Icon name="menu" />
      </button>
    </div>
  );
}
