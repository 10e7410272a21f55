/** What tests of rooms begin with. */
import { screen } from "@testing-library/preact";

import { memberView, roomView, seatView } from "../../realtime/client/tests/views";
import type { RoleCardView, RoomsView, RoomView, SeatView, StageView } from "../../realtime/client/wire";
import { accessible, open, Phone } from "./stage";

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

export const river = memberView(0, "River", { role: "speaker" });
export const mika = memberView(1, "Mika", { role: "listener" });
export const STEPS = [
  { do: "Speaker has the time", seconds: 210, places: [0] },
  { do: "Listener says only: thank you", seconds: 15, places: [1] },
];
export const room = (change: Partial<RoomView> = {}): RoomView => roomView({ members: [river, mika], steps: STEPS, ...change });
export const formed = (change: Partial<RoomView> = {}): RoomView => room({ state: "formed", step: -1, clock: { endsAt: 9000, left: null }, ...change });

export async function inRoom(view: RoomView, seat: Partial<SeatView> = {}): Promise<Phone> {
  const phone = new Phone();
  const place = seat.place ?? 0;
  await phone.inRoom(view, roomsStage(view.state === "formed" ? "formed" : "running"), place);
  if (Object.keys(seat).length > 0) await phone.hears({ t: "seat", body: seatView({ room: view.id, place, ...seat }) });
  await accessible();
  return phone;
}
export const now = (phone: Phone, view: RoomView): Promise<void> => phone.hears({ t: "room", body: view });
export const main = (): string => plain(screen.getByRole("main").textContent ?? "");
export const plain = (words: string): string => words.replace(/[\u2068\u2069]/g, "");
export const asked = (phone: Phone): unknown[] => phone.wishes.map((wish) => wish.command);
export const button = (name: string | RegExp): HTMLElement | null => screen.queryByRole("button", { name });
