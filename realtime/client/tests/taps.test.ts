import { beforeEach, describe, expect, it } from "vitest";

import type { Store } from "../storage";
import { Taps } from "../taps";
import type { FromPage } from "../wire";
import { agreeView, memory, stageView } from "./views";

let frames: FromPage[];
let answers: Store;
let counters: Store;

beforeEach(() => {
  frames = [];
  answers = memory();
  counters = memory();
});

const opened = (): Taps => new Taps({ code: "K7WP3MXQ", answers, counters, send: (message) => frames.push(message) > 0 });
/** What went out, without what only fills the frame. */
const sent = () => frames.map((message) => (message.t === "tap" ? { t: message.t, run: message.run, counter: message.counter, marks: message.marks } : message));
const firsts = () => frames.map((message) => message.t === "tap" && message.first);

describe("taps", () => {
  it("go out as one whole set, in one order, with a counter that grows", () => {
    const taps = opened();
    taps.toggle(3, "support:b");
    taps.toggle(3, "support:a");
    taps.toggle(3, "support:b");
    expect(sent()).toEqual([
      { t: "tap", run: 3, counter: 1, marks: ["support:b"] },
      { t: "tap", run: 3, counter: 2, marks: ["support:a", "support:b"] },
      { t: "tap", run: 3, counter: 3, marks: ["support:a"] },
    ]);
  });

  it("go out in frames of one length, for none as for nine", () => {
    const taps = opened();
    for (let mark = 0; mark < 9; mark += 1) taps.toggle(3, `support:${String(mark).repeat(32)}`);
    for (let mark = 0; mark < 9; mark += 1) taps.toggle(3, `support:${String(mark).repeat(32)}`);
    expect(new Set(frames.map((message) => JSON.stringify(message).length))).toEqual(new Set([512]));
  });

  it("are said again for the stage of now only, also an empty set", () => {
    const taps = opened();
    taps.toggle(3, "support:a");
    taps.toggle(3, "support:a");
    taps.toggle(4, "support:b");
    frames = [];
    taps.repeat(stageView({ run: 3, body: agreeView() }));
    taps.repeat(stageView({ run: 5 }));
    taps.repeat(null);
    expect(sent()).toEqual([{ t: "tap", run: 3, counter: 2, marks: [] }]);
  });

  it("say once in each stage that they are the first ones, also over a reload and in another tab", () => {
    const taps = opened();
    taps.toggle(3, "support:a");
    taps.toggle(3, "support:b");
    taps.toggle(4, "support:a");
    taps.repeat(stageView({ run: 4, body: agreeView() }));
    opened().toggle(3, "support:c");
    answers = memory();
    opened().toggle(4, "support:b");
    expect(firsts()).toEqual([true, false, true, false, false, false]);
  });

  it("are still the first ones where the line was down", () => {
    let down = true;
    const taps = new Taps({ code: "K7WP3MXQ", answers, counters, send: (message) => frames.push(message) > 0 && !down });
    taps.toggle(3, "support:a");
    down = false;
    taps.repeat(stageView({ run: 3, body: agreeView() }));
    taps.repeat(stageView({ run: 3, body: agreeView() }));
    expect(firsts()).toEqual([true, true, false]);
  });

  it("fall back to what a node has when they are refused, unless there is something newer", () => {
    const taps = opened();
    taps.toggle(3, "support:a");
    taps.onTapped({ t: "tapped", run: 3, counter: 1 });
    taps.toggle(3, "support:b");
    taps.toggle(3, "support:c");
    taps.onNotTapped({ t: "not_tapped", run: 3, counter: 2, code: "busy" });
    expect(taps.byRun.value[3]?.marks).toEqual(["support:a", "support:b", "support:c"]);
    taps.onNotTapped({ t: "not_tapped", run: 3, counter: 3, code: "busy" });
    expect(taps.byRun.value[3]).toMatchObject({ marks: ["support:a"], refusal: "busy" });
  });

  it("are kept through a reload; only the counter outlives the tab", () => {
    opened().toggle(3, "support:a");
    expect(opened().byRun.value[3]?.marks).toEqual(["support:a"]);
    answers = memory();
    const anew = opened();
    anew.toggle(3, "support:b");
    expect(sent().at(-1)).toEqual({ t: "tap", run: 3, counter: 2, marks: ["support:b"] });
    anew.wipe();
    expect([...answers.keys(), ...counters.keys()]).toEqual([]);
  });

  it("of a check-in are the first ones in none but the first check-in, and are kept beside those of the stage", () => {
    const feelings = new Taps({ code: "K7WP3MXQ", answers, counters, send: (message) => frames.push(message) > 0, about: "check_in" });
    const taps = opened();
    feelings.choose(1, ["mood:3"]);
    taps.toggle(1, "support:a");
    feelings.choose(2, []);
    expect(frames.map((message) => message.t === "tap" && [message.about, message.run, message.marks, message.first])).toEqual([
      ["check_in", 1, ["mood:3"], true],
      ["stage", 1, ["support:a"], true],
      ["check_in", 2, [], false],
    ]);
    feelings.keepOnly(2);
    expect([feelings.byRun.value, taps.byRun.value[1]?.marks]).toEqual([{ 2: expect.objectContaining({ marks: [] }) }, ["support:a"]]);
    feelings.wipe();
    taps.wipe();
    expect([...answers.keys(), ...counters.keys()]).toEqual([]);
  });
});
