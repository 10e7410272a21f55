import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { SessionClock } from "../../../realtime/client/clock";
import { type Breath, breathAt, eased } from "./breath";
import type { Translate } from "../../../realtime/client/strings";
import type { PacerView } from "../../../realtime/client/wire";

const SIDE = 400;
const SMALLEST = 62;
const LARGEST = 176;
/** Wall milliseconds between two looks at the clock, where nothing moves but a bar. */
const STEP = 500;
const REDUCED = "(prefers-reduced-motion: reduce)";

function useStill(): boolean {
  const [still, setStill] = useState(() => window.matchMedia(REDUCED).matches);
  useEffect(() => {
    const query = window.matchMedia(REDUCED);
    const changed = () => setStill(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return still;
}

/** Renders when the breath turns; with `still`, also a few times in between, for the bar. */
function useBreath(pacer: PacerView, clock: SessionClock, still: boolean): Breath {
  const [, setLooks] = useState(0);
  const breath = breathAt(pacer, clock.now());
  const turn = breath.phase === "over" ? undefined : breath.turn;
  useEffect(() => {
    if (turn === undefined) return undefined;
    const turns = turn / clock.pace + 20;
    const timer = setTimeout(() => setLooks((looks) => looks + 1), still ? Math.min(STEP, turns) : turns);
    return () => clearTimeout(timer);
  }); // after every rendering: the timer belongs to what is shown now
  return breath;
}

/** The circle moves outside of rendering, once per painted frame, by the session's clock. */
function Circle({ pacer, clock }: { pacer: PacerView; clock: SessionClock }) {
  const circleRef = useRef<SVGCircleElement>(null);
  useLayoutEffect(() => {
    let frame = 0;
    const move = () => {
      const breath = breathAt(pacer, clock.now());
      const size = breath.phase === "in" || breath.phase === "out" ? breath.size : 0;
      circleRef.current?.setAttribute("r", String(SMALLEST + (LARGEST - SMALLEST) * eased(size)));
      frame = requestAnimationFrame(move);
    };
    move();
    return () => cancelAnimationFrame(frame);
  }, [pacer, clock]);
  return (
    <svg class="pacer-circle" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
      <circle class="widest" cx={SIDE / 2} cy={SIDE / 2} r={LARGEST} />
      <circle class="breath" cx={SIDE / 2} cy={SIDE / 2} r={SMALLEST} ref={circleRef} />
    </svg>
  );
}

/** A circle that widens and narrows for everybody at once. Words always; with reduced motion words and a bar that fills in steps. */
export function Pacer({ pacer, clock, t }: { pacer: PacerView; clock: SessionClock; t: Translate }) {
  const still = useStill();
  const breath = useBreath(pacer, clock, still);
  const runs = breath.phase === "in" || breath.phase === "out";
  return (
    <figure class={still ? "pacer still-pacer" : "pacer"} data-phase={breath.phase}>
      {!still && breath.phase !== "over" && <Circle pacer={pacer} clock={clock} />}
      {still && runs && (
        <span class="pacer-bar" aria-hidden="true">
          <i style={{ "--reach": `${Math.round(100 * breath.size)}%` }} />
        </span>
      )}
      {/* Read aloud it would be a command every few seconds: whoever listens is told once how it goes. */}
      <p class="voice pacer-word" aria-hidden="true">
        {t(`screen-pacer-${breath.phase}`)}
      </p>
      <figcaption class={runs ? "soft num" : "hidden"}>
        <span class="hidden">{t("screen-pacer-how", { in: pacer.breatheIn, out: pacer.breatheOut, cycles: pacer.cycles })}</span>
        {runs && t("screen-pacer-cycle", { cycle: breath.cycle + 1, cycles: pacer.cycles })}
      </figcaption>
    </figure>
  );
}
