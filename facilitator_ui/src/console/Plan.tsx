import { useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, PlanItemView, SharedView } from "../../../realtime/client/wire";
import { clockTime, minutesOf, shortTitle } from "../words";
import { whichSession } from "./Activity";
import { useDoing } from "./context";
import { type Pace, paceOf } from "./pace";
import { take, wayThere } from "./way";

const NO_CLOCK = { endsAt: null, left: null };

export function usePace(desk: ConsoleView): Pace | null {
  const { store } = useDoing();
  useTick(store.clock);
  return paceOf(desk, store.clock.now());
}

/** "4 min over", in words: amber alone would carry nothing. */
export function Over({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  const pace = usePace(desk);
  if (pace === null) return null;
  if (pace.over > 0)
    return (
      <span class="tag lamp">
        <Icon name="clock" />
        {t("plan-over", { minutes: pace.over })}
      </span>
    );
  return <span class="tag soft">{pace.over < 0 ? t("plan-early", { minutes: -pace.over }) : t("plan-on-time")}</span>;
}

function MinutesLeft({ shared }: { shared: SharedView }) {
  const { t, store } = useDoing();
  const left = useTick(store.clock, shared.stage?.clock ?? NO_CLOCK);
  if (left === null || shared.stage?.phase !== "open") return null;
  return <span class="left num">{t("plan-left", { minutes: minutesOf(left) })}</span>;
}

/** The stages of one item. Those that can be shown (again) are buttons. */
function Stages({ item, desk, shared }: { item: PlanItemView; desk: ConsoleView; shared: SharedView }) {
  const doing = useDoing();
  const { t, store } = doing;
  return (
    <ol class="stages">
      {item.stages.map((stage) => {
        const way = wayThere(stage, desk, shared);
        const now = stage.stage === desk.stage;
        const title = shortTitle(stage.title) || t(`kind-${stage.kind}`);
        return (
          <li key={stage.stage} aria-current={now ? "step" : undefined}>
            {way === null ? (
              <span class={now ? "here" : "soft"}>
                {title}
                {now && <span class="soft small"> {t("plan-here")}</span>}
              </span>
            ) : (
              <button
                type="button"
                class="button quiet stage-button"
                aria-disabled={store.line.value !== "live"}
                onClick={() => take(way, doing)}
              >
                <Icon name={stage.does === "look_back" ? "see" : "go"} />
                <span>
                  {title}
                  <span class="soft small"> {t(stage.does === "look_back" ? "plan-look-back" : "plan-open")}</span>
                </span>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Item({ item, begins, desk, shared }: { item: PlanItemView; begins: number | null; desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  const now = item.state === "now";
  return (
    <li class={now ? "now hold" : item.state} aria-current={now ? "step" : undefined}>
      <details open={now}>
        <summary>
          <span class="num">{begins === null ? "" : clockTime(begins)}</span>
          <span class="what">{item.title}</span>
          {item.state === "done" ? (
            <Icon name="check" label={t("plan-done")} />
          ) : (
            <span class="num">
              <span aria-hidden="true">{item.minutes}</span>
              <span class="hidden">{t("plan-minutes", { minutes: item.minutes })}</span>
            </span>
          )}
          {now && <MinutesLeft shared={shared} />}
        </summary>
        <Stages item={item} desk={desk} shared={shared} />
      </details>
    </li>
  );
}

function Shorter({ pace }: { pace: Pace }) {
  const { t } = useDoing();
  const times = { ends: clockTime(pace.ends), planned: clockTime(pace.planned) };
  if (pace.over <= 0) return <p class="small soft plan-end">{t("plan-ends", times)}</p>;
  return (
    <div class="banner shorter">
      <p>
        {t("plan-ends-late", times)}
        {pace.gives.map(({ title, minutes }) => (
          <span key={title}> {t("plan-give", { title, minutes })}</span>
        ))}
        {pace.gives.length === 0 && <span> {t("plan-give-none")}</span>}
      </p>
    </div>
  );
}

export function Plan({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, open } = useDoing();
  const pace = usePace(desk);
  const which = whichSession(shared, t);
  return (
    <>
      {which !== null && <p class="label plan-session">{which}</p>}
      <ol class={pace === null ? "untimed" : undefined}>
        {desk.plan.map((item, index) => (
          <Item key={`${index} ${item.title}`} item={item} begins={pace?.begins[index] ?? null} desk={desk} shared={shared} />
        ))}
      </ol>
      {pace !== null && <Shorter pace={pace} />}
      {desk.shifted > 0 && <p class="banner">{t("plan-shifted", { minutes: minutesOf(desk.shifted) })}</p>}
      <button type="button" class="button slim quiet end-session" onClick={() => open("stored")}>
        <Icon name="see" />
        {t("stored-console")}
      </button>
      {shared.phase !== "ended" && (
        <button type="button" class="button slim quiet end-session" onClick={() => open("end")}>
          <Icon name="leave" />
          {t("end-session")}
        </button>
      )}
    </>
  );
}
