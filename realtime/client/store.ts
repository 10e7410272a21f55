/** What this page knows, as signals. Parts are shown together, at the `at` that ends their batch. */
import { batch, signal, type ReadonlySignal, type Signal } from "@preact/signals";

import { SessionClock } from "./clock";
import { localized, type Texts } from "./localized";
import type { ConsoleView, Dealt, NamedPerson, NotesView, ReceiptsView, RoomView, ScreenView, SeatView, SharedView, ToPage, Welcome } from "./wire";

/** `connecting` before the first welcome; `closed` when this page will not come back by itself. */
export type Line = "connecting" | "live" | "reconnecting" | "closed";

export interface Closed {
  code: number;
  reason: string;
}

type Part = Extract<ToPage, { body: unknown }>;

export interface SessionStore {
  line: Signal<Line>;
  closed: Signal<Closed | null>;
  shared: Signal<SharedView | null>;
  /** Phones only: stage by stage, which answers were included. */
  receipts: Signal<ReceiptsView | null>;
  /** Phones only: notes to unknown authors, all of one length; most of them are not for this phone. */
  notes: Signal<NotesView | null>;
  seat: Signal<SeatView | null>;
  /** null: in no breakout now. */
  room: Signal<RoomView | null>;
  desk: Signal<ConsoleView | null>;
  /** Phones only: the strangers' cards that this phone was dealt last. */
  dealt: Signal<Dealt | null>;
  /** Phones only: who is here, and with whom its person would rather not be in a room. Never asked for: null. Kept nowhere else. */
  names: Signal<readonly NamedPerson[] | null>;
  /** No rooms can be made, and what this phone asked for is why. Nobody else is told. */
  unmet: Signal<boolean>;
  screen: Signal<ScreenView | null>;
  /** The organization's help page: kept as long as the page is open, also without a line. */
  help: Signal<string>;
  role: Signal<Welcome["role"] | null>;
  /** Days that the session's record is kept after its summary; 0: everything goes when it ends. null before the first welcome. */
  retentionDays: Signal<number | null>;
  clock: SessionClock;
  apply(message: ToPage): void;
}

/** `texts`: this page's language where it is not the session's; when they change, what stands here is said again in them. */
export function createStore(clock: SessionClock = new SessionClock(), texts: ReadonlySignal<Texts | null> = signal(null)): SessionStore {
  let waiting: Part[] = [];
  const came = new Map<Part["t"], Part>();
  const store: SessionStore = {
    line: signal<Line>("connecting"),
    closed: signal<Closed | null>(null),
    shared: signal<SharedView | null>(null),
    receipts: signal<ReceiptsView | null>(null),
    notes: signal<NotesView | null>(null),
    seat: signal<SeatView | null>(null),
    room: signal<RoomView | null>(null),
    desk: signal<ConsoleView | null>(null),
    dealt: signal<Dealt | null>(null),
    names: signal<readonly NamedPerson[] | null>(null),
    unmet: signal(false),
    screen: signal<ScreenView | null>(null),
    help: signal(""),
    role: signal<Welcome["role"] | null>(null),
    retentionDays: signal<number | null>(null),
    clock,
    apply(message) {
      switch (message.t) {
        case "welcome":
          waiting = []; // what an earlier line began to say, this one says again from the start
          clock.set(message.now, message.pace);
          batch(() => {
            store.help.value = message.help;
            store.role.value = message.role;
            store.retentionDays.value = message.retentionDays;
          });
          return;
        case "beat":
          clock.correct(message.now);
          return;
        case "shared":
        case "receipts":
        case "notes":
        case "seat":
        case "room":
        case "console":
        case "screen":
          waiting.push(message);
          return;
        case "at":
          batch(() => waiting.forEach(take));
          waiting = [];
          return;
        case "dealt":
          store.dealt.value = message;
          return;
        case "names":
          store.names.value = message.people;
          store.unmet.value = message.unmet;
          return;
        case "done":
        case "refused":
        case "held":
        case "not_held":
        case "tapped":
        case "not_tapped":
          return; // answers to what this page sent: the session's business
        default:
          never(message);
      }
    },
  };

  texts.subscribe((words) => batch(() => came.forEach((part) => show(localized(part, words)))));

  /** Parts are kept as they came: in another language they are looked up from there. */
  function take(part: Part): void {
    came.set(part.t, part);
    show(localized(part, texts.peek()));
  }

  function show(part: Part): void {
    switch (part.t) {
      case "shared":
        store.shared.value = part.body;
        return;
      case "receipts":
        store.receipts.value = part.body;
        return;
      case "notes":
        store.notes.value = part.body;
        return;
      case "seat":
        store.seat.value = part.body;
        return;
      case "room":
        store.room.value = part.body;
        return;
      case "console":
        store.desk.value = part.body;
        return;
      case "screen":
        store.screen.value = part.body;
        return;
      default:
        never(part);
    }
  }
  return store;
}

function never(message: never): never {
  throw new Error(`unknown message ${String((message as { t: unknown }).t)}`);
}
