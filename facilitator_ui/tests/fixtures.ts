/** Views as a server would send them, one per moment of a session. Cards and names are invented. */

import type { ConsoleView, InputView, NextView, QueueCardView, ScreenView, SharedView, StageView, TileView } from "../../realtime/client/wire";

export const NOW = Date.UTC(2026, 10, 22, 18, 34);
export const CODE = "M7QK4RWT";
const STANDING = { endsAt: null, left: null };

const NAMES = ["Amal", "Dario", "Jonas", "Lin", "Mika", "Noor", "Petra", "River", "Rosa", "Sam", "Tove", "Yusuf"];

export const TEXT_INPUT: InputView = { type: "text", options: [], pick: 1, steps: 0, items: [], max: 140 };
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
export const WALL_CARDS = CARDS.map((text, index) => ({ id: cardId(index), text }));

/** The first cards, in these states. */
export function queue(...states: QueueCardView["state"][]): QueueCardView[] {
  return states.map((state, index) => ({ id: cardId(index), text: CARDS[index] ?? "", state }));
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
  return { does, run: 4, stage: 0, step: 0, round: 0, count: 0, waiting: 0, title: "", ...changes };
}

export function desk(changes: Partial<ConsoleView> = {}): ConsoleView {
  return {
    code: CODE,
    locked: false,
    plan: [
      { title: "What this is, and what it is not", minutes: 6, state: "done" },
      { title: "What we promise each other", minutes: 13, state: "done" },
      { title: "Hopes and hesitations", minutes: 12, state: "now" },
      { title: "Three short meetings", minutes: 14, state: "ahead" },
      { title: "Equal turns", minutes: 15, state: "ahead" },
    ],
    next: next("close_stage"),
    say: ["People come to this kind of work for different reasons. Mark any that fit; nobody sees your choices."],
    ask: ["Which card could have been yours?", "What would make one of the hesitations a little smaller?"],
    watch: "Hold back any card that could point to one person; ask its writer privately for a broader wording.",
    people: NAMES.map((alias) => ({ alias, mark: 0, state: alias === "Tove" ? "left" : "here", asleep: alias === "Noor" })),
    here: 11,
    staying: 12,
    resting: 1,
    answered: 7,
    shortBy: null,
    comingBack: 0,
    picture: null,
    queue: [],
    rooms: [],
    closing: null,
    shifted: 0,
    ...changes,
  };
}

export function screen(changes: Partial<ScreenView> = {}): ScreenView {
  return { code: CODE, locked: false, answered: 7, staying: 12, rooms: [], ...changes };
}

const PAIRS = [["River", "Mika"], ["Rosa", "Amal"], ["Jonas", "Petra"], ["Lin", "Sam", "Dario"], ["Yusuf", "Noor"]];
export function rooms(state: TileView["state"], step = ""): TileView[] {
  const clock = state === "gathering" || state === "running" ? { endsAt: NOW + 130_000, left: null } : STANDING;
  return PAIRS.map((people, index) => ({ number: index + 1, people, step, clock, state }));
}

const wallBody = { t: "wall" as const, input: TEXT_INPUT, cards: [] as typeof WALL_CARDS };
const tally = (input: InputView, picture: ConsoleView["picture"]) => ({ t: "tally" as const, input, picture, reveals: true });
const roomsBody = (round: number, state: "before" | "formed" | "running" | "finished") => ({
  t: "rooms" as const,
  round,
  rounds: 2,
  state,
  roles: ["speaker", "listener"],
});
const turns = { ...shared().activity!, title: "Equal turns", note: "You choose the subject and the depth." };
const TURNS = "Speaker: something about connection that has been on your mind. Listener: stay with them.";

export interface Moment {
  shared: SharedView;
  desk: ConsoleView;
  screen: ScreenView;
}

function moment(views: Partial<Moment>): Moment {
  return { shared: shared(), desk: desk(), screen: screen(), ...views };
}

