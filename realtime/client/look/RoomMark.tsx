/** The sign of a room, by its number: people look for it, on the phone and on the shared screen. Thirty come before two look alike. */
import type { ComponentChildren } from "preact";

/** On the icons' grid of 24. */
const SHAPES = [
  "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z",
  "M4 4h16v16H4z",
  "M12 3.5 21.5 20.5h-19z",
  "M12 2 22 12 12 22 2 12z",
  "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
  "M4 20.5V11a8 8 0 0 1 16 0v9.5z",
] as const;
/** Fills in parts.css. Five, because 5 and 6 share no divisor: each shape comes in each colour before one comes again. */
const FILLS = 5;

export function markOf(number: number): { path: string; fill: number } {
  const index = Math.max(0, number - 1);
  return { path: SHAPES[index % SHAPES.length] ?? SHAPES[0], fill: index % FILLS };
}

interface RoomMarkProps {
  number: number;
  /** The number in words, such as "Room 3". Without: the number itself, so that the sign never stands alone. */
  children?: ComponentChildren;
}

export function RoomMark({ number, children = number }: RoomMarkProps) {
  const { path, fill } = markOf(number);
  return (
    <span class="room-mark">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path class={`fill-${fill}`} d={path} />
      </svg>
      <span>{children}</span>
    </span>
  );
}
