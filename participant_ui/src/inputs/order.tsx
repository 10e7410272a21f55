/** Options in an order of one's own: drag by the handle, or step by step with the two buttons. Nothing is ordered until it is touched. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { announce } from "../announce";
import { t } from "../text";
import { asAsked, moved, orderFrom, placeAt } from "./ordering";
import { UndoButton } from "./parts";
import type { InputProps } from "./props";
import { useUndo } from "./undo";

/** A row that is held by its handle. */
interface Held {
  finger: number;
  /** Its place before, and the one under the finger. */
  from: number;
  to: number;
  middles: number[];
}

function Arrow({ up = false }: { up?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={up ? "M12 20V5M6 11L12 5L18 11" : "M12 4V19M6 13L12 19L18 13"} />
    </svg>
  );
}

export function OrderInput({ asked, value, onChange, disabled = false }: InputProps<number[] | null>) {
  const own = orderFrom(value, asked.options.length);
  const order = own ?? asAsked(asked.options.length);
  const { change, undo } = useUndo<number[] | null>(own, onChange);
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<Held | null>(null);
  const [dragged, setDragged] = useState<{ from: number; to: number } | null>(null);
  const [focus, setFocus] = useState<{ option: number; by: number } | null>(null);
  const shown = dragged === null ? order : moved(order, dragged.from, dragged.to);

  // A row that is moved in the page loses the focus: the same button of the same option gets it back.
  useLayoutEffect(() => {
    if (focus === null) return;
    list.current?.querySelector<HTMLElement>(`[data-option="${focus.option}"] [data-by="${focus.by}"]`)?.focus();
    setFocus(null);
  }, [focus]);

  const say = (option: number, place: number): void =>
    announce(t("order-now", { option: asked.options[option] ?? "", place: place + 1, of: order.length }));
  const move = (from: number, to: number): void => {
    const next = moved(order, from, to);
    const option = order[from];
    if (disabled || option === undefined || (own !== null && next.every((other, index) => other === order[index]))) return;
    change(next);
    say(option, next.indexOf(option));
  };
  const step = (from: number, by: number): void => {
    const option = order[from];
    if (option === undefined || from + by < 0 || from + by >= order.length) return;
    move(from, from + by);
    setFocus({ option, by });
  };
  const begin = (event: PointerEvent, from: number): void => {
    if (disabled || held.current !== null || (event.pointerType === "mouse" && event.button !== 0)) return;
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    held.current = { finger: event.pointerId, from, to: from, middles: rows.flatMap((row, at) => (at === from ? [] : [row.top + row.height / 2])) };
    // The list holds the finger, because the row itself moves about in the page.
    list.current?.setPointerCapture?.(event.pointerId);
    setDragged({ from, to: from });
  };
  const drag = (event: PointerEvent): void => {
    const now = held.current;
    if (now === null || now.finger !== event.pointerId) return;
    now.to = placeAt(now.middles, event.clientY);
    setDragged({ from: now.from, to: now.to });
  };
  /** Also where the finger was lifted outside, or taken away by the system: what was reached by then stands. */
  const drop = (event: PointerEvent): void => {
    const now = held.current;
    if (now === null || now.finger !== event.pointerId) return;
    held.current = null;
    setDragged(null);
    if (now.to !== now.from) move(now.from, now.to);
  };

  return (
    <div class="stack">
      <p class="small soft">{t(own === null ? "order-how" : "order-set")}</p>
      <ol
        class={own === null ? "ordered stack tight open" : "ordered stack tight"}
        ref={list}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
        onLostPointerCapture={drop}
      >
        {shown.map((option, place) => {
          const words = asked.options[option] ?? "";
          return (
            <li key={option} data-option={option} class={dragged !== null && dragged.to === place ? "held" : undefined}>
              <i class="grip" aria-hidden="true" onPointerDown={(event) => begin(event, place)}>
                <Icon name="grip" />
              </i>
              <span dir="auto">
                <b class="num">{place + 1}</b> {words}
              </span>
              <button
                type="button"
                class="button quiet"
                data-by={-1}
                aria-disabled={disabled || place === 0}
                aria-label={t("order-up", { option: words })}
                onClick={() => step(place, -1)}
              >
                <Arrow up />
              </button>
              <button
                type="button"
                class="button quiet"
                data-by={1}
                aria-disabled={disabled || place === order.length - 1}
                aria-label={t("order-down", { option: words })}
                onClick={() => step(place, 1)}
              >
                <Arrow />
              </button>
            </li>
          );
        })}
      </ol>
      <div class="row">
        {own === null && (
          <button type="button" class="button" disabled={disabled} onClick={() => change(order)}>
            {t("order-as-it-is")}
          </button>
        )}
        {(own !== null || undo !== null) && <UndoButton undo={undo} disabled={disabled} />}
      </div>
    </div>
  );
}
