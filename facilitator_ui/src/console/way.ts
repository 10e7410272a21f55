/** The ways through the plan that are not Next: back, to any stage, and on without this one. */

import type { ClientCommand, ConsoleView, PlanStageView, SharedView } from "../../../realtime/client/wire";
import type { Doing, Panel } from "../doing";
import { shortTitle } from "../words";

const ASKING = new Set(["agree", "tally", "wall"]);

/** People may be writing now, and a question is asked once: nothing leaves it without a second look. */
export function answersOpen(shared: SharedView): boolean {
  const { stage } = shared;
  return stage !== null && ASKING.has(stage.kind) && stage.phase !== "closed";
}

const stagesOf = (desk: ConsoleView): PlanStageView[] => desk.plan.flatMap((item) => item.stages);

/** Rooms are ended before anything else is shown. */
const inRooms = (shared: SharedView): boolean => shared.stage?.body.t === "rooms" && shared.stage.body.state === "running";

/** How a stage of the plan is shown (again); null where it is not. */
export function wayTo(stage: PlanStageView, desk: ConsoleView): ClientCommand | null {
  return stage.does === null ? null : { t: stage.does, run: desk.next.run, stage: stage.stage };
}

/** The last stage before the one that is played that can be shown again. */
function stageBefore(desk: ConsoleView): PlanStageView | null {
  return stagesOf(desk).findLast((stage) => stage.stage < desk.stage && stage.does !== null) ?? null;
}

interface Way {
  title: string;
  command: ClientCommand;
  ask: Panel | null;
}

function asked(about: "back" | "forward", stage: PlanStageView, command: ClientCommand, desk: ConsoleView, shared: SharedView): Panel | null {
  const asks = answersOpen(shared) && (shared.stage?.kind !== "agree" || desk.answered > 0);
  return asks ? { about, stage: stage.stage, title: shortTitle(stage.title), command } : null;
}

/** Within a guide to its step before, else to the stage before. */
export function wayBack(desk: ConsoleView, shared: SharedView): Way | null {
  const { stage } = shared;
  if (stage === null || shared.calm || shared.phase === "ended" || stage.phase === "closing" || inRooms(shared)) return null;
  if (stage.body.t === "guide" && stage.phase === "open" && stage.body.step > 0)
    return { title: "", command: { t: "step_guide", run: stage.run, step: stage.body.step - 1 }, ask: null };
  const before = stageBefore(desk);
  const command = before && wayTo(before, desk);
  return before && command && { title: before.title, command, ask: asked("back", before, command, desk, shared) };
}

/** To a stage that was chosen in the plan. */
export function wayThere(stage: PlanStageView, desk: ConsoleView, shared: SharedView): Way | null {
  const command = wayTo(stage, desk);
  if (command === null || stage.stage === desk.stage || shared.calm || desk.closing !== null || inRooms(shared)) return null;
  return { title: stage.title, command, ask: asked(stage.stage < desk.stage ? "back" : "forward", stage, command, desk, shared) };
}

/** What would be left behind by a skip; null where nothing is. */
export function leftBehind(desk: ConsoleView, shared: SharedView): "answers" | "round" | "cards" | "rooms" | null {
  const body = shared.stage?.body;
  if (answersOpen(shared)) return "answers";
  if (body?.t === "circle" && body.state === "running") return "round";
  if (body?.t === "rooms" && body.state === "formed") return "rooms";
  return body?.t === "wall" && desk.queue.some((card) => card.state === "waiting" || card.state === "approved") ? "cards" : null;
}

/** On without what is played now. Nothing of it is opened; what people are in the middle of is asked about first. */
export function waySkip(desk: ConsoleView, shared: SharedView): Way | null {
  const { stage } = shared;
  if (stage === null || shared.calm || stage.phase === "closing" || inRooms(shared)) return null;
  if (!stagesOf(desk).some((later) => later.stage > desk.stage && later.does === "open_stage")) return null;
  return { title: "", command: { t: "skip_stage", run: stage.run }, ask: leftBehind(desk, shared) === null ? null : "skip" };
}

export function take(way: Way | null, doing: Doing): void {
  if (way === null) return;
  if (way.ask !== null) doing.open(way.ask);
  else doing.act(way.command);
}
