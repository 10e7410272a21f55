/** Views as a server would send them, one per moment of a session. */

import { NO_ASIDE } from "../../realtime/client/asides";
import type { AgreeView, CircleView, ConsoleView, InputView, QueueCardView, QueueLineView, ScreenView, SharedView, StageView } from "../../realtime/client/wire";
import { BLURRED, MINUTE, MULTI_INPUT, NOW, SCALES, SCALE_INPUT, SUMS, TEXT_INPUT, WALL_CARDS, WORDS, cardId, desk, next, queue, screen, shared, stage } from "./fixtures";
import { board, onBoard, pairs, waiting } from "./boardFixtures";

const wallBody = { t: "wall" as const, input: TEXT_INPUT, cards: [] as typeof WALL_CARDS, resonates: true, featured: null, deals: false, replies: false, standing: [] };
const LINES: QueueLineView[] = [
  { id: "start-0", text: "What is said here stays here.", state: "kept", question: false, signals: [] },
  { id: "start-1", text: "Anybody may pass, always, without a reason.", state: "shown", question: false, signals: [] },
  { id: "start-2", text: "Nobody gives advice unless they are asked.", state: "shown", question: true, signals: [] },
  { id: cardId(20), text: "We say I, not one.", state: "shown", question: false, signals: [] },
  { id: cardId(21), text: "Phones stay on the chair when somebody speaks.", state: "proposed", question: false, signals: [] },
  { id: cardId(22), text: "We start on time after the break.", state: "hidden", question: false, signals: [] },
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
    inside: [],
    chairs: 0,
    asking: 0,
    ...changes,
  };
}
export function circleStage(changes: Partial<CircleView> = {}): StageView {
  return stage({ kind: "circle", number: 1, of: 1, prompt: "One word for how you arrive.", body: circleBody(changes) });
}
const tally = (input: InputView, picture: ConsoleView["picture"]) => ({ t: "tally" as const, input, picture, reveals: true, asWords: false });

/** The same lines before anybody has read, supported or kept one. */
export const unreadBody: AgreeView = { ...agreeBody, lines: agreeBody.lines.map(({ id, text, question }) => ({ id, text, question, support: null, kept: false })) };
const UNREAD: QueueLineView[] = LINES.slice(0, 4).map(({ id, text, question }) => ({ id, text, question, state: "shown", signals: [] }));

export interface Moment {
  shared: SharedView;
  desk: ConsoleView;
  screen: ScreenView;
}

function moment(views: Partial<Moment>): Moment {
  return { shared: shared(), desk: desk(), screen: screen(), ...views };
}

const NOT_BEGUN = { activity: -1, stage: -1, startedAt: null, itemStartedAt: null };

/** What authors said beside their cards, and what facilitators added. */
const BESIDE: Partial<QueueCardView>[] = [
  { aside: { veils: ["loss", "family"], note: "about somebody who died", nameable: true } },
  { aside: { veils: [], note: "a quarrel, and shouting", nameable: false }, veil: "violence" },
  { aside: { ...NO_ASIDE, nameable: true } },
  { aside: { ...NO_ASIDE, veils: ["illness"] } },
];

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
        body: { t: "guide", steps: ["This is a place to practise talking and listening.", "It is not therapy. Nobody here is asked to tell more than they want."], step: 1, of: 4, purpose: "read", pacer: null },
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
  formed: onBoard(board("announced", waiting(-1), { rounds: 2 }), { does: "start_rooms", count: 5 }),
  running: onBoard(board("running", pairs(), { rounds: 2 }), { does: "end_rooms" }),
  agree: moment({
    shared: shared({ stage: stage({ kind: "agree", number: 1, of: 1, prompt: "Which of these can you agree to?", body: agreeBody }) }),
    desk: desk({ next: next("adopt_lines", { lines: ["start-1", cardId(20)] }), answered: 0, lines: LINES, activity: 1, stage: 1, startedAt: NOW - 16 * MINUTE, itemStartedAt: NOW - 9 * MINUTE }),
  }),
  unread: moment({
    shared: shared({ stage: stage({ kind: "agree", number: 1, of: 1, prompt: "Which of these can you agree to?", body: unreadBody }) }),
    desk: desk({ next: next("adopt_lines", { lines: ["start-0", "start-1", cardId(20)] }), answered: 0, lines: UNREAD, activity: 1, stage: 1 }),
  }),
  recall: moment({
    shared: shared({
      agreements: LINES.slice(0, 3).map(({ text }) => text),
      stage: stage({ kind: "guide", number: 1, of: 1, prompt: "What we promised each other.", body: { t: "guide", steps: ["What we promised each other.", ...LINES.slice(0, 3).map(({ text }) => text)], step: 0, of: 1, purpose: "recall", pacer: null } }),
    }),
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
        aside: NO_ASIDE,
        rewrites: 0,
        late: index === 0,
        replyTo: "",
        replies: null,
        before: "waiting" as const,
        signals: [],
      })),
    }),
  }),
  asides: moment({
    shared: shared({ phase: "closed", stage: stage({ kind: "wall", phase: "closed", outcome: "unsealed", body: wallBody }) }),
    desk: desk({
      next: next("release_cards", { count: 2, waiting: 3 }),
      queue: queue("waiting", "waiting", "waiting", "approved", "approved").map((card, index) => Object.assign(card, BESIDE[index])),
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
