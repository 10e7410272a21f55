/** The line that tells the truth under every input: who can see what is given there, when, and until when. All of them are here. */
import type { Answer, InputView, SharedView, StageView } from "../../realtime/client/wire";
import { CARDS_HOURS } from "./kept";
import { t } from "./text";

/** Where something is given. Each has its line. */
export type Route =
  | "code"
  | "words"
  | "join"
  | "name"
  | "tally"
  | "tally_kept"
  | "card"
  | "reply"
  | "other_words"
  | "line"
  | "line_taps"
  | "wall_taps"
  | "page"
  | "debrief"
  | "turn"
  | "chair"
  | "rooms_choice"
  | "rooms_apart"
  | "care"
  | "rest"
  | "check_in"
  | "veils"
  | "saved_line"
  | "written";

/** What the lines depend on: all of it comes from the session. */
export interface Facts {
  practice: boolean;
  floor: number;
  /** Days that the record is kept after the summary; 0: everything goes when the session ends; null: not told yet. */
  days: number | null;
  programme: boolean;
  approval: boolean;
  /** In rooms it can be worked out who rests. */
  inRooms: boolean;
}

export interface Said {
  icon: string;
  lead: string;
  text: string;
}

/** How long the record of a session stays. */
const until = ({ days }: Facts): string => (days === null ? t("until-erased") : days === 0 ? t("until-ended") : t("until-days", { days }));

/** When a card is erased at the latest. */
const gone = ({ days }: Facts): string => (days === 0 ? t("gone-ended") : t("gone-hours", { hours: CARDS_HOURS }));

const practising = (text: string): Said => ({ icon: "see", lead: t("truth-practice-lead"), text });

function counted(facts: Facts, id: "truth-tally" | "truth-tally-kept"): Said {
  const kept = { until: until(facts) };
  if (facts.practice) return practising(t("truth-practice", kept));
  return { icon: "held", lead: t("truth-tally-lead"), text: t(id, { ...kept, floor: facts.floor }) };
}

function card(facts: Facts, id: "truth-card" | "truth-reply"): Said {
  if (facts.practice) return practising(t("truth-practice-card", { gone: gone(facts) }));
  return { icon: "held", lead: t("truth-card-lead"), text: `${t(id, { floor: facts.floor, gone: gone(facts) })} ${t("truth-known")}` };
}

function taps(facts: Facts, id: "truth-taps" | "truth-resonance"): Said {
  const kept = { until: until(facts) };
  if (facts.practice) return practising(t("truth-practice-taps", kept));
  return { icon: "held", lead: t("truth-taps-lead"), text: t(id, { ...kept, floor: facts.floor }) };
}

function checkIn(facts: Facts): Said {
  const kept = { until: until(facts) };
  if (facts.practice) return practising(t("truth-practice-checkin", kept));
  return { icon: "held", lead: t("truth-taps-lead"), text: t("truth-checkin", { ...kept, floor: facts.floor }) };
}

function line(facts: Facts): Said {
  const kept = { gone: gone(facts), until: until(facts) };
  if (facts.practice) return practising(t("truth-practice-line", kept));
  const words = facts.programme ? t("truth-line-programme", kept) : t("truth-line", kept);
  return { icon: "held", lead: t("truth-card-lead"), text: `${words} ${t("truth-known")}` };
}

