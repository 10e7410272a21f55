/** One length for every answer frame of a stage, so that sharing, passing and taking back look alike on the line; steps for taps. */
import { LONGEST_ASIDE } from "./asides";
import type { CardRequest } from "./desk";
import { CONTENT_NOTE_LENGTH, type Answer, type GiveAnswer, type InputView, type Tap } from "./wire";

/** Bytes kept free for a receipt; receipts are sealed to one length well under this. */
export const RECEIPT_BYTES = 256;
const UTF8_MOST = 4;
/** Should a receipt ever be longer than what is kept free, lengths go up in these steps instead of telling the answer's. */
const STEP = 256;
/** Bytes; the server's rule for `Tap`. */
export const TAP_STEP = 512;
const MOST_DIGITS = "9".repeat(12);

const utf8 = new TextEncoder();
const bytesOf = (text: string): number => utf8.encode(text).length;

const sizeOf = (answer: Answer): number => bytesOf(JSON.stringify(answer));
const ID = "0".repeat(32);
/** The longest number or `null` in a list of places or piles. */
const WIDEST = 9999;

/** Bytes of a card's letters and of those of its content note. */
const lettersOf = (max: number): number => (max + CONTENT_NOTE_LENGTH) * UTF8_MOST;

/** Bytes of the longest answer to `input`. Quotes and backslashes take two bytes, anything a card may contain at most four. */
function longestAnswer(input: InputView): number {
  switch (input.type) {
    case "text":
      return sizeOf({ t: "text", text: "", card: ID, noteKey: ID + ID, replyTo: ID, aside: LONGEST_ASIDE }) + lettersOf(input.max);
    case "fields": {
      const fields = Object.fromEntries(input.fields.map(({ key }) => [key, ""]));
      return sizeOf({ t: "fields", fields, card: ID, noteKey: ID + ID, aside: LONGEST_ASIDE }) + lettersOf(input.max);
    }
    case "choice":
      return sizeOf({ t: "choice", option: input.options.length });
    case "multi":
      return sizeOf({ t: "multi", options: input.options.map((_, index) => index) });
    case "scale":
      return sizeOf({ t: "scale", steps: Object.fromEntries(input.items.map((item) => [item.key, input.steps])) });
    case "point":
      return sizeOf({ t: "point", x: WIDEST, y: WIDEST });
    case "order":
      return sizeOf({ t: "order", options: input.options.map((_, index) => index) });
    case "sort":
      return sizeOf({ t: "sort", piles: input.cards.map(() => WIDEST) });
    case "rings":
      return sizeOf({ t: "rings", dots: Array.from({ length: input.max }, () => ({ ring: WIDEST, mark: WIDEST })) });
    case "line":
      return sizeOf({ t: "line", points: Array.from({ length: input.max }, () => ({ x: WIDEST, y: WIDEST })) });
  }
}

/** Bytes of every answer frame of a stage with this input; null for a private page, of which only "done" is ever sent. */
export function frameSize(input: InputView | null): number {
  const around = bytesOf(`{"t":"answer","run":${MOST_DIGITS},"counter":${MOST_DIGITS},"answer":,"receipt":,"pad":""}`);
  const shortest = sizeOf({ t: "taken_back" });
  return around + Math.max(input === null ? 0 : longestAnswer(input), shortest) + RECEIPT_BYTES;
}

/** The frame as it goes out, exactly `frameSize(input)` bytes long. */
export function paddedFrame(message: Omit<GiveAnswer, "pad">, input: InputView | null): string {
  const bare = bytesOf(JSON.stringify({ ...message, pad: "" }));
  let size = frameSize(input);
  while (size < bare) size += STEP;
  return JSON.stringify({ ...message, pad: " ".repeat(size - bare) });
}

/** Taps, with their frame filled to a whole multiple of `TAP_STEP` bytes: how many things were tapped does not show on the line. */
export function paddedTap(message: Omit<Tap, "pad">): Tap {
  const bare = bytesOf(JSON.stringify({ ...message, pad: "" }));
  return { ...message, pad: " ".repeat(Math.ceil(bare / TAP_STEP) * TAP_STEP - bare) };
}

/** A card taken back, its new words, or whether it may be named: one length, whichever it is. `max` is how many letters the stage gives a card. */
export function paddedCard(request: Omit<CardRequest, "pad">, max: number): string {
  const bare = bytesOf(JSON.stringify({ ...request, pad: "" }));
  const size = bytesOf(JSON.stringify({ ...request, text: "", aside: LONGEST_ASIDE, nameable: false, pad: "" })) + lettersOf(max);
  return JSON.stringify({ ...request, pad: " ".repeat(Math.max(0, size - bare)) });
}
