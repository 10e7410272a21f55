/** Parts of a session as a server would send them; `moments.ts` puts them together. Cards and names are invented. */

import { NO_ASIDE } from "../../realtime/client/asides";
import type { CardView, ConsoleView, InputView, NextView, PlanItemView, PlanStageView, QueueCardView, ScreenView, SharedView, StageView, TileView } from "../../realtime/client/wire";

export const NOW = Date.UTC(2026, 10, 22, 18, 34);
export const CODE = "M7QK4RWT";
const STANDING = { endsAt: null, left: null };

const NAMES = ["Amal", "Dario", "Jonas", "Lin", "Mika", "Noor", "Petra", "River", "Rosa", "Sam", "Tove", "Yusuf"];

export const TEXT_INPUT: InputView = {
  type: "text",
  options: [],
  pick: 1,
  steps: 0,
  items: [],
  max: 140,
  starter: "",
  fields: [],
  ask: "",
  x: [],
  y: [],
  cards: [],
  bins: [],
  rings: [],
  marks: [],
  mode: "points",
  send: [],
};
export const MULTI_INPUT: InputView = {
  ...TEXT_INPUT,
  type: "multi",
  pick: 3,
  options: [
    "old hurts that still show up",
    "saying yes when I mean no",
    "worry or fear around people I care about",
    "feeling far away or not understood",
    "a change or a loss",
    "wanting to talk and listen better",
    "plain curiosity",
  ],
};
export const SCALE_INPUT: InputView = {
  ...TEXT_INPUT,
  type: "scale",
  steps: 7,
  items: [
    { key: "speak", ask: "As a speaker", low: "uncomfortable", high: "good for me" },
    { key: "listen", ask: "As a listener", low: "hard work", high: "easy" },
  ],
};
export const SCALES = {
  t: "scale_sums" as const,
  items: [
    { key: "speak", counts: [1, 2, 2, 1, 3, 2, 1], middle: "middle" as const, spread: "spread" as const },
    { key: "listen", counts: [2, 4, 4, 1, 1, 0, 0], middle: "low" as const, spread: "close" as const },
  ],
};
export const BLURRED = {
  t: "scale_sums" as const,
  items: [
    { key: "speak", counts: null, middle: "high" as const, spread: "close" as const },
    { key: "listen", counts: null, middle: "middle" as const, spread: "spread" as const },
  ],
};
export const SUMS = { t: "option_sums" as const, counts: [6, 9, 4, 5, 3, 8, 2], answered: 12 };
export const WORDS = { t: "option_words" as const, bands: ["few", "most", "mixed", "few", "few", "mixed", "few"] as ("few" | "mixed" | "most")[] };

const CARDS = [
  "I hope to learn how to say no without explaining for ten minutes.",
  "I am afraid that everybody else already knows how this works.",
  "That I talk too much when I am nervous, and then nobody wants to sit with me.",
  "Plain hope: two hours in which nobody needs anything from me.",
  "That I cry in front of people I do not know yet.",
  "Hope: to be asked a second question.",
  "To find out why I go quiet exactly when it matters.",
  "I do not want to be given advice.",
  "I would like to leave with one person I could write to.",
  "That it is all very nice here and nothing changes at home.",
  "To hear that other people are also tired of being the strong one.",
  "That my sister, who works at the school too, hears what I say. We have not spoken about it since spring, and I would rather not begin there.",
  "To laugh once.",
];
export const cardId = (index: number): string => String(index).padStart(32, "0");
export const WALL_CARDS: CardView[] = CARDS.map((text, index) => ({ id: cardId(index), text, veils: [], note: "", resonance: null, replyTo: null }));

/** The first cards, in these states. */
export function queue(...states: QueueCardView["state"][]): QueueCardView[] {
  return states.map((state, index) => ({ id: cardId(index), text: CARDS[index] ?? "", state, veil: null, aside: NO_ASIDE, rewrites: 0, late: false, replyTo: "", replies: null, before: "waiting", signals: [] }));
}

export function stage(changes: Partial<StageView> & Pick<StageView, "body" | "kind">): StageView {
  return {
    run: 4,
    phase: "open",
    outcome: "open",
    prompt: "One hope or one hesitation. No names, no places.",
    title: null,
    number: 2,
    of: 2,
    clock: { endsAt: NOW + 221_000, left: null },
    stage: 3,
    copied: null,
    hint: null,
    again: false,
    ...changes,
  };
}

