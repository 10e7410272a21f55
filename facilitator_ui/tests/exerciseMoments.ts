/** Moments of the exercises beyond the first circle, for console and shared screen. People, cards and scenes are invented. */

import type { BoardRoomView, CircleView, ConsoleView, InputView, LineSlot, PacerView, QueueCardView, RoomsView, SharedView, StageView, WallView } from "../../realtime/client/wire";
import { board, boardRoom, tilesOf } from "./boardFixtures";
import { NOW, TEXT_INPUT, cardId, desk, next, queue, screen, shared, stage } from "./fixtures";
import { type Moment, circleBody } from "./moments";

export const FIELDS_INPUT: InputView = {
  ...TEXT_INPUT,
  type: "fields",
  fields: [
    { key: "when", label: "When this happens" },
    { key: "feel", label: "I feel" },
    { key: "ask", label: "And I ask for" },
  ],
};
const POINT_INPUT: InputView = { ...TEXT_INPUT, type: "point", ask: "The last month", x: ["I gave little", "I gave a lot"], y: ["I got little", "I got a lot"] };
const LINE_INPUT: InputView = { ...TEXT_INPUT, type: "line", x: ["the loss", "today"], y: ["very heavy", "bearable"] };
const RINGS_INPUT: InputView = { ...TEXT_INPUT, type: "rings", rings: ["closest", "close", "around me"], marks: ["gives me strength", "mixed"] };
const ORDER_INPUT: InputView = { ...TEXT_INPUT, type: "order", options: ["a promise", "a mistake", "asking"] };
const SORT_INPUT: InputView = { ...TEXT_INPUT, type: "sort", cards: ["rest", "honesty"], bins: ["well fed", "running dry"] };

const SLOTS: LineSlot[] = [2, 3, 9, 12, 15, 18].map((median) => ({ level: median < 7 ? "low" : median < 14 ? "middle" : "high", median }));
export const SAID = "you come home late\n\na message before eight";
const PACER: PacerView = { breatheIn: 4, breatheOut: 6, cycles: 12, began: null };

function moment(now: StageView, changes: Partial<ConsoleView> = {}, rooms: BoardRoomView[] = [], around: Partial<SharedView> = {}): Moment {
  const standing = rooms.length > 0 ? { board: board("running", rooms) } : {};
  return { shared: shared({ stage: now, ...around }), desk: desk({ ...standing, ...changes }), screen: screen({ rooms: tilesOf(rooms) }) };
}

function picture(input: InputView, sums: NonNullable<ConsoleView["picture"]>): Moment {
  const body = { t: "tally" as const, input, picture: sums, reveals: true, asWords: false };
  return moment(stage({ kind: "tally", phase: "closed", outcome: "unsealed", prompt: "Where it stands", body }), { picture: sums, next: next("open_stage", { stage: 5, title: "Equal turns" }) });
}

function bowl(changes: Partial<CircleView>): StageView {
  const body = circleBody({ mode: "fishbowl", now: null, next: null, turn: 6, done: 0, chairs: 4, inside: ["River", "Mika", "Rosa"].map((alias) => ({ alias, mark: 0 })), ...changes });
  return stage({ kind: "circle", prompt: "What did we learn about it?", body });
}

function breath(began: number | null): StageView {
  const body = { t: "guide" as const, steps: ["Feet on the floor, eyes open."], step: 0, of: 1, purpose: "read" as const, pacer: { ...PACER, began } };
  return stage({ kind: "guide", prompt: "Breathing together", clock: { endsAt: null, left: null }, body });
}

function scenes(state: RoomsView["state"], rounds = 3): StageView {
  return stage({ kind: "rooms", prompt: "Your card is only for you.", body: { t: "rooms", round: state === "before" ? 0 : 1, rounds, state, roles: ["speaker", "responder", "observer"], deck: "After a quarrel" } });
}

function wall(changes: Partial<WallView>, cards: QueueCardView[], phase: StageView["phase"] = "closed"): Moment {
  const body: WallView = { t: "wall", input: TEXT_INPUT, cards: [], resonates: false, featured: null, deals: false, replies: false, standing: [], ...changes };
  const now = stage({ kind: "wall", body, phase, outcome: phase === "closed" ? "unsealed" : "open" });
  return moment(now, { next: next("release_cards", { count: 3, waiting: 1 }), queue: cards });
}

