/** Views as a server would send them, one per moment of a session. Cards and names are invented. */

import type { AgreeView, CardView, CircleView, ConsoleView, InputView, NextView, PlanItemView, PlanStageView, QueueCardView, QueueLineView, ScreenView, SharedView, StageView, TileView } from "../../realtime/client/wire";

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
export const WALL_CARDS: CardView[] = CARDS.map((text, index) => ({ id: cardId(index), text, veil: null, resonance: null }));

/** The first cards, in these states. */
export function queue(...states: QueueCardView["state"][]): QueueCardView[] {
  return states.map((state, index) => ({ id: cardId(index), text: CARDS[index] ?? "", state, veil: null, rewrites: 0, late: false }));
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
const MINUTE = 60_000;

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
    rooms: [],
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

const wallBody = { t: "wall" as const, input: TEXT_INPUT, cards: [] as typeof WALL_CARDS, resonates: true, featured: null };
const LINES: QueueLineView[] = [
  { id: "start-0", text: "What is said here stays here.", state: "kept", question: false },
  { id: "start-1", text: "Anybody may pass, always, without a reason.", state: "shown", question: false },
  { id: "start-2", text: "Nobody gives advice unless they are asked.", state: "shown", question: true },
  { id: cardId(20), text: "We say I, not one.", state: "shown", question: false },
  { id: cardId(21), text: "Phones stay on the chair when somebody speaks.", state: "proposed", question: false },
  { id: cardId(22), text: "We start on time after the break.", state: "hidden", question: false },
];
export const agreeBody: AgreeView = {
  t: "agree",
  lines: LINES.filter(({ state }) => state === "shown" || state === "kept").map(({ id, text, question, state }) => ({
    id,
    text,
    support: id === "start-1" ? 9 : null,
    question,
    kept: state === "kept",
  })),
  propose: true,
  input: TEXT_INPUT,
};
export function circleBody(changes: Partial<CircleView> = {}): CircleView {
  return {
    t: "circle",
    mode: "round",
    state: "running",
    turn: 3,
    now: { alias: "River", mark: 0 },
    next: { alias: "Rosa", mark: 2 },
    done: 2,
    of: 11,
    clock: { endsAt: NOW + 42_000, left: null },
    ...changes,
  };
}
export function circleStage(changes: Partial<CircleView> = {}): StageView {
  return stage({ kind: "circle", number: 1, of: 1, prompt: "One word for how you arrive.", body: circleBody(changes) });
}
const tally = (input: InputView, picture: ConsoleView["picture"]) => ({ t: "tally" as const, input, picture, reveals: true, asWords: false });
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

const NOT_BEGUN = { activity: -1, stage: -1, startedAt: null, itemStartedAt: null };

export const MOMENTS = {
  empty: moment({
    shared: shared({ phase: "lobby", people: 0, activity: null }),
    desk: desk({ people: [], here: 0, staying: 0, resting: 0, answered: 0, ...NOT_BEGUN, next: next("open_stage", { run: 0, title: "What this is, and what it is not" }) }),
    screen: screen({ staying: 0 }),
  }),
  lobby: moment({
    shared: shared({ phase: "lobby", people: 7, activity: null, practice: true }),
    desk: desk({ ...NOT_BEGUN, next: next("open_stage", { run: 0, title: "What this is, and what it is not" }) }),
  }),
  guide: moment({
    shared: shared({
      stage: stage({
        kind: "guide",
        prompt: "What this is, and what it is not",
        body: { t: "guide", steps: ["This is a place to practise talking and listening.", "It is not therapy. Nobody here is asked to tell more than they want."], step: 1, of: 4, purpose: "read" },
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
  agree: moment({
    shared: shared({ stage: stage({ kind: "agree", number: 1, of: 1, prompt: "Which of these can you agree to?", body: agreeBody }) }),
    desk: desk({ next: next("adopt_lines", { lines: ["start-1", cardId(20)] }), answered: 0, lines: LINES, activity: 1, stage: 1, startedAt: NOW - 16 * MINUTE, itemStartedAt: NOW - 9 * MINUTE }),
  }),
  uncollected: moment({
    shared: shared({ stage: stage({ kind: "agree", number: 1, of: 1, prompt: "Which of these can you agree to?", body: agreeBody }) }),
    desk: desk({ next: next("open_stage", { stage: 2, title: "Hopes and hesitations" }), answered: 3, lines: LINES, activity: 1, stage: 1, startedAt: NOW - 16 * MINUTE, itemStartedAt: NOW - 9 * MINUTE }),
  }),
  drawing: moment({
    shared: shared({ stage: circleStage({ state: "before", now: null, next: null, turn: 0, done: 0 }) }),
    desk: desk({ next: next("start_circle"), answered: 0 }),
  }),
  circle: moment({
    shared: shared({ note: "We take a break at seven.", stage: circleStage() }),
    desk: desk({ next: next("end_turn", { turn: 3 }), answered: 0 }),
  }),
  openRound: moment({
    shared: shared({ stage: circleStage({ mode: "open", now: null, next: null, turn: 0, done: 0 }) }),
    desk: desk({ next: next("end_circle"), answered: 0 }),
  }),
  door: moment({
    shared: shared({ stage: stage({ kind: "wall", body: wallBody }) }),
    desk: desk({
      approval: true,
      people: [
        ...desk().people,
        { seat: "seat-Kim", alias: "Kim", mark: 0, state: "waiting", asleep: false, phone: true },
        { seat: "seat-Ada", alias: "Ada", mark: 2, state: "waiting", asleep: false, phone: true },
      ],
      care: [
        { id: "care-1", alias: "Rosa", mark: 0, outcome: null },
        { id: "care-0", alias: "Sam", mark: 0, outcome: "answered" },
      ],
    }),
  }),
  veiled: moment({
    shared: shared({ phase: "closed", stage: stage({ kind: "wall", phase: "closed", outcome: "unsealed", body: { ...wallBody, cards: WALL_CARDS.slice(4, 7), featured: cardId(4) } }) }),
    desk: desk({
      next: next("release_cards", { count: 1, waiting: 2 }),
      featured: cardId(4),
      queue: queue("waiting", "waiting", "approved", "returned", "released", "released", "released", "hidden").map(({ id, text, state }, index) => ({
        id,
        text,
        state,
        veil: index === 1 || index === 5 ? ("loss" as const) : null,
        rewrites: 0,
        late: index === 0,
      })),
    }),
  }),
  unattended: moment({
    shared: shared({ calm: true, unattended: true, stage: stage({ kind: "wall", clock: { endsAt: null, left: 221_000 }, body: wallBody }) }),
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
