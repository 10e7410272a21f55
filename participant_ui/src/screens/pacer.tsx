/** A breath to follow together: a circle that grows and shrinks by the session's clock. Whoever breathes otherwise is right too. */
import { useEffect, useRef, useState } from "preact/hooks";

import { type Breath, breathAt } from "../../../realtime/client/breath";
import type { PacerView, StageView } from "../../../realtime/client/wire";
import { announce } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

interface PacerProps {
  here: Here;
  stage: StageView;
  steps: string[];
  pacer: PacerView;
}

const WORDS = { soon: "breath-soon", in: "breath-in", out: "breath-out", over: "breath-over" } as const;
const SECOND = 1000;
const SMALL = "scale(0.45)";
const LARGE = "scale(1)";
/** Wall milliseconds between two looks at least. */
const LEAST_WAIT = 50;

const calmMotion = (): boolean => window.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;

/** Where the breath is now; rendered again when it turns. */
function useBreath(here: Here, pacer: PacerView): Breath {
  const { clock } = here.session.store;
  const [, setTurn] = useState(0);
  const breath = breathAt(pacer, clock.now());
  useEffect(() => {
    if (breath.turnsIn === null) return undefined;
    const timer = setTimeout(() => setTurn((turn) => turn + 1), Math.max(LEAST_WAIT, breath.turnsIn / clock.pace));
    return () => clearTimeout(timer);
  });
  return breath;
}

/** Without motion the circle fades instead of growing. */
function Circle({ here, pacer, began }: { here: Here; pacer: PacerView; began: number }) {
  const circle = useRef<HTMLDivElement>(null);
  const { breatheIn, breatheOut, cycles } = pacer;
  useEffect(() => {
    const { clock } = here.session.store;
    const still = calmMotion();
    const low = still ? { opacity: 0.35 } : { transform: SMALL };
    const high = still ? { opacity: 1 } : { transform: LARGE };
    const animation = circle.current?.animate?.(
      [
        { ...low, easing: "ease-in-out" },
        { ...high, offset: breatheIn / (breatheIn + breatheOut), easing: "ease-in-out" },
        low,
      ],
      { duration: ((breatheIn + breatheOut) * SECOND) / clock.pace, iterations: cycles, fill: "both", delay: (began - clock.now()) / clock.pace },
    );
    return () => animation?.cancel();
  }, [here, began, breatheIn, breatheOut, cycles]);
  return <div class="breath-circle" ref={circle} aria-hidden="true" />;
}

export function Pacer({ here, stage, steps, pacer }: PacerProps) {
  const breath = useBreath(here, pacer);
  const heading = stage.title ?? stage.prompt;
  const words = breath.now === "wait" ? "" : t(WORDS[breath.now]);
  // Readers hear the first breath and the end: more would be talking over the quiet.
  const said = breath.now === "over" || (breath.number === 1 && breath.now !== "soon") ? words : "";
  useEffect(() => {
    if (said !== "") announce(said);
  }, [said]);
  const lines = [...steps, ...(stage.title === null ? [] : [stage.prompt])].filter((line) => line !== heading);
  return (
    <Frame here={here}>
      <div class="stack tight centre">
        <Heading of={`stage ${stage.run}`}>{heading}</Heading>
        {lines.map((line, index) => (
          <p class="voice lead" key={index}>
            {line}
          </p>
        ))}
      </div>
      <div class="breath middle" data-breath={breath.now}>
        {pacer.began === null && <div class="breath-circle" aria-hidden="true" />}
        {pacer.began !== null && breath.now !== "over" && <Circle here={here} pacer={pacer} began={pacer.began} />}
        {words !== "" && (
          <p class="title" aria-hidden={breath.now === "in" || breath.now === "out"}>
            {words}
          </p>
        )}
      </div>
      <p class="soft centre">{t(pacer.began === null ? "breath-wait" : "breath-own")}</p>
    </Frame>
  );
}
