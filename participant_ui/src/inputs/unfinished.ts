/** What was begun in an input and does not stand on the page yet, such as a typed name without a place. */
import { useLayoutEffect } from "preact/hooks";

let settleIt: (() => void) | null = null;

/** The open input says how what was begun in it finds its place. */
export function useUnfinished(settle: () => void): void {
  useLayoutEffect(() => {
    settleIt = settle;
    return () => {
      if (settleIt === settle) settleIt = null;
    };
  });
}

/** Before "done", and before an answer goes out: nothing that was typed is lost. */
export function settleUnfinished(): void {
  settleIt?.();
}
