import type { ComponentChildren } from "preact";

import type { ClientCommand } from "../../../realtime/client/wire";
import { useDoing } from "./context";

interface ActProps {
  command: ClientCommand;
  class?: string;
  label?: string;
  describedBy?: string;
  name?: string;
  /** Off for a reason of its own, besides the line and its own answer on the way. */
  blocked?: boolean;
  onDone?: () => void;
  /** Once it was granted: a panel that holds something written stays until then. */
  onGranted?: () => void;
  children: ComponentChildren;
}

/** A button that sends one wish. Off by `aria-disabled`, so that it keeps the focus while its answer is on the way. */
export function Act({ command, class: look = "button slim", label, describedBy, name, blocked = false, onDone, onGranted, children }: ActProps) {
  const { act, isWaiting, store } = useDoing();
  const off = blocked || isWaiting(command) || store.line.value !== "live";
  return (
    <button
      type="button"
      class={look}
      aria-label={label}
      aria-describedby={describedBy}
      aria-disabled={off}
      data-name={name}
      onClick={() => {
        if (off) return;
        act(command, onGranted);
        onDone?.();
      }}
    >
      {children}
    </button>
  );
}
