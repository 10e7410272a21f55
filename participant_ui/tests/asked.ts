/** A question of any type: the fields that its type does not use are empty. */
import type { InputView } from "../../realtime/client/wire";

export const asked = (change: Partial<InputView> = {}): InputView => ({
  type: "choice",
  options: [],
  pick: 1,
  steps: 0,
  items: [],
  max: 0,
  starter: "",
  fields: [],
  ask: "",
  x: ["low", "high"],
  y: ["bottom", "top"],
  cards: [],
  bins: [],
  rings: [],
  marks: [],
  mode: "points",
  send: ["ring", "mark", "x", "y"],
  ...change,
});
