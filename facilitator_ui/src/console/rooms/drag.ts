/** People of a proposal are dragged by pointer; the same can be done from the panel that a press opens. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import type { Spot } from "./wishes";

/** Pixels that a press may wander before it is a drag. */
const SLOP = 6;
/** Pixels from the edge of the window where the page begins to follow. */
const EDGE = 56;
/** Pixels that it then follows at a time, and milliseconds between. */
const STEP = 12;
const EVERY = 16;

type OnLetGo = (seat: string, on: Spot) => void;
export type Lift = (event: PointerEvent, seat: string, name: string) => void;

function spotUnder(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-spot]") ?? null;
}

function spotOf(element: HTMLElement): Spot | null {
  const room = element.closest<HTMLElement>("[data-room]")?.dataset["room"];
  return room === undefined ? null : { seat: element.dataset["seat"] ?? null, room };
}

/** Whatever scrolls around the element: the column of the desk, or the window. */
function scroller(from: Element): Element {
  for (let at = from.parentElement; at !== null; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}

const towards = (y: number): number => (y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0);

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The click that ends a drag must not open a panel. */
function swallowClick(): void {
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }));
}

/**
 * Begins on a press and ends where it is let go; Escape and a lost pointer end it without any effect. A finger drags by the handle
 * alone, so that the page can still be scrolled over the names; another finger means nothing meanwhile.
 */
export function useDrag(onLetGo: OnLetGo): Lift {
  const latestRef = useRef(onLetGo);
  useLayoutEffect(() => {
    latestRef.current = onLetGo;
  });
  const nowRef = useRef<{ pointer: number; stop: () => void } | null>(null);
  useEffect(() => () => nowRef.current?.stop(), []);
  return (event, seat, name) => {
    const source = event.currentTarget;
    const finger = event.pointerType === "touch";
    if (!(source instanceof HTMLElement) || event.button !== 0 || (finger && !(event.target as Element).closest(".grip"))) return;
    const pointer = event.pointerId;
    if (nowRef.current !== null && nowRef.current.pointer !== pointer) return;
    nowRef.current?.stop();
    const from = { x: event.clientX, y: event.clientY };
    let carried: HTMLElement | null = null;
    let over: HTMLElement | null = null;
    const hand = { ...from };
    let following: ReturnType<typeof setInterval> | undefined;

    const lift = () => {
      carried = document.createElement("div");
      carried.className = "carried";
      carried.textContent = name;
      carried.setAttribute("aria-hidden", "true");
      document.body.append(carried);
      source.dataset["lifted"] = "yes";
    };
    const mark = (spot: HTMLElement | null) => {
      if (spot === over) return;
      delete over?.dataset["over"];
      over = spot;
      if (over !== null) over.dataset["over"] = "yes";
    };
    // The hand may rest at the edge: the page goes on under it.
    const follow = () => {
      scroller(source).scrollTop += towards(hand.y);
      mark(spotUnder(hand.x, hand.y));
    };
    const rest = () => {
      clearInterval(following);
      following = undefined;
    };
    const onMove = (moved: PointerEvent) => {
      if (moved.pointerId !== pointer) return;
      const { clientX: x, clientY: y } = moved;
      if (carried === null && Math.hypot(x - from.x, y - from.y) < SLOP) return;
      if (carried === null) lift();
      moved.preventDefault();
      if (carried !== null) carried.style.translate = `${x}px ${y}px`;
      Object.assign(hand, { x, y });
      mark(spotUnder(x, y));
      if (towards(y) === 0) rest();
      else following ??= setInterval(follow, EVERY);
    };
    const stop = () => {
      rest();
      document.removeEventListener("pointermove", onMove);
      document.removeEventListener("pointerup", onUp);
      document.removeEventListener("pointercancel", onCancel);
      document.removeEventListener("keydown", onKey, true);
      mark(null);
      carried?.remove();
      delete source.dataset["lifted"];
      nowRef.current = null;
    };
    const onUp = (ended: PointerEvent) => {
      if (ended.pointerId !== pointer) return;
      const lifted = carried !== null;
      const spot = lifted ? spotUnder(ended.clientX, ended.clientY) : null;
      stop();
      if (!lifted) return;
      swallowClick();
      const on = spot && spotOf(spot);
      if (on !== null) latestRef.current(seat, on);
    };
    const onCancel = (lost: PointerEvent) => {
      if (lost.pointerId === pointer) stop();
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      stop();
    };
    document.addEventListener("pointermove", onMove);
    document.addEventListener("pointerup", onUp);
    document.addEventListener("pointercancel", onCancel);
    document.addEventListener("keydown", onKey, true);
    nowRef.current = { pointer, stop };
  };
}
