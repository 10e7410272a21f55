/** Being in a session: the line, the drafts, the own cards, and what this page shows on top of the shared view. */
import { effect, signal, untracked, type Signal } from "@preact/signals";

import { CARDS, dropSeatKey, keepLanguage, seatKey } from "../../realtime/client/keys";
import { REFUSALS } from "../../realtime/client/refusals";
import type { Session } from "../../realtime/client/session";
import type { Store } from "../../realtime/client/storage";
import type { ClientCommand } from "../../realtime/client/wire";
import { CheckInSheet } from "./checkin";
import type { Door } from "./door";
import { DealtCards, dealtIn } from "./dealt";
import { Drafts } from "./drafts";
import { hasOwn, type Keepsake } from "./keepsake";
import { CHOSEN, language, textsPath } from "./language";
import { Leaving } from "./leaving";
import { Muted } from "./muted";
import { chancePause, MyCards } from "./mycards";
import { offlineShell, type Shell } from "./offline";
import { Pages } from "./pages";
import { dropKeyOfSession, keepPlace, keptPlace, keyOfSession, type KeptPlace, proveTried, triedWords } from "./programme/kept";

/** What stands over the task for now. */
export type Over = "help" | "leave" | "you" | "written" | "agreements" | "apart" | "veils" | "stored" | null;

export interface HereOptions {
  session: Session;
  code: string;
  kept: Store;
  tab: Store;
  door: Pick<Door, "card" | "stored">;
  pause?: () => Promise<void>;
  /** This tab came through the door just now: there is no earlier one. */
  joined?: boolean;
  shell?: Shell;
}

const ENDED = 4410;

/** How this phone came to be outside: by its own wish, while it waited to be let in, or by the facilitators. */
export type LeftBy = "self" | "declined" | "others";

export class Here {
  readonly over: Signal<Over> = signal(null);
  /** The id of a sentence that says why a wish was not granted. */
  readonly notice: Signal<string | null> = signal(null);
  readonly drafts: Drafts;
  readonly cards: MyCards;
  readonly pages: Pages;
  readonly dealt: DealtCards;
  readonly checkIn: CheckInSheet;
  readonly muted: Muted;
  /** The pause before a long card leaves. */
  readonly leaving = new Leaving();
  /** What the open page still holds of a session that has ended; null before, and once it is wiped. */
  readonly #last: Signal<Keepsake | null> = signal(null);
  /** The words that bring its person back to their place in a programme; they outlive the session, until they are wiped. */
  readonly place: Signal<KeptPlace | null> = signal(null);
  readonly placeWiped: Signal<boolean> = signal(false);
  readonly session: Session;
  /** What is stored about this session now. */
  readonly stored: () => ReturnType<Door["stored"]>;
  readonly code: string;
  readonly #kept: Store;
  readonly #tab: Store;
  readonly #shell: Shell;
  /** Where `place` is kept, as long as this page is open: the session's end lets go of which programme it belonged to. */
  readonly #placeKey: string | null;
  /** The last offer of help that was put away here; each is shown once. */
  readonly #helpAway: Signal<number> = signal(0);
  readonly #read: Signal<ReadonlySet<string>> = signal(new Set());
  readonly #stopWatching: () => void;

