/**
 * One line to the server that comes back by itself. Knows frames and time, nothing of workshops.
 *
 * A line is believed dead when nothing was heard for `silence` ms: phones keep sockets "open" that lost their network long ago,
 * and often say nothing when they close. Only the newest socket counts; whatever an older one still says is ignored.
 */
import { CLOSES, PROTOCOL, type FromPage, type SeatProof, type TicketProof, type ToPage } from "./wire";
import type { Closed, Line } from "./store";

export const CONNECT_TIMEOUT = 5000;
/** Until the first welcome says otherwise. */
export const DEFAULT_SILENCE = 7000;
/** The windows in which the next attempt is drawn: of the first one, and of every one after some failures. */
export const FIRST_RETRY = 500;
export const LAST_RETRY = 4000;
/** No attempt follows another sooner than this, unless the phone says that something has changed. */
export const LEAST_RETRY = 50;
/** An attempt that is older than this when the phone wakes up or finds its network was begun without it: it is begun anew. */
export const STALE_ATTEMPT = 1000;
/** A tab that nobody looks at asks more rarely; it hurries as soon as it is looked at. */
export const LAST_RETRY_HIDDEN = 30000;
/** A server says this of a proof it does not know, but also of one that a slow network did not bring in time. */
const UNPROVED = 4401;
/** So it is believed only when it was said this many times more. */
export const UNPROVED_RETRIES = 3;
/** Tells of a page that had nothing to prove itself with. Not a websocket code. */
export const NO_PROOF = 0;

/** The parts of the browser this uses, so that a test can deliver every event by hand. Times are wall milliseconds. */
export interface Seams {
  WebSocket: new (url: string) => WebSocket;
  setTimeout: (callback: () => void, delay: number) => number;
  clearTimeout: (timer: number) => void;
  now: () => number;
  random: () => number;
  document: Pick<Document, "addEventListener" | "removeEventListener" | "visibilityState">;
  window: Pick<Window, "addEventListener" | "removeEventListener">;
}

export interface ConnectionOptions {
  url: string;
  /** Asked anew for each attempt. null: there is nothing to prove this page with, so it stops. A rejection counts as a failed attempt. */
  proof: () => Promise<SeatProof | TicketProof | null>;
  onMessage: (message: ToPage) => void;
  onLine: (line: Line) => void;
  onClosed: (closed: Closed) => void;
  seams?: Partial<Seams>;
}

export interface Connection {
  /** False where there is no line now: nothing was sent. */
  send(message: FromPage): boolean;
  /** The same for a frame that is already written. */
  sendFrame(frame: string): boolean;
  /** Comes back after it was closed for good, for instance overtaken by another device. */
  again(): void;
  close(): void;
}

const browser = (): Seams => ({
  WebSocket: globalThis.WebSocket,
  setTimeout: (callback, delay) => window.setTimeout(callback, delay),
  clearTimeout: (timer) => window.clearTimeout(timer),
  now: () => Date.now(),
  random: () => Math.random(),
  document,
  window,
});

export function connect(options: ConnectionOptions): Connection {
  const line = new ReturningLine(options, { ...browser(), ...options.seams });
  line.start();
  return line;
}

