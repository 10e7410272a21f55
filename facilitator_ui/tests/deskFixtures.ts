/** What the doors of the desk and of the closing answer. The organization and its sessions are invented. */

import type { AgendaOffer, DeskView, ExerciseOffer, ProgrammeOffer, ProgrammeRowView, PublishedStage, SessionLinks, SessionRowView, Summary, SummaryPage, TenderActivity } from "../../realtime/client/desk";
import type { Answered, Ask, Problem } from "../src/closing/ask";
import type { Keep } from "../src/closing/keep";

export const AT = Date.UTC(2026, 10, 26, 19, 5);
const DAY = 86_400_000;

export function agenda(changes: Partial<AgendaOffer> = {}): AgendaOffer {
  return {
    id: "first-circle",
    title: "First circle",
    aim: "Safe enough to begin: people meet, agree on how to be together, and say one true thing.",
    minutes: 90,
    peopleMin: 6,
    peopleMax: 20,
    practice: false,
    activities: ["What this is", "Agreements", "Check-in"],
    metBefore: false,
    tender: [],
    approved: [],
    ...changes,
  };
}

export function exercise(changes: Partial<ExerciseOffer> = {}): ExerciseOffer {
  return {
    id: "around-kind-no",
    title: "Clear and kind",
    purpose: "Say no, and stay in contact.",
    theme: "boundaries",
    level: 2,
    minutes: 92,
    peopleMin: 5,
    peopleMax: 20,
    metBefore: false,
    activities: ["What this is", "Agreements", "Equal turns", "Clear and kind", "How I leave"],
    activityMinutes: [4, 8, 12, 35, 6],
    tender: [],
    approved: [],
    ...changes,
  };
}

export function row(changes: Partial<SessionRowView> = {}): SessionRowView {
  return {
    id: "s1",
    title: "First circle",
    agenda: "first-circle",
    stage: "scheduled",
    practice: false,
    presence: "together",
    floor: 5,
    approval: false,
    code: "M7QK4RWT",
    startsMs: AT,
    createdMs: AT - 3 * DAY,
    endedMs: null,
    cardsUntilMs: null,
    hasSummary: false,
    retentionDays: 7,
    waitsFor: [],
    programme: null,
    number: null,
    ...changes,
  };
}

export function tender(changes: Partial<TenderActivity> = {}): TenderActivity {
  return {
    id: "grief-line",
    title: "My line of a loss",
    purpose: "Let each person draw how a loss has moved with them.",
    note: "Nobody sees the line.",
    watch: "Watch for a loss of the last weeks.",
    approved: false,
    decidedMs: null,
    ...changes,
  };
}

const TITLES = ["Arriving", "My people, my focus", "What fires in me", "Clear and kind", "Asking", "Disagreement", "Change", "Loss", "Closeness", "Distance", "Carrying on", "Goodbye"];

/** Twelve sessions, with a tender one among them. */
export function offer(changes: Partial<ProgrammeOffer> = {}): ProgrammeOffer {
  return {
    id: "twelve-weeks",
    title: "Twelve weeks",
    aim: "A closed group meets weekly.",
    before: "A short personal talk with each applicant.",
    after: "A personal message to each member.",
    peopleMin: 6,
    peopleMax: 12,
    sessions: TITLES.map((title, place) => ({
      number: place + 1,
      phase: place < 3 ? "arrive" : place < 10 ? "work" : "carry",
      title,
      minutes: 90,
      focus: title === "Loss" ? ["loss"] : [],
      activities: ["What we keep to", "Check-in"],
      tender: title === "Loss" ? ["grief-line"] : [],
      until: place === 11 ? "" : `Try number ${place + 1}.`,
    })),
    ...changes,
  };
}

/** All sessions before this one are signed. */
export function programmeAt(next: number): ProgrammeRowView {
  const sessions = offer().sessions.map(({ number, title, until }) => ({
    number,
    title,
    until,
    session: number < next ? `x${number}` : null,
    state: number < next ? ("signed" as const) : null,
  }));
  return programme({ sessions });
}

/** Three sessions were played, the fourth is planned as `s1`. */
export function programme(changes: Partial<ProgrammeRowView> = {}): ProgrammeRowView {
  const states = ["signed", "signed", "ended", "scheduled"] as const;
  return {
    id: "p1",
    title: "Thursdays",
    offer: "twelve-weeks",
    createdMs: AT - 30 * DAY,
    people: 9,
    lines: 5,
    sessions: offer().sessions.map(({ number, title, until }, place) => ({
      number,
      title,
      until,
      session: place < 3 ? `s${10 + place}` : place === 3 ? "s1" : null,
      state: states[place] ?? null,
    })),
    ...changes,
  };
}

