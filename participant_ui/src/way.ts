/** The way in: typing a code, the door, the session. One signal says where this page is. */
import { signal, type Signal } from "@preact/signals";

import { dropSeatKey, keepSeatKey, lastCode, newSeatKey, seatKey } from "../../realtime/client/keys";
import { openSession, socketUrl, type Session } from "../../realtime/client/session";
import { tabKept, type Store } from "../../realtime/client/storage";
import type { SeatProof } from "../../realtime/client/wire";
import { codeInPath } from "./code";
import type { Door, DoorProblem, DoorView, JoinProblem } from "./door";
import { Here } from "./here";

export type Place =
  | { at: "looking" }
  | { at: "enter"; typed: string; problem: DoorProblem | null }
  | { at: "door"; code: string; door: DoorView; problem: JoinProblem | null; joining: boolean }
  | { at: "here"; here: Here };

interface WayOptions {
  door: Door;
  kept: Store;
  history: Pick<History, "replaceState">;
  open?: (code: string, proof: () => Promise<SeatProof | null>) => Session;
  tab?: Store;
}

const UNPROVED = 4401;
const NO_SESSION = 4404;

const openHere = (code: string, proof: () => Promise<SeatProof | null>): Session => openSession({ url: socketUrl("/ws"), code, proof });

export class Way {
  readonly place: Signal<Place> = signal<Place>({ at: "looking" });

  constructor(private readonly options: WayOptions) {}

  /** The code of a session this phone can go back to. */
  get last(): string | null {
    return lastCode(this.options.kept);
  }

  async begin(path: string): Promise<void> {
    const code = codeInPath(path);
    if (code === null) this.place.value = { at: "enter", typed: "", problem: null };
    else if (seatKey(this.options.kept, code) !== null) this.goIn(code);
    else await this.knock(code);
  }

  /** `code` is plain. */
  async knock(code: string): Promise<void> {
    const door = await this.options.door.knock(code);
    if ("error" in door) {
      this.place.value = { at: "enter", typed: code, problem: door.error };
      return;
    }
    this.options.history.replaceState(null, "", `/${code}`);
    if (seatKey(this.options.kept, code) !== null) this.goIn(code);
    else this.place.value = { at: "door", code, door, problem: null, joining: false };
  }

  enterAnother(): void {
    this.options.history.replaceState(null, "", "/");
    this.place.value = { at: "enter", typed: "", problem: null };
  }

  async join(alias: string): Promise<void> {
    const place = this.place.value;
    if (place.at !== "door" || place.joining) return;
    this.place.value = { ...place, joining: true, problem: null };
    // Kept before it is sent: if the answer is lost on the way, trying again is the same person, not a second one.
    const key = this.#offered?.code === place.code ? this.#offered.key : newSeatKey();
    this.#offered = { code: place.code, key };
    const problem = await this.options.door.join(place.code, alias, key);
    if (problem !== null) {
      this.place.value = { ...place, joining: false, problem };
      return;
    }
    keepSeatKey(this.options.kept, place.code, key);
    this.goIn(place.code);
  }
  #offered: { code: string; key: string } | null = null;

  goIn(code: string): void {
    const { kept } = this.options;
    this.options.history.replaceState(null, "", `/${code}`);
    const proof = async (): Promise<SeatProof | null> => {
      const key = seatKey(kept, code);
      return key === null ? null : { t: "seat", code, key };
    };
    const session = (this.options.open ?? openHere)(code, proof);
    const here = new Here(session, code, kept, this.options.tab ?? tabKept);
    this.place.value = { at: "here", here };
    const stop = session.store.closed.subscribe((closed) => {
      if (closed === null || (closed.code !== UNPROVED && closed.code !== NO_SESSION)) return;
      dropSeatKey(kept, code);
      // A key from an earlier time, never let in now: then this is simply somebody at the door.
      if (session.store.shared.value !== null) return;
      here.close();
      queueMicrotask(() => stop());
      void this.knock(code);
    });
  }

  /** From an ended or removed session back to its door. */
  async comeInAgain(): Promise<void> {
    const place = this.place.value;
    if (place.at !== "here") return;
    place.here.close();
    await this.knock(place.here.code);
  }
}