  constructor({ session, code, kept, tab, door, pause = chancePause, joined = false, shell = offlineShell }: HereOptions) {
    this.session = session;
    this.code = code;
    this.#kept = kept;
    this.#tab = tab;
    this.#shell = shell;
    if (joined) tab.set(this.#firstKey, "yes");
    this.#placeKey = keyOfSession(kept, code);
    if (this.#placeKey !== null) this.place.value = keptPlace(kept, this.#placeKey);
    const stopNaming = effect(() => {
      const alias = session.store.seat.value?.alias;
      if (this.#placeKey !== null && alias !== undefined && triedWords(kept, code) !== null) {
        proveTried(kept, code, this.#placeKey);
        this.place.value = keptPlace(kept, this.#placeKey);
      }
      const place = this.place.value;
      if (this.#placeKey === null || place === null || alias === undefined || alias === place.alias) return;
      this.place.value = { ...place, alias }; // the name that this phone is asked for next time
      keepPlace(kept, this.#placeKey, this.place.value);
    });
    this.#helpAway.value = Number(tab.get(this.#offeredKey) ?? 0);
    this.drafts = new Drafts(tab, code);
    this.stored = () => door.stored(code);
    this.cards = new MyCards({ door, kept, tab, code, session, pause, forget: (run) => this.#forgetRun(run) });
    this.pages = new Pages(tab, code);
    this.checkIn = new CheckInSheet(tab, code);
    this.muted = new Muted(tab, code);
    this.dealt = new DealtCards({ tab, code, owns: (card) => this.cards.owns(card), draw: (run) => session.draw(run) });
    const stopDealing = effect(() => {
      const { shared, line, seat } = session.store;
      if (shared.value === null) return; // a page that has just been opened does not know yet what is played
      const state = seat.value?.state; // somebody who rests for a minute comes back to the same card
      const asks = state === "here" || state === "resting" ? dealtIn(shared.value.stage) : null;
      const now = line.value;
      untracked(() => this.dealt.look(asks, now));
    });
    const stopTaking = effect(() => {
      const dealt = session.store.dealt.value;
      if (dealt !== null) untracked(() => this.dealt.take(dealt, dealtIn(session.store.shared.value?.stage ?? null)));
    });
    // Whatever could keep a card from leaving makes it leave at once. Before the end is looked at: then its words are kept once more.
    const stopLeaving = effect(() => {
      const waits = this.leaving.now.value;
      const { shared, seat, line } = session.store;
      const stage = shared.value?.stage ?? null;
      const open = stage !== null && stage.run === waits?.run && stage.phase === "open" && shared.value?.calm === false;
      if (waits !== null && !(open && seat.value?.state === "here" && line.value === "live")) untracked(() => this.leaving.sendNow());
    });
    const stopEnd = effect(() => {
      const { shared, closed } = session.store;
      if (shared.value?.phase === "ended" || closed.value?.code === ENDED) untracked(() => this.wipe());
      else this.cards.look();
    });
    const stopState = effect(() => {
      const state = session.store.seat.value?.state;
      if (session.store.shared.peek()?.phase === "ended") return;
      if (state === "here" || state === "resting" || state === "waiting") tab.set(this.#stateKey, state);
    });
    // A page that is loaded again without a network has the help page still: it is the organization's text, nobody's words.
    session.store.help.value ||= tab.get(this.#helpKey) ?? "";
    const stopHelp = effect(() => {
      const { help, role } = session.store;
      if (role.value === null) return;
      tab.set(this.#helpKey, help.value);
      if (seatKey(kept, code) !== null) keepLanguage(kept, code, language.value);
      shell.keep(code, textsPath(language.value));
    });
    const stopReading = effect(() => {
      if (this.over.value !== "written") return;
      const notes = this.#notes();
      untracked(() => (this.#read.value = new Set([...this.#read.value, ...notes])));
    });
    const otherTab = (event: StorageEvent): void => {
      if (event.key === null || event.key.startsWith(CARDS)) this.cards.readAgain();
    };
    window.addEventListener("storage", otherTab);
    this.#stopWatching = () => {
      window.removeEventListener("storage", otherTab);
      this.leaving.takeBack();
      stopLeaving();
      stopNaming();
      stopTaking();
      stopDealing();
      stopReading();
      stopHelp();
      stopEnd();
      stopState();
    };
  }

  get leftBy(): LeftBy {
    const before = this.#tab.get(this.#stateKey);
    return before === "waiting" ? "declined" : before === "leaving" ? "self" : "others";
  }

  /** Whether another tab was in this session before, which pages may have been written in. */
  get laterTab(): boolean {
    return this.#tab.get(this.#firstKey) === null;
  }

  /** Whether the facilitators point everybody to the help page and nobody here has put that away. */
  get helpOffered(): boolean {
    const { shared, seat } = this.session.store;
    return seat.value?.state !== "left" && shared.value?.phase !== "ended" && (shared.value?.helpOffered ?? 0) > this.#helpAway.value;
  }

  putHelpAway(): void {
    this.#helpAway.value = this.session.store.shared.value?.helpOffered ?? 0;
    this.#tab.set(this.#offeredKey, String(this.#helpAway.value));
  }

  /** Notes about own cards that nobody here has opened yet. */
  get unreadNotes(): number {
    return this.#notes().filter((sealed) => !this.#read.value.has(sealed)).length;
  }

  #notes(): string[] {
    return this.cards.all.flatMap(({ state, note }) => (state === "returned" && note !== null ? [note.sealed] : []));
  }

  /** A refusal is said; a wish without a line waits for the line. */
  async wish(command: ClientCommand): Promise<boolean> {
    this.notice.value = this.session.store.line.value === "live" ? null : "wish-waits";
    if (command.t === "leave") {
      this.leaving.sendNow(); // nothing is taken from somebody who has left
      this.#tab.set(this.#stateKey, "leaving");
    }
    const outcome = await this.session.send(command);
    this.notice.value = "refused" in outcome ? REFUSALS[outcome.refused] : null;
    return "done" in outcome;
  }

  /**
   * The session has ended, or this phone was removed: what was written here and the key are gone from this phone. What proves that
   * cards are its own stays until they are erased, so that they can still be taken back.
   */
  wipe(): void {
    const now = this.#collected();
    if (this.#last.value === null && hasOwn(now)) this.#last.value = now;
    this.cards.sessionEnded(Date.now());
    this.#forgetWords();
  }

  /** Whether there is anything to find under "what I wrote". */
  get hasWritten(): boolean {
    return this.leaving.now.value !== null || this.pages.all.length > 0 || this.cards.all.length > 0;
  }

  /**
   * At somebody's wish, while the session goes on: everything that was written here, and the keys of own cards. What was given stays
   * given; the place in the session stays too.
   */
  wipeWritten(): void {
    this.leaving.takeBack();
    this.session.held.forget();
    this.drafts.wipe();
    this.pages.wipe();
    this.cards.forget();
    this.#last.value = null;
  }

  /** A card was taken back: its words are nowhere in this tab. */
  #forgetRun(run: number): void {
    this.session.held.forget(run);
    this.drafts.renew(run);
  }

  /** Everything of this session, at somebody's wish. */
  wipeAll(): void {
    this.leaving.takeBack();
    this.#last.value = null;
    this.forgetPlace();
    this.#forgetWords();
    this.cards.forget();
  }

  /** Own pages, own cards and what the group keeps: what a file would hold. */
  get keepsake(): Keepsake {
    return { ...(this.#last.value ?? this.#collected()), words: this.place.value?.words ?? [] };
  }

  /** At a tap: the words of the place are gone from this phone. */
  forgetPlace(): void {
    if (this.#placeKey === null) return;
    this.#kept.remove(this.#placeKey);
    this.place.value = null;
    this.placeWiped.value = true;
  }

  /** Whether only the open page has them still, because the session is over. */
  get onlyHere(): boolean {
    return this.#last.value !== null;
  }

  /** At a tap, at any time: the private pages, and after the session's end whatever the open page still holds. */
  wipePages(): void {
    this.pages.wipe();
    this.drafts.wipeDrawn();
    this.#last.value = null;
  }

  #collected(): Keepsake {
    const shared = this.session.store.shared.value;
    const cards = this.cards.all.filter(({ state }) => state !== "withdrawn").toReversed();
    return {
      title: shared?.title ?? "",
      pages: this.pages.all,
      cards: cards.map(({ keys, text, state }) => ({ prompt: keys.prompt, labels: keys.labels ?? [], text, state })),
      agreements: shared?.agreements ?? [],
    };
  }

  close(): void {
    this.#stopWatching();
    this.session.close();
  }

  get #stateKey(): string {
    return `holdspace:state:${this.code}`;
  }

  get #firstKey(): string {
    return `holdspace:first:${this.code}`;
  }

  get #helpKey(): string {
    return `holdspace:help:${this.code}`;
  }

  get #offeredKey(): string {
    return `holdspace:offered:${this.code}`;
  }

  #forgetWords(): void {
    dropSeatKey(this.#kept, this.code);
    dropKeyOfSession(this.#kept, this.code);
    this.session.held.wipe();
    this.session.taps.wipe();
    this.session.feelings.wipe();
    this.checkIn.wipe();
    this.drafts.wipe();
    this.pages.wipe();
    this.dealt.wipe();
    this.muted.wipe();
    this.session.store.names.value = null;
    this.#tab.remove(this.#stateKey);
    this.#tab.remove(this.#firstKey);
    this.#tab.remove(this.#helpKey);
    this.#tab.remove(this.#offeredKey);
    this.#tab.remove(CHOSEN);
    this.#shell.forget(this.code);
  }
}
