import { beforeEach, describe, expect, it } from "vitest";

import { NO_ASIDE } from "../asides";
import { FIRST_RETRY } from "../connection";
import { openSession, socketUrl, type Session } from "../session";
import type { Store } from "../storage";
import type { Do, GiveAnswer, ReceiptView, StageView, ToPage } from "../wire";
import { FakeBrowser, settled } from "./ends";
import { firstView, inputView, memory, seatView, sharedView, stageView, tallyView, wallView } from "./views";

const INPUT = inputView();
const YES = { t: "choice", option: 1 } as const;

let browser: FakeBrowser;
let answers: Store;
let counters: Store;

beforeEach(() => {
  browser = new FakeBrowser();
  answers = memory();
  counters = memory();
});

async function open(stage: StageView | null = stageView()): Promise<Session> {
  const session = openSession({
    url: "ws://room/ws",
    code: "K7WP3MXQ",
    proof: async () => ({ t: "seat", code: "K7WP3MXQ", key: "00".repeat(16) }),
    seams: browser.seams,
    answers,
    counters,
  });
  await settled();
  comeLive(stage);
  return session;
}

function comeLive(stage: StageView | null, ...stages: ReceiptView[]): void {
  browser.socket.opens();
  browser.socket.says(...firstView(sharedView({ stage }), seatView(), stages));
}

async function reconnect(stage: StageView | null, ...stages: ReceiptView[]): Promise<void> {
  browser.socket.closes(1006);
  await browser.passes(FIRST_RETRY);
  comeLive(stage, ...stages);
}

const sent = <T extends "do" | "answer">(kind: T): (T extends "do" ? Do : GiveAnswer)[] =>
  browser.socket.messages.filter((message) => message.t === kind) as (T extends "do" ? Do : GiveAnswer)[];

const heldBy = (change: Partial<Extract<ToPage, { t: "held" }>> = {}): ToPage => ({
  t: "held",
  run: 3,
  counter: 1,
  nonce: "n1",
  receipt: "r1",
  ...change,
});

const shows = (stage: StageView): void => browser.socket.says({ t: "shared", body: sharedView({ stage }) }, { t: "at", position: "p2" });
const tells = (...stages: ReceiptView[]): void => browser.socket.says({ t: "receipts", body: { stages } }, { t: "at", position: "p3" });

describe("commands", () => {
  it("settle by their own id", async () => {
    const session = await open();
    const rest = session.send({ t: "rest" });
    const leave = session.send({ t: "leave" });
    const [first, second] = sent("do");
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(first?.id).not.toBe(second?.id);
    browser.socket.says({ t: "refused", id: second?.id ?? "", code: "not_here" }, { t: "done", id: first?.id ?? "" });
    expect(await rest).toEqual({ done: true });
    expect(await leave).toEqual({ refused: "not_here" });
  });

  it("are repeated with the same id until they are answered (G-R2)", async () => {
    const session = await open();
    const rest = session.send({ t: "rest" });
    const [first] = sent("do");
    await reconnect(stageView());
    expect(sent("do")).toEqual([first]);
    browser.socket.says({ t: "done", id: first?.id ?? "" });
    expect(await rest).toEqual({ done: true });
    await reconnect(stageView());
    expect(sent("do")).toEqual([]);
  });

  it("end with the line when it is closed for good", async () => {
    const session = await open();
    const rest = session.send({ t: "rest" });
    browser.socket.closes(4410);
    expect(await rest).toEqual({ closed: true });
    expect(session.store.closed.value?.code).toBe(4410);
  });
});

