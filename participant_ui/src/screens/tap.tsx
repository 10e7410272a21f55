import type { ComponentChildren } from "preact";

import { Icon } from "../../../realtime/client/look/Icon";
import type { Here } from "../here";

interface TapProps {
  here: Here;
  run: number;
  mark: string;
  /** The words it belongs to, for readers. */
  of: string;
  children: ComponentChildren;
}

/** One tap of a gauge: shown at once, taken away with the next tap. */
export function Tap({ here, run, mark, of, children }: TapProps) {
  const set = here.session.taps.byRun.value[run]?.marks.includes(mark) ?? false;
  return (
    <button type="button" class="button" aria-pressed={set} onClick={() => here.session.taps.toggle(run, mark)}>
      {set && <Icon name="check" />}
      {children}
      <span class="hidden">: {of}</span>
    </button>
  );
}
