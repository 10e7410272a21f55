/** The frame that a line stands in: its four ends in words, inside above and below, under it left and right. */
import type { ComponentChildren } from "preact";

import type { InputView } from "../../../realtime/client/wire";

interface BoxProps {
  asked: InputView;
  touched: boolean;
  class?: string;
  children: ComponentChildren;
  hand: object;
  label: string;
}

export function LineBox({ asked, touched, class: more = "", children, hand, label }: BoxProps) {
  const [left, right] = asked.x;
  const [bottom, top] = asked.y;
  return (
    <div class="line-of">
      <p class="end" dir="auto">
        {top}
      </p>
      <div class={`field-of ${more}${touched ? " touched" : ""}`} data-picture="line" role="group" aria-label={label} {...hand}>
        {children}
      </div>
      <p class="end" dir="auto">
        {bottom}
      </p>
      <div class="ends">
        <span dir="auto">{left}</span>
        <span dir="auto">{right}</span>
      </div>
    </div>
  );
}
