/** The way in: typing a code, the door, the session. One signal says where this page is. */
import { signal, type Signal } from "@preact/signals";

import { dropOldCards, dropSeatKey, keepSeatKey, keptCards, keptLanguage, lastCode, newSeatKey, seatKey } from "../../realtime/client/keys";
import type { Session } from "../../realtime/client/session";
import { tabKept, type Store } from "../../realtime/client/storage";
import { CARDS_LIVE_MS, type SeatProof } from "../../realtime/client/wire";
import { codeInPath } from "./code";
import type { Door, DoorProblem, DoorView, JoinProblem } from "./door";
import type { Here } from "./here";
import type * as Inside from "./inside";
import { askForTexts, CHOSEN, isLanguage, type Language, speak, texts } from "./language";
import type { MyCards } from "./mycards";
import type * as Programme from "./programme/all";
import type { KeptPlace } from "./programme/kept";

export type Place =
  | { at: "looking" }
  | { at: "enter"; typed: string; problem: DoorProblem | null }
  | AtDoor
  | { at: "cards"; code: string; door: DoorView; cards: MyCards; inside: typeof Inside }
  | { at: "here"; here: Here; inside: typeof Inside };

interface AtDoor {
  at: "door";
  code: string;
  door: DoorView;
  problem: JoinProblem | null;
  joining: boolean;
  /** Of a programme's session only; null there too where it could not be fetched now. */
  programme: typeof Programme | null;
  /** The place in the programme that this phone brings along. */
  kept: KeptPlace | null;
}

interface WayOptions {
  door: Door;
  kept: Store;
  history: Pick<History, "replaceState">;
  open?: (code: string, proof: () => Promise<SeatProof | null>) => Session;
  tab?: Store;
  load?: () => Promise<typeof Inside>;
  loadProgramme?: () => Promise<typeof Programme>;
  pause?: () => Promise<void>;
  reload?: () => void;
}

const UNPROVED = 4401;
/** Answers to a join that the door itself says better. */
const CLOSED: ReadonlySet<JoinProblem> = new Set<JoinProblem>(["not_open_yet", "session_ended", "door_locked", "session_full"]);
/** Answers to a join that do not say whether an earlier try with the same key came through. */
const MAYBE_IN: ReadonlySet<JoinProblem> = new Set<JoinProblem>(["no_answer", "busy", "too_many_tries"]);

const fetched = (): Promise<typeof Inside> => import("./inside");
const fetchedProgramme = (): Promise<typeof Programme> => import("./programme/all");

/** What `ask` brings, or null where it could not be fetched now. */
async function orMissed<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TypeError) return null; // no network: what a browser says of a script that did not come
    throw error;
  }
}

export class Way {
  readonly place: Signal<Place> = signal<Place>({ at: "looking" });

  #missed = false;

  constructor(private readonly options: WayOptions) {}

  /** The code of a session this phone can go back to. */
  get last(): string | null {
    return lastCode(this.options.kept);
  }

  async begin(path: string): Promise<void> {
    dropOldCards(this.options.kept, Date.now(), CARDS_LIVE_MS);
    const code = codeInPath(path);
    if (code === null) this.place.value = { at: "enter", typed: "", problem: null };
    else if (seatKey(this.options.kept, code) !== null) await this.goIn(code);
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
    if (seatKey(this.options.kept, code) !== null) await this.goIn(code);
    else {
      const programme = await this.#programmeOf(door);
      const kept = programme?.placeAt(this.options.kept, door.programme?.title ?? "") ?? null;
      this.place.value = { at: "door", code, door, problem: null, joining: false, programme, kept };
      void this.load(); // while the rules are being read
    }
  }

  /** Chosen before there is a place in a session: kept for this tab. */
  chose(language: Language): void {
    (this.options.tab ?? tabKept).set(CHOSEN, language);
  }

  enterAnother(): void {
    this.options.history.replaceState(null, "", "/");
    this.place.value = { at: "enter", typed: "", problem: null };
  }

