/** A quiet bell at the end of a step. Browsers let a page sound only after somebody has touched it, so it is off until asked for. */

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

export function ring(): void {
  if (context === null) return;
  const now = context.currentTime;
  for (const { hertz, share, seconds } of PARTIALS) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, now);
    loudness.gain.linearRampToValueAtTime(share, now + 0.01);
    loudness.gain.exponentialRampToValueAtTime(0.0001, now + seconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(now);
    tone.stop(now + seconds);
  }
}

/** Whether a step has ended between two views: a room that was on its way is somewhere else now. */
export function stepEnded(before: TileView[], now: TileView[]): boolean {
  const where = new Map(now.map((room) => [room.number, room]));
  return before.some((room) => {
    const later = where.get(room.number);
    const onItsWay = room.state === "running" || room.state === "gathering";
    return onItsWay && later !== undefined && (later.state !== room.state || later.step !== room.step);
  });
}

export function useStepBell(rooms: TileView[], on: boolean, sound: () => void = ring): void {
  const beforeRef = useRef(rooms);
  useEffect(() => {
    if (on && stepEnded(beforeRef.current, rooms)) sound();
    beforeRef.current = rooms;
  }, [rooms, on, sound]);
}

/** Once for each turn whose clock comes to zero while it is watched. `turn` is null where nobody's turn runs. */
export function useTurnBell(turn: number | null, left: number | null, on: boolean, sound: () => void = ring): void {
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
