/** A quiet bell at the end of a step, and a quieter one shortly before it. Browsers let a page sound only after somebody has touched it, so it is off until asked for. */

import { useEffect, useRef } from "preact/hooks";

import type { TileView } from "../../realtime/client/wire";

const PARTIALS = [
  { hertz: 528, share: 0.5, seconds: 2.4 },
  { hertz: 1056, share: 0.2, seconds: 1.4 },
  { hertz: 1584, share: 0.08, seconds: 0.8 },
];

let context: AudioContext | null = null;

/** Must be called from a click or a key. */
export function allowSound(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** `strength`: of the full loudness. */
export function ring(strength = 1): void {
  if (context === null) return;
  const now = context.currentTime;
  for (const { hertz, share, seconds } of PARTIALS) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, now);
    loudness.gain.linearRampToValueAtTime(strength * share, now + 0.01);
    loudness.gain.exponentialRampToValueAtTime(0.0001, now + seconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(now);
    tone.stop(now + seconds);
  }
}

type Stepping = Pick<TileView, "number" | "state" | "step" | "ending">;

/** Whether a step has ended between two views: a room that was on its way is somewhere else now, or comes to a close. */
export function stepEnded(before: readonly Stepping[], now: readonly Stepping[]): boolean {
  const where = new Map(now.map((room) => [room.number, room]));
  return before.some((room) => {
    const later = where.get(room.number);
    const onItsWay = room.state === "running" || room.state === "gathering";
    return onItsWay && later !== undefined && (later.state !== room.state || later.step !== room.step || (later.ending && !room.ending));
  });
}

export function useStepBell(rooms: readonly Stepping[], on: boolean, sound: () => void = () => ring()): void {
  const beforeRef = useRef(rooms);
  useEffect(() => {
    if (on && stepEnded(beforeRef.current, rooms)) sound();
    beforeRef.current = rooms;
  }, [rooms, on, sound]);
}

/** Once for each turn whose clock comes to zero while it is watched. `turn` is null where nobody's turn runs. */
export function useTurnBell(turn: number | null, left: number | null, on: boolean, sound: () => void = () => ring()): void {
  const runningRef = useRef<number | null>(null);
  useEffect(() => {
    if (turn === null || left === null) runningRef.current = null;
    else if (left > 0) runningRef.current = turn;
    else if (runningRef.current === turn) {
      runningRef.current = null;
      if (on) sound();
    }
  }, [turn, left, on, sound]);
}

/** Seconds before its end at which a step is heard of once more, where it was seen with at least `from`: short ones just end. */
const WARNINGS = [
  { at: 10, from: 30 },
  { at: 60, from: 90 },
] as const;
export const QUIETER = 0.4;
type Warned = (typeof WARNINGS)[number]["at"];

/** `step`: what the clock belongs to, null where none runs; `left`: its session milliseconds. */
export function useWarnings(step: string | null, left: number | null, warn: (seconds: Warned) => void): void {
  const lastRef = useRef<{ step: string; left: number; most: number } | null>(null);
  useEffect(() => {
    const last = lastRef.current;
    if (step === null || left === null) {
      lastRef.current = null;
      return;
    }
    const same = last !== null && last.step === step;
    const most = same ? Math.max(last.most, left) : left;
    lastRef.current = { step, left, most };
    const passed = WARNINGS.find(({ at, from }) => same && last.left > 1000 * at && left <= 1000 * at && most >= 1000 * from);
    if (passed !== undefined && left > 0) warn(passed.at);
  }, [step, left, warn]);
}
