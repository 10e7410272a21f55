import { describe, expect, it } from "vitest";

import { compile } from "../build/strings";
import { createStrings, idsOf, isolate, personName } from "../strings";

const FTL = `
# a comment
people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
hello = Hello { $name }
`;

describe("strings", () => {
  const t = createStrings(compile(FTL));

  it("fill in what they are given", () => {
    expect(t("people", { people: 1 })).toBe("1 person");
    expect(t("people", { people: 7 })).toBe("7 people");
    expect(t("hello", { name: isolate("Mika") })).toBe("Hello \u2068Mika\u2069");
  });

  it("throw for what is missing while we develop, and show the id in a built page", () => {
    expect(() => t("nothing")).toThrow("no string nothing");
    expect(() => t("hello")).toThrow();
    expect(createStrings(compile(FTL), "en", false)("nothing")).toBe("nothing");
  });

  it("know their ids", () => expect(idsOf(FTL)).toEqual(["people", "hello"]));

  it("tell two people of one name apart", () => {
    expect(personName({ alias: "Mika", mark: 0 })).toBe(isolate("Mika"));
    expect(personName({ alias: "Mika", mark: 2 })).toBe(isolate("Mika 2"));
  });
});
