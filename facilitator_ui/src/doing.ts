/** What the console is doing: wishes on their way, what was said about them, and which panel lies open. */

import { type ReadonlySignal, signal } from "@preact/signals";

import { REFUSALS } from "../../realtime/client/refusals";
import type { Outcome } from "../../realtime/client/session";
import type { SessionStore } from "../../realtime/client/store";
import type { Translate } from "../../realtime/client/strings";
import type { ClientCommand, ConsoleView } from "../../realtime/client/wire";
import type { Ask } from "./closing/ask";
import { focusedCard } from "./console/cards";
import { createMeanwhile } from "./meanwhile";

/** Panels that need to know what they are about carry it. */
export type Panel =
  | "join"
  | "keys"
  | "end"
  | "end_rooms"
  | "end_softly"
  | "end_circle"
  | "leave_lines"
  | "drop"
  | "plan"
  | "note"
  | "skip"
  | "add"
  | "stored"
  | { about: "back" | "forward"; stage: number; title: string; command: ClientCommand }
  | { about: "return"; card: string; draft?: string }
  | { about: "veil" | "worry"; card: string }
  | { about: "person" | "decline"; seat: string }
  | { about: "placed"; seat: string }
  | { about: "room"; room: string }
  | { about: "note"; text: string }
  | { about: "merge"; seat: string; into: string };

export interface Said {
  text: string;
  /** Shown as well as read aloud. What is on the page anyway is only read aloud. */
  shown: boolean;
  /** Which saying this is: the same words said again are read aloud again. */
  turn: number;
}

/** What was done to a card, and what takes it back. */
export interface JustDone {
  says: string;
  undo: Extract<ClientCommand, { t: "reconsider_card" | "veil_card" }>;
}

export interface Doing {
  t: Translate;
  store: SessionStore;
  /** The JSON doors, with this console's secret; null where there are none, as in a test of the line. */
  ask: Ask | null;
  /** Wishes that no answer has come to, as their text on the wire. */
  waiting: ReadonlySignal<ReadonlySet<string>>;
  said: ReadonlySignal<Said>;
  say(text: string, shown: boolean): void;
  panel: ReadonlySignal<Panel | null>;
  open(panel: Panel | null): void;
  /** The card that was decided last, for undo. */
  lastCard: ReadonlySignal<string | null>;
  /** The same for some moments after a decision was granted, with its way back. */
  justDone: ReadonlySignal<JustDone | null>;
  forgetJustDone(): void;
  /** Whether the small likenesses of phone and screen are open. */
  eyes: ReadonlySignal<boolean>;
  look(open: boolean): void;
  /** The agreement stage, by its run, whose lines were read with the group; null before. */
  read: ReadonlySignal<number | null>;
  readLines(run: number | null): void;
  sound: ReadonlySignal<boolean>;
  hear(on: boolean): void;
  /** `granted` is called once it was done: what was written for it may go then. */
  act(command: ClientCommand, granted?: () => void): void;
  isWaiting(command: ClientCommand): boolean;
}

interface DoingOptions {
  t: Translate;
  store: SessionStore;
  send: (command: ClientCommand) => Promise<Outcome>;
  ask?: Ask;
}

const LEAVES = { approve_card: "approved", hide_card: "hidden", return_card: "returned" } as const;
const SAYS = { approve_card: "just-approved", hide_card: "just-hidden", return_card: "just-returned" };

/** How a wish about a card is taken back; `before` is how the queue stood. Null for everything else. */
function wayBackFrom(command: ClientCommand, before: ConsoleView | null): JustDone | null {
  switch (command.t) {
    case "approve_card":
    case "hide_card":
    case "return_card":
      return { says: SAYS[command.t], undo: { t: "reconsider_card", run: command.run, card: command.card, seen: LEAVES[command.t] } };
    case "veil_card": {
      const veil = before?.queue.find(({ id }) => id === command.card)?.veil ?? null;
      return { says: command.veil === null ? "just-unveiled" : "just-veiled", undo: { ...command, veil } };
    }
    default:
      return null;
  }
}

/** A wish that is repeated while nothing on the page has changed is a double click: it is sent once. */
export function createDoing({ t, store, send, ask }: DoingOptions): Doing {
  const waiting = signal<ReadonlySet<string>>(new Set());
  const said = signal<Said>({ text: "", shown: false, turn: 0 });
  const panel = signal<Panel | null>(null);
  const lastCard = signal<string | null>(null);
  const justDone = signal<JustDone | null>(null);
  const eyes = signal(false);
  const read = signal<number | null>(null);
  const sound = signal(false);
  const granted = new Set<string>();
  const seen = () => [store.shared.peek(), store.desk.peek()] as const;
  let granting = seen();

  const say = (text: string, shown: boolean): void => {
    said.value = { text, shown, turn: said.peek().turn + 1 };
  };

  const alreadyGranted = (wish: string): boolean => {
    const now = seen();
    if (now[0] !== granting[0] || now[1] !== granting[1]) {
      granted.clear();
      granting = now;
    }
    return granted.has(wish);
  };

  const without = (wish: string): ReadonlySet<string> => {
    const rest = new Set(waiting.peek());
    rest.delete(wish);
    return rest;
  };

  const meanwhile = createMeanwhile({
    desk: store.desk,
    atHand: () => {
      const which = panel.peek();
      return which !== null && typeof which === "object" && "card" in which ? which.card : focusedCard();
    },
    tell: (id) => say(t(id), true),
  });

  async function perform(command: ClientCommand, wish: string, whenGranted: (() => void) | undefined): Promise<void> {
    const back = wayBackFrom(command, store.desk.peek());
    const taken = justDone.peek();
    const outcome = await send(command);
    waiting.value = without(wish);
    if (!("done" in outcome)) meanwhile.refused(command);
    if ("refused" in outcome) say(t(REFUSALS[outcome.refused]), true);
    else if ("closed" in outcome) say(t("not-live"), true);
    else {
      granted.add(wish);
      whenGranted?.();
      if (taken !== null && JSON.stringify(taken.undo) === wish) {
        justDone.value = null;
        say(t("just-undone"), false);
      } else if (back !== null) {
        justDone.value = back;
        say(t(back.says), false);
      }
    }
  }

  return {
    t,
    store,
    ask: ask ?? null,
    waiting,
    said,
    say,
    panel,
    open: (which) => {
      panel.value = which;
    },
    lastCard,
    justDone,
    forgetJustDone: () => {
      justDone.value = null;
    },
    eyes,
    look: (on) => {
      eyes.value = on;
    },
    read,
    readLines: (run) => {
      read.value = run;
    },
    sound,
    hear: (on) => {
      sound.value = on;
    },
    isWaiting: (command) => waiting.value.has(JSON.stringify(command)),
    act(command, whenGranted) {
      const wish = JSON.stringify(command);
      if (waiting.peek().has(wish) || alreadyGranted(wish)) return;
      if (store.line.peek() !== "live") {
        say(t("not-live"), true);
        return;
      }
      waiting.value = new Set([...waiting.peek(), wish]);
      // Nobody collects or keeps lines before they were read.
      if (command.t === "collect_lines" || command.t === "adopt_lines") read.value = command.run;
      if (command.t === "approve_card" || command.t === "hide_card" || command.t === "return_card") lastCard.value = command.card;
      if (command.t === "reconsider_card" || command.t === "veil_card") lastCard.value = null;
      meanwhile.wished(command);
      void perform(command, wish, whenGranted);
    },
  };
}
