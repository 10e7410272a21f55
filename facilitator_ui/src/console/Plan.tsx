import { useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import { minutesOf } from "../words";
import { useDoing } from "./context";

const NO_CLOCK = { endsAt: null, left: null };

function MinutesLeft({ shared }: { shared: SharedView }) {
  const { t, store } = useDoing();
  const left = useTick(store.clock, shared.stage?.clock ?? NO_CLOCK);
  if (left === null || shared.stage?.phase !== "open") return null;
  return <span class="left num">{t("plan-left", { minutes: minutesOf(left) })}</span>;
}

export function Plan({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, open } = useDoing();
  return (
    <>
      <ol>
        {desk.plan.map((item) => (
          <li key={item.title} class={item.state === "now" ? "now hold" : item.state} aria-current={item.state === "now" ? "step" : undefined}>
            <span class="what">{item.title}</span>
            {item.state === "done" ? <Icon name="check" label={t("plan-done")} /> : <span class="num">{item.minutes}</span>}
            {item.state === "now" && <MinutesLeft shared={shared} />}
          </li>
        ))}
      </ol>
      {desk.shifted > 0 && <p class="banner">{t("plan-shifted", { minutes: minutesOf(desk.shifted) })}</p>}
      {shared.phase !== "ended" && (
        <button type="button" class="button slim quiet end-session" onClick={() => open("end")}>
          <Icon name="leave" />
          {t("end-session")}
        </button>
      )}
    </>
  );
}
