/** Doors that nobody comes in by now: each says why, and what one can do. */
import { useEffect } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Banner } from "../../../realtime/client/look/Banner";
import type { DoorView } from "../door";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { locale } from "../language";
import { Languages } from "../languages";
import { problemId } from "../problems";
import { t, titled } from "../text";
import type { Place, Way } from "../way";
import { HelpText } from "./helptext";
import { StoredNow } from "./stored";

type AtDoor = Extract<Place, { at: "door" }>;

const HEADING = {
  scheduled: "door-scheduled",
  locked: "door-locked",
  full: "door-full",
  ended: "door-ended",
  cancelled: "door-cancelled",
} as const;
const MAY_OPEN: ReadonlySet<DoorView["state"]> = new Set<DoorView["state"]>(["scheduled", "locked", "full"]);
const OVER: ReadonlySet<DoorView["state"]> = new Set<DoorView["state"]>(["ended", "cancelled"]);
/** Milliseconds between two looks whether it has opened. */
const LOOK_EVERY = 20_000;

/** "Thursday 26 November, 18:00", as this phone's language and place say it. */
export function momentText(ms: number, locales?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locales, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone }).format(ms);
}

export function ClosedDoor({ way, place, state }: { way: Way; place: AtDoor; state: Exclude<DoorView["state"], "open"> }) {
  const { door, code, problem } = place;
  const heading = HEADING[state];
  const early = state === "scheduled";
  useEffect(() => {
    if (!early) return undefined;
    const timer = setInterval(() => document.visibilityState === "visible" && void way.knock(code), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [early, way, code]);
  return (
    <div class="phone">
      <Bar where={t("product")} practice={door.practice}>
        <Languages keep={(chosen) => way.chose(chosen)} />
      </Bar>
      <main>
        <Heading of={`door ${code} ${state}`}>{t(heading)}</Heading>
        {early && door.starts_ms !== null && <p class="voice lead">{t("door-starts", { moment: momentText(door.starts_ms, locale()) })}</p>}
        <p>{t(`${heading}-do`)}</p>
        <p class="soft">{t("door-code", { title: titled(door.title), code: inFours(code) })}</p>
        {problem !== null && (
          <Banner icon="warn" tone="care">
            {t(problemId(problem))}
          </Banner>
        )}
        {OVER.has(state) && way.hasCards(code) && (
          <section class="sheet stack">
            <p>{t("door-cards")}</p>
            <button type="button" class="button" onClick={() => void way.lookAtCards()}>
              {t("cards")}
            </button>
          </section>
        )}
        {state === "ended" && <StoredNow read={() => way.stored(code)} />}
        {(door.help ?? "") !== "" && (
          <details>
            <summary>{t("join-help")}</summary>
            <HelpText help={door.help} />
          </details>
        )}
      </main>
      <footer class="foot">
        <button type="button" class="button" onClick={() => way.enterAnother()}>
          {t("door-another")}
        </button>
        {MAY_OPEN.has(state) && (
          <button type="button" class="button main" onClick={() => void way.knock(code)}>
            {t("door-again")}
          </button>
        )}
      </footer>
    </div>
  );
}
