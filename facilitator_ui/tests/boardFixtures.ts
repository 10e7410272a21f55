/** The board of breakouts as a server would send it, and moments of it. Names are invented. */

import type { BoardRoomView, BoardView, ConsoleView, PlacedView, RoomsView, SharedView, TileView } from "../../realtime/client/wire";
import { NOW, PAIRS, desk, next, screen, shared, stage } from "./fixtures";
import type { Moment } from "./moments";

const QUIET = { endsAt: null, left: null };

export function placed(name: string, changes: Partial<PlacedView> = {}): PlacedView {
  return { seat: `seat-${name}`, name, role: null, watching: false, away: false, asleep: false, ...changes };
}

export function boardRoom(number: number, names: string[], changes: Partial<BoardRoomView> = {}): BoardRoomView {
  return {
    id: `4.1.${number}`,
    number,
    people: names.map((name, place) => placed(name, { role: place === 0 ? "speaker" : "listener" })),
    state: "running",
    step: "Speaker has the time",
    turn: 1,
    turns: 1,
    clock: { endsAt: NOW + 130_000, left: null },
    paused: false,
    called: false,
    knock: "none",
    ending: false,
    locked: false,
    alone: false,
    note: null,
    link: null,
    ...changes,
  };
}

export function board(state: BoardView["state"], rooms: BoardRoomView[], changes: Partial<BoardView> = {}): BoardView {
  return { state, round: 1, rounds: 1, takingPart: 11, observing: 0, sittingOut: 0, rooms, loose: [], bound: [], ending: false, before: false, none: false, ...changes };
}

export const pairs = (changes: Partial<BoardRoomView> = {}): BoardRoomView[] => PAIRS.map((names, index) => boardRoom(index + 1, names, changes));
export const waiting = (left: number): BoardRoomView[] => pairs({ state: "formed", step: "", turn: 0, clock: { endsAt: NOW + left, left: null } });

const activity: SharedView["activity"] = { ...shared().activity!, title: "Equal turns", note: "You choose the subject and the depth." };
const PROMPT = "Speaker: something about connection that has been on your mind. Listener: stay with them.";

export function tilesOf(rooms: BoardRoomView[]): TileView[] {
  return rooms.map(({ number, people, step, clock, state, ending, turn, turns }) => ({ number, people: people.map(({ name }) => name), step, clock, state, ending, turn, turns }));
}

/** A moment in rooms: the shared screen shows what the board shows, once it is announced. */
export function onBoard(of: BoardView, does: Partial<ConsoleView["next"]> & Pick<ConsoleView["next"], "does">, changes: Partial<RoomsView> = {}): Moment {
  const shown = of.state === "announced" || of.state === "running";
  const state = of.state === "announced" ? "formed" : of.state === "running" || of.state === "finished" ? of.state : "before";
  const body: RoomsView = { t: "rooms", round: shown ? of.round : 0, rounds: of.rounds, state, roles: ["speaker", "listener"], deck: "", ...changes };
  return {
    shared: shared({ activity, stage: stage({ kind: "rooms", prompt: PROMPT, number: 1, clock: QUIET, body }) }),
    desk: desk({ board: of, next: next(does.does, { round: of.round || 1, ...does }), answered: 0 }),
    screen: screen({ rooms: shown ? tilesOf(of.rooms) : [] }),
  };
}

const [ONE, TWO, THREE, FOUR, FIVE] = pairs() as [BoardRoomView, BoardRoomView, BoardRoomView, BoardRoomView, BoardRoomView];
const HELD = { endsAt: null, left: 84_000 };
const CLOSING = pairs({ ending: true, clock: { endsAt: NOW + 41_000, left: null } });
const PROPOSED = pairs({ state: "formed", step: "", turn: 0, clock: QUIET });

/** Half of them in need of nothing, one of each state that a facilitator should see. */
export const BUSY: BoardRoomView[] = [
  ONE,
  { ...TWO, called: true, paused: true, clock: HELD },
  { ...THREE, paused: true, clock: HELD, knock: "later" },
  { ...FOUR, people: [FOUR.people[0]!, FOUR.people[1]!, { ...FOUR.people[2]!, asleep: true }], knock: "welcome" },
  { ...FIVE, alone: true, people: [FIVE.people[0]!, { ...FIVE.people[1]!, away: true }], note: "You can join room 3, if you like." },
];

const ALIASES = ["Ada", "Ben", "Cleo", "Dov", "Eno", "Fay", "Gil", "Hana", "Ivo", "June", "Kit", "Lou"];
const alias = (at: number) => `${ALIASES[at % ALIASES.length]} ${Math.floor(at / ALIASES.length) + 1}`;
/** So many pairs; the rooms named in `calling` call. */
export function crowd(count: number, calling: number[] = [], changes: Partial<BoardRoomView> = {}): BoardRoomView[] {
  return Array.from({ length: count }, (_, at) => {
    const called = calling.includes(at + 1);
    return boardRoom(at + 1, [alias(2 * at), alias(2 * at + 1)], { called, paused: called, clock: called ? HELD : { endsAt: NOW + 130_000, left: null }, ...changes });
  });
}

export const BOARDS = {
  "rooms, before": onBoard(board("before", [], { round: 0, observing: 1, takingPart: 9, sittingOut: 1, before: true }), { does: "make_rooms", count: 9 }),
  "rooms, none found": onBoard(board("before", [], { takingPart: 2, sittingOut: 3, none: true }), { does: "make_rooms", count: 2 }),
  "rooms, proposed": onBoard(
    board("proposed", [{ ...PROPOSED[0]!, locked: true }, ...PROPOSED.slice(1)], {
      observing: 1,
      sittingOut: 1,
      before: true,
      bound: [
        { one: "seat-Amal", other: "seat-Rosa", how: "together" },
        { one: "seat-Jonas", other: "seat-Sam", how: "apart" },
      ],
    }),
    { does: "announce_rooms", count: 5 },
  ),
  "rooms, one alone": onBoard(
    board("proposed", [...PROPOSED.slice(0, 4), { ...PROPOSED[4]!, people: [placed("Yusuf")], alone: true }], { loose: [placed("Kim")], takingPart: 12 }),
    { does: "make_rooms", count: 12 },
  ),
  "rooms, announced": onBoard(board("announced", waiting(7_000), { sittingOut: 1 }), { does: "start_rooms", count: 5 }),
  "rooms, ready": onBoard(board("announced", waiting(-1)), { does: "start_rooms", count: 5 }),
  "rooms, some begun": onBoard(board("running", [...pairs().slice(0, 3), ...waiting(-1).slice(3)]), { does: "start_rooms", count: 2 }),
  "rooms, busy": onBoard(board("running", BUSY, { loose: [placed("Kim"), placed("Tove", { away: true })], sittingOut: 1 }), { does: "end_rooms" }),
  "rooms, ending": onBoard(
    board("running", [...CLOSING.slice(0, 2), { ...THREE, state: "finished", clock: QUIET, step: "" }, ...CLOSING.slice(3)], { ending: true }),
    { does: "end_rooms", waiting: 1 },
  ),
  "rooms, apart": onBoard(board("running", pairs({ link: "https://meet.example.org/abcdefghijkm" })), { does: "end_rooms" }),
  "forty rooms": onBoard(board("running", crowd(40, [17]), { takingPart: 80 }), { does: "end_rooms" }),
  "rooms, over": onBoard(board("finished", []), { does: "open_stage", stage: 6, title: "Being listened to was…" }),
} satisfies Record<string, Moment>;

export type BoardMoment = keyof typeof BOARDS;