class ReturningLine implements Connection {
  #socket: WebSocket | null = null;
  /** Grows with each attempt: what belongs to an older one is out of date. */
  #attempt = 0;
  #failures = 0;
  /** Times that the proof was not accepted since this line was live last. */
  #unproved = 0;
  #live = false;
  #stopped = true;
  #line: Line = "connecting";
  #everLive = false;
  #silence = DEFAULT_SILENCE;
  #heardAt = 0;
  #openedAt = 0;
  #position: string | null = null;
  #silenceTimer: number | null = null;
  #retryTimer: number | null = null;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly seams: Seams,
  ) {}

  start(): void {
    this.#stopped = false;
    this.seams.window.addEventListener("online", this.#hurry);
    this.seams.window.addEventListener("pageshow", this.#pageShown);
    this.seams.document.addEventListener("visibilitychange", this.#seen);
    void this.#open();
  }

  send(message: FromPage): boolean {
    return this.sendFrame(JSON.stringify(message));
  }

  sendFrame(frame: string): boolean {
    if (!this.#live || this.#socket === null) return false;
    this.#socket.send(frame);
    return true;
  }

  again(): void {
    if (!this.#stopped) return;
    this.#failures = 0;
    this.#unproved = 0;
    this.#say(this.#everLive ? "reconnecting" : "connecting");
    this.start();
  }

  close(): void {
    this.#stop();
    this.#letGo();
    this.#say("closed");
  }

  async #open(): Promise<void> {
    const attempt = this.#forget();
    this.#openedAt = this.seams.now();
    this.#armSilence(CONNECT_TIMEOUT, attempt);
    let proof: SeatProof | TicketProof | null;
    try {
      proof = await this.options.proof();
    } catch (error) {
      // No network, or a server that is starting: the same as a socket that did not open. Anything else is a mistake of ours.
      if (attempt === this.#attempt && !this.#stopped) this.#retry();
      if (error instanceof Error) return;
      throw error;
    }
    if (attempt !== this.#attempt || this.#stopped) return;
    if (proof === null) {
      this.#end({ code: NO_PROOF, reason: "nothing to prove this page with" });
      return;
    }
    this.#attach(new this.seams.WebSocket(this.options.url), attempt, proof);
  }

  #attach(socket: WebSocket, attempt: number, proof: SeatProof | TicketProof): void {
    this.#socket = socket;
    const current = (): boolean => socket === this.#socket && attempt === this.#attempt;
    socket.addEventListener("open", () => {
      if (!current()) return;
      const hello: FromPage = { t: "hello", protocol: PROTOCOL, proof, position: this.#position };
      socket.send(JSON.stringify(hello));
    });
    socket.addEventListener("message", (event: MessageEvent<string>) => {
      if (current()) this.#hear(JSON.parse(event.data) as ToPage, attempt);
    });
    socket.addEventListener("close", (event) => {
      if (current()) this.#closed(event.code);
    });
  }

  #hear(message: ToPage, attempt: number): void {
    this.#heardAt = this.seams.now();
    if (message.t === "welcome") {
      this.#silence = message.silence;
      this.#failures = 0;
      this.#unproved = 0;
      this.#live = true;
      this.#everLive = true;
    } else if (message.t === "at") {
      this.#position = message.position;
    }
    this.#armSilence(this.#silence, attempt);
    if (message.t === "beat") this.send({ t: "alive" });
    this.options.onMessage(message);
    if (message.t === "welcome") this.#say("live");
  }

  #closed(code: number): void {
    const known = CLOSES[code];
    if (code === UNPROVED && this.#unproved < UNPROVED_RETRIES) {
      this.#unproved += 1;
      this.#retry();
    } else if (known !== undefined && !known.mayReconnect) this.#end({ code, reason: known.reason });
    else this.#retry();
  }

  /** Drawn from a whole window that grows: a thousand phones dropped at once must not come back at once, and none comes late. */
  #retry(): void {
    const attempt = this.#forget();
    const last = this.seams.document.visibilityState === "hidden" ? LAST_RETRY_HIDDEN : LAST_RETRY;
    const window = Math.min(last, FIRST_RETRY * 2 ** this.#failures);
    const delay = LEAST_RETRY + this.seams.random() * (window - LEAST_RETRY);
    this.#failures += 1;
    this.#say(this.#everLive ? "reconnecting" : "connecting");
    this.#retryTimer = this.seams.setTimeout(() => {
      if (attempt === this.#attempt && !this.#stopped) void this.#open();
    }, delay);
  }

  #end(closed: Closed): void {
    this.#stop();
    this.#letGo();
    this.#say("closed");
    this.options.onClosed(closed);
  }

  #stop(): void {
    this.#stopped = true;
    this.seams.window.removeEventListener("online", this.#hurry);
    this.seams.window.removeEventListener("pageshow", this.#pageShown);
    this.seams.document.removeEventListener("visibilitychange", this.#seen);
  }

  /** Leaves the socket and every timer behind; gives the number of the attempt that now counts. */
  #forget(): number {
    this.#letGo();
    return this.#attempt;
  }

  #letGo(): void {
    this.#attempt += 1;
    this.#live = false;
    if (this.#silenceTimer !== null) this.seams.clearTimeout(this.#silenceTimer);
    if (this.#retryTimer !== null) this.seams.clearTimeout(this.#retryTimer);
    this.#silenceTimer = null;
    this.#retryTimer = null;
    const orphan = this.#socket;
    this.#socket = null;
    orphan?.close();
  }

  #armSilence(delay: number, attempt: number): void {
    if (this.#silenceTimer !== null) this.seams.clearTimeout(this.#silenceTimer);
    this.#silenceTimer = this.seams.setTimeout(() => {
      if (attempt === this.#attempt && !this.#stopped) this.#retry();
    }, delay);
  }

  #say(line: Line): void {
    if (line === this.#line) return;
    this.#line = line;
    this.options.onLine(line);
  }

  /** A hint that the network is back: whoever waits tries now; whoever is connected checks whether that is still true. */
  readonly #hurry = (): void => {
    const waiting = this.#retryTimer !== null;
    const deaf = this.#live && this.seams.now() - this.#heardAt > this.#silence;
    const stale = !this.#live && this.seams.now() - this.#openedAt > STALE_ATTEMPT;
    if (!waiting && !deaf && !stale) return;
    if (deaf) this.#say("reconnecting");
    this.#failures = 0;
    void this.#open();
  };

  readonly #seen = (): void => {
    if (this.seams.document.visibilityState === "visible") this.#hurry();
  };

  /** Back from the browser's page cache: its socket is gone, whether or not it was told so. */
  readonly #pageShown = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.#failures = 0;
    if (this.#everLive) this.#say("reconnecting");
    void this.#open();
  };
}
