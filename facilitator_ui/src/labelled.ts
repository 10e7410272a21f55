/** A card of labelled lines: its text has one line per field, in the order of the template; an empty one is not shown. */

import type { Field } from "../../realtime/client/wire";

export interface LabelledLine {
  label: string;
  line: string;
}

/** Lines beyond the last label belong to the last one, so that no word is lost. */
export function labelledLines(text: string, fields: Field[]): LabelledLine[] {
  const lines = text.split("\n");
  const last = fields.length - 1;
  return fields
    .map(({ label }, index) => ({ label, line: (index < last ? (lines[index] ?? "") : lines.slice(last).join(" ")).trim() }))
    .filter(({ line }) => line !== "");
}
