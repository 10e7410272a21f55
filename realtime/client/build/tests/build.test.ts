import { describe, expect, it } from "vitest";

import sprite from "../../look/icons.svg?raw";
import { createStrings } from "../../strings";
import { drawingsOf, namedIn } from "../icons";
import { compile } from "../strings";

describe("Fluent files", () => {
  it("become plain data", () => {
    const ftl = 'plain = One line.\nblank = { "" }\npeople = { $people ->\n    [0] nobody\n    [one] 1 person\n   *[other] { $people } people\n} here\n';
    expect(compile(ftl)).toEqual({
      plain: "One line.",
      blank: "",
      people: [["people", { "0": "nobody", one: "1 person" }, [["people"], " people"]], " here"],
    });
  });

  it("say a choice inside a choice, by number, plural and word", () => {
    const t = createStrings(
      compile("cards = { $count ->\n    [0] { $kind ->\n        [wall] no card\n       *[other] nothing\n    }\n    [one] 1 card\n   *[other] { $count } cards\n}.\n"),
    );
    const said = [0, 1, 1234].map((count) => t("cards", { count, kind: "wall" }));
    expect(said).toEqual(["no card.", "1 card.", "1,234 cards."]);
    expect(t("cards", { count: 0, kind: "tally" })).toBe("nothing.");
  });

  it.each([
    ["a message that cannot be read", "good = Yes\nbad = { $open\n", "cannot read bad"],
    ["an attribute", "one = Yes\n    .label = No\n", "one: attributes"],
    ["a message inside another", "one = Yes\ntwo = { one }\n", "two: mesg"],
    ["a function", "one = { NUMBER($count) }\n", "one: func"],
  ])("stop the build for %s", (_what, ftl, error) => expect(() => compile(ftl)).toThrow(error));
});

describe("icons", () => {
  it("are those of the drawing, and in a page those that its sources name", () => {
    const all = drawingsOf(sprite);
    expect(Object.keys(all)).toHaveLength(sprite.match(/<symbol /g)?.length ?? 0);
    const named = namedIn('<Icon name="rest" />; <Icon name={calm ? "go" : "pause"} />; card', all);
    expect(Object.keys(named).toSorted()).toEqual(["go", "pause", "rest"]);
  });
});