export function shared(changes: Partial<SharedView> = {}): SharedView {
  return {
    title: "First circle",
    phase: "open",
    practice: false,
    presence: "together",
    floor: 5,
    people: 12,
    calm: false,
    unattended: false,
    note: null,
    agreements: [],
    programme: null,
    checkIn: 0,
    helpOffered: 0,
    activity: {
      title: "Hopes and hesitations",
      note: "Cards are shown without names, in mixed order, after a check by the facilitator.",
      sitOut: "Read the cards as they appear; you need not write one.",
      number: 3,
      of: 5,
    },
    stage: null,
    ...changes,
  };
}

export function next(does: NextView["does"], changes: Partial<NextView> = {}): NextView {
  return { does, run: 4, stage: 0, step: 0, round: 0, turn: 0, lines: [], count: 0, waiting: 0, title: "", ...changes };
}

function item(title: string, minutes: number, least: number, ...stages: PlanStageView[]): PlanItemView {
  return { title, minutes, least, stages, state: "ahead" };
}

const at = (index: number, title: string, kind: PlanStageView["kind"], does: PlanStageView["does"]): PlanStageView => ({
  stage: index,
  title,
  kind,
  does,
});

const ITEMS: PlanItemView[] = [
  item("What this is, and what it is not", 6, 6, at(0, "What this is, and what it is not", "guide", "open_stage")),
  item("What we promise each other", 13, 8, at(1, "Which of these can you agree to?", "agree", null)),
  item("Hopes and hesitations", 12, 9, at(2, "I am here because of…", "tally", "look_back"), at(3, "One hope or one hesitation", "wall", null)),
  item("Three short meetings", 14, 11, at(4, "Meet three people", "rooms", "open_stage")),
  item("Equal turns", 15, 15, at(5, "Speaker has the time", "rooms", "open_stage"), at(6, "Being listened to was…", "tally", "open_stage")),
];
/** The plan while its item `now` is played. */
export function plan(now: number): PlanItemView[] {
  return ITEMS.map(({ title, minutes, least, stages }, index) => ({
    title,
    minutes,
    least,
    stages,
    state: index < now ? "done" : index === now ? "now" : "ahead",
  }));
}
export const MINUTE = 60_000;

export function desk(changes: Partial<ConsoleView> = {}): ConsoleView {
  return {
    code: CODE,
    locked: false,
    plan: plan(changes.activity ?? 2),
    next: next("close_stage"),
    say: ["People come to this kind of work for different reasons. Mark any that fit; nobody sees your choices."],
    ask: ["Which card could have been yours?", "What would make one of the hesitations a little smaller?"],
    watch: "Hold back any card that could point to one person; ask its writer privately for a broader wording.",
    people: NAMES.map((alias) => ({
      seat: `seat-${alias}`,
      alias,
      mark: 0,
      state: alias === "Tove" ? "left" : "here",
      asleep: alias === "Noor",
      phone: alias !== "Lin",
    })),
    here: 11,
    staying: 12,
    resting: 1,
    answered: 7,
    shortBy: null,
    comingBack: 0,
    picture: null,
    queue: [],
    board: null,
    closing: null,
    shifted: 0,
    activity: 2,
    stage: 3,
    startedAt: NOW - 34 * MINUTE,
    itemStartedAt: NOW - 11 * MINUTE,
    care: [],
    lines: [],
    featured: null,
    approval: false,
    decks: [],
    checkIn: { number: 0, open: false, feelings: [], changes: 3 },
    ...changes,
  };
}

export function screen(changes: Partial<ScreenView> = {}): ScreenView {
  return { code: CODE, locked: false, answered: 7, staying: 12, rooms: [], ...changes };
}

export const PAIRS = [["River", "Mika"], ["Rosa", "Amal"], ["Jonas", "Petra"], ["Lin", "Sam", "Dario"], ["Yusuf", "Noor"]];
export function rooms(state: TileView["state"], step = ""): TileView[] {
  const clock = state === "gathering" || state === "running" ? { endsAt: NOW + 130_000, left: null } : STANDING;
  return PAIRS.map((people, index) => ({ number: index + 1, people, step, clock, state, ending: false, turn: state === "running" ? 1 : 0, turns: 1 }));
}
