/** The one big Next: what it sends and what it says, for everything that the session can offer. Total by its type. */

import { type Translate, personName } from "../../../realtime/client/strings";
import type { ClientCommand, Clock, ConsoleView, NextView, SharedView } from "../../../realtime/client/wire";
import type { Panel } from "../doing";
import { firstToEnd, shortTitle } from "../words";
import { apartInOne, moreToCome } from "./rooms/needs";

export type Does = NextView["does"];

/** null: nothing to press. It waits, or there is more than one thing to choose from, or it is over. */
export const SENDS: Record<Does, (next: NextView) => ClientCommand | null> = {
  open_stage: ({ run, stage }) => ({ t: "open_stage", run, stage }),
  step_guide: ({ run, step }) => ({ t: "step_guide", run, step }),
  start_pacer: ({ run }) => ({ t: "start_pacer", run }),
  close_stage: ({ run }) => ({ t: "close_stage", run }),
  reveal_picture: ({ run }) => ({ t: "reveal_picture", run }),
  release_cards: ({ run, count }) => (count > 0 ? { t: "release_cards", run, count } : null),
  make_rooms: ({ run, round }) => ({ t: "make_rooms", run, round, mix: null }),
  announce_rooms: ({ run, round }) => ({ t: "announce_rooms", run, round }),
  start_rooms: ({ run, round }) => ({ t: "start_rooms", run, round }),
  // Softly: nobody is cut off, so it is asked only where turns are to come. While they come to a close there is nothing left to press.
  end_rooms: ({ run, waiting }) => (waiting === 0 ? { t: "end_rooms_softly", run } : null),
  end_session: () => ({ t: "end_session" }),
  start_circle: ({ run }) => ({ t: "start_circle", run }),
  end_turn: ({ run, turn }) => ({ t: "end_turn", run, turn }),
  end_circle: ({ run }) => ({ t: "end_circle", run }),
  adopt_lines: ({ run, lines }) => (lines.length > 0 ? { t: "adopt_lines", run, lines } : null),
  wait_closing: () => null,
  decide_short: () => null,
  ended: () => null,
};

const ASKS: Partial<Record<Does, Panel>> = { end_session: "end" };

export interface NextStep {
  does: Does | "resume_room" | "read_lines";
  title: string;
  detail: string;
  command: ClientCommand | null;
  /** The panel that asks once more before it is sent: it cannot be taken back. */
  ask: Panel | null;
  /** What is counted down in its words; null where nothing is. */
  clock: Clock | null;
}

const NOTHING = { ask: null, clock: null };

/** Of announced rooms until they can begin, and of rooms that come to a close. */
function clockOf({ next, board }: ConsoleView): Clock | null {
  if (board === null) return null;
  if (next.does === "start_rooms") return board.rooms.find(({ state }) => state === "formed")?.clock ?? null;
  return next.does === "end_rooms" && board.ending ? (firstToEnd(board.rooms)?.clock ?? null) : null;
}

/** `read`: the run whose lines this console knows to be read with the group. */
export function nextStep(desk: ConsoleView, shared: SharedView, t: Translate, read: number | null = null): NextStep {
  const { next } = desk;
  const body = shared.stage?.body;
  const uncollected = leavesLines(desk, shared);
  if (shared.calm && next.does !== "ended")
    return { does: "resume_room", title: t("next-resume"), detail: t("next-resume-detail"), command: { t: "resume_room" }, ...NOTHING };
  if (stillToRead(desk, shared, read))
    return { does: "read_lines", title: t("next-read-lines"), detail: t("next-read-lines-detail"), command: null, ...NOTHING };
  const id = `next-${next.does.replaceAll("_", "-")}`;
  const numbers = {
    title: shortTitle(next.title),
    count: next.count,
    waiting: next.waiting,
    few: desk.answered < shared.floor ? "yes" : "no",
    round: next.round,
    kind: shared.stage?.kind ?? "guide",
    answered: desk.answered,
    staying: desk.staying,
    missing: desk.closing?.missing ?? 0,
    floor: shared.floor,
    now: body?.t === "circle" && body.now !== null ? personName(body.now) : "",
    after: body?.t === "circle" && body.next !== null ? personName(body.next) : "",
    mode: body?.t === "circle" ? body.mode : "round",
    breaths: body?.t === "guide" ? (body.pacer?.cycles ?? 0) : 0,
    last: body?.t === "circle" && body.next === null ? "yes" : "no",
    lines: next.lines.length,
    rooms: desk.board?.rooms.length ?? 0,
    again: desk.board?.state === "proposed" ? "yes" : "no",
    apart: desk.board !== null && apartInOne(desk.board) ? "yes" : "no",
    some: desk.board?.state === "running" ? "yes" : "no",
    proposed: desk.lines.filter((line) => line.state === "proposed").length,
  };
  // From a page for oneself: how many are done with it, as a number.
  const leavesPage = next.does === "open_stage" && body?.t === "journal" && shared.stage?.phase === "open";
  const deals = next.does === "release_cards" && next.count > 0 && body?.t === "wall" && body.deals;
  const detail = leavesPage ? t("next-leaves-page", numbers) : deals ? t("next-deals-cards", numbers) : null;
  const stuck = next.does === "wait_closing" && desk.closing?.aloneWithoutRedis === true;
  return {
    does: next.does,
    title: t(id, numbers),
    detail: detail ?? (uncollected ? t("next-leaves-lines", numbers) : t(stuck ? "next-wait-closing-alone" : `${id}-detail`, numbers).trim()),
    command: SENDS[next.does](next),
    ask: ASKS[next.does] ?? (uncollected ? "leave_lines" : cutsTurns(desk) ? "end_softly" : null),
    clock: clockOf(desk),
  };
}

const cutsTurns = ({ next, board }: ConsoleView): boolean => next.does === "end_rooms" && board !== null && moreToCome(board);

/** Lines that people have written and nobody has gathered yet. */
export function linesToCollect(desk: ConsoleView, shared: SharedView): number {
  return shared.stage?.kind === "agree" && shared.stage.phase === "open" && !shared.calm ? desk.answered : 0;
}

/** Lines that nobody can have read yet: none was collected or kept in this stage, and nobody here has said that they were read. */
export function stillToRead(desk: ConsoleView, shared: SharedView, read: number | null): boolean {
  const body = shared.stage?.body;
  if (desk.next.does !== "adopt_lines" || body?.t !== "agree" || read === desk.next.run) return false;
  return body.lines.every((line) => line.support === null) && desk.lines.every((line) => line.state === "shown");
}

/** Going on now would leave out what people wrote: that is said, and asked. */
function leavesLines(desk: ConsoleView, shared: SharedView): boolean {
  return desk.next.does === "open_stage" && linesToCollect(desk, shared) > 0;
}

export interface Offer {
  label: string;
  command: ClientCommand;
  /** The key that does the same. */
  key?: string;
}

/** What the facilitator may do besides, in the order of the buttons. */
export function besides({ stage, calm }: SharedView): Offer[] {
  if (stage === null || calm) return [];
  const { run, body } = stage;
  const offers: Offer[] = [];
  if (stage.phase === "open" && stage.kind !== "rooms") offers.push({ label: "more-minute", command: { t: "extend_stage", run, minutes: 1 }, key: "+" });
  if (body.t === "tally" && body.picture !== null) offers.push({ label: "picture-hide", command: { t: "hide_picture", run } });
  return offers;
}
