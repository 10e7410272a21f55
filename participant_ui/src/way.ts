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
/** Answers to a join that do not say whether an earlier try with the same key came through. */
const MAYBE_IN: ReadonlySet<JoinProblem> = new Set<JoinProblem>(["no_answer", "busy", "too_many_tries"]);

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
    const { kept } = this.options;
    const key = seatKey(kept, place.code) ?? newSeatKey();
    // Kept before it is sent: if the answer is lost, trying again is the same person, not a second one, even after a reload.
    keepSeatKey(kept, place.code, key);
    const problem = await this.options.door.join(place.code, alias, key);
    if (problem === null) {
      this.goIn(place.code);
      return;
    }
    if (!MAYBE_IN.has(problem)) dropSeatKey(kept, place.code);
    this.place.value = { ...place, joining: false, problem };
  }

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
      if (closed?.code !== UNPROVED) return;
      dropSeatKey(kept, code);
      // A key from an earlier time, or of a join that never arrived: then this is simply somebody at the door.
      if (session.store.shared.value !== null) return;
      here.close();
      queueMicrotask(() => stop());
      void this.knock(code);
    });
  }

  /** From a session that this phone has no place in now back to its door. */
  async comeInAgain(): Promise<void> {
    const place = this.place.value;
    if (place.at !== "here") return;
    place.here.close();
    await this.knock(place.here.code);
  }
}
