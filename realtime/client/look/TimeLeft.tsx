import { secondsText, useTick, type SessionClock } from "../clock";
import type { Clock } from "../wire";

interface TimeLeftProps {
  clock: SessionClock;
  of: Clock;
  /** Session milliseconds of the whole step: how much light there was at its start. */
  total: number;
  /** What the time belongs to, as words under it. */
  label: string;
  /** The same for readers, for instance "Speaker has the time, 1:52 left". */
  spoken: (left: string) => string;
  /** Beside something else instead of in the middle. */
  small?: boolean;
}

/** The step clock: the light between two hands sinks as the time does. It says nothing by itself; readers find it when they look. */
export function TimeLeft({ clock, of, total, label, spoken, small = false }: TimeLeftProps) {
  const left = useTick(clock, of);
  if (left === null) return null;
  const text = secondsText(left);
  const light = total > 0 ? Math.min(100, (100 * left) / total) : 0;
  return (
    <div class={small ? "clock small" : "clock"} role="timer" aria-label={spoken(text)}>
      <svg viewBox="0 0 240 132" aria-hidden="true">
        <path class="track" d="M62 8C22 46 22 86 62 124M178 8c40 38 40 78 0 116" />
        {light > 0 && (
          <path class="light" d="M62 124C22 86 22 46 62 8M178 124c40-38 40-78 0-116" pathLength="200" stroke-dasharray={`${light} 200`} />
        )}
      </svg>
      <div class="face">
        <time>{text}</time>
        <span>{label}</span>
      </div>
    </div>
  );
}
