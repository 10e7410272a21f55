/** A card of labelled lines: its text has one line per field, in the order of the template; an empty one is not shown. */

import type { Field } from "../../realtime/client/wire";

export interface LabelledLine {
  label: string;
  line: string;
  /** Where `line` begins in the text, in code points. */
  from: number;
}

export const codePoints = (text: string): number => Array.from(text).length;

/** Lines beyond the last label belong to the last one, so that no word is lost. */
export function labelledLines(text: string, fields: Field[]): LabelledLine[] {
  const lines = text.split("\n");
  const last = fields.length - 1;
  return fields
    .map(({ label }, index) => {
      const whole = index < last ? (lines[index] ?? "") : lines.slice(last).join(" ");
      const above = lines.slice(0, index).reduce((sum, line) => sum + codePoints(line) + 1, 0);
      return { label, line: whole.trim(), from: above + codePoints(whole) - codePoints(whole.trimStart()) };
    })
    .filter(({ line }) => line !== "");
}
