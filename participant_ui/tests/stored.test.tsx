/** What is stored now, on the phone: while the session runs, after it, at the door, and a line that is checked later. */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";

import { settled } from "../../realtime/client/tests/ends";
import type { CheckedLine } from "../../realtime/client/stored";
import { ERASED, ERASING, LINE, OPEN, OVER } from "../../realtime/client/stored/tests/pages";
import { speak } from "../src/language";
import { CheckPage } from "../src/screens/check";
import { accessible, CODE, doorView, entered, heading, Phone, said, tap, text } from "./stage";

const ENDED = { phase: "ended", activity: null, stage: null } as const;

describe("what is stored now (G-A11)", () => {
  it("stands beside one's name, without a number, and says why", async () => {
    const phone = await entered();
    phone.stored = OPEN;
    await tap("Change my name");
    await tap("What is stored now");
    await act(settled);
    expect(heading()).toBe("What is stored about this session now");
    expect(phone.storedAsked).toEqual([CODE]);
    expect(text()).toContain("Cardsif any");
    expect(text()).toContain("otherwise it would tell that somebody asked for help");
    await accessible();
    await tap("Read it again");
    expect(phone.storedAsked).toHaveLength(2);
    await tap(/Back/);
    expect(heading()).not.toBe("What is stored about this session now");
  });

  it("says that nothing is known where nothing answers", async () => {
    await entered();
    await tap("Change my name");
    await tap("What is stored now");
    await act(settled);
    expect(text()).toContain("Nothing is known from this page until it could.");
  });

  it("is watched after the end: how it was, and how it is once the line is closed because it was erased", async () => {
    const phone = await entered();
    phone.stored = OVER;
    await phone.sees(ENDED);
    expect(text()).toContain("Cardsstored");
    phone.stored = ERASING;
    await phone.loses(4410);
    await act(settled);
    expect(text()).toContain("Being erased.");
    expect(text()).not.toContain("Nothing that anybody wrote");
    phone.stored = ERASED;
    await tap("Read it again");
    expect(text()).toContain("Cardsbefore: storednow: nothing");
    expect(text()).toContain(LINE);
    await vi.waitFor(() => expect(said()).toMatch(/^Erased on/));
    expect(screen.getByRole("button", { name: "Save this line" })).toBeTruthy();
    await accessible();
  });

  it("can be looked at from the door of a session that is over", async () => {
    const phone = new Phone();
    phone.door = doorView({ state: "ended" });
    phone.stored = OVER;
    await phone.open(`/${CODE}`);
    expect(phone.storedAsked).toEqual([CODE]);
    expect(text()).toContain("What is stored now");
    await accessible();
  });

  it("is said in German too", async () => {
    const phone = await entered();
    phone.stored = OPEN;
    await tap("Change my name");
    await tap("What is stored now");
    await act(settled);
    vi.stubGlobal("fetch", async () => Response.json({ texts: {} }));
    await act(async () => void (await speak("de")));
    expect(heading()).toBe("Was jetzt über diese Sitzung gespeichert ist");
    expect(text()).toContain("Kartenfalls vorhanden");
    await act(async () => void (await speak("en")));
  });
});

describe("a session without trace", () => {
  it("says at the door that nothing is kept, and until when what", async () => {
    const phone = new Phone();
    phone.door = doorView({ retention_days: 0 });
    await phone.open(`/${CODE}`);
    expect(text()).toContain("Nothing is kept after it ends. What people write and do in this session is erased at once when it ends.");
    expect(text()).toContain("Kept without your name until the session ends, and erased then.");
    expect(text()).not.toContain("after its summary is signed");
    await accessible();
  });

  it("is not promised where there is a trace", async () => {
    const phone = new Phone();
    await phone.open(`/${CODE}`);
    expect(text()).not.toContain("Nothing is kept after it ends.");
    expect(text()).toContain("until 30 days after its summary is signed");
  });

  it("says in either case what none of it protects from", async () => {
    await new Phone().open(`/${CODE}`);
    expect(text()).toContain("What this does not protect you from");
  });
});

describe("a saved line", () => {
  async function checks(told: CheckedLine | null): Promise<string[]> {
    const asked: string[] = [];
    render(
      <CheckPage
        check={async (line) => {
          asked.push(line);
          return told;
        }}
      />,
    );
    await tap("Check it"); // an empty field asks nothing
    fireEvent.input(screen.getByRole("textbox"), { target: { value: LINE } });
    await tap("Check it");
    await accessible();
    return asked;
  }
  const SAYS = { title: "First circle", code: CODE, day: "2026-12-01", erasedMs: 1_796_157_667_000, summary: false };

  it("is known by the server that signed it", async () => {
    expect(await checks({ verdict: "signed", says: SAYS })).toEqual([LINE]);
    await vi.waitFor(() => expect(said()).toBe("This server signed it, and no letter was changed."));
    expect(text()).toContain("Session “First circle”, code K7WP 3MXQ, ended on December 1, 2026: erased on");
    expect(text()).toContain("It cannot show that nobody made a copy before.");
  });

  it("of another key, of no line, and without an answer each have their sentence", async () => {
    await checks({ verdict: "other_key", says: SAYS });
    await vi.waitFor(() => expect(said()).toContain("signed with another key"));
    cleanup();
    await checks({ verdict: "not_signed", says: null });
    await vi.waitFor(() => expect(said()).toContain("There is no line here as a server signed it."));
    cleanup();
    await checks(null);
    await vi.waitFor(() => expect(said()).toContain("That did not reach us."));
  });
});