export function deskView(changes: Partial<DeskView> = {}): DeskView {
  return {
    organization: "House at the canal",
    helpPage: { text: "Ines Kowal, front desk, 10 to 22.\nCrisis line: 000 0000, day and night.", checkedMs: AT - 9 * DAY },
    sessions: [
      row(),
      row({ id: "s2", stage: "live", practice: true, code: "B3XN8PLC", startsMs: null }),
      row({ id: "s3", stage: "ended", code: "C4YP9QMD", endedMs: AT - DAY, cardsUntilMs: AT }),
      row({ id: "s4", stage: "signed", code: "D5ZQ2RNE", endedMs: AT - 8 * DAY, hasSummary: true }),
      row({ id: "s5", stage: "cancelled", code: "E6AR3SPF" }),
      row({ id: "s6", stage: "erased", code: "F7BS4TQG", endedMs: AT - 30 * DAY }),
    ],
    agendas: [
      agenda({ id: "heard", title: "Heard", aim: "Listening that can be felt.", metBefore: true, tender: ["grief-line"] }),
      agenda(),
      agenda({ id: "taster", title: "Taster", aim: "Twenty minutes that show how it works.", minutes: 20, peopleMin: 3, peopleMax: 40, practice: true }),
    ],
    exercises: [
      exercise({ id: "around-letter", title: "A letter", purpose: "Write to the child you were.", theme: "younger-self", level: 3, tender: ["letter"], approved: ["letter"], metBefore: true }),
      exercise(),
      exercise({ id: "around-grief-line", title: "My line of a loss", purpose: "Draw how a loss has moved.", theme: "grief", level: 3, tender: ["grief-line"], metBefore: true }),
      exercise({ id: "around-senses", title: "Back into the room", purpose: "Come back to the room with five senses.", theme: "regulation", level: 1, minutes: 60 }),
    ],
    programmes: [],
    programmeOffers: [offer()],
    meetingLink: "",
    tender: [tender(), tender({ id: "letter", title: "A letter to the younger self", approved: true, decidedMs: AT })],
    ...changes,
  };
}

export const LINKS: SessionLinks = {
  code: "M7QK4RWT",
  join: "http://localhost:3000/M7QK4RWT",
  console: "http://localhost:3000/console#8d1f0e7c6b5a49382716f5e4d3c2b1a0",
  screen: "http://localhost:3000/screen#0a1b2c3d4e5f60718293a4b5c6d7e8f9",
};

/** One stage; only the fields of its form are filled. */
export function published(changes: Partial<PublishedStage>): PublishedStage {
  return {
    stage: 0,
    title: "",
    form: "bands",
    bands: [],
    upper: [],
    cards: [],
    rings: [],
    marks: [],
    middles: [],
    heat: null,
    shape: null,
    themes: [],
    count: null,
    ...changes,
  };
}

export function summary(changes: Partial<Summary> = {}): Summary {
  return {
    title: "First circle",
    minutes: 95,
    people: "8-11",
    activities: [
      {
        title: "How I arrive",
        stages: [
          published({
            stage: 2,
            title: "Right now I am…",
            form: "middle",
            middles: [
              { ask: "My energy", low: "running on empty", high: "buzzing", middle: "middle", spread: "spread" },
              { ask: "My ease in this group", low: "on guard", high: "at home", middle: "low", spread: "close" },
            ],
          }),
        ],
      },
      { title: "Three short meetings", stages: [] },
      {
        title: "Hopes and hesitations",
        stages: [
          published({
            stage: 3,
            title: "I am here because of…",
            form: "bands",
            bands: [
              { label: "saying yes when I mean no", band: "most" },
              { label: "worry or fear around people I care about", band: "mixed" },
              { label: "plain curiosity", band: "few" },
            ],
          }),
          published({
            stage: 4,
            title: "One hope or one hesitation",
            form: "themes",
            themes: ["being the only one who is nervous", "a rest from being the strong one"],
          }),
        ],
      },
    ],
    leftOut: [
      { activity: "Three short meetings", stage: "What I would say aloud", reason: "not_asked" },
      { activity: "Equal turns", stage: "Being listened to like this was…", reason: "below_floor" },
      { activity: "Check-out", stage: "One word", reason: "no_themes" },
      { activity: "Check-out", stage: "How it was with us", reason: "never_published" },
    ],
    ...changes,
  };
}

export function summaryPage(changes: Partial<SummaryPage> = {}): SummaryPage {
  return {
    summary: summary(),
    themes: [
      { stage: 4, themes: ["being the only one who is nervous", "a rest from being the strong one"] },
      { stage: 9, themes: [] },
    ],
    version: 0,
    signedMs: null,
    practice: false,
    organization: "House at the canal",
    endedMs: AT,
    cardsUntilMs: AT + DAY,
    ...changes,
  };
}

export const SMALL = summaryPage({
  summary: summary({ people: null, activities: [], leftOut: [{ activity: "Hopes and hesitations", stage: "One hope", reason: "small_session" }] }),
  themes: [],
});

export interface Asked {
  path: string;
  body: object | undefined;
}

/** Doors that answer from a table: "GET /path" or "POST /path". What is not in it is not there. */
export function doors(table: Record<string, object | { problem: Problem }>): { ask: Ask; keep: Keep; asked: Asked[] } {
  const asked: Asked[] = [];
  const ask = async <T>(path: string, body?: object): Promise<Answered<T>> => {
    const found = table[`${body === undefined ? "GET" : "POST"} ${path}`];
    // Read beside every page that can be signed: nothing to a test that says nothing of it.
    if (found === undefined && path === "/api/closing/cards") return { got: { walls: [] } as T };
    if (path !== "/api/closing/stored") asked.push({ path, body }); // read again and again while it can change
    if (found === undefined) return { problem: "unknown_session" };
    return "problem" in found ? { problem: found.problem as Problem } : { got: found as T };
  };
  const keep: Keep = async (path) => {
    const answered = await ask(path);
    return "problem" in answered ? answered.problem : null;
  };
  return { ask, keep, asked };
}
