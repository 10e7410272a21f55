import { useEffect, useRef } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand, ConsoleView, FeelingView, SharedView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { useDoing } from "./context";

const FILLED = { few: 1, mixed: 2, most: 3 } as const;
const CELLS = [1, 2, 3];

/** What the key and the button do: open one, or close the open one. */
export function checkInWish({ checkIn }: ConsoleView): ClientCommand {
  return checkIn.open ? { t: "close_check_in", checkIn: checkIn.number } : { t: "open_check_in", after: checkIn.number };
}

/** From the outer end towards the middle: few, some, most. */
function End({ band }: { band: keyof typeof FILLED }) {
  return (
    <span class="end">
      {CELLS.map((cell) => (
        <i key={cell} class={cell <= FILLED[band] ? "on" : undefined} />
      ))}
    </span>
  );
}

function Gauge({ view, shared }: { view: FeelingView; shared: SharedView }) {
  const { t } = useDoing();
  const { feeling, low, high, earlier, trend } = view;
  const name = t(`feeling-${feeling}`);
  if (low === null || high === null)
    return (
      <li>
        <strong>{name}</strong>
        <p class="soft small">{t("check-in-from", { floor: shared.floor })}</p>
      </li>
    );
  return (
    <li>
      <div class="row">
        <strong class="grow">{name}</strong>
        {earlier && <span class="tag soft">{t("check-in-earlier")}</span>}
        {trend !== null && <span class="tag soft">{t(`trend-${trend}`)}</span>}
      </div>
      <div class={earlier ? "gauge earlier" : "gauge"} aria-hidden="true">
        <End band={low} />
        <End band={high} />
      </div>
      <p class="small">{t(`felt-${feeling}`, { low, high })}</p>
    </li>
  );
}

/** At least some are at the low end of how it is to be here. What helps is for everybody, and asks nobody who it was. */
function ForEverybody({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, open } = useDoing();
  const safety = desk.checkIn.feelings.find(({ feeling }) => feeling === "safety");
  if (safety === undefined || safety.low === null || safety.low === "few" || safety.earlier) return null;
  return (
    <div class="banner for-everybody">
      <p>{t("check-in-low")}</p>
      <div class="row">
        {!shared.calm && (
          <Act command={{ t: "calm_room" }}>
            <Icon name="pause" />
            {t("calm")}
          </Act>
        )}
        <button type="button" class="button slim" onClick={() => open({ about: "note", text: t("check-in-help-note") })}>
          <Icon name="note" />
          {t("check-in-help")}
        </button>
      </div>
      <details>
        <summary>{t("check-in-ground")}</summary>
        <p class="voice">{t("check-in-ground-say")}</p>
      </details>
    </div>
  );
}

/** Asked beside whatever is played; it moves nothing there. */
export function CheckIn({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, say } = useDoing();
  const { open, feelings } = desk.checkIn;
  const wasRef = useRef(open);
  useEffect(() => {
    if (open !== wasRef.current) say(t(open ? "check-in-is-open" : "check-in-is-closed"), false);
    wasRef.current = open;
  }, [open, say, t]);
  return (
    <section class="stack tight check-in-box" aria-labelledby="check-in-title">
      <div class="row">
        <h2 id="check-in-title" class="label grow" tabIndex={-1} data-kept>
          {t("check-in")}
        </h2>
        {open && (
          <span class="tag kept">
            <i class="dot" aria-hidden="true" />
            {t("check-in-open")}
          </span>
        )}
      </div>
      <Act command={checkInWish(desk)}>
        <Icon name={open ? "close" : "phone"} />
        {t(open ? "check-in-close" : "check-in-begin")} <kbd>I</kbd>
      </Act>
      {feelings.length > 0 && (
        <>
          {feelings.every(({ low }) => low === null) ? (
            <p class="small">{t("check-in-from", { floor: shared.floor })}</p>
          ) : (
            <ul class="gauges">
              {feelings.map((view) => (
                <Gauge key={view.feeling} view={view} shared={shared} />
              ))}
            </ul>
          )}
          {feelings.some(({ earlier }) => earlier) && (
            <p class="soft small">{t("check-in-anew", { floor: shared.floor, changes: desk.checkIn.changes })}</p>
          )}
          <ForEverybody desk={desk} shared={shared} />
          <p class="soft small">{t("check-in-truth")}</p>
        </>
      )}
    </section>
  );
}
