/** Asking at the door: what session a code belongs to, and coming in. No cookies; the answer is the whole state. */
import type { Presence } from "./types";
import { REFUSALS } from "../../realtime/client/refusals";
import type { CardRequest } from "../../realtime/client/desk";
import { paddedCard } from "../../realtime/client/padding";
import type { StoredPage } from "../../realtime/client/stored";
import { askStored } from "../../realtime/client/stored/ask";
import type { RefusalCode } from "../../realtime/client/wire";

export interface DoorView {
  title: string;
  practice: boolean;
  floor: number;
  presence: Presence;
  state: "scheduled" | "open" | "locked" | "full" | "ended" | "cancelled";
  /** The organization's help page, to be read before coming in. */
  help: string;
  /** Whoever comes waits until a facilitator lets them in. */
  approval: boolean;
  /** When it is meant to begin, in milliseconds since 1970. */
  starts_ms: number | null;
  /** Days after signing that the record of the session is kept. */
  retention_days: number;
  /** Which session of which programme it is, where it is one's. */
  programme: { title: string; number: number; of: number } | null;
}

/** Somebody's place in a programme. `known`: typed by hand, so that it is one there or none. */
export interface PlaceAsked {
  place: string;
  known: boolean;
}

export type DoorProblem = "no_session" | "too_many_tries" | "no_answer";
export type JoinProblem = RefusalCode | DoorProblem | "not_open_yet" | "unknown_place";

export interface Door {
  knock(code: string): Promise<DoorView | { error: DoorProblem }>;
  /** null: in. */
  join(code: string, alias: string, key: string, place?: PlaceAsked): Promise<JoinProblem | null>;
  /** A card taken back (`text` null), or given other words. null: done. Says nothing of who asks; `max` is the stage's letters. */
  card(request: Omit<CardRequest, "pad">, max: number): Promise<JoinProblem | null>;
  /** What is stored about the session of this code now; null: not known. */
  stored(code: string): Promise<StoredPage | null>;
}

const ANSWER_WITHIN = 10_000;

/** The body of the answer, or null where none came in time. */
async function post(path: string, body: string): Promise<{ ok: boolean; body: unknown } | null> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    return { ok: answer.ok, body: await answer.json() };
  } catch (error) {
    // fetch tells "no network" as TypeError, "too late" as DOMException, and a proxy's own page as SyntaxError
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

const errorOf = (body: unknown): string =>
  typeof body === "object" && body !== null && "error" in body ? String(body.error) : "no_answer";

const isDoorProblem = (error: string): error is DoorProblem => error === "no_session" || error === "too_many_tries" || error === "no_answer";
const isJoinProblem = (error: string): error is JoinProblem => isDoorProblem(error) || error === "not_open_yet" || error === "unknown_place" || Object.hasOwn(REFUSALS, error);

/** null where it was done, and else why not. */
async function done(path: string, body: string): Promise<JoinProblem | null> {
  const answer = await post(path, body);
  if (answer === null) return "no_answer";
  if (answer.ok) return null;
  const error = errorOf(answer.body);
  return isJoinProblem(error) ? error : "no_answer";
}

export const httpDoor: Door = {
  async knock(code) {
    const answer = await post("/api/door", JSON.stringify({ code }));
    if (answer === null) return { error: "no_answer" };
    if (answer.ok) return answer.body as DoorView;
    const error = errorOf(answer.body);
    return { error: isDoorProblem(error) ? error : "no_answer" };
  },
  join: (code, alias, key, place) => done("/api/join", JSON.stringify({ code, alias, key, ...place })),
  card: (request, max) => done("/api/card", paddedCard(request, max)),
  stored: askStored,
};
