/**
 * A session's parts stay in one language, its agenda's. A page that speaks another one puts the library's own texts into it as they
 * come in, by exact match, field by field as listed here; what people wrote stands in no field of the list.
 */
import type { InputView, RoomView, SeatView, SharedView, StageView, ToPage } from "./wire";

/** Source to text. `lines`: what agreements begin with, kept apart because they stand among lines that people proposed. */
export interface Texts {
  texts: Readonly<Record<string, string>>;
  lines: Readonly<Record<string, string>>;
}

type Part = Extract<ToPage, { body: unknown }>;
/** `text`: the library's; `kept`: an agreement, which may be a person's line: only a whole line of the library's is one. */
type Leaf = "text" | "kept";
type Fields<T> = T extends string | null | undefined
  ? Leaf
  : T extends readonly (infer E)[]
    ? Fields<E>
    : T extends object
      ? { readonly [K in keyof T]?: Fields<T[K]> }
      : never;

type Bodies = { readonly [T in StageView["body"]["t"]]: Fields<Omit<Extract<StageView["body"], { t: T }>, "t" | "input">> & { input?: Fields<InputView> } };

const INPUT: Fields<InputView> = {
  options: "text",
  items: { ask: "text", low: "text", high: "text" },
  starter: "text",
  fields: { label: "text" },
  ask: "text",
  x: "text",
  y: "text",
  cards: "text",
  bins: "text",
  rings: "text",
  marks: "text",
};

/** By kind of stage. A wall's cards are people's; an agreement's lines are looked at one by one, see `lineIn`. */
export const BODIES: Bodies = {
  guide: { steps: "text" },
  tally: { input: INPUT },
  wall: { input: INPUT },
  journal: { input: INPUT },
  rooms: { roles: "text", deck: "text" },
  circle: {},
  agree: { input: INPUT },
};

export const SHARED: Fields<Omit<SharedView, "stage">> = {
  title: "text",
  activity: { title: "text", note: "text", sitOut: "text" },
  agreements: "kept",
  programme: { title: "text", since: "text", until: "text" },
};
export const STAGE: Fields<Omit<StageView, "body">> = { prompt: "text", title: "text", hint: "text" };
export const ROOM: Fields<RoomView> = { steps: { do: "text" }, members: { role: "text" } };
export const SEAT: Fields<SeatView> = { role: { role: "text", card: "text", title: "text", situation: "text", twist: "text", starters: "text" } };

/** The ids of lines that the library wrote; a proposed line's is random. */
const START_LINE = /^start-\d+$/;

type Spec = Leaf | { readonly [field: string]: Spec | undefined };

function said(text: string, leaf: Leaf, { texts, lines }: Texts): string {
  const words = leaf === "kept" ? lines : texts;
  return Object.hasOwn(words, text) ? (words[text] as string) : text;
}

/** A copy of `value` with the named texts looked up; whatever is not named is the same object as before. */
function walk(value: unknown, spec: Spec, texts: Texts): unknown {
  if (typeof value === "string") return typeof spec === "string" ? said(value, spec, texts) : value;
  if (Array.isArray(value)) return value.map((one) => walk(one, spec, texts));
  if (typeof value !== "object" || value === null || typeof spec === "string") return value;
  const changed = Object.entries(spec).flatMap(([field, inner]) =>
    field in value && inner !== undefined ? [[field, walk((value as Record<string, unknown>)[field], inner, texts)] as const] : [],
  );
  return { ...value, ...Object.fromEntries(changed) };
}

function inTexts<T>(value: T, spec: object, texts: Texts): T {
  return walk(value, spec as Spec, texts) as T;
}

function stageIn(stage: StageView, texts: Texts): StageView {
  const body = inTexts(stage.body, BODIES[stage.body.t], texts);
  const lines = body.t === "agree" ? body.lines.map((line) => (START_LINE.test(line.id) ? { ...line, text: said(line.text, "kept", texts) } : line)) : [];
  return { ...inTexts(stage, STAGE, texts), body: body.t === "agree" ? { ...body, lines } : body };
}

function sharedIn(shared: SharedView, texts: Texts): SharedView {
  return { ...inTexts(shared, SHARED, texts), stage: shared.stage === null ? null : stageIn(shared.stage, texts) };
}

/** A part in the words of `texts`; a text that it does not know stays as it came. Null: everything stays. */
export function localized(part: Part, texts: Texts | null): Part {
  if (texts === null) return part;
  switch (part.t) {
    case "shared":
      return { ...part, body: sharedIn(part.body, texts) };
    case "seat":
      return { ...part, body: inTexts(part.body, SEAT, texts) };
    case "room":
      return part.body === null ? part : { ...part, body: inTexts(part.body, ROOM, texts) };
    default:
      return part;
  }
}
