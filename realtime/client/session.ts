/** One page in one session: the line, what it knows, what it asked for, and the answers it holds. */
import type { ReadonlySignal } from "@preact/signals";

import { connect, type Seams } from "./connection";
import { HeldAnswers } from "./held";
import { newKey } from "./keys";
import type { Texts } from "./localized";
import { longKept, tabKept, type Store } from "./storage";
import { createStore, type SessionStore } from "./store";
import { Taps } from "./taps";
import type { Answer, ClientCommand, InputView, RefusalCode, SeatProof, TicketProof, ToPage } from "./wire";

const COMMAND_ID_BYTES = 16;

/** `closed`: the line ended for good before an answer came. */
export type Outcome = { done: true } | { refused: RefusalCode } | { closed: true };

export interface SessionOptions {
  url: string;
  /** Asked anew for each attempt to connect; null stops. */
  proof: () => Promise<SeatProof | TicketProof | null>;
  /** What this page keeps is kept under this name: the session's code on a phone. */
  code: string;
  seams?: Partial<Seams>;
  store?: SessionStore;
  /** This page's language, where it is not the session's. */
  texts?: ReadonlySignal<Texts | null>;
  answers?: Store;
  counters?: Store;
}

export interface Session {
  store: SessionStore;
  held: HeldAnswers;
  /** Repeated with the same id after each reconnect until the server has answered, so it takes effect exactly once. */
  send(command: ClientCommand): Promise<Outcome>;
  taps: Taps;
  /** What was chosen in a check-in; its runs are the check-ins' numbers. */
  feelings: Taps;
  /** Asks for a stranger's card to reply to. False where there is no line now: then it is asked again later. */
  draw(run: number): boolean;
  /** Asks who is here: the answer goes into the store. False where there is no line now. */
  askNames(): boolean;
  /** `input` is null for a private page, `collected`: a line, taken in while its stage stays open. */
  answer(run: number, input: InputView | null, answer: Answer, collected?: boolean): void;
  /** Comes back after it was closed for good. */
  again(): void;
  close(): void;
}

interface Pending {
  command: ClientCommand;
  settle: (outcome: Outcome) => void;
}

export function openSession(options: SessionOptions): Session {
  const store = options.store ?? createStore(undefined, options.texts);
  const pending = new Map<string, Pending>();
  let mustRepeat = false;
  let playedRun: number | null = null;

  const settle = (id: string, outcome: Outcome): void => {
    pending.get(id)?.settle(outcome);
    pending.delete(id);
  };

  const onMessage = (message: ToPage): void => {
    store.apply(message);
    switch (message.t) {
      case "welcome":
        mustRepeat = true;
        for (const [id, { command }] of pending) connection.send({ t: "do", id, command });
        return;
      case "at": {
        const stage = store.shared.value?.stage ?? null;
        if (mustRepeat) held.repeat(stage);
        if (mustRepeat || stage?.run !== playedRun) taps.repeat(stage);
        const checkIn = store.shared.value?.checkIn ?? 0;
        if (mustRepeat) feelings.repeat({ run: checkIn });
        if (store.shared.value !== null) feelings.keepOnly(checkIn);
        mustRepeat = false;
        playedRun = stage?.run ?? null;
        held.settle(store.receipts.value, stage);
        return;
      }
      case "done":
        settle(message.id, { done: true });
        return;
      case "refused":
        settle(message.id, { refused: message.code });
        return;
      case "held":
        held.onHeld(message);
        return;
      case "not_held":
        held.onNotHeld(message);
        return;
      case "tapped":
        (message.about === "check_in" ? feelings : taps).onTapped(message);
        return;
      case "not_tapped":
        (message.about === "check_in" ? feelings : taps).onNotTapped(message);
        return;
      default:
    }
  };

  const connection = connect({
    url: options.url,
    proof: options.proof,
    onMessage,
    onLine: (line) => (store.line.value = line),
    onClosed: (closed) => {
      store.closed.value = closed;
      for (const id of pending.keys()) settle(id, { closed: true });
    },
    seams: options.seams,
  });

  const own = { code: options.code, answers: options.answers ?? tabKept, counters: options.counters ?? longKept };
  const held = new HeldAnswers({ ...own, sendFrame: (frame) => connection.sendFrame(frame) });
  const taps = new Taps({ ...own, send: (message) => connection.send(message) });
  const feelings = new Taps({ ...own, send: (message) => connection.send(message), about: "check_in" });

  return {
    store,
    held,
    taps,
    feelings,
    send(command) {
      const id = newKey(COMMAND_ID_BYTES);
      return new Promise((resolve) => {
        pending.set(id, { command, settle: resolve });
        connection.send({ t: "do", id, command });
      });
    },
    draw: (run) => connection.send({ t: "draw", run }),
    askNames: () => connection.send({ t: "ask_names" }),
    answer: (run, input, answer, collected) => held.give(run, input, answer, collected),
    again() {
      store.closed.value = null;
      connection.again();
    },
    close: () => connection.close(),
  };
}

/** `path` on the server this page came from, as a websocket address. */
export function socketUrl(path: string, location: Pick<Location, "protocol" | "host"> = window.location): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${path}`;
}
