/** Views as a server would send them, to start from. */
import { keptIn, type Store } from "../storage";
import type { AgreeView, CardView, CircleView, InputView, LineView, MemberView, ReceiptView, RoomView, SeatView, SharedView, StageView, TallyView, ToPage, WallView, Welcome } from "../wire";

export const welcome = (change: Partial<Welcome> = {}): Welcome => ({
  t: "welcome",
  protocol: 1,
  role: "participant",
  now: 1000,
  pace: 1,
  silence: 7000,
  help: "Call 0800 111 0 111, day and night.\n\nhttps://example.org/help",
  retentionDays: 7,
  ...change,
});

export const inputView = (change: Partial<InputView> = {}): InputView => ({
  type: "choice",
  options: ["one", "two", "three"],
  pick: 1,
  steps: 0,
  items: [],
  max: 0,
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
  ...change,
});

export const tallyView = (change: Partial<TallyView> = {}): TallyView => ({ t: "tally", input: inputView(), picture: null, reveals: true, asWords: false, ...change });

export const wallView = (change: Partial<WallView> = {}): WallView => ({
  t: "wall",
  input: inputView({ type: "text", options: [], max: 140 }),
  cards: [],
  resonates: false,
  featured: null,
  deals: false,
  replies: false,
  standing: [],
  ...change,
});

export const cardView = (id: string, change: Partial<CardView> = {}): CardView => ({ id, text: `Card ${id}`, veils: [], note: "", resonance: null, replyTo: null, ...change });

export const circleView = (change: Partial<CircleView> = {}): CircleView => ({
  t: "circle",
  mode: "round",
  state: "running",
  turn: 2,
  now: { alias: "Mika", mark: 0 },
  next: { alias: "Jo", mark: 0 },
  done: 1,
  of: 7,
  clock: { endsAt: 91_000, left: null },
  inside: [],
  chairs: 0,
  asking: 0,
  ...change,
});

export const lineView = (id: string, change: Partial<LineView> = {}): LineView => ({ id, text: `Line ${id}`, support: null, question: false, kept: false, ...change });

export const agreeView = (change: Partial<AgreeView> = {}): AgreeView => ({
  t: "agree",
  lines: [lineView("start-0", { text: "We speak for ourselves." }), lineView("start-1", { text: "Passing is fine." })],
  propose: true,
  input: inputView({ type: "text", options: [], max: 160 }),
  ...change,
});

export const stageView = (change: Partial<StageView> = {}): StageView => ({
  run: 3,
  kind: change.body?.t ?? "tally",
  phase: "open",
  outcome: "open",
  prompt: "Where are you with this?",
  title: null,
  number: 1,
  of: 2,
  clock: { endsAt: 121_000, left: null },
  body: tallyView(),
  stage: 4,
  copied: null,
  hint: null,
  again: false,
  ...change,
});

export const sharedView = (change: Partial<SharedView> = {}): SharedView => ({
  title: "First circle",
  phase: change.stage === undefined || change.stage === null ? "lobby" : change.stage.phase,
  practice: false,
  presence: "together",
  floor: 5,
  people: 7,
  calm: false,
  unattended: false,
  note: null,
  agreements: [],
  programme: null,
  checkIn: 0,
  helpOffered: 0,
  activity: null,
  stage: null,
  ...change,
});

export const seatView = (change: Partial<SeatView> = {}): SeatView => ({
  alias: "River",
  mark: 0,
  state: "here",
  room: null,
  place: null,
  choice: "take_part",
  away: false,
  turn: null,
  role: null,
  care: null,
  ...change,
});

export const memberView = (place: number, alias: string, change: Partial<MemberView> = {}): MemberView => ({
  place,
  alias,
  mark: 0,
  role: null,
  watching: false,
  away: false,
  quiet: false,
  ...change,
});

export const roomView = (change: Partial<RoomView> = {}): RoomView => ({
  id: "r1",
  number: 2,
  state: "running",
  members: [memberView(0, "River"), memberView(1, "Mika")],
  steps: [{ do: "Talk", seconds: 120, places: [] }],
  step: 0,
  clock: { endsAt: 113_000, left: null },
  paused: false,
  called: false,
  knock: "none",
  ending: false,
  last: true,
  note: null,
  link: null,
  ...change,
});

/** A whole first view: what every reconnect begins with. */
export const firstView = (shared: SharedView = sharedView(), seat: SeatView = seatView(), stages: ReceiptView[] = []): ToPage[] => [
  welcome(),
  { t: "shared", body: shared },
  { t: "receipts", body: { stages } },
  { t: "notes", body: { sealed: [] } },
  { t: "seat", body: seat },
  { t: "room", body: null },
  { t: "at", position: "p1" },
];

/** Storage of one tab: kept as long as the test keeps it, also across "reloads". */
export function memory(): Store {
  return keptIn(() => {
    throw new DOMException("storage is switched off");
  });
}
