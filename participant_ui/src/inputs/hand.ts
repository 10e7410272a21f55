/** A finger, a pen or a mouse on a picture: one at a time, held fast, and never lost. */
import { useRef } from "preact/hooks";

import type { Place } from "./values";

/** CSS pixels that a finger may roll and still be a tap. */
const TAP_SLACK = 8;

export interface Touch {
  /** Shares of the picture, from its left and its top; beyond 0 … 1 when the finger has left it. */
  at: Place;
  /** What the finger came down on. */
  on: Element | null;
}

export interface Gesture {
  press?: (touch: Touch) => void;
  /** Only once it is more than a tap. */
  drag?: (touch: Touch) => void;
  tap: (touch: Touch) => void;
  /** The finger was lifted after a drag; or the system took it away, and what was reached by then stands. */
  drop?: (touch: Touch) => void;
  /** The system took the finger away before it had moved: nothing was meant. */
  let?: () => void;
}

interface Held {
  id: number;
  on: Element | null;
  from: { x: number; y: number };
  last: Place;
  moved: boolean;
}

function shareOf(event: PointerEvent, picture: Element): Place {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return { x: width === 0 ? 0 : (event.clientX - left) / width, y: height === 0 ? 0 : (event.clientY - top) / height };
}

/** Handlers for the picture. A second finger changes nothing: two of them zoom the page. */
export function useHand(gesture: Gesture, disabled: boolean) {
  const held = useRef<Held | null>(null);

  const end = (event: PointerEvent, cancelled: boolean): void => {
    const now = held.current;
    if (now === null || now.id !== event.pointerId) return;
    held.current = null;
    const touch = { at: now.last, on: now.on };
    if (now.moved) gesture.drop?.(touch);
    else if (cancelled) gesture.let?.();
    else gesture.tap(touch);
  };

  return {
    onPointerDown: (event: PointerEvent & { currentTarget: Element }): void => {
      if (disabled || (held.current !== null && !event.isPrimary) || (event.pointerType === "mouse" && event.button !== 0)) return;
      const on = event.target instanceof Element ? event.target : null;
      const at = shareOf(event, event.currentTarget);
      held.current = { id: event.pointerId, on, from: { x: event.clientX, y: event.clientY }, last: at, moved: false };
      // It belongs to the picture from here on, also beyond its edge.
      event.currentTarget.setPointerCapture?.(event.pointerId);
      gesture.press?.({ at, on });
    },
    onPointerMove: (event: PointerEvent & { currentTarget: Element }): void => {
      const now = held.current;
      if (now === null || now.id !== event.pointerId) return;
      now.last = shareOf(event, event.currentTarget);
      if (!now.moved && Math.hypot(event.clientX - now.from.x, event.clientY - now.from.y) > TAP_SLACK) now.moved = true;
      if (now.moved) gesture.drag?.({ at: now.last, on: now.on });
    },
    onPointerUp: (event: PointerEvent): void => end(event, false),
    onPointerCancel: (event: PointerEvent): void => end(event, true),
    onLostPointerCapture: (event: PointerEvent): void => end(event, true),
  };
}
