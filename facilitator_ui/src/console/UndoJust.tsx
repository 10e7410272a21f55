import { useEffect, useRef } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import type { JustDone } from "../doing";
import { Act } from "./Act";
import { useDoing } from "./context";

/** It leaves by itself: what was decided can be read again in the list of cards as long as the stage stands. */
const SHOWN_FOR = 10_000;

/** Whether it can still be taken back: not once the card is gone, has gone out, or waits again, or the room has moved on. */
function stands({ undo }: JustDone, desk: ConsoleView, shared: SharedView): boolean {
  const card = desk.queue.find(({ id }) => id === undo.card);
  if (card === undefined || shared.stage?.run !== undo.run) return false;
  return undo.t === "veil_card" || (card.state !== "waiting" && card.state !== "released");
}

/** What was just done to a card, and its way back. Never takes the focus; stays while somebody is at it. */
export function UndoJust({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, justDone, forgetJustDone } = useDoing();
  const just = justDone.value;
  const boxRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (just === null) return undefined;
    const timer = setInterval(() => {
      if (boxRef.current?.matches(":hover, :focus-within") !== true) forgetJustDone();
    }, SHOWN_FOR);
    return () => clearInterval(timer);
  }, [just, forgetJustDone]);
  if (just === null || !stands(just, desk, shared)) return null;
  return (
    <div ref={boxRef} class="toast undo-just">
      <span>{t(just.says)}</span>
      <Act class="button slim" name="undo-just" command={just.undo}>
        <Icon name="back" />
        {t("queue-undo-just")} <kbd>U</kbd>
      </Act>
    </div>
  );
}
