/** The session's clock on this page. In a rehearsal it runs faster than the wall's. */
import { useEffect, useState } from "preact/hooks";

import type { Clock } from "./wire";

/** Session milliseconds a beat may be off before it moves the clock: under it, it is the network's delay. */
const DRIFT = 1500;
/** Wall milliseconds between two renderings at least, however fast the session's clock runs. */
const LEAST_TICK = 250;
const SECOND = 1000;

export class SessionClock {
  pace = 1;
  #base = 0;
  #since: number;

  /** `wall` gives milliseconds that never go backwards. */
  constructor(private readonly wall: () => number = () => performance.now()) {
    this.#since = wall();
  }

  /** `now` in session milliseconds; `pace` in session milliseconds per wall millisecond. */
  set(now: number, pace: number): void {
    this.#base = now;
    this.#since = this.wall();
    this.pace = pace;
  }

  /** A beat says the time too. It moves the clock only where the phone has slept or drifted. */
  correct(now: number): void {
    if (Math.abs(now - this.now()) > DRIFT * this.pace) this.set(now, this.pace);
  }

  /** Session milliseconds. */
  now(): number {
    return this.#base + (this.wall() - this.#since) * this.pace;
  }

  /** Session milliseconds left, never under 0; null where there is no clock. */
  left(clock: Clock): number | null {
    if (clock.left !== null) return Math.max(0, clock.left);
    return clock.endsAt === null ? null : Math.max(0, clock.endsAt - this.now());
  }
}

/** 112000 is "1:52". A second that has begun counts, so that 0:00 means over. */
export function secondsText(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Wall milliseconds until the shown second changes. */
export function untilNextSecond(left: number, pace: number): number {
  const session = left % SECOND || SECOND;
  return Math.max(LEAST_TICK, Math.ceil(session / pace) + 1);
}

/**
 * Renders again whenever the shown second of `of` changes (without `of`: once a second), and gives the session milliseconds left.
 * A clock that stands still, or has run out, renders nothing.
 */
export function useTick(clock: SessionClock, of?: Clock): number | null {
  const [tick, setTick] = useState(0);
  const left = of === undefined ? null : clock.left(of);
  const stands = of !== undefined && (left === null || left === 0 || of.left !== null);
  useEffect(() => {
    if (stands) return undefined;
    const timer = setTimeout(() => setTick(tick + 1), untilNextSecond(left ?? SECOND, clock.pace));
    return () => clearTimeout(timer);
  }); // after every rendering: the timer belongs to what is shown now
  return left;
}
