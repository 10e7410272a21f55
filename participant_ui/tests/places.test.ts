/** The list of words, and what becomes of four of them. */
import { describe, expect, it } from "vitest";

import { memory } from "../../realtime/client/tests/views";
import { WORDS } from "../src/programme/list";
import { forgetPlaceAt, joining, keyOf, placeAt } from "../src/programme/joining";
import { newWords, placeOf, readWords } from "../src/programme/place";

describe("the list of words", () => {
  it("has 1,024 plain words, each told from all others by its first four letters", () => {
    expect(WORDS).toHaveLength(1024);
    expect(new Set(WORDS).size).toBe(1024);
    expect(new Set(WORDS.map((word) => word.slice(0, 4))).size).toBe(1024);
    expect(WORDS.filter((word) => !/^[a-z]{3,7}$/.test(word))).toEqual([]);
    expect(WORDS.toSorted()).toEqual([...WORDS]);
  });
});

describe("four words", () => {
  it("are drawn from all of the list", () => {
    const drawn = new Set(Array.from({ length: 3000 }, newWords).flat());
    expect(newWords()).toHaveLength(4);
    expect(drawn.size).toBeGreaterThan(1000); // of 12,000 draws; on average 1,024 less 0.01
    expect([...drawn].filter((word) => !WORDS.includes(word))).toEqual([]);
  });

  it("become the place that the server is told: SHA-256 of their text, 32 digits of it", () => {
    // printf 'holdspace place:amber lake river moss' | sha256sum
    expect(placeOf(["amber", "lake", "river", "moss"])).toBe("8a5f1cb8174a6948799b03c94abc4d35");
    expect(placeOf(["amber", "lake", "moss", "river"])).not.toBe("8a5f1cb8174a6948799b03c94abc4d35");
  });

  it.each([
    "amber lake river moss",
    "  Amber   LAKE\nriver, moss. ",
    "amber-lake–river—moss",
    "ambers lakes rivers mosses",
  ])("are read from “%s”", (typed) => expect(readWords(typed)).toEqual({ words: ["amber", "lake", "river", "moss"] }));

  it("say which of them is on no list, and how many there are", () => {
    expect(readWords("amber qwerty river zzz")).toEqual({ unknown: ["qwerty", "zzz"] });
    expect(readWords("amber lake river")).toEqual({ count: 3 });
    expect(readWords(" ")).toEqual({ count: 0 });
    expect(readWords("amber lake river fo")).toEqual({ unknown: ["fo"] });
  });
});

describe("a place on this phone", () => {
  it("is kept before it is sent, and the same when it is tried again", () => {
    const kept = memory();
    const first = joining(kept, "CODE1", "Thursdays", "Mika", null);
    const again = joining(kept, "CODE1", "Thursdays", "Mika", null);
    expect([again.place, again.known]).toEqual([first.place, false]);
    expect(placeAt(kept, "Thursdays")).toMatchObject({ alias: "Mika", since: "CODE1" });
    expect(placeAt(kept, "Fridays")).toBeNull();
    const nextWeek = joining(kept, "CODE2", "Thursdays", "Mika", null);
    expect([nextWeek.place, placeAt(kept, "Thursdays")?.since]).toEqual([first.place, "CODE1"]);
  });

  it("is as before where nobody came in", () => {
    const kept = memory();
    joining(kept, "CODE1", "Thursdays", "Mika", null).undo();
    expect(kept.keys()).toEqual([]);
    joining(kept, "CODE1", "Thursdays", "Mika", null);
    const before = placeAt(kept, "Thursdays");
    joining(kept, "CODE2", "Thursdays", "", ["amber", "lake", "river", "moss"]).undo();
    expect(placeAt(kept, "Thursdays")).toEqual(before);
  });

  it("stands under no title that somebody could read there, and goes at a wish", () => {
    const kept = memory();
    const { known } = joining(kept, "CODE1", "A loss", "", ["amber", "lake", "river", "moss"]);
    expect(known).toBe(true);
    expect(keyOf("A loss")).toMatch(/^holdspace:place:[0-9a-f]{16}$/);
    forgetPlaceAt(kept, "A loss");
    expect(placeAt(kept, "A loss")).toBeNull();
  });
});
