/** A phone in a session, over a fake line: the real session, store and screens, with frames delivered by the test. */
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import axe from "axe-core";
import { act } from "preact/test-utils";
import { afterEach, expect } from "vitest";

import { keepSeatKey } from "../../realtime/client/keys";
import { CONNECT_TIMEOUT, UNPROVED_RETRIES } from "../../realtime/client/connection";
import { openSession } from "../../realtime/client/session";
import type { Store } from "../../realtime/client/storage";
import { FakeBrowser, settled } from "../../realtime/client/tests/ends";
import { firstView, memory, seatView, sharedView, stageView } from "../../realtime/client/tests/views";
import type { CardRequest } from "../../realtime/client/desk";
import type { StoredPage } from "../../realtime/client/stored";
import type { Do, GiveAnswer, ReceiptView, RoomView, SeatView, SharedView, StageView, Tap, ToPage } from "../../realtime/client/wire";
import { App } from "../src/app";
import type { Door, DoorView, JoinProblem, PlaceAsked } from "../src/door";
import * as inside from "../src/inside";
import { texts } from "../src/language";
import { Way } from "../src/way";

export const CODE = "K7WP3MXQ";

export const doorView = (change: Partial<DoorView> = {}): DoorView => ({
  title: "First circle",
  practice: false,
  floor: 5,
  presence: "together",
  state: "open",
  help: "",
  approval: false,
  starts_ms: null,
  retention_days: 30,
  programme: null,
  ...change,
});

export class Phone {
  readonly browser = new FakeBrowser();
  door: DoorView | { error: "no_session" | "too_many_tries" | "no_answer" } = doorView();
  /** A promise that never settles is an answer that never comes. */
  joinProblem: JoinProblem | null | Promise<never> = null;
  readonly joined: { code: string; alias: string; key: string; place?: PlaceAsked }[] = [];
  address = "/";
  /** What went to the door of cards, and what it answers. */
  readonly cardRequests: Omit<CardRequest, "pad">[] = [];
  cardProblem: JoinProblem | null = null;
  /** What is stored about the session, and for which code that was asked. */
  stored: StoredPage | null = null;
  readonly storedAsked: string[] = [];

  constructor(
    readonly kept: Store = memory(),
    readonly tab: Store = memory(),
  ) {}

  async open(path: string): Promise<void> {
    this.address = path;
    const door: Door = {
      knock: async () => this.door,
      join: async (code, alias, key, place) => {
        this.joined.push(place === undefined ? { code, alias, key } : { code, alias, key, place });
        return this.joinProblem;
      },
      card: async (request) => {
        this.cardRequests.push(request);
        return this.cardProblem;
      },
      stored: async (code) => {
        this.storedAsked.push(code);
        return this.stored;
      },
    };
    const way = new Way({
      door,
      kept: this.kept,
      tab: this.tab,
      load: async () => inside,
      pause: async () => undefined,
      history: { replaceState: (_data: unknown, _unused: string, url) => void (this.address = String(url)) },
      open: (code, proof) =>
        openSession({ url: "ws://room/ws", code, proof, seams: this.browser.seams, answers: this.tab, counters: this.kept, texts }),
    });
    render(<App way={way} />);
    await act(async () => {
      await way.begin(path);
      await settled();
    });
  }

  /** Already in, with this view on the screen. */
  async enter(shared: Partial<SharedView> = {}, seat: Partial<SeatView> = {}): Promise<void> {
    keepSeatKey(this.kept, CODE, "00".repeat(16));
    await this.open(`/${CODE}`);
    await this.live(shared, seat);
  }

  async live(shared: Partial<SharedView> = {}, seat: Partial<SeatView> = {}, receipts: ReceiptView[] = []): Promise<void> {
    await act(async () => {
      this.browser.socket.opens();
      this.browser.socket.says(...firstView(sharedView(shared), seatView(seat), receipts));
      await settled();
    });
  }

  async hears(...messages: ToPage[]): Promise<void> {
    await act(async () => {
      this.browser.socket.says(...messages, { t: "at", position: "p2" });
      await settled();
    });
  }

  /** `receipts` come in the same batch, as they do when a stage is unsealed or dropped. */
  sees(shared: Partial<SharedView>, receipts?: ReceiptView[]): Promise<void> {
    const stages: ToPage[] = receipts === undefined ? [] : [{ t: "receipts", body: { stages: receipts } }];
    return this.hears({ t: "shared", body: sharedView(shared) }, ...stages);
  }

  async inRoom(room: RoomView, shared: Partial<SharedView>, place = 0): Promise<void> {
    await this.enter(shared, { room: room.id, place });
    await this.hears({ t: "room", body: room });
  }

  async loses(code = 1006): Promise<void> {
    await act(async () => {
      this.browser.socket.closes(code);
      await settled();
    });
  }

  async comesBack(shared: Partial<SharedView>, receipts: ReceiptView[] = []): Promise<void> {
    await act(() => this.browser.passes(8000));
    await this.live(shared, {}, receipts);
  }

  /** The server says again and again that it does not know this phone's key. */
  async isUnproved(): Promise<void> {
    for (let time = 0; time < UNPROVED_RETRIES; time += 1) {
      await this.loses(4401);
      await act(() => this.browser.passes(8000 - CONNECT_TIMEOUT));
    }
    await this.loses(4401);
  }

  get answers(): GiveAnswer[] {
    return this.browser.socket.messages.filter((message) => message.t === "answer");
  }

  get taps(): Tap[] {
    return this.browser.socket.messages.filter((message) => message.t === "tap");
  }

  get wishes(): Do[] {
    return this.browser.socket.messages.filter((message) => message.t === "do");
  }
}

export const tap = (name: string | RegExp): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settled();
  });
export const heading = (): string => (screen.getByRole("heading", { level: 1 }).textContent ?? "").replace(/[\u2068\u2069]/g, "");
export const open = (change: Partial<StageView> = {}) => ({ stage: stageView(change) });
export const held = (counter = 1): ToPage => ({ t: "held", run: 3, counter, nonce: `n${counter}`, receipt: "r" });

/** The public name of the card in an answer. */
export function cardOf(given: GiveAnswer | undefined): string {
  if (given?.answer.t !== "text") throw new Error("no card was given");
  return given.answer.card;
}

export async function entered(...given: Parameters<Phone["enter"]>): Promise<Phone> {
  const phone = new Phone();
  await phone.enter(...given);
  return phone;
}

/** Fields that no truth line stands under: who sees what is given there, and until when. Each page shows its own; none may lack it. */
export function truthless(): string[] {
  const lines = [...document.querySelectorAll(".truth[data-truth]")];
  const fields = [...document.querySelectorAll<HTMLElement>(".phone :is(input, textarea, select, [role=slider], [data-picture])")];
  const under = (field: Element): boolean => lines.some((line) => (field.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return fields.filter((field) => !under(field)).map((field) => field.outerHTML.slice(0, 120));
}

/** Contrast needs a real browser; everything else about structure and names is checked on every screen. */
export async function accessible(): Promise<void> {
  expect(truthless()).toEqual([]);
  const results = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, "target-size": { enabled: false } } });
  expect(results.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** The one sentence of the live region. */
export const said = (): string => document.querySelector('[role="status"]')?.textContent ?? "";
export const text = (): string => (document.body.textContent ?? "").replace(/[\u2068\u2069]/g, "");

afterEach(cleanup);
