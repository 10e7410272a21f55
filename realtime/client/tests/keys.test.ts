import { describe, expect, it } from "vitest";

import vector from "../../../tests/vectors/note.json";
import { cardId } from "../cards";
import { dropSeatKey, keepSeatKey, lastCode, newCardKey, newKey, newNoteKey, newSeatKey, seatKey } from "../keys";
import { openNote } from "../notes";
import { keptIn } from "../storage";
import { memory } from "./views";

describe("keys", () => {
  it("are as long as they say, and never the same twice", () => {
    expect(newKey(3)).toMatch(/^[0-9a-f]{6}$/);
    expect(newSeatKey()).toHaveLength(32);
    expect(newCardKey()).toHaveLength(32);
    expect(newNoteKey()).toHaveLength(64);
    expect(new Set(Array.from({ length: 100 }, newSeatKey)).size).toBe(100);
  });

  it("name a card as the server does", () => {
    expect(cardId(vector.cardKey)).toBe(vector.cardId);
    expect(cardId(newCardKey())).toMatch(/^[0-9a-f]{32}$/);
  });

  it("of a seat stay under the session's code until the session ends", () => {
    const store = memory();
    keepSeatKey(store, "AAAA2222", "first");
    keepSeatKey(store, "BBBB3333", "second");
    expect(seatKey(store, "AAAA2222")).toBe("first");
    expect(lastCode(store)).toBe("BBBB3333");
    dropSeatKey(store, "BBBB3333");
    expect(seatKey(store, "BBBB3333")).toBeNull();
    expect(lastCode(store)).toBeNull();
    expect(seatKey(store, "AAAA2222")).toBe("first");
  });
});

describe("storage", () => {
  it("keeps what it is given, in the browser and in memory", () => {
    const store = keptIn(() => window.sessionStorage);
    store.set("one", "1");
    expect(window.sessionStorage.getItem("one")).toBe("1");
    expect(keptIn(() => window.sessionStorage).get("one")).toBe("1");
    store.remove("one");
    expect(store.get("one")).toBeNull();
  });

  it("does not hide mistakes that are not the browser's refusal", () => {
    const broken = keptIn(() => {
      throw new TypeError("ours");
    });
    expect(() => broken.get("one")).toThrow("ours");
  });
});

describe("notes", () => {
  it("open with the key they were sealed to, as another language sealed them", () => {
    expect(openNote(vector.noteKey, vector.sealed)).toBe(vector.text);
  });

  it("stay shut for every other key, when altered and when they are no note at all", () => {
    expect(openNote("00".repeat(32), vector.sealed)).toBeNull();
    const altered = (vector.sealed.startsWith("A") ? "B" : "A") + vector.sealed.slice(1);
    expect(openNote(vector.noteKey, altered)).toBeNull();
    expect(openNote(vector.noteKey, "")).toBeNull();
    expect(openNote(vector.noteKey, "not base64url!")).toBeNull();
    expect(openNote(vector.noteKey, vector.sealed.slice(0, 10))).toBeNull();
  });
});
