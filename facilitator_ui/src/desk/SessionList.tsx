import type { ComponentChildren } from "preact";

import type { ProgrammeSessionOffer } from "../../../realtime/client/desk";
import type { Translate } from "../../../realtime/client/strings";

const PHASES: Record<ProgrammeSessionOffer["phase"], string> = { arrive: "phase-arrive", work: "phase-work", carry: "phase-carry" };
const FOCUS: Record<string, string> = { conflict: "focus-conflict", change: "focus-change", loss: "focus-loss", distance: "focus-distance" };

interface SessionListProps {
  sessions: ProgrammeSessionOffer[];
  /** What stands beside one of them besides, by its number. */
  beside?: (number: number) => ComponentChildren;
  /** The one that comes next. */
  next?: number | undefined;
  name: string;
  t: Translate;
}

/** The sessions of a programme as a quiet list: which one, how long, what it touches, and what one may try until the next. */
export function SessionList({ sessions, beside, next, name, t }: SessionListProps) {
  return (
    <ol class="programme-sessions" aria-label={name}>
      {sessions.map(({ number, phase, title, minutes, focus, until }) => (
        <li key={number} class={number === next ? "next-session" : undefined} aria-current={number === next ? "step" : undefined}>
          <span class="num session-number">{number}</span>
          <div class="stack tight session-what">
            <div class="row session-head">
              <span class="grow">
                <span class="choice-name">{title}</span>{" "}
                <span class="small soft num">
                  {[t(PHASES[phase]), t("exercise-minutes", { minutes }), ...focus.map((area) => t("programme-focus", { focus: FOCUS[area] === undefined ? area : t(FOCUS[area]) }))].join(" · ")}
                </span>
              </span>
              {beside?.(number)}
            </div>
            {until !== "" && (
              <p class="small soft">
                {t(number === sessions.length ? "programme-afterwards" : "programme-until")} <span class="voice">{until}</span>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
