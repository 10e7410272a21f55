/** Taking back the last changes, one after the other. */
import { useState } from "preact/hooks";

const MOST_STEPS = 40;

interface Step<T> {
  before: T;
  kind: string;
}

export interface Undo<T> {
  /** Changes of one `kind` in a row (letters of one name) are taken back together. */
  change: (next: T, kind?: string) => void;
  /** Null where there is nothing to take back. */
  undo: (() => void) | null;
}

export function useUndo<T>(value: T, onChange: (value: T) => void): Undo<T> {
  const [steps, setSteps] = useState<readonly Step<T>[]>([]);
  const last = steps.at(-1);
  return {
    change: (next, kind = "") => {
      if (kind === "" || last?.kind !== kind) setSteps([...steps, { before: value, kind }].slice(-MOST_STEPS));
      onChange(next);
    },
    undo:
      last === undefined
        ? null
        : () => {
            setSteps(steps.slice(0, -1));
            onChange(last.before);
          },
  };
}