export const TRUTHS: Record<Route, (facts: Facts) => Said> = {
  code: () => ({ icon: "see", lead: t("truth-code-lead"), text: t("truth-code") }),
  words: () => ({ icon: "kept", lead: t("truth-words-lead"), text: t("truth-words") }),
  join: (facts) => ({
    icon: "see",
    lead: t("truth-name-lead"),
    text: [t("truth-name", { until: until(facts) }), t("join-truth"), facts.approval ? t("join-truth-approval") : "", facts.programme ? t("join-truth-programme") : ""]
      .filter((words) => words !== "")
      .join(" "),
  }),
  name: (facts) => ({ icon: "see", lead: t("truth-name-lead"), text: t("truth-name", { until: until(facts) }) }),
  tally: (facts) => counted(facts, "truth-tally"),
  tally_kept: (facts) => counted(facts, "truth-tally-kept"),
  card: (facts) => card(facts, "truth-card"),
  reply: (facts) => card(facts, "truth-reply"),
  other_words: () => ({ icon: "held", lead: t("truth-other-words-lead"), text: t("truth-other-words") }),
  line,
  line_taps: (facts) => taps(facts, "truth-taps"),
  wall_taps: (facts) => taps(facts, "truth-resonance"),
  page: () => ({ icon: "kept", lead: t("truth-page-lead"), text: t("truth-page") }),
  debrief: () => ({ icon: "kept", lead: t("debrief-truth-lead"), text: t("debrief-truth") }),
  turn: (facts) => ({ icon: "see", lead: t("truth-turn-lead"), text: t("truth-turn", { until: until(facts) }) }),
  chair: (facts) => ({ icon: "see", lead: t("truth-chair-lead"), text: t("truth-chair", { until: until(facts) }) }),
  rooms_choice: (facts) => ({ icon: "held", lead: t("choice-holds"), text: t("choice-truth", { until: until(facts) }) }),
  rooms_apart: ({ programme }) => ({
    icon: "kept",
    lead: t("apart-truth-lead"),
    text: `${t("apart-truth")} ${t(programme ? "apart-for-programme" : "apart-for-session")}`,
  }),
  care: () => ({ icon: "care", lead: t("truth-care-lead"), text: t("truth-care") }),
  rest: (facts) => ({
    icon: "see",
    lead: t(facts.inRooms ? "truth-rest-rooms-lead" : "truth-rest-lead"),
    text: t("truth-rest", { until: until(facts) }),
  }),
  check_in: checkIn,
  veils: () => ({ icon: "phone", lead: t("truth-page-lead"), text: t("veils-truth") }),
  saved_line: () => ({ icon: "see", lead: t("check-truth-lead"), text: t("check-truth") }),
  written: (facts) => ({ icon: "phone", lead: t("truth-page-lead"), text: t("cards-truth", { gone: gone(facts) }) }),
};

/** What is given in each kind of stage. A kind without an input has none. */
export const ON_STAGE: Record<StageView["body"]["t"], readonly Route[]> = {
  guide: [],
  tally: ["tally", "tally_kept"],
  wall: ["card", "reply", "wall_taps"],
  journal: ["page"],
  agree: ["line", "line_taps"],
  circle: ["turn", "chair"],
  rooms: ["rooms_choice", "rooms_apart", "debrief"],
};

/** How an answer of each input leaves the phone: as one number among others, or as words on a card. */
export const OF_INPUT: Record<InputView["type"], "counted" | "card"> = {
  choice: "counted",
  multi: "counted",
  scale: "counted",
  order: "counted",
  sort: "counted",
  point: "counted",
  rings: "counted",
  line: "counted",
  text: "card",
  fields: "card",
};

/** Which line stands under the form of a stage that asks something without names. */
export function routeOf(body: Extract<StageView["body"], { t: "tally" | "wall" }>): Route {
  if (body.t === "wall" && body.replies) return "reply";
  if (OF_INPUT[body.input.type] === "card") return "card";
  return body.t === "tally" && !body.reveals ? "tally_kept" : "tally";
}

/** Where each answer is given; none: it takes one back, or goes out where another one could. */
export const OF_ANSWER: Record<Answer["t"], readonly Route[]> = {
  choice: ["tally", "tally_kept"],
  multi: ["tally", "tally_kept"],
  scale: ["tally", "tally_kept"],
  order: ["tally", "tally_kept"],
  sort: ["tally", "tally_kept"],
  point: ["tally", "tally_kept"],
  rings: ["tally", "tally_kept"],
  line: ["tally", "tally_kept"],
  text: ["card", "reply", "line"],
  fields: ["card", "reply"],
  done: ["page"],
  pass: [],
  taken_back: [],
};

export function factsOf(shared: SharedView | null, days: number | null): Facts {
  return {
    practice: shared?.practice ?? false,
    floor: shared?.floor ?? 0,
    days,
    programme: (shared?.programme ?? null) !== null,
    approval: false,
    inRooms: shared?.stage?.kind === "rooms",
  };
}