export const MOMENTS = {
  empty: moment({
    shared: shared({ phase: "lobby", people: 0, activity: null }),
    desk: desk({ people: [], here: 0, staying: 0, resting: 0, answered: 0, next: next("open_stage", { run: 0, title: "What this is, and what it is not" }) }),
    screen: screen({ staying: 0 }),
  }),
  lobby: moment({
    shared: shared({ phase: "lobby", people: 7, activity: null, practice: true }),
    desk: desk({ next: next("open_stage", { run: 0, title: "What this is, and what it is not" }) }),
  }),
  guide: moment({
    shared: shared({
      stage: stage({
        kind: "guide",
        prompt: "What this is, and what it is not",
        body: { t: "guide", steps: ["This is a place to practise talking and listening.", "It is not therapy. Nobody here is asked to tell more than they want."], step: 1, of: 4 },
      }),
    }),
    desk: desk({ next: next("step_guide", { step: 2 }) }),
  }),
  writing: moment({
    shared: shared({ stage: stage({ kind: "wall", body: wallBody }) }),
    desk: desk({ comingBack: 4 }),
  }),
  closing: moment({
    shared: shared({ phase: "closing", stage: stage({ kind: "wall", phase: "closing", body: wallBody }) }),
    desk: desk({ next: next("wait_closing"), comingBack: 2, closing: { missing: 1, aloneWithoutRedis: false, givesUpAt: NOW + 15_000 } }),
  }),
  short: moment({
    shared: shared({ phase: "short", stage: stage({ kind: "wall", phase: "short", body: wallBody }) }),
    desk: desk({ next: next("decide_short", { count: 4 }), shortBy: 4, answered: 4 }),
  }),
  moderating: moment({
    shared: shared({ phase: "closed", stage: stage({ kind: "wall", phase: "closed", outcome: "unsealed", body: wallBody }) }),
    desk: desk({
      next: next("release_cards", { count: 5, waiting: 4 }),
      queue: queue("waiting", "waiting", "waiting", "waiting", "approved", "approved", "approved", "approved", "released", "hidden"),
    }),
  }),
  wall: moment({
    shared: shared({ phase: "closed", stage: stage({ kind: "wall", phase: "closed", outcome: "unsealed", body: { ...wallBody, cards: WALL_CARDS } }) }),
    desk: desk({ next: next("open_stage", { stage: 5, title: "Three short meetings" }), queue: queue(...WALL_CARDS.map(() => "released" as const)) }),
  }),
  bars: moment({
    shared: shared({
      phase: "closed",
      stage: stage({ kind: "tally", phase: "closed", outcome: "unsealed", prompt: "I am here because of… (choose up to three)", body: tally(MULTI_INPUT, SUMS) }),
    }),
    desk: desk({ next: next("open_stage", { stage: 3, title: "Hopes and hesitations" }), picture: SUMS }),
  }),
  words: moment({
    shared: shared({
      phase: "closed",
      stage: stage({ kind: "tally", phase: "closed", outcome: "unsealed", prompt: "I am here because of… (choose up to three)", body: tally(MULTI_INPUT, WORDS) }),
    }),
    desk: desk({ next: next("open_stage", { stage: 3, title: "Hopes and hesitations" }), picture: WORDS }),
  }),
  unrevealed: moment({
    shared: shared({
      phase: "closed",
      stage: stage({ kind: "tally", phase: "closed", outcome: "unsealed", prompt: "Being listened to like this was…", body: tally(SCALE_INPUT, null) }),
    }),
    desk: desk({ next: next("reveal_picture"), picture: SCALES }),
  }),
  histogram: moment({
    shared: shared({
      phase: "closed",
      stage: stage({ kind: "tally", phase: "closed", outcome: "unsealed", prompt: "Being listened to like this was…", body: tally(SCALE_INPUT, SCALES) }),
    }),
    desk: desk({ next: next("open_stage", { stage: 3, title: "Hopes and hesitations" }), picture: SCALES }),
  }),
  blurred: moment({
    shared: shared({
      phase: "closed",
      stage: stage({ kind: "tally", phase: "closed", outcome: "unsealed", prompt: "Being listened to like this was…", body: tally(SCALE_INPUT, BLURRED) }),
    }),
    desk: desk({ next: next("open_stage", { stage: 3, title: "Hopes and hesitations" }), picture: BLURRED }),
  }),
  formed: moment({
    shared: shared({ activity: turns, stage: stage({ kind: "rooms", prompt: TURNS, number: 1, body: roomsBody(1, "formed") }) }),
    desk: desk({ next: next("start_rooms", { round: 1, count: 5 }), rooms: rooms("formed") }),
    screen: screen({ rooms: rooms("formed") }),
  }),
  running: moment({
    shared: shared({ activity: turns, stage: stage({ kind: "rooms", prompt: TURNS, number: 1, body: roomsBody(1, "running") }) }),
    desk: desk({ next: next("end_rooms", { round: 1 }), rooms: rooms("running", "Speaker has the time") }),
    screen: screen({ rooms: rooms("running", "Speaker has the time") }),
  }),
  calm: moment({
    shared: shared({ calm: true, practice: true, stage: stage({ kind: "wall", clock: { endsAt: null, left: 221_000 }, body: wallBody }) }),
  }),
  ended: moment({
    shared: shared({ phase: "ended", activity: null }),
    desk: desk({ next: next("ended") }),
  }),
} satisfies Record<string, Moment>;

export type MomentName = keyof typeof MOMENTS;
