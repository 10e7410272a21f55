import type { StageView } from "../../../realtime/client/wire";

/** What a picture or a wall hangs under is the stage's title: once it is shown nothing is asked any more, and its prompt would read as if. */
export function headline(stage: StageView): string {
  const { body, prompt, title } = stage;
  const shown = (body.t === "tally" && body.picture !== null) || (body.t === "wall" && body.cards.length > 0);
  return shown ? (title ?? prompt) : prompt;
}