describe("held answers (G-R1)", () => {
  it("are sending until a node has them", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    expect(session.held.of(3)?.state).toBe("sending");
    expect(sent("answer")).toMatchObject([{ run: 3, counter: 1, answer: YES, receipt: null }]);
    browser.socket.says(heldBy());
    expect(session.held.of(3)).toMatchObject({ state: "held", nonce: "n1", receipt: "r1" });
  });

  it("are repeated with their receipt after a reconnect, once the stage is known", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    browser.socket.closes(1006);
    await browser.passes(FIRST_RETRY);
    browser.socket.opens();
    const [hello, ...view] = firstView(sharedView({ stage: stageView({ phase: "closing" }) }));
    browser.socket.says(hello as ToPage);
    expect(sent("answer")).toEqual([]);
    browser.socket.says(...view);
    expect(sent("answer")).toMatchObject([{ run: 3, counter: 1, answer: YES, receipt: "r1" }]);
  });

  it.each(["open", "closing", "short"] as const)("are repeated while the stage is %s", async (phase) => {
    const session = await open();
    session.answer(3, INPUT, YES);
    await reconnect(stageView({ phase }));
    expect(sent("answer")).toHaveLength(1);
  });

  it("are not repeated into a closed or another stage", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    await reconnect(stageView({ run: 4 }));
    expect(sent("answer")).toEqual([]);
    await reconnect(stageView({ phase: "closed", outcome: "unsealed" }));
    expect(sent("answer")).toEqual([]);
  });

  it("given without a line go out after the reconnect", async () => {
    const session = await open();
    browser.socket.closes(1006);
    session.answer(3, INPUT, YES);
    await browser.passes(FIRST_RETRY);
    comeLive(stageView());
    expect(sent("answer")).toMatchObject([{ counter: 1, answer: YES }]);
  });

  it("survive a reload of the page, and its counter goes on", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    session.close();
    const reloaded = await open();
    expect(reloaded.held.of(3)).toMatchObject({ state: "held", receipt: "r1" });
    expect(sent("answer")).toMatchObject([{ counter: 1, receipt: "r1" }]);
    reloaded.answer(3, INPUT, { t: "pass" });
    expect(sent("answer").at(-1)).toMatchObject({ counter: 2, answer: { t: "pass" }, receipt: "r1" });
  });

  it("keep counting in a new tab, which knows no answers", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    session.close();
    answers = memory();
    const another = await open();
    expect(another.held.of(3)).toBeNull();
    another.answer(3, INPUT, YES);
    expect(sent("answer").at(-1)?.counter).toBe(2);
  });

  it("find their own nonce among the receipts", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    tells({ run: 2, nonces: ["n1"] });
    expect(session.held.of(3)?.state).toBe("held");
    tells({ run: 2, nonces: [] }, { run: 3, nonces: ["n0", "n1", "n2"] });
    expect(session.held.of(3)?.state).toBe("included");
  });

  it("know when they were not included, and when their stage was dropped", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    tells({ run: 3, nonces: ["n0"] });
    expect(session.held.of(3)?.state).toBe("not_included");
    shows(stageView({ run: 4 }));
    session.answer(4, INPUT, YES);
    browser.socket.says(heldBy({ run: 4, counter: 2 }));
    tells({ run: 3, nonces: ["n0"] }, { run: 4, nonces: [] });
    expect(session.held.of(4)?.state).toBe("dropped");
  });

  it("learn what became of them in every stage that this phone slept past", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    shows(stageView({ run: 4 }));
    session.answer(4, INPUT, YES);
    browser.socket.says(heldBy({ run: 4, counter: 2, nonce: "n4" }));
    await reconnect(stageView({ run: 6 }), { run: 3, nonces: ["n0"] }, { run: 4, nonces: ["n4"] }, { run: 5, nonces: [] });
    expect([3, 4].map((run) => session.held.of(run)?.state)).toEqual(["not_included", "included"]);
    expect(session.held.of(5)).toBeNull();
  });

  it("that never went out were certainly not included", async () => {
    const session = await open();
    browser.socket.closes(1006);
    session.answer(3, INPUT, YES);
    await browser.passes(FIRST_RETRY);
    comeLive(stageView({ run: 4 }), { run: 3, nonces: ["n0"] });
    expect(session.held.of(3)?.state).toBe("not_included");
  });

  it("that went out unheard cannot be told to be in or out", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    await reconnect(stageView({ run: 4 }), { run: 3, nonces: ["n0"] });
    expect(session.held.of(3)?.state).toBe("unconfirmed");
  });

  it("that went out on two lines, the first unheard, cannot be told to be out", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    await reconnect(stageView());
    browser.socket.says(heldBy());
    tells({ run: 3, nonces: ["n0"] });
    expect(session.held.of(3)?.state).toBe("unconfirmed");
  });

  it("that were refused on a second line may still be in by the first", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    await reconnect(stageView({ phase: "closing" }));
    browser.socket.says({ t: "not_held", run: 3, counter: 1, code: "intake_closed" });
    expect(session.held.of(3)?.state).toBe("refused");
    tells({ run: 3, nonces: ["n0"] });
    expect(session.held.of(3)?.state).toBe("unconfirmed");
  });

  it("bring bad news of an earlier stage until it was read, also after a reload", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    tells({ run: 3, nonces: ["n0"] });
    expect(session.held.earlierBadNews(3)).toBeNull();
    expect(session.held.earlierBadNews(4)?.state).toBe("not_included");
    session.close();
    const reloaded = await open(stageView({ run: 4 }));
    expect(reloaded.held.earlierBadNews(4)?.state).toBe("not_included");
    reloaded.held.tell(4);
    expect(reloaded.held.earlierBadNews(4)).not.toBeNull();
    reloaded.held.tell();
    expect(reloaded.held.earlierBadNews(4)).toBeNull();
  });

  it("that were taken back bring no news", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    session.answer(3, INPUT, { t: "taken_back" });
    browser.socket.says(heldBy({ counter: 2 }));
    tells({ run: 3, nonces: ["n0"] });
    expect(session.held.earlierBadNews(4)).toBeNull();
  });

  it("fall back to the earlier answer when a change is refused", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy());
    session.answer(3, INPUT, { t: "choice", option: 2 });
    browser.socket.says({ t: "not_held", run: 3, counter: 2, code: "intake_closed" });
    expect(session.held.of(3)).toMatchObject({ state: "held", answer: YES, counter: 1, refusal: "intake_closed" });
    session.answer(3, INPUT, { t: "pass" });
    expect(sent("answer").at(-1)?.counter).toBe(3);
  });

  it("are refused when nothing of this person is held", async () => {
    const session = await open(stageView({ body: wallView() }));
    session.answer(3, wallView().input, { t: "text", text: "x", card: "0".repeat(32), noteKey: "0".repeat(64), replyTo: null, aside: NO_ASIDE });
    browser.socket.says({ t: "not_held", run: 3, counter: 1, code: "text_unreadable" });
    expect(session.held.of(3)).toMatchObject({ state: "refused", refusal: "text_unreadable" });
    await reconnect(stageView({ body: wallView() }));
    expect(sent("answer")).toEqual([]);
  });

  it("ignore a late word about an earlier counter", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    session.answer(3, INPUT, { t: "pass" });
    browser.socket.says({ t: "not_held", run: 3, counter: 1, code: "busy" }, heldBy({ counter: 1 }));
    expect(session.held.of(3)).toMatchObject({ state: "sending", counter: 2, answer: { t: "pass" } });
  });

  it("have frames of one length, whatever is answered (G-A4)", async () => {
    const session = await open(stageView({ body: tallyView() }));
    session.answer(3, INPUT, YES);
    browser.socket.says(heldBy({ receipt: "r".repeat(120) }));
    session.answer(3, INPUT, { t: "pass" });
    session.answer(3, INPUT, { t: "taken_back" });
    const lengths = browser.socket.sent.filter((frame) => frame.includes('"t":"answer"')).map((frame) => frame.length);
    expect(lengths).toHaveLength(3);
    expect(new Set(lengths).size).toBe(1);
  });

  it("leave nothing behind when they are wiped", async () => {
    const session = await open();
    session.answer(3, INPUT, YES);
    session.held.wipe();
    expect(answers.keys()).toEqual([]);
    expect(counters.keys()).toEqual([]);
  });
});

it("finds the socket beside the page it came from", () => {
  expect(socketUrl("/ws", { protocol: "http:", host: "192.168.1.20:8000" })).toBe("ws://192.168.1.20:8000/ws");
  expect(socketUrl("/ws", { protocol: "https:", host: "example.org" })).toBe("wss://example.org/ws");
});

describe("taps", () => {
  const marks = () => browser.socket.messages.filter((message) => message.t === "tap").map((message) => message.t === "tap" && [message.run, message.first]);

  it("are said again, and not as the first ones, when their stage is looked at again", async () => {
    const session = await open();
    shows(stageView({ run: 3 }));
    session.taps.toggle(3, "support:a");
    shows(stageView({ run: 3 }));
    shows(stageView({ run: 4 }));
    expect(marks()).toEqual([[3, true]]);
    shows(stageView({ run: 3 }));
    expect(marks()).toEqual([[3, true], [3, false]]);
  });
});
