/** The JSON doors of the desk and of the closing: one question, one answer, or the reason why not. */

import type { DeskProblem } from "../../../realtime/client/desk";

/** `no_line`: nothing answered, or nothing that could be read. */
export type Problem = DeskProblem | "no_line";
export type Answered<T> = { got: T } | { problem: Problem };
export type Ask = <T>(path: string, body?: object) => Promise<Answered<T>>;

/** Where each reason has its sentence. */
export const PROBLEMS: Record<Problem, string> = {
  link_ended: "problem-link-ended",
  unknown_session: "problem-unknown-session",
  unknown_agenda: "problem-unknown-agenda",
  unknown_activity: "problem-unknown-activity",
  unknown_programme: "problem-unknown-programme",
  unknown_member: "problem-unknown-member",
  meeting_link_wrong: "problem-meeting-link-wrong",
  only_practice: "problem-only-practice",
  tender_not_approved: "problem-tender-not-approved",
  help_page_missing: "problem-help-page-missing",
  wrong_state: "problem-wrong-state",
  theme_empty: "problem-theme-empty",
  theme_too_long: "problem-theme-too-long",
  too_many_themes: "problem-too-many-themes",
  care_open: "problem-care-open",
  not_understood: "problem-not-understood",
  busy: "problem-busy",
  no_line: "problem-no-line",
};

/** Asks with this secret. Without `body` it reads (GET), with one it changes something (POST). Never throws. */
export function asking(secret: string, send: typeof fetch = (...args) => fetch(...args)): Ask {
  return async <T>(path: string, body?: object): Promise<Answered<T>> => {
    try {
      const answer = await send(path, {
        method: body === undefined ? "GET" : "POST",
        headers: { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        body: body === undefined ? null : JSON.stringify(body),
        cache: "no-store",
      });
      const said = (await answer.json()) as T | { error?: string };
      if (answer.ok) return { got: said as T };
      const { error = "" } = said as { error?: string };
      return { problem: Object.hasOwn(PROBLEMS, error) ? (error as Problem) : "no_line" };
    } catch {
      return { problem: "no_line" };
    }
  };
}