  async #programmeOf(door: DoorView): Promise<typeof Programme | null> {
    return (door.programme ?? null) === null ? null : orMissed(this.options.loadProgramme ?? fetchedProgramme);
  }

  /** The place in this door's programme is gone from this phone. */
  forgetPlace(): void {
    const place = this.place.value;
    if (place.at !== "door" || place.programme === null) return;
    place.programme.forgetPlaceAt(this.options.kept, place.door.programme?.title ?? "");
    this.place.value = { ...place, kept: null };
  }

  /** `typed`: the four words of a place that was had before; its name comes back with them where `alias` is empty. */
  async join(alias: string, typed: string[] | null = null): Promise<void> {
    const place = this.place.value;
    if (place.at !== "door" || place.joining) return;
    this.place.value = { ...place, joining: true, problem: null };
    const { kept } = this.options;
    const series = place.door.programme ?? null;
    const programme = place.programme ?? (await this.#programmeOf(place.door));
    if (series !== null && programme === null) {
      this.missed(place.code); // without its place somebody would come in as a stranger every week
      return;
    }
    const own = series === null ? null : (programme?.joining(kept, place.code, series.title, alias, typed) ?? null);
    const key = (own?.other === true ? null : seatKey(kept, place.code)) ?? newSeatKey();
    // Kept before it is sent: if the answer is lost, trying again is the same person, not a second one, even after a reload.
    keepSeatKey(kept, place.code, key);
    const problem = await this.options.door.join(place.code, alias, key, own === null ? undefined : { place: own.place, known: own.known });
    if (problem === null) {
      await this.goIn(place.code, true);
      return;
    }
    if (!MAYBE_IN.has(problem)) {
      dropSeatKey(kept, place.code);
      own?.undo();
    }
    if (CLOSED.has(problem)) {
      await this.knock(place.code); // the door has a page that says so
      return;
    }
    this.place.value = { ...place, joining: false, problem, programme };
  }

  /** The part of the page for the session, or null where it could not be fetched now. */
  private load(): Promise<typeof Inside | null> {
    return orMissed(this.options.load ?? fetched);
  }

  /** Some browsers remember that a script did not come: then only loading the page again helps. The seat's key is kept. */
  private missed(code: string): void {
    const place = this.place.value;
    if (this.#missed) (this.options.reload ?? (() => window.location.reload()))();
    this.#missed = true;
    this.place.value = place.at === "door" ? { ...place, joining: false, problem: "no_answer" } : { at: "enter", typed: code, problem: "no_answer" };
  }

  /** `joined`: through the door just now. */
  async goIn(code: string, joined = false): Promise<void> {
    const { kept, tab = tabKept, door, pause } = this.options;
    this.options.history.replaceState(null, "", `/${code}`);
    const inside = await this.load();
    if (inside === null) {
      this.missed(code);
      return;
    }
    const proof = async (): Promise<SeatProof | null> => {
      const key = seatKey(kept, code);
      return key === null ? null : { t: "seat", code, key };
    };
    const before = keptLanguage(kept, code);
    if (isLanguage(before)) void speak(before);
    const open = this.options.open ?? ((name, prove) => inside.openSession({ url: inside.socketUrl("/ws"), code: name, proof: prove, texts }));
    const session = open(code, proof);
    const here = new inside.Here({ session, code, kept, tab, door, pause, joined });
    this.place.value = { at: "here", here, inside };
    session.store.line.subscribe((line) => line === "live" && void askForTexts());
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

  /** The cards of a session that is over, for as long as this phone can take them back. */
  async lookAtCards(): Promise<void> {
    const place = this.place.value;
    if (place.at !== "door") return;
    const inside = await this.load();
    if (inside === null) {
      this.missed(place.code);
      return;
    }
    const { kept, tab = tabKept, door, pause = inside.chancePause } = this.options;
    const cards = new inside.MyCards({ door, kept, tab, code: place.code, session: null, pause });
    this.place.value = { at: "cards", code: place.code, door: place.door, cards, inside };
  }

  /** What is stored about the session of `code` now. */
  stored(code: string): ReturnType<Door["stored"]> {
    return this.options.door.stored(code);
  }

  /** Whether this phone has cards in the session of `code` that it can still take back. */
  hasCards(code: string): boolean {
    return keptCards(this.options.kept, code).cards.length > 0;
  }

  /** Wipes what is kept of the session and goes back to the start. */
  wipeAndGo(here: Here): void {
    here.wipeAll();
    here.close();
    this.enterAnother();
  }

  /** From a session that this phone has no place in now back to its door. */
  async comeInAgain(): Promise<void> {
    const place = this.place.value;
    if (place.at !== "here") return;
    place.here.close();
    await this.knock(place.here.code);
  }
}
