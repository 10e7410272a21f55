/** Labelled lines: on a wall one card of them, on a page longer texts. The limits count as the server counts them. */
import type { InputView } from "../../../realtime/client/wire";
import { lengthOf, normalizedText } from "../writing";

export type Fields = Readonly<Record<string, string>>;

/** On a card a field has one line. */
export const lineOf = (typed: string): string => normalizedText(typed).replaceAll("\n", " ");

/** What goes out: every asked field that says something, one line each. */
export function linesOf(asked: InputView, fields: Fields): Record<string, string> {
  const lines = asked.fields.map(({ key }) => [key, lineOf(fields[key] ?? "")] as const);
  return Object.fromEntries(lines.filter(([, line]) => line !== ""));
}

/** Letters of the whole card; the line breaks between its lines count for nothing. */
export function lettersOf(asked: InputView, fields: Fields): number {
  return Object.values(linesOf(asked, fields)).reduce((sum, line) => sum + lengthOf(line), 0);
}

/** What is missing before it can be a card, as a sentence's id; null: nothing. */
export function missingFields(asked: InputView, fields: Fields): string | null {
  const letters = lettersOf(asked, fields);
  return letters === 0 ? "missing-fields" : letters > asked.max ? "refused-text-too-long" : null;
}

/** A card of lines as it was released: label and words; lines that say nothing are left away. */
export function labelled(asked: InputView, text: string): { label: string; words: string }[] {
  const lines = text.split("\n");
  return asked.fields.flatMap(({ label }, index) => ((lines[index] ?? "") === "" ? [] : [{ label, words: lines[index] ?? "" }]));
}

/** The words of a card of lines, as the server keeps them: one line per field in the order of the template. */
export const cardText = (asked: InputView, fields: Fields): string =>
  asked.fields.map(({ key }) => lineOf(fields[key] ?? "")).join("\n");
