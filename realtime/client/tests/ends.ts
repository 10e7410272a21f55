/** A fake browser with explicit delivery: time, sockets and events move only when a test says so. */
import type { Seams } from "../connection";
import type { FromPage, ToPage } from "../wire";

export class FakeSocket extends EventTarget {
  readonly sent: string[] = [];
  closedByPage = false;

  constructor(readonly url: string) {
    super();
  }

  send(frame: string): void {
    this.sent.push(frame);
  }

  /** The page lets go of it. Like a phone without network: no close event comes. */
  close(): void {
    this.closedByPage = true;
  }

  get messages(): FromPage[] {
    return this.sent.map((frame) => JSON.parse(frame) as FromPage);
  }

  opens(): void {
    this.dispatchEvent(new Event("open"));
  }

  says(...messages: ToPage[]): void {
    for (const message of messages) this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  closes(code: number): void {
    this.dispatchEvent(new CloseEvent("close", { code }));
  }
}

interface Timer {
  at: number;
  callback: () => void;
}

export class FakeBrowser {
  time = 0;
  /** What `random` gives: 1 is the longest delay. */
  chance = 1;
  /** Instead of `chance`, where each draw shall be another. */
  draw: () => number = () => this.chance;
  readonly sockets: FakeSocket[] = [];
  readonly window = new EventTarget();
  readonly document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  readonly #timers = new Map<number, Timer>();
  #lastTimer = 0;

  get seams(): Seams {
    const sockets = this.sockets;
    return {
      WebSocket: class extends FakeSocket {
        constructor(url: string) {
          super(url);
          sockets.push(this);
        }
      } as unknown as Seams["WebSocket"],
      setTimeout: (callback, delay) => {
        this.#lastTimer += 1;
        this.#timers.set(this.#lastTimer, { at: this.time + delay, callback });
        return this.#lastTimer;
      },
      clearTimeout: (timer) => void this.#timers.delete(timer),
      now: () => this.time,
      random: () => this.draw(),
      document: this.document as unknown as Seams["document"],
      window: this.window as unknown as Seams["window"],
    };
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  }

  /** Lets `ms` pass, each timer at its own moment. */
  async passes(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= until).toSorted((a, b) => a[1].at - b[1].at)[0];
      if (due === undefined) break;
      this.#timers.delete(due[0]);
      this.time = due[1].at;
      due[1].callback();
      await settled();
    }
    this.time = until;
  }

  /** The machine slept: time is later, and no timer has run. */
  sleeps(ms: number): void {
    this.time += ms;
  }

  async happens(target: "window" | "document", type: string, persisted?: boolean): Promise<void> {
    this[target].dispatchEvent(Object.assign(new Event(type), persisted === undefined ? {} : { persisted }));
    await settled();
  }
}

/** Promises that were already settled have been told to whoever waits for them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}
