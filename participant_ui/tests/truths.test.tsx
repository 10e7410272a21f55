/** Under every input stands a line that says who can see it, when, and until when: one module has them all, and no field is without. */
import { screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";

import { circleView, lineView, memberView, roomView, seatView, tallyView, wallView } from "../../realtime/client/tests/views";
import type { Answer, InputView, SharedView } from "../../realtime/client/wire";
import { type Facts, OF_ANSWER, OF_INPUT, ON_STAGE, type Route, routeOf, TRUTHS } from "../src/truths";
import "../src/inputs/all";
import "../src/rooms/all";
import { asked } from "./asked";
import { doorView, entered, open, Phone, tap, truthless } from "./stage";

const FACTS: Facts = { practice: false, floor: 4, days: 7, programme: false, approval: false, inRooms: false };
const ROUTES = Object.keys(TRUTHS) as Route[];
const words = (route: Route, change: Partial<Facts> = {}): string => {
  const { lead, text } = TRUTHS[route]({ ...FACTS, ...change });
  return `${lead} ${text}`.replace(/[\u2068\u2069]/g, "");
};

const INPUTS: Record<InputView["type"], Partial<InputView>> = {
  choice: { options: ["one", "two"] },
  multi: { options: ["one", "two", "three"], pick: 2 },
  scale: { steps: 5, items: [{ key: "close", ask: "How close?", low: "far", high: "near" }] },
  order: { options: ["one", "two", "three"] },
  sort: { cards: ["a", "b"], bins: ["yes", "no"] },
  point: {},
  rings: { rings: ["close", "far"], max: 5 },
  line: { mode: "points", max: 5 },
  text: { max: 140 },
  fields: { max: 140, fields: [{ key: "when", label: "When" }] },
};
const TYPES = Object.keys(INPUTS) as InputView["type"][];

describe("the lines", () => {
  it.each(ROUTES)("%s: one bold lead, and not more than two sentences", (route) => {
    for (const change of [{}, { practice: true }, { programme: true, approval: true }, { days: 0 }, { days: null }, { inRooms: true }]) {
      const { lead, text } = TRUTHS[route]({ ...FACTS, ...change });
      expect(lead).toMatch(/^[^.]+\.$/);
      const most = route === "join" ? 5 : 2; // the door says once what holds for everything
      expect(text.split(/\.(?:\s|$)/).filter((sentence) => sentence !== "").length).toBeLessThanOrEqual(most);
    }
  });

  it("take their numbers from the session and the constants", () => {
    for (const route of ["tally", "tally_kept", "card", "reply", "line_taps", "wall_taps"] as const) {
      expect(words(route)).toContain("4 people");
      expect(words(route, { floor: 5 })).toContain("5 people");
    }
    for (const route of ["tally", "tally_kept", "line", "line_taps", "wall_taps", "turn", "chair", "rooms_choice", "rest", "name", "join", "check_in"] as const) {
      expect(words(route)).toContain("until 7 days after the summary is signed");
      expect(words(route, { days: 1 })).toContain("until 1 day after the summary is signed");
      expect(words(route, { days: 0 })).toContain("until the session ends");
      expect(words(route, { days: null })).toContain("until it is erased");
    }
    for (const route of ["card", "reply", "line", "written"] as const) {
      expect(words(route)).toContain("at the latest 24 hours after the end");
      expect(words(route, { days: 0 })).toContain("when the session ends");
      expect(words(route, { days: 0 })).not.toContain("24");
    }
    expect(words("line", { programme: true })).toContain("goes on through the programme");
  });

  it("promise nothing in practice", () => {
    for (const route of ["tally", "tally_kept", "card", "reply", "line", "line_taps", "wall_taps"] as const) {
      expect(words(route, { practice: true })).toMatch(/^Practice: not anonymous\./);
      expect(words(route, { practice: true })).not.toContain("4 people");
    }
  });

  it("are there for every kind of stage, every input and every answer", () => {
    expect(Object.values(ON_STAGE).flat().filter((route) => !ROUTES.includes(route))).toEqual([]);
    const elsewhere: Route[] = ["code", "words", "join", "name", "other_words", "care", "rest", "written", "check_in", "veils", "saved_line"];
    expect(new Set([...Object.values(ON_STAGE).flat(), ...elsewhere])).toEqual(new Set(ROUTES));
    for (const type of TYPES) {
      const input = asked({ type, ...INPUTS[type] });
      const route = OF_INPUT[type] === "card" ? "card" : "tally";
      expect(routeOf(tallyView({ input }))).toBe(route);
      expect(routeOf(wallView({ input, replies: true }))).toBe("reply");
      const answers: readonly Route[] = OF_ANSWER[type as Answer["t"]];
      expect(answers).toContain(route);
    }
    expect(routeOf(tallyView({ input: asked(), reveals: false }))).toBe("tally_kept");
  });
});

const truths = (): string[] => [...document.querySelectorAll<HTMLElement>(".truth")].map((line) => line.dataset["truth"] ?? "");
const stage = (kind: SharedView["stage"] extends infer S ? (S extends { kind: infer K } ? K : never) : never, body: object): Partial<SharedView> =>
  open({ kind, body } as never);

describe("on the phone", () => {
  it.each(TYPES)("an input of %s has its line, given to all, kept apart, or on a private page", async (type) => {
    const input = asked({ type, ...INPUTS[type] });
    const card = OF_INPUT[type] === "card";
    const phone = await entered(card ? stage("wall", wallView({ input })) : stage("tally", tallyView({ input })));
    expect(truths()).toContain(card ? "card" : "tally");
    if (card) await phone.sees(stage("wall", wallView({ input, replies: true })));
    else await phone.sees(stage("tally", tallyView({ input, reveals: false })));
    expect(truths()).toContain(card ? "reply" : "tally_kept");
    expect(truthless()).toEqual([]);
    await phone.sees(open({ run: 4, stage: 8, kind: "journal", body: { t: "journal", input } }));
    expect(truths()).toEqual(["page"]);
    expect(truthless()).toEqual([]);
  });

  it("agreements: a line of one's own, and taps", async () => {
    const input = asked({ type: "text", max: 140 });
    await entered(stage("agree", { t: "agree", propose: true, input, lines: [lineView("a", { text: "We listen." })] }));
    expect(truths()).toEqual(["line_taps", "line"]);
    expect(truthless()).toEqual([]);
  });

  it("a wall: taps on cards", async () => {
    const card = { id: "x", text: "words", veil: null, veils: [], note: "", resonance: null, replyTo: null };
    await entered(open({ kind: "wall", phase: "closed", outcome: "unsealed", body: wallView({ resonates: true, cards: [card] }) }));
    expect(truths()).toEqual(["wall_taps"]);
  });

  it("a turn of one's own, and a chair", async () => {
    const phone = await entered(stage("circle", circleView({ state: "running" })), { turn: "now" });
    expect(truths()).toContain("turn");
    await phone.sees(open({ run: 4, kind: "circle", body: circleView({ mode: "fishbowl", state: "running", chairs: 3 }) }));
    expect(truths()).toContain("chair");
  });

  it("rooms: a choice for the next ones, with whom not, and three taps afterwards", async () => {
    const rooms = { t: "rooms", round: 1, rounds: 2, state: "before", roles: [], deck: "" };
    const phone = await entered(stage("rooms", rooms));
    expect(truths()).toContain("rooms_choice");
    expect(truthless()).toEqual([]);
    await tap("Rather not with somebody");
    await phone.hears({ t: "names", people: [{ seat: "s2", alias: "Mika", mark: 0, apart: false }], unmet: false });
    expect(await screen.findByRole("checkbox")).toBeTruthy();
    expect(truths()).toEqual(["rooms_apart"]);
    expect(truthless()).toEqual([]);
  });

  it("help, rest and another name", async () => {
    const phone = await entered(open());
    await tap("Help");
    expect(truths()).toEqual(["care"]);
    await tap("Your name");
    expect(truths()).toContain("name");
    expect(truthless()).toEqual([]);
    await tap("Back");
    await phone.hears({ t: "seat", body: seatView({ state: "resting" }) });
    expect(truths()).toEqual(["rest"]);
    await phone.sees(stage("rooms", { t: "rooms", round: 1, rounds: 1, state: "running", roles: [], deck: "" }));
    expect(document.querySelector(".truth")?.textContent).toContain("it can be worked out who rests");
  });

  it("the way in: the code, the name, four words", async () => {
    const phone = new Phone();
    await phone.open("/");
    expect(truths()).toEqual(["code"]);
    expect(truthless()).toEqual([]);
    const second = new Phone();
    second.door = doorView({ approval: true, retention_days: 1, programme: { title: "Eight evenings", number: 2, of: 8 } });
    await second.open("/K7WP3MXQ");
    const line = [...document.querySelectorAll(".truth")].at(-1);
    expect(line?.textContent).toContain("until 1 day after the summary is signed");
    expect(line?.textContent).toContain("one by one");
    expect(line?.textContent).toContain("four words");
    expect(truthless()).toEqual([]);
  });

  it("a room asks nothing without saying so", async () => {
    const phone = new Phone();
    await phone.inRoom(roomView({ members: [memberView(0, "Ada"), memberView(1, "Mika")] }), stage("rooms", { t: "rooms", round: 1, rounds: 1, state: "running", roles: [], deck: "" }));
    expect(truthless()).toEqual([]);
  });
});
