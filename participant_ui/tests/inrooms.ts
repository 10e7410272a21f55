/** What tests of rooms begin with. */
import type { RoleCardView, RoomsView, StageView } from "../../realtime/client/wire";
import { open } from "./stage";

export const role = (change: Partial<RoleCardView> = {}): RoleCardView => ({
  role: "speaker",
  card: "You want evenings free. Say it once, simply.",
  scene: "after-ten",
  title: "Messages after ten",
  situation: "A colleague writes late.",
  twist: "",
  starters: [],
  maySwap: true,
  kept: false,
  ...change,
});

export const roomsStage = (state: RoomsView["state"], round = state === "before" ? 0 : 1, deck = ""): { stage: StageView } =>
  open({ kind: "rooms", prompt: "Something about connection.", body: { t: "rooms", round, rounds: 2, state, roles: ["speaker", "listener"], deck } });
