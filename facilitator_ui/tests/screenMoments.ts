/** Moments of the first circle that only the shared screen shows in a way of its own. Names and lines are invented. */

import type { AgreeView, CardView, CircleView, GuideView, SharedView, WallView } from "../../realtime/client/wire";
import { MULTI_INPUT, NOW, SUMS, TEXT_INPUT, WALL_CARDS, WORDS, rooms, screen, shared, stage } from "./fixtures";

const QUIET = { endsAt: null, left: null };

const LINE_TEXTS = [
  "What is said here stays here.",
  "Everybody may pass, at any time, without a reason.",
  "We speak of ourselves, and ask before we give advice.",
  "Phones are for the questions only.",
  "Who needs a break takes one.",
];
export const LINES: AgreeView["lines"] = LINE_TEXTS.map((text, index) => ({
  id: `start-${index}`,
  text,
  support: index < 3 ? 9 - index : null,
  question: index === 2,
  kept: index === 0,
}));
const MANY_LINES: AgreeView["lines"] = Array.from({ length: 14 }, (_, index) => ({
  id: `start-${index}`,
  text: LINE_TEXTS[index % LINE_TEXTS.length] ?? "",
  support: index,
  question: index % 5 === 2,
  kept: index % 3 === 0,
}));

export const CARDS: CardView[] = WALL_CARDS.map(({ id, text }, index) => ({
  id,
  text,
  veils: index === 4 ? ["loss"] : index === 7 ? ["self-harm", "family"] : [],
  note: index === 7 ? "an evening long ago" : "",
  resonance: index % 3 === 0 ? null : index,
  replyTo: null,
}));

const wall = (featured: string | null): WallView => ({ t: "wall", input: TEXT_INPUT, cards: CARDS, resonates: true, featured, deals: false, replies: false, standing: [] });
const agree = (lines: AgreeView["lines"]): AgreeView => ({ t: "agree", lines, propose: true, input: { ...TEXT_INPUT, max: 140 } });
const guide = (purpose: GuideView["purpose"], text: string): GuideView => ({ t: "guide", steps: [text], step: 0, of: 1, purpose, pacer: null });

export function circle(changes: Partial<CircleView> = {}): CircleView {
  return {
    t: "circle",
    mode: "round",
    state: "running",
    turn: 4,
    now: { alias: "Mika", mark: 2 },
    next: { alias: "Rosa", mark: 0 },
    done: 3,
    of: 12,
    clock: { endsAt: NOW + 43_000, left: null },
    inside: [],
    chairs: 0,
    asking: 0,
    ...changes,
  };
}

type Kind = Parameters<typeof stage>[0];
const at = (of: Kind, changes: Partial<SharedView> = {}) => ({ shared: shared({ stage: stage(of), ...changes }), screen: screen() });
const round = (changes: Partial<CircleView> = {}) =>
  at({ kind: "circle", prompt: "One word: how are you leaving?", clock: QUIET, body: circle(changes) });
const closedWall = (featured: string | null) =>
  at({ kind: "wall", phase: "closed", outcome: "unsealed", prompt: "Which card could have been yours?", body: wall(featured) });
const words = (picture: typeof SUMS | typeof WORDS) =>
  at({
    kind: "tally",
    phase: "closed",
    outcome: "unsealed",
    prompt: "What I notice right now (choose up to three)",
    body: { t: "tally", input: MULTI_INPUT, picture, reveals: true, asWords: true },
  });

const ASKED = "If you like, add your numbers.";
const numbers = (phase: "open" | "closed") =>
  at({
    kind: "tally",
    phase,
    outcome: phase === "open" ? "open" : "unsealed",
    title: "Our maps in numbers",
    prompt: ASKED,
    body: { t: "tally", input: MULTI_INPUT, picture: phase === "open" ? null : SUMS, reveals: true, asWords: false },
  });
const replies = (cards: CardView[], featured: string | null = null) =>
  at({
    kind: "wall",
    phase: cards.length === 0 ? "open" : "closed",
    outcome: cards.length === 0 ? "open" : "unsealed",
    title: "Replies from a friend",
    prompt: ASKED,
    body: { ...wall(featured), replies: true, cards },
  });

export const SCREEN_MOMENTS = {
  "agreements growing": at({ kind: "agree", prompt: "What do we promise each other?", body: agree(LINES) }),
  "many agreements": at({ kind: "agree", prompt: "What do we promise each other?", phase: "closed", body: agree(MANY_LINES) }),
  "no agreements": at({ kind: "agree", prompt: "What do we promise each other?", body: agree([]) }),
  recall: at(
    { kind: "guide", prompt: "What we promised", body: guide("recall", "Read them once more.") },
    { agreements: LINE_TEXTS },
  ),
  "recall of nothing": at({ kind: "guide", prompt: "What we promised", body: guide("recall", "Read them once more.") }, { agreements: [] }),
  pause: at({ kind: "guide", prompt: "A break", clock: { endsAt: NOW + 412_000, left: null }, body: guide("pause", "Water, air, or nothing at all.") }),
  "a page for oneself": at({ kind: "journal", prompt: "Today I notice...", body: { t: "journal", input: TEXT_INPUT } }),
  "pause over": at({ kind: "guide", prompt: "A break", clock: { endsAt: NOW - 1, left: null }, body: guide("pause", "Water, air, or nothing at all.") }),
  "circle before": round({ state: "before", now: null, next: null, done: 0, clock: QUIET }),
  "circle running": round(),
  "circle, last turn": round({ next: null, done: 11 }),
  "circle, between turns": round({ now: null, clock: QUIET }),
  "circle finished": round({ state: "finished", now: null, next: null, done: 12, clock: QUIET }),
  "circle, open": round({ mode: "open", now: null, next: null, clock: QUIET }),
  "circle, open, before": round({ mode: "open", state: "before", now: null, next: null, clock: QUIET }),
  "wall with veils": closedWall(null),
  "wall, one card held up": closedWall(CARDS[1]?.id ?? null),
  "wall, a veiled card held up": closedWall(CARDS[4]?.id ?? null),
  "numbers, asked": numbers("open"),
  "numbers, shown": numbers("closed"),
  "replies, asked": replies([]),
  "replies, out": replies(CARDS),
  "replies, one held up": replies(CARDS, CARDS[1]?.id ?? null),
  "words, counted": words(SUMS),
  "words, blurred": words(WORDS),
  "calm, nobody leads": at({ kind: "wall", clock: { endsAt: null, left: 9000 }, body: wall(null) }, { calm: true, unattended: true }),
  "rooms with a note to everyone": {
    ...at(
      { kind: "rooms", prompt: "Tell each other one thing.", body: { t: "rooms", round: 1, rounds: 3, state: "running", roles: [], deck: "" } },
      { note: "The corridor is free too." },
    ),
    screen: screen({ rooms: rooms("running", "First person answers") }),
  },
};

export type ScreenMoment = keyof typeof SCREEN_MOMENTS;