const card = (id: number, text: string, changes: Partial<QueueCardView> = {}): QueueCardView => ({ ...queue("waiting")[0]!, id: cardId(id), text, ...changes });
const DEALT = [card(30, "I hide what I need.", { state: "released", replies: 0 }), card(31, "I answer too fast.", { state: "released", replies: 2 })];
const ROOMS = [
  boardRoom(1, ["River", "Mika", "Rosa"], { step: "First take" }),
  boardRoom(2, ["Amal", "Dario", "Jonas", "Lin", "Noor", "Petra"], { step: "First take" }),
];
const PROPOSED = [boardRoom(1, ["River", "Mika", "Rosa"], { state: "formed", step: "" }), boardRoom(2, ["Amal", "Dario"], { state: "formed", step: "" })];
const TURNS: BoardRoomView[] = [
  { ...ROOMS[0]!, turn: 2, turns: 3 },
  { ...ROOMS[1]!, turn: 3, turns: 6 },
];
const DECKS = [
  { id: "conflict", title: "After a quarrel", brief: "Two people come back to something." },
  { id: "boundaries", title: "Saying no kindly", brief: "Small noes." },
];

export const EXERCISES = {
  "picture of an order": picture(ORDER_INPUT, { t: "order_sums", places: [13, 21, 26], upper: [7, 1, 0], answered: 8 }),
  "picture of piles": picture(SORT_INPUT, { t: "sort_words", bands: [["most", "few"], ["few", "mixed"]] }),
  "picture of a square": picture(POINT_INPUT, { t: "heat_sums", counts: [0, 0, 1, 0, 3, 0, 5, 0, 0], answered: 9 }),
  "picture of rings": picture(RINGS_INPUT, { t: "rings_sums", rings: [8, 6, 3], marks: [7, 5], answered: 9 }),
  "picture of lines": picture(LINE_INPUT, { t: "line_slots", slots: SLOTS }),
  "breath, before": moment(breath(null), { next: next("start_pacer") }),
  breath: moment(breath(NOW - 2000), { next: next("open_stage", { stage: 5, title: "Equal turns" }) }),
  "a private page": moment(stage({ kind: "journal", prompt: "Today I notice...", body: { t: "journal", input: TEXT_INPUT } }), { next: next("open_stage", { stage: 5, title: "Equal turns" }), answered: 7 }),
  "a private map": moment(stage({ kind: "journal", prompt: "Place up to twelve.", body: { t: "journal", input: RINGS_INPUT } })),
  "a private line": moment(stage({ kind: "journal", prompt: "Up to eight turning points.", body: { t: "journal", input: LINE_INPUT } })),
  "inner circle, before": moment(bowl({ state: "before", inside: [], asking: 2 }), { next: next("start_circle") }),
  "inner circle": moment(bowl({ asking: 1 }), { next: next("end_circle", { count: 3, waiting: 1 }) }),
  "inner circle, nobody asks": moment(bowl({ asking: 0 }), { next: next("end_circle", { count: 3 }) }),
  "inner circle, over": moment(bowl({ state: "finished", inside: [] }), { next: next("open_stage", { stage: 5, title: "Equal turns" }) }),
  "scenes, before": moment(scenes("before"), { board: board("before", [], { round: 0, rounds: 3 }), next: next("make_rooms", { round: 1, count: 9 }), decks: DECKS }),
  "scenes, proposed": moment(scenes("before"), { board: board("proposed", PROPOSED, { rounds: 3 }), next: next("announce_rooms", { round: 1, count: 2 }), decks: DECKS }),
  "scenes, in large rooms": moment(scenes("running"), { next: next("end_rooms", { round: 1 }), decks: DECKS }, ROOMS),
  "turns in standing rooms": moment(scenes("running", 1), { next: next("end_rooms", { round: 1 }) }, TURNS),
  "labelled lines": wall({ input: FIELDS_INPUT, cards: [{ id: cardId(1), text: SAID, veils: [], note: "", resonance: null, replyTo: null }] }, [card(1, SAID), card(2, SAID, { state: "released" })]),
  dealing: wall({ deals: true, standing: [cardId(30)] }, [card(1, "I answer too fast."), card(30, "I hide what I need.", { state: "released" })]),
  replying: wall({ replies: true, standing: [cardId(30), cardId(31)] }, DEALT, "open"),
  "replies gathered": wall({ replies: true, standing: [cardId(30), cardId(31)] }, DEALT, "closing"),
  "replies fell short": wall({ replies: true, standing: [cardId(30), cardId(31)] }, DEALT, "short"),
  replies: wall(
    { replies: true, standing: [cardId(30), cardId(31)], cards: [{ id: cardId(1), text: "I do that too.", veils: [], note: "", resonance: null, replyTo: cardId(31) }] },
    [card(1, "I do that too.", { replyTo: "I answer too fast." }), ...DEALT],
  ),
  "replies, all read": wall({ replies: true, standing: [cardId(30), cardId(31)] }, [card(1, "I do that too.", { replyTo: "I answer too fast.", state: "approved" }), ...DEALT]),
} satisfies Record<string, Moment>;

export type Exercise = keyof typeof EXERCISES;
