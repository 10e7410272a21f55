import type { ComponentChildren } from "preact";

import type { Band } from "./sentences";

/** How far a bar goes when its value is a word: it ends softly, so nobody measures it. */
export const REACH: Record<Band, string> = { few: "12%", mixed: "52%", most: "94%" };

export interface BarRow {
  option: string;
  value: string;
  reach: string;
  sign?: ComponentChildren;
}

/** A share of the whole, as far as a bar goes. */
export const reachOf = (count: number, answered: number): string => `${Math.round((100 * count) / Math.max(1, answered))}%`;

/** One bar per row, in the order given. Readers hear the value beside each name. */
export function BarRows({ rows }: { rows: BarRow[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.option}>
          <span class="option-name">
            {row.sign}
            {row.option}
          </span>
          <span class="track" aria-hidden="true">
            <i style={{ "--reach": row.reach }} />
          </span>
          <span class="value num">{row.value}</span>
        </li>
      ))}
    </ul>
  );
}
