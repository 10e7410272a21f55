/** What a person gives to one question, whatever its input is: richer than what travels. All of it is plain JSON. */
import type { InputView } from "../../realtime/client/wire";
import { missingFields } from "./inputs/lines";
import { orderFrom } from "./inputs/ordering";
import { type Piles, pilesFrom, sortedAny } from "./inputs/piles";
import { type Drawn, fromKept, isDrawn, NOTHING_DRAWN } from "./inputs/values";
import { lengthOf, normalizedText } from "./writing";

/** Only the field of the asked input is filled. */
export interface Written {
  text: string;
  fields: Record<string, string>;
  option: number | null;
  options: number[];
  steps: Record<string, number>;
  /** null: not touched. */
  order: number[] | null;
  piles: Piles;
  /** Points, people and lines, with the words that stay here. */
  drawn: Drawn;
}

export const NOTHING_WRITTEN: Written = {
  text: "",
  fields: {},
  option: null,
  options: [],
  steps: {},
  order: null,
  piles: [],
  drawn: NOTHING_DRAWN,
};

/** Whether nothing at all is there, however little would be needed. */
export function isBlank(asked: InputView, written: Written): boolean {
  switch (asked.type) {
    case "text":
      return normalizedText(written.text) === "";
    case "fields":
      return Object.values(written.fields).every((words) => normalizedText(words) === "");
    case "choice":
      return written.option === null;
    case "multi":
      return written.options.length === 0;
    case "scale":
      return Object.keys(written.steps).length === 0;
    case "order":
      return written.order === null;
    case "sort":
      return !sortedAny(pilesFrom(written.piles, asked.cards.length, asked.bins.length));
    case "point":
      return written.drawn.point === null;
    case "rings":
      return written.drawn.rings.length === 0;
    case "line":
      return written.drawn.line.length === 0;
  }
}

const MISSING: Partial<Record<InputView["type"], string>> = {
  text: "missing-text",
  choice: "missing-choice",
  multi: "missing-multi",
  scale: "missing-scale",
  order: "missing-order",
  sort: "missing-sort",
};

/** What is missing before it can be sent, as a sentence's id; null: nothing. Drawings are looked at apart. */
export function missingWritten(asked: InputView, written: Written): string | null {
  if (asked.type === "fields") return missingFields(asked, written.fields);
  if (asked.type === "text" && lengthOf(normalizedText(written.text)) > asked.max) return "refused-text-too-long";
  return isBlank(asked, written) ? (MISSING[asked.type] ?? null) : null;
}

/** An earlier page as it fits what is asked now: a copy, of which only the asked input's field is taken. */
export function copyFor(asked: InputView, written: Written): Partial<Written> {
  if (isDrawn(asked)) return { drawn: fromKept(asked, written.drawn) };
  switch (asked.type) {
    case "text":
      return { text: written.text };
    case "fields":
      return { fields: Object.fromEntries(asked.fields.map(({ key }) => [key, written.fields[key] ?? ""])) };
    case "choice":
      return { option: written.option };
    case "multi":
      return { options: [...written.options] };
    case "scale":
      return { steps: { ...written.steps } };
    case "order":
      return { order: orderFrom(written.order, asked.options.length) };
    default:
      return { piles: pilesFrom(written.piles, asked.cards.length, asked.bins.length) };
  }
}
