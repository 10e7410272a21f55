/** Asking at the door: what session a code belongs to, and coming in. No cookies; the answer is the whole state. */
import type { Presence } from "./types";
import { REFUSALS } from "../../realtime/client/refusals";
import type { RefusalCode } from "../../realtime/client/wire";

export interface DoorView {
  title: string;
  practice: boolean;
  floor: number;
  presence: Presence;
  state: "open" | "locked" | "full" | "ended";
}

export type DoorProblem = "no_session" | "too_many_tries" | "no_answer";
export type JoinProblem = RefusalCode | DoorProblem;

export interface Door {
  knock(code: string): Promise<DoorView | { error: DoorProblem }>;
  /** null: in. */
  join(code: string, alias: string, key: string): Promise<JoinProblem | null>;
}

const ANSWER_WITHIN = 10_000;

/** The body of the answer, or null where none came in time. */
async function post(path: string, body: Record<string, string>): Promise<{ ok: boolean; body: unknown } | null> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
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
const isJoinProblem = (error: string): error is JoinProblem => isDoorProblem(error) || Object.hasOwn(REFUSALS, error);

export const httpDoor: Door = {
  async knock(code) {
    const answer = await post("/api/door", { code });
    if (answer === null) return { error: "no_answer" };
    if (answer.ok) return answer.body as DoorView;
    const error = errorOf(answer.body);
    return { error: isDoorProblem(error) ? error : "no_answer" };
  },
  async join(code, alias, key) {
    const answer = await post("/api/join", { code, alias, key });
    if (answer === null) return "no_answer";
    if (answer.ok) return null;
    const error = errorOf(answer.body);
    return isJoinProblem(error) ? error : "no_answer";
  },
};
