/** Why the door did not do something, as a sentence's id. */
import { REFUSALS } from "../../realtime/client/refusals";
import type { JoinProblem } from "./door";

export function problemId(problem: JoinProblem): string {
  switch (problem) {
    case "no_session":
      return "join-no-session";
    case "too_many_tries":
      return "too-many-tries";
    case "not_open_yet":
      return "door-scheduled";
    case "no_answer":
      return "no-answer";
    case "unknown_place":
      return "place-unknown";
    default:
      return REFUSALS[problem];
  }
}

/** The same where a name was wished for. */
export function nameProblemId(problem: JoinProblem): string {
  switch (problem) {
    case "text_empty":
      return "join-name-empty";
    case "text_too_long":
      return "join-name-long";
    case "text_unreadable":
      return "join-name-unreadable";
    default:
      return problemId(problem);
  }
}
